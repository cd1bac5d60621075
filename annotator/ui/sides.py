"""The panels beside the page, one of them shown at a time, under buttons that name them all."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.ui.commands import Run
from annotator.ui.factories import set_tooltip, tool_button
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

IN_A_ROW, EDGE, NARROWEST = 3, 6, 48


class Side(NamedTuple):
    """A panel beside the page: its ``name``, what its button says in English, the widget, and what in it takes the keys."""

    name: str
    title: str
    widget: QWidget
    takes_keys: QWidget


class Sides(QWidget):
    """Shows one panel at a time.

    Signals:
        turned(name): another panel is shown.
    """

    turned = Signal(str)

    def __init__(self, sides: tuple[Side, ...], parent: QWidget | None = None) -> None:
        """Show the first of *sides*."""
        super().__init__(parent)
        self.setObjectName("sides")
        self._sides = {side.name: side for side in sides}
        self._counts = dict.fromkeys(self._sides, 0)
        self._buttons = {name: self._button(name) for name in self._sides}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("sides_stack")
        self._lay_out()
        self._buttons[sides[0].name].setChecked(True)
        speak(self, self._retranslate)

    @property
    def current(self) -> str:
        """The name of the panel shown."""
        return next(name for name, side in self._sides.items() if side.widget is self._stack.currentWidget())

    @property
    def takes_keys(self) -> QWidget:
        """What takes the keys in the panel shown."""
        return self._sides[self.current].takes_keys

    def runs(self) -> dict[str, Run]:
        """Return what the commands that show a panel do: its keys go there too."""
        return {f"side_{name}": partial(self.visit, name) for name in self._sides}

    def show_side(self, name: str) -> None:
        """Show the panel called *name*, the first one if there is none."""
        side = self._sides.get(name) or next(iter(self._sides.values()))
        self._buttons[side.name].setChecked(True)
        if self._stack.currentWidget() is not side.widget:
            self._stack.setCurrentWidget(side.widget)
            self.turned.emit(side.name)

    def visit(self, name: str) -> None:
        """Show the panel called *name* and give it the keys."""
        self.show_side(name)
        self.takes_keys.setFocus()

    def set_count(self, name: str, count: int) -> None:
        """Show on the button of a panel how much there is in it."""
        if self._counts[name] != count:
            self._counts[name] = count
            self._retranslate()

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    def _button(self, name: str) -> QToolButton:
        made = tool_button(f"side_button_{name}", self)
        made.setCheckable(True)
        made.setMinimumWidth(NARROWEST)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        made.clicked.connect(lambda: self.show_side(name))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(EDGE, EDGE, EDGE, 0)
        grid.setSpacing(2)
        for place, (name, side) in enumerate(self._sides.items()):
            grid.addWidget(self._buttons[name], *divmod(place, IN_A_ROW))
            self._group.addButton(self._buttons[name])
            self._stack.addWidget(side.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self._stack, 1)

    def _retranslate(self) -> None:
        for name, side in self._sides.items():
            title, count, button = tr(side.title), self._counts[name], self._buttons[name]
            button.setText(f"{title} {count}" if count else title)
            button.setAccessibleName(title)
            set_tooltip(button, title)
