"""Opens the window of labels and attributes and keeps it up to date; tells of labels whose keys do something else."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.ui.actions import by_id
from annotator.ui.chords import Chords
from annotator.ui.commands import Run
from annotator.ui.label_keys import warning
from annotator.ui.messages import said
from annotator.ui.notices import Told
from annotator.ui.past import Past
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.editor import SchemaEditor
from annotator.ui.session import Session
from annotator.ui.viewing import Viewing

COUNTED_AFTER_MS = 150


class Schemas(QObject):
    """The schema of the project that is open."""

    def __init__(self, session: Session, viewing: Viewing, chords: Chords, past: Past, window: QWidget) -> None:
        """Edit over *window*."""
        super().__init__(window)
        self._session, self._viewing, self._chords, self._past, self._window = session, viewing, chords, past, window
        self.editor: SchemaEditor | None = None
        self._counting = QTimer(self, singleShot=True, interval=COUNTED_AFTER_MS)
        self._counting.timeout.connect(self._count)
        session.project_changed.connect(self.close)
        session.writable_changed.connect(self._show)
        session.applied.connect(lambda _: self._counting.start())
        viewing.looks_changed.connect(self._show)

    def runs(self) -> dict[str, Run]:
        """Return what the command of the schema does."""
        return {"schema": self.open}

    def warn(self, notice: Told) -> None:
        """Tell on *notice*, once a project is opened, of a label that its key does not give."""
        self._session.project_changed.connect(partial(self._warn, notice))

    def open(self) -> None:
        """Show the window, in front."""
        if self.editor is None:
            changing = Changing(self._session, self._chords, self)
            self.editor = SchemaEditor(changing, self._chorded(), self._window)
            self.editor.finished.connect(self.close)
            self._show()
            self._count()
        self.editor.show()
        self.editor.activateWindow()

    def close(self) -> None:
        """Close the window."""
        editor, self.editor = self.editor, None
        if editor:
            editor.close()
            editor.deleteLater()

    def _chorded(self) -> Mapping[str, Run]:
        runs = {"undo": self._past.undo, "redo": self._past.redo}
        return {chord: run for name, run in runs.items() for chord in self._chords.every(by_id(name))}

    def _show(self) -> None:
        project, viewing = self._session.project, self._viewing
        if self.editor and project:
            is_writable = self._session.is_writable
            self.editor.show_schema(project.schema, viewing.looks, viewing.language.code, is_writable=is_writable)

    def _count(self) -> None:
        if self.editor:
            self._session.ask(lambda project: project.label_counts(), self._show_counts)

    def _show_counts(self, counts: Mapping[bytes, int]) -> None:
        if self.editor:
            self.editor.labels.show_counts(counts)

    def _warn(self, notice: Told) -> None:
        project = self._session.project
        found = warning(project.schema, self._chords) if project else None
        if found:
            notice.tell(partial(said, found))
