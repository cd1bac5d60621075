"""A private copy of a project that may only be read, where SQLite can finish what a crash or another tool left undone."""

import shutil
import tempfile
from pathlib import Path

from annotator.model.errors import NotSaved
from annotator.storage.files import PRIVATE, told
from annotator.storage.opening import is_held_twice
from annotator.text.shown import shown

_ATTEMPTS = 3
_SIDES = ("", "-journal", "-wal")


def private_copy(path: Path) -> Path:
    """Copy a project file, with what lies beside it, into a new folder that only its user may enter; raises NotSaved.

    The bytes are read, so this process must have no other connection to it: SQLite's locks would be dropped (POSIX).
    """
    folder = Path(tempfile.mkdtemp(prefix="annotator-"))
    try:
        with told(folder):
            _copy(path, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder / path.name


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
