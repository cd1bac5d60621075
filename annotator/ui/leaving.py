"""Leaving a project: what is on its way to the file gets there first, visibly; if it cannot, the analyst is asked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.ui.factories import message_box
from annotator.ui.messages import said
from annotator.ui.saving import Saving
from annotator.ui.translations import tr


class Leaving(QObject):
    """Waits without stopping the window.

    Signals:
        waiting(bool): the window waits for edits to be saved before it goes on, or no longer.
    """

    waiting = Signal(bool)

    def __init__(self, saving: Saving, window: QWidget) -> None:
        """Ask over *window*."""
        super().__init__(window)
        self._saving, self._window = saving, window
        self._then: Callable[[], object] | None = None
        self._box: QMessageBox | None = None
        saving.settled.connect(self._go)
        saving.changed.connect(self._look)

    def leave(self, then: Callable[[], object]) -> None:
        """Call *then* once no edit waits any more: now, when all are saved, or when the analyst gives them up."""
        if not self._saving.waiting:
            then()
            return
        self._then = then
        self.waiting.emit(True)  # noqa: FBT003 - a signal takes no keywords
        self._saving.try_again()
        self._look()

    def ask(self) -> None:
        """Ask whether to give up what cannot be saved."""
        if self._box:
            return
        refusal = self._saving.refusal
        count = self._saving.waiting
        text = tr("Actions not saved: {count}. Give them up?", count=count)
        box = self._box = message_box(self._window, text, detail=said(refusal) if refusal else "")
        box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole).setObjectName("message_retry")
        box.addButton(tr("Give them up"), QMessageBox.ButtonRole.DestructiveRole).setObjectName("message_discard")
        stay = box.addButton(tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName("message_stay")
        box.setDefaultButton(stay)
        box.finished.connect(self._answered)
        box.open()

    def _look(self) -> None:
        if self._then and self._saving.refusal:
            self.ask()

    def _answered(self) -> None:
        box, self._box = self._box, None
        chosen = box.clickedButton().objectName() if box and box.clickedButton() else "message_stay"
        if box:
            box.deleteLater()
        if chosen == "message_retry":
            self._saving.try_again()
        elif chosen == "message_discard":
            self._saving.discard()
        else:
            self._stay()

    def _stay(self) -> None:
        self._then = None
        self.waiting.emit(False)  # noqa: FBT003 - likewise

    def _go(self) -> None:
        then, self._then = self._then, None
        if self._box:
            self._box.reject()
        if then:
            self.waiting.emit(False)  # noqa: FBT003 - likewise
            then()
