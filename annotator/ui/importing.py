"""Texts brought in: looked at, shown, and imported once the analyst accepts them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.model.errors import AnnotatorError
from annotator.model.records import Record
from annotator.project import reading
from annotator.project.importing import Wishes
from annotator.project.project import Project
from annotator.project.reading import Candidate
from annotator.project.values import Imported
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.session import Session
from annotator.ui.slow import Slow
from annotator.ui.translations import tr


class Importing:
    """One import, from the files chosen to the documents in the project."""

    def __init__(self, session: Session, slow: Slow, tell: Callable[[str], object], window: QWidget) -> None:
        """Ask over *window*; *tell* takes what was done, in words."""
        self._session, self._slow, self._tell, self._window = session, slow, tell, window

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what is in *paths*, files and folders, and import what the analyst accepts."""
        project = self._session.project
        self._slow.run(
            tr("Looking at the files…"),
            lambda report: reading.candidates(paths, report),
            lambda found: self._confirm(found, project),
        )

    def _confirm(self, found: Sequence[Candidate], project: Project | None) -> None:
        if not found:
            self._session.failed.emit(AnnotatorError("there are no .txt or .jsonl files there: choose others"))
            return
        dialog = ImportDialog(found, self._window)
        chosen = dialog.chosen if dialog.exec() else ()
        dialog.deleteLater()
        if chosen:
            self._slow.run(
                tr("Reading…"), lambda report: reading.read(chosen, report), lambda read: self._import(read, project)
            )

    def _import(self, records: tuple[Record, ...], project: Project | None) -> None:
        """Import into the *project* that was open when it was asked for, into no other."""
        if project and project is self._session.project:
            insistent = Wishes(without_backup=True)
            self._session.act(
                lambda opened: opened.import_records(records),
                self._imported,
                insist=lambda opened: opened.import_records(records, wishes=insistent),
            )
        else:
            self._session.failed.emit(
                AnnotatorError("another project is open by now: import the texts again, if they belong there")
            )

    def _imported(self, done: object) -> None:
        if isinstance(done, Imported):
            self._tell(tr("Imported. New documents: {documents}, spans: {spans}", documents=done.documents, spans=done.spans))
