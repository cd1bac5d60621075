"""Changes of the schema as edits, asked for by the panes of its window; what cannot be is said there at once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from annotator.model.errors import AnnotatorError
from annotator.model.schema_changes import Change
from annotator.model.schemas import Schema
from annotator.ui.chords import Chords
from annotator.ui.label_keys import refuse_commands
from annotator.ui.messages import said
from annotator.ui.session import Session


class Changing(QObject):
    """Has the schema of the open project changed: one change, one edit, one undo.

    Signals:
        told(text): why nothing was changed, in words; "" once something was.
    """

    told = Signal(str)

    def __init__(self, session: Session, chords: Chords, parent: QObject) -> None:
        """Change the schema of what *session* has open; commands have their *chords*."""
        super().__init__(parent)
        self._session, self._chords = session, chords

    @property
    def schema(self) -> Schema | None:
        """The schema as it is in the file."""
        return self._session.project.schema if self._session.project else None

    def ask(self, change: Change, title: str) -> bool:
        """Have *change* written as an edit of that *title*; return whether it can be."""
        schema = self.schema
        if schema is None or not self._session.is_writable:
            return False
        try:
            after = change(schema)
            refuse_commands(schema, after, self._chords)
        except AnnotatorError as error:
            self.told.emit(said(error))
            QApplication.beep()
            return False
        self.told.emit("")
        if after != schema:
            self._session.act(lambda project: project.change_schema(change, title))
        return True
