"""Projects opened and made, texts brought in, training files written: the dialogs around it, and files dropped."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.model.errors import AnnotatorError, Damaged, NotSaved
from annotator.project.places import SUFFIX, backup_folder, sample_path
from annotator.project.project import Project
from annotator.storage.backup import found
from annotator.ui.exports import Exports
from annotator.ui.leaving import Leaving
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.slow import Slow
from annotator.ui.translations import tr

TEXTS = "texts"


class Filing(QObject):
    """What comes in and goes out.

    Signals:
        told(text): something is done, in words.
        broken(path, has_backups): the project there cannot be opened, as was told: it is damaged or gone.
        kept_out(path): the project there could not be had just now, as was told: another program or the disk was in the way.
    """

    told = Signal(str)
    broken = Signal(object, bool)
    kept_out = Signal(object)

    def __init__(self, session: Session, settings: Settings, leaving: Leaving, window: QWidget) -> None:
        """Serve *window*."""
        super().__init__(window)
        self._session, self._settings, self._leaving, self._window = session, settings, leaving, window
        self._slow = Slow(session, window)
        self._slow.cancelled.connect(lambda: self.told.emit(tr("Cancelled: nothing was changed")))
        self.exports = Exports(session, self._slow, window)
        self.exports.told.connect(self.told)

    def open(self, path: Path) -> None:
        """Open the project at *path*."""
        self._open(lambda: Project.open(path), path)

    def open_sample(self) -> None:
        """Open the sample project, made when it is missing."""
        from annotator.project.samples import sample  # noqa: PLC0415 - seldom asked for: the window is there sooner

        path = sample_path()
        self._open(lambda: sample(path), path)

    def ask_open(self) -> None:
        """Ask which project to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open project"), str(self._folder), f"Annotator (*{SUFFIX})")
        if chosen:
            self.open(Path(chosen))

    def ask_new(self) -> None:
        """Ask for a new project and open it."""
        from annotator.ui.new_project import NewProject  # noqa: PLC0415 - seldom asked for: the window is there sooner

        dialog = NewProject(self._folder, self._window)
        if dialog.exec():
            path, analyst = dialog.path, dialog.analyst
            self._open(lambda: Project.create(path, analyst=analyst), path)
        dialog.deleteLater()

    def ask_import(self) -> None:
        """Ask for texts to import."""
        pattern = f"{tr('Texts')} (*.txt *.jsonl);;{tr('All files')} (*)"
        begin = self._settings.text(TEXTS) or str(self._folder)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import texts"), begin, pattern)
        if chosen:
            self._settings.set({TEXTS: str(Path(chosen[0]).parent)})
            self.look_at([Path(name) for name in chosen])

    def ask_folder(self) -> None:
        """Ask for a folder whose texts are to be imported."""
        begin = self._settings.text(TEXTS) or str(self._folder)
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Import a folder"), begin)
        if chosen:
            self._settings.set({TEXTS: chosen})
            self.look_at([Path(chosen)])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what is in *paths*, files and folders, and import what the analyst accepts."""
        from annotator.ui.importing import Importing  # noqa: PLC0415 - seldom asked for: the window is there sooner

        Importing(self._session, self._slow, self.told.emit, self._window).look_at(paths)

    def show_backups(self, path: Path | None = None) -> None:
        """Offer the backups of the project that is open, or of the one at *path*, which cannot be opened."""
        from annotator.ui.restoring import Restoring  # noqa: PLC0415 - seldom asked for: the window is there sooner

        restoring = Restoring(self._session, self._settings, self._leaving, self.told.emit, self._window)
        if path:
            restoring.ask_for(path)
        else:
            restoring.ask()

    def rescue(self, path: Path) -> None:
        """Bring what is left of the project at *path*, which cannot be opened, into a new one."""
        from annotator.ui.rescuing import Rescuing  # noqa: PLC0415 - seldom asked for: the window is there sooner

        Rescuing(self._session, self._settings, self._leaving, self._slow, self._window).ask_for(path)

    def check(self) -> None:
        """Check the project that is open."""
        from annotator.ui.checking import Checking  # noqa: PLC0415 - seldom asked for: the window is there sooner

        Checking(self._session, self._slow, self.told.emit, self._window).ask()

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped, or import the texts."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open(projects[0])
        elif self._session.is_writable:
            self.look_at(paths)
        elif self._session.project:
            self._session.failed.emit(AnnotatorError("this project cannot be changed, so it takes no texts: open another one"))
        else:
            self._session.failed.emit(AnnotatorError("no project is open to take the texts: open one, or make a new one"))

    def _open(self, opening: Callable[[], Project], path: Path) -> None:
        """Open another project in place of the one that is open, once that is saved."""
        done, failed = partial(self._settings.add_recent, path), partial(self._refuse, path)
        self._leaving.leave(lambda: self._session.open(opening, done, failed))

    def _refuse(self, path: Path, error: AnnotatorError) -> None:
        """Tell why *path* cannot be opened, and that it is broken where that is why."""
        self._session.failed.emit(error)
        if isinstance(error, Damaged):
            self.broken.emit(path, bool(found(backup_folder(path))))
        elif isinstance(error, NotSaved):
            self.kept_out.emit(path)

    @property
    def _folder(self) -> Path:
        """Where file dialogs begin: beside the user's own project used last; the sample lies where nobody looks."""
        own = [path for path in self._settings.recent if path != sample_path()]
        return own[0].parent if own else Path.home()
