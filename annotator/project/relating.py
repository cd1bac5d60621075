"""Edits that relate spans to one another, and no longer."""

from collections.abc import Iterable

from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.layers import Layer
from annotator.model.relations import Relation, RelationKind
from annotator.model.schemas import label_of
from annotator.model.spans import Span
from annotator.storage.reader import Reader


def relate(reader: Reader, kind: RelationKind, relation: Relation) -> Edit:
    """Return the edit that makes *relation*, of this *kind*, nothing if it is there.

    Raises Stale if one of its spans was erased, AnnotatorError if no such relation may join them or one does already.
    """
    if reader.relation(relation.layer, relation.document, relation.id):
        return Edit("")
    head, tail = (_end(reader, relation, end) for end in relation.ends)
    if head.id == tail.id or not kind.joins(head.label, tail.label):
        raise AnnotatorError("this relation cannot join these two: choose another one, or another span")
    if any(_says_the_same(kind, relation, other) for other in reader.relations(relation.document, relation.layer)):
        raise AnnotatorError("these two are joined so already: choose another relation, or another span")
    known = {label.id for label in reader.schema_rows()[1]}
    return Edit("relate", after=(relation,) if kind.id in known else (label_of(kind), relation))


def unrelate(reader: Reader, layer: Layer, document: bytes, ids: Iterable[bytes]) -> Edit:
    """Return the edit that erases the relations with these ids and what is noted on them; the erased are passed over."""
    found = tuple(filter(None, (reader.relation(layer.id, document, identifier) for identifier in ids)))
    about = {relation.id for relation in found}
    return Edit("unrelate", before=(*found, *(note for note in reader.notes(document, layer.id) if note.about in about)))


def _end(reader: Reader, relation: Relation, identifier: bytes) -> Span:
    span = reader.span(relation.layer, relation.document, identifier)
    if span is None:
        key = (relation.layer, relation.document, identifier)
        raise Stale("a span that this relation joins was erased meanwhile: choose another one", span=key)
    return span


def _says_the_same(kind: RelationKind, relation: Relation, other: Relation) -> bool:
    if other.label != relation.label:
        return False
    return other.ends == relation.ends or (kind.is_symmetric and other.ends == relation.ends[::-1])
