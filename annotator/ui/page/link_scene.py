"""What is in view of related spans: where the lines between them go, where their titles find room, what lights up."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect, QRectF

from annotator.model.spans import Span
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.edge_steps import edge_place
from annotator.ui.page.flow import Flow
from annotator.ui.page.measure import Box
from annotator.ui.page.painting import range_rects
from annotator.ui.page.related import Link
from annotator.ui.page.routes import End, Gap, Route, Routes, Run
from annotator.ui.page.spans import SpanIndex

INSET, AIR, EDGE, MOST_GAPS = 4.0, 3.0, 3.0, 6
ROOM = 8
ABOVE, BELOW = -1, 1


class Viewed(Protocol):
    """What this needs of the page."""

    flow: Flow
    spans: SpanIndex

    @property
    def column_left(self) -> int:
        """The x at which the column of text begins."""

    @property
    def view_height(self) -> int:
        """The height of what is visible, in pixels."""

    @property
    def chips(self) -> Chips:
        """What measures and paints chips."""

    def decoration(self, index: int) -> Decoration:
        """Return how the spans of the paragraph at *index* look."""


class Drawn(NamedTuple):
    """A link as it is drawn, in pixels of the view; ``title`` is where it is named, None if there is no room for that.

    ``rects`` are what it covers of the view, all of it within ``bounds``.
    """

    link: Link
    route: Route
    title: QRectF | None
    rects: list[QRect]
    bounds: QRect


class Scene:
    """Works out what is drawn in a view as it is now; made, asked once, dropped."""

    def __init__(self, page: Viewed, view_width: int) -> None:
        """Look at *page*, whose view is so wide."""
        self._page, self._flow, self._width = page, page.flow, view_width
        self._tops = dict(page.flow.visible(page.view_height))
        self._left = page.column_left
        self._routes = Routes((float(self._left), self._left + page.flow.width), page.view_height)
        self._ends: dict[bytes, End | int] = {}
        self._met: defaultdict[bytes, int] = defaultdict(int)
        self._taken: dict[tuple[int, int], list[Box]] = {}

    def draw(self, links: Sequence[Link]) -> list[Drawn]:
        """Return how *links* are drawn, the first ones with the shortest ways; those without an end in view are not."""
        spans, meetings = self._page.spans, defaultdict[bytes, int](int)
        shown = [(link, head, tail) for link in links if (head := spans.get(link.head)) and (tail := spans.get(link.tail))]
        for link, _, _ in shown:
            meetings[link.head] += 1
            meetings[link.tail] += 1
        found = []
        for link, head, tail in shown:
            route, at_right = self._route(link, head, tail, meetings)
            if route:
                found.append((link, route, at_right))
        return [_drawn(link, route, self._room(link, route, at_right=at_right)) for link, route, at_right in found]

    def covered(self, span: Span) -> list[QRectF]:
        """Return what *span* covers of the text in view."""
        return list(self._covered(span))

    def _route(self, link: Link, head: Span, tail: Span, meetings: dict[bytes, int]) -> tuple[Route | None, bool]:
        begin, end = self._end(head), self._end(tail)
        at_right = self._is_rtl(head if isinstance(begin, End) else tail)
        if isinstance(begin, End) and isinstance(end, End):
            ways = (begin, self._share(link.head, meetings)), (end, self._share(link.tail, meetings))
            return self._routes.between(*ways, at_right=at_right, both_ways=link.is_symmetric), at_right
        if isinstance(begin, End):
            way = begin, self._share(link.head, meetings)
            return self._routes.beyond(way, is_below=end == BELOW, at_right=at_right, is_head=True), at_right
        if isinstance(end, End):
            way = end, self._share(link.tail, meetings)
            return self._routes.beyond(way, is_below=begin == BELOW, at_right=at_right, is_head=False), at_right
        return None, at_right

    def _share(self, span: bytes, meetings: dict[bytes, int]) -> float:
        """Return at which share of its width the next of so many lines meets the span with this id."""
        self._met[span] += 1
        return self._met[span] / (meetings[span] + 1)

    def _is_rtl(self, span: Span) -> bool:
        return self._flow.stretches[self._flow.paragraph_at(span.start)].is_rtl

    def _end(self, span: Span) -> End | int:
        """Return where lines meet *span*; ABOVE or BELOW if it does not begin in view."""
        end = self._ends.get(span.id)
        if end is None:
            end = self._ends[span.id] = self._find_end(span)
        return end

    def _find_end(self, span: Span) -> End | int:
        index = self._flow.paragraph_at(span.start)
        if index not in self._tops:
            return ABOVE if self._tops and index < min(self._tops) else BELOW
        paragraph = self._flow.paragraph(index)
        found = edge_place(paragraph, span.start, is_start=True)
        line, x = found or (0, 0.0)
        gap = self._gap(index, line)
        if gap.top < 0:
            return ABOVE
        if gap.top + gap.height + ROOM > self._page.view_height:
            return BELOW
        for chip in self._page.decoration(index).line(line).chips:
            if chip.part.span.id == span.id and chip.part.number == 1:
                rect = chip.rect.translated(self._left, self._tops[index])
                return End(gap, rect.left() + INSET / 2, rect.right() - INSET / 2, round(rect.top()), is_chip=True)
        x = round(self._left + x + (-INSET if paragraph.is_rtl else INSET))
        return End(gap, x, x, gap.top + gap.height, is_chip=False)

    def _gap(self, index: int, line: int) -> Gap:
        paragraph = self._flow.paragraph(index)
        return Gap((index, line), round(self._tops[index] + paragraph.lines[line].top), paragraph.typography.chip_row)

    def _room(self, link: Link, route: Route, *, at_right: bool) -> QRectF | None:
        """Return where the title of *link* stands: on its line where no chip does, else beside the text further on."""
        chips = self._page.chips
        if chips.height <= 0:
            return None
        width = chips.width(link.title)
        for gap, low, high in (*route.runs, *self._gaps_passed(route, at_right=at_right)):
            left = self._free(gap, low, high, width)
            if left is not None:
                self._chips_in(gap).append((left, left + width))
                return QRectF(round(left), gap.top + chips.air, width, chips.height)
        return None

    def _gaps_passed(self, route: Route, *, at_right: bool) -> Iterator[Run]:
        """Yield the gaps between those of a way that it passes in the margin, with the x there."""
        rect = route.line.boundingRect()
        x, found = rect.right() if at_right else rect.left(), 0
        for index, top in self._tops.items():
            paragraph = self._flow.paragraph(index)
            if top + paragraph.height < rect.top() or top > rect.bottom():
                continue
            for line in range(paragraph.line_at(rect.top() - top), paragraph.line_at(rect.bottom() - top) + 1):
                gap = self._gap(index, line)
                if rect.top() < gap.top and gap.top + gap.height < rect.bottom() and found < MOST_GAPS:
                    found += 1
                    yield Run(gap, x, x)

    def _free(self, gap: Gap, low: float, high: float, width: float) -> float | None:
        """Return the left edge of a free place in *gap* for a title that touches the run from *low* to *high*, or None."""
        taken = self._chips_in(gap)
        middle = (low + high - width) / 2
        places = [middle, *(b + AIR for _, b in taken), *(a - AIR - width for a, _ in taken)]
        least, most = max(low - width, EDGE), min(high, self._width - EDGE - width)
        for left in sorted({min(max(place, least), most) for place in places}, key=lambda place: abs(place - middle)):
            if least <= left <= most and not any(a < left + width + AIR / 2 and b > left - AIR / 2 for a, b in taken):
                return left
        return None

    def _chips_in(self, gap: Gap) -> list[Box]:
        """Return (left, right) of what stands in *gap* already."""
        taken = self._taken.get(gap.place)
        if taken is None:
            index, line = gap.place
            chips = self._page.decoration(index).line(line).chips
            taken = self._taken[gap.place] = [(self._left + chip.rect.left(), self._left + chip.rect.right()) for chip in chips]
        return taken

    def _covered(self, span: Span) -> Iterator[QRectF]:
        for index, top in self._tops.items():
            paragraph = self._flow.paragraph(index)
            if span.start < paragraph.end and span.end > paragraph.start:
                lines = range(paragraph.line_at(-top), paragraph.line_at(self._page.view_height - top) + 1)
                for start, end in span.parts:
                    for rect in range_rects(paragraph, start, end, lines):
                        yield rect.translated(self._left, round(top))


def _drawn(link: Link, route: Route, title: QRectF | None) -> Drawn:
    rects = list(_rects(route, title))
    return Drawn(link, route, title, rects, reduce(QRect.united, rects))


def _rects(route: Route, title: QRectF | None) -> Iterator[QRect]:
    for begin, end in pairwise(route.line.toList()):
        yield QRectF(begin, end).normalized().toAlignedRect().adjusted(-2, -2, 2, 2)
    for arrow in route.arrows:
        yield arrow.boundingRect().toAlignedRect().adjusted(-2, -2, 2, 2)
    if title:
        yield title.toAlignedRect().adjusted(-1, -1, 1, 1)
