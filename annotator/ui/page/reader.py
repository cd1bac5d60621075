"""Reader: a canvas with a caret, a selection and a span in focus."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.model.documents import Document, Source
from annotator.model.spans import Span
from annotator.ui.guard import guarded
from annotator.ui.page import edge_steps, movement, painting, steps
from annotator.ui.page.canvas import Canvas
from annotator.ui.page.caret import Caret, CaretLine
from annotator.ui.page.edge_editing import EdgeEditing
from annotator.ui.page.related import Link
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.widening import Widening

EMPTY = Document.of("")


class Reader(Canvas):
    """Where reading stands in one document; offsets are code points.

    Signals:
        text_selected(start, end): the selection is finished.
        part_selected(start, end): this is wanted as a part of the span in focus.
        span_focused(id): the span in focus is another one, or None.
        edge_moved(id, start, end): the edges of a span are wanted there.
        relation_wanted(id, id, point): these two spans are to be related; what is to be asked is asked at this global point.
        stack_requested(ids, point): a list of these spans is wanted beside this global point.
        caret_moved(offset): the caret or the selection is elsewhere.
        document_left: another document is shown now.
    """

    text_selected = Signal(int, int)
    part_selected = Signal(int, int)
    span_focused = Signal(object)
    edge_moved = Signal(object, int, int)
    relation_wanted = Signal(object, object, QPoint)
    stack_requested = Signal(object, QPoint)
    caret_moved = Signal(int)
    document_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand at the start of nothing."""
        super().__init__(parent)
        self.document, self.source = EMPTY, None  # type: Document, Source | None
        self.focused: bytes | None = None
        self._column: tuple[int, float] | None = None
        self.caret = Caret(self)
        self.edges, self.widening = EdgeEditing(self), Widening(self)

    def show_document(self, document: Document, spans: Sequence[Span], source: Source | None = None) -> None:
        """Show *document* with its *spans*; the same document keeps its place on screen, its caret and focus."""
        is_same = document.id == self.document.id
        offset = self.flow.first_offset() if is_same else 0
        self.document, self.source = document, source
        directions, base = (dict(source.directions), source.direction) if source else ({}, "")
        self.show_text(document.text, Stretches(document.text, directions, base), offset)
        self.spans = SpanIndex(self.flow.starts, spans)
        if not is_same:
            self.document_left.emit()
            self.set_hits((), None)
            self.caret.reset()
            self.focus_span(None)

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show *spans* in place of those shown; text, caret and focus stay."""
        self.spans = SpanIndex(self.flow.starts, spans)
        self.forget_decorations()

    def clear(self) -> None:
        """Show nothing."""
        self.show_document(EMPTY, ())

    @property
    def has_document(self) -> bool:
        """Whether there is something to read."""
        return bool(self.document.text)

    def replace_spans(self, before: Iterable[Span], after: Iterable[Span]) -> None:
        """Show the spans *after* in place of those *before*; the focus stays on a span that is in both."""
        super().replace_spans(before, after)
        if self.focused is not None and self.spans.get(self.focused) is None:
            self.focus_span(None)

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, or None."""
        return self.caret.selection

    def select(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select ``text[start:end]``."""
        self.caret.select(start, end)
        if reveal:
            self.reveal(end)

    def selected(self, *, as_part: bool = False) -> None:
        """Tell what is selected, now that a gesture is finished; perhaps *as_part* of the span in focus."""
        if self.selection:
            (self.part_selected if as_part else self.text_selected).emit(*self.selection)

    def caret_is_at(self, offset: int) -> None:
        """Tell that the caret or the selection is elsewhere."""
        self.caret_moved.emit(offset)

    def edge_is_at(self, span: bytes, start: int, end: int) -> None:
        """Tell that the edges of a span are wanted there."""
        self.edge_moved.emit(span, start, end)

    def go_to(self, offset: int) -> None:
        """Put the caret at *offset* and bring it into view."""
        self.caret.go_to(offset)
        self.reveal(offset, is_jump=True)

    def caret_point(self) -> QPoint:
        """Return the global point under the caret, which comes into view."""
        self.reveal(self.caret.offset)
        stand = movement.Stand(self.caret.offset, self.caret.hugs_before)
        rect = self.line_rect(self.flow.place_of(stand.offset, before=stand.hugs_before)) or QRectF()
        point = QPointF(self.column_left + movement.x_of(self.flow, stand), rect.bottom())
        return self.viewport().mapToGlobal(point.toPoint())

    def stand_at(self, point: QPointF) -> None:
        """Put the caret where a click at *point* of the viewport means."""
        stand = movement.at_x(self.flow, *self.place_at(point))
        self.caret.go_to(stand.offset, hugs_before=stand.hugs_before)

    def stack_at(self, point: QPointF) -> tuple[bytes, ...]:
        """Return the ids of the spans over the text at *point* of the viewport, innermost first; none beside the text."""
        return self._stack(self.cluster_at(point)) if self.is_over_text(point) else ()

    def named_at(self, point: QPointF) -> tuple[bytes, ...]:
        """Return the id of the span whose chip or bar is at *point* of the viewport, else those over the text there."""
        target = self.target_at(point)
        return (target,) if target else self.stack_at(point)

    def follow(self, link: Link) -> None:
        """Go to the end of *link* that is not in focus: its tail if neither is."""
        span = self.spans.get(link.other(self.focused) if self.focused in {link.head, link.tail} else link.tail)
        if span:
            self.go_to(span.start)
            self.focus_span(span.id)

    def stack_here(self) -> tuple[bytes, ...]:
        """Return the ids of the spans at the caret, innermost first: those that the span in focus is among, if it is there."""
        span, offset = self.focused_span, self.caret.offset
        for start, end in span.parts if span else ():
            if start <= offset <= end:
                return self._stack(min(offset, end - 1))
        sides = (offset - 1, offset) if self.caret.hugs_before else (offset, offset - 1)
        return next(filter(None, map(self._stack, sides)), ())

    def _stack(self, offset: int) -> tuple[bytes, ...]:
        return tuple(span.id for span in self.spans.at(offset))

    def go(self, step: str, *, extend: bool = False) -> None:
        """Take the caret one of `steps.STEPS`, or "up", "down", "page_up", "page_down"; *extend* selects on the way."""
        stand = movement.Stand(self.caret.offset, self.caret.hugs_before)
        stand = steps.STEPS[step](self.flow, stand) if step in steps.STEPS else self._lines_away(stand, step)
        self.caret.move(stand.offset, hugs_before=stand.hugs_before, extend=extend or self.edges.is_on)
        self.reveal(stand.offset)

    def _lines_away(self, stand: movement.Stand, step: str) -> movement.Stand:
        """Return the place a line or a screen away, below or above where the first of such steps began."""
        column = self._column[1] if self._column and self._column[0] == stand.offset else movement.x_of(self.flow, stand)
        lines = max(int(self.view_height / self._typography.pitch) - 1, 1) if step.startswith("page_") else 1
        stand = movement.vertically(self.flow, stand, lines=lines if step.endswith("down") else -lines, x=column)
        self._column = stand.offset, column
        return stand

    def select_all(self) -> None:
        """Select the whole text."""
        self.caret.select(0, len(self.text))

    def focus_next(self, *, backwards: bool = False) -> None:
        """Focus the next span in reading order, or the one before."""
        found = steps.span_after(self.spans, self.focused_span, self.caret.offset, backwards=backwards)
        if found:
            self.caret.go_to(found.start)
            self.focus_span(found.id)

    def edge_target(self, which: str, side: str, unit: str = "cluster") -> tuple[int, int] | None:
        """Return where the focused span would be with its "start" or "end" one "cluster" or "word" to a side on screen."""
        span = self.focused_span
        return edge_steps.target(self.flow, span, which, side, unit) if span else None

    def copy(self) -> None:
        """Put the selected text on the clipboard, in its logical order."""
        if self.selection:
            start, end = self.selection
            QGuiApplication.clipboard().setText(self.text[start:end])

    def escape(self) -> bool:
        """Let go of the innermost: edges being moved, else the selection; return whether there was one."""
        if self.edges.leave():
            return True
        is_selected = self.selection is not None
        if is_selected:
            self.caret.go_to(self.caret.offset, hugs_before=self.caret.hugs_before)
        return is_selected

    def focus_span(self, span: bytes | None, *, reveal: bool = True) -> None:
        """Put the span with this id into focus, or none."""
        if span == self.focused:
            return
        for known in filter(None, map(self.spans.get, filter(None, (self.focused, span)))):
            self.update_range(known.start, known.end)
        self.focused = span
        self.name_span(span)
        found = self.spans.get(span) if span else None
        if found and reveal:
            self.reveal(found.start)
        self.span_focused.emit(span)

    @property
    def focused_span(self) -> Span | None:
        """The span in focus, or None."""
        return self.spans.get(self.focused) if self.focused else None

    def marks(self) -> painting.Marks:
        """Return what is shown for the moment: selection, hits, focus."""
        return painting.Marks(self.selection, self.hits, self.current_hit, self.edges.shown)

    def carets(self) -> list[CaretLine]:
        """Return the line of the caret and (x, whether right-to-left) in it, two at a change of direction."""
        return self.caret.shown()

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.caret.wake()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the caret rest."""
        super().focusOutEvent(event)
        self.caret.wake()
