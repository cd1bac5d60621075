"""What is asked of a project is answered from one picture of it."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.model.attributes import Value
from annotator.model.documents import State
from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile
from annotator.model.ids import new_id
from annotator.model.spans import Span
from annotator.storage.reader import Reader
from annotator.storage.store import Store


def test_spans_come_by_place_the_longest_first_from_all_layers_or_one(store: Store, project: Any) -> None:
    later, short, long = (project.mark(store, *place) for place in ((6, 7), (2, 3), (2, 5)))
    theirs = project.mark(store, 2, 4, layer=project.other_layer)
    document = project.document.id
    assert store.ask(lambda reader: reader.spans(document)).result() == (long, theirs, short, later)
    assert store.ask(lambda reader: reader.spans(document, project.layer.id)).result() == (long, short, later)
    assert store.ask(lambda reader: reader.spans(document, new_id())).result() == ()
    assert store.ask(lambda reader: reader.spans(new_id())).result() == ()


def test_spans_between_two_offsets_share_a_character_with_them(store: Store, project: Any) -> None:
    document, layer = project.document.id, project.layer.id
    first, second = project.mark(store, 2, 5), project.mark(store, 5, 8)

    def between(start: int, end: int, layer: bytes | None = None) -> object:
        return store.ask(lambda reader: reader.spans_between(document, layer, start, end)).result()

    assert between(0, 2) == ()
    assert between(0, 3) == (first,)
    assert between(4, 6, layer) == (first, second)
    assert between(5, 6, layer) == (second,)
    assert between(8, 9) == ()


def test_spans_come_a_few_at_a_time_by_their_ids(store: Store, project: Any) -> None:
    document, layer = project.document.id, project.layer.id
    spans = sorted((project.mark(store, start, start + 2) for start in (20, 2, 8, 12)), key=lambda span: span.id)
    project.erase(store, spans.pop(1))
    project.mark(store, 2, 4, layer=project.other_layer)

    def after(identifier: bytes) -> tuple[Span, ...]:
        return store.ask(lambda reader: reader.spans_after(document, layer, identifier, 2)).result()

    assert after(b"") == tuple(spans[:2])
    assert after(spans[1].id) == tuple(spans[2:])
    assert after(spans[2].id) == ()
    assert store.ask(lambda reader: reader.has_more_spans(document, layer, 2)).result()
    assert not store.ask(lambda reader: reader.has_more_spans(document, layer, 3)).result()


def test_marks_are_the_spans_of_a_layer_by_their_ids_without_what_few_ask_for(store: Store, project: Any) -> None:
    spans = sorted((project.mark(store, start, start + 1) for start in (6, 2, 4)), key=lambda span: span.id)
    project.erase(store, project.mark(store, 8, 9))
    project.mark(store, 2, 4, layer=project.other_layer)
    expected = [(span.id, span.label, span.start, span.end, "[]", "{}") for span in spans]
    place = project.layer.id, project.document.id
    assert store.ask(lambda reader: reader.marks(*place)).result() == expected
    assert store.ask(lambda reader: reader.marks(*place, spans[0].id, 1)).result() == expected[1:2]


def test_a_document_is_in_use_while_it_has_a_source(store: Store, project: Any) -> None:
    def used() -> tuple[object, object]:
        identifier = project.document.id
        return store.ask(lambda reader: (reader.documents_in_use(), reader.is_in_use(identifier))).result()

    assert used() == ((project.document.id,), True)
    (source,) = store.ask(Reader.sources).result()
    store.act(lambda _: Edit("remove document", before=(source,))).result()
    assert used() == ((), False)


def test_one_span_or_source_is_found_by_its_key(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    assert store.ask(lambda reader: reader.span(span.layer, span.document, span.id)).result() == span
    assert store.ask(lambda reader: reader.span(span.layer, span.document, new_id())).result() is None
    source = store.ask(lambda reader: reader.source(project.source.document, project.source.id)).result()
    assert source == project.source
    assert source
    assert source.metadata == (("_format", "text"), ("empty", None))


def test_a_removed_document_has_no_source_left(store: Store) -> None:
    (source,) = store.ask(Reader.sources).result()
    store.act(lambda _: Edit("remove", before=(source,))).result()
    assert store.ask(Reader.sources).result() == ()
    assert store.ask(lambda reader: reader.source(source.document, source.id)).result() is None


def test_a_layer_says_something_by_a_span_that_is_not_erased_or_by_how_far_it_is(store: Store, project: Any) -> None:
    document, layer, other = project.document.id, project.layer.id, project.other_layer.id

    def said() -> list[bool]:
        asked = [(layer, None), (layer, document), (layer, new_id()), (other, None), (other, document), (other, new_id())]
        return store.ask(lambda reader: [reader.has_said(*one) for one in asked]).result()

    assert said() == [False, False, False, False, False, False]
    span = project.mark(store, 2, 5)
    store.act(lambda _: Edit("finish", after=(State(other, document, finished=True),))).result()
    assert said() == [True, True, False, True, True, False]
    project.erase(store, span)
    assert said() == [False, False, False, True, True, False]


def test_sources_are_asked_for_some_at_a_time(store: Store, project: Any) -> None:
    others = tuple(replace(project.source, document=bytes([fill]) * 16) for fill in (255, 0))
    store.act(lambda _: Edit("import", after=others)).result()
    every = (others[1], project.source, others[0])
    assert store.ask(lambda reader: reader.sources_after(None, 2)).result() == every[:2]
    assert store.ask(lambda reader: reader.sources_after(every[0], 9)).result() == every[1:]
    assert store.ask(lambda reader: reader.sources_after(every[2], 9)).result() == ()


def test_an_unknown_document_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        store.ask(lambda reader: reader.document(bytes(16))).result()


def test_spans_are_counted_by_document_without_the_erased(store: Store, project: Any) -> None:
    project.erase(store, project.mark(store, 2, 5))
    assert store.ask(lambda reader: reader.span_counts(project.layer.id)).result() == {}
    project.mark(store, 2, 5)
    project.mark(store, 6, 7)
    project.mark(store, 6, 7, layer=project.other_layer)
    assert store.ask(lambda reader: reader.span_counts(project.layer.id)).result() == {project.document.id: 2}


def test_states_are_kept_by_layer(store: Store, project: Any) -> None:
    state = State(project.layer.id, project.document.id, finished=True, labels=("actor", "خبر"), ranges=((0, 9), (12, 20)))
    store.act(lambda _: Edit("finish", after=(state, replace(state, layer=project.other_layer.id)))).result()
    assert store.ask(lambda reader: reader.state(state.layer, state.document)).result() == state
    assert store.ask(lambda reader: reader.states(state.layer)).result() == (state,)
    assert store.ask(lambda reader: reader.state(state.layer, new_id())).result() is None


def test_a_project_without_a_schema_is_refused(store: Store) -> None:
    schema, _ = store.ask(Reader.schema_rows).result()
    store.act(lambda _: Edit("remove schema", before=(schema,))).result()
    with pytest.raises(InvalidFile, match="no label schema"):
        store.ask(Reader.schema_rows).result()


def test_the_texts_an_attribute_has_are_told_those_of_most_spans_first(store: Store, project: Any) -> None:
    label, other = project.labels[0].id, project.labels[1].id

    def describe(start: int, name: Value) -> Span:
        before = project.mark(store, start, start + 2)
        after = replace(before, attributes=(("name", name), ("note", "x")))
        applied = store.act(lambda _: Edit("attributes", (before,), (after,))).result()
        (written,) = applied.edit.after
        assert isinstance(written, Span)
        return written

    def texts(label: bytes, name: str) -> object:
        return store.ask(lambda reader: reader.texts_of(label, name)).result()

    names: tuple[Value, ...] = ("ب", "أ", "ب", 7, "c", "gone")
    spans = [describe(3 * place, name) for place, name in enumerate(names)]
    project.erase(store, spans[-1])
    assert texts(label, "name") == ("ب", "c", "أ")
    assert texts(label, "note") == ("x",)
    assert texts(label, "kind") == texts(other, "name") == ()
