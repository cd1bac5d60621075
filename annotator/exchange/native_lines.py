"""One line of ``annotator.doc/1``, checked key by key and span by span against its own text."""

import hashlib
from typing import cast

from annotator.exchange import native_notes
from annotator.exchange.native_checks import Object, Refused, attributes, check, objects, refuse_ours
from annotator.exchange.native_keys import LAYER, LINE, RELATION, REVIEWED, SPAN
from annotator.exchange.strict_json import NotJson, loads
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidSpan
from annotator.model.records import Record, RecordRelation, RecordSpan
from annotator.model.spans import Span
from annotator.text import door
from annotator.text.shown import shown


def record_of(line: bytes, *, is_first: bool = False) -> Record:
    """Return the record on a *line*; raises Refused. A byte-order mark is dropped from the first line of a file."""
    try:
        value = loads(line.removeprefix(b"\xef\xbb\xbf") if is_first else line)
    except NotJson as error:
        remedy = "restore the line from its source, or leave it out with --skip-failed"
        raise Refused(error.message, remedy, **error.values) from error
    if not isinstance(value, dict):
        raise Refused("not a JSON object")
    _check_version(value)
    check(value, LINE, AnnotatorError(""))
    return _record(value)


def _check_version(line: Object) -> None:
    version = line.get("schema")
    if version != "annotator.doc/1":
        is_ours = isinstance(version, str) and version.startswith("annotator.doc/")
        remedy = "written by a newer Annotator: update this one" if is_ours else "this is another format"
        raise Refused("schema is {found}, not 'annotator.doc/1'", remedy, found=shown(repr(version)))


def _record(line: Object) -> Record:
    text = cast("str", line["text"])
    _check_text(text, line.get("text_sha256"))
    layer = cast("Object", line["layer"])
    check(layer, LAYER, AnnotatorError("layer: "))
    reviewed = cast("Object", line.get("reviewed", {"labels": [], "ranges": []}))
    check(reviewed, REVIEWED, AnnotatorError("reviewed: "))
    meta = dict(cast("dict[str, str | None]", line.get("meta", {})))
    refuse_ours(meta, AnnotatorError("meta: "))
    exact_notes = native_notes.taken_from(meta)
    document = Document.of(text)
    spans, at_spans = _spans(cast("list[object]", line["spans"]), document)
    relations = _relations(cast("list[object]", line["relations"]), spans)
    span_ids, relation_ids = ({one.id for one in found} for found in (spans, relations))
    return Record(
        document=document,
        name=cast("str", line["id"]),
        layer_kind=cast("str", layer["kind"]),
        layer_name=cast("str", layer.get("annotator") or ""),
        layer_method=cast("str", layer.get("method") or ""),
        status=cast("str", line["status"]),
        reviewed_labels=tuple(cast("list[str]", reviewed["labels"])),
        reviewed_ranges=_ranges(reviewed["ranges"], len(text)),
        spans=spans,
        relations=relations,
        notes=native_notes.notes_of(exact_notes, at_spans, span_ids, relation_ids),
        language=cast("str", line.get("lang", "")),
        meta=tuple(sorted(meta.items())),
        split=cast("str", line.get("split", "")),
        split_key=cast("str", line.get("split_key", "")),
        provenance=tuple(sorted(cast("dict[str, str | int | None]", line.get("provenance", {})).items())),
    )


def _check_text(text: str, sha256: object) -> None:
    if sha256 is not None and sha256 != hashlib.sha256(text.encode()).hexdigest():
        raise Refused("text_sha256 is not the hash of text", "the text was changed after it was written: get the file anew")
    if door.clean(text)[0] != text:
        raise Refused("text has a byte-order mark or CR line ends", "write it with LF line ends, offsets counted so")


def _ranges(value: object, length: int) -> tuple[tuple[int, int], ...]:
    ranges = tuple((start, end) for start, end in cast("list[list[int]]", value))
    if any(end > length for _, end in ranges):
        raise Refused("reviewed: a range ends after the text, which has {length} characters", length=length)
    return ranges


def _spans(values: list[object], document: Document) -> tuple[tuple[RecordSpan, ...], dict[str, str]]:
    """Return the spans, and what is noted at each that has a note, by its id."""
    found = list(objects(values, SPAN, lambda number: AnnotatorError("span {number}: ", number=number)))
    spans = tuple(_span(value, where, document) for where, value in found)
    return spans, {cast("str", value["id"]): cast("str", value["note"]) for _, value in found if value.get("note")}


def _span(value: Object, where: AnnotatorError, document: Document) -> RecordSpan:
    refuse_ours(value.get("attrs", {}), where)
    start, end = cast("int", value["start"]), cast("int", value["end"])
    segments = tuple((a, b) for a, b in cast("list[list[int]]", value.get("segments", [])))
    try:
        made = Span.over(document, start, end, label=b"", layer=b"", by_character=True, segments=segments)
    except InvalidSpan as error:
        raise Refused("{where}{what}", where=where, what=error) from error
    if made.covered(document.text) != value["text"]:
        what = "{where}its text is {given}, but characters {start} to {end} are {there}"
        given, there = shown(repr(value["text"]), 40), shown(repr(made.covered(document.text)), 40)
        raise Refused(what, where=where, given=given, start=start, end=end, there=there)
    return RecordSpan(
        id=cast("str", value["id"]),
        start=start,
        end=end,
        label=cast("str", value["label"]),
        segments=segments,
        attributes=attributes(cast("Object", value.get("attrs", {}))),
        origin=cast("str", value.get("origin", "")),
        created=cast("str", value.get("created", "")),
        updated=cast("str", value.get("updated", "")),
    )


def _relations(values: list[object], spans: tuple[RecordSpan, ...]) -> tuple[RecordRelation, ...]:
    ids = {span.id for span in spans}
    found = objects(values, RELATION, lambda number: AnnotatorError("relation {number}: ", number=number))
    return tuple(_relation(value, where, ids) for where, value in found)


def _relation(value: Object, where: AnnotatorError, spans: set[str]) -> RecordRelation:
    refuse_ours(value.get("attrs", {}), where)
    head, tail = cast("str", value["head"]), cast("str", value["tail"])
    for end in (head, tail):
        if end not in spans:
            raise Refused("{where}no span in this line has the id {id}", where=where, id=shown(repr(end)))
    label = cast("str", value["label"])
    return RecordRelation(cast("str", value["id"]), head, tail, label, attributes(cast("Object", value.get("attrs", {}))))
