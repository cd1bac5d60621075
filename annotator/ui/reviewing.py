"""The rules of the guidelines watched over: checked in the background, gone through, put right."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.breaches import Breach, passed_over
from annotator.model.errors import AnnotatorError
from annotator.project.project import Project
from annotator.storage.store import Applied
from annotator.ui.breach_rows import Listed, Named
from annotator.ui.consistency import ConsistencyPanel
from annotator.ui.page.page import Page
from annotator.ui.schema_names import names_of
from annotator.ui.session import Session
from annotator.ui.slow import Report
from annotator.ui.translations import tr
from annotator.ui.viewing import Viewing
from annotator.ui.work import Cancelled, Task

IDLE_MS = 300
Breaches = tuple[Breach, ...]
Look = Callable[[frozenset[bytes] | None, Mapping[bytes, str], Report], Listed]


class Reviewing(QObject):
    """Keeps a panel up to date with what breaks a rule, from the moment at which it is looked at first.

    Signals:
        told(text): what was put right, or that there is nothing to be, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, page: Page, panel: ConsistencyPanel, viewing: Viewing) -> None:
        """Show on *panel* what is found."""
        super().__init__(panel)
        self._session, self._page, self._panel, self._viewing = session, page, panel, viewing
        self._look: Look | None = None
        self._listed: Listed | None = None
        self._touched: frozenset[bytes] | None = None
        self._task: Task | None = None
        self._fixing: Task | None = None
        self._known: dict[bytes, str] = {}
        self._steps = 0
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._check)
        for wanted in (panel.shown, panel.check_wanted):
            wanted.connect(self._begin)
        panel.chosen.connect(self._go_to)
        panel.fix_wanted.connect(self._fix)
        panel.cancel_wanted.connect(self._cancel)
        session.project_changed.connect(self._begin_anew)
        session.schema_changed.connect(self._begin_anew)
        session.applied.connect(self._applied)
        session.documents_listed.connect(self._show_titles)
        session.document_opened.connect(lambda opened: panel.show_document(opened.document.id))
        session.writable_changed.connect(self._show_writable)
        viewing.looks_changed.connect(self.show)
        self._show_writable()

    def fix(self) -> None:
        """Put right what was gone to last, or what is chosen on the panel."""
        self._panel.fix()

    def show(self) -> None:
        """Show what was found, as documents and the things in the schema are called now."""
        project = self._session.project
        self._known = self._titles()
        names = names_of(project.schema, self._viewing.language.code) if project else {}
        self._panel.show_breaches(self._listed, Named(names, self._known, self._viewing.looks))

    def step(self, by: int) -> None:
        """Go to the breach *by* places further on; where nobody has looked yet, once that is done."""
        if self._listed is None:
            self._steps = by
            self._begin()
            return
        found = self._panel.step(by)
        if found:
            self._go_to(found, is_left=True)
        else:
            self.told.emit(tr("Nothing here breaks a rule."))

    def _begin(self) -> None:
        """Check all, unless that was begun."""
        project = self._session.project
        if project and self._look is None:
            self._look, self._touched = _looking(project), None
            self._check()

    def _begin_anew(self) -> None:
        """Forget what was found in another project, or by another schema."""
        self._cancel()
        self._look = self._listed = None
        self._idle.stop()
        self.show()
        if self._panel.isVisible():
            self._begin()

    def _check(self) -> None:
        """Check what was touched, or all; what is touched meanwhile is checked after that."""
        look = self._look
        if self._task or look is None:
            return
        task, touched, titles = Task(self), self._touched, self._titles()
        self._task, self._touched = task, frozenset()
        task.progressed.connect(self._show_share)
        self._session.work.run(
            lambda: look(touched, titles, task.report),
            partial(self._take, look),
            partial(self._fail, look),
            partial(self._end, task),
        )

    def _take(self, look: Look, listed: Listed) -> None:
        if look is self._look:
            self._listed = listed
            self.show()
            steps, self._steps = self._steps, 0
            if steps:
                self.step(steps)

    def _fail(self, look: Look, error: AnnotatorError) -> None:
        """Count as nobody having looked: what is listed may be so no longer."""
        if look is self._look:
            self._look, self._listed, self._steps = None, None, 0
            self.show()
            if not isinstance(error, Cancelled):
                self._session.failed.emit(error)

    def _end(self, task: Task) -> None:
        """Check what was touched meanwhile, once a task is at its end."""
        if task is self._fixing:
            self._fixing = None
        else:
            self._task = None
            if self._touched != frozenset():
                self._idle.start()
        if not (self._task or self._fixing):
            self._panel.show_progress(None)
        task.deleteLater()

    def _cancel(self) -> None:
        for task in filter(None, (self._task, self._fixing)):
            task.cancel()

    def _applied(self, applied: Applied) -> None:
        """Check again what an edit touched; all where that is not known row by row."""
        if self._look is None or not applied.seq:
            return
        edit = applied.edit
        is_known = self._touched is not None and bool(edit.before or edit.after)
        self._touched = (self._touched or frozenset()) | edit.documents if is_known else None
        self._idle.start()

    def _go_to(self, found: Breach, is_left: bool) -> None:  # noqa: FBT001 - a signal passes it
        """Bring the words of a breach into view; go on there if the list is left."""

        def arrive() -> None:
            self._page.go_to(found.start)
            self._page.focus_span(None if found.is_relation or not self._page.spans.get(found.id) else found.id)
            if is_left:
                self._page.setFocus()

        opened = self._session.opened
        if opened and opened.document.id == found.document:
            arrive()
        else:
            self._session.read(found.document, arrive, near=found.start)

    def _fix(self, breaches: Breaches) -> None:
        """Put *breaches* right, as one edit that can be cancelled while it is prepared."""
        if self._fixing:
            return
        task = self._fixing = Task(self)
        task.progressed.connect(self._show_share)

        def done(applied: Applied | None) -> None:
            left = passed_over(breaches, applied.edit) if applied else len(breaches)
            self._tell_fixed(len(breaches) - left, left)
            self._end(task)

        self._session.act(
            lambda project: project.fix(breaches, task.report),
            done,
            partial(self._end, task),
            insist=lambda project: project.fix(breaches, task.report, without_backup=True),
        )

    def _tell_fixed(self, count: int, left: int) -> None:
        if left:
            self.told.emit(tr("Put right: {count}, passed over: {left}", count=count, left=left))
        else:
            self.told.emit(tr("Put right: {count}", count=count))

    def _show_share(self, done: int, total: int) -> None:
        """Show how far a task is, unless it is about one document only; as a method it is called on the window's thread."""
        if total > 1:
            self._panel.show_progress((done, total))

    def _show_titles(self) -> None:
        if self._titles() != self._known:
            self.show()

    def _show_writable(self) -> None:
        self._panel.set_writable(is_writable=self._session.is_writable)

    def _titles(self) -> dict[bytes, str]:
        return {entry.id: entry.title for entry in self._session.entries}


def _looking(project: Project) -> Look:
    """Return what looks into *project*: into all documents the first time, and then into those that are given."""
    kept: list[Any] = []

    def look(touched: frozenset[bytes] | None, titles: Mapping[bytes, str], report: Report) -> Listed:
        from annotator.project.consistency import HEADS, Consistency, in_order  # noqa: PLC0415 - the window is there sooner

        if touched is None or not kept:
            kept[:] = [Consistency(project)]
            found = kept[0].check(report)
        else:
            found = kept[0].check_again(touched, report)
        return Listed(in_order(found, titles), HEADS)

    return look
