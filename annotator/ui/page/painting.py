"""The passes that paint a paragraph, on the screen and into files alike."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.model.spans import Span
from annotator.ui.factories import isolated
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.edge_steps import edge_place
from annotator.ui.page.line_decoration import LineDecoration, Painted, bar_rects, bar_top
from annotator.ui.page.measure import Box
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.theme import Theme

HANDLE, GRIP, OUTLINE = 4.0, 3.0, 1.5
CARET, FLAG = 2.0, 5.0
Range = tuple[int, int]
DrawText = Callable[[QPainter, Paragraph, range], None]


class Marks(NamedTuple):
    """What is shown for the moment and belongs to no span, in code points; ``hits`` are sorted, ``current`` is one of them."""

    selection: Range | None = None
    hits: Sequence[Range] = ()
    current: Range | None = None
    focused: Span | None = None


def draw(painter: QPainter, decoration: Decoration, marks: Marks, lines: range, draw_text: DrawText) -> None:
    """Paint the *lines* of a decorated paragraph, its upper left corner at the painter's origin."""
    decorations = [decoration.line(index) for index in lines]
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, [fill for line in decorations for fill in line.fills])
    _draw_veils(painter, decoration, marks, lines)
    _fill(painter, [bar for line in decorations for bar in line.bars])
    _draw_arrows(painter, [arrow for line in decorations for arrow in line.arrows])
    painter.setPen(decoration.style.looks.theme.text)
    draw_text(painter, decoration.paragraph, lines)
    for line in decorations:
        if line.chips or line.more or line.outlines:
            _draw_chips(painter, decoration, line)
    if marks.focused is not None:
        _draw_focus(painter, decoration, marks.focused, lines)


def draw_text_on_screen(painter: QPainter, paragraph: Paragraph, lines: range) -> None:
    """Paint the text of *lines*, as shaped once for the whole paragraph."""
    if len(lines) == len(paragraph.lines):
        paragraph.layout.draw(painter, QPointF(0, 0))
        return
    for index in lines:
        paragraph.lines[index].text_line.draw(painter, QPointF(0, 0))


def range_rects(paragraph: Paragraph, start: int, end: int, lines: range) -> list[QRectF]:
    """Return what the document's range (code points) covers on *lines* of *paragraph*, as high as the text."""
    a, b = paragraph.units(start, end)
    height = paragraph.typography.text_height
    return [
        QRectF(left, paragraph.fill_top(index), right - left, height)
        for index in lines
        if a < paragraph.lines[index].end and b > paragraph.lines[index].start
        for left, right in paragraph.lines[index].geometry.rects(a, b)
    ]


def handle_rects(paragraph: Paragraph, span: Span, lines: range) -> list[tuple[str, QRectF]]:
    """Return where the handles of *span* are, as ("start" or "end", square), for the edges that lie on *lines*."""
    handles = []
    for edge, offset in (("start", span.start), ("end", span.end)):
        found = edge_place(paragraph, offset, is_start=edge == "start")
        if found and found[0] in lines:
            index, x = found
            top = paragraph.fill_top(index)
            y = top if edge == "start" else top + paragraph.typography.text_height
            handles.append((edge, QRectF(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)))
    return handles


def handle_at(handles: Sequence[tuple[str, QRectF]], point: QPointF) -> str:
    """Return which of the *handles* is at *point*, the nearer one if they overlap; "" if none is."""
    at_point = [(edge, square) for edge, square in handles if _grip(square).contains(point)]
    return min(at_point, key=lambda handle: (handle[1].center() - point).manhattanLength(), default=("",))[0]


def _grip(square: QRectF) -> QRectF:
    return square.adjusted(-GRIP, -GRIP, GRIP, GRIP)


def draw_caret(painter: QPainter, xs: Sequence[tuple[float, bool]], top: float, height: float, color: QColor) -> None:
    """Paint the caret at (x, whether its text runs right to left): one x, or two in halves, the hugged one above."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    share = height / len(xs)
    for number, (x, is_rtl) in enumerate(xs):
        upper = top + number * share
        painter.drawRect(QRectF(round(x) - CARET / 2, upper, CARET, share))
        if len(xs) > 1:
            _draw_flag(painter, QPointF(round(x), upper if number == 0 else upper + share), is_rtl=is_rtl, hangs=number == 0)


def _draw_flag(painter: QPainter, tip: QPointF, *, is_rtl: bool, hangs: bool) -> None:
    across, along = -FLAG if is_rtl else FLAG, FLAG if hangs else -FLAG
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(across, 0), tip + QPointF(0, along)]))


def _fill(painter: QPainter, painted: Painted) -> None:
    """Paint rectangles, those of one colour at once: of one label they share one, and those of two never overlap."""
    gathered: dict[int, tuple[QColor, list[QRectF]]] = {}
    for color, rects in painted:
        same = gathered.get(id(color))
        if same is None:
            gathered[id(color)] = color, rects.copy()
        else:
            same[1].extend(rects)
    for color, rects in gathered.values():
        painter.setBrush(color)
        painter.drawRects(rects)


def _draw_veils(painter: QPainter, decoration: Decoration, marks: Marks, lines: range) -> None:
    """Paint hits and selection, translucent, under the text."""
    paragraph, theme = decoration.paragraph, decoration.style.looks.theme
    if marks.hits:
        _draw_hits(painter, paragraph, marks, theme, lines)
    if marks.selection and marks.selection[0] < marks.selection[1]:
        painter.setBrush(theme.selection)
        painter.drawRects(range_rects(paragraph, *marks.selection, lines))


def _draw_hits(painter: QPainter, paragraph: Paragraph, marks: Marks, theme: Theme, lines: range) -> None:
    first = bisect_left(marks.hits, paragraph.start, key=lambda hit: hit[1])
    for hit in marks.hits[first:]:
        if hit[0] >= paragraph.end:
            break
        painter.setBrush(theme.current_hit if hit == marks.current else theme.hit)
        painter.drawRects(range_rects(paragraph, *hit, lines))


def _draw_arrows(painter: QPainter, arrows: Sequence[tuple[QColor, QPolygonF]]) -> None:
    if not arrows:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, arrow in arrows:
        painter.setBrush(color)
        painter.drawPolygon(arrow)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _draw_chips(painter: QPainter, decoration: Decoration, line: LineDecoration) -> None:
    style = decoration.style
    for color, rect in line.outlines:
        _draw_outline(painter, rect, QPen(color, 1, Qt.PenStyle.DashLine))
    for chip in line.chips:
        style.chips.draw(painter, chip.rect.topLeft(), chip.words, chip.part.look)
    if line.more:
        style.chips.draw_words(painter, line.more[0], isolated(f"+{len(line.more[1])}"), style.looks.theme.muted)


def _draw_focus(painter: QPainter, decoration: Decoration, span: Span, lines: range) -> None:
    paragraph = decoration.paragraph
    part = decoration.part(span.id)
    color, theme = decoration.style.looks.of(span.label).colors.bar, decoration.style.looks.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for start, end in span.parts:
        for rect in range_rects(paragraph, start, end, lines):
            _draw_outline(painter, rect, QPen(color, OUTLINE))
            if part and part.track >= 0:
                _draw_thick_bar(painter, decoration, part.track, rect, color)
    _draw_handles(painter, paragraph, span, lines, theme, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _draw_thick_bar(painter: QPainter, decoration: Decoration, track: int, rect: QRectF, color: QColor) -> None:
    line = decoration.paragraph.line_at(rect.center().y())
    box: Box = (rect.left(), rect.right())
    height = 2 * decoration.paragraph.typography.bar
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    top = bar_top(decoration.paragraph.band_top(line), track, decoration.paragraph.typography)
    painter.drawRects(bar_rects(box, top, height, "solid"))


def _draw_outline(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = pen.widthF() / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 2, 2)


def _draw_handles(  # noqa: PLR0913, PLR0917 - what is drawn, where, in which colours
    painter: QPainter, paragraph: Paragraph, span: Span, lines: range, theme: Theme, color: QColor
) -> None:
    painter.setPen(QPen(theme.page, 1.5))
    painter.setBrush(color)
    for _edge, square in handle_rects(paragraph, span, lines):
        painter.drawEllipse(square)
