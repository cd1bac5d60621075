"""The key sheet and the about box."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.model.schemas import Schema
from annotator.ui.actions import COMMANDS, MENU_CHORDS, MENUS, STEPS, Action, by_id, in_menu
from annotator.ui.chords import STEP_TEXTS, Chords
from annotator.ui.factories import dialog_buttons, heading, key_text, label
from annotator.ui.key_recorder import KeyRecorder
from annotator.ui.keys import normal
from annotator.ui.messages import phrased
from annotator.ui.translations import tr

ABOUT = "Marks actors, casualties, locations and claims in Arabic and other news. Offline: nothing leaves this computer."
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
LICENCE = "Free software under the GNU General Public License, version 3 or later; without any warranty."


class KeySheet(QDialog):
    """Every key, by the menu its command stands in; those of commands can be changed."""

    def __init__(self, chords: Chords, schema: Schema | None, language: str, parent: QWidget | None = None) -> None:
        """List the keys, those of the labels of *schema* among them."""
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(tr("Keys"))
        self.resize(560, 620)
        self._chords, self._labels = chords, _labels(schema, language)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = self._make_tree()
        self.recorder = KeyRecorder(self.tree)
        self.hint = label("key_sheet_hint", wraps=True)
        self.buttons = _close_button(self)
        self.change = self._button("change", tr("Change key…"))
        self.usual = self._button("usual", tr("Usual key"))
        self.all_usual = self._button("all_usual", tr("All usual keys"))
        for button in self.buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # Enter is the tree's
        self._fill()
        column = QVBoxLayout(self)
        column.addWidget(self.tree, 1)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)
        self._connect()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self._show()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("key_sheet_tree")
        tree.setAccessibleName(tr("Keys"))
        tree.setHeaderLabels([tr("Command"), tr("Key")])
        tree.headerItem().setTextAlignment(1, AT_LEFT)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.setRootIsDecorated(False)
        return tree

    def _button(self, name: str, text: str) -> QPushButton:
        made = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
        made.setObjectName(f"key_sheet_{name}")
        return made

    def _connect(self) -> None:
        self.change.clicked.connect(self._listen)
        self.tree.itemActivated.connect(self._listen)
        self.usual.clicked.connect(self._use_usual)
        self.all_usual.clicked.connect(self._use_all_usual)
        self.tree.currentItemChanged.connect(self._show)
        self.recorder.pressed.connect(self._take)
        self.recorder.left.connect(self._show)
        self._chords.changed.connect(self._show)

    def _fill(self) -> None:
        if self._labels:
            self._group(tr("Labels"), [(title, key) for key, title in self._labels.items()])
        for menu, title in MENUS.items():
            top = self._group(tr(title), [(tr("Open this menu"), key_text(MENU_CHORDS[menu]))])
            for action in in_menu(menu):
                self._items[action.id] = _item(top, tr(action.text), "")
        steps = [(tr(STEP_TEXTS[step]), key_text(chord)) for step, chord in STEPS.items()]
        self._group(tr("Caret; with Shift it selects"), steps)

    def _group(self, title: str, rows: list[tuple[str, str]]) -> QTreeWidgetItem:
        top = QTreeWidgetItem(self.tree, [title])
        top.setFont(0, _strong(top.font(0)))
        for text, keys in rows:
            _item(top, text, keys)
        top.setExpanded(True)
        return top

    @property
    def _current(self) -> Action | None:
        """The command in focus, if it is one whose key can be changed."""
        chosen = self.tree.currentItem()
        return next((by_id(name) for name, item in self._items.items() if item is chosen), None)

    def _show(self) -> None:
        """Show every key, and what can be done about the one in focus."""
        for name, item in self._items.items():
            self._show_keys(item, by_id(name))
        action = self._current
        self.change.setEnabled(action is not None)
        self.usual.setEnabled(action is not None and not self._chords.is_usual(action))
        self.all_usual.setEnabled(not self._chords.are_usual)
        self.hint.setText(tr("Enter on a command changes its key. Keys of labels come from the project’s labels."))

    def _show_keys(self, item: QTreeWidgetItem, action: Action) -> None:
        item.setText(1, key_text("  ".join(self._chords.every(action))))
        item.setFont(1, self.tree.font() if self._chords.is_usual(action) else _strong(self.tree.font()))

    def _listen(self) -> None:
        action = self._current
        if action:
            self.tree.setFocus()
            self._items[action.id].setText(1, tr("Press a key…"))
            self.hint.setText(tr("Press the new key of “{command}”. Esc leaves it as it was.", command=tr(action.text)))
            self.recorder.listen()

    def _take(self, chord: str) -> None:
        self._give(chord, lambda action: self._chords.choose(action, chord))

    def _use_usual(self) -> None:
        if self._current:
            self._give(self._current.chord, self._chords.use_usual)

    def _use_all_usual(self) -> None:
        self._chords.use_usual(*COMMANDS)

    def _give(self, chord: str, give: Callable[[Action], None]) -> None:
        """Have the command in focus given the key *chord*, or say who has it."""
        action = self._current
        refusal = self._chords.refusal(action, chord, self._labels) if action and chord else ""
        if action and not refusal:
            give(action)
        self._show()
        if refusal:
            self.hint.setText(phrased(refusal))
            QApplication.beep()


class About(QDialog):
    """What the program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell it in a few lines."""
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(tr("About Annotator"))
        column = QVBoxLayout(self)
        column.addWidget(heading("about_title", f"{tr('Annotator')} {__version__}"))
        for name, text in (("about_text", ABOUT), ("about_licence", LICENCE)):
            line = label(name, tr(text), wraps=True)
            line.setMinimumWidth(380)
            column.addWidget(line)
        column.addWidget(_close_button(self))


def _labels(schema: Schema | None, language: str) -> dict[str, str]:
    """Return the names of the labels that can be given, by their keys."""
    labels = zip(schema.labels, schema.looks, strict=True) if schema else ()
    return {normal(entry.key.upper()): look.title(language) for entry, look in labels if entry.key and not entry.gone}


def _item(top: QTreeWidgetItem, text: str, keys: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(top, [text, keys])
    item.setTextAlignment(1, AT_LEFT)
    return item


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = dialog_buttons(dialog, QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.reject)
    return buttons
