"""The span in focus, or the selection, in another shape: parts more or fewer. Offsets are code points."""

from PySide6.QtCore import QObject, Signal

from annotator.model import parts
from annotator.model.parts import Parts, Range
from annotator.model.spans import Span
from annotator.ui.commands import Run
from annotator.ui.marking import Marking
from annotator.ui.page import units
from annotator.ui.page.page import Page
from annotator.ui.translations import tr


class Shaping(QObject):
    """Changes what a span covers.

    Signals:
        told(text): what was done, or why nothing was, in words.
    """

    told = Signal(str)

    def __init__(self, page: Page, marking: Marking, parent: QObject | None = None) -> None:
        """Change what *page* shows, as *marking* writes it."""
        super().__init__(parent)
        self._page, self._marking = page, marking
        page.part_selected.connect(self.add)

    def runs(self) -> dict[str, Run]:
        """Return what the commands that change a shape do."""
        return {"part": self.turn_part}

    def turn_part(self) -> None:
        """Add the selection to the span in focus; what lies within a part is taken out, without a selection the whole part."""
        page = self._page
        span, selection = page.focused_span, page.selection
        if span is None or page.edges.is_on:
            page.edges.keep()
        elif selection and not parts.holds(span.parts, *selection):
            self.add(*selection)
        elif chosen := selection or self._part_here(span):
            self._reshape(span, self._left_of(span, *chosen), chosen[1])
        else:
            self.told.emit(tr("Select what to add to the span, or what to take out of it"))

    def add(self, start: int, end: int) -> None:
        """Add ``text[start:end]`` to the span in focus."""
        span, marking = self._page.focused_span, self._marking
        if span is None or not marking.is_writable:
            self.told.emit(tr("No span is in focus: click the one that gets another part"))
            return
        added = (start, end) if marking.by_character else units.trimmed(self._page.text, start, end)
        self._reshape(span, (*span.parts, added), end)

    def _reshape(self, span: Span, chosen: Parts, offset: int) -> None:
        self._page.caret.go_to(offset, hugs_before=True)
        self._marking.reshape(span, chosen)
        now = self._page.focused_span
        if now and now != span:
            self.told.emit(tr("Parts of the span: {count}", count=len(now.parts)))

    def _part_here(self, span: Span) -> Range | None:
        """Return the part of a discontinuous *span* that the caret is in."""
        offset = self._page.caret.offset
        return next((part for part in span.segments if part[0] <= offset <= part[1]), None)

    def _left_of(self, span: Span, start: int, end: int) -> Parts:
        """Return what is left of *span* without ``text[start:end]``, and without spaces at the ends made so."""
        text, left = self._page.text, parts.without(span.parts, start, end)
        if self._marking.by_character:
            return left
        return tuple(part if part in span.parts else units.trimmed(text, *part) for part in left if text[slice(*part)].strip())
