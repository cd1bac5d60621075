"""Edits that note something on a span, a relation or a document, answer it, and take it away."""

from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.notes import FLAG, Note
from annotator.storage.reader import Reader

LONGEST = 10_000


def add(reader: Reader, note: Note) -> Edit:
    """Return the edit that makes *note*, nothing if it is there; raises AnnotatorError if it says nothing or too much."""
    if reader.note(note.layer, note.document, note.id):
        return Edit("")
    _check(note)
    return Edit("note", after=(note,))


def change(reader: Reader, note: Note) -> Edit:
    """Return the edit that lets a note say what *note* does; raises Stale if it was taken away, AnnotatorError as `add`."""
    now = reader.note(note.layer, note.document, note.id)
    if now is None:
        raise Stale("this note was taken away meanwhile: write another one")
    if now == note:
        return Edit("")
    _check(note)
    is_answer = now.is_resolved != note.is_resolved
    return Edit(("resolve note" if note.is_resolved else "reopen note") if is_answer else "change note", (now,), (note,))


def erase(reader: Reader, note: Note) -> Edit:
    """Return the edit that takes a note away, nothing if it is gone already."""
    now = reader.note(note.layer, note.document, note.id)
    return Edit("erase note", before=(now,)) if now else Edit("")


def _check(note: Note) -> None:
    if not note.text.strip() and note.kind != FLAG:
        raise AnnotatorError("the note says nothing: write something first")
    if len(note.text) > LONGEST:
        raise AnnotatorError("the note is longer than {most} characters: shorten it", most=LONGEST)
