"""What stands for the paragraphs in view and for their spans while a screen reader asks for them."""

from collections.abc import Callable, Hashable, Iterable, MutableMapping
from functools import reduce
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QRectF

from annotator.model.spans import Span
from annotator.text.shown import shown
from annotator.ui.page.page import Page
from annotator.ui.page.painting import range_rects
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.related import Link
from annotator.ui.translations import tr

LONGEST = 80
Key = TypeVar("Key", bound=Hashable)


class Standing(QObject):
    """Stands for a part of a document on *page*; ``is_gone`` once that part is shown no more, until Qt lets it go."""

    def __init__(self, page: Page, parent: QObject) -> None:
        """Live no longer than *parent*."""
        super().__init__(parent)
        self.page, self.is_gone = page, False

    def leave(self) -> None:
        """Stand for nothing from now on; a reader may be asking just now, so it is not deleted before that has ended."""
        self.is_gone = True
        self.deleteLater()


S = TypeVar("S", bound=Standing)


class Mark(Standing):
    """Stands for one span in one paragraph."""

    def __init__(self, passage: "Passage", span: bytes) -> None:
        """Stand for the span with this id."""
        super().__init__(passage.page, passage)
        self.passage, self._id = passage, span

    @property
    def span(self) -> Span | None:
        """The span as it is now, or None."""
        return None if self.is_gone or self.passage.is_gone else self.page.spans.get(self._id)

    @property
    def name(self) -> str:
        """The label, the text, where it is, within which other spans, what is noted on it, and what it is related to."""
        span = self.span
        if span is None:
            return ""
        title, text = self.page.looks.of(span.label).title, shown(span.covered(self.page.text), LONGEST)
        name = tr("{label}: {text}, {start} to {end}", label=title, text=text, start=span.start, end=span.end)
        outer = (self.page.looks.of(one.label).title for one in self.page.spans.at(span.start) if _holds(one, span))
        held = reduce(lambda told, label: tr("{span}, in {label}", span=told, label=label), outer, name)
        noted = reduce(lambda told, note: tr("{span}, {note}", span=told, note=note), self.page.remarks.told(span.id), held)
        return reduce(lambda told, link: self._with(told, link, span), self.page.links.of(span), noted)

    def _with(self, told: str, link: Link, span: Span) -> str:
        """Return what was *told* of *span*, and after it what a *link* joins to it."""
        other = self.page.spans.get(link.other(span.id))
        text = shown(other.covered(self.page.text), LONGEST) if other else ""
        if link.head == span.id or link.is_symmetric:
            return tr("{span}, {relation}: {text}", span=told, relation=link.title, text=text)
        return tr("{span}, related to it by {relation}: {text}", span=told, relation=link.title, text=text)

    @property
    def rect(self) -> QRect:
        """Where on screen it is."""
        span, paragraph = self.span, self.passage.paragraph
        rects = range_rects(paragraph, span.start, span.end, range(len(paragraph.lines))) if span else []
        return self.passage.on_screen(reduce(QRectF.united, rects, QRectF()))


class Passage(Standing):
    """Stands for one paragraph."""

    def __init__(self, page: Page, index: int) -> None:
        """Stand for the paragraph at *index* of what *page* shows."""
        super().__init__(page, page)
        self.index = index
        self._marks: dict[bytes, Mark] = {}

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph, laid out."""
        return self.page.flow.paragraph(self.index)

    @property
    def name(self) -> str:
        """Which paragraph it is."""
        return tr("Paragraph {number}", number=self.index + 1)

    @property
    def has_caret(self) -> bool:
        """Whether the caret stands in it."""
        return not self.is_gone and self.page.flow.paragraph_at(self.page.caret.offset) == self.index

    @property
    def marks(self) -> list[Mark]:
        """What stands for its spans, in reading order."""
        if self.is_gone:
            return []
        return _kept(self._marks, [span.id for span in self.page.spans.touching(self.index)], self._mark)

    @property
    def rect(self) -> QRect:
        """Where on screen it is; empty far from the view."""
        return self.on_screen(QRectF(0, 0, self.page.flow.width, self.paragraph.height))

    def on_screen(self, rect: QRectF) -> QRect:
        """Return where on screen a part of it is, given in pixels from its upper left corner; empty far from the view."""
        top = self.page.flow.y_of(self.index, self.page.view_height)
        if top is None or rect.isNull():
            return QRect()
        corner = self.page.viewport().mapToGlobal(QPoint(self.page.column_left, round(top)))
        return rect.translated(corner).toAlignedRect()

    def leave(self) -> None:
        """Stand for nothing from now on, and its spans neither."""
        super().leave()
        for mark in self._marks.values():
            mark.is_gone = True

    def _mark(self, span: bytes) -> Mark:
        return Mark(self, span)


class Passages(QObject):
    """What stands for the paragraphs of a page: those in view, and the one with the caret."""

    def __init__(self, page: Page) -> None:
        """Begin with none."""
        super().__init__(page)
        self._page = page
        self._made: dict[int, Passage] = {}
        page.document_left.connect(self._forget)

    def in_view(self) -> list[Passage]:
        """Return what stands for the paragraphs in view and the one with the caret, in their order."""
        page = self._page
        shown = {index for index, _ in page.flow.visible(page.view_height)} | {page.flow.paragraph_at(page.caret.offset)}
        return _kept(self._made, sorted(shown) if page.has_document else [], self._make)

    def at_caret(self) -> Passage | None:
        """Return what stands for the paragraph with the caret; None without a document."""
        return next((passage for passage in self.in_view() if passage.has_caret), None)

    def _make(self, index: int) -> Passage:
        return Passage(self._page, index)

    def _forget(self) -> None:
        _kept(self._made, [], self._make)


def passages_of(page: Page) -> Passages:
    """Return what stands for the paragraphs of *page*, made when first asked for."""
    return page.findChild(Passages) or Passages(page)


def _kept(made: MutableMapping[Key, S], wanted: Iterable[Key], make: Callable[[Key], S]) -> list[S]:
    """Return one for each *wanted* key, made where there is none yet; the others leave."""
    wanted = list(wanted)
    for key in made.keys() - set(wanted):
        made.pop(key).leave()
    for key in wanted:
        if key not in made:
            made[key] = make(key)
    return [made[key] for key in wanted]


def _holds(outer: Span, inner: Span) -> bool:
    """Whether *inner* lies in *outer*, which is larger."""
    return outer.start <= inner.start and inner.end <= outer.end and (outer.start, outer.end) != (inner.start, inner.end)
