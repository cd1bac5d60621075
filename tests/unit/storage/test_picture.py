"""A picture answers as if nothing had been written since it was taken, or says that it cannot."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.model.documents import State
from annotator.model.edits import Edit, Row
from annotator.model.errors import Stale
from annotator.model.layers import Layer
from annotator.model.schemas import Label, SchemaBody
from annotator.storage import copying
from annotator.storage.picture import Picture
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from tests.damage import tamper
from tests.edits import as_it_is


@pytest.fixture
def picture(store: Store, project: Any) -> Picture:
    """Give the picture of a project with a marked document that is not finished."""
    project.mark(store, 2, 5, "first")
    project.mark(store, 6, 9, "second")
    for finished in (False, True, False):
        set_finished(store, project, finished=finished)
    return Picture(store)


def set_finished(store: Store, project: Any, *, finished: bool) -> None:
    """Say how far the document is."""
    state = State(project.layer.id, project.document.id, finished)

    def build(reader: Reader) -> Edit:
        before = reader.state(state.layer, state.document)
        return Edit("finish", (before,) if before else (), (state,))

    store.act(build).result()


def everything(project: Any) -> Callable[[Reader], object]:
    """Return the question for all that a reader knows but texts and history."""
    layer, document = project.layer.id, project.document.id

    def ask(reader: Reader) -> object:
        spans = reader.spans(document, layer)
        return (
            spans,
            [span.version for span in spans],
            reader.spans(document),
            reader.spans_between(document, layer, 3, 4),
            [reader.span(layer, document, span.id) for span in spans],
            reader.span_count(),
            reader.span_counts(layer),
            reader.label_counts(layer),
            reader.state(layer, document),
            reader.states(layer),
            reader.sources(),
            reader.sources_after(None, 1),
            reader.sources_after(reader.sources()[0], 1),
            [reader.has_said(one.id, about) for one in reader.layers() for about in (None, document)],
            reader.source(document, project.source.id),
            reader.layers(),
            reader.schema_rows(),
            reader.are_sealed(document, layer),
        )

    return ask


def change_everything(store: Store, project: Any) -> None:
    """Change every kind of row, some twice."""

    def build(reader: Reader) -> Edit:
        first, second = reader.spans(project.document.id, project.layer.id)
        body, labels = reader.schema_rows()
        named: tuple[SchemaBody | Label | Layer, ...] = (body, *labels, *reader.layers())
        sources = reader.sources()
        after: list[Row] = [replace(second, label=project.labels[2].id)]
        after += [replace(row, name=f"other {row.name}") for row in named]
        after += [replace(source, title="other") for source in sources]
        return Edit("change", (first, second, *named, *sources), tuple(after))

    store.act(build).result()
    project.mark(store, 2, 5, "first")
    project.mark(store, 2, 7, "third")
    project.mark(store, 2, 7, "other", layer=project.other_layer)
    for finished in (True, False, True):
        set_finished(store, project, finished=finished)


def test_every_answer_is_what_it_was(store: Store, project: Any, picture: Picture) -> None:
    was = store.ask(everything(project)).result()
    assert picture.ask(everything(project)).result() == was
    change_everything(store, project)
    assert store.ask(everything(project)).result() != was
    assert picture.ask(everything(project)).result() == was
    assert picture.ask(everything(project)).result() == was


def test_answers_are_in_the_same_order_whichever_rows_were_changed(store: Store, picture: Picture) -> None:
    layers = store.ask(Reader.layers).result()
    for layer in layers[:-1]:
        renamed = replace(layer, name="other")
        store.act(as_it_is(Edit("rename", (layer,), (renamed,)))).result()
    assert picture.ask(Reader.layers).result() == layers


def test_what_came_later_was_not_there(store: Store, project: Any, picture: Picture) -> None:
    later = project.mark(store, 2, 7)
    key = (later.layer, later.document, later.id)
    assert store.ask(lambda reader: reader.span(*key)).result() == later
    assert picture.ask(lambda reader: reader.span(*key)).result() is None


def test_what_was_erased_before_stays_erased_although_it_was_put_back(store: Store, project: Any, picture: Picture) -> None:
    project.erase(store, picture.ask(lambda reader: reader.spans(project.document.id)).result()[0])
    erased = Picture(store)
    store.undo().result()
    count = store.ask(Reader.span_count).result()
    assert erased.ask(Reader.span_count).result() == count - 1
    assert picture.ask(Reader.span_count).result() == count


def test_the_picture_of_a_new_project_has_nothing_of_what_came_after(new_project: Callable[[], Any]) -> None:
    project = new_project()
    project.stores.append(Store.create(project.path, b"device of tests.", project.rows))
    (store,) = project.stores
    picture = Picture(store)
    assert picture.ask(Reader.sources).result() == ()
    project.add(store, project.document, project.source)
    assert picture.ask(Reader.sources).result() == ()
    assert len(store.ask(Reader.sources).result()) == 1


def test_it_is_lost_where_an_edit_came_with_an_older_clock(store: Store, project: Any) -> None:
    ahead = "UPDATE local SET last = last + 1000000000000"
    tamper(project.path, ahead)
    picture = Picture(store)
    tamper(project.path, ahead.replace("+", "-"))
    assert picture.ask(Reader.span_count).result() == 0
    project.mark(store, 2, 5)
    with pytest.raises(Stale, match="changed meanwhile"):
        picture.ask(Reader.span_count).result()


def copy_of(store: Store, path: Path) -> Path:
    """Copy what is in the project to *path*."""
    store.ask(lambda reader: copying.copy(reader.con, path)).result()
    return path


def put_in_place(store: Store, path: Path) -> None:
    """Put another file in the place of the project, to which the store connects anew."""
    store._worker.submit(store._file.disconnect).result()
    path.replace(store.path)


def test_it_is_lost_where_an_older_copy_was_put_in_the_place_of_the_file(store: Store, project: Any, tmp_path: Path) -> None:
    older = copy_of(store, tmp_path / "older")
    project.mark(store, 2, 5)
    picture = Picture(store)
    put_in_place(store, older)
    with pytest.raises(Stale, match="changed meanwhile"):
        picture.ask(Reader.span_count).result()


def test_it_is_lost_where_a_copy_that_went_another_way_was_put_there(store: Store, project: Any, tmp_path: Path) -> None:
    other = copy_of(store, tmp_path / "other")
    project.mark(store, 2, 5)
    picture = Picture(store)
    with closing(Store.open(other, b"another device..")) as elsewhere:
        for start in (6, 8):
            project.mark(elsewhere, start, start + 1)
    put_in_place(store, other)
    with pytest.raises(Stale, match="changed meanwhile"):
        picture.ask(Reader.span_count).result()


def test_it_stays_where_a_copy_that_went_on_from_there_was_put_there(store: Store, project: Any, tmp_path: Path) -> None:
    picture = Picture(store)
    newer = copy_of(store, tmp_path / "newer")
    with closing(Store.open(newer, b"another device..")) as elsewhere:
        project.mark(elsewhere, 2, 5)
    put_in_place(store, newer)
    assert picture.ask(Reader.span_count).result() == 0
    assert store.ask(Reader.span_count).result() == 1
