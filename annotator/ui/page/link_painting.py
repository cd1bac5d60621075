"""Painting of the lines between related spans: the lines under the text with all it has, arrows and titles over it."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.page.chips import Chips
from annotator.ui.page.link_scene import Drawn
from annotator.ui.page.looks import LabelLook
from annotator.ui.theme import LabelColors, Theme

THIN, STRONG, OUTLINE = 1, 2, 1.5
DASHES, DOTS = [5.0, 3.0], [2.0, 2.0]


def draw_lines(painter: QPainter, drawn: Iterable[Drawn], clip: QRect, theme: Theme, *, is_strong: bool) -> None:
    """Paint the lines that reach into *clip*: solid, dashed if filled in, dotted while on their way to the file."""
    for one in drawn:
        if one.bounds.intersects(clip):
            painter.setPen(_pen(one, theme, is_strong=is_strong))
            painter.drawPolyline(one.route.line)


def draw_signs(  # noqa: PLR0913 - what is drawn, where, how
    painter: QPainter, drawn: Iterable[Drawn], clip: QRect, theme: Theme, chips: Chips, *, is_strong: bool
) -> None:
    """Paint the arrows, and the titles where there is room for them, that lie in *clip*."""
    look = _look(theme, is_strong=is_strong)
    for one in drawn:
        if one.bounds.intersects(clip):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(_color(theme, is_strong=is_strong), 1))
            painter.setBrush(theme.page if one.link.is_pending else look.colors.chip_text)
            for arrow in one.route.arrows:
                painter.drawPolygon(arrow)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            if one.title:
                _draw_title(painter, one, one.title, chips, look)


def draw_outlines(painter: QPainter, rects: Iterable[QRectF], color: QColor, *, is_strong: bool) -> None:
    """Paint outlines around what lights up: two pixels where that is strong, dashed where it is only offered."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, STRONG) if is_strong else QPen(color, OUTLINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect, 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _draw_title(painter: QPainter, one: Drawn, rect: QRectF, chips: Chips, look: LabelLook) -> None:
    chips.draw(painter, rect.topLeft(), one.link.title, look)
    painter.setPen(QPen(look.colors.chip_text, 1, Qt.PenStyle.DashLine if one.link.is_pending else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _pen(one: Drawn, theme: Theme, *, is_strong: bool) -> QPen:
    pen = QPen(_color(theme, is_strong=is_strong), STRONG if is_strong else THIN)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if one.link.is_pending or one.link.is_derived:
        pen.setDashPattern(DOTS if one.link.is_pending else DASHES)
    return pen


def _color(theme: Theme, *, is_strong: bool) -> QColor:
    """Return the colour of lines and of the writing on them: both of a theme's have more than 4.5:1 on its page."""
    return theme.accent if is_strong else theme.muted


def _look(theme: Theme, *, is_strong: bool) -> LabelLook:
    """Return how titles look: written in the colour of their line, on the page's own ground."""
    color = _color(theme, is_strong=is_strong)
    return LabelLook("", "", "fill", "solid", LabelColors(theme.page, color, theme.page, color))
