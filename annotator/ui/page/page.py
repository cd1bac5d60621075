"""Page: the article with its spans on the screen; it reports gestures in code points and never edits anything."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.model.documents import Document, Source
from annotator.model.spans import Span
from annotator.ui.guard import guarded
from annotator.ui.page import movement, painting, steps
from annotator.ui.page.caret import Caret
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration, Style
from annotator.ui.page.flow import Flow, Place
from annotator.ui.page.gestures import Gestures
from annotator.ui.page.looks import Looks
from annotator.ui.page.paragraph import Paragraph, stretches
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.typography import Typography
from annotator.ui.scroll_bar import ScrollBar
from annotator.ui.theme import LIGHT

MARGIN, COLUMN_EM = 44, 46
NOTCH_PX, ZOOMS = 110, (60, 400)
KEPT_DECORATIONS, HANDLE_ROOM = 700, 6
EMPTY = Document.of("")


class Page(QAbstractScrollArea):
    """Shows one document and its spans; offsets in and out are code points.

    Signals:
        text_selected(start, end): the selection is finished.
        span_focused(id): the span in focus is another one, or None.
        edge_moved(id, start, end): an edge of a span was dragged or pushed there.
        caret_moved(offset): the caret or the selection is elsewhere.
        menu_requested(point): a menu is wanted at this global point.
        stack_requested(ids, point): a list of these spans is wanted beside this global point.
        zoom_changed(percent): the text is larger or smaller now.
    """

    text_selected = Signal(int, int)
    span_focused = Signal(object)
    edge_moved = Signal(object, int, int)
    caret_moved = Signal(int)
    menu_requested = Signal(QPoint)
    stack_requested = Signal(object, QPoint)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(ScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document, self.source = EMPTY, None  # type: Document, Source | None
        self._stretches = stretches("")
        self.spans = SpanIndex([0], ())
        self.looks = Looks(LIGHT)
        self.zoom = 100
        self.has_chips = True
        self.focused: bytes | None = None
        self.pending: frozenset[bytes] = frozenset()
        self.hits: tuple[tuple[int, int], ...] = ()
        self.current_hit: tuple[int, int] | None = None
        self._decorations: dict[int, Decoration] = {}
        self._is_syncing = False
        self._column_x: float | None = None
        self._ahead = QTimer(self, singleShot=True, interval=30)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self._set_type()
        self._set_flow(0)
        self.caret = Caret(self)
        self.gestures = Gestures(self)

    def show_document(self, document: Document, spans: Sequence[Span], source: Source | None = None) -> None:
        """Show *document* with its *spans*; the same document keeps its place on screen, its caret and focus."""
        is_same = document.id == self.document.id
        offset = self.flow.first_offset() if is_same else 0
        self.document, self.source = document, source
        directions, base = (dict(source.directions), source.direction) if source else ({}, "")
        self._stretches = stretches(document.text, directions, base)
        self._set_flow(offset)
        self.spans = SpanIndex(self.flow.starts, spans)
        if not is_same:
            self.set_hits((), None)
            self.caret.reset()
            self.focus_span(None)

    def clear(self) -> None:
        """Show nothing."""
        self.show_document(EMPTY, ())

    @property
    def has_document(self) -> bool:
        """Whether there is something to read."""
        return bool(self.document.text)

    @property
    def text(self) -> str:
        """The text shown."""
        return self.document.text

    def replace_spans(self, before: Iterable[Span], after: Iterable[Span]) -> None:
        """Show the spans *after* in place of those *before*, repainting only the paragraphs they touch."""
        before, after = tuple(before), tuple(after)
        for span in before:
            self.spans.remove(span)
        for span in after:
            self.spans.add(span)
        if self.focused is not None and self.spans.get(self.focused) is None:
            self.focus_span(None)
        for span in (*before, *after):
            self.refresh(self.flow.paragraph_at(span.start), self.flow.paragraph_at(span.end - 1))

    def refresh(self, first: int, last: int) -> None:
        """Repaint the paragraphs *first* to *last*, whose spans changed."""
        for index in [index for index in self._decorations if first <= index <= last]:
            del self._decorations[index]
        for index, y in self.flow.visible(self.view_height):
            if first <= index <= last:
                self.viewport().update(0, int(y) - 1, self.viewport().width(), int(self.flow.height(index)) + 2)

    def set_looks(self, looks: Looks) -> None:
        """Paint with these label colours and their theme."""
        self.looks = looks
        self._set_style()

    def set_pending(self, ids: Iterable[bytes]) -> None:
        """Show the spans with these ids hollow: they are not on disk yet."""
        changed = self.pending ^ frozenset(ids)
        self.pending = frozenset(ids)
        if changed:
            self._set_style()

    def set_hits(self, hits: Iterable[tuple[int, int]], current: tuple[int, int] | None = None) -> None:
        """Show what a search found, the *current* hit stronger."""
        self.hits, self.current_hit = tuple(sorted(hits)), current
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Show the text at *percent* of its usual size."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent != self.zoom:
            self.zoom = percent
            self._relay()
            self.zoom_changed.emit(percent)

    def set_chips(self, *, shown: bool) -> None:
        """Show or hide the chips and their row."""
        self.has_chips = shown
        self._relay()

    def set_snap(self, unit: str) -> None:
        """Select by "word" or by "character"."""
        self.gestures.set_snap(unit)

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, or None."""
        return self.caret.selection

    def select(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select ``text[start:end]``."""
        self.caret.select(start, end)
        if reveal:
            self.reveal(end)

    def selected(self) -> None:
        """Tell what is selected, now that a gesture is finished."""
        if self.selection:
            self.text_selected.emit(*self.selection)

    def caret_is_at(self, offset: int) -> None:
        """Tell that the caret or the selection is elsewhere."""
        self.caret_moved.emit(offset)

    def go_to(self, offset: int) -> None:
        """Put the caret at *offset* and bring it into view."""
        self.caret.go_to(offset)
        self.reveal(offset)

    def go(self, step: str, *, extend: bool = False) -> None:
        """Take the caret one of `steps.STEPS`, or "up", "down", "page_up", "page_down"; *extend* selects on the way."""
        caret = self.caret
        stand = movement.Stand(caret.offset, caret.hugs_before)
        if step in steps.STEPS:
            self._column_x = None
            stand = steps.STEPS[step](self.flow, stand)
        else:
            self._column_x = movement.x_of(self.flow, stand) if self._column_x is None else self._column_x
            lines = max(int(self.view_height / self._typography.pitch) - 1, 1) if step.startswith("page_") else 1
            lines = lines if step.endswith("down") else -lines
            stand = movement.vertically(self.flow, stand, lines=lines, x=self._column_x)
        caret.move(stand.offset, hugs_before=stand.hugs_before, extend=extend)
        self.reveal(stand.offset)

    def select_all(self) -> None:
        """Select the whole text."""
        self.caret.select(0, len(self.text))
        self.selected()

    def widen(self) -> None:
        """Select the next larger of word, sentence and paragraph."""
        wider = steps.wider(self.flow, *(self.selection or (self.caret.offset, self.caret.offset)))
        if wider:
            self.caret.select(*wider)
            self.selected()

    def focus_next(self, *, backwards: bool = False) -> None:
        """Focus the next span in reading order, or the one before."""
        found = steps.span_after(self.spans, self.focused_span, self.caret.offset, backwards=backwards)
        if found:
            self.caret.go_to(found.start)
            self.focus_span(found.id)

    def edge_target(self, which: str, side: str, unit: str = "cluster") -> tuple[int, int] | None:
        """Return where the focused span would be with its "start" or "end" one "cluster" or "word" to a side on screen."""
        span = self.focused_span
        return steps.edge_target(self.flow, span, which, side, unit) if span else None

    def copy(self) -> None:
        """Put the selected text on the clipboard, in its logical order."""
        if self.selection:
            start, end = self.selection
            QGuiApplication.clipboard().setText(self.text[start:end])

    def escape(self) -> None:
        """Let go of the selection, else of the focused span."""
        if self.selection:
            self.caret.go_to(self.caret.offset, hugs_before=self.caret.hugs_before)
        else:
            self.focus_span(None)

    def focus_span(self, span: bytes | None, *, reveal: bool = True) -> None:
        """Put the span with this id into focus, or none."""
        if span == self.focused:
            return
        for known in filter(None, map(self.spans.get, filter(None, (self.focused, span)))):
            self.update_range(known.start, known.end)
        self.focused = span
        found = self.spans.get(span) if span else None
        if found and reveal:
            self.reveal(found.start)
        self.span_focused.emit(span)

    @property
    def focused_span(self) -> Span | None:
        """The span in focus, or None."""
        return self.spans.get(self.focused) if self.focused else None

    @property
    def view_height(self) -> int:
        """The height of what is visible, in pixels."""
        return self.viewport().height()

    @property
    def column_left(self) -> int:
        """The x at which the column of text begins."""
        return (self.viewport().width() - round(self.flow.width)) // 2

    def place_at(self, point: QPointF) -> tuple[Place, float]:
        """Return the line at *point* of the viewport, the nearest one outside the text, and x in the column."""
        shown = self.flow.visible(self.view_height) or [(len(self.flow) - 1, 0.0)]
        index, top = next((entry for entry in reversed(shown) if entry[1] <= point.y()), shown[0])
        line = self.flow.paragraph(index).line_at(point.y() - top)
        return Place(index, line), point.x() - self.column_left

    def line_rect(self, place: Place) -> QRectF | None:
        """Return where a line is in the viewport, as high as its pitch; None if it is far from the view."""
        top = self.flow.y_of(place.paragraph, self.view_height)
        if top is None:
            return None
        line = self.flow.paragraph(place.paragraph).lines[place.line]
        return QRectF(self.column_left, top + line.top, self.flow.width, self.flow.typography.pitch)

    def decoration(self, index: int) -> Decoration:
        """Return how the spans of the paragraph at *index* look."""
        paragraph = self.flow.paragraph(index)
        decoration = self._decorations.get(index)
        if decoration is None or decoration.paragraph is not paragraph:
            decoration = self._decorations[index] = Decoration(paragraph, self.spans.touching(index), self._style)
            if len(self._decorations) > KEPT_DECORATIONS:
                del self._decorations[next(iter(self._decorations))]
        return decoration

    def reveal(self, offset: int) -> None:
        """Scroll so that the line of *offset* is in view, as little as needed; from afar, to the upper third."""
        place = self.flow.place_of(offset)
        rect = self.line_rect(place)
        if rect is None:
            self.flow.show(place, self.view_height / 3, self.view_height)
            self._scrolled()
        elif rect.top() < 0:
            self.scroll_by(rect.top() - 4)
        elif rect.bottom() > self.view_height:
            self.scroll_by(rect.bottom() - self.view_height + 4)

    def scroll_by(self, delta: float) -> None:
        """Move the view down by *delta* pixels, or up."""
        self.flow.scroll_by(delta, self.view_height)
        self._scrolled()

    def update_range(self, start: int, end: int) -> None:
        """Repaint the lines that show ``text[start:end]``, with the edges of their neighbours."""
        for index, top in self.flow.visible(self.view_height):
            paragraph = self.flow.paragraph(index)
            if start <= paragraph.end and end >= paragraph.start:
                a, b = paragraph.units(start, end)
                first, last = paragraph.lines[paragraph.line_of(max(a - 1, 0))], paragraph.lines[paragraph.line_of(b)]
                height = last.top - first.top + paragraph.typography.pitch
                self.viewport().update(0, int(top + first.top) - 8, self.viewport().width(), int(height) + 16)

    def _set_type(self) -> None:
        self._typography = Typography.of(self.zoom, has_chips=self.has_chips, ratio=self.devicePixelRatioF())
        self._set_style()

    def _set_style(self) -> None:
        chips = Chips(self._typography, self.devicePixelRatioF())
        self._style = Style(self.looks, chips, self.pending, self.has_chips)
        self._decorations.clear()
        self.viewport().update()

    def _set_flow(self, offset: int) -> None:
        """Lay the text out anew, with the line of *offset* on top."""
        self.flow = Flow(self.text, self._stretches, self._typography, self._column_width())
        self._decorations.clear()
        if offset:
            self.flow.show(self.flow.place_of(offset), 0, self.view_height)
        self._scrolled()

    def _relay(self) -> None:
        offset = self.flow.first_offset()
        self._set_type()
        self._set_flow(offset)

    def _column_width(self) -> float:
        widest = COLUMN_EM * self._typography.font.pixelSize()
        return float(max(min(self.viewport().width() - 2 * MARGIN, widest), 120))

    def _scrolled(self) -> None:
        self._sync_bar()
        self.viewport().update()

    def _sync_bar(self) -> None:
        self._is_syncing = True
        bar = self.verticalScrollBar()
        bar.setPageStep(self.view_height)
        bar.setSingleStep(round(self._typography.pitch))
        bar.setRange(0, max(round(self.flow.total - self.view_height), 0))
        bar.setValue(round(self.flow.position))
        self._is_syncing = False

    def _lay_out_ahead(self) -> None:
        """Lay out and decorate the neighbouring screens while nothing else is to be done."""
        shown = self.flow.visible(self.view_height)
        if not shown:
            return
        screen = len(shown)
        for index in range(max(shown[0][0] - screen, 0), min(shown[-1][0] + screen + 1, len(self.flow))):
            decoration = self.decoration(index)
            if len(decoration.paragraph.lines) < screen * 4:
                for line in range(len(decoration.paragraph.lines)):
                    decoration.line(line)

    def marks(self) -> painting.Marks:
        """Return what is shown for the moment: selection, hits, focus."""
        return painting.Marks(self.selection, self.hits, self.current_hit, self.focused_span)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paragraphs in view, as far as they need it."""
        marks, total = self.marks(), self.flow.heights.total
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.looks.theme.page)
            for index, top in self.flow.visible(self.view_height):
                self._paint_paragraph(painter, index, top, event.rect(), marks)
        if self.flow.heights.total != total:
            self._sync_bar()
        self._ahead.start()

    def _paint_paragraph(self, painter: QPainter, index: int, top: float, clip: QRect, marks: painting.Marks) -> None:
        paragraph = self.flow.paragraph(index)
        lines = _lines_within(paragraph, clip.top() - top, clip.bottom() - top)
        if not lines:
            return
        x, y = self.column_left, round(top)
        painter.translate(x, y)
        painting.draw(painter, self.decoration(index), marks, lines, painting.draw_text_on_screen)
        for place, xs in self.caret.shown():
            if place.paragraph == index and place.line in lines:
                height = paragraph.typography.text_height
                painting.draw_caret(painter, xs, paragraph.fill_top(place.line), height, self.looks.theme.text)
        painter.translate(-x, -y)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line on top where it is, at the new width."""
        super().resizeEvent(event)
        if self._column_width() != self.flow.width:
            self._set_flow(self.flow.first_offset())
        else:
            self.scroll_by(0)

    @guarded(None)
    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar."""
        if not self._is_syncing:
            self.flow.scroll_to(self.verticalScrollBar().value(), self.view_height)
            self._scrolled()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (10 if event.angleDelta().y() > 0 else -10))
        else:
            pixels = event.pixelDelta().y()
            self.scroll_by(-(pixels or event.angleDelta().y() * NOTCH_PX / 120))
        event.accept()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.gestures.press(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture."""
        self.gestures.move(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self.gestures.release(event)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.gestures.double_click(event)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, at the pointer or at the caret."""
        self.menu_requested.emit(event.globalPos())

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.caret.wake()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the caret rest."""
        super().focusOutEvent(event)
        self.caret.wake()

    def sizeHint(self) -> QSize:
        """Return a comfortable size to read in."""
        return QSize(900, 700)


def _lines_within(paragraph: Paragraph, upper: float, lower: float) -> range:
    """Return the lines of *paragraph* that lie between two heights, with one pitch to spare for chips and handles."""
    if lower < 0 or upper > paragraph.height + paragraph.typography.gap:
        return range(0)
    return range(paragraph.line_at(upper - HANDLE_ROOM), paragraph.line_at(lower + HANDLE_ROOM) + 1)
