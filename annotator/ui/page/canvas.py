"""Canvas: a view that paints spans, search hits, the selection and the caret."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.ui.guard import guarded
from annotator.ui.page import painting
from annotator.ui.page.caret import CaretLine
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.links import Links
from annotator.ui.page.looks import Looks
from annotator.ui.page.overview import Overview
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import FOCUSED, Style
from annotator.ui.page.remarks import Remarks
from annotator.ui.page.signs import draw_signs
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import Typography
from annotator.ui.page.view import View
from annotator.ui.theme import LIGHT

KEPT_DECORATIONS, HANDLE_ROOM, CARET_ROOM = 700, 6, 7


class Canvas(View):
    """Paints what is in view; offsets are code points."""

    _style: Style

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show neither text nor spans."""
        self.looks = Looks(LIGHT)
        self.spans = SpanIndex([0], ())
        self.pending: frozenset[bytes] = frozenset()
        self.hits: tuple[tuple[int, int], ...] = ()
        self.current_hit: tuple[int, int] | None = None
        self.has_signs, self._named = False, None  # type: bool, bytes | None
        self._decorations: dict[int, Decoration] = {}
        self._caret_rects: list[QRect] = []
        self.links, self.remarks = Links(self), Remarks(self)
        super().__init__(parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._overview = Overview(self.bar)
        self._ahead = QTimer(self, singleShot=True, interval=30)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self._other_screen = QTimer(self, singleShot=True, interval=0)
        self._other_screen.timeout.connect(self._relay)

    def show_text(self, text: str, pieces: Stretches, offset: int) -> None:
        """Show *text*, laid out in these *pieces*, the line of *offset* on top."""
        self._decorations.clear()
        super().show_text(text, pieces, offset)

    def replace_spans(self, before: Iterable[Span], after: Iterable[Span]) -> None:
        """Show the spans *after* in place of those *before*, repainting only the paragraphs they touch."""
        before, after = tuple(before), tuple(after)
        for span in before:
            self.spans.remove(span)
        for span in after:
            self.spans.add(span)
        for span in (*before, *after):
            self.refresh(self.flow.paragraph_at(span.start), self.flow.paragraph_at(span.end - 1))

    def forget_decorations(self) -> None:
        """Paint all that is in view anew: other spans are to be seen."""
        self._decorations.clear()
        self.viewport().update()

    def refresh(self, first: int, last: int) -> None:
        """Repaint the paragraphs *first* to *last*, whose spans changed."""
        for index in [index for index in self._decorations if first <= index <= last]:
            del self._decorations[index]
        self.update_paragraphs(first, last)
        self._ahead.start()

    def set_looks(self, looks: Looks) -> None:
        """Paint with these label colours and their theme."""
        self.looks = looks
        self._set_style()

    def set_pending(self, ids: Iterable[bytes]) -> None:
        """Show the spans with these ids hollow: they are not on disk yet."""
        changed = self.pending ^ frozenset(ids)
        self.pending = frozenset(ids)
        self._style = self._style._replace(pending=self.pending)
        for span in filter(None, map(self.spans.get, changed)):
            self.refresh(self.flow.paragraph_at(span.start), self.flow.paragraph_at(span.end - 1))

    def name_span(self, span: bytes | None) -> None:
        """Know that the span with this id is in focus: it may be the only one that is named in the text."""
        before, self._named = self._named, span
        self.links.focus(span)
        self._style = self._style._replace(focused=span)
        if self.chips_of == FOCUSED:
            for known in filter(None, map(self.spans.get, filter(None, (before, span)))):
                self.refresh(self.flow.paragraph_at(known.start), self.flow.paragraph_at(known.end - 1))

    def set_signs(self, *, shown: bool) -> None:
        """Show where characters stand that cannot be seen, and which, or no longer."""
        self.has_signs = shown
        self.viewport().update()

    def set_hits(self, hits: Iterable[tuple[int, int]], current: tuple[int, int] | None = None) -> None:
        """Show what a search found, the *current* hit stronger."""
        self.hits, self.current_hit = tuple(sorted(hits)), current
        self.viewport().update()

    def decoration(self, index: int) -> Decoration:
        """Return how the spans of the paragraph at *index* look."""
        paragraph = self.flow.paragraph(index)
        decoration = self._decorations.get(index)
        if decoration is None or decoration.paragraph is not paragraph:
            decoration = self._decorations[index] = Decoration(paragraph, self.spans.touching(index), self._style)
            if len(self._decorations) > KEPT_DECORATIONS:
                del self._decorations[next(iter(self._decorations))]
        return decoration

    @property
    def chips(self) -> Chips:
        """What measures and paints chips."""
        return self._style.chips

    def chip_at(self, point: QPointF) -> bytes | None:
        """Return the id of the span whose chip is at *point* of the viewport."""
        index, inner = self._inside(point)
        return self.decoration(index).chip(inner)

    def target_at(self, point: QPointF) -> bytes | None:
        """Return the id of the span whose chip or bar is at *point* of the viewport."""
        index, inner = self._inside(point)
        return self.decoration(index).target(inner)

    def hidden_at(self, point: QPointF) -> tuple[bytes, ...]:
        """Return the ids of the spans behind the «+k» at *point* of the viewport."""
        index, inner = self._inside(point)
        return self.decoration(index).hidden(inner)

    def handle_at(self, point: QPointF) -> str:
        """Return which edge of the span in focus, "start" or "end", has its handle at *point* of the viewport; else ""."""
        span = self.marks().focused
        if span is None:
            return ""
        index, inner = self._inside(point)
        paragraph = self.flow.paragraph(index)
        near = range(max(paragraph.line_at(inner.y()) - 1, 0), paragraph.line_at(inner.y()) + 2)
        handles = painting.handle_rects(paragraph, span, near)
        return painting.handle_at(handles, inner)

    def marks(self) -> painting.Marks:
        """Return what is shown for the moment: hits; where there is more to show, that too."""
        return painting.Marks(hits=self.hits, current=self.current_hit)

    def carets(self) -> list[CaretLine]:
        """Return the line of the caret and (x, whether right-to-left) in it; none where nobody reads."""
        return []

    def update_carets(self) -> None:
        """Repaint where the caret was, and where it is."""
        for rect in (*self._caret_rects, *self._rects_of(self.carets())):
            self.viewport().update(rect)

    def _rects_of(self, carets: Sequence[CaretLine]) -> Iterator[QRect]:
        """Yield what a caret covers of the viewport in each of its places, as far as they are near the view."""
        for place, xs in carets:
            top = self.flow.y_of(place.paragraph, self.view_height)
            if top is not None:
                paragraph = self.flow.paragraph(place.paragraph)
                y = round(top) + int(paragraph.fill_top(place.line))
                for x, _ in xs:
                    left = self.column_left + round(x) - CARET_ROOM
                    yield QRect(left, y - 1, 2 * CARET_ROOM, int(paragraph.typography.text_height) + 3)

    def _inside(self, point: QPointF) -> tuple[int, QPointF]:
        """Return the paragraph nearest to *point* of the viewport, and where in it the point is."""
        place, x = self.place_at(point)
        top = self.flow.y_of(place.paragraph, self.view_height) or 0.0
        return place.paragraph, QPointF(x, point.y() - top)

    def _set_type(self) -> Typography:
        typography = super()._set_type()
        self._set_style()
        return typography

    def _set_style(self) -> None:
        chips = Chips(self._typography, self.devicePixelRatioF())
        self._style = Style(self.looks, chips, self.pending, self.chips_of, self._named)
        self.forget_decorations()

    def _lay_out_ahead(self) -> None:
        """Lay out and decorate the neighbouring screens, and look over the whole, while nothing else is to be done."""
        shown = self.flow.visible(self.view_height)
        self._overview.renew(self.flow, self.spans, self.hits, self.looks)
        if not shown:
            return
        screen = len(shown)
        for index in range(max(shown[0][0] - screen, 0), min(shown[-1][0] + screen + 1, len(self.flow))):
            decoration = self.decoration(index)
            if len(decoration.paragraph.lines) < screen * 4:
                for line in range(len(decoration.paragraph.lines)):
                    decoration.line(line)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paragraphs in view, as far as they need it."""
        if self.devicePixelRatioF() != self.flow.typography.ratio:
            self._other_screen.start()
        marks, carets, total = self.marks(), self.carets(), self.flow.heights.total
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.looks.theme.page)
            self.links.paint_under(painter, event.rect())
            for index, top in self.flow.visible(self.view_height):
                self._paint_paragraph(painter, index, top, event.rect(), marks)
            self.links.paint_over(painter, event.rect())
            self._paint_carets(painter, carets)
        if self.flow.heights.total != total:
            self.sync_bar()
        self._ahead.start()

    def _paint_paragraph(self, painter: QPainter, index: int, top: float, clip: QRect, marks: painting.Marks) -> None:
        paragraph = self.flow.paragraph(index)
        lines = _lines_within(paragraph, clip.top() - top, clip.bottom() - top)
        if not lines:
            return
        ratio = paragraph.typography.ratio
        x, y = self.column_left, round(top * ratio) / ratio
        painter.translate(x, y)
        painting.draw(painter, self.decoration(index), marks, lines, painting.draw_text_on_screen)
        self.remarks.draw(painter, self.decoration(index), lines)
        if self.has_signs:
            draw_signs(painter, self.decoration(index), lines)
        painter.translate(-x, -y)

    def _paint_carets(self, painter: QPainter, carets: Sequence[CaretLine]) -> None:
        tops = dict(self.flow.visible(self.view_height))
        self._caret_rects = [*self._rects_of(carets)]
        for place, xs in carets:
            if place.paragraph in tops:
                paragraph, y = self.flow.paragraph(place.paragraph), round(tops[place.paragraph])
                painter.translate(self.column_left, y)
                height = paragraph.typography.text_height
                painting.draw_caret(painter, xs, paragraph.fill_top(place.line), height, self.looks.theme.text)
                painter.translate(-self.column_left, -y)


def _lines_within(paragraph: Paragraph, upper: float, lower: float) -> range:
    """Return the lines of *paragraph* that lie between two heights, with one pitch to spare for chips and handles."""
    if lower < 0 or upper > paragraph.height + paragraph.typography.gap:
        return range(0)
    return range(paragraph.line_at(upper - HANDLE_ROOM), paragraph.line_at(lower + HANDLE_ROOM) + 1)
