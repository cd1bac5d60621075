"""Slow work over the window: a progress dialog that can cancel it, and nothing half-done when it does."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.model.errors import AnnotatorError
from annotator.ui.factories import label
from annotator.ui.session import Session
from annotator.ui.translations import tr
from annotator.ui.work import Cancelled, Task

T = TypeVar("T")
Report = Callable[[int, int], object]
SHOWN_AFTER_MS = 400


class Slow(QObject):
    """Runs slow functions off the window's thread.

    Signals:
        cancelled: the analyst thought better of it; nothing was changed.
    """

    cancelled = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        """Show progress over *window*."""
        super().__init__(window)
        self._session, self._window = session, window

    def run(self, text: str, function: Callable[[Report], T], done: Callable[[T], object]) -> None:
        """Run *function*, which reports how far it is, while *text* says what it does; hand its answer to *done*."""
        task, going_on = Task(self), [True]
        dialog = self._dialog(text, task)

        def finish() -> None:
            if going_on:
                going_on.clear()
                dialog.canceled.disconnect(task.cancel)
                dialog.close()
                dialog.deleteLater()
                task.deleteLater()

        def succeed(answer: T) -> None:
            finish()
            done(answer)

        def fail(error: AnnotatorError) -> None:
            finish()
            if isinstance(error, Cancelled):
                self.cancelled.emit()
            else:
                self._session.failed.emit(error)

        self._session.work.run(lambda: function(task.report), succeed, fail, finish)

    def _dialog(self, text: str, task: Task) -> QProgressDialog:
        dialog = QProgressDialog(self._window, minimumDuration=SHOWN_AFTER_MS)
        dialog.setObjectName("progress")
        dialog.setLabel(label("progress_text", text))
        dialog.setCancelButtonText(tr("Cancel"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setRange(0, 0)
        dialog.canceled.connect(task.cancel)
        task.progressed.connect(_Progress(dialog).show_share)
        return dialog


class _Progress(QObject):
    """Shows on a dialog how far a task is."""

    def __init__(self, dialog: QProgressDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def show_share(self, done: int, total: int) -> None:
        """Show *done* of *total*; never the whole, at which the dialog would close by itself."""
        if not self._dialog.wasCanceled():
            self._dialog.setMaximum(total)
            self._dialog.setValue(min(done, max(total - 1, 0)))
