"""The dialog in which a team writes its own guidelines: Markdown on one side, what it will look like on the other."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.factories import dialog_buttons, label, show_text
from annotator.ui.guard import guarded
from annotator.ui.guideline_text import refusal
from annotator.ui.markdown_view import MarkdownView
from annotator.ui.parts import Parts
from annotator.ui.translations import tr

PREVIEW_AFTER_MS = 200


class MarkdownField(QPlainTextEdit):
    """A field for Markdown that takes no text it could not show.

    Signals:
        refused(str): why a text was not pasted.
    """

    refused = Signal(str)

    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop, unless Qt would lay it out for minutes."""
        wrong = refusal(source.text())
        if wrong:
            self.refused.emit(wrong)
        else:
            super().insertFromMimeData(source)


class GuidelineEditor(QDialog):
    """Edits guidelines, with a live preview.

    Signals:
        text_chosen(str): the Markdown that was accepted, "" for the one that comes with the program.
    """

    text_chosen = Signal(str)

    def __init__(self, own: str, shipped: str, parent: QWidget | None = None) -> None:
        """Edit the team's *own* text, if there is one that can be shown, else the *shipped* one."""
        super().__init__(parent)
        self.setObjectName("guideline_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Edit the guidelines"))
        self.resize(860, 560)
        self._shipped = shipped
        self.field = MarkdownField(self)
        self.field.setObjectName("guideline_editor_text")
        self.field.setAccessibleName(tr("Guidelines as Markdown"))
        self.field.setTabChangesFocus(True)  # else there is no way out by key
        self.preview = MarkdownView("guideline_editor_preview", self)
        self.preview.setAccessibleName(tr("What it will look like"))
        self.hint = label("guideline_editor_hint", wraps=True, is_muted=True)
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.usual = self.buttons.addButton(tr("Use the one that came with the program"), QDialogButtonBox.ButtonRole.ResetRole)
        self.usual.setObjectName("guideline_editor_usual")
        self.usual.setVisible(bool(shipped))
        self._wait = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._lay_out()
        wrong = refusal(own)
        show_text(self.field, shipped if wrong else own or shipped)
        self._preview()
        if wrong:
            self.hint.setText(f"{wrong}\n{tr('What you write here takes their place.')}")
        self._connect()

    def _lay_out(self) -> None:
        parts = Parts("guideline_editor_parts", Qt.Orientation.Horizontal, self)
        parts.addWidget(self.field)
        parts.addWidget(self.preview)
        parts.setSizes([430, 430])
        column = QVBoxLayout(self)
        column.addWidget(parts, 1)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._wait.start)
        self.field.refused.connect(self.hint.setText)
        self._wait.timeout.connect(self._preview)
        self.usual.clicked.connect(self._use_shipped)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)

    def _preview(self) -> None:
        text = self.field.toPlainText()
        wrong = refusal(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)
        self.hint.setText(wrong or tr("Markdown: “## R2 · Title” begins the section of a rule or a label, “- ” an item."))
        if not wrong:
            self.preview.refresh_markdown(text)

    def _use_shipped(self) -> None:
        """Put the shipped text in place of what is written; Ctrl+Z in the field brings that back."""
        cursor = QTextCursor(self.field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._shipped)
        self.field.setTextCursor(QTextCursor(self.field.document()))
        self._preview()

    def _choose(self) -> None:
        """Hand over what is written, unless it became too much since the last preview."""
        text = self.field.toPlainText()
        if refusal(text):
            self._preview()
            return
        self.text_chosen.emit("" if text == self._shipped or not text.strip() else text)
        self.accept()
