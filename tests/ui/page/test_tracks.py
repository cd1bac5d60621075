from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.ui.page.spans import reading_order
from annotator.ui.page.tracks import place

DOCUMENT = Document.of("x" * 50)
CLAIM, NAME = b"c", b"n"


def span(start: int, end: int, label: bytes = NAME) -> Span:
    return Span.over(DOCUMENT, start, end, label=label, layer=b"l", by_character=True)


def tracks(*spans: Span) -> list[int]:
    return [placed.track for placed in place(sorted(spans, key=reading_order), 4, lambda one: one.label == CLAIM)]


def test_spans_apart_share_the_first_track() -> None:
    assert tracks(span(0, 3), span(3, 5), span(9, 10)) == [0, 0, 0]


def test_the_outer_of_two_nested_spans_is_nearer_the_text() -> None:
    assert tracks(span(2, 4), span(0, 9)) == [0, 1]


def test_claims_are_stacked_from_the_bottom() -> None:
    assert tracks(span(0, 9, CLAIM), span(0, 5, CLAIM), span(1, 3)) == [3, 2, 0]


def test_a_span_for_which_no_track_is_left_gets_none() -> None:
    assert tracks(*(span(0, 9 - end) for end in range(5))) == [0, 1, 2, 3, -1]


def test_a_span_in_parts_keeps_its_track_from_end_to_end() -> None:
    parted = Span.over(DOCUMENT, 0, 9, label=NAME, layer=b"l", segments=((0, 2), (7, 9)), by_character=True)
    assert tracks(parted, span(3, 5)) == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.booleans()), max_size=20))
def test_no_two_spans_that_overlap_share_a_track(drawn: list[tuple[int, int, bool]]) -> None:
    spans = [span(start, start + length, CLAIM if is_claim else NAME) for start, length, is_claim in drawn]
    placed = place(sorted(spans, key=reading_order), 4, lambda one: one.label == CLAIM)
    for one, other in combinations(placed, 2):
        overlap = one.span.start < other.span.end and other.span.start < one.span.end
        assert one.track == -1 or one.track != other.track or not overlap
