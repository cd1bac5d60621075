"""Spans of several parts: added, taken out, moved, undone, in the file."""

import pytest

from annotator.model.documents import Document
from annotator.model.errors import InvalidSpan, Stale
from annotator.model.spans import Span
from annotator.project.project import Project

WHOLE = ((0, 3), (12, 14), (15, 18))


@pytest.fixture
def span(project: Project, document: Document) -> Span:
    """Return a span of three parts."""
    made = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(made, Span)
    project.reshape(document, made, ((15, 18), (0, 3), (12, 14))).result()
    return only(project, document)


def only(project: Project, document: Document) -> Span:
    """Return the one span in the file."""
    (found,) = project.document(document.id).result().spans
    return found


def test_a_part_added_is_one_edit_that_undo_takes_back(project: Project, document: Document, span: Span) -> None:
    assert (span.start, span.end, span.segments) == (0, 18, WHOLE)
    assert span.is_true_to(document.text)
    assert [entry.title for entry in project.history().result()][:2] == ["add part", "mark"]
    project.undo().result()
    assert only(project, document).parts == ((0, 3),)
    project.redo().result()
    assert only(project, document) == span


def test_a_part_taken_out_leaves_the_others_and_the_last_one_is_continuous(
    project: Project, document: Document, span: Span
) -> None:
    project.reshape(document, span, WHOLE[:2]).result()
    assert only(project, document).segments == WHOLE[:2]
    project.reshape(document, span, WHOLE[:1]).result()
    assert only(project, document).segments == ()
    assert [entry.title for entry in project.history().result()][:2] == ["take out part", "take out part"]


def test_moving_an_edge_keeps_the_other_parts(project: Project, document: Document, span: Span) -> None:
    project.move(document, span, 0, 22).result()
    moved = only(project, document)
    assert (moved.end, moved.segments) == (22, ((0, 3), (12, 14), (15, 22)))
    assert moved.is_true_to(document.text)
    with pytest.raises(InvalidSpan, match="cannot go past the other end of its part"):
        project.move(document, span, 3, 22).result()
    assert only(project, document) == moved


def test_the_same_shape_is_no_edit_and_that_of_another_span_is_refused(
    project: Project, document: Document, span: Span
) -> None:
    assert project.reshape(document, span, WHOLE).result().seq == 0
    other = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(other, Span)
    with pytest.raises(InvalidSpan, match="marked so already"):
        project.reshape(document, other, WHOLE).result()


def test_a_span_that_was_erased_gets_no_part(project: Project, document: Document, span: Span) -> None:
    project.erase(document.id, [span.id]).result()
    with pytest.raises(Stale, match="erased meanwhile"):
        project.reshape(document, span, WHOLE[:2]).result()
