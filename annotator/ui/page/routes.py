"""The ways of the lines between related spans: along the gaps over lines of text and down the margin, never over the text."""

from collections import defaultdict
from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from annotator.ui.page.measure import Box

STEP, FIRST, APART = 3.0, 1.0, 3.0
MARGIN_FIRST, MARGIN_STEP, MARGIN_LINES = 9.0, 4.0, 8
TIP, WING = 6.0, 3.5
UPWARD_LINES, MOST = 3, 24


class Gap(NamedTuple):
    """The row of chips over the line at ``place`` (paragraph, line), in pixels of the view.

    Where no chips are shown it has no ``height``: the text begins at its ``top``.
    """

    place: tuple[int, int]
    top: float
    height: float

    @property
    def lines(self) -> int:
        """How many lines find room in it side by side; where no chips stand they lie between the bars above."""
        return max(int((self.height - FIRST) // STEP), 1) if self.height else UPWARD_LINES

    def y(self, line: int) -> float:
        """Return where the *line* with this number runs."""
        return self.top + FIRST + STEP * line if self.height else self.top - FIRST - STEP * line


class End(NamedTuple):
    """Where a line meets a span: its chip between ``left`` and ``right``, whose top is at ``y``, or its text below ``y``."""

    gap: Gap
    left: float
    right: float
    y: float
    is_chip: bool

    def x(self, share: float) -> float:
        """Return the x at a *share*, between 0 and 1, of its width."""
        return float(round(self.left + (self.right - self.left) * share))


class Run(NamedTuple):
    """Where a line runs along a gap, from x to x."""

    gap: Gap
    low: float
    high: float


class Route(NamedTuple):
    """A way: the corners of the line from head to tail, the arrows on it, and where it runs along gaps.

    ``margin`` is the x at which it runs down or up beside the text, None if it does not.
    """

    line: QPolygonF
    arrows: tuple[QPolygonF, ...]
    runs: tuple[Run, ...]
    margin: float | None


class Routes:
    """Finds ways one after another, each beside those found before, in a view of this height whose text stands in a column."""

    def __init__(self, column: Box, view_height: float) -> None:
        """Begin with no line drawn."""
        self._column, self._view_height = column, view_height
        self._taken = defaultdict[Hashable, list[tuple[float, float, int]]](list)

    def between(self, head: tuple[End, float], tail: tuple[End, float], *, at_right: bool, both_ways: bool) -> Route:
        """Return the way from *head* to *tail*, each with the share of its width where it is met.

        One that leaves the line goes by the margin at the right or the left.
        """
        (begin, begin_share), (end, end_share), margin = head, tail, None
        if begin.gap.place == end.gap.place:
            x0, x1 = begin.x(begin_share), end.x(end_share)
            y = self._along(begin.gap, x0, x1)
            first, last = _met(begin, x0, y, x1), _met(end, x1, y, x0)
            line = [*first, *reversed(last)]
            runs: tuple[Run, ...] = (_run(end.gap, x0, x1),)
        else:
            margin = self._margin(*sorted((begin.gap.top, end.gap.top)), at_right=at_right)
            first, last = self._out(begin, begin_share, margin), self._out(end, end_share, margin)
            line = [*first, *reversed(last)]
            runs = (_run(end.gap, margin, end.x(end_share)), _run(begin.gap, margin, begin.x(begin_share)))
        arrows = (_arrow(last), _arrow(first)) if both_ways else (_arrow(last),)
        return Route(QPolygonF(line), arrows, runs, margin)

    def beyond(self, end: tuple[End, float], *, is_below: bool, at_right: bool, is_head: bool) -> Route:
        """Return the way from the one *end* in view, head or tail, to the edge of the view above or below."""
        one, share = end
        y = self._view_height - 1 if is_below else 0.0
        margin = self._margin(*sorted((one.gap.top, y)), at_right=at_right)
        way = [*self._out(one, share, margin), QPointF(margin, y)]
        arrows = [_arrow([way[-1], way[-2]])]
        if not is_head:
            arrows.append(_arrow(way[:-1]))
            way.reverse()
        return Route(QPolygonF(way), tuple(arrows), (_run(one.gap, margin, one.x(share)),), margin)

    def _out(self, end: End, share: float, margin: float) -> list[QPointF]:
        """Return the way from an *end* to the *margin*."""
        x = end.x(share)
        y = self._along(end.gap, x, margin)
        return [*_met(end, x, y, margin), QPointF(margin, y)]

    def _along(self, gap: Gap, x0: float, x1: float) -> float:
        """Return the y of a line in *gap* that is free from x to x."""
        return gap.y(self._free(gap.place, gap.lines, *sorted((x0, x1))))

    def _margin(self, top: float, bottom: float, *, at_right: bool) -> float:
        """Return the x of a line in the margin that is free from *top* to *bottom*."""
        line = self._free(("margin", at_right), MARGIN_LINES, top, bottom)
        away = MARGIN_FIRST + MARGIN_STEP * line
        return float(round(self._column[1] + away if at_right else self._column[0] - away))

    def _free(self, place: Hashable, lines: int, low: float, high: float) -> int:
        """Return the first of so many *lines* that is free from *low* to *high*; where all are taken, each in its turn."""
        taken, every = self._taken[place], range(lines)
        is_crowded = len(taken) >= MOST
        busy = {line for a, b, line in taken if a < high + APART and b > low - APART} if not is_crowded else {*every}
        line = next((line for line in every if line not in busy), len(taken) % lines)
        taken.append((low, high, line))
        return line


def _run(gap: Gap, x0: float, x1: float) -> Run:
    return Run(gap, min(x0, x1), max(x0, x1))


def _met(end: End, x: float, y: float, toward: float) -> list[QPointF]:
    """Return the corners at an *end* that a line at *y* meets, coming from the side *toward* which it leaves.

    A chip whose top lies over the line is met from the side.
    """
    if y < end.y or not end.is_chip:
        return [QPointF(x, end.y), QPointF(x, y)]
    return [QPointF(end.right if toward > x else end.left, y)]


def _arrow(way: list[QPointF]) -> QPolygonF:
    """Return an arrow head with its tip where *way* begins, which leads away from there."""
    tip, neck = way[0], next((point for point in way[1:] if point != way[0]), way[0])
    if abs(tip.x() - neck.x()) > abs(tip.y() - neck.y()):
        back = TIP if neck.x() > tip.x() else -TIP
        return QPolygonF([tip, tip + QPointF(back, -WING), tip + QPointF(back, WING)])
    back = TIP if neck.y() > tip.y() else -TIP
    return QPolygonF([tip, tip + QPointF(-WING, back), tip + QPointF(WING, back)])
