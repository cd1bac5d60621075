"""Relations: which may join two spans, what is refused, what goes with them, and back again."""

from collections.abc import Callable

import pytest

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.ids import new_id
from annotator.model.notes import FLAG, Note
from annotator.model.relations import LANE, Relation
from annotator.model.schemas import Label
from annotator.model.spans import Span
from annotator.project.project import Project

Make = Callable[..., Relation]
Spans = dict[str, Span]


@pytest.fixture
def spans(project: Project, document: Document) -> Spans:
    """Return a claim, another, and two actors."""
    places = {"claim": (12, 22), "other": (0, 22), "actor": (4, 11), "second": (15, 22)}
    labels = {name: project.schema.named("claim" if name in {"claim", "other"} else "actor") for name in places}
    made = {name: project.mark(document, *place, labels[name]).result().edit.after[0] for name, place in places.items()}
    return {name: span for name, span in made.items() if isinstance(span, Span)}


@pytest.fixture
def make(project: Project, document: Document, spans: Spans) -> Make:
    """Return a function that makes a relation, not in the file yet."""

    def made(head: str, kind: str, tail: str) -> Relation:
        kinds = {known.name: known.id for known in project.schema.relations}
        return Relation(project.layer.id, document.id, new_id(), kinds[kind], spans[head].id, spans[tail].id)

    return made


def in_file(project: Project, document: Document) -> tuple[Relation, ...]:
    """Return the relations that the file has on the document."""
    return project.document(document.id).result().relations


def test_a_relation_is_one_edit_that_undo_takes_back(project: Project, document: Document, make: Make) -> None:
    relation = make("claim", "source", "actor")
    project.relate(relation).result()
    assert in_file(project, document) == (relation,)
    assert project.history().result()[0].title == "relate"
    project.undo().result()
    assert in_file(project, document) == ()
    project.redo().result()
    assert in_file(project, document) == (relation,)


def test_a_relation_that_is_there_is_not_made_twice(project: Project, make: Make) -> None:
    relation = make("claim", "source", "actor")
    project.relate(relation).result()
    assert project.relate(relation).result().seq == 0


@pytest.mark.parametrize(
    ("head", "kind", "tail"), [("actor", "source", "claim"), ("claim", "source", "claim"), ("claim", "supports", "claim")]
)
def test_only_what_a_kind_may_join_is_joined(project: Project, make: Make, head: str, kind: str, tail: str) -> None:
    with pytest.raises(AnnotatorError, match="cannot join these two: choose another"):
        project.relate(make(head, kind, tail)).result()


def test_the_same_twice_is_refused_and_of_a_symmetric_kind_the_other_way_round_too(
    project: Project, document: Document, make: Make
) -> None:
    for head, kind, tail in (("claim", "source", "actor"), ("actor", "same_as", "second"), ("claim", "supports", "other")):
        project.relate(make(head, kind, tail)).result()
    for head, kind, tail in (("claim", "source", "actor"), ("second", "same_as", "actor")):
        with pytest.raises(AnnotatorError, match="joined so already"):
            project.relate(make(head, kind, tail)).result()
    project.relate(make("claim", "target", "actor")).result()
    project.relate(make("claim", "source", "second")).result()
    assert len(in_file(project, document)) == 5


@pytest.mark.parametrize("gone", ["claim", "actor"])
def test_a_relation_of_a_span_that_was_erased_meanwhile_is_told_with_that_span(
    project: Project, document: Document, spans: Spans, make: Make, gone: str
) -> None:
    project.erase(document.id, (spans[gone].id,)).result()
    with pytest.raises(Stale, match="was erased meanwhile") as told:
        project.relate(make("claim", "source", "actor")).result()
    assert told.value.span == (project.layer.id, document.id, spans[gone].id)


def test_a_kind_that_the_file_does_not_know_yet_comes_with_its_first_relation(
    project: Project, document: Document, make: Make
) -> None:
    first = project.relate(make("claim", "source", "actor")).result()
    second = project.relate(make("claim", "source", "second")).result()
    rows = [row for row in (*first.edit.after, *second.edit.after) if isinstance(row, Label)]
    assert {row.lane for row in rows} <= {LANE}
    assert len(in_file(project, document)) == 2
    assert not [row for row in second.edit.after if isinstance(row, Label)]
    assert project.check().result() == ()


def test_erasing_relations_takes_what_is_noted_on_them_and_passes_over_those_that_are_gone(
    project: Project, document: Document, make: Make
) -> None:
    first, second = make("claim", "source", "actor"), make("claim", "target", "actor")
    for relation in (first, second):
        project.relate(relation).result()
    for about in (first.id, second.id):
        project.add_note(Note(project.layer.id, document.id, new_id(), about, FLAG, "")).result()
    project.unrelate(document.id, (first.id, b"\7" * 16)).result()
    opened = project.document(document.id).result()
    assert opened.relations == (second,)
    assert [note.about for note in opened.notes] == [second.id]
    assert project.unrelate(document.id, (first.id,)).result().seq == 0
    project.undo().result()
    assert len(in_file(project, document)) == 2
    assert len(project.document(document.id).result().notes) == 2


def test_erasing_a_span_takes_its_relations_and_the_notes_on_them(
    project: Project, document: Document, spans: Spans, make: Make
) -> None:
    relation = make("claim", "source", "actor")
    project.relate(relation).result()
    project.add_note(Note(project.layer.id, document.id, new_id(), relation.id, FLAG, "")).result()
    project.erase(document.id, (spans["actor"].id,)).result()
    opened = project.document(document.id).result()
    assert (opened.relations, opened.notes) == ((), ())
    assert project.check().result() == ()
    project.undo().result()
    assert in_file(project, document) == (relation,)
