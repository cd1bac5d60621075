"""Keeping backups of a project: made whole or not at all, one a day, thinned as they grow old."""

import sqlite3
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from annotator.model.errors import AnnotatorError, NoBackup, NotSaved
from annotator.storage import copying, journal, thinning
from annotator.storage.backup import Backup, day_of, found
from annotator.storage.files import make_folder

DAILY = "daily"
_NS_PER_MS = 1_000_000
_LEFT_OVER_S = 86_400


class Backups:
    """The backups of one project, all in one *folder*; they are made in the thread that uses the project."""

    def __init__(self, folder: Path, name: str) -> None:
        """Keep those of the project called *name*; the folder is made when it is needed."""
        self.folder = folder
        self._name = name
        self._looked_on: date | None = None

    def make(self, project: Path, reason: str) -> Backup:
        """Make a backup of the file *project*, read it back, and thin the older ones; raises NotSaved, InvalidFile."""
        make_folder(self.folder)
        with copying.picture(project) as con:
            made = Backup.named(self.folder, self._name, _newest_in(con), _now_ms(), reason)
            copying.copy(con, made.path)
        self._thin(made)
        return made

    def make_before(self, project: Path, what: str) -> Backup:
        """Make a backup without which *what* must not be done; raises NoBackup."""
        try:
            return self.make(project, f"{thinning.BEFORE}{what}")
        except AnnotatorError as error:
            message = "nothing was changed, for the backup before {what} could not be made: {why}"
            raise NoBackup(message, what=what, why=error) from error

    def make_daily(self, project: Path) -> None:
        """Make today's backup unless there is one; a second attempt is made only tomorrow. Raises NotSaved.

        One that holds more actions than the project is of another, which lay here before.
        """
        today = day_of(_now_ms())
        if self._looked_on == today:
            return
        self._looked_on = today
        daily = [backup for backup in found(self.folder) if backup.reason == DAILY and backup.day == today]
        try:
            if not daily or min(backup.seq for backup in daily) > _newest(project):
                self.make(project, DAILY)
        except AnnotatorError as error:
            raise NotSaved("everything is saved, but today's backup could not be made: {why}", why=error) from error

    def _thin(self, made: Backup) -> None:
        """Delete the backups that need not be kept, never the one just *made*, and what killed programs left behind."""
        backups = found(self.folder)
        for backup in set(backups) - thinning.kept(backups) - {made}:
            with suppress(OSError):  # another window was faster, or a scanner holds it: next time
                backup.path.unlink()
        for left in self.folder.glob(".*.tmp*"):
            with suppress(OSError):
                if made.path.stat().st_mtime - left.stat().st_mtime > _LEFT_OVER_S:
                    left.unlink()


def _newest(project: Path) -> int:
    """Return the number of the last action in a project."""
    with copying.picture(project) as con:
        return _newest_in(con)


def _newest_in(con: sqlite3.Connection) -> int:
    line = journal.head(con)
    return line.seq if line else 0


def _now_ms() -> int:
    return time.time_ns() // _NS_PER_MS
