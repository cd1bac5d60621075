"""Asks for the name of an entity."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.factories import dialog_buttons, label
from annotator.ui.translations import tr

WIDTH = 380


class NameDialog(QDialog):
    """A name under which mentions are counted; `name` is what was typed."""

    def __init__(self, title: str, yes: str, hint: str, name: str, *, is_optional: bool, parent: QWidget) -> None:  # noqa: PLR0913 - all that it says
        """Begin with a *name* to be taken by a button that says *yes*; where it *is_optional* it may be left empty."""
        super().__init__(parent)
        self.setObjectName("entity_name")
        self.setWindowTitle(title)
        self._is_optional = is_optional
        self.field = QLineEdit(name, self)
        self.field.setObjectName("entity_name_field")
        self.field.setAccessibleName(tr("Name"))
        self.field.setMinimumWidth(WIDTH)
        self.field.selectAll()
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(yes)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._check)
        told = label("entity_name_hint", hint, wraps=True, is_muted=True)
        column = QVBoxLayout(self)
        for widget in (label("entity_name_label", tr("Name")), self.field, told, self.buttons):
            column.addWidget(widget)
        self._check()

    @property
    def name(self) -> str:
        """The name, without spaces around it."""
        return self.field.text().strip()

    def ask(self, take: Callable[[str], object]) -> None:
        """Ask, then *take* the name, unless the analyst would rather not."""
        if self.exec():
            take(self.name)
        self.deleteLater()

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._is_optional or bool(self.name))
