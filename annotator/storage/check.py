"""Checking a project file to the last row: what SQLite cannot know, and what only this program can; nothing is written."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.model.ids import document_id
from annotator.model.spans import Span
from annotator.model.versions import COUNTER_BITS
from annotator.storage import clouds, journal, migrations, seals
from annotator.storage.rows import LABELS, LAYERS, SPANS
from annotator.storage.tables import BY_CODE, TABLES
from annotator.text import graphemes
from annotator.text.shown import shown

ERROR, WARNING = "error", "warning"
DAY_MS = 86_400_000
MOST = 100
RESTORE = "open a backup and compare"
_NS_PER_MS = 1_000_000
_WAS = 0x80


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where; ``level`` is "error" or "warning", ``remedy`` says what to do."""

    level: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.level}: {self.where}: {self.what}; {self.remedy}"


def check(con: sqlite3.Connection, path: Path) -> tuple[Finding, ...]:
    """Return all that is wrong with the project, errors first; at most a hundred of each kind."""
    found = [finding for part in PARTS for finding in _done(part, con)]
    found += _beside(path)
    return tuple(sorted(found, key=lambda finding: finding.level != ERROR))


def _done(part: Callable[[sqlite3.Connection], Iterator[Finding]], con: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what one part finds; what cannot be read, or is no such value, is itself a finding."""
    try:
        for number, finding in enumerate(part(con)):
            if number == MOST:
                return
            yield finding
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, AttributeError) as error:
        yield Finding(ERROR, "file", f"cannot be read to the end ({shown(str(error))})", RESTORE)


def _structure(con: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in con.execute(f"PRAGMA integrity_check({MOST})").fetchall():
        if message != "ok":
            yield Finding(ERROR, "file", f"damaged: {shown(message)}", RESTORE)
    if not (migrations.has_our_tables(con) and migrations.has_our_steps(con)):
        yield Finding(ERROR, "tables", "are not those of a project", RESTORE)


def _journal(con: sqlite3.Connection) -> Iterator[Finding]:
    broken = journal.first_broken(con)
    if broken is not None:
        yield Finding(ERROR, f"history, action {broken}", "is missing or was altered", RESTORE)


def _seals(con: sqlite3.Connection) -> Iterator[Finding]:
    kept, counted = seals.stored(con), seals.recomputed(con)
    for scope in sorted(kept.keys() | counted.keys()):
        if kept.get(scope, (0, 0)) != counted.get(scope, (0, 0)):
            yield Finding(ERROR, _scope(scope), "rows were changed by something else than Annotator", RESTORE)


def _scope(scope: bytes) -> str:
    table = BY_CODE.get(scope[0] & ~_WAS)
    name = table.name if table else "unknown"
    past = ", past versions" if scope[0] & _WAS else ""
    place = f" of {scope[1:].hex()}" if len(scope) > 1 else ""
    return f"{name}{place}{past}"


def _documents(con: sqlite3.Connection) -> Iterator[Finding]:
    """Check each text against its id, its length, and the spans upon it."""
    labels = {label.id for label in map(LABELS.row, con.execute(f"SELECT {LABELS.table.listed} FROM label").fetchall())}
    layers = {layer.id for layer in map(LAYERS.row, con.execute(f"SELECT {LAYERS.table.listed} FROM layer").fetchall())}
    known = [row[0] for row in con.execute("SELECT id FROM document ORDER BY id").fetchall()]
    for identifier in known:
        length, text = con.execute("SELECT length, text FROM document WHERE id = ?", (identifier,)).fetchone()
        if document_id(text) != identifier or len(text) != length:
            yield Finding(ERROR, f"document {identifier.hex()}", "its text is not the one that was imported", RESTORE)
        for span in _spans(con, identifier):
            yield from _span(span, text, labels, layers)
    strays = con.execute("SELECT count(*) FROM span WHERE dead = 0 AND document NOT IN (SELECT id FROM document)").fetchone()[0]
    if strays:
        yield Finding(ERROR, "spans", f"{strays} of them have no document", RESTORE)


def _spans(con: sqlite3.Connection, document: bytes) -> Iterator[Span]:
    sql = f"SELECT {SPANS.table.listed} FROM span WHERE document = ? AND dead = 0"
    return map(SPANS.row, con.execute(sql, (document,)).fetchall())


def _span(span: Span, text: str, labels: set[bytes], layers: set[bytes]) -> Iterator[Finding]:
    where = f"span {span.id.hex()}"
    if not span.is_true_to(text):
        yield Finding(ERROR, where, f"characters {span.start} to {span.end} are not those marked", "erase it, mark again")
    elif not all(graphemes.is_boundary(text, edge) for edge in (span.start, span.end)):
        yield Finding(WARNING, where, "begins or ends inside a character and its marks", "move its edge")
    if span.label not in labels or span.layer not in layers:
        yield Finding(ERROR, where, "its label or its layer is not in the project", RESTORE)


def _versions(con: sqlite3.Connection) -> Iterator[Finding]:
    limit = (time.time_ns() // _NS_PER_MS + DAY_MS) << COUNTER_BITS
    for table in TABLES:
        key = " AND ".join(f'w."{name}" = c."{name}"' for name in table.key_names)
        above = con.execute(
            f"SELECT count(*) FROM {table.was} w JOIN {table.name} c ON {key} WHERE (w.hlc, w.device) > (c.hlc, c.device)"
        ).fetchone()[0]
        if above:
            yield Finding(ERROR, table.name, f"{above} past versions are newer than the present ones", RESTORE)
        ahead = con.execute(f"SELECT count(*) FROM {table.name} WHERE hlc > ?", (limit,)).fetchone()[0]
        if ahead:
            yield Finding(WARNING, table.name, f"{ahead} rows are dated a day ahead or more", "set the clock of that computer")


def _beside(path: Path) -> list[Finding]:
    """Look at the file from outside: who may read it, and what was left beside it."""
    found = [
        Finding(WARNING, left.name, "was left over when a file was being written", "delete it")
        for left in sorted(path.parent.glob(f".{path.name}.*.tmp"))
    ]
    cloud = clouds.look_at(path)
    if cloud.service:
        what = f"lies in a folder of {cloud.service}, which copies it elsewhere while it is in use"
        found.append(Finding(WARNING, path.name, what, "close it before it is opened on another computer"))
    found += [
        Finding(
            WARNING, copy.name, "is another copy of this project, made when two computers changed it", "open it and compare"
        )
        for copy in cloud.copies
    ]
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        found.append(Finding(WARNING, path.name, "other users of this computer may read it", f"chmod 600 {path.name}"))
    return found


PARTS = (_structure, _journal, _seals, _documents, _versions)
