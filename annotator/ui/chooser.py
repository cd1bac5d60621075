"""A field over a list: what is typed narrows the list, the arrows choose in it, Enter takes what is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.factories import label, name_field
from annotator.ui.guard import guarded
from annotator.ui.rows import Row, row_list
from annotator.ui.translations import tr

WIDTH, HIGH, LOW = 520, 420, 190
STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True)
class Choice:
    """A row to choose, and what taking it does."""

    row: Row
    run: Callable[[], object]


class Chooser(QDialog):
    """One choice out of those that fit what is typed; `chosen` is it, or None."""

    def __init__(self, name: str, title: str, hint: str, choices: Callable[[str], Sequence[Choice]], parent: QWidget) -> None:
        """Offer what *choices* gives for the text in the field; *hint* says what to type."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.resize(WIDTH, HIGH)
        self._choices = choices
        self._shown: Sequence[Choice] = ()
        self.chosen: Choice | None = None
        self.field = QLineEdit(self, clearButtonEnabled=True)
        self.field.setObjectName(f"{name}_field")
        self.field.setPlaceholderText(hint)
        name_field(self.field, title)
        self.list, self._rows = row_list(f"{name}_list", self)
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = label(f"{name}_hint", f"{tr('Nothing fits.')} {hint}", wraps=True, is_muted=True)
        self._hint.setContentsMargins(8, 0, 8, 8)
        column = QVBoxLayout(self)
        for widget in (self.field, self._hint):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.list.clicked.connect(self._take)
        self._fill("")
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, parent.height() // 8)))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field is typed in, and Enter take what is chosen."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in STEPS:
            QApplication.sendEvent(self.list, event)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            return True
        return False

    def _fill(self, text: str) -> None:
        self._shown = self._choices(text)
        self._rows.show_rows(range(len(self._shown)), lambda place: self._shown[place].row)
        self._hint.setVisible(bool(text) and not self._shown)
        if self._shown:
            self.list.setCurrentIndex(self._rows.index(0))

    def _take(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._shown):
            self.chosen = self._shown[place]
            self.accept()


def choose(chooser: Chooser) -> None:
    """Let the analyst choose, then do it."""
    chooser.exec()
    chooser.deleteLater()
    if chooser.chosen:
        chooser.chosen.run()
