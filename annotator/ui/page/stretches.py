"""The paragraphs of a text as they are laid out: where each begins and ends, and which way it runs."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import sub
from types import MappingProxyType
from typing import NamedTuple, overload

from annotator.text import direction
from annotator.text.paragraphs import Paragraph, Paragraphs

LONGEST, PIECE = 50_000, 3_000
NO_DIRECTIONS: Mapping[int, str] = MappingProxyType({})


class Stretch(NamedTuple):
    """What is laid out as one: ``text[start:end]`` in code points, with its base direction."""

    start: int
    end: int
    is_rtl: bool


class Stretches(Sequence[Stretch]):
    """The paragraphs of a text, very long ones in pieces cut at white space, a few screens each; offsets are code points.

    ``starts`` and ``ends`` are known at once; which way a paragraph runs is found when it is first asked for.
    """

    def __init__(self, text: str, directions: Mapping[int, str] = NO_DIRECTIONS, default: str = "") -> None:
        """Find the paragraphs of *text*; *directions* are those of single ones by their starts, *default* is the document's."""
        self._text, self._directions, self._default = text, directions, default
        paragraphs = Paragraphs(text)
        self.starts, self.ends = paragraphs.starts, paragraphs.ends
        self._whole: dict[int, Paragraph] = {}
        self._known: dict[int, Stretch] = {}
        if max(map(sub, self.ends, self.starts)) > LONGEST:
            self._cut(paragraphs)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Stretch: ...
    @overload
    def __getitem__(self, index: slice) -> list[Stretch]: ...
    def __getitem__(self, index: int | slice) -> Stretch | list[Stretch]:
        """Return one of them, or several."""
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        known = self._known.get(index)
        if known is None:
            start, end = self.starts[index], self.ends[index]
            known = self._known[index] = Stretch(start, end, self._is_rtl(self._whole.get(start, Paragraph(start, end))))
        return known

    @cached_property
    def _fallback(self) -> str:
        return self._default or direction.document_base(self._text)

    def _is_rtl(self, paragraph: Paragraph) -> bool:
        start, end = paragraph
        return (self._directions.get(start) or direction.base(self._text[start:end], self._fallback)) == direction.RTL

    def _cut(self, paragraphs: Paragraphs) -> None:
        """Cut the paragraphs that are too long to be laid out at once."""
        self.starts, self.ends = [], []
        for start, end in paragraphs:
            edges = [start, *_cuts(self._text, start, end), end]
            self._whole.update(dict.fromkeys(edges[:-1], Paragraph(start, end)))
            for first, last in pairwise(edges):
                self.starts.append(first)
                self.ends.append(last)


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the paragraph ``text[start:end]`` is cut; nowhere if it holds explicit direction controls."""
    if end - start <= LONGEST or direction.has_explicit_controls(text[start:end]):
        return []
    cuts = [start]
    while end - cuts[-1] > PIECE:
        space = text.rfind(" ", cuts[-1] + PIECE // 2, cuts[-1] + PIECE)
        cuts.append(space + 1 if space > 0 else cuts[-1] + PIECE)
    return cuts[1:]
