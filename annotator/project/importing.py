"""Records that become one edit: documents, sources, layers, spans and states that are not in the project yet."""

import json
import re
from collections.abc import Sequence

from annotator.model.documents import Document, Source, State
from annotator.model.edits import Edit, Row
from annotator.model.errors import InvalidFile
from annotator.model.ids import derived_id, new_id
from annotator.model.layers import ANALYST, GOLD, MACHINE, Layer
from annotator.model.records import COMPLETE, PARTIAL, SKIPPED, Record, RecordSpan
from annotator.model.spans import Span
from annotator.storage.reader import Reader
from annotator.storage.writing import Writing
from annotator.text.folding import loose

_OWN_ID = re.compile("[0-9a-f]{32}")
KINDS = {"annotator": ANALYST, "gold": GOLD, "model": MACHINE, "import": MACHINE}


def default_split_key(text: str) -> str:
    """Return the group of a document nobody grouped: the hash of its loose text, in hex."""
    return derived_id(loose(text)).hex()


class Plan:
    """What an import will write, gathered record by record; used on the store's thread only."""

    def __init__(self, reader: Reader, own: Layer) -> None:
        """Begin with what the project holds."""
        self._reader, self._own = reader, own
        self._labels = {label.name: label.id for label in reader.schema_rows()[1]}
        self._layers = {(layer.kind, layer.name): layer for layer in reader.layers()}
        self._known = {source.document for source in reader.sources()}
        self._states: set[tuple[bytes, bytes]] = set()
        self._spans: set[tuple[bytes, ...]] = set()
        self.rows: list[Row] = []
        self.documents: dict[bytes, Document] = {}
        self.spans = 0

    def add(self, record: Record) -> None:
        """Plan one record; raises InvalidFile for a label or a layer that the project cannot take."""
        document = record.document
        if document.id not in self._known:
            self._known.add(document.id)
            self.documents[document.id] = document
            self.rows.append(_source(record))
        layer = self._layer(record)
        for span in record.spans:
            self._add_span(span, document, layer)
        self._add_state(record, layer)

    def writing(self, title: str) -> Writing:
        """Return everything planned as one edit."""
        return Writing(Edit(title, after=tuple(self.rows)), tuple(self.documents.values()))

    def _layer(self, record: Record) -> Layer:
        if record.layer_kind not in KINDS:
            message = f"{record.name}: a {record.layer_kind} layer is computed, not imported; import the layers it came from"
            raise InvalidFile(message)
        kind = KINDS[record.layer_kind]
        name = record.layer_name or (self._own.name if kind == ANALYST else record.layer_kind)
        if (kind, name) not in self._layers:
            self._layers[kind, name] = Layer(new_id(), kind, name)
            self.rows.append(self._layers[kind, name])
        return self._layers[kind, name]

    def _add_span(self, given: RecordSpan, document: Document, layer: Layer) -> None:
        if given.label not in self._labels:
            message = f'label "{given.label}" is not in this project: add it to the schema, or make a project with its schema'
            raise InvalidFile(message)
        key = (layer.id, document.id, _identifier(given, document, layer))
        if key in self._spans or self._reader.span(*key):
            return
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

    def _add_state(self, record: Record, layer: Layer) -> None:
        key = (layer.id, record.document.id)
        if record.status not in {COMPLETE, PARTIAL} or key in self._states or self._reader.state(*key):
            return
        self._states.add(key)
        whole = record.status == COMPLETE
        ranges = () if whole else record.reviewed_ranges
        if whole or ranges or record.reviewed_labels:
            self.rows.append(State(*key, whole, record.reviewed_labels, ranges))


def _identifier(given: RecordSpan, document: Document, layer: Layer) -> bytes:
    """Return our own id as it was, and for a foreign one the same id whenever it is imported."""
    if _OWN_ID.fullmatch(given.id):
        return bytes.fromhex(given.id)
    parts = (document.id.hex(), layer.name, given.label, given.start, given.end, given.segments, given.id)
    return derived_id("|".join(map(str, parts)))


def _source(record: Record) -> Source:
    document, meta = record.document, dict(record.meta)
    if record.provenance:
        meta["_provenance"] = json.dumps(dict(record.provenance), ensure_ascii=False, sort_keys=True)
    own_key = record.split_key not in {"", default_split_key(document.text)}
    return Source(
        document=document.id,
        id=derived_id(f"source:{document.id.hex()}:{record.name}"),
        title=meta.pop("title", None) or record.name,
        direction=meta.pop("direction", None) or "",
        language=record.language,
        external_id="" if record.name == document.id.hex() else record.name,
        split_group=record.split_key if own_key else "",
        skipped=record.status == SKIPPED,
        metadata=tuple(sorted(meta.items())),
    )


def plan(reader: Reader, own: Layer, records: Sequence[Record]) -> Plan:
    """Return what importing *records* would write."""
    planned = Plan(reader, own)
    for record in records:
        planned.add(record)
    return planned
