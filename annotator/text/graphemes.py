"""Grapheme clusters: what a reader takes for one character (UAX #29, extended)."""

import regex

_CLUSTER = regex.compile(r"\X")
# What two neighbours tell for certain: no rule of UAX #29 looks further back in these cases.
_STANDS_ALONE = regex.compile(r"[\p{GCB=Control}\p{GCB=LF}]")
_TAKES_MARKS = regex.compile(r"\p{GCB=Other}")
_CONTINUES = regex.compile(r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]")
_BEGINS = regex.compile(r"[[\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}]--\p{Extended_Pictographic}--\p{InCB=Consonant}]", regex.V1)
_PREPENDS = regex.compile(r"\p{GCB=Prepend}")


def is_boundary(text: str, offset: int) -> bool:
    """Whether *offset* (code points) lies between two grapheme clusters of *text*, or at an end.

    Looks only as far back as the cluster at *offset* can reach.
    """
    if offset <= 0 or offset >= len(text):
        return offset in {0, len(text)}
    return is_certain(text, offset) or _last_boundary(text, offset) == offset


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return (start, end) widened to whole grapheme clusters; offsets are code points."""
    return floor(text, start), ceiling(text, end)


def floor(text: str, offset: int) -> int:
    """Return the boundary at *offset* (code points) or the last one before it."""
    if offset <= 0:
        return 0
    return len(text) if offset >= len(text) else _last_boundary(text, offset)


def ceiling(text: str, offset: int) -> int:
    """Return the boundary at *offset* (code points) or the next one after it."""
    below = floor(text, offset)
    return below if below >= offset or below == len(text) else after(text, below)


def after(text: str, offset: int) -> int:
    """Return the next boundary after *offset* (code points), itself a boundary; the end of *text* stays where it is."""
    match = _CLUSTER.match(text, max(offset, 0))
    return match.end() if match else len(text)


def before(text: str, offset: int) -> int:
    """Return the last boundary before *offset* (code points); 0 stays where it is."""
    return floor(text, offset - 1)


def boundaries(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return all boundaries from *start* to *end* (code points, both of them boundaries), both included."""
    stop = len(text) if end is None else end
    return [*(match.start() for match in _CLUSTER.finditer(text, start, stop)), stop]


def is_certain(text: str, offset: int) -> bool:
    """Whether the two characters at *offset* alone show that a boundary lies between them."""
    left, right = text[offset - 1], text[offset]
    if _STANDS_ALONE.match(left):
        return True
    if _TAKES_MARKS.match(left):
        return not _CONTINUES.match(right)
    return bool(_BEGINS.match(right)) and not _PREPENDS.match(left)


def _last_boundary(text: str, offset: int) -> int:
    """Return the last boundary at or before *offset*, by segmenting from the nearest certain one."""
    at = offset
    while at > 0 and not is_certain(text, at):
        at -= 1
    while (end := after(text, at)) <= offset and end > at:
        at = end
    return at
