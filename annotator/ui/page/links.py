"""The lines between related spans on the page: of the span in focus and the one pointed at, or of all in view."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotator.model.spans import Span
from annotator.ui.page.link_painting import Layers, Pencil, draw_layer, draw_outlines, touching
from annotator.ui.page.link_scene import Drawn, Scene, Viewed
from annotator.ui.page.looks import Looks
from annotator.ui.page.related import Link, Related

CROWD = 60


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
        self._place: tuple[object, ...] = ()
        self._in_view: tuple[tuple[object, ...], list[Link]] = ((), [])
        self._drawn: tuple[Drawn, ...] = ()
        self._layers: Layers | None = None
        self._is_painted = False
        self._strong: list[Drawn] = []
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
    def drawn(self) -> tuple[Drawn, ...]:
        """All that is drawn."""
        return self._drawn

    def title_at(self, point: QPointF) -> Link | None:
        """Return the link whose title is at *point* of the view, or None."""
        named = (one for one in chain(self._strong, self._drawn) if one.title)
        return next((one.link for one in named if one.title and one.title.contains(point)), None)

    def paint_under(self, painter: QPainter, clip: QRect) -> None:
        """Paint the lines within *clip*, before the text and all that belongs to it."""
        if self._is_stale and clip == self._page.viewport().rect():
            self._renew()
        self._change()
        if self.is_all and self._drawn:
            draw_layer(painter, self._painted().under)
        if self._strong:
            self._pencil(is_strong=True).draw_lines(painter, touching(self._strong, clip))

    def paint_over(self, painter: QPainter, clip: QRect) -> None:
        """Paint arrows, titles and what lights up within *clip*, after the text."""
        looks = self._page.looks
        if self.is_all and self._drawn:
            draw_layer(painter, self._painted().over)
        if self._strong:
            self._pencil(is_strong=True).draw_signs(painter, touching(self._strong, clip))
        for outline in self._outlines:
            color = looks.theme.accent if outline.is_offered else looks.of(outline.span.label).colors.bar
            is_strong = outline.is_pointed_at or not outline.is_offered
            draw_outlines(painter, outline.rects, color, is_strong=is_strong)

    def _painted(self) -> Layers:
        """Return all that is drawn, as it looks while it is not looked at: what is, is painted over that."""
        view = self._page.viewport()
        fits = view.size(), view.devicePixelRatioF()
        if self._layers is None or self._layers.fits != fits:
            self._layers, self._is_painted = Layers(*fits), False
        if not self._is_painted:
            self._layers.paint(self._drawn, self._pencil(is_strong=False))
            self._is_painted = True
        return self._layers

    def _pencil(self, *, is_strong: bool) -> Pencil:
        return Pencil(self._page.looks.theme, self._page.chips, is_strong=is_strong)

    def _change(self) -> None:
        """Work out what is drawn now, and repaint where something came or went."""
        if not self._is_stale:
            return
        before = self._shown()
        self._renew()
        after = self._shown()
        for thing in before.keys() ^ after.keys():
            for rect in (before.get(thing) or after[thing])[1]:
                self._page.viewport().update(rect)

    def _shown(self) -> dict[tuple[int, bool], tuple[object, list[QRect]]]:
        """Return what is drawn and how strongly, with what it covers; the things are kept, for they are told by their ids."""
        found: dict[tuple[int, bool], tuple[object, list[QRect]]] = {(id(one), False): (one, one.rects) for one in self._drawn}
        found |= {(id(one), True): (one, one.rects) for one in self._strong}
        for outline in self._outlines:
            found[id(outline), True] = outline, [rect.toAlignedRect().adjusted(-2, -2, 2, 2) for rect in outline.rects]
        return found

    @property
    def _is_stale(self) -> bool:
        """Whether anything that the drawing depends on changed; nothing does while nobody asks for any."""
        is_wanted = self._key or self._focused or self._hovered or self.is_all or self._offer.partners
        return bool(is_wanted) and self._now() != self._key

    def _renew(self) -> None:
        """Work out what is drawn."""
        self._key = self._now()
        scene = Scene(self._page, self._page.viewport().width())
        looked_at = self._of_those_looked_at()
        self._draw(scene, tuple(dict.fromkeys((*self._of_all_in_view(), *looked_at))))
        self._strong = self._of_those(scene, set(looked_at))
        self._outlines = [*self._lit(scene)]

    def _draw(self, scene: Scene, links: tuple[Link, ...]) -> None:
        """Work out the ways of *links*, unless they are the same in the same view: others are pointed at, no more."""
        place = self._view(), links
        if place != self._place:
            drawn = scene.draw(links)
            self._place, self._is_painted = place, False
            self._drawn = tuple(drawn if len(drawn) > CROWD else scene.named(drawn))

    def _of_those(self, scene: Scene, looked_at: AbstractSet[Link]) -> list[Drawn]:
        """Return what is drawn of those *looked_at*, which have titles also in a crowd."""
        strong = [one for one in self._drawn if one.link in looked_at]
        return scene.named(strong) if len(self._drawn) > CROWD else strong

    def _now(self) -> tuple[object, ...]:
        """Return all that the drawing depends on."""
        return self._focused, self._hovered, self.is_all, self._offer, self.related, self._view()

    def _view(self) -> tuple[object, ...]:
        """Return what stands where in the view."""
        page, view = self._page, self._page.viewport()
        return (
            page.spans,
            page.spans.changes,
            page.flow,
            page.flow.anchor,
            view.width(),
            view.height(),
            page.chips,
            self.related,
        )

    def _of_those_looked_at(self) -> list[Link]:
        spans = filter(None, map(self._page.spans.get, filter(None, (self._focused, self._hovered))))
        proposed = (self._offer.proposed,) if self._offer.proposed else ()
        return [*dict.fromkeys((*chain(*map(self.of, spans)), *proposed))]

    def _of_all_in_view(self) -> list[Link]:
        """Return the links of all spans in view, none if they are not wanted."""
        page, view = self._page, self._view()
        if self.is_all and view != self._in_view[0]:
            shown = [index for index, _ in page.flow.visible(page.view_height)]
            spans = {span.id: span for index in shown for span in page.spans.touching(index)}
            self._in_view = view, self.related.among(list(spans.values()))
        return self._in_view[1] if self.is_all else []

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
