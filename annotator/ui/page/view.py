"""View: a text in paragraphs one below the other, scrolled and zoomed; it knows where on screen each line is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.ui.guard import guarded
from annotator.ui.page.flow import Flow, Place
from annotator.ui.page.parts import ALL, NONE
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import USUAL, Typesetting, Typography
from annotator.ui.scroll_bar import ScrollBar

MARGIN = 44
NOTCH_PX, ZOOMS = 110, (60, 400)


class View(QAbstractScrollArea):
    """A column of text in the middle of a scroll area; offsets are code points.

    Signals:
        zoom_changed(percent): the text is larger or smaller now.
    """

    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no text."""
        super().__init__(parent)
        viewport = QWidget(self)
        viewport.setObjectName("viewport")
        self.setViewport(viewport)  # for one that Qt makes, PySide first loads every kind of widget there is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.bar = ScrollBar(self)
        self.setVerticalScrollBar(self.bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.zoom, self.chips_of, self.typesetting = 100, ALL, USUAL
        self._is_syncing = False
        self._typography = self._set_type()
        self.flow = Flow("", Stretches(""), self._typography, self._column_width())
        self.sync_bar()

    def show_text(self, text: str, pieces: Stretches, offset: int) -> None:
        """Show *text*, laid out in these *pieces*, the line of *offset* on top."""
        self.flow = Flow(text, pieces, self._typography, self._column_width())
        if offset:
            self.flow.show(self.flow.place_of(offset), 0, self.view_height)
        self._scrolled()

    @property
    def text(self) -> str:
        """The text shown."""
        return self.flow.text

    def set_zoom(self, percent: int) -> None:
        """Show the text at *percent* of its usual size."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent != self.zoom:
            self.zoom = percent
            self._relay()
            self.zoom_changed.emit(percent)

    def set_typesetting(self, setting: Typesetting) -> None:
        """Set the text as *setting* says, in the size that the zoom makes of it."""
        if setting != self.typesetting:
            self.typesetting = setting
            self._relay()

    def set_chips(self, chips_of: str) -> None:
        """Name the spans that `CHIPS` says in the text; without any name their row goes too."""
        if chips_of != self.chips_of:
            self.chips_of = chips_of
            self._relay()

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

    def cluster_at(self, point: QPointF) -> int:
        """Return the start of the grapheme cluster at *point* of the viewport, the nearest one outside the text."""
        place, x = self.place_at(point)
        paragraph = self.flow.paragraph(place.paragraph)
        geometry = paragraph.lines[place.line].geometry
        k = geometry.cluster_at(x)
        return paragraph.offset(geometry.start[k]) if k >= 0 else paragraph.start

    def is_over_text(self, point: QPointF) -> bool:
        """Whether *point* of the viewport is on a line, not beside its text."""
        place, x = self.place_at(point)
        rect = self.line_rect(place)
        natural = self.flow.paragraph(place.paragraph).lines[place.line].text_line.naturalTextRect()
        return rect is not None and rect.top() <= point.y() < rect.bottom() and natural.left() <= x <= natural.right()

    def line_rect(self, place: Place) -> QRectF | None:
        """Return where a line is in the viewport, as high as its pitch; None if it is far from the view."""
        top = self.flow.y_of(place.paragraph, self.view_height)
        if top is None:
            return None
        line = self.flow.paragraph(place.paragraph).lines[place.line]
        return QRectF(self.column_left, top + line.top, self.flow.width, self.flow.typography.pitch)

    def reveal(self, offset: int, *, is_jump: bool = False) -> None:
        """Scroll the line of *offset* into view: as little as needed; from afar, or if it is a jump, to the upper third."""
        place = self.flow.place_of(offset)
        rect = self.line_rect(place)
        if rect is None or (is_jump and (rect.top() < 0 or rect.bottom() > self.view_height)):
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

    def update_paragraphs(self, first: int, last: int) -> None:
        """Repaint the paragraphs *first* to *last*, as far as they are in view."""
        for index, y in self.flow.visible(self.view_height):
            if first <= index <= last:
                self.viewport().update(0, int(y) - 1, self.viewport().width(), int(self.flow.height(index)) + 2)

    def sync_bar(self) -> None:
        """Let the scroll bar show where the view is."""
        self._is_syncing = True
        bar = self.verticalScrollBar()
        bar.setPageStep(self.view_height)
        bar.setSingleStep(round(self._typography.pitch))
        bar.setRange(0, max(round(self.flow.total - self.view_height), 0))
        bar.setValue(round(self.flow.position))
        self._is_syncing = False

    def _set_type(self) -> Typography:
        has_chips, ratio = self.chips_of != NONE, self.devicePixelRatioF()
        self._typography = Typography.of(self.zoom, self.typesetting, has_chips=has_chips, ratio=ratio)
        return self._typography

    def _relay(self) -> None:
        """Lay the text out anew, in another size, with the same line on top."""
        offset = self.flow.first_offset()
        self._set_type()
        self.show_text(self.flow.text, self.flow.stretches, offset)

    def _column_width(self) -> float:
        widest = self.typesetting.column * self._typography.font.pixelSize()
        return float(max(min(self.viewport().width() - 2 * MARGIN, widest), 120))

    def _scrolled(self) -> None:
        self.sync_bar()
        self.viewport().update()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line on top where it is, at the new width."""
        super().resizeEvent(event)
        if self._column_width() != self.flow.width:
            self.show_text(self.flow.text, self.flow.stretches, self.flow.first_offset())
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

    def sizeHint(self) -> QSize:
        """Return a comfortable size to read in."""
        return QSize(900, 700)
