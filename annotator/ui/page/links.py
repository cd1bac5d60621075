"""The lines between related spans on the page: of the span in focus and the one pointed at, or of all in view."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.ui.page.link_painting import draw_lines, draw_outlines, draw_signs
from annotator.ui.page.link_scene import Drawn, Scene, Viewed
from annotator.ui.page.looks import Looks
from annotator.ui.page.related import Link, Related


class Canvased(Viewed, Protocol):
    """What this needs of the page."""

    looks: Looks

    def viewport(self) -> QWidget:
        """Return what is painted on."""


class Offer(NamedTuple):
    """What could be related to a span: the ids of the ``partners``, and what is ``proposed`` of them for the moment."""

    partners: frozenset[bytes] = frozenset()
    proposed: Link | None = None


class Outline(NamedTuple):
    """What lights up of a span: ``is_pointed_at`` where an Enter or a drop would take it, else related or only offered."""

    span: Span
    rects: list[QRectF]
    is_offered: bool
    is_pointed_at: bool


class Links:
    """Draws what is related; while nothing is, or nobody asks, that costs nothing.

    ``is_all`` if the relations of all spans in view are drawn.
    """

    def __init__(self, page: Canvased) -> None:
        """Draw nothing on *page* yet."""
        self._page = page
        self.related, self.is_all = Related(), False
        self._focused: bytes | None = None
        self._hovered: bytes | None = None
        self._offer = Offer()
        self._key: tuple[object, ...] = ()
        self._strong: list[Drawn] = []
        self._quiet: list[Drawn] = []
        self._outlines: list[Outline] = []

    def show(self, related: Related) -> None:
        """Draw of these relations from now on."""
        self.related = related
        self._change()

    def set_all(self, *, is_all: bool) -> None:
        """Draw the relations of all spans in view, or only of those in focus and pointed at."""
        self.is_all = is_all
        self._change()

    def focus(self, span: bytes | None) -> None:
        """Draw the relations of the span with this id, which is in focus."""
        if span != self._focused:
            self._focused = span
            self._change()

    def hover(self, span: bytes | None) -> None:
        """Draw the relations of the span with this id, which is pointed at, and light up what is related to it."""
        if span != self._hovered:
            self._hovered = span
            self._change()

    def offer(self, partners: frozenset[bytes] = frozenset(), proposed: Link | None = None) -> None:
        """Light up what could be related, and draw the link that is *proposed*."""
        offer = Offer(partners, proposed)
        if offer != self._offer:
            self._offer = offer
            self._change()

    def of(self, span: Span) -> list[Link]:
        """Return what joins *span* to others."""
        return self.related.of(span, self._near)

    @property
    def drawn(self) -> list[Drawn]:
        """All that is drawn, the links of the spans in focus and pointed at last."""
        return [*self._quiet, *self._strong]

    def title_at(self, point: QPointF) -> Link | None:
        """Return the link whose title is at *point* of the view, or None."""
        return next((one.link for one in reversed(self.drawn) if one.title and one.title.contains(point)), None)

    def paint_under(self, painter: QPainter, clip: QRect) -> None:
        """Paint the lines within *clip*, before the text and all that belongs to it."""
        if self._renew() and clip != self._page.viewport().rect():
            self._update(self._covered())
        theme = self._page.looks.theme
        if self._quiet:
            draw_lines(painter, self._quiet, clip, theme, is_strong=False)
        if self._strong:
            draw_lines(painter, self._strong, clip, theme, is_strong=True)

    def paint_over(self, painter: QPainter, clip: QRect) -> None:
        """Paint arrows, titles and what lights up within *clip*, after the text."""
        looks, chips = self._page.looks, self._page.chips
        if self._quiet:
            draw_signs(painter, self._quiet, clip, looks.theme, chips, is_strong=False)
        if self._strong:
            draw_signs(painter, self._strong, clip, looks.theme, chips, is_strong=True)
        for outline in self._outlines:
            color = looks.theme.accent if outline.is_offered else looks.of(outline.span.label).colors.bar
            is_strong = outline.is_pointed_at or not outline.is_offered
            draw_outlines(painter, outline.rects, color, is_strong=is_strong)

    def _change(self) -> None:
        """Repaint where something was, or is now."""
        before = [*self._covered()]
        if self._renew():
            self._update(chain(before, self._covered()))

    def _update(self, rects: Iterable[QRect]) -> None:
        for rect in rects:
            self._page.viewport().update(rect)

    def _covered(self) -> Iterator[QRect]:
        for one in self.drawn:
            yield from one.rects
        for outline in self._outlines:
            yield from (rect.toAlignedRect().adjusted(-2, -2, 2, 2) for rect in outline.rects)

    def _renew(self) -> bool:
        """Work out what is drawn, if anything that this depends on changed; return whether something may be drawn elsewhere."""
        page = self._page
        if not (self._key or self._focused or self._hovered or self.is_all or self._offer.partners):
            return False
        key = self._now()
        if key == self._key:
            return False
        was_empty = not (self._quiet or self._strong or self._outlines)
        self._key = key
        scene = Scene(page, page.viewport().width())
        strong = self._of_those_looked_at()
        every = self._of_all_in_view() if self.is_all else []
        drawn = scene.draw([*dict.fromkeys((*every, *strong))])
        looked_at = set(strong)
        self._strong = [one for one in drawn if one.link in looked_at]
        self._quiet = [one for one in drawn if one.link not in looked_at]
        self._outlines = [*self._lit(scene)]
        return not (was_empty and not (drawn or self._outlines))

    def _now(self) -> tuple[object, ...]:
        """Return all that the drawing depends on."""
        page, view = self._page, self._page.viewport()
        looked_at = (self._focused, self._hovered, self.is_all, self._offer)
        spans = page.spans, page.spans.changes
        return (*looked_at, *spans, self.related, page.flow, page.flow.anchor, view.width(), view.height(), page.chips)

    def _of_those_looked_at(self) -> list[Link]:
        spans = filter(None, map(self._page.spans.get, filter(None, (self._focused, self._hovered))))
        proposed = (self._offer.proposed,) if self._offer.proposed else ()
        return [*dict.fromkeys((*chain(*map(self.of, spans)), *proposed))]

    def _of_all_in_view(self) -> list[Link]:
        page = self._page
        shown = [index for index, _ in page.flow.visible(page.view_height)]
        spans = {span.id: span for index in shown for span in page.spans.touching(index)}
        return self.related.among(list(spans.values()))

    def _lit(self, scene: Scene) -> Iterator[Outline]:
        """Yield what lights up: what is related to the span pointed at, and what is offered."""
        page, offer = self._page, self._offer
        pointed = page.spans.get(self._hovered) if self._hovered else None
        related = [link.other(pointed.id) for link in self.of(pointed)] if pointed else []
        ends = (offer.proposed.head, offer.proposed.tail) if offer.proposed else ()
        for identifier in dict.fromkeys((*related, *self._offered_in_view())):
            span = page.spans.get(identifier)
            if span:
                yield Outline(span, scene.covered(span), identifier in offer.partners, identifier in ends)

    def _offered_in_view(self) -> list[bytes]:
        page, partners = self._page, self._offer.partners
        if not partners:
            return []
        shown = [index for index, _ in page.flow.visible(page.view_height)]
        return [span.id for index in shown for span in page.spans.touching(index) if span.id in partners]

    def _near(self, span: Span) -> Iterable[Span]:
        """Return the spans that share a paragraph with *span*."""
        page = self._page
        first, last = page.flow.paragraph_at(span.start), page.flow.paragraph_at(span.end - 1)
        found = {one.id: one for index in range(first, last + 1) for one in page.spans.touching(index)}
        return found.values()
