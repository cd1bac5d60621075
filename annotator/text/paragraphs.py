"""Paragraphs: the stretches between line ends, with the line ends keeping their place in the offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import regex

SEPARATORS = "\n\r\u2029"
_SEPARATOR = regex.compile(f"[{SEPARATORS}]")


class Paragraph(NamedTuple):
    """``text[start:end]`` without its separator; offsets are code points, ``start == end`` if it is empty."""

    start: int
    end: int


class Paragraphs:
    """The paragraphs of one text, which end at LF, CR or U+2029, and which of them holds an offset."""

    def __init__(self, text: str) -> None:
        """Find the paragraphs of *text*: at least one, even if it is empty."""
        self.ends = [match.start() for match in _SEPARATOR.finditer(text)]
        self.starts = [0, *(end + 1 for end in self.ends)]
        self.ends.append(len(text))

    def __len__(self) -> int:
        """Return how many paragraphs there are."""
        return len(self.starts)

    def __iter__(self) -> Iterator[Paragraph]:
        """Return the paragraphs one after the other."""
        return map(Paragraph, self.starts, self.ends)

    def __getitem__(self, index: int) -> Paragraph:
        """Return the paragraph with this *index*."""
        return Paragraph(self.starts[index], self.ends[index])

    def at(self, offset: int) -> int:
        """Return the index of the paragraph that holds *offset* (code points); a separator belongs to the one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)
