"""The connection to a project file: every setting that keeps work safe, set and read back."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from annotator.model.errors import InvalidFile

PATIENCE_S = 10.0
PAGE_BYTES = 4096
_PRIMARY = 0xFF

# A misspelt name is ignored in silence and a misspelt value can lower safety, so each is read back as the number it must be.
PRAGMAS: tuple[tuple[str, str, int | str], ...] = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
)


def connect(
    path: Path, *, read_only: bool = False, pragmas: tuple[tuple[str, str, int | str], ...] = PRAGMAS
) -> sqlite3.Connection:
    """Connect to an existing file, in the thread that will use the connection; raises InvalidFile, sqlite3.Error."""
    mode = "ro" if read_only else "rw"
    con = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE_S, isolation_level=None)
    try:
        for name, value, expected in pragmas:
            con.execute(f"PRAGMA {name} = {value}").fetchall()
            _check(con, name, expected)
    except BaseException:
        con.close()
        raise
    return con


def at_once(con: sqlite3.Connection, statement: str) -> Any:
    """Return the first row of a *statement* that takes a lock, waiting for nobody who has it; raises sqlite3.Error."""
    patience_ms = con.execute("PRAGMA busy_timeout").fetchone()[0]
    con.execute("PRAGMA busy_timeout = 0").fetchall()
    try:
        return con.execute(statement).fetchone()
    finally:
        con.execute(f"PRAGMA busy_timeout = {patience_ms}").fetchall()


def commit(con: sqlite3.Connection) -> None:
    """Put the transaction on the disk; while readers are in the way it stays open and is tried again."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            con.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        else:
            return


def code_of(error: sqlite3.Error) -> int:
    """Return the primary error code, 0 if SQLite itself did not raise it."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY


def _check(con: sqlite3.Connection, name: str, expected: int | str) -> None:
    found = con.execute(f"PRAGMA {name}").fetchone()
    if found is not None and found[0] != expected:
        message = "SQLite did not take {name} = {value}: another program uses the project, or this SQLite is too old; close it"
        raise InvalidFile(message, name=name, value=expected)
