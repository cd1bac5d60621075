"""Asks what a new label, attribute or relation is called, and of an attribute what kind of values it has."""

import regex
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from annotator.model.attributes import CHOICE, CHOICES, KINDS, Choice, Titles
from annotator.ui.factories import dialog_buttons, label
from annotator.ui.translations import tr

_COMMA, _ARABIC = regex.compile("[,،؛;]"), regex.compile(r"\p{Arabic}")
_NO_NAME = regex.compile(r"[^\p{L}\p{N}]+")
KIND_TITLES = {
    "choice": "One of several values",
    "choices": "Several values",
    "count": "Whole number",
    "number": "Number",
    "text": "Text",
    "flag": "Yes or no",
    "date": "Date",
    "span": "Another span",
    "part": "Words of the text",
}


class Adding(QDialog):
    """What something new is called; `name` is what files call it, `titles` what people do."""

    def __init__(self, title: str, parent: QWidget, *, has_kind: bool = False) -> None:
        """Ask under a *title*; what *has_kind* is an attribute."""
        super().__init__(parent)
        self.setObjectName("adding")
        self.setWindowTitle(title)
        self._form = QFormLayout(self)
        self.arabic = self._line("arabic", tr("Name in Arabic"))
        self.english = self._line("english", tr("Name in English"))
        self.file_name = self._line("name", tr("Name in files"))
        self.kinds = QComboBox(self)
        self.values = QLineEdit(self)
        if has_kind:
            self._ask_kind()
        else:
            self.kinds.hide()
            self.values.hide()
        for field, name, told in ((self.kinds, "adding_kind", tr("Type")), (self.values, "adding_values", tr("Values"))):
            field.setObjectName(name)
            field.setAccessibleName(told)
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Add"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._form.addRow(self.buttons)
        for field in (self.arabic, self.english, self.file_name, self.values):
            field.textChanged.connect(self._look)
        self.kinds.currentIndexChanged.connect(self._look)
        self._look()

    @property
    def name(self) -> str:
        """What files call it: as typed, else made of the English name, else of the Arabic one."""
        typed = self.file_name.text().strip()
        return typed or _NO_NAME.sub("_", (self.english.text() or self.arabic.text()).strip().lower()).strip("_")

    @property
    def titles(self) -> Titles:
        """What people call it, by language."""
        typed = {"ar": self.arabic.text().strip(), "en": self.english.text().strip()}
        return tuple((language, text) for language, text in typed.items() if text)

    @property
    def kind(self) -> str:
        """The kind of an attribute."""
        return KINDS[max(self.kinds.currentIndex(), 0)]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values of a choice."""
        if not self._has_values:
            return ()
        typed = filter(None, (text.strip() for text in _COMMA.split(self.values.text())))
        named = {_NO_NAME.sub("_", text).strip("_"): text for text in typed}
        return tuple(Choice(name, (("ar" if _ARABIC.search(text) else "en", text),)) for name, text in named.items() if name)

    @property
    def _has_values(self) -> bool:
        return self.kind in {CHOICE, CHOICES}

    def _ask_kind(self) -> None:
        self.kinds.addItems([tr(KIND_TITLES[kind]) for kind in KINDS])
        self.values.setPlaceholderText(tr("Values, with commas between them"))
        self._form.addRow(label("adding_kind_label", tr("Type")), self.kinds)
        self._form.addRow(label("adding_values_label", tr("Values")), self.values)

    def _line(self, name: str, title: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(f"adding_{name}")
        made.setAccessibleName(title)
        made.setMinimumWidth(300)
        self._form.addRow(label(f"adding_{name}_label", title), made)
        return made

    def _look(self) -> None:
        self.file_name.setPlaceholderText(self.name)
        self.values.setEnabled(self._has_values)
        is_whole = bool(self.name) and (not self.kinds.count() or bool(self.choices) == self._has_values)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_whole)
