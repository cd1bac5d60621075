"""Bytes packed into archives of every kind that is known by name, empty ones where Python cannot pack."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable


def zipped(content: bytes) -> bytes:
    """Return a ZIP archive of one file with this *content*."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("news.annotator", content)
    return stream.getvalue()


def tarred(content: bytes, form: int = tarfile.PAX_FORMAT) -> bytes:
    """Return a TAR archive of one file with this *content*."""
    stream, entry = io.BytesIO(), tarfile.TarInfo("news.annotator")
    entry.size = len(content)
    with tarfile.open(fileobj=stream, mode="w", format=form) as made:
        made.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "a ZIP archive or Office document": zipped,
    "a gzip archive": gzip.compress,
    "a bzip2 archive": bz2.compress,
    "an xz archive": lzma.compress,
    "a TAR archive": tarred,
    "a Zstandard archive": lambda _: bytes.fromhex("28b52ffd2000010000"),
    "a 7-Zip archive": lambda _: bytes.fromhex("377abcaf271c0004").ljust(32, b"\0"),
    "a RAR archive": lambda _: b"Rar!\x1a\x07\x01\x00" + bytes(16),
}
