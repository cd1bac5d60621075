"""A document set for a file: title, legend and annotated lines, cut into leaves between lines."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from annotator.model.documents import Document, Source
from annotator.model.spans import Span
from annotator.ui.page import painting
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.flow import Flow
from annotator.ui.page.looks import LabelLook, Looks
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import Style
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import USUAL, Typography

MARGIN, TITLE_ZOOM, LEGEND_GAP = 48.0, 120, 22.0
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set: a document, its spans, how its labels look, the title above; ``width`` is in pixels at 100 %."""

    document: Document
    spans: tuple[Span, ...]
    looks: Looks
    title: str = ""
    source: Source | None = None
    width: float = 900.0
    zoom: int = 100


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one paragraph that stand on one leaf; ``y`` is where the first of them begins."""

    decoration: Decoration
    lines: range
    y: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the file, with the title if it is the first; its ``number`` is at its foot, 0 where there is no other."""

    blocks: tuple[Block, ...]
    height: float
    is_first: bool
    number: int = 0


def unheard(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


class Printed:
    """A sheet laid out; `leaves` cuts it, `paint` paints one."""

    def __init__(self, sheet: Sheet, report: Report = unheard) -> None:
        """Lay out *sheet*, and *report* how many of its paragraphs were laid out and painted."""
        self.sheet, self._report, self._steps = sheet, report, 0
        self.typography = Typography.of(sheet.zoom)
        self.column = sheet.width - 2 * MARGIN
        source, text = sheet.source, sheet.document.text
        pieces = Stretches(text, dict(source.directions) if source else {}, source.direction if source else "")
        self.flow = Flow(text, pieces, self.typography, self.column)
        self.spans = SpanIndex(self.flow.starts, sheet.spans)
        self.style = Style(sheet.looks, Chips(self.typography, is_vector=True))
        self._title = self._set_title()

    def leaves(self, height: float | None = None) -> tuple[Leaf, ...]:
        """Return the leaves of at most *height* pixels each, cut between lines; without one, a single leaf."""
        leaves: list[Leaf] = []
        blocks: list[Block] = []
        y = self._head_height()
        for decoration, lines in self._pieces():
            tall = len(lines) * self.typography.pitch
            if height is not None and y + tall > height - MARGIN and blocks:
                leaves.append(Leaf(tuple(blocks), height, not leaves))
                blocks, y = [], MARGIN
            blocks.append(Block(decoration, lines, y))
            is_last = lines.stop == len(decoration.paragraph.lines)
            y += tall + (self.typography.gap if is_last else 0)
        leaves.append(Leaf(tuple(blocks), height or y + MARGIN, not leaves))
        return _numbered(leaves) if len(leaves) > 1 else tuple(leaves)

    def paint(self, painter: QPainter, leaf: Leaf, draw_text: painting.DrawText) -> None:
        """Paint *leaf* with its upper left corner at the painter's origin."""
        painter.fillRect(QRectF(0, 0, self.sheet.width, leaf.height), self.sheet.looks.theme.page)
        if leaf.is_first:
            self._paint_head(painter, draw_text)
        for block in leaf.blocks:
            painter.save()
            painter.translate(MARGIN, block.y - block.decoration.paragraph.lines[block.lines.start].top)
            painting.draw(painter, block.decoration, painting.Marks(), block.lines, draw_text)
            painter.restore()
            if block.lines.start == 0:
                self._step()
        if leaf.number:
            foot = QRectF(MARGIN, leaf.height - MARGIN, self.column, MARGIN)
            self.style.chips.draw_words(painter, foot, str(leaf.number), self.sheet.looks.theme.muted)

    def _pieces(self) -> Iterator[tuple[Decoration, range]]:
        """Yield every line with its paragraph; a page may end after each."""
        for index in range(len(self.flow)):
            self._step()
            decoration = Decoration(self.flow.paragraph(index), self.spans.touching(index), self.style)
            for line in range(len(decoration.paragraph.lines)):
                yield decoration, range(line, line + 1)

    def _step(self) -> None:
        """Tell that a paragraph was laid out, or painted."""
        self._steps += 1
        self._report(self._steps, 2 * len(self.flow))

    def _set_title(self) -> Paragraph | None:
        if not self.sheet.title:
            return None
        is_rtl = Stretches(self.sheet.title)[0].is_rtl
        typography = Typography.of(self.sheet.zoom * TITLE_ZOOM // 100, USUAL._replace(tracks=0), has_chips=False)
        return Paragraph(self.sheet.title, 0, is_rtl=is_rtl, typography=typography, width=self.column)

    def _head_height(self) -> float:
        title = self._title.height if self._title else 0.0
        return MARGIN + title + self._legend_height()

    def _legend_height(self) -> float:
        return self.typography.chip_row * 2.5 if self.sheet.spans else 0.0

    def _paint_head(self, painter: QPainter, draw_text: painting.DrawText) -> None:
        painter.save()
        painter.translate(MARGIN, MARGIN)
        if self._title:
            painter.setPen(self.sheet.looks.theme.text)
            draw_text(painter, self._title, range(len(self._title.lines)))
            painter.translate(0, self._title.height)
        self._paint_legend(painter)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        """Paint a chip for each label used, with the number of its spans, from the reading start on."""
        is_rtl = self._title.is_rtl if self._title else bool(self.flow.stretches) and self.flow.stretches[0].is_rtl
        at = 0.0
        for look, count in used_labels(self.sheet):
            chip = self._legend_rect(look.title, at, is_rtl=is_rtl)
            number = self._legend_rect(str(count), at + chip.width(), is_rtl=is_rtl)
            self.style.chips.draw(painter, chip.topLeft(), look.title, look)
            self.style.chips.draw_words(painter, number, str(count), self.sheet.looks.theme.muted)
            at += chip.width() + number.width() + LEGEND_GAP

    def _legend_rect(self, words: str, at: float, *, is_rtl: bool) -> QRectF:
        chips = self.style.chips
        width = chips.width(words)
        return QRectF(self.column - at - width if is_rtl else at, chips.air, width, chips.height)


def _numbered(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    return tuple(replace(leaf, number=number) for number, leaf in enumerate(leaves, start=1))


def used_labels(sheet: Sheet) -> list[tuple[LabelLook, int]]:
    """Return the labels that have spans, in the order of the schema, with how many."""
    counts = Counter(span.label for span in sheet.spans)
    known = [(look, counts.pop(label)) for label, look in sheet.looks.labels.items() if label in counts]
    return known + [(sheet.looks.of(label), count) for label, count in counts.items()]


def draw_outlines(painter: QPainter, paragraph: Paragraph, lines: range) -> None:
    """Paint the text of *lines* as shapes, so that it looks the same wherever the fonts are missing."""
    color = painter.pen().color()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for index in lines:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for run in paragraph.lines[index].text_line.glyphRuns():
            font = run.rawFont()
            for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(font.pathForGlyph(glyph).translated(QPointF(position)))
        painter.drawPath(path)
