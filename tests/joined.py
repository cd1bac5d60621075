"""Spans and relations made for tests of how they are drawn, without a project."""

from collections.abc import Sequence

from annotator.model.documents import Document
from annotator.model.ids import NO_ID, new_id
from annotator.model.relations import Relation
from annotator.model.schemas import Schema
from annotator.model.spans import Span

LAYER = b"l" * 16
Marked = tuple[int, int, str]
Joined = tuple[int, str, int]


def spans_over(document: Document, schema: Schema, *marks: Marked) -> list[Span]:
    """Return spans given as (start, end, label name); offsets are code points."""
    return [
        Span.over(document, start, end, label=schema.named(name).id, layer=LAYER, by_character=True)
        for start, end, name in marks
    ]


def relations_of(schema: Schema, spans: Sequence[Span], *joined: Joined) -> list[Relation]:
    """Return relations given as (place of the head in *spans*, name of the kind, place of the tail)."""
    kinds = {kind.name: kind.id for kind in schema.relations}
    return [
        Relation(LAYER, spans[head].document if spans else NO_ID, new_id(), kinds[kind], spans[head].id, spans[tail].id)
        for head, kind, tail in joined
    ]
