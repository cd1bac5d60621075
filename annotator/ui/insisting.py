"""Before what changes much there is a backup; where none can be made, the analyst may insist."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.model.errors import NoBackup
from annotator.ui.factories import message_box
from annotator.ui.messages import said
from annotator.ui.saving import Saving
from annotator.ui.translations import tr


class Insisting(QObject):
    """Asks without stopping the window whether an edit is to be written without a backup, or not at all."""

    def __init__(self, saving: Saving, window: QWidget) -> None:
        """Ask over *window*."""
        super().__init__(window)
        self._saving, self._window = saving, window
        self._box: QMessageBox | None = None
        saving.unbacked.connect(self._ask)
        saving.changed.connect(self._look)

    def _ask(self, refusal: NoBackup) -> None:
        if self._box:
            return
        box = self._box = message_box(self._window, said(refusal))
        box.addButton(tr("Go on without a backup"), QMessageBox.ButtonRole.AcceptRole).setObjectName("message_insist")
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        cancel.setObjectName("message_cancel")
        box.setDefaultButton(cancel)
        box.finished.connect(self._answered)
        box.open()

    def _look(self) -> None:
        """Ask no more where the edit got into the file meanwhile, or was given up."""
        if self._box and not isinstance(self._saving.refusal, NoBackup):
            box, self._box = self._box, None
            box.reject()
            box.deleteLater()

    def _answered(self) -> None:
        box, self._box = self._box, None
        if box:
            is_wanted = bool(box.clickedButton()) and box.clickedButton().objectName() == "message_insist"
            box.deleteLater()
            if is_wanted:
                self._saving.insist()
            else:
                self._saving.give_up_first()
