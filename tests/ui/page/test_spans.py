"""The index of spans against plain lists."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.ui.page.spans import SpanIndex, reading_order

LENGTH = 60
OFFSETS = st.integers(0, LENGTH - 1)
STARTS = st.sets(st.integers(1, LENGTH - 1), max_size=8).map(lambda found: [0, *sorted(found)])


@st.composite
def span(draw: st.DrawFn) -> Span:
    """Return a span of a text of LENGTH characters."""
    start = draw(OFFSETS)
    end = draw(st.integers(start + 1, LENGTH))
    return Span(b"l" * 16, b"d" * 16, bytes([draw(st.integers(0, 30))]), b"", start, end, b"")


SPANS = st.lists(span(), max_size=20, unique_by=lambda span: span.id)
CHANGES = st.lists(st.tuples(st.booleans(), span()), max_size=30)


def changed(starts: list[int], spans: list[Span], changes: list[tuple[bool, Span]]) -> tuple[SpanIndex, list[Span]]:
    """Return the index and the plain list, in reading order, after the same spans were put in place of others, or taken out."""
    index, plain = SpanIndex(starts, spans), {known.id: known for known in spans}
    for is_new, one in changes:
        index.remove(one)
        plain.pop(one.id, None)
        if is_new:
            index.add(one)
            plain[one.id] = one
    return index, sorted(plain.values(), key=lambda known: (known.start, -known.end, known.id))


@given(STARTS, SPANS, CHANGES)
def test_the_index_holds_what_was_put_in_and_not_taken_out(
    starts: list[int], spans: list[Span], changes: list[tuple[bool, Span]]
) -> None:
    index, plain = changed(starts, spans, changes)
    assert index.in_order() == plain
    assert len(index) == len(plain)
    assert [index.get(bytes([number])) for number in range(31)] == [
        next((known for known in plain if known.id == bytes([number])), None) for number in range(31)
    ]


@given(STARTS, SPANS, CHANGES)
def test_a_paragraph_is_touched_by_the_spans_with_a_character_in_it(
    starts: list[int], spans: list[Span], changes: list[tuple[bool, Span]]
) -> None:
    index, plain = changed(starts, spans, changes)
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], LENGTH], strict=True)):
        assert index.touching(number) == [known for known in plain if known.start < end and known.end > start]


@given(STARTS, SPANS, CHANGES, OFFSETS)
def test_the_innermost_of_the_spans_over_a_character_comes_first(
    starts: list[int], spans: list[Span], changes: list[tuple[bool, Span]], offset: int
) -> None:
    index, plain = changed(starts, spans, changes)
    covering = [known for known in plain if known.start <= offset < known.end]
    assert index.at(offset) == sorted(covering, key=lambda known: (known.end - known.start, -known.start, known.id))


@given(STARTS, SPANS, CHANGES)
def test_each_span_is_followed_by_the_next_in_reading_order_and_preceded_by_the_one_before(
    starts: list[int], spans: list[Span], changes: list[tuple[bool, Span]]
) -> None:
    index, plain = changed(starts, spans, changes)
    orders = [reading_order(known) for known in plain]
    assert [index.after(here) for here in orders] == [*plain[1:], None][: len(plain)]
    assert [index.before(here) for here in orders] == [None, *plain][: len(plain)]


@given(STARTS, SPANS, OFFSETS)
def test_from_an_offset_the_next_span_is_the_first_that_starts_there_or_later(
    starts: list[int], spans: list[Span], offset: int
) -> None:
    index = SpanIndex(starts, spans)
    ordered = sorted(spans, key=reading_order)
    assert index.after((offset - 1, 0, b"")) == next((known for known in ordered if known.start >= offset), None)
    assert index.before((offset, 0, b"")) == next((known for known in reversed(ordered) if known.start <= offset), None)
