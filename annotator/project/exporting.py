"""Rows that become records, ready for a writer; offsets are code points."""

import hashlib
import json
from datetime import UTC, datetime

from annotator.model.documents import Document, Source, State
from annotator.model.ids import made_at_ms
from annotator.model.layers import ANALYST, GOLD, Layer
from annotator.model.records import COMPLETE, PARTIAL, SKIPPED, UNTOUCHED, Record, RecordSpan
from annotator.model.spans import Span
from annotator.project.importing import default_split_key

_KINDS = {ANALYST: "annotator", GOLD: "gold"}
_FIELDS = {"_created", "_origin", "_updated"}
_TRAIN, _DEV = 0.8, 0.9


def record_of(  # noqa: PLR0913, PLR0917 - one argument a row
    document: Document, source: Source, layer: Layer, spans: tuple[Span, ...], state: State | None, names: dict[bytes, str]
) -> Record:
    """Return one document in one layer as a record; *names* are the labels' names by id."""
    meta = dict(source.metadata)
    provenance = json.loads(meta.pop("_provenance", None) or "{}")
    extra = {"title": source.title, "direction": source.direction}
    meta |= {key: value for key, value in extra.items() if value}
    key = source.split_group or default_split_key(document.text)
    status = _status(source, state, spans)
    whole = ((0, len(document.text)),)
    return Record(
        document,
        source.external_id or document.id.hex(),
        layer_kind=_KINDS.get(layer.kind, "model"),
        layer_name=layer.name,
        status=status,
        reviewed_labels=state.labels if state else (),
        reviewed_ranges=whole if status == COMPLETE else (state.ranges if state else ()),
        spans=tuple(_span(span, layer, names) for span in spans),
        language=source.language,
        meta=tuple(sorted(meta.items())),
        split=split_of(key),
        split_key=key,
        provenance=tuple(sorted(provenance.items())),
    )


def split_of(key: str) -> str:
    """Return "train", "dev" or "test" by the hash of a split key: new documents move none."""
    place = int.from_bytes(hashlib.sha256(f"v1||{key}".encode()).digest()[:8]) / 2**64
    if place < _TRAIN:
        return "train"
    return "dev" if place < _DEV else "test"


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
