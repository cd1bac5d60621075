"""A list of labels, attributes or relations, with what can be done to the one chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.factories import key_text, set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of
from annotator.ui.rows import Row, row_list
from annotator.ui.translations import tr

ADD, RETIRE, UP, DOWN, MERGE = "add", "retire", "up", "down", "merge"
TEXTS = {ADD: "Add…", MERGE: "Merge into…", RETIRE: "Retire", UP: "Move up", DOWN: "Move down"}
RESTORE = "Offer again"
CHORDS = {ADD: "Ins", RETIRE: "Del", UP: "Alt+Up", DOWN: "Alt+Down"}
STEPS = {UP: -1, DOWN: 1}
IN_A_ROW = 3


class Stanzas(QWidget):
    """The list and its buttons.

    Signals:
        chosen: another row is chosen.
        wanted(what): a button was pressed, or its key in the list; one of `TEXTS`.
    """

    chosen = Signal()
    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, merges: bool = False) -> None:
        """Begin empty; only of labels one *merges* into another."""
        super().__init__(parent)
        self.setObjectName(name)
        self.list, self._rows = row_list(f"{name}_list", self)
        self._expected: object = None
        self.buttons = {what: self._button(name, what) for what in TEXTS if merges or what != MERGE}
        grid = QGridLayout()
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, *divmod(place, IN_A_ROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(grid)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._choose)

    @property
    def current(self) -> object:
        """The key of the row chosen, None if there is none."""
        place = self.list.currentIndex().row()
        return self._rows.keys[place] if 0 <= place < len(self._rows.keys) else None

    def show_rows(self, keys: Sequence[object], row_at: Callable[[int], Row]) -> None:
        """Show a row for each of *keys*; the one chosen stays so, else the first is."""
        before = self._expected if self._expected in keys else self.current
        self._rows.show_rows(keys, row_at)
        self._expected = None if before == self._expected else self._expected
        self.choose(before if before in keys else keys[0] if keys else None)

    def expect(self, key: object) -> None:
        """Choose the row with this *key* once it is there."""
        self._expected = key

    def choose(self, key: object) -> None:
        """Choose the row with this *key*."""
        if self.current != key:
            self.list.setCurrentIndex(self._rows.index(self._rows.place_of(key)))

    def offer(self, *, is_gone: bool) -> None:
        """Offer what can be done to the row chosen, which is retired or not."""
        place, count = self.list.currentIndex().row(), len(self._rows.keys)
        able = {ADD: True, UP: place > 0, DOWN: 0 <= place < count - 1, RETIRE: count > 0, MERGE: count > 1 and not is_gone}
        for what, button in self.buttons.items():
            button.setEnabled(able[what])
            button.setText(tr(RESTORE if is_gone and what == RETIRE else TEXTS[what]))
            set_tooltip(button, key_text(CHORDS.get(what, "")))

    @guarded(default=False)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Do by its key in the list what a button does."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        wanted = next((what for what, chord in CHORDS.items() if chord == chord_of(event)), "")
        if wanted and self.buttons[wanted].isEnabled():
            self.wanted.emit(wanted)
        return bool(wanted)

    def _choose(self) -> None:
        self.chosen.emit()

    def _button(self, name: str, what: str) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(f"{name}_{what}")
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.wanted.emit(what))
        return made
