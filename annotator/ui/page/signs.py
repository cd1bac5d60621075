"""Signs of what cannot be seen: a tick where it stands in the text, with its name above or below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.ui.page.decoration import Decoration
from annotator.ui.page.paragraph import Paragraph

TICK, SAME_PX = 1.0, 2.0


class Sign(NamedTuple):
    """The names of the characters without a shape at one place of a line, in reading order; ``x`` in the column."""

    x: float
    names: str


def signs(paragraph: Paragraph, index: int) -> list[Sign]:
    """Return the signs of the line at *index*."""
    line, geometry, found = paragraph.lines[index], paragraph.lines[index].geometry, list[Sign]()
    for position, name in paragraph.invisibles:
        if line.start <= position < line.end:
            k = geometry.holding(position)
            x = geometry.leading(k) if geometry.start[k] == position else geometry.trailing(k)
            if found and abs(found[-1].x - x) < SAME_PX:
                found[-1] = Sign(found[-1].x, f"{found[-1].names} {name}")
            else:
                found.append(Sign(x, name))
    return found


def draw_signs(painter: QPainter, decoration: Decoration, lines: range) -> None:
    """Paint the signs of *lines* over their text; a name for which there is no room is left out."""
    for index in lines:
        found = signs(decoration.paragraph, index)
        taken = [rect for rect, _ in decoration.line(index).targets] if found else []
        for sign in found:
            _draw(painter, decoration, index, sign, taken)


def _draw(painter: QPainter, decoration: Decoration, index: int, sign: Sign, taken: list[QRectF]) -> None:
    paragraph, style = decoration.paragraph, decoration.style
    color = style.looks.theme.accent
    top, height = paragraph.fill_top(index), paragraph.typography.text_height
    painter.fillRect(QRectF(round(sign.x) - TICK / 2, top, TICK, height), color)
    room = _free(_rooms(decoration, index, sign), taken)
    if room:
        taken.append(room)
        painter.fillRect(room, style.looks.theme.page)
        style.chips.draw_words(painter, room, sign.names, color)


def _rooms(decoration: Decoration, index: int, sign: Sign) -> tuple[QRectF, QRectF]:
    """Return where the names of *sign* could stand: over the text, or right under it."""
    paragraph, chips = decoration.paragraph, decoration.style.chips
    width = chips.width(sign.names)
    left = min(max(sign.x - width / 2, 0.0), max(paragraph.width - width, 0.0))
    above = paragraph.lines[index].top + chips.air
    return QRectF(left, above, width, chips.height), QRectF(left, paragraph.band_top(index), width, chips.height)


def _free(rooms: Sequence[QRectF], taken: Sequence[QRectF]) -> QRectF | None:
    return next((room for room in rooms if not any(room.intersects(other) for other in taken)), None)
