"""The panels beside the page, one of them shown at a time, under buttons that name them all."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.ui.commands import Run
from annotator.ui.factories import set_tooltip, tool_button
from annotator.ui.speaking import speak
from annotator.ui.translations import tr
from annotator.ui.wrapping import Wrapping

TITLES = {
    "spans": "Spans",
    "relations": "Relations",
    "notes": "Notes",
    "entities": "Names",
    "rules": "Checks",
    "document": "Document",
    "guidelines": "Guide",
}
EDGE = 6


class Side(NamedTuple):
    """A panel beside the page: its ``name``, one of `TITLES`, and what makes it once it is wanted.

    ``make`` is given a parent; it returns the panel, and what in it takes the keys.
    """

    name: str
    make: Callable[[QWidget], tuple[QWidget, QWidget]]


class Sides(QWidget):
    """Shows one panel at a time; it is made when it is first shown, so that the window is there sooner.

    Signals:
        turned(name): another panel is shown.
    """

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.setObjectName("sides")
        self._sides: dict[str, Side] = {}
        self._made: dict[str, tuple[QWidget, QWidget]] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._counts: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._row = QWidget(self)
        self._row.setObjectName("sides_row")
        self._tabs = Wrapping(self._row)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("sides_stack")
        self._lay_out()
        speak(self, self._retranslate)

    def offer(self, sides: tuple[Side, ...]) -> None:
        """Offer *sides*, and show the first of all."""
        for side in sides:
            self._sides[side.name] = side
            self._buttons[side.name] = self._button(side.name)
        self._retranslate()
        self.show_side(next(iter(self._sides)))

    @property
    def current(self) -> str:
        """The name of the panel shown, "" if none is offered."""
        return next((name for name, (panel, _) in self._made.items() if panel is self._stack.currentWidget()), "")

    @property
    def takes_keys(self) -> QWidget:
        """What takes the keys in the panel shown."""
        return self._made[self.current][1]

    def runs(self) -> dict[str, Run]:
        """Return what the commands that show a panel do: its keys go there too."""
        return {f"side_{name}": partial(self.visit, name) for name in self._sides}

    def show_side(self, name: str) -> None:
        """Show the panel called *name*, if there is one."""
        if name in self._sides and name != self.current:
            self._buttons[name].setChecked(True)
            self.make(name)
            self._stack.setCurrentWidget(self._made[name][0])
            self.turned.emit(name)

    def make(self, name: str) -> None:
        """Make the panel called *name*, without showing it, if it is not there yet."""
        if name not in self._made:
            self._made[name] = self._sides[name].make(self._stack)
            self._stack.addWidget(self._made[name][0])

    def visit(self, name: str) -> None:
        """Show the panel called *name* and give it the keys, if there is anything in it to go to."""
        self.show_side(name)
        self.takes_keys.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_count(self, name: str, count: int) -> None:
        """Show on the button of a panel how much there is in it to be looked at."""
        if self._counts.get(name, 0) != count:
            self._counts[name] = count
            self._retranslate()

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    def _button(self, name: str) -> QToolButton:
        made = tool_button(f"side_button_{name}", self)
        made.setCheckable(True)
        made.clicked.connect(lambda: self.show_side(name))
        self._group.addButton(made)
        self._tabs.addWidget(made)
        return made

    def _lay_out(self) -> None:
        self._tabs.setContentsMargins(EDGE, EDGE, EDGE, 0)
        self._tabs.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._stack, 1)

    def _retranslate(self) -> None:
        for name, button in self._buttons.items():
            title, count = tr(TITLES[name]), self._counts.get(name, 0)
            button.setText(f"{title} {count}" if count else title)
            button.setAccessibleName(title)
            set_tooltip(button, title)
