"""Where each grapheme cluster of a laid-out line stands: what fills, hits and carets ask."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from annotator.ui.page.measure import Box, Measure, is_empty

JOIN_PX = 0.02


class LineGeometry(Measure):
    """The boxes of one line, a grapheme cluster each: ``start[k]`` in UTF-16, ``x0[k] <= x1[k]``, ``rtl[k]``, and ``end``.

    Painting asks for a few of their edges only, so those are measured one by one; whoever asks for the boxes gets all.
    """

    @cached_property
    def x0(self) -> list[float]:
        """The left edges of the boxes."""
        return [left for left, _ in self.table.boxes]

    @cached_property
    def x1(self) -> list[float]:
        """The right edges of the boxes."""
        return [right for _, right in self.table.boxes]

    @property
    def rtl(self) -> list[bool]:
        """Whether each cluster runs right to left."""
        return self.table.rtl

    def __len__(self) -> int:
        """Return how many clusters the line has."""
        return len(self.start)

    def cluster(self, k: int) -> tuple[int, int]:
        """Return (start, end) of cluster *k* in UTF-16."""
        return self.start[k], self.start[k + 1] if k + 1 < len(self.start) else self.end

    def holding(self, offset: int) -> int:
        """Return the cluster that holds the UTF-16 *offset*, clamped to the line; -1 in a line without clusters."""
        return min(max(bisect_right(self.start, offset) - 1, 0), len(self.start) - 1)

    def rects(self, a: int, b: int) -> list[Box]:
        """Return the stretches (left, right) that the UTF-16 range covers, from left to right; partly covered counts whole."""
        return self.stretch(*self.clusters(a, b))

    def clusters(self, a: int, b: int) -> tuple[int, int]:
        """Return (first, one past the last) of the clusters that the UTF-16 range touches; equal if none."""
        first, last = bisect_right(self.start, a) - 1, bisect_left(self.start, b)
        return (max(first, 0), last) if a < b and a < self.end and last > 0 else (0, 0)

    def stretch(self, first: int, last: int) -> list[Box]:
        """Return the boxes of the clusters *first* up to *last*, those that touch joined, from left to right."""
        if not self.islands and first < last:
            box = self.between(first, last)
            return [] if is_empty(box) else [box]
        joined = _joined(self.pieces(first, last))
        return _joined(sorted(joined)) if len(joined) > 1 else joined

    def cluster_at(self, x: float) -> int:
        """Return the cluster painted at *x*, the nearest one outside the text; -1 in a line without any."""
        order = self.visual()
        if not order:
            return len(self.start) - 1
        return order[max(bisect_right(order, x, key=self.x0.__getitem__) - 1, 0)]

    def hit(self, x: float) -> int:
        """Return the UTF-16 offset meant by a click at *x*: the edge of the cluster there that is nearer."""
        k = self.cluster_at(x)
        if k < 0:
            return self.end
        start, end = self.cluster(k)
        return end if (x < self.middle(k)) == self.is_rtl(k) else start

    def carets(self, offset: int) -> list[float]:
        """Return where a caret at the UTF-16 *offset* stands: one x, or two at a change of direction (leading edge first)."""
        if not self.start:
            return [self.caret(0)]
        edges = []
        k = bisect_left(self.start, offset)
        if k < len(self.start):
            edges.append(self.leading(k))
        if k > 0 and not (edges and abs(edges[0] - self.trailing(k - 1)) <= JOIN_PX):
            edges.append(self.trailing(k - 1))
        return edges

    def middle(self, k: int) -> float:
        """Return the x in the middle of cluster *k*."""
        return (self.leading(k) + self.trailing(k)) / 2

    def visual(self) -> list[int]:
        """Return the visible clusters from left to right."""
        return self._order

    @cached_property
    def _order(self) -> list[int]:
        visible = (k for k, box in enumerate(self.table.boxes) if not is_empty(box))
        return sorted(visible, key=self.x0.__getitem__)


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Return *boxes* with neighbours in the sequence joined where they touch."""
    joined: list[Box] = []
    for left, right in boxes:
        if joined and left <= joined[-1][1] + JOIN_PX and right >= joined[-1][0] - JOIN_PX:
            joined[-1] = min(left, joined[-1][0]), max(right, joined[-1][1])
        elif not is_empty((left, right)):
            joined.append((left, right))
    return joined
