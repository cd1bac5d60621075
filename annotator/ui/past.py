"""Undo and redo across documents: what was touched is brought into view, in whatever document it is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.documents import Source, State
from annotator.model.edits import Edit, Row
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.storage.store import Applied
from annotator.ui.history import HistoryPanel
from annotator.ui.page.page import Page
from annotator.ui.session import Session

SHOWN, PAUSE_MS = 500, 120
Done = Callable[[Applied | None], object]


class Past(QObject):
    """Goes back and forth in what was done.

    Signals:
        went(Applied, is_back): something was undone, or done again.
    """

    went = Signal(object, bool)

    def __init__(self, session: Session, page: Page, panel: HistoryPanel, parent: QObject) -> None:
        """Show the history on *panel*."""
        super().__init__(parent)
        self._session, self._page, self._panel = session, page, panel
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        session.applied.connect(lambda _: self._pause.start())
        session.project_changed.connect(self._fill)
        panel.steps_wanted.connect(self.steps)

    def undo(self) -> None:
        """Take back the newest action."""
        self._take_back(partial(self._show, is_back=True))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._do_again(partial(self._show, is_back=False))

    def steps(self, count: int) -> None:
        """Undo (negative) or redo (positive) so many actions, then show the last."""
        for left in range(abs(count) if self._session.is_writable else 0, 0, -1):
            step = self._do_again if count > 0 else self._take_back
            step(partial(self._show, is_back=count < 0) if left == 1 else None)

    def _take_back(self, done: Done | None) -> None:
        self._session.act(lambda project: project.undo(), done, insist=lambda project: project.undo(without_backup=True))

    def _do_again(self, done: Done | None) -> None:
        self._session.act(lambda project: project.redo(), done, insist=lambda project: project.redo(without_backup=True))

    def _fill(self) -> None:
        if self._session.project is None:
            self._panel.show_entries(())
        self._session.ask(lambda project: project.history(SHOWN), self._panel.show_entries)

    def _show(self, applied: Applied | None, *, is_back: bool) -> None:
        """Bring what an edit touched into view."""
        if applied:
            self.went.emit(applied, is_back)
        rows = (*applied.edit.after, *applied.edit.before) if applied else ()
        touched = next((row for row in rows if isinstance(row, Span | Relation | Note | State | Source)), None)
        if applied is None or touched is None or not self._is_left(touched.document, applied.edit):
            return
        if touched.document == self._page.document.id:
            self._go_to(touched, applied)
        else:
            self._session.read(touched.document, lambda: self._go_to(touched, applied))

    def _is_left(self, document: bytes, edit: Edit) -> bool:
        """Whether a document is in the project after *edit*, which the documents list may not know yet."""
        sources = [row for row in (*edit.after, *edit.before) if isinstance(row, Source) and row.document == document]
        return sources[0] in edit.after if sources else any(entry.id == document for entry in self._session.entries)

    def _go_to(self, touched: Span | Relation | Note | State | Source, applied: Applied) -> None:
        head = self._page.spans.get(_about(touched))
        if head:
            self._page.go_to(head.start)
            self._page.focus_span(head.id)
        if isinstance(touched, Span):
            self._page.go_to(touched.start)
            is_there = touched in applied.edit.after
            self._page.focus_span(touched.id if is_there and self._page.spans.get(touched.id) else None)


def _about(touched: Row) -> bytes:
    """Return the id of the span at which a relation begins, or that a note is about."""
    if isinstance(touched, Relation):
        return touched.head
    return touched.about if isinstance(touched, Note) else b""
