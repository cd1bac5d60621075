"""The backups of a project as an analyst chooses among them: what each holds, and what was done since."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from annotator.model.errors import AnnotatorError
from annotator.storage import copying, journal
from annotator.storage.backup import Backup, found
from annotator.storage.journal import Line
from annotator.storage.opening import inspect


class Offer(NamedTuple):
    """A backup to choose: its ``size`` in bytes, and how many actions were done ``since`` in the project.

    None where that cannot be said: the project cannot be asked, or went another way after an older backup was put back.
    ``wrong`` is why the backup cannot be read, or None.
    """

    backup: Backup
    size: int = 0
    since: int | None = None
    wrong: AnnotatorError | None = None


def offers(folder: Path, project: sqlite3.Connection | None = None) -> tuple[Offer, ...]:
    """Return the backups in *folder*, those made last first, compared with the *project* if it can be asked."""
    made = sorted(found(folder), key=lambda backup: backup.at_ms, reverse=True)
    return tuple(_offer(backup, project) for backup in made)


def _offer(backup: Backup, project: sqlite3.Connection | None) -> Offer:
    try:
        with copying.picture(inspect(backup.path).path) as con:
            return Offer(backup, backup.path.stat().st_size, _since(journal.head(con), project) if project else None)
    except AnnotatorError as error:
        return Offer(backup, wrong=error)


def _since(last: Line | None, project: sqlite3.Connection) -> int | None:
    """Return how many actions the project holds after the *last* one of a backup; None if it does not hold that one."""
    newest = journal.head(project)
    now = newest.seq if newest else 0
    if last is None:
        return now
    return now - last.seq if journal.holds(project, last) else None
