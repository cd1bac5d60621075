"""The spans shown, by id and by paragraph; a change costs the paragraphs it touches."""

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from annotator.model.spans import Span

SAMPLE = 32
Order = tuple[int, int, bytes]


def reading_order(span: Span) -> Order:
    """Return the key by which spans are read: by start, the outer of two first."""
    return span.start, -span.end, span.id


class Settled:
    """Many spans that stay as they are, sorted by start; a stretch of text is found in them without a look at the rest."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Hold *spans*."""
        self.spans = sorted(spans, key=attrgetter("start"))
        self._starts = [span.start for span in self.spans]
        self._reach = list(accumulate((span.end for span in self.spans), max))

    @cached_property
    def by_id(self) -> dict[bytes, Span]:
        """The spans by their ids."""
        return {span.id: span for span in self.spans}

    def starting(self, start: int, end: int) -> list[Span]:
        """Return the spans that start in ``text[start:end]``."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sample(self, start: int, end: int) -> list[Span]:
        """Return the spans that start in ``text[start:end]``, of many only some, evenly taken."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.spans[first : last : max((last - first) // SAMPLE, 1)]

    def reaching(self, start: int) -> list[Span]:
        """Return the spans that start before *start* and end after it."""
        before = bisect_left(self._starts, start)
        if not before or self._reach[before - 1] <= start:
            return []
        return [span for span in self.spans[bisect_right(self._reach, start) : before] if span.end > start]


class SpanIndex:
    """Spans of one document over paragraphs that begin at *starts*; offsets are code points.

    Those it was made with are settled; what came or went since is kept apart, by paragraph. ``changes`` counts that.
    """

    def __init__(self, starts: Sequence[int], spans: Iterable[Span]) -> None:
        """Hold *spans*."""
        self._starts = starts
        self._settled = Settled(spans)
        self._gone: set[bytes] = set()
        self._added: dict[bytes, Span] = {}
        self._touching: defaultdict[int, dict[bytes, Span]] = defaultdict(dict)
        self.changes = 0

    def __len__(self) -> int:
        """Return how many spans there are."""
        return len(self._settled.spans) - len(self._gone) + len(self._added)

    def add(self, span: Span) -> None:
        """Take *span* in, in place of one with its id."""
        self.remove(span)
        self.changes += 1
        self._added[span.id] = span
        for index in self._paragraphs(span):
            self._touching[index][span.id] = span

    def remove(self, span: Span) -> None:
        """Let the span with this one's id go; one that is not there is no matter."""
        self.changes += 1
        added = self._added.pop(span.id, None)
        if added:
            for index in self._paragraphs(added):
                del self._touching[index][span.id]
        elif span.id in self._settled.by_id:
            self._gone.add(span.id)

    def get(self, identifier: bytes) -> Span | None:
        """Return the span with this id, or None."""
        return self._added.get(identifier) or (None if identifier in self._gone else self._settled.by_id.get(identifier))

    def touching(self, paragraph: int) -> list[Span]:
        """Return the spans that have a character in the paragraph with this index, in reading order."""
        start = self._starts[paragraph]
        found = self._remaining(self._settled.reaching(start) + self._settled.starting(start, self._end(paragraph)))
        return sorted([*found, *self._touching.get(paragraph, {}).values()], key=reading_order)

    def labels_between(self, start: int, end: int) -> set[bytes]:
        """Return labels of spans that start in ``text[start:end]``: all if they are few, else those of a sample."""
        sample = self._remaining(self._settled.sample(start, end))
        inside = range(self._paragraph(start), self._paragraph(end - 1) + 1) if self._added else range(0)
        added = (span for index in inside for span in self._touching.get(index, {}).values() if start <= span.start < end)
        return {span.label for span in (*sample, *added)}

    def at(self, offset: int) -> list[Span]:
        """Return the spans that cover the character at *offset* with one of their parts, innermost first."""
        near = self.touching(self._paragraph(offset))
        covering = [span for span in near if any(start <= offset < end for start, end in span.parts)]
        return sorted(covering, key=lambda span: (span.end - span.start, -span.start, span.id))

    def in_order(self) -> list[Span]:
        """Return all spans in reading order."""
        return sorted([*self._remaining(self._settled.spans), *self._added.values()], key=reading_order)

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
        start = self._starts[paragraph]
        yield from self._remaining(self._settled.starting(start, self._end(paragraph)))
        yield from (span for span in self._touching.get(paragraph, {}).values() if span.start >= start)

    def _remaining(self, spans: list[Span]) -> list[Span]:
        return [span for span in spans if span.id not in self._gone] if self._gone else spans

    def _end(self, paragraph: int) -> int:
        """Return where the next paragraph begins; after the last, beyond any span."""
        return self._starts[paragraph + 1] if paragraph + 1 < len(self._starts) else sys.maxsize

    def _paragraph(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _paragraphs(self, span: Span) -> range:
        return range(self._paragraph(span.start), self._paragraph(span.end - 1) + 1)
