"""The backups of a project, as they lie in their folder: each named after what it holds, when and why it was made."""

import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

_TIME = "%Y%m%dT%H%M%S"
_MS = 1000
_NAME = re.compile(r".+ (?P<seq>[0-9]+) (?P<time>[0-9]{8}T[0-9]{6})(?P<ms>[0-9]{3})Z (?P<reason>.+)\.annotator", re.DOTALL)
_FORBIDDEN = set('<>:"/\\|?*')
_LONGEST_BYTES = 80


class Backup(NamedTuple):
    """A backup: its file, the number of the last action it holds, the Unix milliseconds it was made at, and why."""

    path: Path
    seq: int
    at_ms: int
    reason: str

    @classmethod
    def named(cls, folder: Path, project: str, seq: int, at_ms: int, reason: str) -> "Backup":
        """Return the backup of *project* that is to be made in *folder*."""
        reason = as_file_name(reason)
        moment = datetime.fromtimestamp(at_ms // _MS, UTC).strftime(_TIME)
        name = f"{as_file_name(project)} {seq} {moment}{at_ms % _MS:03}Z {reason}.annotator"
        return cls(folder / name, seq, at_ms, reason)

    @classmethod
    def at(cls, path: Path) -> "Backup | None":
        """Return the backup at *path*, by its name; None if that is not the name of one."""
        found = _NAME.fullmatch(path.name)
        if found is None:
            return None
        try:
            moment = datetime.strptime(found["time"], _TIME).replace(tzinfo=UTC)
        except ValueError:
            return None
        return cls(path, int(found["seq"]), int(moment.timestamp()) * _MS + int(found["ms"]), found["reason"])

    @property
    def day(self) -> date:
        """The day it was made on, in UTC."""
        return day_of(self.at_ms)


def day_of(at_ms: int) -> date:
    """Return the day of a moment, in UTC."""
    return datetime.fromtimestamp(at_ms // _MS, UTC).date()


def found(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, the newest first: by the project's history, so that no clock can reorder them."""
    backups = filter(None, map(Backup.at, folder.glob("*.annotator")))
    return tuple(sorted(backups, key=lambda backup: (backup.seq, backup.at_ms), reverse=True))


def as_file_name(text: str) -> str:
    """Return *text* as every disk takes it inside the name of a file: nothing forbidden or invisible, and not too long."""
    safe = "".join("_" if c in _FORBIDDEN or unicodedata.category(c).startswith("C") else c for c in text)
    return safe.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip() or "_"
