"""Writing an edit into the tables: checked against what is there, stamped with one clock, sealed."""

import sqlite3
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from annotator.model.documents import Document, State
from annotator.model.edits import Edit, Row
from annotator.model.errors import InvalidSpan, Stale
from annotator.model.ids import NO_ID, loose_id
from annotator.model.spans import Span
from annotator.model.versions import Version
from annotator.storage import clock
from annotator.storage.mentions import MANY
from annotator.storage.rows import SPANS, Form, form_of, version_of
from annotator.storage.seals import Changes, renew
from annotator.storage.tables import Cells

STALE = "it was changed meanwhile, in another window or by a merge: look at it again, then repeat"
_TRIGGERED = 2


class Writing(NamedTuple):
    """An edit to be written, the documents it needs in the file, and the number of the edit it takes back, or 0.

    One that ``reseals`` takes all rows in the file as they are, whoever changed them. One that changes much is written
    ``without_backup`` only where the analyst insists.
    """

    edit: Edit
    documents: tuple[Document, ...] = ()
    undoes: int = 0
    reseals: bool = False
    without_backup: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.edit.before or self.edit.after or self.reseals)

    @property
    def needs_backup(self) -> bool:
        """Whether it must not be written before there is a backup."""
        return self.reseals or (self.rows > MANY and not self.without_backup)

    @property
    def rows(self) -> int:
        """How many rows would be changed, each counted once."""
        return len(_changes(self.edit))


@dataclass(slots=True)
class Change:
    """One row of an edit: what the edit says it was and becomes, and what is in the file now."""

    form: Form[Any]
    key: tuple[bytes, ...]
    before: Row | None = None
    after: Row | None = None
    current: Cells | None = None

    @property
    def version(self) -> Version | None:
        """The version of the row in the file, deleted or not; None if it was never there."""
        return version_of(self.form.table, self.current) if self.current else None

    def becomes(self, live: Version, dead: Version) -> Cells:
        """Return the row that is written: the one that comes, or the one that goes, as deleted."""
        return self.form.cells(self.before, dead) if self.after is None else self.form.cells(self.after, live)


class Written(NamedTuple):
    """An edit as it is in the file: with versions on both sides, and each row as (change, cells written)."""

    edit: Edit
    hlc: int
    rows: tuple[tuple[Change, Cells], ...]

    @property
    def layer(self) -> bytes:
        """The layer it belongs to: that of its first row which has one."""
        rows = (*self.edit.after, *self.edit.before)
        return next((row.layer for row in rows if isinstance(row, Span | State)), NO_ID)


def write(con: sqlite3.Connection, writing: Writing, device: bytes, now_ms: int) -> Written:
    """Write the rows of an edit inside the transaction that is open; raises Stale, InvalidSpan."""
    edit = writing.edit
    if writing.reseals:
        renew(con)
    for document in writing.documents:
        add_document(con, document)
    changes = _changes(edit)
    for change in changes:
        _look_up(con, change)
    _check_spans(con, edit.after)
    hlc = _tick(con, changes, device, now_ms)
    live, dead = Version(hlc, device), Version(hlc, device, dead=True)
    seals = Changes()
    rows = tuple((change, _write_row(con, change, change.becomes(live, dead), seals)) for change in changes)
    seals.write(con)
    return Written(replace(edit, after=tuple(replace(row, version=live) for row in edit.after)), hlc, rows)


def _changes(edit: Edit) -> list[Change]:
    changes: dict[tuple[str, tuple[bytes, ...]], Change] = {}
    for row in edit.before:
        _change(changes, row).before = row
    for row in edit.after:
        _change(changes, row).after = row
    return list(changes.values())


def _change(changes: dict[tuple[str, tuple[bytes, ...]], Change], row: Row) -> Change:
    form = form_of(row)
    key = form.key(row)
    return changes.setdefault((form.table.name, key), Change(form, key))


def _look_up(con: sqlite3.Connection, change: Change) -> None:
    """Read what is in the file under the change's key; raises Stale unless it is what the edit saw."""
    change.current = con.execute(change.form.table.select, change.key).fetchone()
    found = change.version
    live = found if found and not found.dead else None
    expected = change.before.version if change.before else None
    if live != expected or (change.before and live is None):
        raise Stale(STALE, span=change.key if change.form is SPANS else None)


def _check_spans(con: sqlite3.Connection, rows: tuple[Row, ...]) -> None:
    """Refuse a span that ends after its text; reads the text's length, never the text."""
    lengths: dict[bytes, int] = {}
    for row in rows:
        if isinstance(row, Span):
            length = lengths.setdefault(row.document, -1)
            if length < 0:
                length = lengths[row.document] = _length(con, row.document)
            if row.end > length:
                message = "span {start} to {end}: the text has {length} characters"
                raise InvalidSpan(message, start=row.start, end=row.end, length=length)


def _length(con: sqlite3.Connection, document: bytes) -> int:
    found = con.execute("SELECT length FROM document WHERE id = ?", (document,)).fetchone()
    return int(found[0]) if found else 0


def _tick(con: sqlite3.Connection, changes: list[Change], device: bytes, now_ms: int) -> int:
    last = con.execute("SELECT last FROM local").fetchone()[0]
    replaced = max((change.version.hlc for change in changes if change.version), default=0)
    hlc = clock.tick(last, now_ms, replaced)
    con.execute("UPDATE local SET last = ?, device = ?", (hlc, device))
    return hlc


def _write_row(con: sqlite3.Connection, change: Change, cells: Cells, seals: Changes) -> Cells:
    table = change.form.table
    before = con.total_changes
    con.execute(table.upsert, cells)
    seals.add(table, cells)
    if change.current is not None:
        seals.remove(table, change.current)
        if con.total_changes - before == _TRIGGERED:
            seals.add(table, change.current, was=True)
    return cells


def add_document(con: sqlite3.Connection, document: Document) -> None:
    """Put a text into the file, inside the transaction that is open; one that is there stays."""
    con.execute(
        "INSERT INTO document (id, length, loose, text) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (document.id, len(document.text), loose_id(document.text), document.text),
    )
