"""A private copy of a project that may only be read, where SQLite can finish what a crash or another tool left undone."""

import os
import re
import shutil
import sqlite3
import stat
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from annotator.model.errors import NotSaved
from annotator.storage.files import PRIVATE, told
from annotator.storage.opening import is_held_twice
from annotator.text.shown import shown

PREFIX = "annotator-"
LOCK = ".annotator-in-use"
_NAME = re.compile(rf"{PREFIX}[a-z0-9_]{{8}}")
_ATTEMPTS = 3
_SIDES = ("", "-journal", "-wal")


@dataclass(frozen=True, slots=True)
class PrivateCopy:
    """A copy at *path*, alone in a folder that a lock shows to be in use; used and deleted in the thread that made it."""

    path: Path
    _lock: sqlite3.Connection

    def delete(self) -> None:
        """Delete the copy and its folder."""
        self._lock.close()
        shutil.rmtree(self.path.parent, ignore_errors=True)


def private_copy(path: Path) -> PrivateCopy:
    """Copy a project file, with what lies beside it, into a new folder that only its user may enter; raises NotSaved.

    The bytes are read, so this process must have no other connection to it: SQLite's locks would be dropped (POSIX).
    """
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    with ExitStack() as undoing:
        undoing.callback(shutil.rmtree, folder, ignore_errors=True)
        with told(folder):
            (folder / LOCK).touch(PRIVATE)
            lock = undoing.enter_context(closing(_locked(folder)))
            _copy(path, folder)
        undoing.pop_all()
    return PrivateCopy(folder / path.name, lock)


def sweep() -> None:
    """Delete the private copies of programs that were killed: the lock of each is free, for it dies with its program.

    The copy comes into its folder after the lock, so a folder that holds none yet may be somebody's who just begins: it stays.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _NAME.fullmatch(folder.name) and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """Whether a folder is this user's, holds a private copy, and no program that lives has it in use."""
    try:
        found = folder.lstat()
        is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == _user()
        if not is_own or len(list(folder.iterdir())) < 2:  # noqa: PLR2004 - the lock and a copy
            return False
        with closing(_locked(folder)):
            return True
    except (OSError, sqlite3.Error):
        return False


def _locked(folder: Path) -> sqlite3.Connection:
    """Return the lock of a folder, taken; raises sqlite3.Error at once if another has it.

    It is an empty database, because SQLite can lock a file on every system.
    """
    con = sqlite3.connect(f"{(folder / LOCK).as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)
    try:
        con.execute("BEGIN EXCLUSIVE")
    except BaseException:
        con.close()
        raise
    return con


def _user() -> int:
    """Return the number of the user who runs this program; Windows gives all files the same, and each user a folder."""
    return getattr(os, "geteuid", int)()


def _copy(path: Path, folder: Path) -> None:
    if is_held_twice(path) or not any(_is_copied(path, folder) for _ in range(_ATTEMPTS)):
        message = "{name}: is being written by another window or program; try again when it has finished"
        raise NotSaved(message, name=shown(path.name))


def _is_copied(path: Path, folder: Path) -> bool:
    """Copy the file as it is; False if it changed meanwhile."""
    before = _state(path)
    for side in _SIDES:
        source, target = path.with_name(path.name + side), folder / (path.name + side)
        target.unlink(missing_ok=True)
        if source.exists():
            target.touch(PRIVATE)
            shutil.copyfile(source, target)
    return _state(path) == before


def _state(path: Path) -> list[tuple[int, int] | None]:
    """Return what is another once somebody wrote."""
    files = [path.with_name(path.name + side) for side in _SIDES]
    return [(file.stat().st_size, file.stat().st_mtime_ns) if file.exists() else None for file in files]
