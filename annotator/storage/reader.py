"""What can be asked of a project file; every answer is read to its end, so no reader holds up a writer."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.documents import Document, Source, State
from annotator.model.errors import InvalidFile
from annotator.model.layers import Layer
from annotator.model.notes import COMMENT, Note
from annotator.model.relations import Relation
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span
from annotator.storage import history, seals
from annotator.storage.history import Entry, History
from annotator.storage.journal import Line
from annotator.storage.rows import LABELS, LAYERS, NOTES, RELATIONS, SCHEMAS, SOURCES, SPANS, STATES, Form, R
from annotator.storage.tables import Table, quoted

_HELD = (
    "WITH RECURSIVE known(held) AS (SELECT min(layer) FROM span UNION ALL "
    "SELECT (SELECT min(layer) FROM span WHERE layer > held) FROM known WHERE held IS NOT NULL)"
)

SAID = (SPANS, RELATIONS, NOTES)  # what a layer says in a document
MOST_TEXTS = 500
Mark = tuple[bytes, bytes, int, int, str, str]
"""A span as cheap as it can be read: id, label, start, end (code points), the cells of its segments and attributes."""

_PLACED = " AND layer = ? AND document = ?"
_IS_OPEN = "kind <> ? AND resolved = 0"


@dataclass(frozen=True, slots=True)
class Reader:
    """A view of the project, for one question or one edit; used on the store's thread only. Offsets are code points."""

    con: sqlite3.Connection
    journal: History

    def schema_rows(self) -> tuple[SchemaBody, tuple[Label, ...]]:
        """Return the schema row and the labels; raises InvalidFile when the file has no schema."""
        bodies = self._live(SCHEMAS)
        if not bodies:
            raise InvalidFile("this project has no label schema: restore a backup, or import its documents into a new project")
        return bodies[0], self._live(LABELS)

    def layers(self) -> tuple[Layer, ...]:
        """Return all layers, in the order of their ids."""
        return self._live(LAYERS)

    def sources(self) -> tuple[Source, ...]:
        """Return what is known about the documents; a document is in the project while it has one of these."""
        return self._live(SOURCES)

    def sources_after(self, last: Source | None, limit: int) -> tuple[Source, ...]:
        """Return the next *limit* sources after *last* in the order of their keys, the first ones if it is None."""
        key = SOURCES.key(last) if last else (b"", b"")
        return self._live(SOURCES, " AND (document, id) > (?, ?)", *key, limit=limit)

    def source(self, document: bytes, identifier: bytes) -> Source | None:
        """Return one source, or None if it is not there or deleted."""
        return self._one(SOURCES, document, identifier)

    def document(self, identifier: bytes) -> Document:
        """Return a document with its text; raises KeyError."""
        row = self.con.execute("SELECT id, text FROM document WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            raise KeyError(identifier)
        return Document(*row)

    def documents_in_use(self) -> tuple[bytes, ...]:
        """Return the ids of the documents that are in the project, in their order."""
        sql = f"SELECT DISTINCT document FROM {self._rows(SOURCES.table)} WHERE dead = 0 ORDER BY document"
        return tuple(document for (document,) in self.con.execute(sql).fetchall())

    def is_in_use(self, document: bytes) -> bool:
        """Whether a document is in the project."""
        sql = f"SELECT 1 FROM {self._rows(SOURCES.table)} WHERE document = ? AND dead = 0 LIMIT 1"
        return self.con.execute(sql, (document,)).fetchone() is not None

    def document_lengths(self) -> dict[bytes, int]:
        """Return the length of every text, in code points, by document."""
        return dict(self.con.execute("SELECT id, length FROM document").fetchall())

    def spans(self, document: bytes, layer: bytes | None = None) -> tuple[Span, ...]:
        """Return the spans of a document, of all layers or of one, by place: smallest start first, then the longest."""
        return self._spans(document, layer, "")

    def are_sealed(self, document: bytes, layer: bytes) -> bool:
        """Whether spans, relations and notes of a layer on a document, erased ones too, are as this program left them."""
        forms = SAID if self.has_attached(document, layer) else (SPANS,)
        return all(seals.is_sealed(self.con, form.table, layer, document) for form in forms)

    def has_attached(self, document: bytes, layer: bytes) -> bool:
        """Whether a layer has, or had, relations or notes on a document: at once, for most have none."""
        return not seals.is_empty(self.con, (RELATIONS.table, NOTES.table), layer, document)

    def spans_between(self, document: bytes, layer: bytes | None, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that share a character with ``text[start:end]``, by place."""
        return self._spans(document, layer, ' AND start < ? AND "end" > ?', end, start)

    def spans_after(self, document: bytes, layer: bytes, identifier: bytes, limit: int) -> tuple[Span, ...]:
        """Return *limit* spans of a layer on a document, by their ids, from the one after *identifier* on; fewer at the end."""
        where = "layer = ? AND document = ? AND id > ? AND dead = 0 ORDER BY id LIMIT ?"
        sql = f"SELECT {SPANS.table.listed} FROM {self._rows(SPANS.table)} WHERE {where}"
        rows = self.con.execute(sql, (layer, document, identifier, limit)).fetchall()
        return tuple(SPANS.row(row) for row in rows)

    def has_more_spans(self, document: bytes, layer: bytes, count: int) -> bool:
        """Whether a layer has more than *count* spans on a document."""
        sql = f"SELECT 1 FROM {self._rows(SPANS.table)} WHERE layer = ? AND document = ? AND dead = 0 LIMIT 1 OFFSET ?"
        return self.con.execute(sql, (layer, document, count)).fetchone() is not None

    def span(self, layer: bytes, document: bytes, identifier: bytes) -> Span | None:
        """Return one span, or None if it is not there or erased."""
        return self._one(SPANS, layer, document, identifier)

    def span_versions(self, layer: bytes, document: bytes, identifier: bytes) -> tuple[Span, ...]:
        """Return all that a span ever was, the newest first; where it was erased, as it was then, with a dead version."""
        table = SPANS.table
        listed, place = f"SELECT {table.listed} FROM", f"WHERE {table.matching(table.key_names)}"
        sql = f"{listed} {table.name} {place} UNION ALL {listed} {table.was} {place} ORDER BY hlc DESC, device DESC, dead DESC"
        return tuple(SPANS.row(row) for row in self.con.execute(sql, (layer, document, identifier) * 2).fetchall())

    def spans_under(self, layer: bytes, labels: Iterable[bytes]) -> tuple[Span, ...]:
        """Return the spans of a layer under these *labels*, one document after the other."""
        return self._under(SPANS, layer, tuple(labels))

    def relations_under(self, layer: bytes, kinds: Iterable[bytes]) -> tuple[Relation, ...]:
        """Return the relations of a layer of these *kinds*, in all documents."""
        return self._under(RELATIONS, layer, tuple(kinds))

    def relations(self, document: bytes, layer: bytes) -> tuple[Relation, ...]:
        """Return the relations of a layer on a document, in the order of their ids."""
        return self._live(RELATIONS, _PLACED, layer, document)

    def relation(self, layer: bytes, document: bytes, identifier: bytes) -> Relation | None:
        """Return one relation, or None if it is not there or erased."""
        return self._one(RELATIONS, layer, document, identifier)

    def notes(self, document: bytes, layer: bytes) -> tuple[Note, ...]:
        """Return the notes of a layer on a document, in the order in which they were made."""
        return self._live(NOTES, _PLACED, layer, document)

    def every_note(self) -> tuple[Note, ...]:
        """Return the notes of all layers on all documents."""
        return self._live(NOTES)

    def note(self, layer: bytes, document: bytes, identifier: bytes) -> Note | None:
        """Return one note, or None if it is not there or erased."""
        return self._one(NOTES, layer, document, identifier)

    def texts_of(self, label: bytes, attribute: str) -> tuple[str, ...]:
        """Return the texts that spans under the label with this id have for an *attribute*, those of most spans first."""
        sql = (
            f"SELECT held.value FROM {self._rows(SPANS.table)} AS span, json_each(span.attributes) AS held "
            "WHERE span.label = ? AND span.dead = 0 AND span.attributes <> '{}' AND held.key = ? AND held.type = 'text' "
            "GROUP BY held.value ORDER BY count(*) DESC, held.value LIMIT ?"
        )
        return tuple(text for (text,) in self.con.execute(sql, (label, attribute, MOST_TEXTS)).fetchall())

    def marks(self, layer: bytes, document: bytes, after: bytes = b"", limit: int = -1) -> list[Mark]:
        """Return *limit* spans of a layer on a document, for whoever looks at all, by their ids, from the one *after* on."""
        columns = 'id, label, start, "end", segments, attributes'
        where = "layer = ? AND document = ? AND id > ? AND dead = 0 ORDER BY id LIMIT ?"
        sql = f"SELECT {columns} FROM {self._rows(SPANS.table)} WHERE {where}"
        return self.con.execute(sql, (layer, document, after, limit)).fetchall()

    def span_count(self) -> int:
        """Return how many spans there are, in all layers and documents."""
        return int(self.con.execute(f"SELECT count(*) FROM {self._rows(SPANS.table)} WHERE dead = 0").fetchone()[0])

    def has_said(self, layer: bytes, document: bytes | None = None) -> bool:
        """Whether a layer says anything about a document: a span, how far it is, a note; or marks or finishes any at all."""
        where, bound = ("layer = ?", (layer,)) if document is None else ("layer = ? AND document = ?", (layer, document))
        tables = [form.table for form in ((SPANS, STATES) if document is None else (SPANS, STATES, NOTES))]
        said = (f"EXISTS (SELECT 1 FROM {self._rows(table)} WHERE {where} AND dead = 0)" for table in tables)
        return bool(self.con.execute(f"SELECT {' OR '.join(said)}", bound * len(tables)).fetchone()[0])

    def span_counts(self, layer: bytes) -> dict[bytes, int]:
        """Return how many spans a layer has in each document that has any."""
        return self._counts("document", layer)

    def label_counts(self, layer: bytes) -> dict[bytes, int]:
        """Return how many spans a layer has under each label that it has any under."""
        return self._counts("label", layer)

    def relation_counts(self, layer: bytes) -> dict[bytes, int]:
        """Return how many relations a layer has of each kind that it has any of."""
        return self._counts("label", layer, RELATIONS.table)

    def note_counts(self, layer: bytes) -> Counter[tuple[str, bool]]:
        """Return how many notes a layer has of each kind, open (False) and resolved (True) ones apart."""
        sql = f"SELECT kind, resolved, count(*) FROM {self._rows(NOTES.table)} WHERE layer = ? AND dead = 0 GROUP BY 1, 2"
        return Counter({(kind, bool(resolved)): count for kind, resolved, count in self.con.execute(sql, (layer,)).fetchall()})

    def open_counts(self) -> dict[bytes, int]:
        """Return how many notes of all layers wait for an answer, by document."""
        sql = f"SELECT document, count(*) FROM {self._rows(NOTES.table)} WHERE {_IS_OPEN} AND dead = 0 GROUP BY document"
        return dict(self.con.execute(sql, (COMMENT,)).fetchall())

    def state(self, layer: bytes, document: bytes) -> State | None:
        """Return how far a layer is with a document, or None if nobody said."""
        return self._one(STATES, layer, document)

    def states(self, layer: bytes) -> tuple[State, ...]:
        """Return how far a layer is with each document."""
        return self._live(STATES, " AND layer = ?", layer)

    def newest(self) -> int:
        """Return the number of the newest line of the journal; it changes whenever anything does."""
        return int(self.con.execute("SELECT ifnull(max(seq), 0) FROM edit").fetchone()[0])

    def history(self, limit: int | None = None, before_seq: int | None = None) -> tuple[Entry, ...]:
        """Return the newest *limit* edits before number *before_seq*, newest first; None means all."""
        return history.entries(self.con, self.journal, limit, before_seq)

    def can_undo(self) -> Entry | None:
        """Return the edit that undo takes back next, or None."""
        line = history.newest_to_undo(self.con, self.journal)
        return self._entry(line, is_undone=False)

    def can_redo(self) -> Entry | None:
        """Return the undo that redo takes back next, or None."""
        line = history.newest_to_redo(self.con, self.journal)
        return self._entry(line, is_undone=True)

    def _entry(self, line: Line | None, *, is_undone: bool) -> Entry | None:
        return history.entry_of(line, self.journal.subjects.of(self.con, line), is_undone=is_undone) if line else None

    def _rows(self, table: Table) -> str:
        """Return what a question takes the rows of *table* from."""
        return table.name

    def _counts(self, column: str, layer: bytes, table: Table = SPANS.table) -> dict[bytes, int]:
        sql = f"SELECT {column}, count(*) FROM {self._rows(table)} WHERE layer = ? AND dead = 0 GROUP BY {column}"
        return dict(self.con.execute(sql, (layer,)).fetchall())

    def _spans(self, document: bytes, layer: bytes | None, where: str, *bound: int) -> tuple[Span, ...]:
        columns, spans = f"SELECT {SPANS.table.listed} FROM", self._rows(SPANS.table)
        live = f"document = ? AND dead = 0{where}"
        if layer is None:
            rows = self.con.execute(f"{_HELD} {columns} known JOIN {spans} ON layer = held WHERE {live}", (document, *bound))
        else:
            rows = self.con.execute(f"{columns} {spans} WHERE layer = ? AND {live}", (layer, document, *bound))
        found = [SPANS.row(row) for row in rows.fetchall()]
        return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.id)))

    def _live(self, form: Form[R], where: str = "", *bound: bytes, limit: int = -1) -> tuple[R, ...]:
        table = form.table
        sql = f"SELECT {table.listed} FROM {self._rows(table)} WHERE dead = 0{where} ORDER BY {quoted(table.key_names)} LIMIT ?"
        return tuple(form.row(row) for row in self.con.execute(sql, (*bound, limit)).fetchall())

    def _under(self, form: Form[R], layer: bytes, labels: tuple[bytes, ...]) -> tuple[R, ...]:
        """Return the live rows of a layer whose label is one of *labels*."""
        return self._live(form, f" AND layer = ? AND label IN ({', '.join('?' * len(labels))})", layer, *labels)

    def _one(self, form: Form[R], *key: bytes) -> R | None:
        row = self.con.execute(form.table.select, key).fetchone()
        return None if row is None or row[len(key) + 2] else form.row(row)
