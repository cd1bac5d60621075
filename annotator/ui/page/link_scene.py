"""What is in view of related spans: where the lines between them go, where their titles find room, what lights up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QRect, QRectF

from annotator.model.spans import Span
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.edge_steps import edge_place
from annotator.ui.page.flow import Flow
from annotator.ui.page.link_titles import Titles
from annotator.ui.page.measure import Box
from annotator.ui.page.painting import range_rects
from annotator.ui.page.related import Link
from annotator.ui.page.routes import End, Gap, Route, Routes
from annotator.ui.page.spans import SpanIndex

INSET = 4.0
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


@dataclass(frozen=True, eq=False)
class Drawn:
    """A link as it is drawn, in pixels of the view; ``title`` is where it is named, None if there is no room for that."""

    link: Link
    route: Route
    title: QRectF | None = None

    @cached_property
    def rects(self) -> list[QRect]:
        """What it covers of the view."""
        lines = (QRectF(begin, end).normalized() for begin, end in pairwise(self.route.line.toList()))
        rects = [rect.toAlignedRect().adjusted(-2, -2, 2, 2) for rect in lines]
        rects += [arrow.boundingRect().toAlignedRect().adjusted(-2, -2, 2, 2) for arrow in self.route.arrows]
        return [*rects, self.title.toAlignedRect().adjusted(-1, -1, 1, 1)] if self.title else rects


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

    def draw(self, links: Sequence[Link]) -> list[Drawn]:
        """Return how *links* are drawn, the first ones with the shortest ways; those without an end in view are not."""
        spans, meetings = self._page.spans, Counter[bytes]()
        shown = [(link, head, tail) for link in links if (head := spans.get(link.head)) and (tail := spans.get(link.tail))]
        for link, _, _ in shown:
            meetings.update((link.head, link.tail))
        found = ((link, self._route(link, head, tail, meetings)) for link, head, tail in shown)
        return [Drawn(link, route) for link, route in found if route]

    def named(self, drawn: Iterable[Drawn]) -> list[Drawn]:
        """Return *drawn* with the titles for which there is room."""
        titles = Titles(self._page.chips, self._width, {gap: self._chips_in(gap) for gap in self._gaps()})
        return [replace(one, title=titles.room(one.link.title, one.route)) for one in drawn]

    def covered(self, span: Span) -> list[QRectF]:
        """Return what *span* covers of the text in view."""
        return list(self._covered(span))

    def _route(self, link: Link, head: Span, tail: Span, meetings: Mapping[bytes, int]) -> Route | None:
        begin, end = self._end(head), self._end(tail)
        at_right = self._is_rtl(head if isinstance(begin, End) else tail)
        if isinstance(begin, End) and isinstance(end, End):
            ways = (begin, self._share(head, meetings)), (end, self._share(tail, meetings))
            return self._routes.between(*ways, at_right=at_right, both_ways=link.is_symmetric)
        if isinstance(begin, End):
            way = begin, self._share(head, meetings)
            return self._routes.beyond(way, is_below=end == BELOW, at_right=at_right, is_head=True)
        if isinstance(end, End):
            way = end, self._share(tail, meetings)
            return self._routes.beyond(way, is_below=begin == BELOW, at_right=at_right, is_head=False)
        return None

    def _share(self, span: Span, meetings: Mapping[bytes, int]) -> float:
        """Return at which share of its width the next of so many lines meets *span*, the first where reading begins."""
        self._met[span.id] += 1
        share = self._met[span.id] / (meetings[span.id] + 1)
        return 1 - share if self._is_rtl(span) else share

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

    def _gaps(self) -> Iterator[Gap]:
        """Yield the gaps in view, from the top down."""
        for index, top in self._tops.items():
            paragraph = self._flow.paragraph(index)
            last = paragraph.line_at(self._page.view_height - top)
            yield from (self._gap(index, line) for line in range(paragraph.line_at(-top), last + 1))

    def _chips_in(self, gap: Gap) -> list[Box]:
        """Return (left, right) of the names that stand in *gap*."""
        index, line = gap.place
        chips = self._page.decoration(index).line(line).chips
        return [(self._left + chip.rect.left(), self._left + chip.rect.right()) for chip in chips]

    def _covered(self, span: Span) -> Iterator[QRectF]:
        for index, top in self._tops.items():
            paragraph = self._flow.paragraph(index)
            if span.start < paragraph.end and span.end > paragraph.start:
                lines = range(paragraph.line_at(-top), paragraph.line_at(self._page.view_height - top) + 1)
                for start, end in span.parts:
                    for rect in range_rects(paragraph, start, end, lines):
                        yield rect.translated(self._left, round(top))
