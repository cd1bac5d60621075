from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.errors import InvalidSpan
from annotator.model.parts import Parts, holds, joined, reshaped, with_edges, without
from annotator.model.spans import Span, quote_of

TEXT = Document.of("قال مُحَمَّدٌ نعم ثم لا")
RANGES = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def over(*parts: tuple[int, int]) -> Span:
    segments = parts if len(parts) > 1 else ()
    made = Span.over(TEXT, parts[0][0], parts[-1][1], label=bytes(16), layer=bytes(16), identifier=bytes(16), segments=segments)
    return replace(made, attributes=(("kind", "killed"),))


def places(parts: Parts) -> set[int]:
    return {place for start, end in parts for place in range(start, end)}


@given(st.lists(RANGES, max_size=8))
def test_joined_parts_cover_the_same_are_in_order_and_apart(parts: list[tuple[int, int]]) -> None:
    found = joined(parts)
    assert places(found) == places(tuple(parts))
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert joined(reversed(found)) == found


@given(st.lists(RANGES, min_size=1, max_size=8), RANGES)
def test_what_is_taken_out_is_gone_and_the_rest_stays(parts: list[tuple[int, int]], out: tuple[int, int]) -> None:
    whole = joined(parts)
    left = without(whole, *out)
    assert places(left) == places(whole) - places((out,))
    assert all(start < end for start, end in left)
    assert joined((*left, out)) == joined((*whole, out))


def test_only_what_lies_within_one_part_is_held() -> None:
    assert holds(((0, 3), (5, 8)), 5, 8)
    assert holds(((0, 3), (5, 8)), 6, 7)
    assert not holds(((0, 3), (5, 8)), 2, 6)
    assert not holds(((0, 3), (3, 8)), 2, 4)


def test_an_edge_moves_its_part_and_leaves_those_between() -> None:
    parts = ((2, 4), (6, 8), (10, 12))
    assert with_edges(parts, 0, 12) == ((0, 4), (6, 8), (10, 12))
    assert with_edges(parts, 3, 11) == ((3, 4), (6, 8), (10, 11))
    assert with_edges(((2, 4),), 7, 9) == ((7, 9),)


@pytest.mark.parametrize(("start", "end"), [(4, 12), (7, 12), (2, 10), (2, 1)])
def test_an_edge_stops_at_the_other_end_of_its_part(start: int, end: int) -> None:
    with pytest.raises(InvalidSpan, match="cannot go past the other end of its part"):
        with_edges(((2, 4), (6, 8), (10, 12)), start, end)


def test_a_span_in_another_shape_is_the_same_span_and_true_to_its_text() -> None:
    span = over((0, 3))
    shaped = reshaped(span, TEXT, [(14, 17), (0, 3)])
    assert (shaped.start, shaped.end, shaped.segments) == (0, 17, ((0, 3), (14, 17)))
    assert shaped.quote == quote_of("قال نعم")
    assert shaped.is_true_to(TEXT.text)
    assert replace(shaped, start=0, end=3, segments=(), quote=span.quote) == span


def test_a_span_with_one_part_left_is_continuous_again() -> None:
    assert reshaped(over((0, 3), (14, 17)), TEXT, [(0, 3)]) == over((0, 3))
    assert reshaped(over((0, 3), (14, 17)), TEXT, [(14, 17), (3, 14), (0, 3)]) == over((0, 17))


def test_a_shape_that_no_text_holds_is_refused() -> None:
    span = over((0, 3))
    with pytest.raises(InvalidSpan, match="nothing would be left of the span"):
        reshaped(span, TEXT, [])
    with pytest.raises(InvalidSpan, match="offset 5 is inside a character"):
        reshaped(span, TEXT, [(0, 3), (5, 13)])
    assert reshaped(span, TEXT, [(0, 3), (5, 13)], by_character=True).segments == ((0, 3), (5, 13))
    with pytest.raises(InvalidSpan, match="is outside the text"):
        reshaped(span, TEXT, [(0, 99)])
