"""What is shown while no project is open: the recent ones, and how to get one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.ui.factories import heading, isolated, label
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

WIDTH = 460
LEAD = "Mark actors, casualties, locations and claims. Everything is saved at once, on this computer only."


class Welcome(QWidget):
    """The first screen.

    Signals:
        open_wanted(path): a recent project was chosen.
        command_wanted(id): "new", "open" or "sample".
    """

    open_wanted = Signal(object)
    command_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no recent projects."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self._title = heading("welcome_title")
        font = QFont(self._title.font())
        font.setPointSizeF(font.pointSizeF() * 1.9)
        self._title.setFont(font)
        self._lead = label("welcome_lead", wraps=True, is_muted=True)
        self._recent = heading("welcome_recent_heading")
        self.list = QListWidget(self)
        self.list.setObjectName("welcome_recent")
        self.list.setFrameShape(QListWidget.Shape.StyledPanel)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.buttons = {name: QPushButton(self) for name in ("sample", "new", "open")}
        self._hint = label("welcome_hint", wraps=True, is_muted=True)
        self._lay_out()
        speak(self, self._retranslate)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer these projects."""
        self.list.clear()
        for path in paths:
            item = QListWidgetItem(f"{isolated(path.stem)}\n{isolated(str(path.parent))}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        self.list.setVisible(bool(paths))
        self._recent.setVisible(bool(paths))
        if paths:
            self.list.setCurrentRow(0)

    def take_focus(self) -> None:
        """Let the arrow keys choose at once."""
        (self.list if self.list.count() else self.buttons["sample"]).setFocus()

    def _lay_out(self) -> None:
        middle = QWidget(self)
        middle.setObjectName("welcome_middle")
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(8)
        for widget in (self._title, self._lead):
            column.addWidget(widget)
        column.addSpacing(12)
        for name, button in self.buttons.items():
            button.setObjectName(f"welcome_{name}")
            button.setMinimumHeight(36)
            # Enter presses it, and the focus is seen from the start.
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, name=name: self.command_wanted.emit(name))
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(self._recent)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def _retranslate(self) -> None:
        self._title.setText(tr("Annotator"))
        self._lead.setText(tr(LEAD))
        self._recent.setText(tr("Recent projects"))
        self.list.setAccessibleName(tr("Recent projects"))
        self.buttons["sample"].setText(tr("Open the sample"))
        self.buttons["new"].setText(tr("New project…"))
        self.buttons["open"].setText(tr("Open project…"))
        self._hint.setText(tr("Or drop a project or texts on this window."))

    def _open(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
