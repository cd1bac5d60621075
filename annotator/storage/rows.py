"""Which table a frozen value lives in, and how its fields become cells and come back."""

import json
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from annotator.model.attributes import Attributes, Value
from annotator.model.documents import Source, State
from annotator.model.edits import Row
from annotator.model.layers import Layer
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span
from annotator.model.versions import Version
from annotator.storage import tables
from annotator.storage.tables import Cells, Table

R = TypeVar("R", bound=Row)
NO_PAIRS, _NO_NAMES = "[]", "{}"


class Form(NamedTuple, Generic[R]):
    """How rows of one class are stored: in which table, under which key, with which values, and how they are read."""

    table: Table
    key: Callable[[Any], tuple[bytes, ...]]
    values: Callable[[Any], Cells]
    read: Callable[[Any, Version], R]

    def cells(self, row: Any, version: Version) -> Cells:
        """Return the row at *version* as its table holds it."""
        return (*self.key(row), version.hlc, version.device, int(version.dead), *self.values(row))

    def row(self, cells: Any) -> R:
        """Return the value that the *cells* of a table hold."""
        return self.read(cells, version_of(self.table, cells))


def version_of(table: Table, cells: Any) -> Version:
    """Return the version of a row from its *cells*."""
    place = len(table.key)
    hlc, device, dead = cells[place : place + 3]
    return Version(hlc, device, bool(dead))


def form_of(row: Row) -> Form[Any]:
    """Return how *row* is stored."""
    return FORMS[type(row)]


def canonical(value: object) -> str:
    """Return *value* as canonical JSON: sorted keys, no spaces, every character as itself."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _listed(values: tuple[object, ...]) -> str:
    return canonical(values) if values else NO_PAIRS


def _named(pairs: tuple[tuple[str, object], ...]) -> str:
    return canonical(dict(pairs)) if pairs else _NO_NAMES


def pairs_of(cell: str) -> tuple[Any, ...]:
    """Return the pairs in a *cell*, as of segments."""
    return () if cell == NO_PAIRS else tuple((first, second) for first, second in json.loads(cell))


def _names(cell: str) -> tuple[Any, ...]:
    return tuple(sorted(json.loads(cell).items()))


def attributes_of(cell: str) -> Attributes:
    """Return the attributes in a *cell*."""
    return () if cell == _NO_NAMES else tuple((name, _value(value)) for name, value in _names(cell))


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _read_span(cells: Any, version: Version) -> Span:
    layer, document, identifier, _, _, _, label, start, end, segments, attributes, quote = cells
    return Span(layer, document, identifier, label, start, end, quote, pairs_of(segments), attributes_of(attributes), version)


def _read_relation(cells: Any, version: Version) -> Relation:
    layer, document, identifier, _, _, _, label, head, tail, attributes = cells
    return Relation(layer, document, identifier, label, head, tail, attributes_of(attributes), version)


def _read_note(cells: Any, version: Version) -> Note:
    layer, document, identifier, _, _, _, about, text, kind, resolved = cells
    return Note(layer, document, identifier, about, kind, text, bool(resolved), version)


def _read_source(cells: Any, version: Version) -> Source:
    document, identifier, _, _, _, title, url, taken, language, direction, directions, external_id, group, skipped, facts = (
        cells
    )
    return Source(
        document,
        identifier,
        title,
        url,
        taken,
        language,
        direction,
        pairs_of(directions),
        external_id,
        group,
        bool(skipped),
        _names(facts),
        version,
    )


def _read_state(cells: Any, version: Version) -> State:
    layer, document, _, _, _, finished, labels, ranges = cells
    return State(layer, document, bool(finished), tuple(json.loads(labels)), pairs_of(ranges), version)


def _read_layer(cells: Any, version: Version) -> Layer:
    identifier, _, _, _, kind, name, same_as = cells
    return Layer(identifier, kind, name, same_as, version)


def _read_label(cells: Any, version: Version) -> Label:
    identifier, _, _, _, name, color, key, lane, gone, same_as = cells
    return Label(identifier, name, color, key, lane, bool(gone), same_as, version)


def _read_schema(cells: Any, version: Version) -> SchemaBody:
    identifier, _, _, _, name, body = cells
    return SchemaBody(identifier, name, body, version)


def _span_values(span: Span) -> Cells:
    return (span.label, span.start, span.end, _listed(span.segments), _named(span.attributes), span.quote)


def _relation_values(relation: Relation) -> Cells:
    return (relation.label, relation.head, relation.tail, _named(relation.attributes))


def _note_values(note: Note) -> Cells:
    return (note.about, note.text, note.kind, int(note.is_resolved))


def _source_values(source: Source) -> Cells:
    return (
        source.title,
        source.url,
        source.taken,
        source.language,
        source.direction,
        _listed(source.directions),
        source.external_id,
        source.split_group,
        int(source.skipped),
        _named(source.metadata),
    )


def _placed(row: Span | Relation | Note) -> tuple[bytes, ...]:
    return (row.layer, row.document, row.id)


def _identified(row: Layer | Label | SchemaBody) -> tuple[bytes, ...]:
    return (row.id,)


def _state_values(state: State) -> Cells:
    return (int(state.finished), _listed(state.labels), _listed(state.ranges))


def _label_values(label: Label) -> Cells:
    return (label.name, label.color, label.key, label.lane, int(label.gone), label.same_as)


SPANS = Form(tables.SPAN, _placed, _span_values, _read_span)
RELATIONS = Form(tables.RELATION, _placed, _relation_values, _read_relation)
NOTES = Form(tables.NOTE, _placed, _note_values, _read_note)
SOURCES = Form(tables.SOURCE, lambda source: (source.document, source.id), _source_values, _read_source)
STATES = Form(tables.STATE, lambda state: (state.layer, state.document), _state_values, _read_state)
LAYERS = Form(tables.LAYER, _identified, lambda layer: (layer.kind, layer.name, layer.same_as), _read_layer)
LABELS = Form(tables.LABEL, _identified, _label_values, _read_label)
SCHEMAS = Form(tables.SCHEMA, _identified, lambda schema: (schema.name, schema.body), _read_schema)

FORMS: dict[type[Row], Form[Any]] = {
    Span: SPANS,
    Relation: RELATIONS,
    Note: NOTES,
    Source: SOURCES,
    State: STATES,
    Layer: LAYERS,
    Label: LABELS,
    SchemaBody: SCHEMAS,
}
BY_TABLE = {form.table.name: form for form in FORMS.values()}
