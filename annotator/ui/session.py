"""The open project and the document being read, for all panels: they ask here and are told here what changed."""

from bisect import insort
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.model.documents import Source, State
from annotator.model.errors import AnnotatorError, NotSaved
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.project.values import Entry, Opened
from annotator.storage.store import Applied
from annotator.ui.page.spans import reading_order
from annotator.ui.work import Work

SAVING_AFTER_MS, LISTING_AFTER_MS = 300, 150


class Session(QObject):
    """What is open; every answer arrives on the window's thread.

    Signals:
        project_changed: another project is open, or none.
        document_opened(Opened): another document is to be read.
        documents_listed(entries): the documents list is another.
        applied(Applied): an edit is in the file.
        saving(bool): an edit has not reached the file for a while, or all have.
        failed(error, retry): something was refused; *retry* tries it again, or is None.
    """

    project_changed = Signal()
    document_opened = Signal(object)
    documents_listed = Signal(object)
    applied = Signal(object)
    saving = Signal(bool)
    failed = Signal(object, object)
    _told = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self.work = work
        self.project: Project | None = None
        self.opened: Opened | None = None
        self.entries: tuple[Entry, ...] = ()
        self._waiting = 0
        self._slow = QTimer(self, singleShot=True, interval=SAVING_AFTER_MS)
        self._slow.timeout.connect(self._tell_slow)
        self._listing = QTimer(self, singleShot=True, interval=LISTING_AFTER_MS)
        self._listing.timeout.connect(self.list_documents)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_writable(self) -> bool:
        """Whether the project open takes edits."""
        return self.project is not None and not self.project.read_only

    def open(self, opening: Callable[[], Project], done: Callable[[], object] | None = None) -> None:
        """Open what *opening* opens, off the window's thread, in place of what is open."""

        def take(project: Project) -> None:
            self.close()
            self.project = project
            project.listen(self._told.emit)
            self.project_changed.emit()
            self.list_documents()
            if done:
                done()

        self.work.run(opening, take, lambda error: self.failed.emit(error, None))

    def close(self) -> None:
        """Wait for the edits on their way and let the project go."""
        project, self.project, self.opened, self.entries = self.project, None, None, ()
        if project:
            project.close()
            self.project_changed.emit()

    def read(self, document: bytes, done: Callable[[], object] | None = None) -> None:
        """Open the document with this id for reading."""
        project = self.project
        if project is None:
            return

        def take(opened: Opened) -> None:
            if project is self.project:
                self.opened = opened
                self.document_opened.emit(opened)
                if done:
                    done()

        self.work.then(project.document(document), take, lambda error: self.failed.emit(error, None))

    def read_again(self) -> None:
        """Show what the file says about the document being read."""
        if self.opened:
            self.read(self.opened.document.id)

    def list_documents(self) -> None:
        """Ask for the documents list."""
        project = self.project
        if project:
            self.work.then(
                project.documents(),
                lambda entries: self._list(project, entries),
                lambda error: self.failed.emit(error, None),
            )

    def act(
        self,
        ask: Callable[[Project], "Future[Any]"],
        done: Callable[[Applied | None], object] | None = None,
        failed: Callable[[], object] | None = None,
    ) -> None:
        """Have an edit written; when the disk refuses it, it can be tried again."""
        project = self.project
        if project is None:
            return

        def finish(applied: Applied | None) -> None:
            self._wait(-1)
            if done:
                done(applied)

        def refuse(error: AnnotatorError) -> None:
            self._wait(-1)
            if failed:
                failed()
            self.failed.emit(error, (lambda: self.act(ask, done, failed)) if isinstance(error, NotSaved) else None)

        self._wait(1)
        self.work.then(ask(project), finish, refuse)

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

    def _list(self, project: Project, entries: tuple[Entry, ...]) -> None:
        if project is self.project:
            self.entries = entries
            self.documents_listed.emit(entries)

    def _take(self, applied: Applied) -> None:
        """Bring the document being read up to date with an edit that is in the file."""
        opened = self.opened
        if self.project is None:
            return
        if opened:
            self.opened = updated(opened, applied, self.project.layer.id)
        self.applied.emit(applied)
        self._listing.start()

    def _wait(self, change: int) -> None:
        self._waiting += change
        if self._waiting and not self._slow.isActive():
            self._slow.start()
        elif not self._waiting:
            self._slow.stop()
            self.saving.emit(False)  # noqa: FBT003 - a signal takes no keywords

    def _tell_slow(self) -> None:
        if self._waiting:
            self.saving.emit(True)  # noqa: FBT003 - a signal takes no keywords


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
    return Opened(opened.document, source, tuple(spans), state)


def sample(path: Path) -> Project:
    """Return the sample project at *path*, made from the articles the program brings along when it is missing."""
    from annotator import exchange, resources  # noqa: PLC0415 - readers are needed the first time only
    from annotator.exchange.formats import ReadOptions  # noqa: PLC0415 - likewise
    from annotator.model.records import Record  # noqa: PLC0415 - likewise

    project = Project.open(path) if path.exists() else Project.create(path)
    if not project.documents().result() and not project.read_only:
        found = [one for seed in resources.seeds() for one in exchange.recognised(seed).read(seed, ReadOptions())]
        project.import_records([one for one in found if isinstance(one, Record)]).result()
    return project
