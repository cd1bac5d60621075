"""A copy of a project that may be in use: taken through SQLite, read back, and only then given its name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage import journal
from annotator.storage.connection import connect
from annotator.storage.files import new_file, told
from annotator.storage.opening import inspect, verify
from annotator.text.shown import shown


@contextmanager
def picture(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that sees the project as it is now, whatever others write meanwhile; raises NotSaved, InvalidFile."""
    with told(path), closing(connect(path, read_only=True)) as con:
        con.execute("BEGIN")
        journal.head(con)  # the first reading takes the lock
        yield con


def copy(con: sqlite3.Connection, path: Path) -> None:
    """Copy the `picture` to *path* and read it back; raises InvalidFile if *path* is there, NotSaved if it cannot be had."""
    with new_file(path) as temporary:
        fill(temporary, con, path)


def fill(temporary: Path, con: sqlite3.Connection, path: Path) -> None:
    """Fill a *temporary* file, empty yet, with the `picture` that is to lie at *path*, and read it back; raises NotSaved."""
    with closing(connect(temporary)) as target:
        con.backup(target)
    try:
        _read_back(temporary, con)
    except InvalidFile as error:
        message = "{name}: read back, the copy is not like the project; run annotator check ({why})"
        raise NotSaved(message, name=shown(path.name), why=error) from error


@contextmanager
def verified(backup: Path) -> Iterator[sqlite3.Connection]:
    """Give the `picture` of a backup that was looked through to its last page; raises InvalidFile if it is damaged."""
    with picture(inspect(backup).path) as con:
        verify(con, backup, at_any_size=True)
        yield con


def restore(backup: Path, path: Path) -> None:
    """Copy a backup to *path* as a project of its own; raises InvalidFile if it is damaged or *path* is there, NotSaved."""
    with verified(backup) as con:
        copy(con, path)


def _read_back(temporary: Path, original: sqlite3.Connection) -> None:
    inspect(temporary)
    with closing(connect(temporary, read_only=True)) as con:
        verify(con, temporary, at_any_size=True)
        if journal.head(con) != journal.head(original):
            raise InvalidFile("its last action is another")
