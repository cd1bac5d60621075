"""One line of ``annotator.doc/1``, checked key by key and span by span against its own text."""

import hashlib
from typing import cast

from annotator.exchange.native_keys import LAYER, LINE, NOT_KEPT, OURS, REVIEWED, SPAN, Key
from annotator.exchange.strict_json import NotJson, loads
from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidSpan
from annotator.model.records import Record, RecordSpan
from annotator.model.spans import Span
from annotator.text import door
from annotator.text.shown import shown

_KEEP = "correct the line, or leave it out with --skip-failed"
_Object = dict[str, object]


class Refused(Exception):
    """A line that cannot be taken: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str = _KEEP, /, **values: object) -> None:
        """Say *what* is wrong, its places filled with *values*, and the *remedy*."""
        super().__init__(what)
        self.what, self.remedy = AnnotatorError(what, **values), AnnotatorError(remedy)


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
    _check(value, LINE, AnnotatorError(""))
    return _record(value)


def _check_version(line: _Object) -> None:
    version = line.get("schema")
    if version != "annotator.doc/1":
        is_ours = isinstance(version, str) and version.startswith("annotator.doc/")
        remedy = "written by a newer Annotator: update this one" if is_ours else "this is another format"
        raise Refused("schema is {found}, not 'annotator.doc/1'", remedy, found=shown(repr(version)))


def _check(found: _Object, keys: dict[str, Key], where: AnnotatorError) -> None:
    for name in found:
        if name in NOT_KEPT:
            remedy = "take it out of the line, or update Annotator"
            raise Refused("{where}holds {key}, which this version cannot keep", remedy, where=where, key=name)
        if name not in keys:
            raise Refused("{where}unknown key {key}", where=where, key=shown(repr(name)))
    for name, key in keys.items():
        if key.is_needed and name not in found:
            raise Refused("{where}the key {key} is missing", where=where, key=repr(name))
        if name in found and not key.fits(found[name]):
            given, wanted = shown(repr(found[name]), 60), AnnotatorError(key.words)
            raise Refused("{where}{key} is {given}, not {wanted}", where=where, key=name, given=given, wanted=wanted)


def _refuse_ours(names: object, where: AnnotatorError) -> None:
    for name in sorted(cast("_Object", names).keys() & OURS):
        raise Refused("{where}the key {key} is the program's own", where=where, key=repr(name))


def _record(line: _Object) -> Record:
    text = cast("str", line["text"])
    _check_text(text, line.get("text_sha256"))
    if line["relations"]:
        raise Refused("holds relations, which this version cannot keep", "take them out of the line, or update Annotator")
    layer = cast("_Object", line["layer"])
    _check(layer, LAYER, AnnotatorError("layer: "))
    reviewed = cast("_Object", line.get("reviewed", {"labels": [], "ranges": []}))
    _check(reviewed, REVIEWED, AnnotatorError("reviewed: "))
    _refuse_ours(line.get("meta", {}), AnnotatorError("meta: "))
    document = Document.of(text)
    return Record(
        document=document,
        name=cast("str", line["id"]),
        layer_kind=cast("str", layer["kind"]),
        layer_name=cast("str", layer.get("annotator") or ""),
        layer_method=cast("str", layer.get("method") or ""),
        status=cast("str", line["status"]),
        reviewed_labels=tuple(cast("list[str]", reviewed["labels"])),
        reviewed_ranges=_ranges(reviewed["ranges"], len(text)),
        spans=_spans(cast("list[object]", line["spans"]), document),
        language=cast("str", line.get("lang", "")),
        meta=tuple(sorted(cast("dict[str, str | None]", line.get("meta", {})).items())),
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


def _spans(values: list[object], document: Document) -> tuple[RecordSpan, ...]:
    seen: set[str] = set()
    spans = []
    for number, value in enumerate(values, start=1):
        if not isinstance(value, dict):
            raise Refused("span {number}: not an object", number=number)
        span = _span(value, AnnotatorError("span {number}: ", number=number), document)
        if span.id in seen:
            raise Refused("span {number}: the id {id} stands there twice", number=number, id=shown(repr(span.id)))
        seen.add(span.id)
        spans.append(span)
    return tuple(spans)


def _span(value: _Object, where: AnnotatorError, document: Document) -> RecordSpan:
    _check(value, SPAN, where)
    _refuse_ours(value.get("attrs", {}), where)
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
        attributes=_attributes(cast("_Object", value.get("attrs", {}))),
        origin=cast("str", value.get("origin", "")),
        created=cast("str", value.get("created", "")),
        updated=cast("str", value.get("updated", "")),
    )


def _attributes(found: _Object) -> Attributes:
    pairs = ((name, tuple(value) if isinstance(value, list) else value) for name, value in sorted(found.items()))
    return cast("Attributes", tuple(pairs))
