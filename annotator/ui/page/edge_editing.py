"""Moving the edges of the span in focus: it is taken back into the selection, whose moving end is one of its edges."""

from dataclasses import replace
from typing import Protocol

from annotator.model.errors import InvalidSpan
from annotator.model.parts import with_edges
from annotator.model.spans import Span
from annotator.text import graphemes
from annotator.ui.page.caret import Caret


class Edited(Protocol):
    """What this needs of the page."""

    caret: Caret

    @property
    def text(self) -> str:
        """The text shown."""

    @property
    def focused_span(self) -> Span | None:
        """The span in focus, or None."""

    def edge_is_at(self, span: bytes, start: int, end: int) -> None:
        """Tell that the edges of a span are wanted there."""


class EdgeEditing:
    """The edges of the span in focus while they are moved; offsets are code points."""

    def __init__(self, page: Edited) -> None:
        """Move nothing yet."""
        self._page = page
        self._span: Span | None = None

    @property
    def is_on(self) -> bool:
        """Whether edges are being moved: no longer if meanwhile another span is in focus, or the caret stands free."""
        return self._span is not None and self._page.focused_span == self._span and self._page.caret.has_anchor

    @property
    def shown(self) -> Span | None:
        """The span in focus, with its edges where they are being moved to, or where they were if they cannot go there."""
        span, selection = self._page.focused_span, self._page.caret.selection
        if span is None or selection is None or not self.is_on:
            return span
        try:
            moved = with_edges(span.parts, *selection)
        except InvalidSpan:
            return span
        return replace(span, start=selection[0], end=selection[1], segments=moved if span.segments else ())

    def begin(self, edge: str) -> None:
        """Take the span in focus into the selection, to move its "start" or "end"."""
        span = self.shown
        self._span = self._page.focused_span
        if span:
            self._page.caret.select(*((span.start, span.end) if edge == "end" else (span.end, span.start)))

    def turn(self) -> None:
        """Begin with the end; when edges are being moved, go on with the other one."""
        if self.is_on:
            self._page.caret.turn()
        else:
            self.begin("end")

    def keep(self) -> None:
        """Leave the edges where they are now."""
        span, selection = self._page.focused_span, self._page.caret.selection
        if span is None or not self.is_on:
            return
        start, end = graphemes.snap(self._page.text, *(selection or (span.start, span.end)))
        self._stop(end)
        if (start, end) != (span.start, span.end):
            self._page.edge_is_at(span.id, start, end)

    def leave(self) -> bool:
        """Put the edges back to where they were; return whether they were being moved."""
        span = self._span
        if span is None or not self.is_on:
            return False
        self._stop(span.end)
        return True

    def _stop(self, offset: int) -> None:
        self._span = None
        self._page.caret.go_to(offset, hugs_before=True)
