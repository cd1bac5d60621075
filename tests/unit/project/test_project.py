"""What a project refuses, and what it answers about itself."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidFile, InvalidSpan, Moved, Stale
from annotator.model.records import COMPLETE, SKIPPED, Record, RecordSpan
from annotator.model.spans import Span
from annotator.project.importing import Wishes
from annotator.project.project import Project
from annotator.project.samples import sample
from annotator.storage.store import Store
from tests.damage import tamper


def span_of(project: Project, document: Document, start: int, end: int) -> Span:
    """Return a span that is not in the project."""
    return Span.over(document, start, end, label=project.schema.labels[0].id, layer=project.layer.id)


def test_a_span_made_before_its_turn_keeps_its_id_and_comes_once(project: Project, document: Document) -> None:
    span = span_of(project, document, 0, 3)
    assert project.add(span).result().edit.after == (span,)
    assert project.add(span).result().seq == 0
    assert project.document(document.id).result().spans == (span,)
    with pytest.raises(InvalidSpan, match="marked so already"):
        project.add(span_of(project, document, 0, 3)).result()


def test_what_changes_nothing_is_no_edit(project: Project, document: Document) -> None:
    span = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(span, Span)
    before = project.history().result()
    for nothing in (
        project.relabel(span, project.schema.labels[0]),
        project.move(document, span, 0, 3),
        project.rename(document.id, project.documents().result()[0].title),
        project.set_finished(document.id, finished=False),
        project.erase(document.id, []),
    ):
        assert nothing.result().seq == 0
    assert project.history().result() == before


def test_a_span_that_was_erased_cannot_be_moved_or_relabelled(project: Project, document: Document) -> None:
    span = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(span, Span)
    project.erase(document.id, [span.id]).result()
    with pytest.raises(Stale, match="erased meanwhile"):
        project.move(document, span, 0, 11).result()
    with pytest.raises(Stale, match="erased meanwhile"):
        project.relabel(span, project.schema.labels[1]).result()


def test_a_document_that_was_removed_cannot_be_read_and_undo_brings_it_back(project: Project, document: Document) -> None:
    project.remove_document(document.id).result()
    assert project.documents().result() == ()
    for ask in (project.document, project.remove_document):
        with pytest.raises(Stale, match="no longer in the project"):
            ask(document.id).result()
    undone = project.can_undo().result()
    assert undone
    assert undone.title == "remove document"
    project.undo().result()
    assert [entry.id for entry in project.documents().result()] == [document.id]
    redone = project.can_redo().result()
    assert redone
    assert redone.undoes == undone.seq


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Record(Document.of("x"), "n", layer_kind="merged"), "n: a merged layer is computed"),
        (
            Record(Document.of("x"), "n", spans=(RecordSpan("i", 0, 1, "weapon"),)),
            'n: the label "weapon" is not',
        ),
    ],
)
def test_a_record_that_does_not_fit_is_refused_and_nothing_comes_in(project: Project, record: Record, words: str) -> None:
    before = project.history().result()
    for ask in (project.import_records, project.preview_import):
        with pytest.raises(InvalidFile, match=words):
            ask([Record(Document.of("good"), "good"), record]).result()
    assert project.history().result() == before


def test_what_an_analyst_said_about_a_document_is_overruled_by_no_file_but_by_a_wish(
    project: Project, document: Document
) -> None:
    def finished() -> bool | None:
        state = project.document(document.id).result().state
        return state.finished if state else None

    project.set_finished(document.id, finished=True).result()
    project.set_finished(document.id, finished=False).result()
    project.import_records([Record(document, "a", layer_name="analyst", status=COMPLETE)]).result()
    assert finished() is False
    project.import_records([Record(document, "a")], wishes=Wishes(finished=True)).result()
    assert finished() is True
    project.undo().result()
    assert finished() is False


def test_what_does_not_fit_is_left_out_whole_where_it_is_wished(project: Project) -> None:
    spans = (RecordSpan("1", 0, 1, "actor"), RecordSpan("2", 0, 1, "weapon"))
    records = [Record(Document.of("bad"), "bad", spans=spans), Record(Document.of("good"), "good", spans=spans[:1])]
    did = project.import_records(records, wishes=Wishes(skips_failed=True)).result()
    assert (did.documents, did.spans, [str(one)[:21] for one in did.refused]) == (1, 1, ['bad: the label "weapo'])
    assert "bad" not in {entry.title for entry in project.documents().result()}


def test_what_was_set_aside_goes_out_as_skipped(project: Project) -> None:
    project.import_records([Record(Document.of("x"), "n", status=SKIPPED)]).result()
    assert [record.name for record in project.records() if record.status == SKIPPED] == ["n"]


def test_a_project_without_labels_is_refused_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    Store.create(path, bytes(16), ()).close()
    with pytest.raises(InvalidFile, match="no label schema"):
        Project.open(path)
    assert not [thread for thread in threading.enumerate() if path.name in thread.name]


def test_a_document_keeps_a_title(project: Project, document: Document) -> None:
    for nothing in ("", " \n"):
        with pytest.raises(AnnotatorError, match="needs a title"):
            project.rename(document.id, nothing)
    assert project.documents().result()[0].title == "a"


def test_a_project_says_how_many_edits_wait(project: Project, document: Document) -> None:
    future = project.mark(document, 0, 3, project.schema.labels[0])
    assert project.pending in {0, 1}
    future.result()
    project.documents().result()
    assert project.pending == 0


def test_a_sample_is_made_once_filled_when_empty_and_let_go_when_it_cannot_be(tmp_path: Path) -> None:
    path = tmp_path / "s.annotator"
    Project.create(path).close()
    with closing(sample(path)) as project:
        (entry,) = project.documents().result()
        assert entry.title.startswith("وذكرت وكالة إنترفاكس")
        seqs = len(project.history().result())
    with closing(sample(path)) as project:
        assert len(project.history().result()) == seqs


def test_a_span_tells_all_that_it_ever_was_the_newest_first(project: Project, document: Document) -> None:
    span = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(span, Span)
    project.move(document, span, 4, 11).result()
    project.erase(document.id, [span.id]).result()
    project.mark(document, 12, 14, project.schema.labels[0]).result()
    found = project.span_history(span.layer, span.document, span.id).result()
    assert [(version.words, version.is_erased) for version in found] == [("Reuters", True), ("Reuters", False), ("قال", False)]
    assert {(version.analyst, version.is_from_here) for version in found} == {("analyst", True)}
    assert found[-1].at_ms == project.history().result()[-2].at_ms
    assert project.span_history(span.layer, span.document, span.layer).result() == ()


def test_what_is_stale_names_the_span_it_is_about(project: Project, document: Document) -> None:
    span = project.mark(document, 0, 3, project.schema.labels[0]).result().edit.after[0]
    assert isinstance(span, Span)
    key = (span.layer, span.document, span.id)
    project.relabel(span, project.schema.labels[1]).result()
    tamper(project.path, "UPDATE span SET start = 1")
    with pytest.raises(Stale) as gone:
        project.undo().result()
    project.erase(document.id, [span.id]).result()
    with pytest.raises(Stale) as erased:
        project.relabel(span, project.schema.labels[1]).result()
    assert (gone.value.span, erased.value.span) == (key, key)
    project.rename(document.id, "b").result()
    tamper(project.path, "UPDATE source SET title = 'c'")
    with pytest.raises(Stale) as other:
        project.undo().result()
    assert other.value.span is None


def test_a_project_whose_file_was_moved_is_opened_where_it_is_found_and_no_other_is(project: Project, tmp_path: Path) -> None:
    away, other = tmp_path / "away.annotator", tmp_path / "other.annotator"
    Project.create(other).close()
    project.path.rename(away)
    with closing(project.found_at(away)) as found:
        assert found.documents().result() == project.documents().result()
    with pytest.raises(Moved, match="another project"):
        project.found_at(other)


def test_a_project_tells_the_texts_that_spans_have_for_an_attribute(project: Project, document: Document) -> None:
    label = project.schema.named("actor")
    (span,) = project.mark(document, 0, 3, label).result().edit.after
    assert isinstance(span, Span)
    project.set_attributes(span, (("canonical", "رويترز"),)).result()
    assert project.texts_of(label.id, "canonical").result() == ("رويترز",)
