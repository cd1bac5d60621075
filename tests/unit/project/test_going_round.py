"""What goes out comes in again, to the byte: whatever is known about documents, in whoever's layers."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError
from annotator.model.records import Record, RecordSpan
from annotator.project.exporting import Wanted, export
from annotator.project.facts import meta_of, source_of
from annotator.project.project import Project
from annotator.project.reading import read_file

TEXT = "العنوان\nقال Reuters إن 😀 قره باغ\nThe end"
STARTS = (0, 8, 33)


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


def record(name: str, text: str = TEXT, person: str = "analyst", **facts: Any) -> Record:
    """Return a record with one span, whose id is drawn from *name* and *person*."""
    identifier = f"{name}{person}".encode().hex().ljust(32, "0")[:32]
    span = RecordSpan(identifier, 0, 7, "actor", created="20260101T000000Z", updated="20260102T000000Z", origin="manual")
    return Record(Document.of(text), name, layer_name=person, status="partial", spans=(span,), **facts)


def written(path: Path, records: list[Record], wanted: Wanted | None = None) -> bytes:
    """Return the export of a new project made of *records*."""
    with closing(Project.create(path)) as project:
        project.import_records(records).result()
        return export(project, path.with_suffix(".jsonl"), ignore, wanted).path.read_bytes()


def lines(content: bytes) -> list[dict[str, Any]]:
    """Return the objects of a training file."""
    return [json.loads(line) for line in content.splitlines()]


def test_every_fact_about_a_document_goes_out_and_comes_back_to_the_byte(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.annotator")) as project:
        meta = (("city", "باكو"), ("none", None), ("taken", "2020-11-09"), ("title", "عنوان"), ("url", "https://example.org/a"))
        project.import_records([record("a", meta=meta, language="ar", split_key="wire", provenance=(("line", 3),))]).result()
        (entry,) = project.documents().result()
        project.set_direction(entry.id, "ltr").result()
        project.set_directions(entry.id, ((33, "rtl"), (8, "ltr"))).result()
        project.set_finished(entry.id, finished=True).result()
        first = export(project, tmp_path / "a.jsonl", ignore).path.read_bytes()
    (line,) = lines(first)
    assert line["meta"] == {**dict(meta), "direction": "ltr", "directions": "8:ltr 33:rtl"}
    assert (line["lang"], line["split_key"], line["provenance"]) == ("ar", "wire", {"line": 3})
    again = written(tmp_path / "b.annotator", list(read_file(tmp_path / "a.jsonl").records))
    assert again == first
    with closing(Project.open(tmp_path / "b.annotator")) as project:
        source = project.documents().result()[0].source
        assert (source.url, source.taken) == ("https://example.org/a", "2020-11-09")
        assert (source.direction, source.directions) == ("ltr", ((8, "ltr"), (33, "rtl")))


@pytest.mark.parametrize("odd", ["sideways", "1:rtl", "8:ltr 0:rtl", "8:ltr 8:rtl", "8:up", "8:ltr,33:rtl", "٨:ltr"])
def test_what_is_no_direction_stays_what_it_was(odd: str) -> None:
    given_meta = (("direction", odd), ("directions", odd), ("title", "t"))
    source = source_of(record("a", meta=given_meta), "a")
    assert (source.direction, source.directions) == ("", ())
    assert meta_of(source) == given_meta


@given(st.dictionaries(st.sampled_from(STARTS), st.sampled_from(("rtl", "ltr"))))
def test_paragraph_directions_read_as_they_were_written(directions: dict[int, str]) -> None:
    pairs = tuple(sorted(directions.items()))
    words = " ".join(f"{start}:{side}" for start, side in pairs)
    assert source_of(record("a", meta=(("directions", words),)), "a").directions == pairs


def test_two_documents_of_one_name_go_out_under_two(tmp_path: Path) -> None:
    content = written(tmp_path / "a.annotator", [record("x"), record("x", "another text"), record("x", "a third one")])
    names = [line["id"] for line in lines(content)]
    assert len(set(names)) == 3
    assert names[0] == "x"
    again = written(tmp_path / "b.annotator", list(read_file(tmp_path / "a.jsonl").records))
    assert again == content


def test_a_name_made_up_for_one_is_not_given_to_another(tmp_path: Path) -> None:
    second = record("a", "the second")
    taken = record(f"a-{second.document.id.hex()[:8]}", "the third")
    content = written(tmp_path / "a.annotator", [record("a"), taken, second])
    assert len({line["id"] for line in lines(content)}) == 3
    again = written(tmp_path / "b.annotator", list(read_file(tmp_path / "a.jsonl").records))
    assert again == content


def test_lines_are_in_the_order_of_their_names_whatever_came_first(tmp_path: Path) -> None:
    records = [record(name, f"text {name} of its own") for name in ("b", "a", "ب", "A")]
    first = written(tmp_path / "a.annotator", records)
    assert [line["id"] for line in lines(first)] == ["A", "a", "b", "ب"]
    assert written(tmp_path / "b.annotator", records[::-1]) == first


def test_the_only_person_who_marked_is_exported_without_being_named(tmp_path: Path) -> None:
    content = written(tmp_path / "a.annotator", [record("a", person="Lena")])
    assert [line["layer"] for line in lines(content)] == [{"kind": "annotator", "annotator": "Lena"}]


def test_gold_goes_before_people_and_machines_only_by_name(tmp_path: Path) -> None:
    records = [
        record("a", person="Lena"),
        record("a", person="judge", layer_kind="gold"),
        record("a", person="robot", layer_kind="model"),
    ]
    content = written(tmp_path / "a.annotator", records)
    assert [line["layer"]["kind"] for line in lines(content)] == ["gold"]
    with closing(Project.open(tmp_path / "a.annotator")) as project:
        for layers, kinds in (
            ("each", ["gold", "annotator"]),
            ("robot", ["model"]),
            ("gold", ["gold"]),
            ("Lena", ["annotator"]),
        ):
            content = export(project, tmp_path / "b.jsonl", ignore, Wanted(layers)).path.read_bytes()
            assert [line["layer"]["kind"] for line in lines(content)] == kinds


def test_with_two_people_somebody_has_to_choose(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(AnnotatorError, match=r"Lena, Omar.*--layers each"):
        written(tmp_path / "a.annotator", [record("a", person="Lena"), record("a", person="Omar")])
    with closing(Project.open(tmp_path / "a.annotator")) as project:
        with pytest.raises(AnnotatorError, match="nobody here is called Ali"):
            export(project, out, ignore, Wanted("Ali"))
        assert out.read_bytes() == b"old"
        assert export(project, out, ignore, Wanted("each")).lines == 2


def test_a_document_that_was_finished_and_opened_again_with_nothing_in_it_is_untouched(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.annotator")) as project:
        project.import_records([Record(Document.of("x"), "x")]).result()
        (entry,) = project.documents().result()
        for finished in (True, False):
            project.set_finished(entry.id, finished=finished).result()
        assert list(project.records()) == []
        assert [one.status for one in project.records(untouched=True)] == ["untouched"]


def test_a_span_of_a_stranger_says_nothing_of_when_it_was_made(tmp_path: Path) -> None:
    spans = tuple(RecordSpan(str(number), 0, 7, "actor") for number in range(1500))
    content = written(tmp_path / "a.annotator", [Record(Document.of(TEXT), "a", spans=spans)])
    (line,) = lines(content)
    assert len(line["spans"]) == 1500
    assert not [span["created"] for span in line["spans"] if "created" in span]
