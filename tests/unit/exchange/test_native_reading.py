import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import native
from annotator.exchange.formats import ReadOptions
from annotator.exchange.native import MOST_PROBLEMS, recognise
from annotator.exchange.native_checks import Refused
from annotator.exchange.native_lines import record_of
from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.ids import timeless_id
from annotator.model.records import COMPLETE, Problem, Record, RecordNote, RecordRelation, RecordSpan
from tests.lines import GONE, LINE, MISSHAPEN, NOTES, TEXT, UNCLEAN_TEXTS, UNTRUE, Case, changed, encoded, retold

RECORD = Record(
    Document.of(TEXT),
    "خبر/1",
    layer_kind="annotator",
    layer_name="سلمى",
    status=COMPLETE,
    reviewed_labels=("actor", "casualty"),
    reviewed_ranges=((0, 32),),
    spans=(
        RecordSpan(
            "0198c5f0a1b27c3d8e4f5a6b7c8d9e0f",
            4,
            8,
            "actor",
            attributes=(
                ("canonical", "محمد"),
                ("certain", True),
                ("max", 2),
                ("roles", ("GOV", "MIL")),
                ("side", None),
                ("weight", 0.5),
            ),
            origin="manual",
            created="20260131T235959Z",
            updated="20260201T000000Z",
        ),
        RecordSpan("span 2", 18, 31, "casualty", segments=((18, 19), (26, 31))),
    ),
    relations=(
        RecordRelation("relation 1", "span 2", "0198c5f0a1b27c3d8e4f5a6b7c8d9e0f", "victim", (("sure", True),)),
        RecordRelation("0198c5f0a1b47c3d8e4f5a6b7c8d9e0f", "span 2", "span 2", "من", (("derived", True),)),
    ),
    notes=(
        RecordNote("0198c5f0a1b37c3d8e4f5a6b7c8d9e0f", "flag", ""),
        RecordNote("note 1", "question", "كم؟\u2028", "span 2"),
        RecordNote("note 2", "comment", '😀 "ok"\n', "relation 1", is_resolved=True),
        RecordNote("note 3", "comment", "اثنان", "span 2"),
    ),
    language="ar",
    meta=(("title", "خبر\u2028"), ("url", None)),
    split="dev",
    split_key="وكالة",
    provenance=(("file", "a.txt"), ("row", 3), ("unit", None)),
)
COMMENTS = (RecordNote(timeless_id("note:span 2:كم؟\u2028\nاثنان").hex(), "comment", "كم؟\u2028\nاثنان", "span 2"),)


def read(path: Path) -> list[Record | Problem]:
    return list(native.read(path, ReadOptions()))


def said(path: Path) -> list[str]:
    """Return what is said of a file in which every line is wrong."""
    found = read(path)
    assert not any(isinstance(one, Record) for one in found)
    return [str(one) for one in found]


def test_a_line_is_read_key_by_key(file: Callable[..., Path]) -> None:
    assert read(file(encoded(LINE) + b"\n")) == [RECORD]


@pytest.mark.parametrize("key", ["text_sha256", "lang", "meta", "split", "split_key", "reviewed", "provenance"])
def test_a_key_that_may_be_left_out_may_be(key: str) -> None:
    fields: dict[str, dict[str, Any]] = {
        "text_sha256": {},
        "lang": {"language": ""},
        "reviewed": {"reviewed_labels": (), "reviewed_ranges": ()},
        "split": {"split": ""},
        "split_key": {"split_key": ""},
        "meta": {"meta": (), "notes": COMMENTS},
        "provenance": {"provenance": ()},
    }
    line = {name: value for name, value in LINE.items() if name != key}
    assert record_of(encoded(line)) == replace(RECORD, **fields[key])


def test_keys_come_in_any_order_and_what_is_sorted_in_a_record_is_sorted() -> None:
    line = {key: dict(reversed(value.items())) if isinstance(value, dict) else value for key, value in reversed(LINE.items())}
    line["spans"] = [span | {"attrs": dict(reversed(span.get("attrs", {}).items()))} for span in LINE["spans"]]
    assert record_of(encoded(line)) == RECORD


@pytest.mark.parametrize("case", [*MISSHAPEN, *UNTRUE], ids=str)
def test_a_line_that_is_not_as_it_should_be_is_refused_with_its_place(case: Case, file: Callable[..., Path]) -> None:
    (problem,) = said(file(b"\n" + encoded(case.line), "ب.jsonl"))
    assert problem.startswith(f"ب.jsonl:2: {case.what}")
    assert "; " in problem
    assert "\n" not in problem
    assert len(problem) < 400


@pytest.mark.parametrize("text", UNCLEAN_TEXTS)
def test_a_text_that_did_not_go_through_the_door_is_refused(text: str, file: Callable[..., Path]) -> None:
    assert said(file(encoded(retold(text)))) == [
        "خبر.txt:1: text has a byte-order mark or CR line ends; write it with LF line ends, offsets counted so"
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"[]", "not a JSON object; correct the line, or leave it out with --skip-failed"),
        (b'"a"', "not a JSON object; "),
        (b"{}", "schema is None, not 'annotator.doc/1'; this is another format"),
        (
            b'{"schema":"annotator.doc/2"}',
            "schema is 'annotator.doc/2', not 'annotator.doc/1'; written by a newer Annotator: update",
        ),
        (b'{"text":"a","label":[]}', "schema is None"),
        (
            b"{",
            "not JSON: Expecting property name enclosed in double quotes at character 1; restore the line from its source, or",
        ),
        (b"{} {}", "not JSON: Extra data at character 3; "),
        (b'{"a":NaN}', "NaN is not a number that JSON knows; restore"),
        (b'{"a":1,"a":1}', "the key 'a' stands there twice; restore"),
        (rb'{"a":"\ud800"}', "half of a surrogate pair stands alone in a string; restore"),
        (b"[" * 9999, "nested too deeply; restore"),
        (b"1" * 4301, "a number has too many digits; restore"),
        (b'{"a":"\xff"}', "byte 6 is not UTF-8; restore"),
    ],
)
def test_a_line_that_is_no_such_object_is_refused(line: bytes, what: str, file: Callable[..., Path]) -> None:
    (problem,) = said(file(line))
    assert problem.startswith(f"خبر.txt:1: {what}")


def test_good_and_bad_lines_are_told_apart_and_empty_ones_passed_over(file: Callable[..., Path]) -> None:
    bad, good, gold = (encoded(line) for line in (changed(("unit",), "utf16"), LINE, changed(("layer", "kind"), "gold")))
    found = read(file(b"\r\n".join([good, b"", bad, b" \t", gold, b"{"])))
    assert [one if isinstance(one, Record) else one.line for one in found] == [RECORD, 3, replace(RECORD, layer_kind="gold"), 6]


def test_a_byte_order_mark_is_dropped_from_the_first_line_only(file: Callable[..., Path]) -> None:
    first, second = read(file(b"\xef\xbb\xbf" + encoded(LINE) + b"\n\xef\xbb\xbf" + encoded(LINE)))
    assert first == RECORD
    assert str(second).startswith("خبر.txt:2: not JSON: Unexpected UTF-8 BOM")


def test_line_and_paragraph_separators_do_not_cut_a_line(file: Callable[..., Path]) -> None:
    (record,) = read(file(encoded(retold("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"))))
    assert isinstance(record, Record)
    assert record.document.text == "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"


def test_a_span_may_end_inside_a_cluster() -> None:
    line = retold("قُتل")
    line["spans"] = [{"id": "a", "start": 0, "end": 1, "label": "actor", "text": "ق"}]
    assert record_of(encoded(line)).spans == (RecordSpan("a", 0, 1, "actor"),)


def test_a_hundred_problems_are_told_and_the_rest_is_not_read(file: Callable[..., Path]) -> None:
    found = said(file(b"[]\n" * (MOST_PROBLEMS + 5)))
    assert MOST_PROBLEMS == 100
    assert len(found) == 101
    assert found[-2].startswith("خبر.txt:100: not a JSON object")
    assert found[-1] == "خبر.txt:100: 100 problems so far; the rest of the file was not read"


def test_ninety_nine_problems_do_not_stop_the_reading(file: Callable[..., Path]) -> None:
    found = read(file(b"[]\n" * 99 + encoded(LINE)))
    assert (len(found), found[-1]) == (100, RECORD)


def test_a_file_that_cannot_be_read_is_no_list_of_problems(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="is a folder"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "head", "certainty"),
    [
        ("a.txt", encoded(LINE).replace(b'": ', b'":')[:64], 1.0),
        ("a", b'\xef\xbb\xbf\r\n {"schema":"annotator.doc/2"', 1.0),
        ("a.jsonl", b"[]", 0.8),
        ("a.JSONL", b"", 0.8),
        ("a.json", b'{"schema":"other"', 0.0),
        ("a.txt", "قال".encode(), 0.0),
    ],
)
def test_the_format_is_known_by_its_first_key_and_else_by_the_suffix(name: str, head: bytes, certainty: float) -> None:
    assert recognise(name, head) == certainty


def test_a_line_cut_at_every_byte_is_refused_and_never_crashes() -> None:
    line = encoded(LINE)
    for length in range(len(line)):
        with pytest.raises(Refused):
            record_of(line[:length])


def test_a_file_cut_at_every_byte_keeps_its_whole_lines(file: Callable[..., Path]) -> None:
    line = encoded(retold("قال"))
    for length in range(len(line) + 1, 2 * len(line) + 1, 7):
        first, *rest = read(file((line + b"\n" + line)[:length]))
        assert isinstance(first, Record)
        assert all(isinstance(one, Problem) and one.line == 2 for one in rest)


@pytest.mark.parametrize("byte", [0x00, 0x22, 0x30, 0x5C, 0x7D, 0xFF])
def test_a_byte_changed_anywhere_is_taken_for_a_record_or_refused(byte: int) -> None:
    line = encoded(LINE)
    for place in range(len(line)):
        try:
            record = record_of(line[:place] + bytes([byte]) + line[place + 1 :])
        except Refused:
            continue
        assert record.document == RECORD.document


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        record_of(data)


def test_a_document_and_layer_that_come_twice_are_one_if_they_agree_and_a_problem_if_not(tmp_path: Path) -> None:
    path = tmp_path / "twice.jsonl"
    line = json.dumps(LINE)
    other = json.dumps({**LINE, "status": "partial" if LINE["status"] != "partial" else "skipped"})
    someone = json.dumps({**LINE, "layer": {"kind": "gold"}})
    path.write_text("\n".join((line, someone, json.dumps(dict(reversed(LINE.items()))))), encoding="utf-8")
    assert [type(one) for one in native.read(path, ReadOptions())] == [Record, Record]
    path.write_text(f"{line}\n{someone}\n{other}", encoding="utf-8")
    *_, problem = native.read(path, ReadOptions())
    assert str(problem).startswith("twice.jsonl:3: the same document in the same layer as line 1, but not the same about it;")


@pytest.mark.parametrize(
    "path", [("tokens",), ("relations", 0, "annotators"), ("spans", 0, "confidence"), ("spans", 0, "annotators")]
)
def test_a_key_of_the_format_that_is_not_kept_yet_is_told_from_an_unknown_one(path: tuple[str | int, ...]) -> None:
    with pytest.raises(Refused) as refused:
        record_of(encoded(changed(path, None)))
    assert str(refused.value.what).endswith(f"holds {path[-1]}, which this version cannot keep")


@pytest.mark.parametrize(
    ("path", "key"), [(("meta",), "_provenance"), (("spans", 0, "attrs"), "_origin"), (("relations", 0, "attrs"), "_updated")]
)
def test_keys_that_a_project_keeps_for_itself_are_refused(path: tuple[str | int, ...], key: str) -> None:
    with pytest.raises(Refused) as refused:
        record_of(encoded(changed(path, {key: "x"})))
    assert str(refused.value.what).endswith(f"the key '{key}' is the program's own")


def test_a_note_of_another_program_is_a_comment_with_the_same_id_whenever_it_is_read() -> None:
    line = changed(("meta",), {"title": "خبر\u2028", "url": None})
    assert record_of(encoded(line)) == record_of(encoded(line)) == replace(RECORD, notes=COMMENTS)
    for note in ("", GONE):
        without = line | {"spans": changed(("spans", 1, "note"), note)["spans"]}
        assert record_of(encoded(without)).notes == ()


def test_a_note_may_be_about_something_of_ours_that_is_not_in_the_line() -> None:
    ours = "0198c5f0a1b27c3d8e4f5a6b7c8d9e00"
    notes = f'[{{"about":"{ours}","id":"a","kind":"flag","text":"x"}}]'
    line = changed(("meta",), {"_notes": notes})
    del line["spans"][1]["note"]
    assert record_of(encoded(line)).notes == (RecordNote("a", "flag", "x", ours),)


def test_notes_come_in_time_order_whatever_order_they_were_in() -> None:
    notes = json.dumps(json.loads(NOTES)[::-1])
    line = changed(("meta",), LINE["meta"] | {"_notes": notes})
    assert record_of(encoded(line)) == RECORD
