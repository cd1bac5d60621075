"""A project made of what is left of a damaged one: in a new file, or in a copy of a backup, by the rule of merging.

Of every row the newest version that can be read is the present one, and all others are its past. A row comes along only if it
decodes, the journal does not know better, and it fits what is there. The rest is listed.
"""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.model.edits import Edit, Row
from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.storage import copying, creating, journal, seals
from annotator.storage.anew import lost_rows
from annotator.storage.backup import Backup
from annotator.storage.check import ERROR, Finding, check
from annotator.storage.connection import connect
from annotator.storage.files import new_file
from annotator.storage.fitting import Fitting
from annotator.storage.harvest import Harvest
from annotator.storage.opening import inspect, readable, verify
from annotator.storage.pages import Report
from annotator.storage.private import private_copy
from annotator.storage.tables import TABLES
from annotator.storage.writing import Writing, add_document, write
from annotator.text.shown import shown

_PASSES = 3
_COUNTED = "SELECT (SELECT count(DISTINCT document) FROM source WHERE dead = 0), (SELECT count(*) FROM span WHERE dead = 0)"
_NS_PER_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was brought to safety: how many documents and spans the new project has, in which backup they were put, or None.

    ``rest`` says what could not be, and what had to be made anew.
    """

    documents: int
    spans: int
    backup: Path | None
    rest: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Aids:
    """What a rescue may use: this device's id, the schema and labels to go on with where the file's are lost, its backups."""

    device: bytes
    schema: Sequence[Row]
    backups: Sequence[Backup] = ()


def rescue(damaged: Path, new: Path, aids: Aids, report: Report) -> Rescued:
    """Make a project at *new* of what is left in the file *damaged*, which is only read, and of its newest good backup.

    *report* is told (done, total) and may raise. Raises InvalidFile if *new* is there or nothing is left, NotSaved.
    """
    copy = private_copy(readable(damaged))
    try:
        _play_back(copy.path)
        with new_file(new) as temporary:
            rescued = _Rescue(copy.path, report, aids).into(temporary)
            if not rescued.documents and not rescued.spans:
                raise InvalidFile("{name}: nothing of a project is left in it; open a backup", name=shown(damaged.name))
            return rescued
    finally:
        copy.delete()


def _play_back(copy: Path) -> None:
    """Let SQLite finish what a crash or another tool left undone, if it can."""
    if any(copy.with_name(copy.name + side).exists() for side in ("-journal", "-wal")):
        with suppress(sqlite3.Error, AnnotatorError), closing(connect(copy)) as con:
            con.execute("SELECT count(*) FROM sqlite_master").fetchall()


class _Rescue:
    """One rescue of a private copy, in three readings of its pages."""

    def __init__(self, copy: Path, report: Report, aids: Aids) -> None:
        self._harvest, self._report, self._aids = Harvest(copy), report, aids

    def into(self, path: Path) -> Rescued:
        """Fill the empty file at *path*."""
        self._harvest.survey(self._reading(0))
        with closing(connect(path)) as con:
            backup = self._begin_with(con)
            con.execute("BEGIN IMMEDIATE")
            fitting = self._fill(con)
            anew = self._finish(con)
            rest = (*fitting.rest(), *anew)
            con.execute("COMMIT")
            rest += tuple(finding for finding in check(con, path) if finding.level == ERROR)
            documents, spans = con.execute(_COUNTED).fetchone()
        return Rescued(documents, spans, backup, rest)

    def _reading(self, number: int) -> Report:
        return lambda done, total: self._report(number * total + done, _PASSES * total)

    def _begin_with(self, con: sqlite3.Connection) -> Path | None:
        """Make the file a copy of the newest good backup of this very project, else an empty project."""
        for backup in self._aids.backups:
            with suppress(AnnotatorError, sqlite3.Error):
                self._copy(backup, con)
                return backup.path
        creating.make_tables(con)
        return None

    def _copy(self, backup: Backup, con: sqlite3.Connection) -> None:
        with copying.picture(inspect(backup.path).path) as original:
            verify(original, backup.path, at_any_size=True)
            newest = journal.head(original)
            is_whole = not any(finding.level == ERROR for finding in check(original, backup.path))
            if newest is None or not self._harvest.knows(newest) or not is_whole:
                raise InvalidFile("no good backup of this project")
            original.backup(con)

    def _fill(self, con: sqlite3.Connection) -> Fitting:
        for document in self._harvest.documents(self._reading(1)):
            add_document(con, document)
        fitting = Fitting(con, self._harvest)
        fitting.add_torn()
        for table, cells in self._harvest.rows(self._reading(2)):
            fitting.put(table, cells)
        return fitting

    def _finish(self, con: sqlite3.Connection) -> tuple[Finding, ...]:
        """Make anew what the rows need and have not, and write the line of the journal; return what was made."""
        latest = " UNION ALL ".join(f"SELECT max(hlc) FROM {name}" for table in TABLES for name in (table.name, table.was))
        con.execute(f"UPDATE local SET last = max(last, (SELECT ifnull(max(1), 0) FROM ({latest})))")
        rows, findings = lost_rows(con, self._aids.schema)
        written = write(con, Writing(Edit(journal.RESCUE, after=rows)), self._aids.device, time.time_ns() // _NS_PER_MS)
        journal.append(con, written, self._aids.device, undoes=0)
        seals.renew(con)
        return findings
