"""What the spans of one line look like: fills, bars, caps, brackets, arrows, chips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPolygonF

from annotator.ui.page.chip_row import CHIP_GAP, ChipRow
from annotator.ui.page.looks import LabelLook
from annotator.ui.page.measure import Box
from annotator.ui.page.paragraph import Line, Paragraph
from annotator.ui.page.parts import Chip, Part, Style

DASH, DASH_GAP = 7.0, 4.0
STROKE, ARM = 1.5, 5.0
Painted = list[tuple[QColor, list[QRectF]]]


@dataclass(slots=True)
class LineDecoration:
    """What is painted on one line: rectangles by colour, arrows where a bar runs on, chips, «+k»; and where to click."""

    fills: Painted = field(default_factory=list)
    bars: Painted = field(default_factory=list)
    arrows: list[tuple[QColor, QPolygonF]] = field(default_factory=list)
    outlines: list[tuple[QColor, QRectF]] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    more: tuple[QRectF, tuple[bytes, ...]] | None = None
    targets: list[tuple[QRectF, bytes]] = field(default_factory=list)


class LineDecorator:
    """Works out the decoration of one line; made, asked once, dropped."""

    def __init__(self, paragraph: Paragraph, index: int, style: Style) -> None:
        """Decorate the line at *index* of *paragraph*."""
        self.paragraph, self.index, self.style = paragraph, index, style
        self.line: Line = paragraph.lines[index]
        self.result = LineDecoration()

    def decoration(self, parts: Sequence[Part], filled: Sequence[Part]) -> LineDecoration:
        """Return how the *parts* look, those *filled* among them given outermost first; some may lie on other lines."""
        parts = [part for part in parts if part.a < self.line.end and part.b > self.line.start]
        if parts:
            self._fill(filled)
            for part in parts:
                self._draw(part)
            self._place_chips(parts)
        return self.result

    def _fill(self, filled: Sequence[Part]) -> None:
        geometry = self.line.geometry
        covered = [(*geometry.clusters(part.a, part.b), part.look) for part in filled]
        for look, first, last in _runs(covered):
            self.result.fills.append((look.colors.fill, self._text_rects(geometry.stretch(first, last))))

    def _text_rects(self, boxes: list[Box]) -> list[QRectF]:
        top, height = self.paragraph.fill_top(self.index), self.paragraph.typography.text_height
        return [QRectF(left, top, right - left, height) for left, right in boxes]

    def _draw(self, part: Part) -> None:
        boxes = self.line.geometry.rects(part.a, part.b)
        color = part.look.colors.bar
        if part.span.id in self.style.pending:
            self.result.outlines.extend((color, rect) for rect in self._text_rects(boxes))
        ends = self._caps(part) if part.look.is_fill else self._brackets(part)
        self.result.bars.append((color, ends))
        if part.track >= 0:
            self._bar(part, boxes)

    def _bar(self, part: Part, boxes: list[Box]) -> None:
        typography, color = self.paragraph.typography, part.look.colors.bar
        top = bar_top(self.paragraph, self.index, part.track)
        for box in boxes:
            self.result.bars.append((color, list(bar_rects(box, top, typography.bar, part.look.pattern))))
            above = top + typography.bar - typography.track_pitch
            self.result.targets.append((QRectF(box[0], above, box[1] - box[0], typography.track_pitch), part.span.id))
        if part.number > 1:
            self.result.bars.append((color, self._hairline(part, top + typography.bar / 2)))
        self.result.arrows.extend((color, arrow) for arrow in self._arrows(part, top + typography.bar / 2))

    def _hairline(self, part: Part, y: float) -> list[QRectF]:
        """Return the thin line to the part before, as far as it lies in this line."""
        before = part.span.parts[part.number - 2][1]
        a, b = self.paragraph.units(before, part.span.parts[part.number - 1][0])
        return [QRectF(left, y, right - left, 1) for left, right in self.line.geometry.rects(a, b)]

    def _caps(self, part: Part) -> list[QRectF]:
        return [self._upright(x, is_left=is_left) for x, is_left, _ in self._ends(part)]

    def _upright(self, x: float, *, is_left: bool) -> QRectF:
        top, height = self.paragraph.fill_top(self.index), self.paragraph.typography.text_height
        return QRectF(x if is_left else x - 1, top, 1, height)

    def _brackets(self, part: Part) -> list[QRectF]:
        """Return corner brackets: at the start around the upper half of the text, at the end around the lower."""
        top, height = self.paragraph.fill_top(self.index), self.paragraph.typography.text_height
        rects = []
        for x, is_left, is_start in self._ends(part):
            upper = top if is_start else top + height / 2
            rects.append(QRectF(x if is_left else x - STROKE, upper, STROKE, height / 2))
            rects.append(QRectF(x if is_left else x - ARM, top if is_start else top + height - STROKE, ARM, STROKE))
        return rects

    def _ends(self, part: Part) -> Iterator[tuple[float, bool, bool]]:
        """Yield (x, whether that is the left side, whether it is the start) of the true ends in this line."""
        geometry = self.line.geometry
        first, last = geometry.clusters(part.a, part.b)
        if part.opens and part.a >= self.line.start:
            yield geometry.leading(first), not geometry.is_rtl(first), True
        if part.closes and part.b <= self.line.end:
            yield geometry.trailing(last - 1), geometry.is_rtl(last - 1), False

    def _arrows(self, part: Part, y: float) -> Iterator[QPolygonF]:
        """Yield small arrows at the ends of the text where the span runs on."""
        natural, size = self.line.text_line.naturalTextRect(), self.paragraph.typography.bar
        is_rtl = self.paragraph.is_rtl
        if part.b > self.line.end or (part.b == self.line.end and not part.closes):
            yield _arrow(natural.left() if is_rtl else natural.right(), y, size, points_left=is_rtl)
        if part.a < self.line.start or (part.a == self.line.start and not part.opens):
            yield _arrow(natural.right() if is_rtl else natural.left(), y, size, points_left=not is_rtl)

    def _place_chips(self, parts: list[Part]) -> None:
        hidden = [part.span.id for part in parts if part.track < 0]
        opening = [part for part in parts if part.opens and part.a >= self.line.start]
        if self.style.has_chips:
            row = ChipRow(self.line, self.paragraph, self.style.chips)
            for part in opening:
                chip = row.chip(part)
                if chip:
                    self.result.chips.append(chip)
                    self.result.targets.append((chip.rect, part.span.id))
                else:
                    hidden.append(part.span.id)
        if hidden:
            self.result.more = self._more_rect(f"+{len(set(hidden))}"), tuple(dict.fromkeys(hidden))

    def _more_rect(self, words: str) -> QRectF:
        natural, width = self.line.text_line.naturalTextRect(), self.style.chips.width(words)
        left = natural.left() - width - CHIP_GAP if self.paragraph.is_rtl else natural.right() + CHIP_GAP
        return QRectF(left, self.paragraph.band_top(self.index), width, self.style.chips.height)


def bar_top(paragraph: Paragraph, line: int, track: int) -> float:
    """Return where the bar in *track* of a line begins, in pixels below the paragraph's top."""
    typography = paragraph.typography
    return paragraph.band_top(line) + (track + 1) * typography.track_pitch - typography.bar


def bar_rects(box: Box, top: float, height: float, pattern: str) -> Iterator[QRectF]:
    """Yield the rectangles of a bar under *box*, in its label's *pattern*; it stops one pixel short at both ends."""
    left, right = box[0] + 1, box[1] - 1
    if pattern == "double":
        thin = height / 3
        yield QRectF(left, top, right - left, thin)
        yield QRectF(left, top + height - thin, right - left, thin)
    elif pattern in {"dashed", "dotted"}:
        dash, gap = (height, height) if pattern == "dotted" else (DASH, DASH_GAP)
        while left < right:
            yield QRectF(left, top, min(dash, right - left), height)
            left += dash + gap
    else:
        yield QRectF(left, top, right - left, height)


def _runs(covered: list[tuple[int, int, LabelLook]]) -> Iterator[tuple[LabelLook, int, int]]:
    """Yield (look, first, one past the last) for each run of clusters with the same look: the last that covers one wins it.

    *covered* are (first, one past the last, look), in the order in which they are laid on one another.
    """
    edges = sorted({edge for first, last, _ in covered for edge in (first, last)})
    begun, held = 0, None
    for edge, following in pairwise([*edges, -1]):
        look = next((look for first, last, look in reversed(covered) if first <= edge < following <= last), None)
        if look is not held:
            if held is not None:
                yield held, begun, edge
            begun, held = edge, look


def _arrow(x: float, y: float, size: float, *, points_left: bool) -> QPolygonF:
    tip = x - 2 * size if points_left else x + 2 * size
    return QPolygonF([QPointF(x, y - size), QPointF(tip, y), QPointF(x, y + size)])
