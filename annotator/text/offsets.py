"""Code points to UTF-16 units and back, for toolkits and formats that count otherwise."""

from bisect import bisect_left

import regex

_ASTRAL = regex.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Both ways between the code points and the UTF-16 units of one text, in O(log k) of its astral characters."""

    __slots__ = ("_astral", "_first_unit", "length")

    def __init__(self, text: str) -> None:
        """Find the astral characters of *text*, which take two units each."""
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._first_unit = [offset + before for before, offset in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of the code-point *offset*."""
        return offset + bisect_left(self._astral, offset)

    def to_codepoint(self, utf16: int) -> int:
        """Return the code-point offset of the *utf16* offset; one inside a surrogate pair means the start of its character."""
        return utf16 - bisect_left(self._first_unit, utf16)
