"""Making a new project file: built under another name, renamed when it is whole and on the disk."""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.model.edits import Edit, Row
from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage import migrations
from annotator.storage.connection import PAGE_BYTES, connect
from annotator.storage.refusals import refusal
from annotator.storage.writing import Writing, write

PRIVATE = 0o600
CAN_OPEN_FOLDERS = hasattr(os, "O_DIRECTORY")
_NS_PER_MS = 1_000_000


def create(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    """Make a project file at *path* that holds *rows*; raises InvalidFile if one is there, NotSaved if the disk refuses."""
    try:
        with _built_beside(path) as temporary:
            _fill(temporary, device, rows)
            rename_new(temporary, path)
        sync_folder(path.parent)
    except sqlite3.Error as error:
        raise (refusal(error) or error) from error
    except FileExistsError as error:
        message = f"{path}: is there already; open it, or choose another name"
        raise InvalidFile(message) from error
    except OSError as error:
        message = f"{path}: cannot be made ({error.strerror}): choose another folder"
        raise NotSaved(message) from error


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call and needs none."""
    if CAN_OPEN_FOLDERS:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _built_beside(path: Path) -> Iterator[Path]:
    if path.exists():
        raise FileExistsError(path)
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _fill(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    with closing(connect(path)) as con:
        con.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        con.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        migrations.migrate(con)
        con.execute("BEGIN IMMEDIATE")
        write(con, Writing(Edit("new project", after=tuple(rows))), device, time.time_ns() // _NS_PER_MS)
        con.execute("COMMIT")


def rename_new(temporary: Path, path: Path) -> None:
    """Give the file its name, but never another file's; raises FileExistsError.

    A second link refuses to replace; where the disk knows no links (exFAT), one look beforehand must do.
    """
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)
