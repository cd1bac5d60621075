"""Checking a project file to the last row: what SQLite cannot know, and what only this program can; nothing is written."""

import glob
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.model.ids import ID_BYTES, document_id, loose_id
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.model.versions import COUNTER_BITS
from annotator.storage import clouds, journal, migrations, references, seals
from annotator.storage.history import History
from annotator.storage.reader import Reader
from annotator.storage.rows import BY_TABLE, LABELS, LAYERS
from annotator.storage.subjects import title
from annotator.storage.tables import LEDGERS, NOTE, RELATION, SOURCE, STATE, TABLES, VERDICT
from annotator.text import graphemes
from annotator.text.shown import shown

ERROR, WARNING = "error", "warning"
DAY_MS = 86_400_000
MOST = 100
RESTORE = Phrase("open a backup and compare")
ACCEPT = Phrase("open a backup and compare, or accept what is there: annotator check --reseal")
CHANGED = Phrase("rows were changed by something else than Annotator")
FILE = Phrase("file")
# Analysts read of what the rows are; the names of the tables are the English of it.
NAMES: dict[str, Phrase] = {
    "source": Phrase("source"),
    "layer": Phrase("layer"),
    "label": Phrase("label"),
    "schema": Phrase("schema"),
    "span": Phrase("span"),
    "relation": Phrase("relation"),
    "note": Phrase("note"),
    "state": Phrase("state"),
    "verdict": Phrase("verdict"),
    "merged": Phrase("merged files"),
    "arrival": Phrase("what merges brought"),
}
_BY_CODE = {table.code: NAMES[table.name] for table in (*TABLES, *LEDGERS)}
_NS_PER_MS = 1_000_000
_WAS = 0x80


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where; ``level`` is "error" or "warning", ``remedy`` says what to do; texts are `Phrase`s or names."""

    level: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.level}: {self.where}: {self.what}; {self.remedy}"


def check(con: sqlite3.Connection, path: Path) -> tuple[Finding, ...]:
    """Return all that is wrong with the project, errors first; at most a hundred of each kind.

    If nothing but seals differ, the remedy says that what is there can be accepted.
    """
    found = [finding for part in PARTS for finding in _done(part, con)]
    found += _beside(path)
    if not obstacle(found):
        found = [replace(finding, remedy=ACCEPT) if finding.what == CHANGED else finding for finding in found]
    return tuple(sorted(found, key=lambda finding: finding.level != ERROR))


def has_other_seals(found: Iterable[Finding]) -> bool:
    """Whether rows were changed by something else than this program."""
    return any(finding.what == CHANGED for finding in found)


def obstacle(found: Iterable[Finding]) -> Finding | None:
    """Return the first error that keeps what something else changed from being accepted, or None."""
    return next((finding for finding in found if finding.level == ERROR and finding.what != CHANGED), None)


def _done(part: Callable[[sqlite3.Connection], Iterator[Finding]], con: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what one part finds; what cannot be read, or is no such value, is itself a finding."""
    try:
        for number, finding in enumerate(part(con)):
            if number == MOST:
                return
            yield finding
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        yield Finding(ERROR, FILE, Phrase("cannot be read to the end ({why})", why=shown(str(error))), RESTORE)


def _structure(con: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in con.execute(f"PRAGMA integrity_check({MOST})").fetchall():
        if message != "ok":
            yield Finding(ERROR, FILE, Phrase("damaged: {why}", why=shown(message)), RESTORE)
    if not (migrations.has_our_tables(con) and migrations.has_our_steps(con)):
        yield Finding(ERROR, Phrase("tables"), Phrase("are not those of a project"), RESTORE)


def _journal(con: sqlite3.Connection) -> Iterator[Finding]:
    broken = journal.first_broken(con)
    if broken is not None:
        where = Phrase("history, action {number}", number=broken)
        yield Finding(ERROR, where, Phrase("is missing or was altered"), RESTORE)
    elif _has_lost_its_end(con):
        yield Finding(ERROR, Phrase("history"), Phrase("its last actions are missing"), RESTORE)
    elif con.execute("SELECT 1 FROM local WHERE last < (SELECT max(hlc) FROM edit)").fetchone():
        yield Finding(ERROR, Phrase("history"), Phrase("the project's clock is behind its last action"), RESTORE)


def _has_lost_its_end(con: sqlite3.Connection) -> bool:
    """Whether this device wrote after the newest line of the journal, or in an empty one after making the project.

    Every edit moves the file's own clock, and all but an acceptance leave a row of its own moment, present or past: so the
    lines that told of them were there.
    """
    own = "WHERE device = (SELECT device FROM local) AND hlc > ?"
    moments = " UNION ".join(f"SELECT hlc FROM {name} {own}" for table in TABLES for name in (table.name, table.was))
    moments += " UNION SELECT last FROM local WHERE last > ?"
    newest = journal.head(con)
    bound = (newest.hlc if newest else 0,) * (2 * len(TABLES) + 1)
    made_with_the_project = 0 if newest else 1
    return int(con.execute(f"SELECT count(*) FROM ({moments})", bound).fetchone()[0]) > made_with_the_project


def _seals(con: sqlite3.Connection) -> Iterator[Finding]:
    for scope in seals.differing(con):
        yield Finding(ERROR, _scope(con, scope), CHANGED, RESTORE)


def _scope(con: sqlite3.Connection, scope: bytes) -> str:
    """Return which rows a seal is of: of which table, and by its title of which document."""
    name, document = _BY_CODE.get(scope[0] & ~_WAS, Phrase("unknown")), scope[-ID_BYTES:]
    place = (shown(title(con, document)) or document.hex()) if len(scope) > 1 else ""
    where = Phrase("{table} of {place}", table=name, place=place) if place else name
    return Phrase("{where}, past versions", where=where) if scope[0] & _WAS else where


def _rows(con: sqlite3.Connection) -> Iterator[Finding]:
    """Read every row as what it is, and look for documents and layers that are named but not there."""
    for form in BY_TABLE.values():
        for name in (form.table.name, form.table.was):
            for cells in con.execute(f"SELECT {form.table.listed} FROM {name}"):
                form.row(cells)
    for table in (SOURCE, STATE, RELATION, NOTE, VERDICT):
        named, layer = "document NOT IN (SELECT id FROM document)", table.key_names[0]
        named += f" OR {layer} NOT IN (SELECT id FROM layer)" if table is not SOURCE else ""
        count = con.execute(f"SELECT count(*) FROM {table.name} WHERE dead = 0 AND ({named})").fetchone()[0]
        if count:
            what = Phrase("{count} of them have no document or no layer", count=count)
            yield Finding(ERROR, NAMES[table.name], what, RESTORE)


def _references(con: sqlite3.Connection) -> Iterator[Finding]:
    for part in references.PARTS:
        for stray in islice(part(con), MOST):
            yield Finding(WARNING if stray.remedy else ERROR, stray.where, stray.what, stray.remedy or RESTORE)


def _documents(con: sqlite3.Connection) -> Iterator[Finding]:
    """Check each text against its id, its length, and the spans upon it."""
    labels = {label.id for label in map(LABELS.row, con.execute(f"SELECT {LABELS.table.listed} FROM label").fetchall())}
    layers = {layer.id for layer in map(LAYERS.row, con.execute(f"SELECT {LAYERS.table.listed} FROM layer").fetchall())}
    known = [row[0] for row in con.execute("SELECT id FROM document ORDER BY id").fetchall()]
    for identifier in known:
        length, near, text = con.execute("SELECT length, loose, text FROM document WHERE id = ?", (identifier,)).fetchone()
        where = Phrase("document {id}", id=identifier.hex())
        if document_id(text) != identifier or len(text) != length:
            yield Finding(ERROR, where, Phrase("its text is not the one that was imported"), RESTORE)
        elif loose_id(text) != near:
            yield Finding(ERROR, where, Phrase("what its near copies are known by is not that of its text"), RESTORE)
        for span in Reader(con, History()).spans(identifier):
            yield from _span(span, text, labels, layers)
    strays = con.execute("SELECT count(*) FROM span WHERE dead = 0 AND document NOT IN (SELECT id FROM document)").fetchone()[0]
    if strays:
        yield Finding(ERROR, Phrase("spans"), Phrase("{count} of them have no document", count=strays), RESTORE)


def _span(span: Span, text: str, labels: set[bytes], layers: set[bytes]) -> Iterator[Finding]:
    where = Phrase("span {id}", id=span.id.hex())
    if not span.is_true_to(text):
        what = Phrase("characters {start} to {end} are not those marked", start=span.start, end=span.end)
        yield Finding(ERROR, where, what, Phrase("erase it, mark again"))
    elif not all(graphemes.is_boundary(text, edge) for edge in (span.start, span.end)):
        yield Finding(WARNING, where, Phrase("begins or ends inside a character and its marks"), Phrase("move its edge"))
    if span.label not in labels or span.layer not in layers:
        yield Finding(ERROR, where, Phrase("its label or its layer is not in the project"), RESTORE)


def _versions(con: sqlite3.Connection) -> Iterator[Finding]:
    limit = (time.time_ns() // _NS_PER_MS + DAY_MS) << COUNTER_BITS
    for table in TABLES:
        key = " AND ".join(f'w."{name}" = c."{name}"' for name in table.key_names)
        above = con.execute(
            f"SELECT count(*) FROM {table.was} w JOIN {table.name} c ON {key} WHERE (w.hlc, w.device) > (c.hlc, c.device)"
        ).fetchone()[0]
        if above:
            yield Finding(
                ERROR, table.name, Phrase("{count} past versions are newer than the present ones", count=above), RESTORE
            )
        ahead = con.execute(f"SELECT count(*) FROM {table.name} WHERE hlc > ?", (limit,)).fetchone()[0]
        if ahead:
            what = Phrase("{count} rows are dated a day ahead or more", count=ahead)
            yield Finding(WARNING, table.name, what, Phrase("set the clock of that computer"))


def _beside(path: Path) -> list[Finding]:
    """Look at the file from outside: who may read it, and what was left beside it."""
    found = [
        Finding(WARNING, shown(left.name), Phrase("was left over when a file was being written"), Phrase("delete it"))
        for left in sorted(path.parent.glob(f".{glob.escape(path.name)}.*.tmp*"))
    ]
    cloud = clouds.look_at(path)
    if cloud.service:
        what = Phrase("lies in a folder of {service}, which copies it elsewhere while it is in use", service=cloud.service)
        found.append(Finding(WARNING, shown(path.name), what, Phrase("close it before it is opened on another computer")))
    what = Phrase("is another copy of this project, made when two computers changed it")
    found += [Finding(WARNING, shown(copy.name), what, Phrase("open it and compare")) for copy in cloud.copies]
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        what = Phrase("other users of this computer may read it")
        found.append(Finding(WARNING, shown(path.name), what, Phrase("chmod 600 {file}", file=shown(path.name))))
    return found


PARTS = (_structure, _journal, _seals, _rows, _references, _documents, _versions)
