"""A schema changes by edits, one each, which undo takes back; nothing that was marked is lost by it."""

from concurrent.futures import wait
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from annotator.model import schema_changes as changes
from annotator.model import shipped
from annotator.model.attributes import Attribute
from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.model.records import Record, RecordSpan
from annotator.model.relations import LANE, Relation
from annotator.model.schemas import Label, Look, SchemaBody, label_id
from annotator.project.project import Project
from annotator.storage.reader import Reader

ACTOR, LOCATION, CLAIM = map(label_id, ("actor", "location", "claim"))
PLAIN = Look("fill", "solid", (), ())


def errors(project: Project) -> list[str]:
    """Return what a check finds wrong."""
    return [str(finding) for finding in project.check().result() if finding.level == "error"]


def test_a_change_is_one_edit_that_undo_takes_back_and_redo_brings_again(project: Project) -> None:
    before = project.schema
    applied = project.change_schema(partial(changes.changed, label=ACTOR, color="#000000", key="9"), "change label").result()
    assert applied.edit.title == "change label"
    assert project.schema.label(ACTOR).key == "9"
    assert len(applied.edit.after) == 1
    after = project.schema
    project.undo().result()
    assert project.schema == before
    project.redo().result()
    assert project.schema == after
    assert errors(project) == []


def test_a_change_that_changes_nothing_is_no_edit(project: Project) -> None:
    applied = project.change_schema(partial(changes.changed, label=ACTOR, key="1"), "change label").result()
    assert applied.seq == 0


def test_changes_made_shortly_after_one_another_are_all_kept(project: Project) -> None:
    asked = [
        project.change_schema(partial(changes.changed, label=ACTOR, color=f"#00000{number}"), "change label")
        for number in range(3)
    ]
    asked += [project.change_schema(partial(changes.changed, label=ACTOR, key="9"), "change label")]
    wait(asked)
    assert (project.schema.label(ACTOR).color, project.schema.label(ACTOR).key) == ("#000002", "9")


def test_a_change_that_cannot_be_changes_nothing(project: Project) -> None:
    before = project.schema
    with pytest.raises(AnnotatorError, match="'2' is there already"):
        project.change_schema(partial(changes.changed, label=ACTOR, key="2"), "change label").result()
    assert (project.schema, len(project.history().result())) == (before, 1)


def test_spans_of_a_merged_label_stay_and_are_told_under_the_other(project: Project, document: Document) -> None:
    schema = project.schema
    project.mark(document, 0, 3, schema.label(ACTOR)).result()
    project.mark(document, 4, 11, schema.label(LOCATION)).result()
    project.change_schema(partial(changes.merged, label=ACTOR, into=LOCATION), "merge labels").result()
    spans = project.document(document.id).result().spans
    assert [span.label for span in spans] == [ACTOR, LOCATION]
    (record,) = project.records()
    assert [span.label for span in record.spans] == ["location", "location"]
    (own,) = project.overview().result().layers
    assert own.spans == (("location", 2),)
    assert project.overview().result().labels == ("casualty", "location", "claim")
    assert errors(project) == []


def test_what_was_looked_for_is_told_by_the_names_of_now(project: Project, document: Document) -> None:
    project.mark(document, 0, 3, project.schema.label(ACTOR)).result()
    project.set_finished(document.id, finished=True).result()
    project.change_schema(partial(changes.changed, label=ACTOR, name="agent"), "rename label").result()
    project.change_schema(partial(changes.merged, label=LOCATION, into=CLAIM), "merge labels").result()
    (record,) = project.records()
    assert record.reviewed_labels == ("agent", "casualty", "claim")
    assert [span.label for span in record.spans] == ["agent"]


def test_a_file_from_before_a_label_was_renamed_can_still_be_imported(project: Project) -> None:
    project.change_schema(partial(changes.changed, label=ACTOR, name="agent"), "rename label").result()
    old = Record(Document.of("قال أحد"), "b", status="partial", spans=(RecordSpan("1", 0, 3, "actor"),))
    assert project.import_records([old]).result().spans == 1
    assert [span.label for one in project.records() for span in one.spans] == ["agent"]


def test_a_merged_label_relates_and_has_attributes_like_the_other(project: Project, document: Document) -> None:
    schema = project.schema
    said = project.mark(document, 0, 11, schema.label(CLAIM)).result().edit.after[0]
    who = project.mark(document, 4, 11, schema.label(LOCATION)).result().edit.after[0]
    project.change_schema(partial(changes.merged, label=LOCATION, into=ACTOR), "merge labels").result()
    span = project.document(document.id).result().spans[1]
    project.set_attributes(span, (("role", "MED"),)).result()
    kind = next(kind for kind in project.schema.relations if kind.name == "source")
    relation = Relation(project.layer.id, document.id, new_id(), kind.id, said.id, who.id)  # type: ignore[union-attr]
    project.relate(relation).result()
    assert errors(project) == []


def test_a_schema_is_as_it_was_left_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        weapon = Label(new_id(), "weapon", "#000000", "w", "names")
        project.change_schema(partial(changes.added, label=weapon, look=PLAIN), "add label").result()
        project.change_schema(partial(changes.moved, label=weapon.id, step=-9), "order labels").result()
        project.change_schema(
            lambda schema: changes.with_attributes(schema, weapon.id, [Attribute("kind", "text")]), "x"
        ).result()
        after = project.schema
        assert after.labels[0] == weapon
    with closing(Project.open(path)) as project:
        assert project.schema == after


def test_two_windows_change_one_schema(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as one, closing(Project.open(path)) as other:
        one.change_schema(partial(changes.changed, label=ACTOR, key="7"), "change label").result()
        other.change_schema(partial(changes.changed, label=ACTOR, color="#000000"), "change label").result()
        one.documents().result()
        assert one.schema == other.schema
        assert (one.schema.label(ACTOR).key, one.schema.label(ACTOR).color) == ("7", "#000000")


def test_a_project_made_before_relations_has_a_whole_schema_once_it_is_changed(tmp_path: Path) -> None:
    path, ours = tmp_path / "p.annotator", shipped.shipped(shipped.USUAL)
    old = SchemaBody(ours.row.id, ours.name, '{"looks":{},"order":["claim","actor","casualty","location"]}')

    def age(reader: Reader) -> Edit:
        body, labels = reader.schema_rows()
        return Edit("age", (body, *(label for label in labels if label.lane == LANE)), (old,))

    with closing(Project.create(path)) as project:
        project._store.act(age).result()
        assert [label.name for label in project.schema.labels] == ["claim", "actor", "casualty", "location"]
        project.change_schema(partial(changes.changed, label=CLAIM, key="9"), "change label").result()
        assert project._store.ask(Reader.schema_rows).result()[0].is_complete
    with closing(Project.open(path)) as project:
        assert (project.schema.label(CLAIM).key, project.schema.relations) == ("9", ours.relations)


def test_the_team_has_guidelines_of_its_own_until_it_takes_them_away(project: Project) -> None:
    assert project.set_guidelines("# قواعد\n\n1. …\tx").result().edit.title == "change guidelines"
    assert project.schema.guidelines == "# قواعد\n\n1. …\tx"
    project.set_guidelines("").result()
    assert project.schema.guidelines == ""
    with pytest.raises(AnnotatorError, match="without control characters"):
        project.set_guidelines("a\0")
