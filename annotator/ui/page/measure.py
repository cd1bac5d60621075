"""How the boxes of a line are found: by its carets where one direction rules, by its glyphs where directions mix."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

EMPTY_PX = 0.01
INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
RTL, SPLIT = QGlyphRun.GlyphRunFlag.RightToLeft, QGlyphRun.GlyphRunFlag.SplitLigature
SOFT_HYPHEN = "\u00ad"
Box = tuple[float, float]


class Reading(NamedTuple):
    """What must be known of the paragraph to measure its lines; offsets are UTF-16 units of it.

    ``mixed`` are the ranges where a bidi level other than the base can occur, ``tabs`` the places of the tabs, both sorted.
    ``character`` returns the one at an offset. A line must not outlive its ``layout``, which is why that is here.
    """

    is_rtl: bool
    length: int
    mixed: tuple[tuple[int, int], ...]
    tabs: Sequence[int]
    character: Callable[[int], str]
    layout: QTextLayout


class Table(NamedTuple):
    """The boxes of all clusters of a line and whether each runs right to left; see `LineGeometry` for the rest."""

    boxes: list[Box]
    rtl: list[bool]


class Island(NamedTuple):
    """The boxes of clusters among which directions mix, and whether each runs right to left; ``first`` is the first."""

    first: int
    boxes: list[Box]
    rtl: list[bool]


class Measure:
    """Measures one line, no more of it than it is asked for, by the rules of a bidirectional page.

    ``islands`` are (first, one past the last) of the clusters among which directions mix, apart and in order; the rest of
    the line runs in the base direction, so that there a caret is where one box ends and the next begins. A line is one island
    if it has tabs, ends with a soft hyphen, or is cut behind a cluster of several units: then Qt may paint all of it elsewhere
    than it puts carets.
    """

    def __init__(self, line: QTextLine, start: Sequence[int], reading: Reading) -> None:
        """Prepare to measure *line*, whose clusters begin at *start* (UTF-16); nothing is measured yet."""
        self.line, self.start, self.reading = line, start, reading
        self.end = line.textStart() + line.textLength()
        self.tabs = self._clusters_of_tabs()
        self._is_rtl, self._at = reading.is_rtl, reading.character
        self.islands = ((0, len(start)),) if self.tabs or self._ends_oddly() else tuple(self._islands())
        self._carets: dict[int, float] = {}
        self._borders: dict[int, float | None] = {}
        self._measured: dict[int, Island] = {}

    def caret(self, k: int) -> float:
        """Return the x at which Qt puts a caret before cluster *k*, or behind the last."""
        x = self._carets.get(k)
        if x is None:
            position = self.start[k] if k < len(self.start) else self.end
            x = self._carets[k] = self.line.cursorToX(position)[0]  # type: ignore[index] # the stubs say object
        return x

    def pieces(self, first: int, last: int) -> Iterator[Box]:
        """Yield boxes that together are those of the clusters *first* up to *last*, in reading order.

        An island with base direction on both sides within the range fills what lies between these, however it is ordered.
        """
        if self.tabs:
            yield from self.table.boxes[first:last]
            return
        begun = first
        for island_first, stop in self.islands:
            if island_first < last and stop > first and (island_first <= first or stop >= last):
                if begun < island_first:
                    yield self.between(begun, island_first)
                island = self._island(island_first, stop)
                yield from island.boxes[max(first - island_first, 0) : last - island_first]
                begun = stop
        if begun < last:
            yield self.between(begun, last)

    def between(self, first: int, last: int) -> Box:
        """Return what the clusters *first* up to *last* fill, the outermost of which run in the base direction."""
        begin, end = self.leading_edge(first)[0], self.trailing_edge(last - 1)[0]
        left, right = (end, begin) if self._is_rtl else (begin, end)
        return (left, right) if left <= right else (left, left)

    def leading(self, k: int) -> float:
        """Return the x at which cluster *k* begins in reading order."""
        return self.leading_edge(k)[0]

    def trailing(self, k: int) -> float:
        """Return the x at which cluster *k* ends in reading order."""
        return self.trailing_edge(k)[0]

    def leading_edge(self, k: int) -> tuple[float, bool]:
        """Return the x at which cluster *k* begins in reading order, and whether it runs right to left."""
        mixed = self._among_mixed(k) if self.islands else None
        if mixed is None:
            x = self._border(k)
            if x is not None:
                return x, self._is_rtl
        box, is_rtl = mixed or (self.table.boxes[k], self.table.rtl[k])
        return box[is_rtl], is_rtl

    def trailing_edge(self, k: int) -> tuple[float, bool]:
        """Return the x at which cluster *k* ends in reading order, and whether it runs right to left."""
        mixed = self._among_mixed(k) if self.islands else None
        if mixed is None:
            x = self._border(k + 1)
            if x is not None:
                return x, self._is_rtl
        box, is_rtl = mixed or (self.table.boxes[k], self.table.rtl[k])
        return box[not is_rtl], is_rtl

    def is_rtl(self, k: int) -> bool:
        """Whether cluster *k* runs right to left."""
        mixed = self._among_mixed(k) if self.islands else None
        return mixed[1] if mixed else self.reading.is_rtl

    @cached_property
    def table(self) -> Table:
        """The whole line, measured when first asked for."""
        boxes = self._plain_boxes()
        rtl = [self.reading.is_rtl] * len(boxes)
        for first, stop in self.islands:
            island = self._measured_island(first, stop)
            boxes[first:stop], rtl[first:stop] = island.boxes, island.rtl
        self._share_with_empty_letters(boxes, rtl)
        if self.tabs:
            self._fill_tabs(boxes)
        return Table(boxes, rtl)

    def _border(self, k: int) -> float | None:
        """Return the x between cluster *k* and the one before it, of which one at least is of base level.

        None where *k* may be a letter without advance, which shares the box of the one before.
        """
        borders = self._borders
        if k in borders:
            return borders[k]
        x = borders[k] = None if self._may_share(k) else self.caret(k)
        return x

    def _may_share(self, k: int) -> bool:
        if not (self._is_rtl and 0 < k < len(self.start) and self._joins(k)):
            return False
        return self.caret(k) - self.caret(k + 1) <= EMPTY_PX or (bool(self.islands) and self._bounds(k) is not None)

    def _joins(self, k: int) -> bool:
        """Whether cluster *k* and the one before it may have become one shape: both begin with an Arabic letter."""
        at, start = self._at, self.start
        return _is_arabic_letter(at(start[k])) and _is_arabic_letter(at(start[k - 1]))

    def _bounds(self, k: int) -> tuple[int, int] | None:
        return next((bounds for bounds in self.islands if bounds[0] <= k < bounds[1]), None)

    def _among_mixed(self, k: int) -> tuple[Box, bool] | None:
        """Return the box of cluster *k* and whether it runs right to left, or None if a caret tells where it is."""
        if self.tabs:
            return self.table.boxes[k], self.table.rtl[k]
        bounds = self._bounds(k)
        if bounds is None:
            return None
        island = self._island(*bounds)
        return island.boxes[k - island.first], island.rtl[k - island.first]

    def _island(self, first: int, stop: int) -> Island:
        """Return the boxes of an island as they stand in the table, which is made only if any had to be shared or filled."""
        island = self._measured_island(first, stop)
        if any(map(is_empty, island.boxes)) or self._may_share(stop):
            return Island(first, self.table.boxes[first:stop], self.table.rtl[first:stop])
        return island

    def _measured_island(self, first: int, stop: int) -> Island:
        island = self._measured.get(first)
        if island is None:
            island = self._measured[first] = self._measure_island(first, stop)
        return island

    def _clusters_of_tabs(self) -> range | list[int]:
        tabs = self.reading.tabs
        if not tabs:
            return range(0)
        return [bisect_left(self.start, tab) for tab in tabs if self.line.textStart() <= tab < self.end]

    def _ends_oddly(self) -> bool:
        if not self.start:
            return False
        is_cut_behind_several = self.end - self.start[-1] > 1 and self.end < self.reading.length
        return is_cut_behind_several or self._at(self.start[-1]) == SOFT_HYPHEN

    def _islands(self) -> Iterator[tuple[int, int]]:
        """Yield the clusters that touch mixed ranges."""
        line_start, reached = self.line.textStart(), 0
        for a, b in self.reading.mixed:
            if a < self.end and b > line_start:
                opening = bisect_left(self.start, a) if self._is_rtl else bisect_right(self.start, a) - 1
                first, stop = max(opening, reached), bisect_left(self.start, b)
                if first < stop:
                    yield first, stop
                    reached = stop

    def _plain_boxes(self) -> list[Box]:
        """Return the boxes as if the whole line had the base direction."""
        at = self.line.cursorToX
        edges: list[float] = [at(position)[0] for position in self.start]  # type: ignore[index] # the stubs say object
        edges.append(self.caret(len(self.start)))
        if self.reading.is_rtl:
            return [(left, max(left, right)) for right, left in pairwise(edges)]
        return [(left, max(left, right)) for left, right in pairwise(edges)]

    def _measure_island(self, first: int, stop: int) -> Island:
        island, k = Island(first, [], []), first
        while k < stop:
            boxes, is_rtl = self._measure_run(k, stop)
            island.boxes.extend(boxes)
            island.rtl.extend([is_rtl] * len(boxes))
            k += len(boxes)
        return island

    def _measure_run(self, k: int, stop: int) -> tuple[list[Box], bool]:
        """Return the box of cluster *k* by its glyphs, with the boxes of the rest of its ligature, and its direction."""
        run = self._widest(k, k)
        if run is None:
            x = self.caret(k)
            return [(x, x)], self.reading.is_rtl
        rect, is_rtl, last = _rect(run), bool(run.flags() & RTL), k
        while is_rtl and run.flags() & SPLIT and last + 1 < stop:
            joint = self._widest(k, last + 1)
            if joint is None or not joint.flags() & RTL:
                break
            run, rect, last = joint, _rect(joint), last + 1
        return _shares(rect, last + 1 - k), is_rtl

    def _widest(self, first: int, last: int) -> QGlyphRun | None:
        end = self.start[last + 1] if last + 1 < len(self.start) else self.end
        runs = self.line.glyphRuns(self.start[first], end - self.start[first], INDEXES)
        return max(runs, key=lambda run: run.boundingRect().width(), default=None)

    def _share_with_empty_letters(self, boxes: list[Box], rtl: list[bool]) -> None:
        """Share a letter's box with the Arabic letters after it that have no advance of their own."""
        shared = 0
        for k in [k for k, (left, right) in enumerate(boxes) if right - left <= EMPTY_PX]:
            if k > shared and rtl[k - 1] and self._joins(k):
                shared = k
                while shared + 1 < len(boxes) and is_empty(boxes[shared + 1]) and self._joins(shared + 1):
                    shared += 1
                boxes[k - 1 : shared + 1] = _shares(boxes[k - 1], shared + 2 - k)

    def _fill_tabs(self, boxes: list[Box]) -> None:
        """Let each tab reach from the text before it to the text after it: of base level (UAX #9, L1), it parts them.

        Where another tab follows, or the line ends, it is as wide as its carets are apart.
        """
        column = self.line.rect()
        ((reached, margin),) = self._forward([(column.left(), column.right())])
        begun = 0
        for k, following in pairwise([*self.tabs, len(boxes)]):
            reached = max((end for _, end in self._forward(boxes[begun:k])), default=reached)
            hanging = max(min(reached + abs(self.caret(k + 1) - self.caret(k)), margin), reached)
            tab = reached, min((start for start, _ in self._forward(boxes[k + 1 : following])), default=hanging)
            (boxes[k],) = self._forward([tab]) or [(self.caret(k), self.caret(k))]
            reached, begun = tab[1], k + 1

    def _forward(self, boxes: list[Box]) -> list[Box]:
        """Return the visible *boxes* as they lie in the base direction, or those back again: mirrored from right to left."""
        seen = [box for box in boxes if not is_empty(box)]
        return [(-right, -left) for left, right in seen] if self._is_rtl else seen


def is_empty(box: Box) -> bool:
    """Whether *box* is too narrow to be seen."""
    return box[1] - box[0] <= EMPTY_PX


def _rect(run: QGlyphRun) -> Box:
    rect = run.boundingRect()
    return rect.left(), rect.right()


def _shares(box: Box, count: int) -> list[Box]:
    """Return *box* cut into *count* equal parts, from right to left."""
    left, right = box
    step = (right - left) / count
    return [(right - step * (k + 1), right - step * k) for k in range(count)]


def _is_arabic_letter(character: str) -> bool:
    return "\u0620" <= character <= "\u06d3" and character.isalpha()
