"""Chips: the small signs over the text that name a span's label, painted once and kept as pixmaps."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPixmap

from annotator.ui.page.looks import LabelLook
from annotator.ui.page.typography import Typography

SIDE, RADIUS, AIR = 0.45, 0.3, 0.125


class Chips:
    """Measures and paints the chips of one typography; pixmaps are kept by what is written on them."""

    def __init__(self, typography: Typography, ratio: float = 1.0, *, is_vector: bool = False) -> None:
        """Paint for a device of pixel *ratio*, or as shapes for a file."""
        self.air = round(typography.chip_row * AIR)
        self.height = typography.chip_row - self.air
        self._font, self._ratio, self._is_vector = typography.chip_font, ratio, is_vector
        self._metrics = QFontMetricsF(typography.chip_font)
        self._widths: dict[str, float] = {}
        self._pixmaps: dict[tuple[str, int, int], QPixmap] = {}

    def width(self, words: str) -> float:
        """Return how wide a chip with these *words* is, in pixels."""
        width = self._widths.get(words)
        if width is None:
            width = round(self._metrics.horizontalAdvance(words) + 2 * SIDE * self.height)
            self._widths[words] = width
        return width

    def draw(self, painter: QPainter, place: QPointF, words: str, look: LabelLook) -> None:
        """Paint the chip of *look* with these *words*, its upper left corner at *place*."""
        if self._is_vector:
            self._paint(painter, QRectF(place.x(), place.y(), self.width(words), self.height), words, look)
            return
        key = words, look.colors.chip.rgb(), look.colors.chip_text.rgb()
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._pixmap(words, look)
        painter.drawPixmap(place, pixmap)

    def draw_words(self, painter: QPainter, rect: QRectF, words: str, color: QColor) -> None:
        """Write *words* in *color* in the middle of *rect*."""
        if self._is_vector:
            painter.fillPath(self._outlines(rect, words), color)
            return
        painter.setPen(color)
        painter.setFont(self._font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _outlines(self, rect: QRectF, words: str) -> QPainterPath:
        left = rect.center().x() - self._metrics.horizontalAdvance(words) / 2
        baseline = rect.center().y() + (self._metrics.ascent() - self._metrics.descent()) / 2
        path = QPainterPath()
        path.addText(left, baseline, self._font, words)
        return path

    def _pixmap(self, words: str, look: LabelLook) -> QPixmap:
        size = QRectF(0, 0, self.width(words), self.height)
        pixmap = QPixmap(round(size.width() * self._ratio), round(size.height() * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self._paint(painter, size, words, look)
        return pixmap

    def _paint(self, painter: QPainter, rect: QRectF, words: str, look: LabelLook) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colors.chip)
        painter.drawPath(_tab(rect, RADIUS * rect.height()))
        self.draw_words(painter, rect, words, look.colors.chip_text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _tab(rect: QRectF, radius: float) -> QPainterPath:
    """Return *rect* with its upper corners rounded: it sits on the text like the tab of a folder."""
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path
