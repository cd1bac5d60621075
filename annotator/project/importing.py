"""Records that become one edit: documents, layers, spans, what hangs on them and states that are not in the project yet."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.documents import Document, State
from annotator.model.edits import Edit, Row
from annotator.model.errors import InvalidFile
from annotator.model.ids import new_id
from annotator.model.layers import ANALYST, GOLD, MACHINE, Layer, person
from annotator.model.records import COMPLETE, PARTIAL, Record, RecordSpan
from annotator.model.shipped import schema_of
from annotator.model.spans import Span
from annotator.project.attaching import Attaching
from annotator.project.facts import kept_id, source_of
from annotator.project.values import Imported
from annotator.storage.reader import Reader
from annotator.storage.writing import Writing
from annotator.text.shown import shown

UNKNOWN_LABEL = '{name}: the label "{label}" is not in this project; add it to the schema, or make a project with its schema'
UNKNOWN_RELATION = (
    '{name}: the relation "{label}" is not in this project; add it to the schema, or make a project with its schema'
)
KINDS = {"annotator": ANALYST, "gold": GOLD, "model": MACHINE, "import": MACHINE}


class Wishes(NamedTuple):
    """What the analyst said about an import.

    ``analyst`` is whose the records are that name nobody; their documents are all ``finished``, whatever the file or the
    project says; what cannot be taken ``skips_failed``, instead of stopping all; ``without_backup`` none is made before much
    comes in.
    """

    analyst: str = ""
    finished: bool = False
    skips_failed: bool = False
    without_backup: bool = False


class Plan:
    """What an import will write, gathered record by record; used on the store's thread only."""

    def __init__(self, reader: Reader, own: Layer, wishes: Wishes) -> None:
        """Begin with what the project holds."""
        self._reader, self._wishes = reader, wishes
        self._person = person(wishes.analyst) if wishes.analyst else own.name
        schema = schema_of(*reader.schema_rows())
        self._labels = schema.known_names
        self._layers = {(layer.kind, layer.name): layer for layer in reader.layers()}
        sources = reader.sources()
        self._known = {source.document for source in sources}
        self._names = {source.external_id or source.document.hex() for source in sources}
        self._looked_for = tuple(sorted(label.name for label in schema.labels))
        self._states: set[tuple[bytes, bytes]] = set()
        self._spans: set[tuple[bytes, bytes, bytes]] = set()
        self.attaching = Attaching(reader)
        self.rows: list[Row] = []
        self.replaced: list[Row] = []
        self.refused: list[InvalidFile] = []
        self.documents: dict[bytes, Document] = {}
        self.seen: set[bytes] = set()
        self.spans = 0

    def add(self, record: Record) -> None:
        """Plan one record; raises InvalidFile for a name that the project cannot take, unless it is skipped."""
        try:
            self._check(record)
        except InvalidFile as error:
            if not self._wishes.skips_failed:
                raise
            self.refused.append(error)
            return
        document = record.document
        self.seen.add(document.id)
        if document.id not in self._known:
            self._known.add(document.id)
            self.documents[document.id] = document
            self.rows.append(source_of(record, self._free_name(record)))
        layer = self._layer(record)
        spans = {span.id: self._add_span(span, document, layer) for span in record.spans}
        self.attaching.add(record, layer, spans)
        self._add_state(record, layer)

    def writing(self, title: str) -> Writing:
        """Return everything planned as one edit."""
        attached = self.attaching.rows({identifier for _, _, identifier in self._spans})
        edit = Edit(title, tuple(self.replaced), (*self.rows, *attached))
        return Writing(edit, tuple(self.documents.values()), without_backup=self._wishes.without_backup)

    def _check(self, record: Record) -> None:
        if record.layer_kind not in KINDS:
            message = "{name}: a {kind} layer is computed, not imported; import the layers it came from"
            raise InvalidFile(message, name=shown(record.name), kind=record.layer_kind)
        for span in record.spans:
            if span.label not in self._labels:
                raise InvalidFile(UNKNOWN_LABEL, name=shown(record.name), label=shown(span.label))
        unknown = self.attaching.unknown(record)
        if unknown:
            raise InvalidFile(UNKNOWN_RELATION, name=shown(record.name), label=shown(unknown))

    def _free_name(self, record: Record) -> str:
        """Return the name a new document goes out with: the one it came with, made another where two share it."""
        identifier = record.document.id.hex()
        made = (record.name, *(f"{record.name}-{identifier[:digits]}" for digits in (8, 16, 32)), identifier)
        name = next(name for name in made if name not in self._names)
        self._names.add(name)
        return name

    def _layer(self, record: Record) -> Layer:
        kind = KINDS[record.layer_kind]
        name = record.layer_name or (self._person if kind == ANALYST else record.layer_kind)
        if (kind, name) not in self._layers:
            self._layers[kind, name] = Layer(new_id(), kind, name)
            self.rows.append(self._layers[kind, name])
        return self._layers[kind, name]

    def _add_span(self, given: RecordSpan, document: Document, layer: Layer) -> bytes:
        """Plan a span unless it is there; return its id in the project."""
        facts = (document.id.hex(), layer.name, given.label, given.start, given.end, given.segments)
        key = (layer.id, document.id, kept_id(given.id, facts))
        if key in self._spans or self._reader.span(*key):
            return key[2]
        own = (("_created", given.created), ("_origin", given.origin), ("_updated", given.updated))
        attributes = dict(given.attributes) | {name: value for name, value in own if value}
        self._spans.add(key)
        self.spans += 1
        self.rows.append(
            Span.over(
                document,
                given.start,
                given.end,
                label=self._labels[given.label],
                layer=layer.id,
                identifier=key[2],
                by_character=True,
                segments=given.segments,
                attributes=tuple(sorted(attributes.items())),
            )
        )
        return key[2]

    def _add_state(self, record: Record, layer: Layer) -> None:
        key = (layer.id, record.document.id)
        before, state = self._reader.state(*key), self._state(record, key)
        if state is None or key in self._states or (before and (before.finished or not self._wishes.finished)):
            return
        self._states.add(key)
        self.rows.append(state)
        if before:
            self.replaced.append(before)

    def _state(self, record: Record, key: tuple[bytes, bytes]) -> State | None:
        if self._wishes.finished:
            return State(*key, finished=True, labels=self._looked_for)
        if record.status == COMPLETE:
            return State(*key, finished=True, labels=record.reviewed_labels)
        says_something = record.status == PARTIAL and (record.reviewed_ranges or record.reviewed_labels)
        return (
            State(*key, finished=False, labels=record.reviewed_labels, ranges=record.reviewed_ranges)
            if says_something
            else None
        )


def plan(reader: Reader, own: Layer, records: Sequence[Record], wishes: Wishes) -> Plan:
    """Return what importing *records* would write."""
    planned = Plan(reader, own, wishes)
    for record in records:
        planned.add(record)
    return planned


def counted(planned: Plan) -> Imported:
    """Return how much that is."""
    known = len(planned.seen) - len(planned.documents)
    hanging = planned.attaching
    counts = (planned.spans, len(hanging.relations), len(hanging.notes))
    return Imported(len(planned.documents), known, *counts, None, tuple(planned.refused))
