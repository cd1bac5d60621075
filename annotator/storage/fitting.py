"""Putting rows of a damaged project into a whole one: which of them fit there, and a list of the rest."""

import sqlite3
import time
from collections import Counter, defaultdict
from functools import lru_cache

from annotator.model.edits import Row
from annotator.model.errors import AnnotatorError
from annotator.model.ids import ID_BYTES
from annotator.model.phrases import Phrase
from annotator.model.schemas import Schema, SchemaBody
from annotator.model.spans import Span
from annotator.storage import seals
from annotator.storage.anew import title_of
from annotator.storage.check import DAY_MS, ERROR, FILE, MOST, NAMES, Finding
from annotator.storage.harvest import Harvest, key_of
from annotator.storage.rows import BY_TABLE, form_of, version_of
from annotator.storage.subjects import title
from annotator.storage.tables import BY_CODE, SOURCE, Cells, Table
from annotator.storage.torn import TornTexts
from annotator.storage.writing import add_document
from annotator.text.shown import shown

LOOK = Phrase("look in the backups")
NO_TEXT = Phrase("its text is lost")
UNREADABLE = Phrase("cannot be read")
DENIED = Phrase("is not what was written there")
AHEAD = Phrase("is dated a day ahead or more")
DOUBLE = Phrase("differs from another of the same version")
UNCOUNTED = Phrase("how many rows there were is lost for some of them: nobody knows whether all were found")
_TITLE = SOURCE.names.index("title")
_TEXTS_KEPT = 64
_NS_PER_MS = 1_000_000


class Fitting:
    """Puts rows into the project behind *con*, in the transaction that is open; ``rest`` tells of those that do not fit."""

    def __init__(self, con: sqlite3.Connection, harvest: Harvest) -> None:
        """Take the rows of *harvest*, whose journal was surveyed."""
        self._con, self._harvest = con, harvest
        self._torn = TornTexts(harvest.torn)
        self._text = lru_cache(_TEXTS_KEPT)(self._read_text)
        self._refused: list[tuple[Table, Cells, str]] = []
        self._moved: list[tuple[Table, Cells]] = []
        self._seen: defaultdict[bytes, set[int]] = defaultdict(set)
        for table, _, cells in seals.all_rows(con):
            self._see(table, cells)
        self._latest = time.time_ns() // _NS_PER_MS + DAY_MS

    def add_torn(self) -> None:
        """Put in what is left of the texts that are nowhere whole; to be done once the whole ones are in, before any row."""
        for identifier in self._harvest.torn:
            document = self._torn.document(identifier)
            if document and self._read_text(identifier) is None:
                add_document(self._con, document)

    def put(self, table: Table, cells: Cells) -> None:
        """Make the row the present one or a past one, or note why it does not fit."""
        self._see(table, cells)
        reason = self._why_not(table, cells)
        if reason:
            self._refused.append((table, cells, reason))

    def rest(self) -> tuple[Finding, ...]:
        """Return what could not be put in, at most a hundred lines of a kind, then what is missing from each scope."""
        lost = Counter((table, _document(table, cells)) for table, cells, reason in self._refused if reason == NO_TEXT)
        singly = [row for row in self._refused if row[2] != NO_TEXT]
        texts = [self._lost_with_text(table, document, n) for (table, document), n in lost.items()]
        return (*self._torn_texts(), *texts[:MOST], *(self._finding(*row) for row in singly[:MOST]), *self._missing()[:MOST])

    @property
    def _left_out(self) -> list[tuple[Table, Cells]]:
        return [(table, cells) for table, cells, _ in self._refused]

    def _see(self, table: Table, cells: Cells) -> None:
        self._seen[seals.scope_of(table, cells)].add(seals.number(seals.digest(table, cells)))

    def _why_not(self, table: Table, cells: Cells) -> str:
        form = BY_TABLE.get(table.name)
        try:
            row = form.row(cells) if form else None
            if isinstance(row, SchemaBody):
                Schema.joined(row, ())
        except (AnnotatorError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return UNREADABLE
        if self._harvest.is_denied(table, cells):
            return DENIED
        if version_of(table, cells).unix_ms > self._latest and not self._harvest.is_sure(table, cells):
            return AHEAD
        document = _document(table, cells)
        text = self._text(document) if document else ""
        if text is None:
            return self._why_not_moved(table, cells, row)
        if isinstance(row, Span) and not row.is_true_to(text):
            return Phrase("characters {start} to {end} are not those marked", start=row.start, end=row.end)
        return self._why_not_put(table, cells)

    def _why_not_moved(self, table: Table, cells: Cells, row: Row | None) -> str:
        """Put the row onto what is left of its text."""
        document = self._torn.document(_document(table, cells))
        moved = self._torn.onto(row, document) if row and document else None
        if moved is None:
            return NO_TEXT
        self._moved.append((table, cells))
        return self._why_not_put(table, form_of(moved).cells(moved, version_of(table, cells)))

    def _why_not_put(self, table: Table, cells: Cells) -> str:
        """Put the row in by the rule of merging, the greatest version is the present one; of two alike the first stays."""
        current = self._con.execute(table.select, key_of(table, cells)).fetchone()
        try:
            if current is None or _age(table, current) < _age(table, cells):
                self._con.execute(table.upsert, cells)
            elif _age(table, cells) < _age(table, current):
                marks = ", ".join("?" * len(table.names))
                self._con.execute(f"INSERT INTO {table.was} VALUES ({marks}) ON CONFLICT DO NOTHING", cells)
            elif current != cells:
                return DOUBLE
        except sqlite3.IntegrityError:
            return UNREADABLE
        return ""

    def _read_text(self, document: bytes) -> str | None:
        found = self._con.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        return found[0] if found else None

    def _title(self, document: bytes) -> str:
        """Return what the document is called, in the project or among the rows that do not fit, or by its first line."""
        others = (*self._moved, *self._left_out)
        refused = (cells[_TITLE] for table, cells in others if table is SOURCE and cells[0] == document)
        torn = self._torn.document(document)
        known = title(self._con, document) or str(next(refused, "")) or (title_of(torn.text) if torn else "")
        return shown(known) or document.hex()

    def _named(self, document: bytes) -> str:
        return Phrase("document {id}", id=self._title(document))

    def _torn_texts(self) -> list[Finding]:
        torn = (identifier for identifier in self._harvest.torn if self._read_text(identifier) is None)
        return [self._torn_text(identifier) for identifier in torn]

    def _torn_text(self, identifier: bytes) -> Finding:
        document = self._torn.document(identifier)
        count = "SELECT count(*) FROM span WHERE document = ? AND dead = 0"
        spans = self._con.execute(count, (document.id if document else identifier,)).fetchone()[0]
        what = Phrase(
            "a part of its text is lost: what is left of it is another document now, with {spans} of its spans", spans=spans
        )
        return Finding(ERROR, self._named(identifier), what, LOOK)

    def _lost_with_text(self, table: Table, document: bytes, n: int) -> Finding:
        if table is SOURCE:
            return Finding(ERROR, self._named(document), Phrase("its text cannot be read"), LOOK)
        what = Phrase("{count} rows of {table} are lost with its text", count=n, table=NAMES[table.name])
        return Finding(ERROR, self._named(document), what, LOOK)

    def _finding(self, table: Table, cells: Cells, reason: str) -> Finding:
        document = _document(table, cells)
        name, identifier = NAMES[table.name], key_of(table, cells)[-1].hex()
        where = (
            Phrase("{table} {id} of {place}", table=name, id=identifier, place=self._title(document))
            if document
            else Phrase("{table} {id}", table=name, id=identifier)
        )
        return Finding(ERROR, where, reason, LOOK)

    def _missing(self) -> list[Finding]:
        """Return of which scopes the damaged file had more or other rows than were found, as far as its seals can tell."""
        sealed = self._harvest.sealed()
        if not sealed and self._harvest.broken:
            what = Phrase("{count} rows cannot be read, nobody knows of what", count=self._harvest.broken)
            return [Finding(ERROR, FILE, what, LOOK)]
        differences = [
            Finding(ERROR, self._scope(scope), difference, LOOK)
            for scope, seal in sorted(sealed.items())
            if (difference := self._difference(scope, *seal))
        ]
        unknown = [] if self._seen.keys() <= sealed.keys() else [Finding(ERROR, FILE, UNCOUNTED, LOOK)]
        return unknown + differences

    def _difference(self, scope: bytes, n: int, total: int) -> str:
        """Return what is to be said of a scope, "" if each of its *n* rows was read as it was written, or is told of."""
        seen = self._seen.get(scope, set())
        if n > len(seen):
            return Phrase("{lost} of {all} rows cannot be read", lost=n - len(seen), all=n)
        if (n, total) == (len(seen), seals.signed(sum(seen))):
            return ""
        is_told = any(seals.scope_of(table, cells) == scope for table, cells in self._left_out)
        return "" if is_told else Phrase("not all of the {count} rows are as they were written", count=n)

    def _scope(self, scope: bytes) -> str:
        table = BY_CODE[scope[0]]
        name = NAMES[table.name]
        return (
            Phrase("{table} of {place}", table=name, place=self._title(scope[-ID_BYTES:]))
            if "document" in table.scope
            else name
        )


def _document(table: Table, cells: Cells) -> bytes:
    """Return the document a row belongs to, empty if to none."""
    return bytes(cells[table.names.index("document")]) if "document" in table.key_names else b""  # type: ignore[arg-type]


def _age(table: Table, cells: Cells) -> tuple[int, bytes]:
    version = version_of(table, cells)
    return version.hlc, version.device
