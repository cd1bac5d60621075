"""What the forms of a schema are filled in with: each counts once it is left or chosen, and shows what is in the file."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from annotator.model.attributes import Titles
from annotator.ui.factories import label
from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of
from annotator.ui.translations import tr

UNDO = "Ctrl+Z"


class Line(QLineEdit):
    """A line that counts once it is left, or Enter is pressed.

    Signals:
        kept(text): another text is to be kept, without spaces around it.
    """

    kept = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self._shown = ""
        self.editingFinished.connect(self._keep)

    def show_text(self, text: str) -> None:
        """Show what is in the file; what was typed meanwhile and is not kept yet stays, if the file says what it said."""
        is_other, self._shown = text != self._shown, text
        if is_other or not self.isModified():
            self.setText(text)

    def restore(self) -> None:
        """Show what is in the file, in place of what was typed."""
        self.setText(self._shown)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key of undo to the window where nothing that was typed is left to take back."""
        if chord_of(event) == UNDO and not self.isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self.kept.emit(text)
        else:
            self.restore()


class Pick(QComboBox):
    """One of a few values, shown by their titles.

    Signals:
        kept(value): another value is to be kept.
    """

    kept = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Begin with nothing to choose."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._values: list[object] = []
        self.activated.connect(self._keep)

    def show_value(self, titles: Mapping[object, str], value: object) -> None:
        """Offer the values of *titles*, and show which is in the file."""
        self._values = [*titles]
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self.addItems([*titles.values()])
        self.setCurrentIndex(self._values.index(value) if value in titles else -1)
        self.blockSignals(False)  # noqa: FBT003 - likewise

    @property
    def value(self) -> object:
        """The value chosen, None if there is none."""
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    def _keep(self) -> None:
        self.kept.emit(self.value)


class Tick(QCheckBox):
    """Yes or no.

    Signals:
        kept(bool): the other is to be kept.
    """

    kept = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Begin with no."""
        super().__init__(parent)
        self.setObjectName(name)
        self.clicked.connect(self.kept)


class Form(QWidget):
    """Fields under one another, each with its title before it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.setObjectName(name)
        self._titles: dict[QWidget, str] = {}
        self.rows = QFormLayout(self)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.rows.setHorizontalSpacing(12)

    def put(self, title: str, field: QWidget) -> None:
        """Add a *field*; its *title* is in English."""
        self._titles[field] = title
        shown = label(f"{field.objectName()}_label")
        shown.setBuddy(field)
        self.rows.addRow(shown, field)

    def retitle(self) -> None:
        """Say the titles in the language of the interface."""
        for field, title in self._titles.items():
            field.setAccessibleName(tr(title))
            shown = self.rows.labelForField(field)
            shown.setText(tr(title))  # type: ignore[attr-defined]  # it is a label

    def restore(self) -> None:
        """Show what is in the file in every line."""
        for field in self._titles:
            if isinstance(field, Line):
                field.restore()

    def put_titles(self, name: str, keep: Callable[[str, str, str], object]) -> dict[tuple[str, str], Line]:
        """Add lines for titles and meanings in both languages; *keep* is called with which, the language and the text."""
        found = {}
        for (which, language), title in TITLES.items():
            line = found[which, language] = Line(f"{name}_{which}_{language}", self)
            line.kept.connect(lambda text, which=which, language=language: keep(which, language, text))
            if language == "ar":
                line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            else:
                line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.put(title, line)
        return found


TITLES = {
    ("titles", "ar"): "Name in Arabic",
    ("titles", "en"): "Name in English",
    ("meanings", "ar"): "Meaning in Arabic",
    ("meanings", "en"): "Meaning in English",
}


def told(texts: Titles, language: str, text: str) -> Titles:
    """Return *texts* with another one for *language*; none for ""."""
    left = {known: text for known, text in texts if known != language}
    return tuple(sorted((left | ({language: text} if text else {})).items()))
