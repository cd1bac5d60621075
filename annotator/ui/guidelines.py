"""The panel with the guidelines of the project's labels: the team's own, or those that come with the program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.factories import label
from annotator.ui.guideline_editor import GuidelineEditor
from annotator.ui.guideline_text import refusal, shipped
from annotator.ui.markdown_view import MarkdownView
from annotator.ui.speaking import speak
from annotator.ui.translations import tr


class Guidelines(QWidget):
    """Guidelines to be read beside the page, in the language of the interface.

    Signals:
        edit_wanted: the analyst is about to edit them.
        text_chosen(str): the Markdown they are to be from now on, "" for the one that comes with the program.
    """

    edit_wanted = Signal()
    text_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no guidelines yet."""
        super().__init__(parent)
        self.setObjectName("guidelines")
        self._schema, self._own = "", ""
        self.view = MarkdownView("guidelines_text", self)
        self.empty = label("guidelines_empty", wraps=True, is_muted=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.origin = label("guidelines_origin", wraps=True, is_muted=True)
        self.edit = QPushButton(self)
        self.edit.setObjectName("guidelines_edit")
        self.edit.clicked.connect(self._edit)
        self._lay_out()
        speak(self, self._retranslate)

    def set_text(self, name_of_schema: str, own: str | None) -> None:
        """Show the team's *own* Markdown if there is one, else what comes with the program for this schema."""
        if (name_of_schema, own or "") != (self._schema, self._own):
            self._schema, self._own = name_of_schema, own or ""
            self._show()

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the guidelines be edited, or only be read."""
        self.edit.setEnabled(is_writable)

    def show_section(self, anchor: str) -> None:
        """Scroll to the section of a label ("actor") or of a rule ("R2")."""
        self.view.show_section(anchor)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        foot.addWidget(self.origin, 1)
        foot.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Guidelines"))
        self.view.setAccessibleName(tr("Text of the guidelines"))
        self.view.verticalScrollBar().setAccessibleName(tr("Place in the guidelines"))
        self.edit.setText(tr("Edit…"))
        self.edit.setAccessibleName(tr("Edit the guidelines"))
        self._show()

    def _show(self) -> None:
        text = self._own or shipped(self._schema)
        wrong = refusal(text)
        is_shown = bool(text) and not wrong
        self.view.setVisible(is_shown)
        self.empty.setVisible(not is_shown)
        self.view.show_markdown(text if is_shown else "")
        self.empty.setText(wrong or tr("No guidelines for these labels yet. Write them with “Edit…”, with examples."))
        self.origin.setText(self._origin() if text else "")

    def _origin(self) -> str:
        return tr("Your team’s own") if self._own else tr("Came with the program")

    def _edit(self) -> None:
        self.edit_wanted.emit()
        editor = GuidelineEditor(self._own, shipped(self._schema), self)
        editor.text_chosen.connect(self.text_chosen)
        editor.open()
