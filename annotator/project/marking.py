"""Edits that mark, erase, relabel and move spans, and say how far a document is; offsets are code points."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from annotator.model.attributes import PART, Attribute, Attributes, Value, changed
from annotator.model.documents import Document, Source, State
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, InvalidSpan, Stale
from annotator.model.layers import Layer
from annotator.model.notes import Note
from annotator.model.parts import Parts, reshaped, with_edges
from annotator.model.relations import LANE, Relation
from annotator.model.schemas import Label, Schema
from annotator.model.spans import Span
from annotator.project.stated import asks_for_count, recounted, with_count
from annotator.storage.reader import Reader
from annotator.text.shown import shown


def mark(  # noqa: PLR0913, PLR0917 - the whole of a gesture
    reader: Reader, schema: Schema, layer: Layer, document: Document, start: int, end: int, label: Label, *, by_character: bool
) -> Edit:
    """Return the edit that marks ``document.text[start:end]``; raises InvalidSpan if it is marked so already."""
    span = Span.over(document, start, end, label=label.id, layer=layer.id, by_character=by_character)
    return add(reader, with_count(span, document.text, schema))


def add(reader: Reader, span: Span) -> Edit:
    """Return the edit that marks with *span*, nothing if it is there; raises InvalidSpan if another one marks the same so."""
    if reader.span(span.layer, span.document, span.id):
        return Edit("")
    _refuse_twice(reader, span)
    return Edit("mark", after=(span,))


def erase(reader: Reader, layer: Layer, document: bytes, span_ids: Iterable[bytes]) -> Edit:
    """Return the edit that erases the spans with these ids, their relations and notes; those erased already are passed over."""
    found = (reader.span(layer.id, document, identifier) for identifier in span_ids)
    spans = tuple(span for span in found if span)
    return Edit("erase", before=(*spans, *attached(reader, layer.id, document, {span.id for span in spans})))


def attached(reader: Reader, layer: bytes, document: bytes, ids: AbstractSet[bytes]) -> tuple[Relation | Note, ...]:
    """Return the relations that join a span of those with these *ids*, and the notes about either."""
    relations = tuple(relation for relation in reader.relations(document, layer) if not ids.isdisjoint(relation.ends))
    about = ids | {relation.id for relation in relations}
    return (*relations, *(note for note in reader.notes(document, layer) if note.about in about))


def set_attributes(reader: Reader, span: Span, attributes: tuple[Attribute, ...], changes: Attributes) -> Edit:
    """Return the edit that gives *span* other values of the *attributes* that its label has; None takes a value away.

    Raises Stale if it was put under another label meanwhile, AnnotatorError for a value that is none of the attribute's.
    """
    now = _current(reader, span)
    if now.label != span.label:
        raise Stale("this span is under another label meanwhile: look at it again", span=(span.layer, span.document, span.id))
    for name, value in changes:
        _check_value(attributes, name, value)
    return _changed(reader, "attributes", now, replace(now, attributes=changed(now.attributes, changes)))


def relabel(reader: Reader, schema: Schema, span: Span, label: Label) -> Edit:
    """Return the edit that puts *span* under another label; a count read from its text goes, or comes, with the label."""
    now = _current(reader, span)
    after = replace(now, label=label.id)
    if asks_for_count(schema, now.label) or asks_for_count(schema, label.id):
        after = recounted(now, after, reader.document(now.document).text, schema)
    return _changed(reader, "relabel", now, after)


def move(  # noqa: PLR0913, PLR0917 - the whole of a gesture
    reader: Reader, schema: Schema, document: Document, span: Span, start: int, end: int, *, by_character: bool
) -> Edit:
    """Return the edit that moves the outer edges of *span* to *start* and *end*; parts between stay."""
    now = _current(reader, span)
    moved = reshaped(now, document, with_edges(now.parts, start, end), by_character=by_character)
    return _changed(reader, "move edge", now, recounted(now, moved, document.text, schema))


def reshape(  # noqa: PLR0913 - the whole of a gesture
    reader: Reader, schema: Schema, document: Document, span: Span, parts: Parts, *, by_character: bool
) -> Edit:
    """Return the edit that makes *span* cover these *parts*, which are joined where they touch."""
    now = _current(reader, span)
    shaped = recounted(now, reshaped(now, document, parts, by_character=by_character), document.text, schema)
    return _changed(reader, "add part" if shaped.length > now.length else "take out part", now, shaped)


def finish(reader: Reader, layer: Layer, document: bytes, *, finished: bool) -> Edit:
    """Return the edit that finishes or reopens a document; finishing keeps the names of the labels looked for."""
    before = reader.state(layer.id, document)
    looked_for = tuple(label.name for label in reader.schema_rows()[1] if not label.gone and label.lane != LANE)
    after = State(layer.id, document, finished, tuple(sorted(looked_for)) if finished else ())
    if before == after or (before is None and not finished):
        return Edit("")
    return Edit("finish" if finished else "reopen", (before,) if before else (), (after,))


def change_source(title: str, before: Source, after: Source) -> Edit:
    """Return the edit that replaces what is known about a document; nothing if it is the same."""
    return Edit("") if before == after else Edit(title, (before,), (after,))


def source_of(reader: Reader, document: bytes) -> Source:
    """Return the first live source of a document; raises Stale when it was removed."""
    for source in reader.sources():
        if source.document == document:
            return source
    raise Stale("this document is no longer in the project: choose another one")


def _check_value(attributes: tuple[Attribute, ...], name: str, value: Value) -> None:
    known = next((attribute for attribute in attributes if name in attribute.names), None)
    fits = value is None or (known and (known.kind == PART or known.fits(value)))
    if not fits:
        raise AnnotatorError("{name} cannot be {value}: choose another value", name=shown(name), value=shown(repr(value)))


def _current(reader: Reader, span: Span) -> Span:
    now = reader.span(span.layer, span.document, span.id)
    if now is None:
        raise Stale("this span was erased meanwhile: mark it again", span=(span.layer, span.document, span.id))
    return now


def _changed(reader: Reader, title: str, before: Span, after: Span) -> Edit:
    if before == after:
        return Edit("")
    _refuse_twice(reader, after)
    kept = tuple(pair for pair in after.attributes if pair[0] != "_updated")
    return Edit(title, (before,), (replace(after, attributes=kept),))


def _refuse_twice(reader: Reader, span: Span) -> None:
    for other in reader.spans_between(span.document, span.layer, span.start, span.end):
        same = (other.start, other.end, other.label, other.segments) == (span.start, span.end, span.label, span.segments)
        if same and other.id != span.id:
            raise InvalidSpan("this stretch is marked so already: choose another label or another stretch")
