"""Reading a stranger's file: only regular files, of a bounded size, with errors in plain words."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.text.shown import shown

MAX_BYTES = 1 << 30
MAX_LINE_BYTES = 256 << 20
_KINDS = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe, not a regular file"),
    (stat.S_ISSOCK, "is a socket, not a regular file"),
    (stat.S_ISCHR, "is a device, not a regular file"),
    (stat.S_ISBLK, "is a device, not a regular file"),
)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading; raises InvalidFile for anything else, a file over 1 GB, or one that cannot be read."""
    name = shown(path.name)
    try:
        _check_kind(path, name)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise InvalidFile("{name}: there is no such file; check the path", name=name) from error
    except PermissionError as error:
        message = "{name}: may not be read; change its permissions or choose another file"
        raise InvalidFile(message, name=name) from error
    except OSError as error:
        message = "{name}: cannot be read ({why}); copy it to this computer and try again"
        raise InvalidFile(message, name=name, why=error.strerror) from error


def lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the lines of *stream* without their LF or CRLF; raises InvalidFile at one over 256 MiB."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) > MAX_LINE_BYTES:
            raise InvalidFile("{name}: a line is longer than 256 MiB; split the file", name=name)
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _check_kind(path: Path, name: str) -> None:
    found = path.stat()
    for is_kind, what in _KINDS:
        if is_kind(found.st_mode):
            raise InvalidFile("{name}: {what}; give a text or JSONL file", name=name, what=AnnotatorError(what))
    if found.st_size > MAX_BYTES:
        raise InvalidFile("{name}: is larger than 1 GB; split it", name=name)
