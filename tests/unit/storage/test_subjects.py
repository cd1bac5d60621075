"""What each line of the history is about: the label and words of a span, the title of a document."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.model.documents import Document, Source, State
from annotator.model.edits import Edit
from annotator.model.ids import NO_ID, new_id
from annotator.model.notes import QUESTION, Note
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.storage import journal, mentions
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.subjects import LONGEST, Subject, Subjects


def subject(store: Store) -> Subject:
    """Return what the newest line is about."""
    return store.ask(lambda reader: reader.history(1)).result()[0].subject


def test_a_mark_is_about_the_text_it_covers(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 13)
    assert subject(store) == Subject(span.label, "قال المتحدث")


def test_an_erased_span_is_told_as_it_was(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    store.act(lambda _: Edit("erase", before=(span,))).result()
    assert subject(store) == Subject(span.label, "قال")


def test_a_changed_span_is_told_as_it_became(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    store.act(lambda _: Edit("relabel", (span,), (replace(span, label=project.labels[2].id),))).result()
    assert subject(store) == Subject(project.labels[2].id, "قال")


def test_long_words_are_cut_and_their_spaces_made_one(store: Store, project: Any) -> None:
    project.mark(store, 40, 300)
    words = subject(store).words
    assert 0 < len(words) <= LONGEST
    assert "\n" not in words


def test_a_relation_is_told_by_its_kind_and_a_note_by_its_words(store: Store, project: Any) -> None:
    spans = project.mark(store, 2, 5), project.mark(store, 6, 13)
    kind = project.labels[0].id
    relation = Relation(project.layer.id, project.document.id, new_id(), kind, spans[0].id, spans[1].id)
    store.act(lambda _: Edit("relate", after=(relation,))).result()
    assert subject(store) == Subject(kind)
    note = Note(project.layer.id, project.document.id, new_id(), relation.id, QUESTION, f" من\nقال؟{' ' * LONGEST}x")
    store.act(lambda _: Edit("note", after=(note,))).result()
    assert subject(store) == Subject(words="من قال؟")


def test_a_document_is_told_by_its_title_though_it_is_gone(store: Store, project: Any) -> None:
    state = State(project.layer.id, project.document.id, finished=True)
    store.act(lambda _: Edit("finish", after=(state,))).result()
    assert subject(store) == Subject(NO_ID, project.source.title)
    source = store.ask(Reader.sources).result()[0]
    store.act(lambda _: Edit("remove document", before=(source,))).result()
    assert subject(store) == Subject(NO_ID, project.source.title)


def test_spans_of_several_documents_are_told_by_their_own_texts(store: Store, project: Any) -> None:
    other = Document.of("خبر آخر")
    project.add(store, other, Source(other.id, new_id(), "two"))
    project.mark(store, 2, 5)
    span = Span.over(other, 4, 7, label=project.labels[0].id, layer=project.layer.id)
    store.act(lambda _: Edit("mark", after=(span,))).result()
    told = [entry.subject.words for entry in store.ask(Reader.history).result()]
    assert told == ["آخر", "قال", "two", project.source.title]


def test_very_many_rows_are_about_nothing_in_particular(store: Store, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mentions, "MANY", 1)
    spans = (project.span(2, 5), project.span(6, 13))
    store.act(lambda _: Edit("mark", after=spans)).result()
    assert subject(store) == Subject()


def test_what_is_no_longer_in_the_file_is_about_nothing(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)

    def elsewhere(reader: Reader) -> Subject:
        line = journal.head(reader.con)
        assert line
        return Subjects().of(reader.con, replace(line, hlc=1))

    assert store.ask(elsewhere).result() == Subject()
