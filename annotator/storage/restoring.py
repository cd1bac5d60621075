"""A backup put in the place of its project: the file that was there is kept beside it, under another name."""

import os
import shutil
import sqlite3
import stat
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from datetime import datetime
from itertools import count
from pathlib import Path

from annotator.model.errors import Damaged, NotSaved
from annotator.storage import copying
from annotator.storage.connection import connect
from annotator.storage.files import LONGEST, PRIVATE, built_beside, rename_new, sync_folder, told
from annotator.storage.opening import inspect
from annotator.storage.refusals import refusal
from annotator.text.shown import shown

CAN_RENAME_OPEN_FILES = os.name == "posix"
_ENDINGS = ("-journal", "-wal", "-shm")
_LONGEST_STEM_BYTES = 200


def put_back(backup: Path, path: Path) -> Path | None:
    """Put a *backup* in the place of the project at *path*; return where the file that was there is kept now, if one was.

    The project must be closed in this process. The backup is restored beside it and read back first; only then is the old
    file renamed, with what SQLite has beside it, and the new one given its name. A kill before the first renaming leaves
    the project as it was, at most with a hidden temporary file or an empty «before restore …» beside it. A kill between
    the two leaves the whole old project as «before restore …» and no file at *path*: opening *path* then says that there
    is no such project and offers its backups. Another failure puts the old file back. Raises InvalidFile if the backup is
    damaged or the file is none of ours to replace, NotSaved if the disk refuses or another window is writing.
    """
    path = Path(os.path.realpath(path))
    with copying.verified(backup) as con, told(path), built_beside(path) as temporary:
        copying.fill(temporary, con, path)
        with _locked(path):
            return _exchange(temporary, path, _free_name(path))


def _free_name(path: Path) -> Path:
    """Return the name under which the file at *path* would be kept now: it says when, and nothing lies there yet."""
    stem = os.fsencode(path.stem)[:_LONGEST_STEM_BYTES].decode(errors="ignore")
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H%M")
    numbered = (f" {number}" if number > 1 else "" for number in count(1))
    names = (path.with_name(f"{stem} before restore {when}{number}{path.suffix}") for number in numbered)
    return next(name for name in names if not any(map(os.path.lexists, (name, *_sides(name)))))


def _locked(path: Path) -> AbstractContextManager[object]:
    """Keep other windows from writing to the project at *path* meanwhile; one that is damaged or gone cannot be locked.

    Raises InvalidFile if it is a file of another kind or version, NotSaved if it may only be read, sqlite3.Error.
    """
    try:
        found = inspect(path)
        if found.read_only:
            raise NotSaved(found.read_only)
        with ExitStack() as until_locked:
            con = until_locked.enter_context(closing(connect(path)))
            con.execute("BEGIN EXCLUSIVE")
            return until_locked.pop_all() if CAN_RENAME_OPEN_FILES else nullcontext()
    except Damaged:
        return nullcontext()
    except sqlite3.Error as error:
        if isinstance(refusal(error), Damaged):
            return nullcontext()
        raise


def _exchange(new: Path, path: Path, aside: Path) -> Path | None:
    """Rename the file at *path* to *aside*, then *new* to *path*; if that fails, the first is taken back."""
    was_there = path.exists()
    if was_there:
        _rename(path, aside)
    try:
        if was_there:
            new.chmod(stat.S_IMODE(aside.stat().st_mode) | PRIVATE)
        for side, kept in zip(_sides(path), _sides(aside), strict=True):
            if _is_regular(side):  # SQLite would play it back into the new file
                side.replace(kept)
        rename_new(new, path)
        sync_folder(path.parent)
    except OSError as error:
        if was_there:
            _take_back(path, aside, error)
        raise
    return aside if was_there else None


def _take_back(path: Path, aside: Path, why: OSError) -> None:
    try:
        _rename(aside, path)
    except OSError as error:
        message = "{name}: the backup could not be put in its place ({why}); the project is kept as {aside}: rename that"
        name, kept = (shown(str(file), LONGEST) for file in (path, aside))
        raise NotSaved(message, name=name, why=why.strerror, aside=kept) from error
    for side in filter(_is_regular, _sides(aside)):
        side.unlink()


def _rename(old: Path, new: Path) -> None:
    """Rename a project file, never over another, and copy the journal beside it, without which it may not be whole."""
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))  # the name is taken
    try:
        for side, copied in zip(_sides(old), _sides(new), strict=True):
            if _is_regular(side):
                shutil.copyfile(side, copied)
        old.replace(new)
    except OSError:
        for made in (new, *_sides(new)):
            made.unlink(missing_ok=True)
        raise


def _sides(path: Path) -> list[Path]:
    """Return where SQLite may have something beside a file."""
    return [path.with_name(path.name + ending) for ending in _ENDINGS]


def _is_regular(path: Path) -> bool:
    return os.path.lexists(path) and stat.S_ISREG(path.lstat().st_mode)
