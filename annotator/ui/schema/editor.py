"""The window of labels, attributes and relations: each change counts at once, as one edit that undo takes back.

So it is everywhere else in the program: nothing waits for a button that might be forgotten, the page shows what a change does
while the window stays open beside it, and history lists each change with its name.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from annotator.model.schemas import Schema
from annotator.ui.factories import dialog_buttons, label
from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of
from annotator.ui.page.looks import Looks
from annotator.ui.schema.attributes import AttributesPane
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.labels import LabelsPane
from annotator.ui.schema.relations import RelationsPane
from annotator.ui.translations import tr

SIZE = (880, 600)
TABS = ("Labels", "Attributes", "Relations")
HINT = (
    "Each change counts at once. Nothing is ever dropped: what is retired stays with its spans, and undo takes back any change."
)
Runs = Mapping[str, Callable[[], object]]


class SchemaEditor(QDialog):
    """Shows and changes the schema; it stays open beside the page."""

    def __init__(self, changing: Changing, runs: Runs, parent: QWidget) -> None:
        """Begin with the labels; *runs* says what is done by chords, such as undo, also here."""
        super().__init__(parent)
        self.setObjectName("schema_editor")
        self.setModal(False)
        self.resize(*SIZE)
        self._runs = runs
        self.labels, self.attributes = LabelsPane(changing, self), AttributesPane(changing, self)
        self.relations = RelationsPane(changing, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("schema_tabs")
        self.tabs.tabBar().setObjectName("schema_tab_bar")
        for pane in (self.labels, self.attributes, self.relations):
            self.tabs.addTab(pane, "")
        self.hint = label("schema_hint", wraps=True, is_muted=True)
        self._refusal = ""
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)
        for button in self.buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # Enter ends what is typed in a line
        changing.told.connect(self._tell)

    def show_schema(self, schema: Schema, looks: Looks, language: str, *, is_writable: bool) -> None:
        """Show *schema* in a *language*; what is typed and not kept yet stays where nothing else was changed."""
        self.setWindowTitle(tr("Labels and attributes"))
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        for place, title in enumerate(TABS):
            self.tabs.setTabText(place, tr(title))
        for widget in (self.tabs, self.tabs.tabBar()):
            widget.setAccessibleName(tr("Labels and attributes"))
        for pane in (self.labels, self.attributes, self.relations):
            pane.show_schema(schema, looks, language)
            pane.setEnabled(is_writable)
        self._tell(self._refusal)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo also while this window has the keys; Enter closes nothing."""
        run = self._runs.get(chord_of(event))
        if run:
            run()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _tell(self, text: str) -> None:
        self._refusal = text
        self.hint.setText(text or tr(HINT))
        self.hint.setForegroundRole(self.palette().ColorRole.WindowText if text else self.palette().ColorRole.PlaceholderText)
