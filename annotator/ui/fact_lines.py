"""What the facts about a document are filled in with."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.text import direction
from annotator.ui.factories import isolated, set_tooltip, tool_button
from annotator.ui.schema.fields import Line
from annotator.ui.translations import tr

LANGUAGES = {
    "ar": "Arabic",
    "fa": "Persian",
    "he": "Hebrew",
    "en": "English",
    "ckb": "Central Kurdish",
    "ku": "Kurdish",
    "tr": "Turkish",
    "ur": "Urdu",
    "ps": "Pashto",
    "az": "Azerbaijani",
    "hy": "Armenian",
    "ru": "Russian",
    "fr": "French",
}
PART = " · "


class FactLine(Line):
    """A line that is written from the side it is read from; one that ``is_code`` always from the left."""

    def __init__(self, name: str, parent: QWidget, *, is_code: bool = False) -> None:
        """Begin empty."""
        super().__init__(name, parent)
        self._is_code = is_code
        self.textChanged.connect(self._follow)
        self._follow(self.text())

    def _follow(self, text: str) -> None:
        if self._is_code or (text and direction.document_base(text) == direction.LTR):
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        elif text:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            self.unsetLayoutDirection()


class LanguageBox(QComboBox):
    """The language of a text: one of those that are usual here, or any other by its tag (BCP 47).

    Signals:
        kept(tag): another one is to be kept, "" for none.
    """

    kept = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Begin with none."""
        super().__init__(parent, editable=True)
        self.setObjectName(name)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(8)
        self.line = FactLine(f"{name}_text", self)
        self.setLineEdit(self.line)
        self.line.kept.connect(self._keep)
        self.activated.connect(lambda _: self._keep(self.currentText()))

    def show_language(self, tag: str) -> None:
        """Show the language with this *tag*, and offer the usual ones in the language of the interface."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        if [self.itemText(place) for place in range(self.count())] != [*map(_told, LANGUAGES)]:
            typed = self.line.text()
            self.clear()
            self.addItems([*map(_told, LANGUAGES)])
            self.line.setText(typed)
        self.setCurrentIndex([*LANGUAGES].index(tag) if tag in LANGUAGES else -1)
        self.blockSignals(False)  # noqa: FBT003 - likewise
        self.line.show_text(_told(tag) if tag else "")

    def _keep(self, text: str) -> None:
        self.kept.emit(text.partition(PART)[0].strip())


def _told(tag: str) -> str:
    """Return the *tag* of a language, and what it is called."""
    return f"{tag}{PART}{tr(LANGUAGES[tag])}" if tag in LANGUAGES else tag


class FreeRow(QWidget):
    """A fact that the schema does not ask for: its name, its value, and a button that takes it away.

    Signals:
        given(facts): these (name, value) pairs are to be known; "" takes one away.
    """

    given = Signal(object)

    def __init__(self, place: int, parent: QWidget) -> None:
        """Begin with nothing: what is filled in is added."""
        super().__init__(parent)
        self.setObjectName(f"fields_free_{place}")
        self.fact = ("", "")
        self.name, self.value = (FactLine(f"fields_free_{place}_{part}", self) for part in ("name", "value"))
        self.remove = tool_button(f"fields_free_{place}_remove", self)
        self.remove.setText("✕")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.remove)
        for line in (self.name, self.value):
            line.kept.connect(self._keep)
        self.remove.clicked.connect(lambda: self.given.emit(((self.fact[0], ""),)))

    def show_fact(self, name: str, value: str, *, is_writable: bool) -> None:
        """Show what is known, in the language of the interface; nothing where a fact can be added."""
        self.fact = (name, value)
        self.name.show_text(name)
        self.value.show_text(value)
        self.name.setPlaceholderText(tr("Name"))
        self.value.setPlaceholderText(tr("Value"))
        self.name.setAccessibleName(tr("Name of a fact"))
        self.value.setAccessibleName(tr("Value of {name}", name=isolated(name)) if name else tr("Value of the new fact"))
        told = tr("Remove {name}", name=isolated(name))
        self.remove.setAccessibleName(told)
        set_tooltip(self.remove, told)
        self.remove.setEnabled(bool(name) and is_writable)
        for line in (self.name, self.value):
            line.setReadOnly(not is_writable)

    @property
    def typed(self) -> tuple[str, str]:
        """The name and the value that are written."""
        return self.name.text().strip(), self.value.text().strip()

    def _keep(self, _text: str) -> None:
        """Tell what is to be known, once there is a name and a value; a fact without either is taken away."""
        name, value = self.typed
        before = self.fact[0]
        if name and value:
            renamed = ((before, ""),) if before not in {"", name} else ()
            self.given.emit((*renamed, (name, value)))
        elif before:
            self.given.emit(((before, ""),))


def shown_facts(metadata: Mapping[str, str | None], names: set[str]) -> list[tuple[str, str]]:
    """Return the facts among *metadata* that are neither the program's own nor asked for under one of *names*."""
    return [(name, value or "") for name, value in metadata.items() if not name.startswith("_") and name not in names]
