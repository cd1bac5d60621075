"""Where each grapheme cluster of a laid-out line stands: the one table that fills, hits and carets read."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

JOIN_PX = 0.02
EMPTY_PX = 0.01
GAP_PX = 0.5
INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
RTL, SPLIT = QGlyphRun.GlyphRunFlag.RightToLeft, QGlyphRun.GlyphRunFlag.SplitLigature
Box = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the table must know of the paragraph; offsets are UTF-16 units of it.

    ``mixed`` are the ranges where a bidi level other than the base can occur. ``character`` returns the one at an offset.
    """

    is_rtl: bool
    mixed: tuple[tuple[int, int], ...]
    character: Callable[[int], str]


class LineGeometry:
    """The boxes of one line, a grapheme cluster each: ``start[k]`` in UTF-16, ``x0[k] <= x1[k]``, ``rtl[k]``, and ``end``.

    ``is_approximate`` is set where tabs among mixed directions could not be told apart.
    """

    __slots__ = ("_bare", "_is_plain", "_order", "end", "is_approximate", "rtl", "start", "x0", "x1")

    def __init__(self, line: QTextLine, start: Sequence[int], reading: Reading) -> None:
        """Measure *line*, whose clusters begin at *start* (UTF-16)."""
        self.start = start
        self.end = line.textStart() + line.textLength()
        self._bare = _edge(line, line.textStart())
        measure = _Measure(line, start, self.end, reading)
        boxes = measure.boxes()
        self.is_approximate = measure.is_approximate
        self._is_plain = not measure.inside
        self.x0 = [box[0] for box in boxes]
        self.x1 = [box[1] for box in boxes]
        self.rtl = measure.rtl
        self._order: list[int] | None = None

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
        first = max(bisect_right(self.start, a) - 1, 0)
        last = bisect_left(self.start, b)
        return (first, last) if a < min(b, self.end) and first < last else (0, 0)

    def stretch(self, first: int, last: int) -> list[Box]:
        """Return the boxes of the clusters *first* up to *last*, those that touch joined, from left to right."""
        if self._is_plain and first < last:
            left, right = min(self.x0[first], self.x0[last - 1]), max(self.x1[first], self.x1[last - 1])
            return [(left, right)] if right - left > EMPTY_PX else []
        joined = _joined(zip(self.x0[first:last], self.x1[first:last], strict=True))
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
        is_left_half = x < (self.x0[k] + self.x1[k]) / 2
        return end if is_left_half == self.rtl[k] else start

    def carets(self, offset: int) -> list[float]:
        """Return where a caret at the UTF-16 *offset* stands: one x, or two at a change of direction (leading edge first)."""
        if not self.start:
            return [self._bare]
        edges = []
        k = bisect_left(self.start, offset)
        if k < len(self.start):
            edges.append(self.leading(k))
        if k > 0 and not (edges and abs(edges[0] - self.trailing(k - 1)) <= JOIN_PX):
            edges.append(self.trailing(k - 1))
        return edges

    def leading(self, k: int) -> float:
        """Return the x at which cluster *k* begins in reading order."""
        return self.x1[k] if self.rtl[k] else self.x0[k]

    def trailing(self, k: int) -> float:
        """Return the x at which cluster *k* ends in reading order."""
        return self.x0[k] if self.rtl[k] else self.x1[k]

    def visual(self) -> list[int]:
        """Return the visible clusters from left to right; sorted when first asked for, which painting never does."""
        if self._order is None:
            visible = (k for k in range(len(self.x0)) if self.x1[k] - self.x0[k] > EMPTY_PX)
            self._order = sorted(visible, key=self.x0.__getitem__)
        return self._order


class _Measure:
    """Measures one line, by the rules of a bidirectional page; made, asked once, dropped."""

    def __init__(self, line: QTextLine, start: Sequence[int], end: int, reading: Reading) -> None:
        self.line, self.start, self.end, self.reading = line, start, end, reading
        self.rtl = [reading.is_rtl] * len(start)
        self.is_approximate = False
        self.inside = self._inside()

    def boxes(self) -> list[Box]:
        boxes = self._plain_boxes()
        inside = self.inside
        if inside:
            self._measure_runs(boxes, inside)
        self._share_with_empty_letters(boxes)
        if inside:
            self._give_gaps_to_tabs(boxes, inside)
        return boxes

    def _plain_boxes(self) -> list[Box]:
        """Return the boxes as if the whole line had the base direction."""
        at = self.line.cursorToX
        edges: list[float] = [at(position)[0] for position in self.start]  # type: ignore[index] # the stubs say object
        edges.append(_edge(self.line, self.end))
        if self.reading.is_rtl:
            return [(left, max(left, right)) for right, left in pairwise(edges)]
        return [(left, max(left, right)) for left, right in pairwise(edges)]

    def _inside(self) -> list[int]:
        """Return the clusters that touch a mixed range."""
        inside: list[int] = []
        for a, b in self.reading.mixed:
            if a < self.end and b > self.line.textStart():
                first = max(bisect_right(self.start, a) - 1, inside[-1] + 1 if inside else 0)
                inside.extend(range(first, bisect_left(self.start, b)))
        return inside

    def _measure_runs(self, boxes: list[Box], inside: list[int]) -> None:
        done = -1
        for k in inside:
            if k > done:
                done = self._measure_run(boxes, k)

    def _measure_run(self, boxes: list[Box], k: int) -> int:
        """Measure cluster *k* by its glyphs, and the rest of its ligature; return the last cluster measured."""
        run = self._widest(k, k)
        if run is None:
            x = _edge(self.line, self.start[k])
            boxes[k] = x, x
            return k
        rect, is_rtl, last = _rect(run), bool(run.flags() & RTL), k
        while is_rtl and run.flags() & SPLIT and last + 1 < len(self.start):
            last += 1
            run = self._widest(k, last) or run
            rect = _rect(run)
        boxes[k : last + 1] = _shares(rect, last + 1 - k)
        self.rtl[k : last + 1] = [is_rtl] * (last + 1 - k)
        return last

    def _widest(self, first: int, last: int) -> QGlyphRun | None:
        end = self.start[last + 1] if last + 1 < len(self.start) else self.end
        runs = self.line.glyphRuns(self.start[first], end - self.start[first], INDEXES)
        return max(runs, key=lambda run: run.boundingRect().width(), default=None)

    def _share_with_empty_letters(self, boxes: list[Box]) -> None:
        """Share a letter's box with the Arabic letters after it that have no advance of their own."""
        shared = 0
        for k in [k for k, (left, right) in enumerate(boxes) if right - left <= EMPTY_PX]:
            if k > shared and self.rtl[k - 1] and self._is_empty_letter(boxes, k):
                shared = k
                while shared + 1 < len(boxes) and self._is_empty_letter(boxes, shared + 1):
                    shared += 1
                boxes[k - 1 : shared + 1] = _shares(boxes[k - 1], shared + 2 - k)

    def _is_empty_letter(self, boxes: list[Box], k: int) -> bool:
        left, right = boxes[k]
        return right - left <= EMPTY_PX and _is_arabic_letter(self.reading.character(self.start[k]))

    def _give_gaps_to_tabs(self, boxes: list[Box], inside: list[int]) -> None:
        tabs = [k for k in inside if self.reading.character(self.start[k]) == "\t"]
        if not tabs:
            return
        gaps = _gaps(boxes, self.line.naturalTextRect())
        self.is_approximate = len(gaps) != len(tabs)
        if not self.is_approximate:
            ordered = reversed(gaps) if self.reading.is_rtl else gaps
            for k, gap in zip(tabs, ordered, strict=True):
                boxes[k] = gap


def _edge(line: QTextLine, position: int) -> float:
    return line.cursorToX(position)[0]  # type: ignore[index,no-any-return] # the stubs say object


def _rect(run: QGlyphRun) -> Box:
    rect = run.boundingRect()
    return rect.left(), rect.right()


def _shares(box: Box, count: int) -> list[Box]:
    """Return *box* cut into *count* equal parts, from right to left."""
    left, right = box
    step = (right - left) / count
    return [(right - step * (k + 1), right - step * k) for k in range(count)]


def _joined(boxes: "Sequence[Box] | zip[Box]") -> list[Box]:
    """Return *boxes* with neighbours in the sequence joined where they touch."""
    joined: list[Box] = []
    for left, right in boxes:
        if joined and left <= joined[-1][1] + JOIN_PX and right >= joined[-1][0] - JOIN_PX:
            joined[-1] = min(left, joined[-1][0]), max(right, joined[-1][1])
        elif right - left > EMPTY_PX:
            joined.append((left, right))
    return joined


def _gaps(boxes: list[Box], natural: QRectF) -> list[Box]:
    """Return what the boxes leave free of the *natural* extent of the line, from left to right."""
    gaps: list[Box] = []
    reached = natural.left()
    for left, right in sorted(box for box in boxes if box[1] - box[0] > EMPTY_PX):
        if left - reached > GAP_PX:
            gaps.append((reached, left))
        reached = max(reached, right)
    if natural.right() - reached > GAP_PX:
        gaps.append((reached, natural.right()))
    return gaps


def _is_arabic_letter(character: str) -> bool:
    return "\u0620" <= character <= "\u06d3" and character.isalpha()
