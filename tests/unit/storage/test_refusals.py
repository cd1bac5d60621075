"""Every way in which SQLite refuses has its sentence; a bug has none."""

import sqlite3

import pytest

from annotator.model.errors import Busy, Damaged, Moved, NotSaved
from annotator.storage.refusals import is_lasting, refusal


def error(code: int) -> sqlite3.Error:
    """Return an error as SQLite raises it."""
    made = sqlite3.OperationalError("what SQLite says")
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "kind", "part", "lasting"),
    [
        (sqlite3.SQLITE_BUSY, Busy, "try again when it has finished", False),
        (sqlite3.SQLITE_LOCKED, Busy, "try again when it has finished", False),
        (sqlite3.SQLITE_FULL, NotSaved, "disk is full", False),
        (sqlite3.SQLITE_NOMEM, NotSaved, "no memory", False),
        (sqlite3.SQLITE_IOERR_WRITE, NotSaved, "disk reported a fault", False),
        (sqlite3.SQLITE_IOERR_FSYNC, NotSaved, "disk reported a fault", False),
        (sqlite3.SQLITE_READONLY, NotSaved, "can only be read", True),
        (sqlite3.SQLITE_READONLY_DBMOVED, Moved, "renamed, deleted or replaced", True),
        (sqlite3.SQLITE_CANTOPEN, NotSaved, "cannot be written", True),
        (sqlite3.SQLITE_CORRUPT, Damaged, "damaged", True),
        (sqlite3.SQLITE_CORRUPT_VTAB, Damaged, "damaged", True),
        (sqlite3.SQLITE_NOTADB, Damaged, "damaged", True),
    ],
)
def test_what_is_told(code: int, kind: type[Exception], part: str, *, lasting: bool) -> None:
    told = refusal(error(code))
    assert type(told) is kind
    assert part in str(told)
    assert "\n" not in str(told)
    assert is_lasting(error(code)) == lasting


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE, sqlite3.SQLITE_ERROR])
def test_a_bug_is_not_told_but_raised(code: int) -> None:
    assert refusal(error(code)) is None
    assert not is_lasting(error(code))


def test_an_error_that_sqlite_did_not_raise_is_a_bug() -> None:
    assert refusal(sqlite3.ProgrammingError("closed")) is None
