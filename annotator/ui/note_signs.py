"""The small signs of notes in lists, drawn: lines for a note, a question mark, a flag."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.model.notes import FLAG, QUESTION
from annotator.ui.translations import tr

SIZE, STROKE = 11.0, 1.4
NAMES = {"comment": "with a note", "question": "with an open question", "flag": "flagged"}


def draw_sign(painter: QPainter, kind: str, place: QRectF, color: QColor) -> None:
    """Draw the sign of a *kind* of note in the middle of *place*."""
    box = QRectF(0, 0, SIZE, SIZE)
    box.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, STROKE))
    if kind == QUESTION:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr("?"))
    elif kind == FLAG:
        _draw_flag(painter, box, color)
    else:
        _draw_lines(painter, box)
    painter.restore()


def _draw_flag(painter: QPainter, box: QRectF, color: QColor) -> None:
    left, top = box.left() + 2, box.top() + 0.5
    painter.drawLine(QPointF(left, top), QPointF(left, box.bottom()))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(box.right(), top + 3), QPointF(left, top + 6)]))


def _draw_lines(painter: QPainter, box: QRectF) -> None:
    """Draw lines of writing."""
    for place, share in enumerate((1.0, 1.0, 0.6)):
        y = box.top() + 2 + place * 3.5
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.left() + 1 + (SIZE - 2) * share, y))
