"""Span: a labelled stretch of one document in one analyst's layer."""

import hashlib
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.errors import InvalidSpan
from annotator.model.ids import new_id
from annotator.model.versions import Version
from annotator.text import graphemes

QUOTE_BYTES = 8


@dataclass(frozen=True, slots=True)
class Span:
    """``document.text[start:end]`` under a label; offsets are code points, half-open.

    ``segments`` is empty for a continuous span; otherwise at least two sorted, disjoint (start, end) pairs whose hull is
    (start, end). ``quote`` is the 8-byte BLAKE2b of the covered text. ``attributes`` are (name, value) pairs sorted by name.
    Raises InvalidSpan for offsets that are no whole numbers, negative, empty or reversed.
    """

    layer: bytes
    document: bytes
    id: bytes
    label: bytes
    start: int
    end: int
    quote: bytes
    segments: tuple[tuple[int, int], ...] = ()
    attributes: Attributes = ()
    version: Version | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Refuse what no text could hold; whether this text holds it is for `over` and `is_true_to`."""
        if self.segments or not _is_range(self.start, self.end):
            _check_ranges(self.start, self.end, self.segments)

    @classmethod
    def over(  # noqa: PLR0913 - one keyword a column
        cls,
        document: Document,
        start: int,
        end: int,
        *,
        label: bytes,
        layer: bytes,
        identifier: bytes | None = None,
        by_character: bool = False,
        segments: tuple[tuple[int, int], ...] = (),
        attributes: Attributes = (),
    ) -> "Span":
        """Return a span over ``document.text[start:end]``, checked against the text.

        Raises InvalidSpan outside the text, and inside a grapheme cluster unless *by_character*.
        """
        _check_ranges(start, end, segments)
        for edge in {start, end}.union(*segments):
            _check_edge(document.text, edge, by_character=by_character)
        return cls(
            layer=layer,
            document=document.id,
            id=identifier or new_id(),
            label=label,
            start=start,
            end=end,
            quote=quote_of(covered(document.text, start, end, segments)),
            segments=segments,
            attributes=attributes,
        )

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The continuous stretches it is made of, as (start, end), at least one."""
        return self.segments or ((self.start, self.end),)

    @property
    def length(self) -> int:
        """How many characters it covers, in code points."""
        return sum(end - start for start, end in self.parts)

    def covered(self, text: str) -> str:
        """Return the characters of *text* under the span; the parts of a discontinuous one are joined by one space."""
        return covered(text, self.start, self.end, self.segments)

    def is_true_to(self, text: str) -> bool:
        """Whether the span lies inside *text* and covers there what it covered when it was made."""
        return self.end <= len(text) and quote_of(self.covered(text)) == self.quote


def covered(text: str, start: int, end: int, segments: tuple[tuple[int, int], ...] = ()) -> str:
    """Return ``text[start:end]``, or its *segments* joined by one space."""
    return " ".join(text[a:b] for a, b in segments) if segments else text[start:end]


def quote_of(stretch: str) -> bytes:
    """Return the 8-byte BLAKE2b of the UTF-8 of a covered *stretch*."""
    return hashlib.blake2b(stretch.encode(), digest_size=QUOTE_BYTES).digest()


def _is_range(start: int, end: int) -> bool:
    return type(start) is int and type(end) is int and 0 <= start < end


def _check_ranges(start: int, end: int, segments: tuple[tuple[int, int], ...]) -> None:
    for pair in (*segments, (start, end)):
        _check_range(*pair)
    if segments:
        _check_segments(segments, start, end)


def _check_range(start: int, end: int) -> None:
    if type(start) is not int or type(end) is not int:
        message = "span {start} to {end}: offsets are whole numbers of code points"
        raise InvalidSpan(message, start=repr(start), end=repr(end))
    if not 0 <= start < end:
        message = "span {start} to {end}: it must start at 0 or later and end after its start"
        raise InvalidSpan(message, start=start, end=end)


def _check_edge(text: str, edge: int, *, by_character: bool) -> None:
    if edge > len(text):
        message = "offset {edge} is outside the text, which has {length} characters"
        raise InvalidSpan(message, edge=edge, length=len(text))
    if not by_character and not graphemes.is_boundary(text, edge):
        raise InvalidSpan("offset {edge} is inside a character and its marks; select whole characters", edge=edge)


def _check_segments(segments: tuple[tuple[int, int], ...], start: int, end: int) -> None:
    is_hull = len(segments) > 1 and segments[0][0] == start and segments[-1][1] == end
    if not is_hull or any(before[1] > after[0] for before, after in pairwise(segments)):
        message = "span {start} to {end}: its parts must be two or more, sorted, apart, and reach from start to end"
        raise InvalidSpan(message, start=start, end=end)
