"""Making a new project file that holds its first rows."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from annotator.model.edits import Edit, Row
from annotator.storage import migrations
from annotator.storage.connection import PAGE_BYTES, connect
from annotator.storage.files import new_file
from annotator.storage.writing import Writing, write

_NS_PER_MS = 1_000_000


def create(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    """Make a project file at *path* that holds *rows*; raises InvalidFile if one is there, NotSaved if the disk refuses."""
    with new_file(path) as temporary:
        _fill(temporary, device, rows)


def make_tables(con: sqlite3.Connection) -> None:
    """Make an empty file one of ours, with every table and no row."""
    con.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    con.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    migrations.migrate(con)


def _fill(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    with closing(connect(path)) as con:
        make_tables(con)
        con.execute("BEGIN IMMEDIATE")
        write(con, Writing(Edit("new project", after=tuple(rows))), device, time.time_ns() // _NS_PER_MS)
        con.execute("COMMIT")
