"""What tells a project from all others, and from its own past: so that its file can be known again wherever it lies."""

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.model.errors import Moved
from annotator.storage import copying, journal, migrations
from annotator.storage.journal import Line
from annotator.storage.opening import inspect
from annotator.text.shown import shown


@dataclass(frozen=True, slots=True)
class Lineage:
    """The layers of a project when it was opened, and the newest line of its journal that this window knows, if any."""

    layers: frozenset[bytes]
    newest: Line | None

    @classmethod
    def of(cls, con: sqlite3.Connection) -> "Lineage":
        """Return that of an open project."""
        return cls(_layers(con), journal.head(con))

    @property
    def seq(self) -> int:
        """The number of the newest line known, 0 if there is none."""
        return self.newest.seq if self.newest else 0

    def going_on(self, line: Line) -> "Lineage":
        """Return it after one more line."""
        return replace(self, newest=line)

    def prove(self, con: sqlite3.Connection, path: Path) -> None:
        """Refuse the file at *path* unless it is this project with all that this window knows of; raises Moved."""
        if migrations.version_of(con) != migrations.newest() or not self.layers <= _layers(con):
            raise _another(path)
        if self.newest and not journal.holds(con, self.newest):
            raise Moved(
                "{name}: this project went on in another way there, without what was done last here: "
                "find another file of it, or save a copy elsewhere",
                name=shown(path.name),
            )

    def look_at(self, path: Path) -> None:
        """Refuse a file as `prove` does, which changes nothing in it; raises InvalidFile, NotSaved."""
        with copying.picture(inspect(path).path) as con:
            self.prove(con, path)


def _layers(con: sqlite3.Connection) -> frozenset[bytes]:
    return frozenset(row[0] for row in con.execute("SELECT id FROM layer").fetchall())


def _another(path: Path) -> Moved:
    message = "{name}: this is another project: find the file of the one that is open, or save a copy elsewhere"
    return Moved(message, name=shown(path.name))
