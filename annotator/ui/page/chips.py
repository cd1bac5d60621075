"""Chips: the small signs over the text that name a span's label, painted once and kept as pixmaps."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from annotator.ui.page.looks import LabelLook
from annotator.ui.page.typography import Typography

SIDE, RADIUS = 0.45, 0.3


class Chips:
    """Measures and paints the chips of one typography; pixmaps are kept by what is written on them."""

    def __init__(self, typography: Typography, ratio: float = 1.0, *, is_vector: bool = False) -> None:
        """Paint for a device of pixel *ratio*, or as shapes for a file."""
        self.height = typography.chip_row - 1
        self._font, self._ratio, self._is_vector = typography.chip_font, ratio, is_vector
        self._metrics = QFontMetricsF(typography.chip_font)
        self._widths: dict[str, float] = {}
        self._pixmaps: dict[tuple[str, int], QPixmap] = {}

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
        key = words, look.colors.chip.rgb()
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._pixmap(words, look)
        painter.drawPixmap(place, pixmap)

    def draw_words(self, painter: QPainter, rect: QRectF, words: str, color: QColor) -> None:
        """Write *words* in *color* in the middle of *rect*."""
        painter.setPen(color)
        painter.setFont(self._font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

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
        radius = RADIUS * rect.height()
        painter.drawRoundedRect(rect, radius, radius)
        self.draw_words(painter, rect, words, look.colors.chip_text)
