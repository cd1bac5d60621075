"""Notes: made, changed, answered, taken away, listed over all documents and layers, and back again."""

import random
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, FLAG, QUESTION, Note
from annotator.model.records import Record, RecordNote, RecordSpan
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.project.noting import LONGEST
from annotator.project.project import Project
from annotator.storage.check import ERROR
from tests import deeds
from tests.deeds import Verb

VERBS = (deeds.mark, deeds.erase, deeds.undo, deeds.redo, deeds.rename, *deeds.ATTACHING)
Make = Callable[..., Note]


@pytest.fixture
def make(project: Project, document: Document) -> Make:
    """Return a function that makes a note on the document, or on what else it is *about*, not in the file yet."""

    def made(text: str = "؟", kind: str = QUESTION, about: bytes | None = None) -> Note:
        return Note(project.layer.id, document.id, new_id(), about or document.id, kind, text)

    return made


def in_file(project: Project, document: Document) -> tuple[Note, ...]:
    """Return the own notes that the file has on the document."""
    return project.document(document.id).result().notes


def mark(project: Project, document: Document, start: int, end: int, label: str = "actor") -> Span:
    """Mark a stretch."""
    (made,) = project.mark(document, start, end, project.schema.named(label)).result().edit.after
    assert isinstance(made, Span)
    return made


def test_a_note_is_one_edit_that_undo_takes_back(project: Project, document: Document, make: Make) -> None:
    note = make("هل هذا صحيح؟")
    project.add_note(note).result()
    assert in_file(project, document) == (note,)
    assert project.history().result()[0].title == "note"
    project.undo().result()
    assert in_file(project, document) == ()
    project.redo().result()
    assert in_file(project, document) == (note,)


def test_a_note_that_is_there_is_not_made_twice(project: Project, document: Document, make: Make) -> None:
    note = make()
    project.add_note(note).result()
    assert project.add_note(replace(note, text="another")).result().seq == 0
    assert in_file(project, document) == (note,)


@pytest.mark.parametrize("kind", [COMMENT, QUESTION])
@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_note_or_question_that_says_nothing_is_refused(project: Project, make: Make, kind: str, text: str) -> None:
    with pytest.raises(AnnotatorError, match="says nothing: write something"):
        project.add_note(make(text, kind)).result()


def test_a_flag_says_enough_without_words(project: Project, document: Document, make: Make) -> None:
    flag = make("", FLAG)
    project.add_note(flag).result()
    assert in_file(project, document) == (flag,)


def test_a_note_may_be_long_but_not_endless(project: Project, document: Document, make: Make) -> None:
    project.add_note(make("م" * LONGEST)).result()
    with pytest.raises(AnnotatorError, match="longer than 10000 characters: shorten it"):
        project.add_note(make("م" * (LONGEST + 1))).result()
    assert len(in_file(project, document)) == 1


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"text": "؟؟"}, "change note"),
        ({"is_resolved": True}, "resolve note"),
        ({"is_resolved": True, "text": "!"}, "resolve note"),
    ],
)
def test_a_change_is_named_after_what_it_does(
    project: Project, document: Document, make: Make, changes: dict[str, object], title: str
) -> None:
    note = make()
    project.add_note(note).result()
    changed = replace(note, **changes)  # type: ignore[arg-type]
    project.change_note(changed).result()
    assert in_file(project, document) == (changed,)
    assert project.history().result()[0].title == title
    project.undo().result()
    assert in_file(project, document) == (note,)


def test_a_resolved_question_can_be_opened_again(project: Project, document: Document, make: Make) -> None:
    note = make()
    project.add_note(note).result()
    project.change_note(replace(note, is_resolved=True)).result()
    assert [found.is_open for found in in_file(project, document)] == [False]
    project.change_note(note).result()
    assert project.history().result()[0].title == "reopen note"
    assert [found.is_open for found in in_file(project, document)] == [True]


def test_a_change_that_changes_nothing_is_no_edit(project: Project, make: Make) -> None:
    note = make()
    project.add_note(note).result()
    assert project.change_note(note).result().seq == 0


def test_a_note_cannot_be_changed_into_nothing(project: Project, document: Document, make: Make) -> None:
    note = make()
    project.add_note(note).result()
    with pytest.raises(AnnotatorError, match="says nothing"):
        project.change_note(replace(note, text=" ")).result()
    assert in_file(project, document) == (note,)


def test_a_note_taken_away_is_gone_twice_is_once_and_cannot_be_changed(
    project: Project, document: Document, make: Make
) -> None:
    note = make()
    project.add_note(note).result()
    project.erase_note(note).result()
    assert in_file(project, document) == ()
    assert project.history().result()[0].title == "erase note"
    assert project.erase_note(note).result().seq == 0
    with pytest.raises(Stale, match="taken away meanwhile"):
        project.change_note(replace(note, text="!")).result()
    project.undo().result()
    assert in_file(project, document) == (note,)


def test_all_notes_are_listed_by_document_and_place_with_the_words_they_are_about(
    project: Project, document: Document, make: Make
) -> None:
    project.import_records([Record(Document.of("نص آخر"), "b")]).result()
    project.rename(document.id, "الأول").result()
    late, early = mark(project, document, 15, 22), mark(project, document, 4, 11)
    notes = [make("1", about=late.id), make("2", COMMENT, early.id), make("3", FLAG)]
    other = next(entry for entry in project.documents().result() if entry.id != document.id)
    notes.append(Note(project.layer.id, other.id, new_id(), other.id, COMMENT, "4"))
    for note in notes:
        project.add_note(note).result()
    found = project.notes().result()
    assert [noted.note.text for noted in found] == ["4", "3", "2", "1"]
    assert [(noted.words, noted.start) for noted in found] == [((), -1), ((), -1), (("Reuters",), 4), (("قره باغ",), 15)]
    assert [noted.title for noted in found] == ["b", "الأول", "الأول", "الأول"]
    assert {noted.analyst for noted in found} == {"analyst"}


def test_a_note_on_a_relation_is_about_both_spans(project: Project, document: Document, make: Make) -> None:
    head, tail = mark(project, document, 12, 22, "claim"), mark(project, document, 4, 11)
    kind = next(kind for kind in project.schema.relations if kind.name == "source")
    relation = Relation(project.layer.id, document.id, new_id(), kind.id, head.id, tail.id)
    project.relate(relation).result()
    project.add_note(make(about=relation.id)).result()
    (noted,) = project.notes().result()
    assert (noted.words, noted.start) == (("إن قره باغ", "Reuters"), 12)


def test_long_words_are_cut_and_line_ends_are_spaces(project: Project) -> None:
    text = "سطر\n" + "م" * 200
    project.import_records([Record(Document.of(text), "long")]).result()
    span = mark(project, Document.of(text), 0, len(text))
    project.add_note(Note(project.layer.id, span.document, new_id(), span.id, FLAG, "")).result()
    (noted,) = project.notes().result()
    assert noted.words == ("سطر " + "م" * 76,)


def test_what_is_noted_about_something_unknown_is_told_of_the_document(
    project: Project, document: Document, make: Make
) -> None:
    project.add_note(make(about=b"\7" * 16)).result()
    (noted,) = project.notes().result()
    assert (noted.words, noted.start) == ((), -1)
    assert in_file(project, document)


def test_notes_of_others_are_listed_under_their_names_and_those_on_removed_documents_are_not(
    project: Project, document: Document
) -> None:
    span = RecordSpan("s", 4, 11, "actor")
    said = Record(document, "a", layer_name="ليلى", spans=(span,), notes=(RecordNote("n", QUESTION, "من؟", about="s"),))
    project.import_records([said]).result()
    (noted,) = project.notes().result()
    assert (noted.analyst, noted.words, noted.note.text) == ("ليلى", ("Reuters",), "من؟")
    assert noted.note.layer != project.layer.id
    project.remove_document(document.id).result()
    assert project.notes().result() == ()


def test_erasing_a_span_takes_its_notes_and_undo_brings_both_back(project: Project, document: Document, make: Make) -> None:
    span = mark(project, document, 4, 11)
    project.add_note(make(about=span.id)).result()
    project.erase(document.id, (span.id,)).result()
    assert project.notes().result() == ()
    project.undo().result()
    assert [noted.words for noted in project.notes().result()] == [("Reuters",)]


def test_the_documents_list_counts_what_waits_for_an_answer_in_all_layers(project: Project, make: Make) -> None:
    notes = [make(), make("", FLAG), make("c", COMMENT), replace(make(), layer=b"\2" * 16), replace(make(), is_resolved=True)]
    for note in notes:
        project.add_note(note).result()
    assert [entry.open_notes for entry in project.documents().result()] == [3]
    project.erase_note(notes[0]).result()
    assert [entry.open_notes for entry in project.documents().result()] == [2]


def test_notes_are_still_there_after_a_restart(tmp_path: Path) -> None:
    path, text = tmp_path / "q.annotator", Document.of("نص")
    with closing(Project.create(path)) as project:
        project.import_records([Record(text, "a")]).result()
        project.add_note(Note(project.layer.id, text.id, new_id(), text.id, QUESTION, "لماذا؟")).result()
    with closing(Project.open(path)) as project:
        assert [noted.note.text for noted in project.notes().result()] == ["لماذا؟"]
        assert [one for one in project.check().result() if one.level == ERROR] == []


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 1 << 30)), min_size=1, max_size=20))
def test_whatever_is_noted_answered_and_undone_the_file_is_sound_and_the_lists_agree(steps: list[tuple[Verb, int]]) -> None:
    with TemporaryDirectory() as folder, closing(Project.create(Path(folder) / "p.annotator")) as project:
        project.import_records([deeds.record(text) for text in deeds.TEXTS]).result()
        for verb, seed in steps:
            with suppress(AnnotatorError, IndexError):  # refused, or nothing there to do it to
                verb(project, random.Random(seed)).result()
        assert [one for one in project.check().result() if one.level == ERROR] == []
        entries, listed = project.documents().result(), project.notes().result()
        for entry in entries:
            here = [noted for noted in listed if noted.note.document == entry.id]
            assert sorted(noted.note.id for noted in here) == [one.id for one in project.document(entry.id).result().notes]
            assert sum(noted.note.is_open for noted in here) == entry.open_notes
            text = project.document(entry.id).result().document.text
            assert all(text[noted.start :].split() for noted in here if noted.words)
        assert [noted.order for noted in listed] == sorted(noted.order for noted in listed)
