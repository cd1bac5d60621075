import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.native import write
from annotator.exchange.native_lines import record_of
from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.records import COMPLETE, PARTIAL, SKIPPED, UNTOUCHED, Record, RecordNote, RecordRelation, RecordSpan
from tests.lines import LINE, encoded

PLACES = [("b", 0, 3), ("a", 0, 2), ("c", 0, 2), ("a0", 1, 3), ("a1", 1, 2)]
EMPTY = Record(Document.of(""), "a")


def line(record: Record) -> bytes:
    """Return the one line of a record."""
    (written,) = write([record])
    return written


def test_a_full_line_has_its_keys_in_their_order_and_no_spaces() -> None:
    wanted = json.loads(encoded(LINE))
    del wanted["layer"]["method"]
    compact = json.dumps(wanted, ensure_ascii=False, separators=(",", ":")).replace("\u2028", r"\u2028")
    assert line(record_of(encoded(LINE))).decode() == f"{compact}\n"


def test_a_key_with_nothing_to_say_is_left_out() -> None:
    sha256 = hashlib.sha256(b"").hexdigest()
    assert line(EMPTY).decode() == (
        f'{{"schema":"annotator.doc/1","id":"a","text":"","text_sha256":"{sha256}","unit":"codepoint",'
        '"layer":{"kind":"annotator"},"status":"untouched","spans":[],"relations":[]}\n'
    )


def test_a_span_with_nothing_to_say_has_its_place_label_and_text_only() -> None:
    record = replace(EMPTY, document=Document.of("قال"), spans=(RecordSpan("x", 0, 3, "actor"),))
    assert b'"spans":[{"id":"x","start":0,"end":3,"label":"actor","text":"\xd9\x82\xd8\xa7\xd9\x84"}]' in line(record)


def test_the_layer_says_who_and_how() -> None:
    record = replace(EMPTY, layer_kind="model", layer_name="crf", layer_method="cross-validated")
    assert b'"layer":{"kind":"model","annotator":"crf","method":"cross-validated"}' in line(record)


@pytest.mark.parametrize(("status", "is_there"), [(COMPLETE, True), (PARTIAL, True), (UNTOUCHED, False), (SKIPPED, False)])
def test_what_was_reviewed_is_said_of_what_was_looked_at(status: str, is_there: bool) -> None:  # noqa: FBT001 - the fact itself
    written = line(replace(EMPTY, status=status, reviewed_labels=("actor",), reviewed_ranges=((0, 0),)))
    assert (b'"reviewed":{"labels":["actor"],"ranges":[[0,0]]}' in written) == is_there


def test_characters_at_which_readers_break_lines_are_escaped_wherever_they_stand() -> None:
    breaking = "a\u2028b\u2029c\x85d\n\x0b\x0c\x1c\x1d\x1ee"
    span = RecordSpan("x", 0, 12, "actor", attributes=((breaking, breaking),))
    notes, relations = (RecordNote("n", "flag", breaking, "x"),), (RecordRelation("r", "x", "x", "a", ((breaking, breaking),)),)
    record = replace(
        EMPTY,
        document=Document.of(breaking),
        spans=(span,),
        relations=relations,
        notes=notes,
        meta=(("_notes_", None), (breaking, breaking)),
    )
    written = line(record)
    assert written.count(b"\n") == 1
    assert len(written.decode().splitlines()) == 1
    for escape in (rb"\u2028", rb"\u2029", rb"\u0085"):
        assert written.count(escape) == 10
    assert record_of(written) == record


def test_everything_else_is_written_as_itself() -> None:
    text = "قُتل \U0001f468\u200d\U0001f469 \u200f\u061c\ufeff\u00a0\u007f ـ"
    assert text.encode() in line(replace(EMPTY, document=Document.of(text)))


def test_a_text_that_looks_like_an_escape_is_left_alone() -> None:
    text = r"\u2028 \\u2029"
    assert record_of(line(replace(EMPTY, document=Document.of(text)))).document.text == text


@given(st.permutations(PLACES))
def test_spans_come_by_start_then_the_longer_then_by_id(places: list[tuple[str, int, int]]) -> None:
    spans = tuple(RecordSpan(identifier, start, end, "actor") for identifier, start, end in places)
    written = json.loads(line(replace(EMPTY, document=Document.of("قال"), spans=spans)))
    assert [(span["id"], span["start"], span["end"]) for span in written["spans"]] == PLACES


@given(st.data())
def test_relations_come_by_the_places_of_their_ends_then_by_label_and_id(data: st.DataObject) -> None:
    spans = tuple(RecordSpan(name, start, end, "actor") for name, start, end in PLACES)
    ends = [("b", "c", "x", "9"), ("a", "b", "y", "2"), ("a", "b", "y", "3"), ("a", "b", "z", "1"), ("a", "a1", "a", "0")]
    relations = tuple(RecordRelation(name, head, tail, label) for head, tail, label, name in data.draw(st.permutations(ends)))
    shuffled = tuple(data.draw(st.permutations(spans)))
    written = json.loads(line(replace(EMPTY, document=Document.of("قال"), spans=shuffled, relations=relations)))
    assert [tuple(relation[key] for key in ("head", "tail", "label", "id")) for relation in written["relations"]] == ends


def test_notes_are_told_at_their_spans_in_time_order_and_exactly_in_meta() -> None:
    notes = (
        RecordNote("3", "question", "ب", "x"),
        RecordNote("1", "comment", "ا\n", "x", is_resolved=True),
        RecordNote("2", "flag", "", "x"),
        RecordNote("4", "flag", "", "y"),
        RecordNote("5", "comment", "عن الكل"),
    )
    spans = (RecordSpan("x", 0, 3, "actor"), RecordSpan("y", 0, 2, "actor"))
    record = replace(EMPTY, document=Document.of("قال"), spans=spans, notes=notes, meta=(("A", None), ("a", "b")))
    written = json.loads(line(record))
    assert [span.get("note") for span in written["spans"]] == ["ا\n\nب", None]
    assert list(written["meta"]) == ["A", "_notes", "a"]
    assert written["meta"]["_notes"] == (
        '[{"about":"x","id":"1","kind":"comment","resolved":true,"text":"ا\\n"},{"about":"x","id":"2","kind":"flag","text":""},'
        '{"about":"x","id":"3","kind":"question","text":"ب"},{"about":"y","id":"4","kind":"flag","text":""},'
        '{"id":"5","kind":"comment","text":"عن الكل"}]'
    )


def test_what_has_no_order_is_written_in_one_order() -> None:
    attributes: Attributes = (("b", 1), ("a", None))
    record = replace(
        EMPTY,
        document=Document.of("قال"),
        meta=(("url", None), ("title", "خبر")),
        provenance=(("row", 1), ("file", "a")),
        spans=(RecordSpan("x", 0, 3, "actor", attributes=attributes),),
    )
    in_order = replace(
        record,
        meta=record.meta[::-1],
        provenance=record.provenance[::-1],
        spans=(replace(record.spans[0], attributes=attributes[::-1]),),
    )
    assert line(record) == line(in_order)
    assert record_of(line(record)) == in_order


def test_lines_are_written_as_they_come_one_by_one() -> None:
    def records() -> Iterator[Record]:
        for name in ("b", "a"):
            asked.append(name)
            yield replace(EMPTY, name=name)

    asked: list[str] = []
    written = write(records())
    assert json.loads(next(written))["id"] == "b"
    assert asked == ["b"]
    assert [json.loads(rest)["id"] for rest in written] == ["a"]
    assert list(write([])) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_does_not_know_is_a_mistake_of_ours(value: float) -> None:
    span = RecordSpan("x", 0, 3, "actor", attributes=(("a", value),))
    with pytest.raises(ValueError, match="not JSON compliant"):
        line(replace(EMPTY, document=Document.of("قال"), spans=(span,)))
