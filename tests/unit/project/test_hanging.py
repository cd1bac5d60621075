"""Relations, notes, attributes and fields of documents go out and come in again, to the byte, and each belongs to its layer."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile
from annotator.model.ids import made_at_ms, new_id
from annotator.model.notes import COMMENT, FLAG, KINDS, QUESTION, Note
from annotator.model.records import PARTIAL, Record, RecordNote, RecordRelation, RecordSpan
from annotator.model.relations import Relation
from annotator.project.exporting import Wanted, export
from annotator.project.importing import Wishes
from annotator.project.project import Project
from annotator.project.reading import read_file
from annotator.project.recording import EACH
from tests.records import ids, pairs, values
from tests.texts import texts

TEXTS = ("قال محمد لـBBC إن 😀 اثنين قُتلا.", "אמר \u2067a\u2069\nثم عاد\u2028إلى بيته", "three men")
LABELS = ("actor", "casualty", "location", "claim")
RELATIONS = ("source", "claimed_in", "victim", "same_as", "contradicts")
ALL = Wanted(EACH, untouched=True)
TIME = "20260101T000000Z"


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


def written(project: Project, path: Path, wanted: Wanted = ALL) -> bytes:
    """Return the export of *project*, which is then at *path*."""
    return export(project, path, ignore, wanted).path.read_bytes()


def lines(content: bytes) -> list[dict[str, Any]]:
    """Return the objects of a training file."""
    return [json.loads(line) for line in content.splitlines()]


def taken(path: Path, records: Sequence[Record]) -> bytes:
    """Return the export of a new project made of *records* with nothing wrong in it, which is then beside it."""
    with closing(Project.create(path)) as project:
        project.import_records(records).result()
        assert [found for found in project.check().result() if found.level == "error"] == []
        return written(project, path.with_suffix(".jsonl"))


@st.composite
def spans(draw: DrawFn, length: int, identifier: str) -> RecordSpan:
    """Return a span in a text of *length* characters, maybe of several parts, with any attributes."""
    edges = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True)))
    parts = tuple(zip(edges[::2], edges[1::2], strict=False))
    segments = parts if len(parts) > 1 else ()
    attributes = draw(pairs(values).map(lambda found: tuple(pair for pair in found if not pair[0].startswith("_"))))
    label = draw(st.sampled_from(LABELS))
    return RecordSpan(identifier, parts[0][0], parts[-1][1], label, segments, attributes, "manual", TIME, TIME)


@st.composite
def layers(draw: DrawFn, text: str, layer: tuple[str, str], elsewhere: tuple[str, ...]) -> Record:
    """Return what a *layer* says of a *text*; notes may be about a span or a relation with an id from *elsewhere*."""
    names, related, noted = draw(ids), draw(ids), draw(ids)
    chosen = tuple(draw(spans(len(text), name)) for name in names)
    ends = st.sampled_from(names or [""])
    relations = tuple(
        RecordRelation(name, draw(ends), draw(ends), draw(st.sampled_from(RELATIONS)), draw(pairs(values)))
        for name in (related if names else ())
    )
    subjects = st.sampled_from(["", *names, *(one.id for one in relations), *elsewhere])
    notes = tuple(
        RecordNote(name, draw(st.sampled_from(KINDS)), draw(texts), draw(subjects), draw(st.booleans())) for name in noted
    )
    fields = {"published": "2026-11-27", "event_type": "battle", "لا شيء": None, "publisher": draw(texts)}
    return Record(
        Document.of(text),
        text.split(maxsplit=1)[0],
        layer_kind=layer[0],
        layer_name=layer[1],
        status=PARTIAL,
        spans=chosen,
        relations=relations,
        notes=notes,
        meta=tuple(sorted(fields.items())),
    )


@st.composite
def projects(draw: DrawFn) -> list[Record]:
    """Return what three layers say of some texts."""
    made = []
    for text in draw(st.lists(st.sampled_from(TEXTS), min_size=1, unique=True)):
        elsewhere: tuple[str, ...] = ()
        fields: tuple[tuple[str, str | None], ...] = ()
        for layer in (("gold", "judge"), ("annotator", "سلمى"), ("annotator", "Omar")):
            record = draw(layers(text, layer, elsewhere))
            fields = fields or record.meta
            made.append(replace(record, meta=fields))
            subjects = (*(span.id for span in record.spans), *(relation.id for relation in record.relations))
            elsewhere += tuple(subject for subject in subjects if len(subject) == 32)
    return made


def has_unclear_notes(records: Sequence[Record]) -> bool:
    """Whether one id stands for a span and a relation."""
    return any({one.id for one in record.spans} & {one.id for one in record.relations} for record in records)


@settings(max_examples=12, deadline=None)
@given(projects().filter(lambda records: not has_unclear_notes(records)), st.data())
def test_an_export_comes_in_again_with_the_same_bytes_whatever_came_first(records: list[Record], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        first = taken(Path(folder) / "a.annotator", records)
        again = taken(Path(folder) / "b.annotator", read_file(Path(folder) / "a.jsonl").records)
        assert again == first
        shuffled = [
            replace(
                record,
                spans=tuple(data.draw(st.permutations(record.spans))),
                relations=tuple(data.draw(st.permutations(record.relations))),
                notes=tuple(data.draw(st.permutations(record.notes))),
            )
            for record in data.draw(st.permutations(records))
        ]
        assert taken(Path(folder) / "c.annotator", shuffled) == first
        said = {(line["id"], line["layer"].get("annotator")): line for line in lines(first)}
        for record in records:
            line = said[record.name, record.layer_name]
            stored = [one for one in line["relations"] if not one.get("attrs", {}).get("derived")]
            assert len(stored) == len([one for one in record.relations if not one.is_derived])
            notes = json.loads(line["meta"].get("_notes", "[]"))
            told = [(note["kind"], note["text"], note.get("resolved", False)) for note in notes]
            assert sorted(told) == sorted((note.kind, note.text, note.is_resolved) for note in record.notes)
            fields = {key: value for key, value in line["meta"].items() if key not in {"_notes", "title"}}
            assert fields == dict(record.meta)


@pytest.fixture
def marked(project: Project, document: Document) -> Project:
    """Give a project with a claim around a casualty and an actor before it, joined and noted on."""
    for start, end, label in ((0, 3, "actor"), (4, 22, "claim"), (12, 14, "casualty")):
        project.mark(document, start, end, project.schema.named(label), by_character=True).result()
    spans = project.document(document.id).result().spans
    actor, claim, _ = spans
    kind = next(kind for kind in project.schema.relations if kind.name == "source")
    relation = Relation(project.layer.id, document.id, new_id(), kind.id, claim.id, actor.id)
    project.relate(relation).result()
    for about, kind_of_note, text in (
        (document.id, COMMENT, "عن الخبر"),
        (claim.id, QUESTION, "من؟\u2028"),
        (claim.id, FLAG, ""),
        (relation.id, COMMENT, "😀"),
    ):
        project.add_note(Note(project.layer.id, document.id, new_id(), about, kind_of_note, text)).result()
    question = next(note for note in project.document(document.id).result().notes if note.kind == QUESTION)
    project.change_note(replace(question, is_resolved=True)).result()
    return project


def relate(project: Project, document: Document, name: str, head: int, tail: int) -> Relation:
    """Join two spans, given by their places, by the kind called *name*."""
    spans = project.document(document.id).result().spans
    kind = next(kind for kind in project.schema.relations if kind.name == name)
    made = Relation(project.layer.id, document.id, new_id(), kind.id, spans[head].id, spans[tail].id)
    project.relate(made).result()
    return made


def test_what_was_related_and_noted_here_goes_out_under_its_ids_and_comes_in_as_it_was(
    marked: Project, document: Document, tmp_path: Path
) -> None:
    first = written(marked, tmp_path / "a.jsonl")
    before = marked.document(document.id).result()
    (line,) = lines(first)
    actor, claim, casualty = (span.id.hex() for span in before.spans)
    (relation,) = before.relations
    source, derived = line["relations"]
    assert source == {"id": relation.id.hex(), "head": claim, "tail": actor, "label": "source"}
    assert derived == {
        "id": derived["id"],
        "head": casualty,
        "tail": claim,
        "label": "claimed_in",
        "attrs": {"derived": True},
    }
    assert [span.get("note") for span in line["spans"]] == [None, "من؟\u2028", None]
    with closing(Project.create(tmp_path / "b.annotator")) as other:
        done = other.import_records(read_file(tmp_path / "a.jsonl").records).result()
        assert (done.spans, done.relations, done.notes) == (3, 1, 4)
        assert other.check().result() == ()
        assert written(other, tmp_path / "b.jsonl") == first
        after = other.document(document.id).result()
        assert [replace(one, layer=b"") for one in after.relations] == [replace(one, layer=b"") for one in before.relations]
        assert [replace(note, layer=b"") for note in after.notes] == [replace(note, layer=b"") for note in before.notes]
        assert all(made_at_ms(note.id) for note in after.notes)
        other.undo().result()
        assert other.documents().result() == ()
        again = other.import_records(read_file(tmp_path / "b.jsonl").records).result()
        assert (again.spans, again.relations, again.notes) == (3, 1, 4)
        for known in (other.import_records, other.preview_import):
            found = known(read_file(tmp_path / "b.jsonl").records).result()
            assert (found.spans, found.relations, found.notes) == (0, 0, 0)


def test_a_stored_relation_of_a_derived_kind_goes_out_in_place_of_the_derived_one(
    marked: Project, document: Document, tmp_path: Path
) -> None:
    stored = relate(marked, document, "claimed_in", 2, 1)
    (line,) = lines(written(marked, tmp_path / "a.jsonl"))
    assert [one for one in line["relations"] if one["label"] == "claimed_in"] == [
        {"id": stored.id.hex(), "head": stored.head.hex(), "tail": stored.tail.hex(), "label": "claimed_in"}
    ]


def test_what_hangs_on_a_span_that_another_computer_erased_is_left_out_and_its_notes_are_told_of_the_document(
    marked: Project, document: Document, tmp_path: Path
) -> None:
    opened = marked.document(document.id).result()
    marked._store.act(lambda _: Edit("erase", before=(opened.spans[1],))).result()
    (line,) = lines(written(marked, tmp_path / "a.jsonl"))
    assert line["relations"] == []
    notes = json.loads(line["meta"]["_notes"])
    assert [note["text"] for note in notes] == ["عن الخبر", "من؟\u2028", "", "😀"]
    assert not any("about" in note for note in notes)
    first = (tmp_path / "a.jsonl").read_bytes()
    assert taken(tmp_path / "b.annotator", read_file(tmp_path / "a.jsonl").records) == first


def test_a_document_with_nothing_but_a_note_is_not_left_out(project: Project, document: Document, tmp_path: Path) -> None:
    project.import_records([Record(Document.of("another"), "b")]).result()
    project.add_note(Note(project.layer.id, document.id, new_id(), document.id, FLAG, "")).result()
    (line,) = lines(written(project, tmp_path / "a.jsonl", Wanted()))
    assert (line["id"], line["status"]) == ("a", "untouched")
    assert json.loads(line["meta"]["_notes"])[0]["kind"] == FLAG


def a_record(*relations: RecordRelation, notes: tuple[RecordNote, ...] = (), name: str = "") -> Record:
    """Return a record of a span "x" in somebody's layer."""
    spans = (RecordSpan("x", 0, 3, "actor"), RecordSpan("y", 0, 8, "actor", attributes=(("role", 7), ("side", True))))
    return Record(Document.of(TEXTS[0]), "a", layer_name=name, status=PARTIAL, spans=spans, relations=relations, notes=notes)


def test_a_relation_that_the_project_does_not_know_is_refused_or_its_line_left_out(project: Project) -> None:
    records = [a_record(RecordRelation("r", "x", "y", "ملك")), Record(Document.of("b"), "b")]
    with pytest.raises(InvalidFile, match='a: the relation "ملك" is not in this project; add it to the schema'):
        project.import_records(records).result()
    done = project.import_records(records, wishes=Wishes(skips_failed=True)).result()
    assert (done.documents, done.relations, len(done.refused)) == (1, 0, 1)


def test_ends_that_the_schema_forbids_and_odd_values_are_taken_as_they_are(project: Project) -> None:
    given_relation = RecordRelation("r", "x", "x", "source", (("sure", None),))
    project.import_records([a_record(given_relation)]).result()
    assert project.check().result() == ()
    (record,) = (one for one in project.records() if one.spans)
    (relation,) = record.relations
    assert (relation.head, relation.label, relation.attributes) == (relation.tail, "source", (("sure", None),))
    assert [span.attributes for span in record.spans] == [(("role", 7), ("side", True)), ()]


def test_a_derived_relation_of_a_kind_that_nobody_knows_is_passed_over(project: Project) -> None:
    done = project.import_records([a_record(RecordRelation("r", "x", "y", "ملك", (("derived", True),)))]).result()
    assert (done.spans, done.relations) == (2, 0)


def test_relations_of_two_people_stay_in_their_layers(project: Project, tmp_path: Path) -> None:
    relation = RecordRelation("r", "x", "y", "same_as")
    project.import_records([a_record(relation, name="سلمى"), a_record(relation, name="Omar")]).result()
    told = {line["layer"]["annotator"]: line for line in lines(written(project, tmp_path / "a.jsonl", Wanted(EACH)))}
    assert set(told) == {"سلمى", "Omar"}
    for line in told.values():
        (found,) = line["relations"]
        assert {found["head"], found["tail"]} == {span["id"] for span in line["spans"]}
    assert told["سلمى"]["relations"] != told["Omar"]["relations"]


def test_a_note_about_what_is_in_another_layer_finds_it_there_and_else_is_about_the_document(project: Project) -> None:
    own, nobody = "0" * 31 + "1", "0" * 31 + "2"
    spans = (RecordSpan(own, 0, 3, "actor"),)
    notes = (RecordNote("n", FLAG, "", own), RecordNote("m", FLAG, "m", nobody))
    by_judge = replace(a_record(notes=notes, name="judge"), layer_kind="gold")
    by_omar = replace(a_record(name="Omar"), spans=spans)

    def told() -> dict[str, str]:
        return {note.text: note.about for record in project.records(EACH) for note in record.notes}

    project.import_records([by_judge, by_omar]).result()
    assert told() == {"": own, "m": ""}
    assert project.check().result() == ()
    project.undo().result()
    project.import_records([by_omar]).result()
    project.import_records([by_judge]).result()
    assert told() == {"": own, "m": ""}
    project.undo().result()
    project.undo().result()
    project.import_records([by_judge]).result()
    assert told() == {"": "", "m": ""}
    assert project.check().result() == ()


def test_fields_of_a_document_go_out_under_their_names_and_come_back(tmp_path: Path) -> None:
    fields = (("event_type", "battle"), ("published", "2026-11"), ("publisher", "وكالة\u2028"), ("title", "خبر"), ("url", "u"))
    record = replace(a_record(), meta=fields)
    first = taken(tmp_path / "a.annotator", [record])
    (line,) = lines(first)
    assert line["meta"] == dict(fields)
    assert taken(tmp_path / "b.annotator", read_file(tmp_path / "a.jsonl").records) == first
    with closing(Project.open(tmp_path / "b.annotator")) as project:
        (entry,) = project.documents().result()
        assert entry.source.metadata == fields[:3]
        known = {field.name: field for field in project.schema.fields}
        assert all(known[name].fits(value) for name, value in entry.source.metadata)
