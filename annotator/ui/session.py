"""The open project and the document being read, for all panels: they ask here and are told here what changed."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from annotator.model.documents import Source, State
from annotator.model.edits import Row
from annotator.model.errors import AnnotatorError, Busy, Stale
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.project.values import Entry, Opened, Part
from annotator.storage.store import Applied
from annotator.ui.listing import relisted
from annotator.ui.page.spans import reading_order
from annotator.ui.projects import Projects
from annotator.ui.saving import SLOW_AFTER_MS, Errand
from annotator.ui.work import Work

T = TypeVar("T")
P = TypeVar("P", bound=Span | State | Relation | Note)
A = TypeVar("A", Relation, Note)
LISTING_AFTER_MS = 150


class Session(Projects):
    """The project open and the document being read; every answer arrives on the window's thread.

    Signals, beside those of `Projects`:
        document_opened(Opened): another document is to be read.
        document_completed(Opened): the rest of its spans is there.
        documents_listed(entries): the documents list is another.
        applied(Applied): an edit is in the file.
        schema_changed: the labels of the project, or what they say, are others.
        kept_waiting: another window keeps this one waiting, or no longer does.
    """

    document_opened = Signal(object)
    document_completed = Signal(object)
    documents_listed = Signal(object)
    applied = Signal(object)
    schema_changed = Signal()
    kept_waiting = Signal()
    _told = Signal(object)
    _watched = Signal(object, bool)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(work, parent)
        self.opened: Opened | None = None
        self.entries: tuple[Entry, ...] = ()
        self._doubted: set[bytes] = set()
        self._wanted = b""
        self._held: dict[bytes, Span] = {}
        self.saving.refused.connect(self._refuse)
        self._listing = QTimer(self, singleShot=True, interval=LISTING_AFTER_MS)
        self._listing.timeout.connect(self.list_documents)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.is_kept_waiting = self._must_wait = False
        self._waiting = QTimer(self, singleShot=True, interval=SLOW_AFTER_MS)
        self._waiting.timeout.connect(self._tell_waiting)
        self._watched.connect(self._watch, Qt.ConnectionType.QueuedConnection)

    def follow(self, project: Project) -> None:
        """Hear what the store of *project* tells."""
        project.listen(partial(_pass_on, self._told))
        project.watch(partial(_pass_on, self._watched, project))

    def show(self) -> None:
        """Ask for the documents of the project."""
        self.list_documents()

    def forget(self) -> None:
        """Read no document, list none, wait for no window."""
        self.opened, self.entries = None, ()
        self._doubted.clear()
        self._watch(None, must_wait=False)

    def _watch(self, project: Project | None, must_wait: bool) -> None:  # noqa: FBT001 - a signal passes it
        """Take in whether another window keeps this one waiting; it is told once that has lasted a moment."""
        if project is self.project:
            self._must_wait = must_wait
            self._waiting.start()

    def _tell_waiting(self) -> None:
        if self.is_kept_waiting != self._must_wait:
            self.is_kept_waiting = self._must_wait
            self.kept_waiting.emit()

    def ask(
        self,
        question: Callable[[Project], "Future[T]"],
        done: Callable[[T], object],
        failed: Callable[[AnnotatorError], object] | None = None,
    ) -> None:
        """Have the project that is open answer; while another window lets nobody in, it is asked again and again."""
        project = self.project
        if project is None:
            return

        def ask() -> None:
            self.work.then(question(project), take, fail)

        def take(answer: T) -> None:
            if project is self.project:
                done(answer)

        def fail(error: AnnotatorError) -> None:
            if project is self.project:
                if isinstance(error, Busy):
                    ask()
                else:
                    (failed or self.failed.emit)(error)

        ask()

    def read(self, document: bytes, done: Callable[[], object] | None = None, near: int | None = None) -> None:
        """Open the document with this id for reading; if its spans are very many, with those *near* an offset first."""
        self._wanted = document

        def take(opened: Opened) -> None:
            if document != self._wanted:
                return  # asked for again behind another one, for it was kept waiting
            self.opened = opened
            self._held = {span.id: span for span in opened.spans}
            self.document_opened.emit(opened)
            self._doubt(opened)
            if done:
                done()
            if not opened.is_whole:
                self._ask_for_more(opened)

        self.ask(lambda project: project.document(document, near), take)

    def held(self, ids: Iterable[bytes]) -> dict[bytes, Span]:
        """Return the spans with these *ids* that the file has in the document being read, as far as they were read."""
        return {identifier: self._held[identifier] for identifier in ids if identifier in self._held}

    def _ask_for_more(self, opened: Opened, after: bytes = b"") -> None:
        self.ask(lambda project: project.more_spans(opened, after), partial(self._arrive, opened))

    def _arrive(self, begun: Opened, part: Part) -> None:
        """Take in more spans of the document being read, of which some are shown; all are shown once all are there."""
        opened = self.opened
        if opened is None or opened.document is not begun.document:
            return
        self._held |= {span.id: span for span in part.spans}
        self.opened = opened = opened._replace(doubt=opened.doubt or part.doubt)
        if not part.is_last:
            self._ask_for_more(begun, part.spans[-1].id)
            return
        spans = tuple(sorted(self._held.values(), key=reading_order))
        self.opened = opened = opened._replace(spans=spans, is_whole=True)
        self.document_completed.emit(opened)
        self._doubt(opened)

    def _doubt(self, opened: Opened) -> None:
        """Say once of each document whose spans are not to be trusted why that is."""
        if opened.doubt and opened.document.id not in self._doubted:
            self._doubted.add(opened.document.id)
            self.failed.emit(opened.doubt)

    def leave_document(self) -> None:
        """Read no document any more."""
        self.opened = None

    def read_again(self) -> None:
        """Show what the file says about the document being read."""
        if self.opened:
            self.read(self.opened.document.id)

    def list_documents(self) -> None:
        """Ask for the documents list."""
        self.ask(lambda project: project.documents(), self._list)

    def act(
        self,
        ask: Callable[[Project], "Future[Any]"],
        done: Callable[[Applied | None], object] | None = None,
        dropped: Callable[[], object] | None = None,
        insist: Callable[[Project], "Future[Any]"] | None = None,
    ) -> None:
        """Have an edit written after those made before; *dropped* is called when it never will be.

        Where no backup can be made before it, the analyst may *insist*.
        """

        def ignore(*_: object) -> None:
            """Do nothing: nobody asked."""

        if self.project:
            self.saving.add(Errand(ask, done or ignore, dropped or ignore, insist))

    def own_spans(self, applied: Applied) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the spans before and after an edit that are the analyst's own, in the document being read."""
        if self.opened is None or self.project is None:
            return (), ()
        own = (self.opened.document.id, self.project.layer.id)
        return tuple(_own(applied.edit.before, Span, own)), tuple(_own(applied.edit.after, Span, own))

    def _list(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.documents_listed.emit(entries)

    def _take(self, applied: Applied) -> None:
        """Bring the document being read up to date with an edit that is in the file."""
        opened = self.opened
        if self.project is None:
            return
        self.look_whether_writable()
        if opened:
            self.opened = updated(opened, applied, self.project.layer.id)
            self._keep_up(applied)
        if any(isinstance(row, Label | SchemaBody) for row in (*applied.edit.before, *applied.edit.after)):
            self.schema_changed.emit()
        self.applied.emit(applied)
        entries = relisted(self.entries, applied, self.project.layer.id)
        if entries is None:
            self._listing.start()
        elif entries is not self.entries:
            self._list(entries)

    def _keep_up(self, applied: Applied) -> None:
        """Hold what the file holds after an edit: what was read before it is not read again."""
        before, after = self.own_spans(applied)
        for span in before:
            self._held.pop(span.id, None)
        self._held |= {span.id: span for span in after}

    def _refuse(self, error: AnnotatorError) -> None:
        """Tell of an edit that cannot be; if what it was to change is another meanwhile, show it as it is now."""
        self.failed.emit(error)
        if isinstance(error, Stale):
            self.read_again()


def _pass_on(signal: SignalInstance, *values: object) -> None:
    """Emit on the store's thread, which goes on also for a window that is gone: what it asked for is still to be written."""
    with suppress(RuntimeError):
        signal.emit(*values)


def updated(opened: Opened, applied: Applied, layer: bytes) -> Opened:
    """Return *opened* as it is after an edit, which may concern other documents and layers."""
    edit, own = applied.edit, (opened.document.id, layer)
    sources = [row for row in edit.after if isinstance(row, Source) and row.document == opened.document.id]
    gone, here = _own(edit.before, Span, own), _own(edit.after, Span, own)
    return opened._replace(
        source=sources[-1] if sources else opened.source,
        spans=_exchanged(opened.spans, gone, here) if gone or here else opened.spans,
        state=_state_after(opened.state, applied, own),
        relations=_replaced(opened.relations, _own(edit.before, Relation, own), _own(edit.after, Relation, own)),
        notes=_replaced(opened.notes, _own(edit.before, Note, own), _own(edit.after, Note, own)),
    )


def _own(rows: tuple[Row, ...], kind: type[P], own: tuple[bytes, bytes]) -> list[P]:
    """Return those of *rows* that are of one *kind* and say something of the *own* (document, layer)."""
    return [row for row in rows if isinstance(row, kind) and (row.document, row.layer) == own]


def _replaced(known: tuple[A, ...], gone: list[A], here: list[A]) -> tuple[A, ...]:
    """Return what is *known* with the rows *here* in place of those *gone*, in the order of their ids."""
    if not gone and not here:
        return known
    kept = {row.id: row for row in known} | {row.id: row for row in here}
    left = {row.id for row in gone} - {row.id for row in here}
    return tuple(kept[identifier] for identifier in sorted(kept.keys() - left))


def _state_after(state: State | None, applied: Applied, own: tuple[bytes, bytes]) -> State | None:
    gone, here = _own(applied.edit.before, State, own), _own(applied.edit.after, State, own)
    return here[-1] if here else None if gone else state


def _exchanged(spans: tuple[Span, ...], gone: list[Span], here: list[Span]) -> tuple[Span, ...]:
    """Return *spans*, which are in reading order, with those *here* in place of those *gone*; each is found where it lies."""
    left = list(spans)
    for span in (*gone, *here):
        place = bisect_left(left, reading_order(span), key=reading_order)
        if place < len(left) and left[place].id == span.id:
            del left[place]
    for span in here:
        insort(left, span, key=reading_order)
    return tuple(left)
