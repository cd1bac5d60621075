"""Edits on their way to the file, one after the other; one that the disk refuses waits in its place, those behind it too.

Where it was another window that kept one out, it is tried again until that one has finished.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.errors import AnnotatorError, Busy, Damaged, NoBackup, NotSaved
from annotator.project.project import Project
from annotator.ui.work import Work

SLOW_AFTER_MS, AGAIN_AFTER_MS = 300, 500


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """An edit to be asked for, and what follows when it is ``done``, or ``dropped`` because it never will be.

    One that may change much can be asked for without a backup: ``insist``.
    """

    ask: Callable[[Project], "Future[Any]"]
    done: Callable[[Any], object]
    dropped: Callable[[], object]
    insist: "Callable[[Project], Future[Any]] | None" = None


class Saving(QObject):
    """The edits that are not in the file yet, in the order in which they were made.

    Signals:
        changed: how many wait, why, or whether it takes long is another now.
        settled: none waits any more.
        refused(error): an edit does not fit the project any more and was dropped.
        given_up(error): what waited was given up, after this refusal.
        unbacked(error): the first that waits changes much, and no backup could be made before it; the analyst may `insist`.
    """

    changed = Signal()
    settled = Signal()
    refused = Signal(object)
    given_up = Signal(object)
    unbacked = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin with no edit."""
        super().__init__(parent)
        self._work = work
        self._project: Project | None = None
        self._errands: deque[Errand] = deque()
        self._asked: Errand | None = None
        self.refusal: NotSaved | Damaged | None = None
        self.is_slow = self._is_insisting = False
        self._clock = QTimer(self, singleShot=True, interval=SLOW_AFTER_MS)
        self._clock.timeout.connect(self._tell_slow)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self.try_again)

    @property
    def waiting(self) -> int:
        """How many edits are not in the file."""
        return len(self._errands)

    @property
    def is_trying(self) -> bool:
        """Whether one of them is being written just now."""
        return self._asked is not None

    def begin(self, project: Project | None) -> None:
        """Save to another project from now on; what waits goes there."""
        self._project = project
        self.try_again()

    def add(self, errand: Errand) -> None:
        """Save what *errand* asks for after all that waits, which is tried again."""
        self._errands.append(errand)
        if not self._clock.isActive():
            self._clock.start()
        self.try_again()

    def try_again(self) -> None:
        """Ask for the first edit that waits, unless it is being written."""
        if self._errands and self._project and not self.is_trying:
            errand = self._asked = self._errands[0]
            ask = errand.insist if errand.insist and self._is_insisting else errand.ask
            self._work.then(
                ask(self._project), lambda answer: self._done(errand, answer), lambda error: self._fail(errand, error)
            )
        self.changed.emit()

    def insist(self) -> None:
        """Have the first edit that waits written without a backup."""
        self._is_insisting = True
        self.try_again()

    def give_up_first(self) -> None:
        """Give up the first edit that waits, and go on with those behind it."""
        self._errands.popleft().dropped()
        if not self.is_trying:
            self._go_on()

    def discard(self) -> None:
        """Give up all that waits; the one being written just now may get into the file all the same."""
        given_up, refusal = tuple(self._errands), self.refusal
        self._errands.clear()
        for errand in given_up:
            errand.dropped()
        if refusal:
            self.given_up.emit(refusal)
        self._finish()

    def once_decided(self, then: Callable[[], object]) -> None:
        """Call *then* once nothing is on its way: all is in the file, or the disk refused it and it waits for the analyst."""

        def look() -> None:
            if not self._errands or (self.refusal and not self.is_trying):
                self.changed.disconnect(look)
                then()

        self.changed.connect(look)
        look()

    def hand_over(self) -> None:
        """Let the project itself see to all that waits, as it does before it closes; nobody here hears of it any more."""
        handed_over = tuple(self._errands)
        for errand in handed_over:
            if self._project and errand is not self._asked:
                errand.ask(self._project)
        self._errands.clear()
        for errand in handed_over:
            errand.dropped()
        self._finish()

    def _done(self, errand: Errand, answer: object) -> None:
        if self._leave(errand):
            errand.done(answer)
        self._go_on()

    def _fail(self, errand: Errand, error: AnnotatorError) -> None:
        if isinstance(error, NotSaved | Damaged) and errand in self._errands:
            self._asked, self.refusal = None, error
            self.changed.emit()
            self._offer(errand, error)
            if isinstance(error, Busy):
                self._again.start()
            return
        if self._leave(errand):
            errand.dropped()
        self.refused.emit(error)
        self._go_on()

    def _offer(self, errand: Errand, error: AnnotatorError) -> None:
        """Offer to go on without a backup, unless the analyst insisted on it while another was tried."""
        if errand.insist and isinstance(error, NoBackup):
            if self._is_insisting:
                self.try_again()
            else:
                self.unbacked.emit(error)

    def _leave(self, errand: Errand) -> bool:
        """Take *errand* out; return whether it was still wanted."""
        is_wanted = errand in self._errands
        if is_wanted:
            self._errands.remove(errand)
        self._asked = self.refusal = None
        self._is_insisting = False
        return is_wanted

    def _go_on(self) -> None:
        if self._errands:
            self.try_again()
        else:
            self._finish()

    def _finish(self) -> None:
        self._clock.stop()
        self.refusal, self.is_slow, self._is_insisting = None, False, False
        self.changed.emit()
        self.settled.emit()

    def _tell_slow(self) -> None:
        self.is_slow = bool(self._errands)
        self.changed.emit()
