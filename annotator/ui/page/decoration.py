"""What the spans of one paragraph look like, line by line, in the paragraph's coordinates."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF

from annotator.model.spans import Span
from annotator.ui.page.line_decoration import LineDecoration, LineDecorator
from annotator.ui.page.looks import LabelLook
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import Part, Style
from annotator.ui.page.tracks import place

BARE = LineDecoration()


class Decoration:
    """The spans of one paragraph as they are painted; each line is worked out when first asked for."""

    def __init__(self, paragraph: Paragraph, spans: Sequence[Span], style: Style) -> None:
        """Decorate *paragraph* with the *spans* that touch it."""
        self.paragraph, self.style = paragraph, style
        self.parts = tuple(self._parts(spans))
        self._lines: dict[int, LineDecoration] = {}

    def line(self, index: int) -> LineDecoration:
        """Return what is painted on the line at *index*."""
        decoration = self._lines.get(index)
        if decoration is None:
            line = self.paragraph.lines[index]
            parts = [part for part in self.parts if part.a < line.end and part.b > line.start]
            decoration = LineDecorator(self.paragraph, index, self.style).decoration(parts) if parts else BARE
            self._lines[index] = decoration
        return decoration

    def target(self, point: QPointF) -> bytes | None:
        """Return the id of the span whose chip or bar is at *point*."""
        targets = self.line(self.paragraph.line_at(point.y())).targets
        return next((span for rect, span in targets if rect.contains(point)), None)

    def chip(self, point: QPointF) -> bytes | None:
        """Return the id of the span whose chip is at *point*."""
        chips = self.line(self.paragraph.line_at(point.y())).chips
        return next((chip.part.span.id for chip in chips if chip.rect.contains(point)), None)

    def hidden(self, point: QPointF) -> tuple[bytes, ...]:
        """Return the ids of the spans behind the «+k» at *point*."""
        more = self.line(self.paragraph.line_at(point.y())).more
        return more[1] if more and more[0].contains(point) else ()

    def part(self, span: bytes) -> Part | None:
        """Return the first part of the span with this id here."""
        return next((part for part in self.parts if part.span.id == span), None)

    def _parts(self, spans: Sequence[Span]) -> Iterator[Part]:
        looks, tracks = self.style.looks, self.paragraph.typography.tracks
        for placed in place(spans, tracks, lambda span: not looks.of(span.label).is_fill):
            span = placed.span
            for number, (start, end) in enumerate(span.parts, 1):
                if start < self.paragraph.end and end > self.paragraph.start:
                    yield self._part(span, looks.of(span.label), placed.track, (start, end), number)

    def _part(self, span: Span, look: LabelLook, track: int, part: tuple[int, int], number: int) -> Part:
        a, b = self.paragraph.units(*part)
        return Part(span, look, track, a, b, part[0] >= self.paragraph.start, part[1] <= self.paragraph.end, number)
