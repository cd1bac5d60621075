"""The parts of a span: joined, taken out, their outer edges moved; code points, half-open."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.model.documents import Document
from annotator.model.errors import InvalidSpan
from annotator.model.spans import Span

Range = tuple[int, int]
Parts = tuple[Range, ...]


def joined(parts: Iterable[Range]) -> Parts:
    """Return *parts* sorted, those that overlap or touch as one."""
    found: list[Range] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def without(parts: Parts, start: int, end: int) -> Parts:
    """Return what is left of *parts* outside the range from *start* to *end*."""
    halves = [half for low, high in parts for half in ((low, min(high, start)), (max(low, end), high))]
    return tuple((low, high) for low, high in halves if low < high)


def holds(parts: Parts, start: int, end: int) -> bool:
    """Whether the range from *start* to *end* lies within one of the *parts*."""
    return any(low <= start and end <= high for low, high in parts)


def with_edges(parts: Parts, start: int, end: int) -> Parts:
    """Return *parts*, the first one beginning at *start*, the last one ending at *end*, those between as they are.

    Raises InvalidSpan where such an edge would cross the other end of its part.
    """
    if len(parts) == 1:
        return ((start, end),)
    (_, first_end), (last_start, _) = parts[0], parts[-1]
    if start >= first_end or end <= last_start:
        raise InvalidSpan("an edge cannot go past the other end of its part: take that part out of the span instead")
    return ((start, first_end), *parts[1:-1], (last_start, end))


def reshaped(span: Span, document: Document, parts: Iterable[Range], *, by_character: bool = False) -> Span:
    """Return *span* over *parts* of *document*; one that has a single part left is continuous again.

    Raises InvalidSpan as `Span.over` does, and where no part is left.
    """
    kept = joined(parts)
    if not kept:
        raise InvalidSpan("nothing would be left of the span: erase it instead")
    start, end, segments = kept[0][0], kept[-1][1], kept if len(kept) > 1 else ()
    made = Span.over(document, start, end, label=span.label, layer=span.layer, by_character=by_character, segments=segments)
    return replace(span, start=start, end=end, segments=segments, quote=made.quote)
