"""Gestures on the page become edits: shown at once as pending, solid when they are in the file. Offsets are code points."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.model.errors import AnnotatorError
from annotator.model.schemas import Label
from annotator.model.spans import Span
from annotator.storage.store import Applied
from annotator.text import paragraphs
from annotator.ui.page.page import Page
from annotator.ui.session import Session

DIRECTIONS = ("", "rtl", "ltr")


class Marking(QObject):
    """What an analyst does to spans.

    Signals:
        armed(label id): this label marks what is selected next, or None.
    """

    armed = Signal(object)

    def __init__(self, session: Session, page: Page, parent: QObject | None = None) -> None:
        """Edit what *page* shows of *session*."""
        super().__init__(parent)
        self._session, self._page = session, page
        self._pending: set[bytes] = set()
        self.armed_label: Label | None = None
        self.by_character = False
        page.text_selected.connect(self._selected)
        page.edge_moved.connect(self._edge_moved)
        session.applied.connect(self._applied)

    def label(self, label: Label) -> None:
        """Mark the selection with *label*, else relabel the focused span, else arm the label for what is selected next."""
        if self._page.selection:
            self.mark(*self._page.selection, label)
        elif self._page.focused_span:
            self.relabel(self._page.focused_span, label)
        else:
            self.arm(None if self.armed_label == label else label)

    def arm(self, label: Label | None) -> None:
        """Mark what is selected next with *label*, until it is let go."""
        self.armed_label = label
        self.armed.emit(label.id if label else None)

    def mark(self, start: int, end: int, label: Label) -> None:
        """Mark ``text[start:end]``."""
        project, document = self._session.project, self._page.document
        if project is None:
            return
        by_character = self.by_character
        try:
            shown = Span.over(document, start, end, label=label.id, layer=project.layer.id, by_character=by_character)
        except AnnotatorError as error:
            self._session.failed.emit(error, None)
            return
        self._show((), (shown,))
        self._page.go_to(end)

        def done(applied: Applied | None) -> None:
            self._settle(shown)
            made = applied.edit.after[0] if applied and applied.edit.after else None
            if isinstance(made, Span) and self._page.spans.get(made.id):
                self._page.focus_span(made.id, reveal=False)

        self._session.act(
            lambda opened: opened.mark(document, start, end, label, by_character=by_character),
            done,
            lambda: self._settle(shown),
        )

    def relabel(self, span: Span, label: Label) -> None:
        """Put *span* under another label."""
        if span.label != label.id:
            self._replace(span, replace(span, label=label.id), label)

    def move(self, span: Span, start: int, end: int) -> None:
        """Move the edges of *span*."""
        document, by_character = self._page.document, self.by_character
        moved = replace(span, start=start, end=end, segments=())
        self._show((span,), (moved,))
        self._session.act(
            lambda project: project.move(document, span, start, end, by_character=by_character),
            lambda _: self._settled(span.id),
            lambda: self._restore(moved, span),
        )

    def erase(self) -> None:
        """Erase the focused span."""
        span = self._page.focused_span
        if span is None:
            return
        self._show((), (), {span.id})
        self._session.act(
            lambda project: project.erase(span.document, (span.id,)),
            lambda _: self._settled(span.id),
            lambda: self._settled(span.id),
        )

    def push_edge(self, which: str, side: str, unit: str) -> None:
        """Move the "start" or "end" of the focused span one "cluster" or "word" to a side on screen."""
        span, target = self._page.focused_span, self._page.edge_target(which, side, unit)
        if span and target and span.id not in self._pending:
            self.move(span, *target)

    def turn_paragraph(self) -> None:
        """Set the direction of the paragraph at the caret: automatic, then right to left, then left to right."""
        opened = self._session.opened
        if opened is None:
            return
        known = paragraphs.Paragraphs(opened.document.text)
        start = known.starts[known.at(self._page.caret.offset)]
        directions = dict(opened.source.directions)
        turned = DIRECTIONS[(DIRECTIONS.index(directions.pop(start, "")) + 1) % len(DIRECTIONS)]
        if turned:
            directions[start] = turned
        chosen = tuple(sorted(directions.items()))
        self._session.act(lambda project: project.set_directions(opened.document.id, chosen))

    def _replace(self, span: Span, changed: Span, label: Label) -> None:
        self._show((span,), (changed,))
        self._session.act(
            lambda project: project.relabel(span, label),
            lambda _: self._settled(span.id),
            lambda: self._restore(changed, span),
        )

    def _selected(self, start: int, end: int) -> None:
        if self.armed_label and self._session.is_writable:
            self.mark(start, end, self.armed_label)

    def _edge_moved(self, identifier: bytes, start: int, end: int) -> None:
        span = self._page.spans.get(identifier)
        if span and self._session.is_writable:
            self.move(span, start, end)

    def _show(
        self, before: tuple[Span, ...], after: tuple[Span, ...], pending: frozenset[bytes] | set[bytes] = frozenset()
    ) -> None:
        """Show a change that is on its way to the file."""
        self._pending |= {span.id for span in after} | set(pending)
        self._page.set_pending(self._pending)
        exchange(self._page, before, after)

    def _settle(self, shown: Span) -> None:
        """Take back a span that was shown before the file had one."""
        self._page.replace_spans((shown,), ())
        self._settled(shown.id)

    def _settled(self, identifier: bytes) -> None:
        self._pending.discard(identifier)
        self._page.set_pending(self._pending)

    def _restore(self, shown: Span, before: Span) -> None:
        """Show a span as it was before an edit that was refused, unless it was changed elsewhere."""
        if self._page.spans.get(before.id) == shown:
            exchange(self._page, (shown,), (before,))
        self._settled(before.id)
        self._session.read_again()

    def _applied(self, applied: Applied) -> None:
        before, after = self._session.own_spans(applied)
        if before or after:
            exchange(self._page, before, after)


def exchange(page: Page, before: tuple[Span, ...], after: tuple[Span, ...]) -> None:
    """Show *after* in place of *before*, the focus staying on a span that is in both."""
    focused = page.focused
    shown = tuple(filter(None, (page.spans.get(span.id) for span in before)))
    page.replace_spans(shown, after)
    if focused and any(span.id == focused for span in after):
        page.focus_span(focused, reveal=False)
