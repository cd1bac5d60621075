"""The documents list, brought up to date by what an edit says, without asking the file for all documents again."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.model.documents import Source, State
from annotator.model.edits import Row
from annotator.model.notes import Note
from annotator.model.spans import Span
from annotator.project.values import Entry
from annotator.storage.store import Applied

Entries = tuple[Entry, ...]


@dataclass(slots=True)
class _Rows:
    """The rows of one document that an edit takes and brings."""

    before: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)


def relisted(entries: Entries, applied: Applied, layer: bytes) -> Entries | None:
    """Return *entries* as they are after an edit, the same if it changes none; None where only the file can tell.

    That is when a document comes or goes, and when what another window did is not known row by row. ``layer`` is the own one.
    """
    edit = applied.edit
    if applied.seq and not edit.before and not edit.after:
        return None
    rows = _by_document(edit.before, edit.after, layer)
    if not rows:
        return entries
    known = {entry.id: _changed(entry, rows[entry.id]) for entry in entries if entry.id in rows}
    if None in known.values() or any(_brings_source(found) for document, found in rows.items() if document not in known):
        return None
    relisted = [entry for entry in entries if entry.id not in known]
    for entry in filter(None, known.values()):
        insort(relisted, entry, key=lambda one: (one.title, one.id))
    return tuple(relisted)


def _by_document(before: Sequence[Row], after: Sequence[Row], layer: bytes) -> dict[bytes, _Rows]:
    """Return, by document, the rows that the list shows something of."""
    found: dict[bytes, _Rows] = {}
    for name, rows in (("before", before), ("after", after)):
        for row in rows:
            if isinstance(row, Source | Note) or (isinstance(row, Span | State) and row.layer == layer):
                getattr(found.setdefault(row.document, _Rows()), name).append(row)
    return found


def _changed(entry: Entry, rows: _Rows) -> Entry | None:
    """Return *entry* after the edit; None if another source takes the place of the one it was listed by."""
    source, finished = entry.source, entry.finished
    if any(isinstance(row, Source) and row.id == source.id for row in rows.before):
        found = [row for row in rows.after if isinstance(row, Source) and row.id == source.id]
        if not found:
            return None
        source = found[0]
    elif _brings_source(rows):
        return None
    if any(isinstance(row, State) for row in (*rows.before, *rows.after)):
        finished = any(isinstance(row, State) and row.finished for row in rows.after)
    spans = entry.spans + _spans(rows.after) - _spans(rows.before)
    waiting = entry.open_notes + _open(rows.after) - _open(rows.before)
    return entry._replace(title=source.title, source=source, spans=spans, finished=finished, open_notes=waiting)


def _brings_source(rows: _Rows) -> bool:
    return any(isinstance(row, Source) for row in rows.after)


def _spans(rows: list[Row]) -> int:
    return sum(isinstance(row, Span) for row in rows)


def _open(rows: list[Row]) -> int:
    return sum(isinstance(row, Note) and row.is_open for row in rows)
