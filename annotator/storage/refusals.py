"""What SQLite refused, in one sentence each: what happened and what to do."""

import sqlite3

from annotator.model.errors import AnnotatorError, Busy, Damaged, Moved, NotSaved
from annotator.storage.connection import code_of

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SENTENCES = {
    sqlite3.SQLITE_FULL: "the disk is full: make room and try again, or save a copy elsewhere",
    sqlite3.SQLITE_IOERR: "the disk reported a fault: try again, or save a copy elsewhere",
    sqlite3.SQLITE_READONLY: "the project can only be read here: work on a copy in another place",
    sqlite3.SQLITE_CANTOPEN: "the project or its folder cannot be written: check the folder and its permissions",
    sqlite3.SQLITE_NOMEM: "the computer has no memory left: close other programs and try again",
}
MOVED = (
    "the project's file was renamed, deleted or replaced by another program: "
    "put it back in its place and try again, or find it where it is now"
)
DAMAGED = (
    "the project's file is damaged: nothing more is written to it; "
    "open a backup, or rescue what is left: annotator check --rescue"
)
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_LASTING = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, *_DAMAGED}


def is_lasting(error: sqlite3.Error) -> bool:
    """Whether nothing more can be written to this file, so that trying again is no help."""
    return code_of(error) in _LASTING


def _is_garbled(error: sqlite3.Error) -> bool:
    """Whether Python, not SQLite, could not read a text: its bytes are no UTF-8."""
    return not code_of(error) and "decode to UTF-8" in str(error)


def refusal(error: sqlite3.Error) -> AnnotatorError | None:
    """Return what to tell the analyst, or None when the error is a bug of ours: a constraint, a misuse."""
    code = code_of(error)
    if code in _DAMAGED or _is_garbled(error):
        return Damaged(DAMAGED)
    if code in _BUSY:
        return Busy("another window or program is writing to the project: try again when it has finished")
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return Moved(MOVED)
    return NotSaved(_SENTENCES[code]) if code in _SENTENCES else None
