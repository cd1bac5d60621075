"""The open project and the document being read, for all panels: they ask here and are told here what changed."""

from bisect import insort
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from annotator.model.documents import Source, State
from annotator.model.errors import AnnotatorError, Busy, Stale
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.project.values import Entry, Opened
from annotator.storage.store import Applied
from annotator.ui.listing import relisted
from annotator.ui.page.spans import reading_order
from annotator.ui.saving import SLOW_AFTER_MS, Errand, Saving
from annotator.ui.translations import tr
from annotator.ui.work import Work

T = TypeVar("T")
LISTING_AFTER_MS = 150
UNSAVED = "what you did here is not saved yet, so the other project was not opened: save it or give it up first"


class Session(QObject):
    """What is open; every answer arrives on the window's thread.

    Signals:
        project_changed: another project is open, or none.
        writable_changed: the project takes edits now, or no longer does.
        document_opened(Opened): another document is to be read.
        documents_listed(entries): the documents list is another.
        applied(Applied): an edit is in the file.
        failed(error): something was refused for good.
        kept_waiting: another window keeps this one waiting, or no longer does.
        moving(text): the project goes on in another file soon; *text* says what is being done, "" that no longer anything is.
    """

    project_changed = Signal()
    writable_changed = Signal()
    document_opened = Signal(object)
    documents_listed = Signal(object)
    applied = Signal(object)
    failed = Signal(object)
    kept_waiting = Signal()
    moving = Signal(str)
    _told = Signal(object)
    _watched = Signal(object, bool)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self.work = work
        self.project: Project | None = None
        self.opened: Opened | None = None
        self.entries: tuple[Entry, ...] = ()
        self.is_moving = self._was_writable = False
        self._doubted: set[bytes] = set()
        self._wanted = b""
        self._turns: deque[Callable[[], object]] = deque()
        self.saving = Saving(work, self)
        self.saving.refused.connect(self._refuse)
        self.saving.changed.connect(self._look_whether_writable)
        self._listing = QTimer(self, singleShot=True, interval=LISTING_AFTER_MS)
        self._listing.timeout.connect(self.list_documents)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.is_kept_waiting = self._must_wait = False
        self._waiting = QTimer(self, singleShot=True, interval=SLOW_AFTER_MS)
        self._waiting.timeout.connect(self._tell_waiting)
        self._watched.connect(self._watch, Qt.ConnectionType.QueuedConnection)

    @property
    def is_writable(self) -> bool:
        """Whether the project open takes edits."""
        return self.project is not None and not self.project.read_only

    def open(
        self,
        opening: Callable[[], Project],
        done: Callable[[], object] | None = None,
        failed: Callable[[AnnotatorError], object] | None = None,
    ) -> None:
        """Open what *opening* opens, off the window's thread, in place of what is open; tell *failed* why it cannot be.

        What was done meanwhile is saved first; if it cannot be, the present project stays open with it.
        """
        taken: list[Project] = []

        def take(project: Project) -> None:
            taken.append(project)
            self.saving.once_decided(partial(decide, project))

        def decide(project: Project) -> None:
            if self.saving.refusal:
                self._turn_away(project)
            else:
                self.close()
                self._begin(project, done)
            self._end_turn()

        def end() -> None:
            if not taken:
                self._end_turn()

        self._in_turn(lambda: self.work.run(opening, take, failed or self.failed.emit, end))

    def move(self, path: Path, done: Callable[[], object]) -> None:
        """Go on in a copy of the project at *path*; what is not saved yet waits for it, and is saved there.

        Meanwhile the window takes no work (`moving`): it would not be known where to.
        """
        self._go_on_in(partial(_moved, path=path), tr("Saving a copy elsewhere…"), done)

    def find(self, path: Path, done: Callable[[], object]) -> None:
        """Go on in the file of the project where it lies now, at *path*, if it is that; as `move` does."""
        self._go_on_in(lambda project: project.found_at(path), tr("Looking whether it is the same project…"), done)

    def _go_on_in(self, opening: Callable[[Project], Project], text: str, done: Callable[[], object]) -> None:
        """Go on in what *opening* makes of the project that is open, while *text* says what is done."""
        project = self.project
        if project is None:
            return

        def begin() -> None:
            if project is not self.project:
                self.failed.emit(
                    AnnotatorError("another project is open by now: save a copy of that one, or open this one again")
                )
                self._end_turn()
                return
            self.saving.begin(None)
            self._set_moving(text)
            self.work.run(lambda: opening(project), go_on, self.failed.emit, end)

        def go_on(found: Project) -> None:
            self._let_go()
            self._begin(found, done)

        def end() -> None:
            if project is self.project:
                self.saving.begin(project)  # there is nothing else to go on in
            self._set_moving("")
            self._end_turn()

        self._in_turn(begin)

    def open_in_place(self, opening: Callable[[], Project], done: Callable[[], object]) -> None:
        """Close the project, then open what *opening* puts in its place; if that is refused, open the project again.

        Meanwhile the window takes no work (`moving`) and there is no project to ask, though the page stays as it is.
        """
        project = self.project
        if project is None:
            return

        def begin() -> None:
            if project is not self.project:
                self.failed.emit(AnnotatorError("another project is open by now: open this one again to use its backup"))
                self._end_turn()
                return
            self.saving.once_decided(replace)

        def replace() -> None:
            if self.saving.refusal:
                self.failed.emit(AnnotatorError(UNSAVED))
                self._end_turn()
                return
            self.saving.begin(None)
            self.project = None
            self._set_moving(tr("Putting the backup in its place…"))
            self.work.run(lambda: _in_place(project, opening), partial(self._renew, done=done), self._lose, self._end_renewal)

        self._in_turn(begin)

    def close(self) -> None:
        """Let the project go, once it has written what is on its way; nobody waits for that here."""
        if self.project:
            self.saving.hand_over()
            self.saving.begin(None)
            self._let_go()
            self.project_changed.emit()

    def _look_whether_writable(self) -> None:
        if self.is_writable != self._was_writable:
            self._was_writable = self.is_writable
            self.writable_changed.emit()

    def _begin(self, project: Project, done: Callable[[], object] | None) -> None:
        self.project = project
        self.saving.begin(project)
        project.listen(partial(_pass_on, self._told))
        project.watch(partial(_pass_on, self._watched, project))
        self._look_whether_writable()
        self.project_changed.emit()
        self.list_documents()
        if done:
            done()

    def _turn_away(self, project: Project) -> None:
        """Let a project that was opened go again, for the present one holds what is not saved."""
        self.work.run(project.close, lambda _: None)
        self.failed.emit(AnnotatorError(UNSAVED))

    def _renew(self, answer: tuple[Project, AnnotatorError | None], done: Callable[[], object]) -> None:
        """Go on in what lies in the place of the project now, or in the project again, if something was refused."""
        project, refusal = answer
        self._set_moving("")
        self._let_go()
        self._begin(project, None if refusal else done)
        if refusal:
            self.failed.emit(refusal)

    def _lose(self, refusal: AnnotatorError) -> None:
        self._let_go()
        self.project_changed.emit()
        self.failed.emit(refusal)

    def _end_renewal(self) -> None:
        if self.is_moving:
            self._set_moving("")
        self._end_turn()

    def _in_turn(self, begin: Callable[[], object]) -> None:
        """Begin to open or move a project once all that was asked for before has ended."""
        self._turns.append(begin)
        if len(self._turns) == 1:
            begin()

    def _end_turn(self) -> None:
        self._turns.popleft()
        if self._turns:
            self._turns[0]()

    def _set_moving(self, text: str) -> None:
        self.is_moving = bool(text)
        self.moving.emit(text)

    def _let_go(self) -> None:
        project, self.project, self.opened, self.entries = self.project, None, None, ()
        self._doubted.clear()
        self._watch(None, must_wait=False)
        self._look_whether_writable()
        if project:
            Thread(target=project.close, name="closing").start()

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

    def read(self, document: bytes, done: Callable[[], object] | None = None) -> None:
        """Open the document with this id for reading."""
        self._wanted = document

        def take(opened: Opened) -> None:
            if document != self._wanted:
                return  # asked for again behind another one, for it was kept waiting
            self.opened = opened
            self.document_opened.emit(opened)
            self._doubt(opened)
            if done:
                done()

        self.ask(lambda project: project.document(document), take)

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
        before, after = (
            tuple(row for row in rows if isinstance(row, Span) and (row.document, row.layer) == own)
            for rows in (applied.edit.before, applied.edit.after)
        )
        return before, after

    def _list(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.documents_listed.emit(entries)

    def _take(self, applied: Applied) -> None:
        """Bring the document being read up to date with an edit that is in the file."""
        opened = self.opened
        if self.project is None:
            return
        self._look_whether_writable()
        if opened:
            self.opened = updated(opened, applied, self.project.layer.id)
        self.applied.emit(applied)
        entries = relisted(self.entries, applied, self.project.layer.id)
        if entries is None:
            self._listing.start()
        elif entries is not self.entries:
            self._list(entries)

    def _refuse(self, error: AnnotatorError) -> None:
        """Tell of an edit that cannot be; if what it was to change is another meanwhile, show it as it is now."""
        self.failed.emit(error)
        if isinstance(error, Stale):
            self.read_again()


def _pass_on(signal: SignalInstance, *values: object) -> None:
    """Emit on the store's thread, which goes on also for a window that is gone: what it asked for is still to be written."""
    with suppress(RuntimeError):
        signal.emit(*values)


def _moved(project: Project, path: Path) -> Project:
    """Return the project at *path*, a copy of *project*."""
    project.copy_to(path).result()
    return Project.open(path)


def _in_place(project: Project, opening: Callable[[], Project]) -> tuple[Project, AnnotatorError | None]:
    """Close *project* and return what *opening* makes of its file; if that is refused, the project again, and why."""
    project.close()
    try:
        return opening(), None
    except AnnotatorError as refusal:
        try:
            return Project.open(project.path), refusal
        except AnnotatorError:
            raise refusal from None


def updated(opened: Opened, applied: Applied, layer: bytes) -> Opened:
    """Return *opened* as it is after an edit, which may concern other documents and layers."""
    gone = {row.id for row in (*applied.edit.before, *applied.edit.after) if isinstance(row, Span)}
    spans = [span for span in opened.spans if span.id not in gone]
    source, state = opened.source, opened.state
    for row in applied.edit.before:
        if state and isinstance(row, State) and (row.document, row.layer) == (state.document, state.layer):
            state = None
    for row in applied.edit.after:
        if isinstance(row, Span) and (row.document, row.layer) == (opened.document.id, layer):
            insort(spans, row, key=reading_order)
        elif isinstance(row, Source) and row.document == opened.document.id:
            source = row
        elif isinstance(row, State) and (row.document, row.layer) == (opened.document.id, layer):
            state = row
    return Opened(opened.document, source, tuple(spans), state, opened.doubt)
