"""The key sheet and the about box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator import __version__
from annotator.model.schemas import Schema
from annotator.ui.actions import MENU_CHORDS, MENUS, STEPS, in_menu
from annotator.ui.factories import dialog_buttons, heading, key_text, label
from annotator.ui.translations import tr

STEP_TEXTS = {
    "left": "One character to the left",
    "right": "One character to the right",
    "word_left": "One word to the left",
    "word_right": "One word to the right",
    "up": "Line above",
    "down": "Line below",
    "sentence_up": "Sentence before",
    "sentence_down": "Sentence after",
    "paragraph_up": "Paragraph before",
    "paragraph_down": "Paragraph after",
    "home": "Start of the line",
    "end": "End of the line",
    "document_start": "Start of the document",
    "document_end": "End of the document",
    "page_up": "A screen up",
    "page_down": "A screen down",
}
ABOUT = "Marks actors, casualties, locations and claims in Arabic and other news. Offline: nothing leaves this computer."
LICENCE = "Free software under the GNU General Public License, version 3 or later; without any warranty."


class KeySheet(QDialog):
    """Every key, by the menu its command stands in."""

    def __init__(self, schema: Schema | None, language: str, parent: QWidget | None = None) -> None:
        """List the keys, those of the labels of *schema* among them."""
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(tr("Keys"))
        self.resize(520, 620)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("key_sheet_tree")
        self.tree.setAccessibleName(tr("Keys"))
        self.tree.setHeaderLabels([tr("Command"), tr("Key")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setRootIsDecorated(False)
        if schema:
            labels = zip(schema.labels, schema.looks, strict=True)
            self._group(tr("Labels"), [(look.title(language), entry.key) for entry, look in labels if not entry.gone])
        for menu, title in MENUS.items():
            rows = [(tr("Open this menu"), key_text(MENU_CHORDS[menu]))]
            rows += [(tr(action.text), _keys(action.chord, action.others)) for action in in_menu(menu)]
            self._group(tr(title), rows)
        steps = [(tr(STEP_TEXTS[step]), key_text(chord)) for step, chord in STEPS.items()]
        self._group(tr("Caret; with Shift it selects"), steps)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addWidget(_close_button(self))

    def _group(self, title: str, rows: list[tuple[str, str]]) -> None:
        top = QTreeWidgetItem(self.tree, [title])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for text, keys in rows:
            if keys:
                item = QTreeWidgetItem(top, [text, keys])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        top.setExpanded(True)


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


def _keys(chord: str, others: tuple[str, ...]) -> str:
    return key_text("  ".join(filter(None, (chord, *others))))


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = dialog_buttons(dialog, QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.reject)
    return buttons
