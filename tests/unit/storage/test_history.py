"""Undo and redo: without end, across documents, windows and restarts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.documents import Document, Source, State
from annotator.model.edits import Edit
from annotator.model.errors import Stale
from annotator.model.ids import NO_ID, new_id
from annotator.model.spans import Span
from annotator.storage.history import Entry
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.subjects import Subject


def test_undo_takes_back_a_mark_and_redo_returns_the_same_span(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    undone = store.undo().result()
    assert undone is not None
    assert (undone.undoes, undone.edit.title) == (2, "mark")
    assert (undone.edit.before, undone.edit.after) == ((span,), ())
    redone = store.redo().result()
    assert redone is not None
    assert redone.undoes == undone.seq
    assert redone.edit.after == (span,)
    assert store.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)


def test_there_is_nothing_to_undo_or_redo_in_a_new_project(project: Any) -> None:
    project.stores.append(Store.create(project.path, b"device of tests.", project.rows))
    (store,) = project.stores
    assert (store.undo().result(), store.redo().result()) == (None, None)
    assert store.ask(lambda reader: (reader.can_undo(), reader.can_redo(), reader.history())).result() == (None, None, ())
    assert store.ask(Reader.layers).result()


def test_a_new_edit_forgets_what_could_be_redone(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    store.undo().result()
    project.mark(store, 6, 7)
    assert store.redo().result() is None
    assert store.ask(Reader.can_redo).result() is None


def test_undo_reaches_through_documents_and_a_restart(store: Store, project: Any) -> None:
    other = Document.of("خبر آخر")
    project.add(store, other, Source(other.id, new_id(), "two"))
    project.mark(store, 2, 5)
    store.close()
    again = project.open()
    titles = []
    while undone := again.undo().result():
        titles.append(undone.edit.title)
    assert titles == ["mark", "import", "import"]
    again.close()
    last = project.open()
    while last.redo().result():
        pass
    assert {source.title for source in last.ask(Reader.sources).result()} == {"two", project.source.title}
    project.check(last)


def test_the_same_action_is_undone_and_redone_again_and_again(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    for _ in range(4):
        assert store.undo().result() is not None
        assert store.ask(lambda reader: reader.spans(project.document.id)).result() == ()
        assert store.redo().result() is not None
        assert store.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)
    entries = store.ask(Reader.history).result()
    assert len(entries) == 10
    assert not any(entry.is_undone for entry in entries)


def test_the_history_lists_edits_newest_first_page_by_page(store: Store, project: Any) -> None:
    spans = [project.mark(store, place, place + 1) for place in range(4)]
    store.undo().result()
    newest, undone, third, *_ = entries = store.ask(Reader.history).result()
    assert [entry.seq for entry in entries] == [6, 5, 4, 3, 2, 1]
    assert (newest.undoes, newest.is_undone, undone.is_undone, third.is_undone) == (5, True, True, False)
    place = (project.layer.id, project.document.id, spans[3].id)
    subject = Subject(spans[3].label, project.document.text[3:4])
    assert undone == Entry(5, "mark", undone.at_ms, 0, 1, True, "span", *place, subject)  # noqa: FBT003 - a row as the history lists it
    assert entries[-1].table == "source"
    assert entries[-1].layer == NO_ID
    assert store.ask(lambda reader: reader.history(2)).result() == entries[:2]
    assert store.ask(lambda reader: reader.history(2, before_seq=5)).result() == entries[2:4]


def test_what_comes_next_is_told_before_it_is_done(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    can_undo = store.ask(Reader.can_undo).result()
    assert can_undo is not None
    assert (can_undo.seq, can_undo.title, can_undo.is_undone) == (2, "mark", False)
    undone = store.undo().result()
    can_redo, can_undo = store.ask(lambda reader: (reader.can_redo(), reader.can_undo())).result()
    assert undone is not None
    assert can_redo is not None
    assert can_undo is not None
    assert (can_redo.seq, can_redo.is_undone, can_undo.title) == (undone.seq, True, "import")


def test_what_another_window_changed_since_cannot_be_taken_back(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)

    def elsewhere(reader: Reader) -> None:
        reader.con.execute("COMMIT")
        reader.con.execute("UPDATE span SET hlc = hlc + 1, label = ?", (project.labels[1].id,))
        reader.con.execute("BEGIN")

    store.ask(elsewhere).result()
    with pytest.raises(Stale):
        store.undo().result()
    assert store.ask(lambda reader: reader.spans(project.document.id)).result() == (replace(span, label=project.labels[1].id),)


Step = Callable[[Any, Store], object]


def _spans(project: Any, store: Store) -> tuple[Span, ...]:
    return store.ask(lambda reader: reader.spans(project.document.id)).result()


def _relabel(project: Any, store: Store) -> object:
    spans = _spans(project, store)[:3]
    new = tuple(replace(span, label=project.labels[3].id) for span in spans)
    return store.act(lambda _: Edit("relabel", spans, new)).result()


def _erase(project: Any, store: Store) -> object:
    spans = _spans(project, store)[::2]
    return store.act(lambda _: Edit("erase", spans)).result()


def _finish(project: Any, store: Store) -> object:
    def build(reader: Reader) -> Edit:
        old = reader.state(project.layer.id, project.document.id)
        new = State(project.layer.id, project.document.id, finished=not (old and old.finished), labels=("actor",))
        return Edit("finish", (old,) if old else (), (new,))

    return store.act(build).result()


def _remove_or_add(project: Any, store: Store) -> object:
    def build(reader: Reader) -> Edit:
        old = reader.source(project.source.document, project.source.id)
        return Edit("remove", (old,)) if old else Edit("add", after=(project.source,))

    return store.act(build).result()


def _mark(place: int) -> Step:
    def step(project: Any, store: Store) -> object:
        held = {span.id for span in _spans(project, store)}
        span = project.span(place, place + 3, f"span {place}")
        return None if span.id in held else store.act(lambda _: Edit("mark", after=(span,))).result()

    return step


STEPS: dict[str, Step] = {
    "mark the first": _mark(2),
    "mark the second": _mark(4),
    "mark the third": _mark(40),
    "relabel": _relabel,
    "erase": _erase,
    "finish": _finish,
    "remove or add": _remove_or_add,
    "undo": lambda _, store: store.undo().result(),
    "redo": lambda _, store: store.redo().result(),
    "reopen": lambda project, _: project.close(),
}


class TestLaws:
    """Undo-all is the first state, redo-all the last, whatever was done between."""

    @given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=12), is_reopened=st.booleans())
    @settings(max_examples=30)
    def test_undo_all_restores_the_first_state_and_redo_all_the_last(
        self, new_project: Callable[[], Any], steps: list[str], *, is_reopened: bool
    ) -> None:
        project = new_project()
        project.stores.append(Store.create(project.path, b"device of tests.", project.rows))
        first = project.content(project.stores[-1])
        project.add(project.stores[-1], project.document, project.source)
        for step in steps:
            STEPS[step](project, project.stores[-1] if project.stores else project.open())
        store = reopened(project) if is_reopened else project.open()
        redo_all(store)
        last = project.content(store)
        undo_all(store)
        assert project.content(store) == first
        store = reopened(project) if is_reopened else store
        redo_all(store)
        assert project.content(store) == last
        project.check(store)


def undo_all(store: Store) -> None:
    """Undo until nothing is left."""
    while store.undo().result():
        pass


def redo_all(store: Store) -> None:
    """Redo until nothing is left."""
    while store.redo().result():
        pass


def reopened(project: Any) -> Store:
    """Close every window and open the file anew."""
    project.close()
    store: Store = project.open()
    return store
