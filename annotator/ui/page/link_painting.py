"""Painting of the lines between related spans: the lines under the text with all it has, arrows and titles over it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from annotator.ui.page.chips import Chips
from annotator.ui.page.link_scene import Drawn
from annotator.ui.page.looks import LabelLook
from annotator.ui.theme import LabelColors, Theme

THIN, STRONG, OUTLINE = 1, 2, 1.5
DASHES, DOTS = (10.0, 6.0), (4.0, 4.0)


class Pencil:
    """Paints links in the colours of a theme: strong those looked at, thin all others."""

    def __init__(self, theme: Theme, chips: Chips, *, is_strong: bool) -> None:
        """Write titles as *chips* does."""
        self._theme, self._chips = theme, chips
        # Of a theme both have more than 4.5:1 on its page.
        self._color, self._width = (theme.accent, STRONG) if is_strong else (theme.muted, THIN)
        self._look = LabelLook("", "", "fill", "solid", LabelColors(theme.page, self._color, theme.page, self._color))

    def draw_lines(self, painter: QPainter, drawn: Iterable[Drawn]) -> None:
        """Paint lines: solid, dashed if filled in, dotted while on their way to the file."""
        for one in drawn:
            painter.setPen(self._pen(one))
            painter.drawPolyline(one.route.line)

    def draw_signs(self, painter: QPainter, drawn: Sequence[Drawn]) -> None:
        """Paint the arrows, and the titles where there is room for them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, 1))
        for one in drawn:
            painter.setBrush(self._theme.page if one.link.is_pending else self._color)
            for arrow in one.route.arrows:
                painter.drawPolygon(arrow)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in drawn:
            if one.title:
                self._draw_title(painter, one, one.title)

    def _draw_title(self, painter: QPainter, one: Drawn, rect: QRectF) -> None:
        self._chips.draw(painter, rect.topLeft(), one.link.title, self._look)
        painter.setPen(QPen(self._color, 1, Qt.PenStyle.DashLine if one.link.is_pending else Qt.PenStyle.SolidLine))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _pen(self, one: Drawn) -> QPen:
        pen = QPen(self._color, self._width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if one.link.is_pending or one.link.is_derived:
            pen.setDashPattern([length / self._width for length in (DOTS if one.link.is_pending else DASHES)])
        return pen


class Layers:
    """Many links, painted once for a view of one size: what lies under the text and what over it."""

    def __init__(self, size: QSize, ratio: float) -> None:
        """Begin with nothing painted, at pixel *ratio*."""
        self.fits = size, ratio
        self.under, self.over = QPixmap(size * ratio), QPixmap(size * ratio)
        for layer in (self.under, self.over):
            layer.setDevicePixelRatio(ratio)

    def paint(self, drawn: Sequence[Drawn], pencil: Pencil) -> None:
        """Paint *drawn* with *pencil*, and nothing else."""
        self.under.fill(Qt.GlobalColor.transparent)
        with QPainter(self.under) as painter:
            pencil.draw_lines(painter, drawn)
        self.over.fill(Qt.GlobalColor.transparent)
        with QPainter(self.over) as painter:
            pencil.draw_signs(painter, drawn)


def draw_layer(painter: QPainter, layer: QPixmap) -> None:
    """Paint a *layer*; what lies outside of the part that is painted anew costs nothing."""
    painter.drawPixmap(QPoint(0, 0), layer)


def touching(drawn: Iterable[Drawn], clip: QRect) -> list[Drawn]:
    """Return those of *drawn* that have something in *clip*."""
    return [one for one in drawn if any(rect.intersects(clip) for rect in one.rects)]


def draw_outlines(painter: QPainter, rects: Iterable[QRectF], color: QColor, *, is_strong: bool) -> None:
    """Paint outlines around what lights up: two pixels where that is strong, dashed where it is only offered."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, STRONG) if is_strong else QPen(color, OUTLINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect, 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
