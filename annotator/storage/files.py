"""New files: built under another name, and given theirs when they are whole and on the disk."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage.refusals import refusal
from annotator.text.shown import shown

LONGEST = 500  # characters of a path inside a message
PRIVATE = 0o600
PRIVATE_FOLDER = 0o700
CAN_OPEN_FOLDERS = hasattr(os, "O_DIRECTORY")


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a private file beside *path* to fill; it gets that name if all goes well, else it is gone.

    Raises InvalidFile if *path* is there, NotSaved if the disk refuses.
    """
    with told(path):
        if path.exists():
            raise FileExistsError(path)
        with built_beside(path) as temporary:
            yield temporary
            rename_new(temporary, path)
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder with all above it that are missing, closed to others, and wait until it is on the disk; raises NotSaved."""
    with told(folder):
        missing = [above for above in (folder, *folder.parents) if not above.exists()]
        for above in reversed(missing):
            above.mkdir(PRIVATE_FOLDER, exist_ok=True)  # another window may just have made it
            sync_folder(above.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call and needs none."""
    if CAN_OPEN_FOLDERS:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the disk refuses about *path* into a sentence: NotSaved, InvalidFile."""
    name = shown(str(path), LONGEST)
    try:
        yield
    except sqlite3.Error as error:
        raise (refusal(error) or error) from error
    except FileExistsError as error:
        raise InvalidFile("{name}: is there already; open it, or choose another name", name=name) from error
    except OSError as error:
        raise NotSaved("{name}: cannot be made ({why}): choose another folder", name=name, why=error.strerror) from error


@contextmanager
def built_beside(path: Path) -> Iterator[Path]:
    """Give a private file beside *path* to fill and rename; what is left of it in the end is deleted. Raises OSError."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


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
