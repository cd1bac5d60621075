"""Having a backup again: as a copy that is opened, or in the place of the project."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QWidget

from annotator.project.places import SUFFIX, backup_folder
from annotator.project.project import Project
from annotator.storage.backup import Backup
from annotator.storage.offering import Offer, offers
from annotator.ui.backups import COPY, USE, BackupSheet, age, when
from annotator.ui.factories import is_agreed, isolated
from annotator.ui.leaving import Leaving
from annotator.ui.new_places import ask_new_place
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.translations import tr

IN_NAME = "yyyy-MM-dd HHmm"


class Restoring:
    """Asks which backup, and what for."""

    def __init__(
        self, session: Session, settings: Settings, leaving: Leaving, tell: Callable[[str], object], window: QWidget
    ) -> None:
        """Ask over *window*; *tell* takes what was done, in words."""
        self._session, self._settings, self._leaving, self._window = session, settings, leaving, window
        self._tell_of = tell

    def ask(self) -> None:
        """Offer the backups of the project that is open."""
        project = self._session.project
        if project:
            self._session.ask(lambda project: project.offers(), lambda found: self._offer(project.path, found, project))

    def ask_for(self, path: Path) -> None:
        """Offer the backups of the project at *path*, which cannot be opened."""
        self._session.work.run(lambda: offers(backup_folder(path)), lambda found: self._offer(path, found, None))

    def _offer(self, path: Path, found: Sequence[Offer], project: Project | None) -> None:
        sheet = BackupSheet(path, found, self._window, is_open=project is not None)
        sheet.exec()
        sheet.deleteLater()
        if sheet.wanted == COPY:
            self._ask_where(path, sheet.chosen.backup)
        elif sheet.wanted == USE:
            self._ask_whether(path, sheet.chosen.backup, age(sheet.chosen, is_open=project is not None))

    def _ask_where(self, path: Path, backup: Backup) -> None:
        """Ask where the copy is to lie, and open it."""
        moment = QDateTime.fromMSecsSinceEpoch(backup.at_ms).toString(IN_NAME)
        suggested = path.with_name(f"{path.stem} backup {moment}{SUFFIX}")
        copy = ask_new_place(self._window, tr("Open a copy of the backup"), suggested)
        if copy:
            opening, done = partial(Project.restore, backup.path, copy), partial(self._settings.add_recent, copy)
            self._leaving.leave(lambda: self._session.open(opening, done))

    def _ask_whether(self, path: Path, backup: Backup, detail: str) -> None:
        """Ask whether the backup is to take the place of the project."""
        text = tr("Put the backup of {when} in the place of {name}?", when=when(backup), name=isolated(path.stem))
        kept = tr("The present file is kept in the same folder, with “before restore” and the time in its name.")
        detail = f"{detail}\n{kept}" if path.exists() else detail
        if is_agreed(self._window, text, detail, "message_use", tr("Use this one")):
            self._leaving.leave(lambda: self._use(path, backup))

    def _use(self, path: Path, backup: Backup) -> None:
        kept: list[Path | None] = []

        def opening() -> Project:
            project, aside = Project.put_back(backup.path, path)
            kept.append(aside)
            return project

        def done() -> None:
            self._settings.add_recent(path)
            self._tell(backup, kept[0])

        project = self._session.project
        if project and project.path == Path(os.path.realpath(path)):
            self._session.open_in_place(opening, done)
        else:
            self._session.open(opening, done)

    def _tell(self, backup: Backup, kept: Path | None) -> None:
        moment = when(backup)
        self._tell_of(
            tr("Backup of {when}. Kept beside it: {file}", when=moment, file=isolated(kept.name))
            if kept
            else tr("Backup of {when}", when=moment)
        )
