"""The spans shown, by id and by paragraph; a change costs the paragraphs it touches."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.spans import Span

Order = tuple[int, int, bytes]


def reading_order(span: Span) -> Order:
    """Return the key by which spans are read: by start, the outer of two first."""
    return span.start, -span.end, span.id


class SpanIndex:
    """Spans of one document over paragraphs that begin at *starts*; offsets are code points."""

    def __init__(self, starts: Sequence[int], spans: Iterable[Span]) -> None:
        """Hold *spans*."""
        self._starts = starts
        self._spans: dict[bytes, Span] = {}
        self._touching: defaultdict[int, dict[bytes, Span]] = defaultdict(dict)
        for span in spans:
            self.add(span)

    def __len__(self) -> int:
        """Return how many spans there are."""
        return len(self._spans)

    def add(self, span: Span) -> None:
        """Take *span* in."""
        self._spans[span.id] = span
        for index in self._paragraphs(span):
            self._touching[index][span.id] = span

    def remove(self, span: Span) -> None:
        """Let the span with this one's id go; one that is not there is no matter."""
        known = self._spans.pop(span.id, None)
        for index in self._paragraphs(known) if known else ():
            del self._touching[index][span.id]

    def get(self, identifier: bytes) -> Span | None:
        """Return the span with this id, or None."""
        return self._spans.get(identifier)

    def touching(self, paragraph: int) -> list[Span]:
        """Return the spans that have a character in the paragraph with this index, in reading order."""
        return sorted(self._touching[paragraph].values(), key=reading_order) if paragraph in self._touching else []

    def at(self, offset: int) -> list[Span]:
        """Return the spans that cover the character at *offset*, innermost first."""
        covering = [span for span in self.touching(self._paragraph(offset)) if span.start <= offset < span.end]
        return sorted(covering, key=lambda span: (span.end - span.start, -span.start, span.id))

    def in_order(self) -> list[Span]:
        """Return all spans in reading order."""
        return sorted(self._spans.values(), key=reading_order)

    def after(self, here: Order) -> Span | None:
        """Return the first span behind the place *here* of the reading order; no paragraph after the one found is looked at."""
        for index in range(self._paragraph(here[0]), len(self._starts)):
            following = (span for span in self._opening(index) if reading_order(span) > here)
            if found := min(following, key=reading_order, default=None):
                return found
        return None

    def before(self, here: Order) -> Span | None:
        """Return the last span before the place *here* of the reading order."""
        for index in range(self._paragraph(here[0]), -1, -1):
            earlier = (span for span in self._opening(index) if reading_order(span) < here)
            if found := max(earlier, key=reading_order, default=None):
                return found
        return None

    def _opening(self, paragraph: int) -> Iterator[Span]:
        """Yield the spans that start in the paragraph with this index."""
        first = self._starts[paragraph]
        return (span for span in self._touching.get(paragraph, {}).values() if span.start >= first)

    def _paragraph(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _paragraphs(self, span: Span) -> range:
        return range(self._paragraph(span.start), self._paragraph(span.end - 1) + 1)
