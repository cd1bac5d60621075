"""What is left of a project that cannot be opened, brought into a new one that is opened then."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.project.places import SUFFIX
from annotator.project.project import Project
from annotator.project.rescuing import rescue
from annotator.storage.rescue import Rescued
from annotator.ui.factories import dialog_buttons, heading, label
from annotator.ui.findings import SIZE, findings_list
from annotator.ui.leaving import Leaving
from annotator.ui.new_places import ask_new_place
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.slow import Slow
from annotator.ui.translations import tr


class Rescuing:
    """Asks where to, rescues, opens what was rescued and says what was not."""

    def __init__(self, session: Session, settings: Settings, leaving: Leaving, slow: Slow, window: QWidget) -> None:
        """Ask over *window*."""
        self._session, self._settings, self._leaving, self._slow = session, settings, leaving, slow
        self._window = window

    def ask_for(self, path: Path) -> None:
        """Ask where what is left of the project at *path* is to go, and bring it there."""
        suggested = path.with_name(f"{path.stem} rescued{SUFFIX}")
        new = ask_new_place(self._window, tr("Rescue into a new project"), suggested)
        if new:
            self._rescue(path, new)

    def _rescue(self, path: Path, new: Path) -> None:
        self._slow.run(
            tr("Rescuing what is left of the project…"),
            lambda report: rescue(path, new, report),
            lambda rescued: self._leaving.leave(partial(self._open, new, rescued)),
        )

    def _open(self, new: Path, rescued: Rescued) -> None:
        def done() -> None:
            self._settings.add_recent(new)
            dialog = RescueReport(rescued, self._window)
            dialog.exec()
            dialog.deleteLater()

        self._session.open(lambda: Project.open(new), done)


class RescueReport(QDialog):
    """What a rescue brought to safety, and what not."""

    def __init__(self, rescued: Rescued, parent: QWidget) -> None:
        """Show what was *rescued*."""
        super().__init__(parent)
        self.setObjectName("rescue_report")
        self.setWindowTitle(tr("Rescued"))
        counts = tr("Safe now: documents {documents}, spans {spans}", documents=rescued.documents, spans=rescued.spans)
        column = QVBoxLayout(self)
        column.addWidget(heading("rescue_report_heading", counts))
        column.addWidget(label("rescue_report_hint", _hint(rescued), wraps=True, is_muted=True))
        if rescued.rest:
            self.resize(*SIZE)
            column.addWidget(findings_list("rescue_report_list", rescued.rest, self))
        buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _hint(rescued: Rescued) -> str:
    """Return what the project that is open now was made of."""
    if rescued.backup:
        made = tr("It was put together from the damaged file and its newest good backup. The damaged file was not changed.")
    else:
        made = tr("It was read out of the damaged file alone. The damaged file was not changed.")
    return made if rescued.rest else f"{made} {tr('Nothing was lost.')}"
