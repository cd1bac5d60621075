"""Edits that note something on a span, a relation or a document, answer it, and take it away; and all that is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.notes import FLAG, Note
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.project.values import Noted
from annotator.storage.reader import Reader

LONGEST, SHOWN = 10_000, 80


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


def every(reader: Reader) -> tuple[Noted, ...]:
    """Return what is noted in all layers on the documents of the project, in the order of lists."""
    titles = {source.document: source.title for source in reversed(reader.sources())}
    names = {layer.id: layer.name for layer in reader.layers()}
    notes = sorted((note for note in reader.every_note() if note.document in titles), key=lambda note: note.document)
    found: list[Noted] = []
    for document, same in groupby(notes, lambda note: note.document):
        there, group = _There(reader, tuple(names), document), tuple(same)
        text = reader.document(document).text if any(note.about != document for note in group) else ""
        subjects = ((note, subject(note, text, there.span, there.relation)) for note in group)
        found += [Noted(note, titles[document], names.get(note.layer, ""), *about) for note, about in subjects]
    return tuple(sorted(found, key=lambda noted: noted.order))


def subject(
    note: Note, text: str, span_of: Callable[[bytes], Span | None], relation_of: Callable[[bytes], Relation | None]
) -> tuple[tuple[str, ...], int]:
    """Return what *note* is about: the words, and where in *text* they begin (code points); none and -1 for the document.

    So it is, too, where what it was about was erased.
    """
    relation = relation_of(note.about)
    spans = [span_of(end) for end in (relation.ends if relation else (note.about,))]
    known = [span for span in spans if span]
    if len(known) < len(spans):
        return (), -1
    return tuple(" ".join(span.covered(text)[:SHOWN].split()) for span in known), known[0].start


@dataclass(frozen=True, slots=True)
class _There:
    """What notes on one document may be about, in whosever layer it is."""

    reader: Reader
    layers: tuple[bytes, ...]
    document: bytes

    def span(self, identifier: bytes) -> Span | None:
        found = (self.reader.span(layer, self.document, identifier) for layer in self.layers)
        return next(filter(None, found), None)

    def relation(self, identifier: bytes) -> Relation | None:
        found = (self.reader.relation(layer, self.document, identifier) for layer in self.layers)
        return next(filter(None, found), None)


def _check(note: Note) -> None:
    if not note.text.strip() and note.kind != FLAG:
        raise AnnotatorError("the note says nothing: write something first")
    if len(note.text) > LONGEST:
        raise AnnotatorError("the note is longer than {most} characters: shorten it", most=LONGEST)
