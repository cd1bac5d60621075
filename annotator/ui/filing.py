"""Projects opened and made, texts brought in, training files written: the dialogs around it, and files dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from annotator.model.errors import AnnotatorError
from annotator.model.records import Record
from annotator.project import exporting, reading
from annotator.project.project import Project
from annotator.project.reading import Candidate, Report
from annotator.project.samples import sample, sample_path
from annotator.project.values import Imported
from annotator.ui.factories import label
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.leaving import Leaving
from annotator.ui.new_project import SUFFIX, NewProject
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.translations import tr
from annotator.ui.work import Cancelled, Task

T = TypeVar("T")


class Filing(QObject):
    """What comes in and goes out.

    Signals:
        told(text): something is done, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, settings: Settings, leaving: Leaving, window: QWidget) -> None:
        """Serve *window*."""
        super().__init__(window)
        self._session, self._settings, self._leaving, self._window = session, settings, leaving, window

    def open(self, path: Path) -> None:
        """Open the project at *path*."""
        self._open(lambda: Project.open(path), path)

    def open_sample(self) -> None:
        """Open the sample project, made when it is missing."""
        path = sample_path()
        self._open(lambda: sample(path), path)

    def ask_open(self) -> None:
        """Ask which project to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open project"), str(self._folder), f"Annotator (*{SUFFIX})")
        if chosen:
            self.open(Path(chosen))

    def ask_new(self) -> None:
        """Ask for a new project and open it."""
        dialog = NewProject(self._folder, self._window)
        if dialog.exec():
            path, analyst = dialog.path, dialog.analyst
            self._open(lambda: Project.create(path, analyst=analyst), path)
        dialog.deleteLater()

    def ask_import(self) -> None:
        """Ask for texts to import."""
        pattern = f"{tr('Texts')} (*.txt *.jsonl);;{tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import texts"), str(self._folder), pattern)
        if chosen:
            self.look_at([Path(name) for name in chosen])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what is in *paths*, files and folders, and import what the analyst accepts."""
        self._slowly(tr("Looking at the files…"), lambda report: reading.candidates(paths, report), self._confirm)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped, or import the texts."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open(projects[0])
        elif self._session.is_writable:
            self.look_at(paths)
        else:
            message = tr("No project is open to take the texts: open one, or make a new one.")
            self._session.failed.emit(AnnotatorError(message))

    def ask_export(self) -> None:
        """Ask where to, and write the marked documents as native JSONL."""
        project = self._session.project
        if project is None:
            return
        suggested = str(project.path.with_name(f"{project.name}.jsonl"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Export for training"), suggested, "JSONL (*.jsonl)")
        if chosen:
            self.export(project, Path(chosen))

    def export(self, project: Project, path: Path) -> None:
        """Write the marked documents of *project* to *path*."""
        self._slowly(
            tr("Exporting…"),
            lambda report: exporting.export(project, path, report),
            lambda done: self.told.emit(tr("Exported to {file}. Documents: {count}", count=done.lines, file=path.name)),
        )

    def _open(self, opening: Callable[[], Project], path: Path) -> None:
        """Open another project in place of the one that is open, once that is saved."""
        self._leaving.leave(lambda: self._session.open(opening, lambda: self._settings.add_recent(path)))

    @property
    def _folder(self) -> Path:
        """Where file dialogs begin."""
        recent = self._settings.recent
        return recent[0].parent if recent else Path.home()

    def _confirm(self, found: Sequence[Candidate]) -> None:
        if not found:
            self._session.failed.emit(AnnotatorError(tr("There are no .txt or .jsonl files there: choose others.")))
            return
        dialog = ImportDialog(found, self._window)
        chosen = dialog.chosen if dialog.exec() else ()
        dialog.deleteLater()
        if chosen:
            self._slowly(tr("Reading…"), lambda report: reading.read(chosen, report), self._import)

    def _import(self, records: tuple[Record, ...]) -> None:
        project = self._session.project
        if project:
            self._session.act(lambda opened: opened.import_records(records), self._imported)

    def _imported(self, done: object) -> None:
        if isinstance(done, Imported):
            self.told.emit(
                tr("Imported. New documents: {documents}, spans: {spans}", documents=done.documents, spans=done.spans)
            )

    def _slowly(self, text: str, function: Callable[[Report], T], done: Callable[[T], object]) -> None:
        """Run a slow *function* with a progress dialog that can cancel it."""
        task = Task(self)
        dialog = QProgressDialog(self._window, minimumDuration=400)
        dialog.setObjectName("progress")
        dialog.setLabel(label("progress_text", text))
        dialog.setCancelButtonText(tr("Cancel"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setRange(0, 0)
        dialog.canceled.connect(task.cancel)
        task.progressed.connect(_Progress(dialog).show_share)

        def finish() -> None:
            dialog.canceled.disconnect(task.cancel)
            dialog.close()
            dialog.deleteLater()
            task.deleteLater()

        def succeed(answer: T) -> None:
            finish()
            done(answer)

        def fail(error: AnnotatorError) -> None:
            finish()
            if isinstance(error, Cancelled):
                self.told.emit(tr("Cancelled: nothing was changed"))
            else:
                self._session.failed.emit(error)

        self._session.work.run(lambda: function(task.report), succeed, fail)


class _Progress(QObject):
    """Shows on a dialog how far a task is."""

    def __init__(self, dialog: QProgressDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def show_share(self, done: int, total: int) -> None:
        """Show *done* of *total*; never the whole, at which the dialog would close by itself."""
        if not self._dialog.wasCanceled():
            self._dialog.setMaximum(total)
            self._dialog.setValue(min(done, max(total - 1, 0)))
