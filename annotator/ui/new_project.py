"""Asks for a new project: where it is kept, and who marks in it."""

import getpass
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.project.places import SUFFIX
from annotator.ui.factories import dialog_buttons, label
from annotator.ui.new_places import as_project
from annotator.ui.translations import tr


class NewProject(QDialog):
    """A place and a name; `path` and `analyst` are what was chosen."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Suggest a file in *folder* and the user's own name."""
        super().__init__(parent)
        self.setObjectName("new_project")
        self.setWindowTitle(tr("New project"))
        self.field = QLineEdit(str(_free(folder / f"{tr('project')}{SUFFIX}")), self)
        self.field.setObjectName("new_project_path")
        self.field.setAccessibleName(tr("File"))
        self.field.setMinimumWidth(360)
        self.field.cursorBackward(False, len(SUFFIX))  # noqa: FBT003 - Qt's signature
        self.field.cursorBackward(True, len(self.path.stem))  # noqa: FBT003 - likewise
        self.analyst_field = QLineEdit(_user(), self)
        self.analyst_field.setObjectName("new_project_analyst")
        self.analyst_field.setAccessibleName(tr("Analyst"))
        browse = QPushButton(tr("Choose…"), self)
        browse.setObjectName("new_project_choose")
        browse.clicked.connect(self._choose)
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Create"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(browse)
        form = QFormLayout(self)
        form.addRow(label("new_project_file_label", tr("File")), row)
        form.addRow(label("new_project_analyst_label", tr("Analyst")), self.analyst_field)
        form.addRow(label("new_project_hint", tr("The spans you mark are kept under this name."), is_muted=True))
        form.addRow(self.buttons)
        for field in (self.field, self.analyst_field):
            field.textChanged.connect(self._check)

    @property
    def path(self) -> Path:
        """The file to make; a «~» is the user's own folder, that of somebody unknown stays as it is."""
        path = Path(self.field.text().strip())
        with suppress(RuntimeError):
            path = path.expanduser()
        return as_project(path)

    @property
    def analyst(self) -> str:
        """Who marks in it."""
        return self.analyst_field.text().strip()

    def _check(self) -> None:
        is_whole = bool(Path(self.field.text().strip()).name and self.analyst)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_whole)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("New project"), self.field.text(), f"Annotator (*{SUFFIX})")
        if chosen:
            self.field.setText(chosen)


def _free(path: Path) -> Path:
    """Return *path*, or with the first number behind its name that is not taken."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _user() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return "analyst"
