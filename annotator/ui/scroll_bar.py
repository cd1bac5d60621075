"""A slim scroll bar without arrows: a rounded thumb on the page's own ground, cheap to repaint at every step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QScrollBar, QWidget

from annotator.ui.guard import guarded

WIDTH, INSET, SHORTEST = 13, 3.0, 36.0
RESTING, HOVERED = 0.28, 0.5


class ScrollBar(QScrollBar):
    """A vertical scroll bar; a click beside the thumb moves by a page, Shift+click brings the thumb there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a vertical bar."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._grip: float | None = None
        self.marks: Sequence[tuple[QColor, list[QRectF]]] = ()

    def show_marks(self, marks: Sequence[tuple[QColor, list[QRectF]]]) -> None:
        """Show *marks* on the ground, under the thumb: rectangles by colour."""
        self.marks = marks
        self.update()

    def thumb(self) -> QRectF:
        """Return where the thumb is."""
        room, steps = float(self.height()), self.maximum() - self.minimum()
        length = max(room * self.pageStep() / (steps + self.pageStep()), min(SHORTEST, room)) if steps else room
        top = (room - length) * (self.value() - self.minimum()) / steps if steps else 0.0
        return QRectF(INSET, top + INSET, self.width() - 2 * INSET, length - 2 * INSET)

    def sizeHint(self) -> QSize:
        """Return a slim width."""
        return QSize(WIDTH, 100)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground with its marks and, if there is anything to scroll, the thumb."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
            painter.setPen(Qt.PenStyle.NoPen)
            for color, rects in self.marks:
                painter.setBrush(color)
                painter.drawRects(rects)
            if self.maximum() > self.minimum():
                self._paint_thumb(painter)

    def _paint_thumb(self, painter: QPainter) -> None:
        color = self.palette().color(QPalette.ColorRole.Text)
        color.setAlphaF(HOVERED if self.underMouse() or self._grip is not None else RESTING)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color)
        rect = self.thumb()
        painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the thumb, or move by a page towards the pointer."""
        y, thumb = event.position().y(), self.thumb()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._grip = thumb.height() / 2
            self._drag(y)
        elif thumb.top() <= y <= thumb.bottom():
            self._grip = y - thumb.top()
        else:
            step = (
                QScrollBar.SliderAction.SliderPageStepAdd if y > thumb.bottom() else QScrollBar.SliderAction.SliderPageStepSub
            )
            self.triggerAction(step)
        self.update()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the thumb."""
        if self._grip is not None:
            self._drag(event.position().y())

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Let go of the thumb."""
        self._grip = None
        self.update()

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the thumb can be taken."""
        super().enterEvent(event)
        self.update()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        """Let the thumb rest."""
        super().leaveEvent(event)
        self.update()

    def _drag(self, y: float) -> None:
        thumb = self.thumb()
        room = self.height() - thumb.height() - 2 * INSET
        share = (y - (self._grip or 0.0) - INSET) / room if room > 0 else 0.0
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * (self.maximum() - self.minimum())))
