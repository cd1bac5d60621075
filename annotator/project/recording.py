"""Rows that become records, ready for a writer; offsets are code points."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from annotator.model import shipped
from annotator.model.documents import Document, Source, State
from annotator.model.errors import AnnotatorError
from annotator.model.ids import made_at_ms
from annotator.model.layers import ANALYST, GOLD, Layer
from annotator.model.records import COMPLETE, PARTIAL, SKIPPED, UNTOUCHED, Record, RecordSpan
from annotator.model.schemas import Label, SchemaBody, representatives
from annotator.model.spans import Span
from annotator.project import trusting
from annotator.project.attached import Known, ids_of, live, notes_of, relations_of
from annotator.project.facts import default_split_key, meta_of, provenance_of
from annotator.storage.picture import Picture
from annotator.storage.reader import Reader
from annotator.text.shown import shown

EACH = "each"
_KINDS = {ANALYST: "annotator", GOLD: "gold"}
_FIELDS = {"_created", "_origin", "_updated"}
_TRAIN, _DEV = 0.8, 0.9
PAGE = 200


class Pair(NamedTuple):
    """A document in a layer: one line of a training file."""

    source: Source
    layer: Layer


class _Said(NamedTuple):
    """A document, and the layers that say something about it."""

    source: Source
    layers: tuple[Layer, ...]


def records(picture: Picture, layers: str, own: Layer, *, untouched: bool) -> Iterator[Record]:
    """Yield every document of a *picture* in each of the *layers* chosen (see `chosen`), by its name, then by layer.

    Those that nobody said anything about are left out unless *untouched* ones are wanted.
    """
    asked = picture.ask(lambda reader: chosen(reader, layers, own)).result()
    known = _known(*picture.ask(Reader.schema_rows).result())
    for pair in _pairs(picture, asked, untouched=untouched):
        record = picture.ask(partial(_record_of, pair=pair, known=known)).result()
        if untouched or record.status != UNTOUCHED or record.notes:
            yield record


def _known(body: SchemaBody, labels: tuple[Label, ...]) -> Known:
    schema = shipped.schema_of(body, labels)
    kinds = schema.kinds
    names = {kind.id: kind.name for kind in kinds} | {key: label.name for key, label in representatives(labels).items()}
    return Known(names, kinds, {name: names[label] for name, label in schema.known_names.items()})


def _pairs(picture: Picture, layers: tuple[Layer, ...], *, untouched: bool) -> list[Pair]:
    """Return what is to be told, asked for some documents at a time: nobody waits until all are found."""
    found: dict[bytes, _Said] = {}
    page = picture.ask(partial(_said, last=None, layers=layers)).result()
    while page:
        for said in page:
            found.setdefault(said.source.document, said)
        page = picture.ask(partial(_said, last=page[-1].source, layers=layers)).result()
    return [
        Pair(said.source, layer)
        for said in sorted(found.values(), key=lambda said: (_name(said.source), said.source.document))
        for layer in (layers if untouched or said.source.skipped else said.layers)
    ]


def _said(reader: Reader, last: Source | None, layers: tuple[Layer, ...]) -> list[_Said]:
    """Return the next documents after *last*, each with those of *layers* that say something about it."""
    return [
        _Said(source, tuple(layer for layer in layers if reader.has_said(layer.id, source.document)))
        for source in reader.sources_after(last, PAGE)
    ]


def chosen(reader: Reader, layers: str, own: Layer) -> tuple[Layer, ...]:
    """Return the layers that *layers* names: "gold", "each" for everybody's, a person's or a machine's name.

    "" stands for the gold layer where it says something, else for the only person's that does. Raises AnnotatorError where
    that is in doubt, or a name is nobody's.
    """
    known = sorted(reader.layers(), key=lambda layer: (layer.kind not in _KINDS, layer.kind != GOLD, layer.name, layer.id))
    if layers == EACH:
        return tuple(layer for layer in known if layer.kind in _KINDS)
    if layers:
        return _named(layers, known)
    meant = _meant(reader, known)
    if len(meant) > 1:
        names = ", ".join(shown(layer.name) for layer in meant)
        message = "several people marked in this project ({names}): choose with --layers each, or one of the names"
        raise AnnotatorError(message, names=names)
    return meant or _others(known, own) or (own,)


def _others(known: list[Layer], own: Layer) -> tuple[Layer, ...]:
    """Return the only other person's layer: they who brought in what nobody has said anything about."""
    others = tuple(layer for layer in known if layer.kind == ANALYST and layer.id != own.id)
    return others if len(others) == 1 else ()


def people(reader: Reader) -> tuple[str, ...]:
    """Return whose layers an export has to choose from: none or one where there is nothing to ask."""
    return tuple(layer.name for layer in _meant(reader, sorted(reader.layers(), key=lambda layer: (layer.name, layer.id))))


def _meant(reader: Reader, known: list[Layer]) -> tuple[Layer, ...]:
    """Return the gold layer if it says something, else the layers of people that do."""
    said = [layer for layer in known if layer.kind in _KINDS and reader.has_said(layer.id)]
    gold = tuple(layer for layer in said if layer.kind == GOLD)
    return gold[:1] or tuple(said)


def _record_of(reader: Reader, pair: Pair, known: Known) -> Record:
    """Return one document in one layer as a record; raises InvalidFile where something else changed its spans."""
    document, layer = reader.document(pair.source.document), pair.layer.id
    spans = reader.spans(document.id, layer)
    doubt = trusting.doubt(reader, document, pair.source, layer, spans)
    if doubt:
        raise doubt
    record = _record(pair, document, spans, reader.state(layer, document.id), known)
    if reader.has_attached(document.id, layer):
        relations, notes = live(reader.relations(document.id, layer), spans), reader.notes(document.id, layer)
        record = replace(record, notes=notes_of(reader, notes, ids_of(spans, relations)))
    else:
        relations = ()
    told = relations_of(relations, spans, known)
    return replace(record, relations=told) if told else record


def split_of(key: str) -> str:
    """Return "train", "dev" or "test" by the hash of a split key: new documents move none."""
    place = int.from_bytes(hashlib.sha256(f"v1||{key}".encode()).digest()[:8]) / 2**64
    if place < _TRAIN:
        return "train"
    return "dev" if place < _DEV else "test"


def _named(name: str, known: list[Layer]) -> tuple[Layer, ...]:
    found = tuple(layer for layer in known if name == layer.name or name == GOLD == layer.kind)
    if not found:
        names = ", ".join(shown(layer.name) for layer in known)
        message = "nobody here is called {name}: choose one of {names}, gold or each"
        raise AnnotatorError(message, name=shown(name), names=names)
    return found


def _name(source: Source) -> str:
    return source.external_id or source.document.hex()


def _record(pair: Pair, document: Document, spans: tuple[Span, ...], state: State | None, known: Known) -> Record:
    source, layer = pair.source, pair.layer
    key = source.split_group or default_split_key(document.text)
    status = _status(source, state, spans)
    whole = ((0, len(document.text)),)
    return Record(
        document,
        _name(source),
        layer_kind=_KINDS.get(layer.kind, "model"),
        layer_name=layer.name,
        status=status,
        reviewed_labels=_called_now(state.labels, known) if state else (),
        reviewed_ranges=whole if status == COMPLETE else (state.ranges if state else ()),
        spans=tuple(_span(span, layer, known.names) for span in spans),
        language=source.language,
        meta=meta_of(source),
        split=split_of(key),
        split_key=key,
        provenance=provenance_of(source),
    )


def _called_now(names: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """Return what labels are called that were looked for under these *names*: some may be renamed, or merged, since."""
    now = tuple(known.now.get(name, name) for name in names)
    return names if now == names else tuple(sorted(set(now)))


def _status(source: Source, state: State | None, spans: tuple[Span, ...]) -> str:
    if source.skipped:
        return SKIPPED
    if state and state.finished:
        return COMPLETE
    return PARTIAL if spans else UNTOUCHED


def _span(span: Span, layer: Layer, names: dict[bytes, str]) -> RecordSpan:
    own = dict(span.attributes)
    return RecordSpan(
        span.id.hex(),
        span.start,
        span.end,
        names[span.label],
        span.segments,
        tuple(pair for pair in span.attributes if pair[0] not in _FIELDS),
        str(own.get("_origin") or ("manual" if layer.kind == ANALYST else "")),
        str(own.get("_created") or _utc(made_at_ms(span.id))),
        str(own.get("_updated") or _utc(span.version.unix_ms if span.version else None)),
    )


def _utc(unix_ms: int | None) -> str:
    return "" if unix_ms is None else datetime.fromtimestamp(unix_ms // 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
