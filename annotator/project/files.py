"""Writing a file: whole and on the disk, or the old one stays."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from annotator.model.errors import NotSaved
from annotator.storage.files import PRIVATE, sync_folder
from annotator.storage.opening import SQLITE_MAGIC, is_held
from annotator.text.shown import shown


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream for what is to stand at *path*; it stands there, on the disk, once the block ends without an error.

    A new file is closed to other users; one that is replaced keeps its permissions, and a link leads where it led. Raises
    NotSaved, in one sentence, when the disk refuses; then, and on any other error, the old file is as it was.
    """
    try:
        target = path.resolve()
        with _temporary(target) as (temporary, stream):
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            temporary.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        message = "{name}: cannot be written ({why}); choose another place"
        raise NotSaved(message, name=shown(path.name), why=error.strerror) from error


def _refuse_what_is_no_export(target: Path) -> None:
    """Refuse to put a file in the place of a project, a folder or a device; raises NotSaved."""
    if not target.exists():
        return
    if not target.is_file():
        raise NotSaved(
            "{name}: cannot be written over, for it is no regular file; choose another name", name=shown(target.name)
        )
    if is_held(target) or _first_bytes(target) == SQLITE_MAGIC:
        message = "{name}: cannot be written over, for it is a project or database; choose another name"
        raise NotSaved(message, name=shown(target.name))


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(SQLITE_MAGIC))


@contextmanager
def _temporary(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    _refuse_what_is_no_export(target)
    temporary = target.with_name(f".{target.name[:200]}.{os.urandom(4).hex()}.tmp")
    stream = os.fdopen(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE), "wb")
    try:
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        yield temporary, stream
    finally:
        with suppress(OSError):  # closing writes what is left, which a full disk refuses again
            stream.close()
        temporary.unlink(missing_ok=True)
