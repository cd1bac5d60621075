"""What is done to the document being read as a whole: finish, name, direction, removal."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from annotator.project.values import Opened
from annotator.ui.commands import Run
from annotator.ui.factories import dialog_buttons, isolated, label
from annotator.ui.session import Session
from annotator.ui.translations import tr

DIRECTIONS = {"document_auto": "", "document_rtl": "rtl", "document_ltr": "ltr"}


class DocumentMenu(QObject):
    """Edits what is known about a document beside its text.

    Signals:
        turned(command id, bool): a command that can be checked is on or off.
        told(text): something is done, in words.
    """

    turned = Signal(str, bool)
    told = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Ask over *window*."""
        super().__init__(window)
        self._session, self._window = session, window
        session.document_opened.connect(self._tell)
        for signal in (session.applied, session.documents_listed, session.project_changed):
            signal.connect(self._tell)

    def runs(self) -> dict[str, Run]:
        """Return what the commands of a document do."""
        turns = {name: partial(self.set_direction, direction) for name, direction in DIRECTIONS.items()}
        return {"finish": self.finish, "rename": self.ask_rename, "remove": self.remove, **turns}

    def finish(self) -> None:
        """Finish the document being read, or open it again."""
        opened = self._opened
        if opened:
            finished = not (opened.state and opened.state.finished)
            self.turned.emit("finish", finished)
            self._session.act(lambda project: project.set_finished(opened.document.id, finished=finished), dropped=self._tell)

    def set_direction(self, direction: str) -> None:
        """Read paragraphs without letters from this side: "rtl", "ltr", or "" for that of the first letter of the text."""
        opened = self._opened
        if opened:
            self._session.act(lambda project: project.set_direction(opened.document.id, direction), dropped=self._tell)
        self._tell()

    def ask_rename(self) -> None:
        """Ask for another title."""
        opened = self._opened
        if opened:
            dialog = Rename(opened.source.title, self._window)
            if dialog.exec():
                self.rename(opened, dialog.title)
            dialog.deleteLater()

    def rename(self, opened: Opened, title: str) -> None:
        """Give a document another title."""
        self._session.act(lambda project: project.rename(opened.document.id, title))

    def remove(self) -> None:
        """Take the document out of the project; undo brings it back, so nobody is asked."""
        opened = self._opened
        if opened:
            text = tr("Removed: {title}. Undo brings it back.", title=isolated(opened.source.title))
            self._session.act(lambda project: project.remove_document(opened.document.id), lambda _: self.told.emit(text))

    @property
    def _opened(self) -> Opened | None:
        return self._session.opened if self._session.is_writable else None

    def _tell(self) -> None:
        """Tell what is checked for the document being read."""
        opened = self._session.opened
        self.turned.emit("finish", bool(opened and opened.state and opened.state.finished))
        for name, direction in DIRECTIONS.items():
            self.turned.emit(name, bool(opened and opened.source.direction == direction))


class Rename(QDialog):
    """Asks for a title; `title` is what was typed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Begin with the present *title*."""
        super().__init__(parent)
        self.setObjectName("rename")
        self.setWindowTitle(tr("Rename the document"))
        self.field = QLineEdit(title, self)
        self.field.setObjectName("rename_field")
        self.field.setAccessibleName(tr("Title"))
        self.field.setMinimumWidth(420)
        self.field.selectAll()
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Rename"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        for widget in (label("rename_label", tr("Title")), self.field, self.buttons):
            column.addWidget(widget)

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self.field.text().strip()

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.title))
