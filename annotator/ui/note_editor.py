"""The field under the page in which a note is written; the page stays in sight, and nothing else has to be closed first."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.text import direction
from annotator.ui.factories import heading, key_text, read_from, set_tooltip, show_text
from annotator.ui.guard import guarded
from annotator.ui.keys import KEPT, chord_of
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

KEEP, LEAVE = "Ctrl+Return", "Esc"
LINES = 3


class NoteEditor(QWidget):
    """Takes what is typed, from the side that it is read from.

    Signals:
        kept(text): this is to be noted.
        left(text): this is not to be noted, but may be later.
    """

    kept = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, and hidden."""
        super().__init__(parent)
        self.setObjectName("note_editor")
        self._about = heading("note_editor_about")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._about.installEventFilter(self)
        self._title = ""
        self.field = QPlainTextEdit(self, tabChangesFocus=True)
        self.field.setObjectName("note_editor_text")
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 3 * self.field.frameWidth() + 8)
        self.keep, self.leave = QPushButton(self), QPushButton(self)
        self.keep.setObjectName("note_editor_keep")
        self.leave.setObjectName("note_editor_leave")
        self._may_be_empty = False
        self._lay_out()
        for part in (self.field, self.keep, self.leave):
            part.setProperty(KEPT, (KEEP, LEAVE))
            part.installEventFilter(self)
        self.field.textChanged.connect(self._follow)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._leave)
        speak(self, self._retranslate)
        self.hide()

    @property
    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.field.toPlainText().strip()

    def begin(self, about: str, text: str, *, may_be_empty: bool = False) -> None:
        """Write, from *text* on, a note that is *about* something, as its title says."""
        self._title = about
        self._write_title()
        self.field.setAccessibleDescription(about)
        self._may_be_empty = may_be_empty
        show_text(self.field, text)
        self._follow()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded(default=False)
    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Keep what is typed, or leave it, by key; Enter alone begins a line. The title has as many words as there is room."""
        if event.type() == QEvent.Type.Resize and part is self._about:
            self._write_title()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        chord = chord_of(event)
        if chord == KEEP:
            self._keep()
        elif chord == LEAVE:
            self._leave()
        return chord in {KEEP, LEAVE}

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.kept.emit(self.text)

    def _write_title(self) -> None:
        metrics, room = self._about.fontMetrics(), self._about.width()
        self._about.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room))

    def _leave(self) -> None:
        self.left.emit(self.text)

    def _follow(self) -> None:
        """Write from the side that what is typed is read from, or the interface while that is nothing."""
        text = self.text
        is_rtl = direction.document_base(text) == direction.RTL if text else QApplication.isRightToLeft()
        is_at_right = bool(self.field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight)
        if is_rtl != is_at_right:
            read_from(self.field, is_rtl=is_rtl)
        self.keep.setEnabled(bool(text) or self._may_be_empty)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self.leave)
        head.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)

    def _retranslate(self) -> None:
        self.field.setAccessibleName(tr("Text of the note"))
        self.keep.setText(tr("Keep"))
        set_tooltip(self.keep, tr("Keep the note ({key})", key=key_text(KEEP)))
        self.leave.setText(tr("Later"))
        set_tooltip(
            self.leave,
            tr("Go back to the text; what is written here stays until the program ends ({key})", key=key_text(LEAVE)),
        )
        self._follow()
