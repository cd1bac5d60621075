"""The native format ``annotator.doc/1``: one line of JSON, one document in one layer."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.exchange import native_notes
from annotator.exchange.formats import Format, Preset, ReadOptions
from annotator.exchange.native_checks import Refused
from annotator.exchange.native_lines import record_of
from annotator.exchange.sources import lines, opened
from annotator.model.errors import AnnotatorError
from annotator.model.records import COMPLETE, PARTIAL, Problem, Record, RecordRelation, RecordSpan
from annotator.model.spans import covered
from annotator.text.shown import shown

SCHEMA = "annotator.doc/1"
MOST_PROBLEMS = 100
# str.splitlines() and the readers of codecs break at these.
_BREAKING = ((c.encode(), json.dumps(c)[1:-1].encode()) for c in "\u2028\u2029\x85")
_BREAKS = tuple(_BREAKING)


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """Yield the line of each record as it comes, its newline included."""
    for record in records:
        line = json.dumps(_object(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        for character, escape in _BREAKS:
            line = line.replace(character, escape)
        yield line + b"\n"


def read(path: Path, _: ReadOptions) -> Iterator[Record | Problem]:
    """Yield a record or a problem for each line of the file at *path*, which is UTF-8; at most 100 problems, then it stops.

    A line that says the same of a document in a layer as one before it is passed over, one that says another thing a problem.
    """
    name = shown(path.name)
    problems, known = 0, dict[tuple[bytes, str, str], tuple[int, bytes]]()
    with opened(path) as stream:
        for number, line in enumerate(lines(stream, name), start=1):
            if not line.strip():
                continue
            try:
                record = record_of(line, is_first=number == 1)
                if _is_new(record, number, known):
                    yield record
            except Refused as refused:
                problems += 1
                yield Problem(name, number, refused.what, refused.remedy)
            if problems == MOST_PROBLEMS:
                so_far = AnnotatorError("{count} problems so far", count=MOST_PROBLEMS)
                yield Problem(name, number, so_far, AnnotatorError("the rest of the file was not read"))
                return


def _is_new(record: Record, number: int, known: dict[tuple[bytes, str, str], tuple[int, bytes]]) -> bool:
    """Note which line speaks of a document in a layer; raises Refused if an earlier one said another thing of it."""
    key = (record.document.id, record.layer_kind, record.layer_name)
    says = hashlib.blake2b(repr(record).encode(), digest_size=16).digest()
    first, said = known.setdefault(key, (number, says))
    if said != says:
        raise Refused("the same document in the same layer as line {line}, but not the same about it", line=first)
    return first == number


def recognise(name: str, head: bytes) -> float:
    """Return how certain it is that this is the native format: by its first bytes, else by the suffix."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"schema":"annotator.doc/'):
        return 1.0
    return 0.8 if name.lower().endswith(".jsonl") else 0.0


def _object(record: Record) -> dict[str, object]:
    text = record.document.text
    spans = sorted(record.spans, key=lambda span: (span.start, -span.end, span.id))
    notes = native_notes.told(record.notes)
    reviewed = {"labels": list(record.reviewed_labels), "ranges": [list(pair) for pair in record.reviewed_ranges]}
    optional = {
        "lang": record.language,
        "meta": dict(sorted((*record.meta, *native_notes.kept(record.notes).items()))),
        "split": record.split,
        "split_key": record.split_key,
    }
    return {
        "schema": SCHEMA,
        "id": record.name,
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "unit": "codepoint",
        **{key: value for key, value in optional.items() if value},
        "layer": _layer(record),
        "status": record.status,
        **({"reviewed": reviewed} if record.status in {COMPLETE, PARTIAL} else {}),
        "spans": [_span(span, text, notes.get(span.id, "")) for span in spans],
        "relations": _relations(record.relations, spans),
        **({"provenance": dict(sorted(record.provenance))} if record.provenance else {}),
    }


def _layer(record: Record) -> dict[str, str]:
    optional = {"annotator": record.layer_name, "method": record.layer_method}
    return {"kind": record.layer_kind, **{key: value for key, value in optional.items() if value}}


def _span(span: RecordSpan, text: str, note: str) -> dict[str, object]:
    optional = {
        "segments": [list(segment) for segment in span.segments],
        "attrs": dict(sorted(span.attributes)),
        "note": note,
        "origin": span.origin,
        "created": span.created,
        "updated": span.updated,
    }
    return {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": covered(text, span.start, span.end, span.segments),
        **{key: value for key, value in optional.items() if value},
    }


def _relations(relations: Iterable[RecordRelation], spans: Iterable[RecordSpan]) -> list[dict[str, object]]:
    """Return *relations* as they are written: by the places of their heads, then of their tails."""
    places = {span.id: place for place, span in enumerate(spans)}
    ordered = sorted(relations, key=lambda one: (places[one.head], places[one.tail], one.label, one.id))
    return [_relation(relation) for relation in ordered]


def _relation(relation: RecordRelation) -> dict[str, object]:
    attributes = {"attrs": dict(sorted(relation.attributes))} if relation.attributes else {}
    return {"id": relation.id, "head": relation.head, "tail": relation.tail, "label": relation.label, **attributes}


FORMAT = Format("native", (".jsonl",), recognise, read, (Preset("native", "native.jsonl", write),))
