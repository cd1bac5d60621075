"""Which project is open: opened, moved, found again and put back one after the other, and nothing that waits is dropped."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from annotator.model.errors import AnnotatorError
from annotator.project.project import Project
from annotator.ui.saving import Saving
from annotator.ui.translations import tr
from annotator.ui.work import Work

UNSAVED = "what you did here is not saved yet, so the other project was not opened: save it or give it up first"


class Projects(QObject):
    """The project that is open, and the way to another one.

    Signals:
        project_changed: another project is open, or none.
        writable_changed: the project takes edits now, or no longer does.
        failed(error): something was refused for good.
        moving(text): the project goes on in another file soon; *text* says what is being done, "" that no longer anything is.
    """

    project_changed = Signal()
    writable_changed = Signal()
    failed = Signal(object)
    moving = Signal(str)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self.work = work
        self.project: Project | None = None
        self.is_moving = self._was_writable = False
        self._turns: deque[Callable[[], object]] = deque()
        self.saving = Saving(work, self)
        self.saving.changed.connect(self.look_whether_writable)

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

    def look_whether_writable(self) -> None:
        """Tell if the project takes edits now and did not before, or the other way about."""
        if self.is_writable != self._was_writable:
            self._was_writable = self.is_writable
            self.writable_changed.emit()

    def follow(self, project: Project) -> None:
        """Begin to hear what is told of *project*, which was opened just now; for who shows one."""

    def show(self) -> None:
        """Show the project that was opened just now; for who shows one."""

    def forget(self) -> None:
        """Know nothing more of the project that was open; for who shows one."""

    def _begin(self, project: Project, done: Callable[[], object] | None) -> None:
        self.project = project
        self.saving.begin(project)
        self.follow(project)
        self.look_whether_writable()
        self.project_changed.emit()
        self.show()
        if done:
            done()

    def _let_go(self) -> None:
        project, self.project = self.project, None
        self.forget()
        self.look_whether_writable()
        if project:
            Thread(target=project.close, name="closing").start()

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
