"""What actors and places a project mentions, and the edits that count mentions under one name, or apart."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from annotator.model.edits import Edit, Row
from annotator.model.entities import CANONICAL, Entity, Mention, can_be_named, entities, mentioning, name_of, same_kinds
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.layers import Layer
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.storage.reader import Reader
from annotator.text.canonical import key, tidy

AROUND = 60  # code points on either side of a mention that are kept with it


def entities_of(reader: Reader, schema: Schema, layer: Layer) -> tuple[Entity, ...]:
    """Return the entities that the spans of *layer* mention, in the documents that are in the project."""
    mentions = _mentions(reader, reader.spans_under(layer.id, mentioning(schema)))
    return entities(mentions, reader.relations_under(layer.id, same_kinds(schema)), schema)


def name(  # noqa: PLR0913 - the whole of a gesture
    reader: Reader, schema: Schema, layer: Layer, mentions: Iterable[Span], name: str, *, title: str
) -> Edit:
    """Return the edit that counts *mentions* under *name*; those counted so already are left as they are.

    Raises AnnotatorError for an empty name, and where spans of their label have none; Stale if one is gone or another.
    """
    name = tidy(name)
    if not name:
        raise AnnotatorError("an entity needs a name: give it one")
    return _renamed(title, _current(reader, schema, layer, mentions), name)


def split(reader: Reader, schema: Schema, layer: Layer, mentions: Iterable[Span], name: str) -> Edit:
    """Return the edit that counts *mentions* under another *name*, or none, and joins them to no others any more.

    Raises AnnotatorError where they would stay with the others, Stale if one is gone or another.
    """
    name, spans = tidy(name), _current(reader, schema, layer, mentions)
    if name and key(name) in {key(name_of(span)) for span in spans}:
        raise AnnotatorError("these mentions are counted under this name already: give another one, or none")
    edit = _renamed("split entity", spans, name)
    gone = _ties(reader, schema, layer, spans)
    return replace(edit, title="split entity", before=(*edit.before, *gone)) if gone else edit


def _mentions(reader: Reader, spans: Iterable[Span]) -> Iterator[Mention]:
    titles = {source.document: source.title for source in reversed(reader.sources())}
    for document, found in groupby(spans, key=lambda span: span.document):
        if document in titles:
            text = reader.document(document).text
            for span in found:
                before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
                yield Mention(span, titles[document], span.covered(text), before, after)


def _current(reader: Reader, schema: Schema, layer: Layer, mentions: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(_now(reader, schema, layer, span) for span in mentions)


def _now(reader: Reader, schema: Schema, layer: Layer, span: Span) -> Span:
    now = reader.span(layer.id, span.document, span.id)
    if now is None or now.label != span.label:
        message = "a mention was erased or put under another label meanwhile: look at the entities again"
        raise Stale(message, span=(layer.id, span.document, span.id))
    if not can_be_named(schema, now.label):
        raise AnnotatorError("spans of this label have no name: add the attribute canonical to it in the schema")
    return now


def _renamed(title: str, spans: tuple[Span, ...], name: str) -> Edit:
    changed = [(span, _under(span, name)) for span in spans if name_of(span) != name]
    before, after = zip(*changed, strict=True) if changed else ((), ())
    return Edit(title if changed else "", before, after)


def _under(span: Span, name: str) -> Span:
    others = tuple(pair for pair in span.attributes if pair[0] not in {CANONICAL, "_updated"})
    return replace(span, attributes=tuple(sorted((*others, (CANONICAL, name)))) if name else others)


def _ties(reader: Reader, schema: Schema, layer: Layer, spans: tuple[Span, ...]) -> tuple[Row, ...]:
    """Return the relations "same as" between *spans* and others, and what is noted on them."""
    kinds, found = same_kinds(schema), list[Row]()
    chosen: dict[bytes, set[bytes]] = {}
    for span in spans:
        chosen.setdefault(span.document, set()).add(span.id)
    for document, ids in chosen.items():
        related = (one for one in reader.relations(document, layer.id) if one.label in kinds)
        ties = [one for one in related if len(ids.intersection(one.ends)) == 1]
        about = {one.id for one in ties}
        found += [*ties, *(note for note in reader.notes(document, layer.id) if note.about in about)]
    return tuple(found)
