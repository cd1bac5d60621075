"""What the spans of one line look like: fills, bars, caps, brackets, arrows, chips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPolygonF

from annotator.ui.page.chip_row import CHIP_GAP, ChipRow
from annotator.ui.page.looks import LabelLook
from annotator.ui.page.measure import Box
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import NONE, Chip, Part, Strip, Style
from annotator.ui.page.typography import Typography

DASH, DASH_GAP = 7.0, 4.0
STROKE, ARM = 1.5, 5.0
Painted = list[tuple[QColor, list[QRectF]]]


@dataclass(slots=True)
class LineDecoration:
    """What is painted on one line: rectangles by colour, arrows where a bar runs on, chips, «+k».

    ``tracks`` are where bars can be clicked: (left, top, width, height) and the id of the span.
    """

    fills: Painted = field(default_factory=list)
    bars: Painted = field(default_factory=list)
    arrows: list[tuple[QColor, QPolygonF]] = field(default_factory=list)
    outlines: list[tuple[QColor, QRectF]] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    more: tuple[QRectF, tuple[bytes, ...]] | None = None
    tracks: list[tuple[tuple[float, float, float, float], bytes]] = field(default_factory=list)

    @property
    def targets(self) -> list[tuple[QRectF, bytes]]:
        """Where to click, and the id of the span found there."""
        return [(QRectF(*track), span) for track, span in self.tracks] + [(chip.rect, chip.part.span.id) for chip in self.chips]


class LineDecorator:
    """Works out the decoration of one line; made, asked once, dropped."""

    def __init__(self, paragraph: Paragraph, index: int, style: Style) -> None:
        """Decorate the line at *index* of *paragraph*."""
        self.paragraph, self.index, self.style = paragraph, index, style
        self.typography, self.line, self.geometry = (
            paragraph.typography,
            paragraph.lines[index],
            paragraph.lines[index].geometry,
        )
        self.top, self.height = self.line.top + self.typography.chip_row, self.typography.text_height
        self.band = self.top + self.height
        self.result = LineDecoration()

    def decoration(self, parts: Sequence[Part]) -> LineDecoration:
        """Return how the *parts* look, which lie on this line and are given in reading order."""
        strips = [self._strip(part) for part in parts]
        self._fill(strips)
        for strip in strips:
            self._draw(strip)
        self._place_chips(strips)
        return self.result

    def _strip(self, part: Part) -> Strip:
        first, last = self.geometry.clusters(part.a, part.b)
        return Strip(part, first, last, self.geometry.stretch(first, last))

    def _fill(self, strips: list[Strip]) -> None:
        pending = self.style.pending
        filled = [strip for strip in strips if strip.part.look.is_fill and not (pending and strip.part.span.id in pending)]
        if all(before.last < strip.first for before, strip in pairwise(filled)):
            fills = [(strip.part.look, strip.boxes) for strip in filled]
        else:
            runs = _runs(sorted(filled, key=_outermost_first))
            fills = [(look, self.geometry.stretch(first, last)) for look, first, last in runs]
        self.result.fills = [(look.colors.fill, self._text_rects(boxes)) for look, boxes in fills]

    def _text_rects(self, boxes: list[Box]) -> list[QRectF]:
        top, height = self.top, self.height
        return [QRectF(left, top, right - left, height) for left, right in boxes]

    def _draw(self, strip: Strip) -> None:
        part, color = strip.part, strip.part.look.colors.bar
        if self.style.pending and part.span.id in self.style.pending:
            self.result.outlines.extend((color, rect) for rect in self._text_rects(strip.boxes))
        self.result.bars.append((color, self._caps(strip) if part.look.is_fill else self._brackets(strip)))
        if part.track >= 0:
            self._bar(strip, color)

    def _bar(self, strip: Strip, color: QColor) -> None:
        part, bar, pitch, result = strip.part, self.typography.bar, self.typography.track_pitch, self.result
        top = bar_top(self.band, part.track, self.typography)
        for box in strip.boxes:
            result.bars.append((color, bar_rects(box, top, bar, part.look.pattern)))
            result.tracks.append(((box[0], top + bar - pitch, box[1] - box[0], pitch), part.span.id))
        if part.number > 1:
            result.bars.append((color, self._hairline(part, top + bar / 2)))
        if part.a <= self.line.start or part.b >= self.line.end:
            lowest = self.line.top + self.typography.pitch - bar
            result.arrows.extend((color, arrow) for arrow in self._arrows(part, min(top + bar / 2, lowest)))

    def _hairline(self, part: Part, y: float) -> list[QRectF]:
        """Return the thin line to the part before, as far as it lies in this line."""
        before = part.span.parts[part.number - 2][1]
        a, b = self.paragraph.units(before, part.span.parts[part.number - 1][0])
        return [QRectF(left, y, right - left, 1) for left, right in self.geometry.rects(a, b)]

    def _caps(self, strip: Strip) -> list[QRectF]:
        return [QRectF(x if is_left else x - 1, self.top, 1, self.height) for x, is_left, _ in self._ends(strip)]

    def _brackets(self, strip: Strip) -> list[QRectF]:
        """Return corner brackets: at the start around the upper half of the text, at the end around the lower."""
        top, height = self.top, self.height
        rects = []
        for x, is_left, is_start in self._ends(strip):
            upper = top if is_start else top + height / 2
            rects.append(QRectF(x if is_left else x - STROKE, upper, STROKE, height / 2))
            rects.append(QRectF(x if is_left else x - ARM, top if is_start else top + height - STROKE, ARM, STROKE))
        return rects

    def _ends(self, strip: Strip) -> list[tuple[float, bool, bool]]:
        """Return (x, whether that is the left side, whether it is the start) of the true ends in this line."""
        part, ends = strip.part, []
        (begin, begins_rtl), (end, ends_rtl) = self._edges(strip)
        if part.opens and part.a >= self.line.start:
            ends.append((begin, not begins_rtl, True))
        if part.closes and part.b <= self.line.end:
            ends.append((end, ends_rtl, False))
        return ends

    def _edges(self, strip: Strip) -> tuple[tuple[float, bool], tuple[float, bool]]:
        """Return where *strip* begins and ends in reading order, each with whether the text runs right to left there."""
        geometry, is_rtl = self.geometry, self.paragraph.is_rtl
        if geometry.islands or not strip.boxes:
            return geometry.leading_edge(strip.first), geometry.trailing_edge(strip.last - 1)
        left, right = strip.boxes[0]
        return ((right, True), (left, True)) if is_rtl else ((left, False), (right, False))

    def _arrows(self, part: Part, y: float) -> Iterator[QPolygonF]:
        """Yield small arrows at the ends of the text where the span runs on."""
        natural, size = self.line.text_line.naturalTextRect(), self.typography.bar
        is_rtl = self.paragraph.is_rtl
        if part.b > self.line.end or (part.b == self.line.end and not part.closes):
            yield _arrow(natural.left() if is_rtl else natural.right(), y, size, points_left=is_rtl)
        if part.a < self.line.start or (part.a == self.line.start and not part.opens):
            yield _arrow(natural.right() if is_rtl else natural.left(), y, size, points_left=not is_rtl)

    def _place_chips(self, strips: list[Strip]) -> None:
        hidden = [strip.part.span.id for strip in strips if strip.part.track < 0]
        if self.style.chips_of != NONE:
            row = ChipRow(self.line, self.paragraph, self.style.chips)
            for strip in strips:
                is_named = self.style.has_chip(strip.part.span.id)
                if is_named and strip.part.opens and strip.part.a >= self.line.start:
                    chip = row.chip(strip)
                    if chip:
                        self.result.chips.append(chip)
                    else:
                        hidden.append(strip.part.span.id)
        if hidden:
            self.result.more = self._more_rect(f"+{len(set(hidden))}"), tuple(dict.fromkeys(hidden))

    def _more_rect(self, words: str) -> QRectF:
        natural, width = self.line.text_line.naturalTextRect(), self.style.chips.width(words)
        left = natural.left() - width - CHIP_GAP if self.paragraph.is_rtl else natural.right() + CHIP_GAP
        return QRectF(left, self.band, width, self.style.chips.height)


def bar_top(band: float, track: int, typography: Typography) -> float:
    """Return where the bar in *track* begins, in a line whose tracks begin at *band*."""
    return band + (track + 1) * typography.track_pitch - typography.bar


def bar_rects(box: Box, top: float, height: float, pattern: str) -> list[QRectF]:
    """Return the rectangles of a bar under *box*, in its label's *pattern*; it stops one pixel short at both ends."""
    left, right = box[0] + 1, box[1] - 1
    if pattern == "double":
        thin = height / 3
        return [QRectF(left, y, right - left, thin) for y in (top, top + height - thin)]
    if pattern in {"dashed", "dotted"}:
        dash, gap = (height, height) if pattern == "dotted" else (DASH, DASH_GAP)
        return [QRectF(x, top, min(dash, right - x), height) for x in _steps(left, right, dash + gap)]
    return [QRectF(left, top, right - left, height)]


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    while start < end:
        yield start
        start += step


def _outermost_first(strip: Strip) -> tuple[int, int, bytes]:
    """Return the key by which fills are laid on one another: the last that covers a cluster wins it."""
    span = strip.part.span
    return span.start - span.end, span.start, span.id


def _runs(strips: list[Strip]) -> Iterator[tuple[LabelLook, int, int]]:
    """Yield (look, first, one past the last) for each run of clusters with the same look: the last that covers one wins it."""
    edges = sorted({edge for strip in strips for edge in (strip.first, strip.last)})
    begun, held = 0, None
    for edge, following in pairwise([*edges, -1]):
        covering = (strip.part.look for strip in reversed(strips) if strip.first <= edge < following <= strip.last)
        look = next(covering, None)
        if look is not held:
            if held is not None:
                yield held, begun, edge
            begun, held = edge, look


def _arrow(x: float, y: float, size: float, *, points_left: bool) -> QPolygonF:
    return _triangle(size, points_left=points_left).translated(x, y)


@cache
def _triangle(size: float, *, points_left: bool) -> QPolygonF:
    tip = -2 * size if points_left else 2 * size
    return QPolygonF([QPointF(0, -size), QPointF(tip, 0), QPointF(0, size)])
