"""The door: the only place where a text changes, once, on its way in."""

from bisect import bisect_left

import regex

_CRLF = regex.compile("\r\n")
_MARK = "\ufeff"


def clean(raw: str) -> tuple[str, tuple[int, ...]]:
    """Return *raw* without a byte-order mark in front and with LF line ends, and the sorted indices of what was removed.

    Removed are the mark and each CR before an LF; a lone CR becomes LF in its place. Indices are code points of *raw*.
    """
    mark = raw.startswith(_MARK)
    removed = [match.start() for match in _CRLF.finditer(raw)]
    text = raw[mark:].replace("\r\n", "\n").replace("\r", "\n")
    return text, (0, *removed) if mark else tuple(removed)


def through(offset: int, removed: tuple[int, ...]) -> int:
    """Return where the code-point *offset* of the raw text lies behind the door."""
    return offset - bisect_left(removed, offset)
