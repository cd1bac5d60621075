"""Mentions are counted under a name, together or apart, in one edit that undo takes back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.entities import Entity, name_of
from annotator.model.errors import AnnotatorError, NoBackup, Stale
from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, Note
from annotator.model.records import PARTIAL, Record, RecordSpan
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.project.importing import Wishes
from annotator.project.places import backup_folder
from annotator.project.project import Project
from annotator.project.recording import EACH

WISHES = Wishes(without_backup=True)
TEXTS = {"first": "قالت إيران إن طهران لا تريد. وقالت ايران نعم", "second": "رفضت إيران. وقال الجيش إن للبعثة دورا"}


def document_of(project: Project, title: str) -> Document:
    """Return the document with this *title*."""
    (entry,) = (entry for entry in project.documents().result() if entry.title == title)
    return project.document(entry.id).result().document


def mark(project: Project, title: str, words: str, label: str = "actor", nth: int = 0) -> Span:
    """Mark the *nth* of these *words* in a document."""
    document = document_of(project, title)
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    known = project.schema.named(label)
    (made,) = project.mark(document, start, start + len(words), known, by_character=True).result().edit.after
    assert isinstance(made, Span)
    return made


def relate(project: Project, head: Span, tail: Span) -> Relation:
    """Say that two spans are the same."""
    kind = next(kind for kind in project.schema.relations if kind.name == "same_as")
    made = Relation(project.layer.id, head.document, new_id(), kind.id, head.id, tail.id)
    project.relate(made).result()
    return made


def told(project: Project) -> list[tuple[str, bool, list[str]]]:
    """Return each entity's name, whether it is named, and the words of its mentions."""
    return [(one.name, one.is_named, [m.words for m in one.mentions]) for one in project.entities().result()]


def called(project: Project, name: str) -> Entity:
    """Return the entity called *name*."""
    (found,) = (entity for entity in project.entities().result() if entity.name == name)
    return found


@pytest.fixture
def project(project: Project) -> Project:
    """Return a project with two more texts in which some actors and places are marked."""
    project.import_records([Record(Document.of(text), title) for title, text in TEXTS.items()]).result()
    for title, words in (("first", "إيران"), ("first", "ايران"), ("first", "طهران"), ("second", "إيران"), ("second", "الجيش")):
        mark(project, title, words)
    mark(project, "second", "بعثة", "location")
    return project


def test_spellings_of_a_word_are_grouped_across_documents_until_they_are_named(project: Project) -> None:
    assert told(project) == [
        ("إيران", False, ["إيران", "ايران", "إيران"]),
        ("البعثة", False, ["بعثة"]),
        ("الجيش", False, ["الجيش"]),
        ("طهران", False, ["طهران"]),
    ]
    mention = called(project, "طهران").mentions[0]
    assert (mention.before, mention.after, mention.title) == ("قالت إيران إن ", " لا تريد. وقالت ايران نعم", "first")


def test_naming_is_one_edit_that_undo_takes_back_and_redo_brings_again(project: Project) -> None:
    before = told(project)
    applied = project.name_entity(called(project, "إيران").spans, "  الجمهورية\u202e الإسلامية ").result()
    assert (applied.edit.title, len(applied.edit.after)) == ("name entity", 3)
    after = told(project)
    assert after[0] == ("الجمهورية الإسلامية", True, ["إيران", "ايران", "إيران"])
    project.undo().result()
    assert told(project) == before
    project.redo().result()
    assert told(project) == after
    assert project.check().result() == ()


def test_naming_what_has_the_name_already_changes_nothing(project: Project) -> None:
    spans = called(project, "إيران").spans
    project.name_entity(spans, "إيران").result()
    assert project.name_entity(spans, "إيران").result().seq == 0


def test_merging_names_all_groups_alike_in_one_edit(project: Project) -> None:
    groups = [called(project, name).spans for name in ("إيران", "طهران")]
    assert project.merge_entities(groups, "إيران").result().edit.title == "merge entities"
    assert told(project)[0] == ("إيران", True, ["إيران", "طهران", "ايران", "إيران"])
    project.undo().result()
    assert len(told(project)) == 4


def test_splitting_takes_the_name_from_the_chosen_mentions_or_gives_another(project: Project) -> None:
    groups = [called(project, name).spans for name in ("إيران", "طهران")]
    project.merge_entities(groups, "إيران").result()
    project.split_entity(groups[1]).result()
    assert ("طهران", False, ["طهران"]) in told(project)
    project.merge_entities(groups, "إيران").result()
    project.split_entity(called(project, "إيران").spans[:1], "بلاد فارس").result()
    assert [one[:2] for one in told(project)] == [("إيران", True), ("البعثة", False), ("الجيش", False), ("بلاد فارس", True)]
    with pytest.raises(AnnotatorError, match="counted under this name already"):
        project.split_entity(called(project, "إيران").spans[:1], "«ايران»").result()


def test_splitting_takes_the_relations_to_those_left_behind_and_what_is_noted_on_them(project: Project) -> None:
    one, two, three = (called(project, "إيران").spans[0], called(project, "طهران").spans[0], called(project, "إيران").spans[1])
    kept, gone = relate(project, one, two), relate(project, two, three)
    note = Note(project.layer.id, one.document, new_id(), gone.id, COMMENT, "لماذا؟")
    project.add_note(note).result()
    project.name_entity([one, two, three], "إيران").result()
    applied = project.split_entity([one, two], "طهران").result()
    assert (applied.edit.title, len(applied.edit.before), len(applied.edit.after)) == ("split entity", 4, 2)
    opened = project.document(one.document).result()
    assert [relation.id for relation in opened.relations] == [kept.id]
    assert opened.notes == ()
    project.undo().result()
    opened = project.document(one.document).result()
    assert {relation.id for relation in opened.relations} == {kept.id, gone.id}
    assert [found.id for found in opened.notes] == [note.id]


def test_splitting_unnamed_mentions_takes_only_their_relations(project: Project) -> None:
    one, two = called(project, "إيران").spans[0], called(project, "طهران").spans[0]
    relate(project, one, two)
    applied = project.split_entity([two]).result()
    assert (applied.edit.title, len(applied.edit.before), applied.edit.after) == ("split entity", 1, ())
    assert project.split_entity([two]).result().seq == 0


def test_a_mention_erased_or_put_under_another_label_meanwhile_stops_all(project: Project) -> None:
    first, second = called(project, "إيران").spans[:2]
    before = told(project)
    project.relabel(second, project.schema.named("location")).result()
    with pytest.raises(Stale, match="look at the entities again"):
        project.name_entity([first, second], "إيران").result()
    project.erase(second.document, [second.id]).result()
    with pytest.raises(Stale, match="look at the entities again"):
        project.split_entity([first, second], "إيران").result()
    assert not any(is_named for _, is_named, _ in told(project))
    project.undo().result()
    project.undo().result()
    assert told(project) == before


def test_an_entity_needs_a_name_and_a_label_that_can_have_one(project: Project) -> None:
    with pytest.raises(AnnotatorError, match="needs a name"):
        project.name_entity(called(project, "إيران").spans, " \u202e\n").result()
    claim = mark(project, "first", "قالت", "claim")
    with pytest.raises(AnnotatorError, match="have no name"):
        project.name_entity([claim], "إيران").result()


def test_other_attributes_stay_and_another_layer_is_neither_counted_nor_changed(project: Project) -> None:
    attributes = (("canonical", "إيران"), ("country", "IRN"))
    spans = (RecordSpan("x", 5, 10, "actor", attributes=attributes),)
    project.import_records(
        [Record(Document.of(TEXTS["first"]), "first", layer_name="عمر", status=PARTIAL, spans=spans)]
    ).result()
    mine = called(project, "إيران").spans[0]
    project.set_attributes(mine, (("country", "IRN"), ("side", "هم"))).result()
    project.name_entity([mine], "إيران").result()
    now = (
        called(project, "إيران").spans
        if len(told(project)) == 4
        else next(one.spans for one in project.entities().result() if one.is_named)
    )
    assert now[0].attributes == (("canonical", "إيران"), ("country", "IRN"), ("side", "هم"))
    theirs = [span for record in project.records(EACH) if record.layer_name == "عمر" for span in record.spans]
    assert [span.attributes for span in theirs] == [attributes]
    foreign = replace(mine, id=b"x" * 16)
    with pytest.raises(Stale):
        project.name_entity([foreign], "first").result()


def test_a_document_that_was_removed_has_no_mentions(project: Project) -> None:
    project.remove_document(document_of(project, "first").id).result()
    assert ("إيران", False, ["إيران"]) in told(project)
    assert len(told(project)) == 3


NAMES = st.sampled_from(("إيران", "ايران", "مصر", ""))


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sets(st.integers(0, 5), min_size=1), NAMES), max_size=4))
def test_whatever_is_named_merged_and_split_all_mentions_stay_and_undo_leads_back(
    project: Project, deeds: list[tuple[set[int], str]]
) -> None:
    before, done = project.entities().result(), 0
    for chosen, name in deeds:
        mentions = sorted((m for one in project.entities().result() for m in one.mentions), key=lambda m: m.place)
        spans = [mentions[number].span for number in chosen]
        try:
            seq = (project.name_entity(spans, name) if name else project.split_entity(spans)).result().seq
        except AnnotatorError as error:
            raise AssertionError(str(error)) from error
        done += bool(seq)
        now = {m.place: m for one in project.entities().result() for m in one.mentions}
        assert now.keys() == {m.place for m in mentions}
        assert {name_of(now[span.document, span.id].span) for span in spans} == {name}
    for _ in range(done):
        project.undo().result()
    assert project.entities().result() == before


def test_very_many_mentions_are_backed_up_before_and_written_without_a_backup_where_the_analyst_insists(
    project: Project,
) -> None:
    text = "مصر " * 1001
    spans = tuple(RecordSpan(str(number), number * 4, number * 4 + 3, "actor") for number in range(1001))
    project.import_records([Record(Document.of(text), "long", status=PARTIAL, spans=spans)], wishes=WISHES).result()
    folder = backup_folder(project.path)
    folder.rename(folder.with_name("away"))
    folder.touch()
    many = called(project, "مصر").spans
    for refused in (project.name_entity(many, "م"), project.merge_entities([many], "م"), project.split_entity(many, "م")):
        with pytest.raises(NoBackup):
            refused.result()
    project.name_entity(many, "م", without_backup=True).result()
    project.merge_entities([many], "مصر", without_backup=True).result()
    project.split_entity(many, without_backup=True).result()
    assert called(project, "مصر").spans == many
