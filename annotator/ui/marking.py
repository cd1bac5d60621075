"""Gestures on the page become edits: shown at once as pending, solid when they are in the file. Offsets are code points."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.model.attributes import Attributes, changed
from annotator.model.errors import AnnotatorError
from annotator.model.parts import Parts, reshaped, with_edges
from annotator.model.schemas import Label
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.project.stated import recounted, with_count
from annotator.storage.store import Applied
from annotator.text import paragraphs
from annotator.ui.page import units
from annotator.ui.page.page import Page
from annotator.ui.pending import Pending
from annotator.ui.session import Session
from annotator.ui.translations import tr

DIRECTIONS = ("", "rtl", "ltr")


class Marking(QObject):
    """What an analyst does to spans.

    Signals:
        armed(label id): this label marks what is selected next, or None.
        used(label id): this label was given last, or None.
        told(text): why nothing was done, in words.
        shown: the page shows spans otherwise than before.
    """

    armed = Signal(object)
    used = Signal(object)
    told = Signal(str)
    shown = Signal()

    def __init__(self, session: Session, page: Page, parent: QObject | None = None) -> None:
        """Edit what *page* shows of *session*."""
        super().__init__(parent)
        self._session, self._page = session, page
        self._pending = Pending[Span]()
        self.armed_label: Label | None = None
        self._last: Label | None = None
        self.by_character = False
        page.text_selected.connect(self._selected)
        page.edge_moved.connect(self._edge_moved)
        session.applied.connect(self._applied)
        session.document_opened.connect(self._opened)
        session.document_completed.connect(self._opened)

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that can be given."""
        project = self._session.project
        return tuple(label for label in project.schema.labels if not label.gone) if project else ()

    @property
    def is_writable(self) -> bool:
        """Whether spans can be changed."""
        return self._session.is_writable

    def label(self, label: Label) -> None:
        """Mark the selection with *label*, else relabel the focused span, else arm the label for what is selected next.

        An armed label is let go by itself, unless there is a span to put under it.
        """
        page = self._page
        page.edges.keep()
        span, is_armed = page.focused_span, self.armed_label == label
        if page.selection:
            self.mark(*page.selection, label)
        elif span and not (is_armed and span.label == label.id):
            self.relabel(span, label)
        else:
            self.arm(None if is_armed else label)

    def repeat(self) -> None:
        """Mark the selection with the label that was given last."""
        self._page.edges.keep()
        if self._last is None:
            self.told.emit(tr("No label was given yet: press the key of one"))
        elif self._page.selection:
            self.mark(*self._page.selection, self._last)

    def forget(self) -> None:
        """Neither arm nor repeat a label of another project."""
        self.arm(None)
        self._last = None
        self.used.emit(None)

    def keep_to(self, labels: tuple[Label, ...]) -> None:
        """Arm and repeat only *labels*, as they are now: others were retired."""
        known = {label.id: label for label in labels}
        self.arm(known.get(self.armed_label.id) if self.armed_label else None)
        if self._last and self._last.id not in known:
            self._last = None
            self.used.emit(None)

    def arm(self, label: Label | None) -> None:
        """Mark what is selected next with *label*, until it is let go."""
        self.armed_label = label
        self.armed.emit(label.id if label else None)

    def mark(self, start: int, end: int, label: Label) -> None:
        """Mark ``text[start:end]``, without the spaces around it unless by characters."""
        project, document = self._session.project, self._page.document
        if project is None:
            return
        if not self.by_character:
            start, end = units.trimmed(document.text, start, end)
        layer, by_character = project.layer.id, self.by_character
        try:
            shown = Span.over(document, start, end, label=label.id, layer=layer, by_character=by_character)
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return
        self._page.go_to(end)
        self._use(label)
        counted = with_count(shown, document.text, project.schema)
        self._change(counted, lambda opened: opened.add(counted))
        self._page.focus_span(counted.id, reveal=False)

    def relabel(self, span: Span, label: Label) -> None:
        """Put *span* under another label."""
        if span.label != label.id:
            self._use(label)
            self._change(self._recounted(span, replace(span, label=label.id)), lambda project: project.relabel(span, label))

    def describe(self, span: Span, changes: Attributes) -> None:
        """Give *span* other values of its attributes; None takes one away."""
        shown = replace(span, attributes=changed(span.attributes, changes))
        if shown != span:
            self._change(shown, lambda project: project.set_attributes(span, changes))

    def move(self, span: Span, start: int, end: int) -> None:
        """Move the outer edges of *span*."""
        document, by_character = self._page.document, self.by_character
        self._reshape(
            lambda: self._recounted(
                span, reshaped(span, document, with_edges(span.parts, start, end), by_character=by_character)
            ),
            lambda project: project.move(document, span, start, end, by_character=by_character),
        )

    def reshape(self, span: Span, parts: Parts) -> None:
        """Make *span* cover these *parts*."""
        document, by_character = self._page.document, self.by_character
        self._reshape(
            lambda: self._recounted(span, reshaped(span, document, parts, by_character=by_character)),
            lambda project: project.reshape(document, span, parts, by_character=by_character),
        )

    def erase(self) -> None:
        """Erase the focused span."""
        self._page.edges.leave()
        span = self._page.focused_span
        if span:
            self._change(span, lambda project: project.erase(span.document, (span.id,)))

    def push_edge(self, which: str, side: str, unit: str) -> None:
        """Move the "start" or "end" of the focused span one "cluster" or "word" to a side on screen."""
        self._page.edges.keep()
        span, target = self._page.focused_span, self._page.edge_target(which, side, unit)
        if span and target:
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

    def _use(self, label: Label) -> None:
        self._last = label
        self.used.emit(label.id)

    def _selected(self, start: int, end: int) -> None:
        if self.armed_label and self._session.is_writable:
            self.mark(start, end, self.armed_label)

    def _edge_moved(self, identifier: bytes, start: int, end: int) -> None:
        span = self._page.spans.get(identifier)
        if span and self._session.is_writable:
            self.move(span, start, end)

    def _reshape(self, make: Callable[[], Span], ask: Callable[[Project], "Future[Applied]"]) -> None:
        """Change a span to what *make* returns, unless that is refused."""
        try:
            shown = make()
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return
        self._change(shown, ask)

    def _recounted(self, before: Span, after: Span) -> Span:
        """Return *after* as the file will have it, with the count that its text states."""
        project = self._session.project
        return recounted(before, after, self._page.text, project.schema) if project else after

    def _change(self, shown: Span, ask: Callable[[Project], "Future[Applied]"]) -> None:
        """Show a span as it will be, hollow, and have that written."""

        def settle() -> None:
            self._pending.drop(shown)
            self._overlay((shown.id,))

        self._pending.add(shown)
        self._overlay()
        self._session.act(ask, lambda _: settle(), settle)

    def _overlay(self, settled: tuple[bytes, ...] = ()) -> None:
        """Show what is on its way, and what the file says of *settled* spans, if they are on the page."""
        opened = self._session.opened
        if opened is None or opened.document.id != self._page.document.id:
            return
        pending = self._pending.of(opened.document.id)
        about = {*pending, *settled}
        self._exchange(about, self._session.held(about))
        self._page.set_pending(pending)

    def _exchange(self, about: Iterable[bytes], in_file: Mapping[bytes, Span]) -> None:
        """Show the spans with these ids as the file has them, or as they will be."""
        page = self._page
        wanted = [(page.spans.get(key), self._pending.shown(key, in_file.get(key))) for key in about]
        before = tuple(now for now, then in wanted if now and now != then)
        after = tuple(then for now, then in wanted if then and now != then)
        if before or after:
            exchange(page, before, after)
            self.shown.emit()

    def _opened(self) -> None:
        self._overlay()

    def _applied(self, applied: Applied) -> None:
        before, after = self._session.own_spans(applied)
        self._exchange({span.id for span in (*before, *after)}, {span.id: span for span in after})
        self._overlay()


def exchange(page: Page, before: tuple[Span, ...], after: tuple[Span, ...]) -> None:
    """Show *after* in place of *before*, the focus staying on a span that is in both."""
    focused = page.focused
    shown = tuple(filter(None, (page.spans.get(span.id) for span in before)))
    page.replace_spans(shown, after)
    if focused and any(span.id == focused for span in after):
        page.focus_span(focused, reveal=False)
