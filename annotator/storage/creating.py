"""Making a new project file: built under another name, renamed when it is whole and on the disk."""

import os
import sqlite3
import sys
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
_NS_PER_MS = 1_000_000


def create(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    """Make a project file at *path* that holds *rows*; raises InvalidFile if one is there, NotSaved if the disk refuses."""
    if path.exists():
        raise _taken(path)
    try:
        with _built_beside(path) as temporary:
            _fill(temporary, device, rows)
            sync(temporary)
            _rename_new(temporary, path)
            sync_folder(path.parent)
    except sqlite3.Error as error:
        reason = refusal(error)
        if reason is None:
            raise
        raise reason from error
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        message = f"{path}: cannot be made ({error.strerror}): choose another folder"
        raise NotSaved(message) from error


def sync(path: Path) -> None:
    """Wait until the file is on the disk; never for a project that is open: closing it here would drop SQLite's locks."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call and needs none."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _built_beside(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(f"{temporary.name}-journal").unlink(missing_ok=True)


def _fill(path: Path, device: bytes, rows: Sequence[Row]) -> None:
    with closing(connect(path)) as con:
        con.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        con.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        migrations.migrate(con)
        con.execute("BEGIN IMMEDIATE")
        write(con, Writing(Edit("new project", after=tuple(rows))), device, time.time_ns() // _NS_PER_MS)
        con.execute("COMMIT")


def _rename_new(temporary: Path, path: Path) -> None:
    """Give the file its name, but never another file's; raises FileExistsError."""
    if sys.platform == "win32":
        temporary.rename(path)
        return
    try:
        path.hardlink_to(temporary)
    except PermissionError:
        _rename_unlinkable(temporary, path)


def _rename_unlinkable(temporary: Path, path: Path) -> None:
    """Do the same where the disk knows no hard links (exFAT): a file that appears meanwhile would be replaced."""
    if path.exists():
        raise FileExistsError(path)
    temporary.rename(path)


def _taken(path: Path) -> InvalidFile:
    message = f"{path}: is there already; open it, or choose another name"
    return InvalidFile(message)
