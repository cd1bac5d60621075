"""Attributes of a span: set, changed, taken away, refused, undone."""

import pytest

from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.spans import Span
from annotator.project.project import Project


@pytest.fixture
def span(project: Project, document: Document) -> Span:
    """Return an actor."""
    return mark(project, document, "actor")


def mark(project: Project, document: Document, label: str) -> Span:
    """Mark the same stretch under a label."""
    (made,) = project.mark(document, 4, 11, project.schema.named(label)).result().edit.after
    assert isinstance(made, Span)
    return made


def told(project: Project, document: Document) -> Attributes:
    """Return what the file says of the only span."""
    (found,) = project.document(document.id).result().spans
    return found.attributes


def test_values_are_one_edit_that_undo_takes_back(project: Project, document: Document, span: Span) -> None:
    project.set_attributes(span, (("role", "GOV"), ("canonical", "رويترز"))).result()
    assert told(project, document) == (("canonical", "رويترز"), ("role", "GOV"))
    assert project.history().result()[0].title == "attributes"
    project.undo().result()
    assert told(project, document) == ()
    project.redo().result()
    assert told(project, document) == (("canonical", "رويترز"), ("role", "GOV"))


def test_none_takes_a_value_away_and_leaves_the_others(project: Project, document: Document, span: Span) -> None:
    project.set_attributes(span, (("role", "GOV"), ("side", "أ"))).result()
    project.set_attributes(span, (("role", None),)).result()
    assert told(project, document) == (("side", "أ"),)
    assert project.set_attributes(span, (("role", None),)).result().seq == 0


def test_what_was_set_meanwhile_in_another_window_stays(project: Project, document: Document, span: Span) -> None:
    project.set_attributes(span, (("side", "أ"),)).result()
    project.set_attributes(span, (("role", "GOV"),)).result()
    assert told(project, document) == (("role", "GOV"), ("side", "أ"))


def test_the_parts_of_a_part_are_values_of_their_own(project: Project, document: Document) -> None:
    claim = mark(project, document, "claim")
    cue = (("cue_start", 0), ("cue_end", 3), ("cue_text", "قال"))
    project.set_attributes(claim, cue).result()
    assert told(project, document) == tuple(sorted(cue))


@pytest.mark.parametrize(
    ("name", "value"), [("role", "KING"), ("role", 1), ("side", ""), ("nothing", "x"), ("cue_start", 1), ("_origin", "x")]
)
def test_a_value_that_is_none_of_its_attributes_is_refused(
    project: Project, document: Document, span: Span, name: str, value: str | int
) -> None:
    with pytest.raises(AnnotatorError, match=f"{name} cannot be .*: choose another value"):
        project.set_attributes(span, (("canonical", "a"), (name, value))).result()
    assert told(project, document) == ()


def test_a_span_under_another_label_meanwhile_is_to_be_looked_at_again(
    project: Project, document: Document, span: Span
) -> None:
    project.relabel(span, project.schema.named("location")).result()
    with pytest.raises(Stale, match="under another label meanwhile") as refused:
        project.set_attributes(span, (("role", "GOV"),)).result()
    assert refused.value.span == (span.layer, document.id, span.id)


def test_a_span_that_was_erased_has_no_attributes(project: Project, document: Document, span: Span) -> None:
    project.erase(document.id, (span.id,)).result()
    with pytest.raises(Stale):
        project.set_attributes(span, (("role", "GOV"),)).result()
