"""What a line of the journal is about: the label and the words of the first row it changed."""

import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.documents import Source, State
from annotator.model.edits import Row
from annotator.model.errors import Stale
from annotator.model.ids import NO_ID
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.storage.journal import Line
from annotator.storage.replaying import first_row

LONGEST = 80


class Subject(NamedTuple):
    """The label of a span, zeros for another row, and its words: the text it covers, cut short, or the title of a document."""

    label: bytes = NO_ID
    words: str = ""


@dataclass(slots=True)
class Subjects:
    """Finds subjects, each once: neither the versions of rows nor texts ever change; the text read last is kept."""

    _known: dict[int, Subject] = field(default_factory=dict)
    _document: bytes = b""
    _text: str = ""

    def of(self, con: sqlite3.Connection, line: Line) -> Subject:
        """Return what *line* is about, nothing where that is no longer in the file."""
        known = self._known.get(line.seq)
        if known is None:
            known = self._known[line.seq] = self._subject(con, line)
        return known

    def _subject(self, con: sqlite3.Connection, line: Line) -> Subject:
        try:
            row: Row | None = first_row(con, line)
        except Stale:
            return Subject()
        if isinstance(row, Span):
            return Subject(row.label, self._cut(con, row))
        if isinstance(row, Relation):
            return Subject(row.label)
        if isinstance(row, Note):
            return Subject(words=" ".join(row.text[:LONGEST].split()))
        if isinstance(row, State):
            return Subject(words=title(con, row.document))
        return Subject(words=row.title if isinstance(row, Source) else "")

    def _cut(self, con: sqlite3.Connection, span: Span) -> str:
        if span.document != self._document:
            found = con.execute("SELECT text FROM document WHERE id = ?", (span.document,)).fetchone()
            self._document, self._text = span.document, found[0] if found else ""
        return " ".join(span.covered(self._text)[:LONGEST].split())


def title(con: sqlite3.Connection, document: bytes) -> str:
    """Return what a document is called, or was before it was removed; "" if nothing is known of it."""
    found = con.execute("SELECT title FROM source WHERE document = ? ORDER BY dead, id LIMIT 1", (document,)).fetchone()
    return str(found[0]) if found else ""
