"""Writing a file: whole and on the disk, or the old one stays."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from annotator.model.errors import NotSaved
from annotator.storage.files import PRIVATE, sync_folder
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


@contextmanager
def _temporary(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    if target.is_dir():
        raise IsADirectoryError(0, "is a folder")
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
