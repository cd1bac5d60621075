"""Archives and packed files, told by their first bytes: what is in them must be unpacked before anybody can read it."""

import re

HEAD_BYTES = 512
ZIP = "a ZIP archive or Office document"
_ARCHIVES = (
    (rb"PK(\x03\x04|\x05\x06)", ZIP),
    (rb"\x1f\x8b\x08", "a gzip archive"),
    (rb"BZh[1-9](1AY&SY|\x17rE8P\x90)", "a bzip2 archive"),
    (rb"\xfd7zXZ\x00", "an xz archive"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a\x07", "a RAR archive"),
    (rb"(?s:.{257})ustar[\x00 ]", "a TAR archive"),
)


def archive(head: bytes) -> str:
    """Return what kind of archive a file is that begins with *head*, its first `HEAD_BYTES` or more; "" if it is none."""
    return next((kind for magic, kind in _ARCHIVES if re.match(magic, head)), "")
