import hashlib
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.errors import InvalidSpan
from annotator.model.ids import NO_ID
from annotator.model.spans import Span, covered, quote_of
from annotator.model.versions import Version
from annotator.text import graphemes
from tests.texts import texts

LABEL, LAYER, ID = b"label".ljust(16), b"layer".ljust(16), b"span".ljust(16)
NAME = Document.of("قال مُحَمَّدٌ نعم")


def over(document: Document, start: int, end: int, *segments: tuple[int, int], by_character: bool = False) -> Span:
    return Span.over(
        document, start, end, label=LABEL, layer=LAYER, identifier=ID, by_character=by_character, segments=segments
    )


def raw(start: object, end: object, *segments: tuple[object, object]) -> Span:
    """Return a span made without a text, as a reader of rows makes it."""
    return Span(LAYER, NO_ID, ID, LABEL, start, end, b"", segments)  # type: ignore[arg-type]


def test_a_span_covers_its_characters_and_keeps_their_hash() -> None:
    span = over(NAME, 4, 13)
    assert span.covered(NAME.text) == "مُحَمَّدٌ"
    assert span.quote == hashlib.blake2b("مُحَمَّدٌ".encode(), digest_size=8).digest()
    assert (span.document, span.layer, span.label, span.id) == (NAME.id, LAYER, LABEL, ID)
    assert span.parts == ((4, 13),)


def test_a_span_without_an_id_gets_a_new_one_each_time() -> None:
    first, second = (Span.over(NAME, 0, 3, label=LABEL, layer=LAYER) for _ in range(2))
    assert first.id != second.id
    assert replace(first, id=second.id) == second


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3), (0, 0), (-3, -1)])
def test_an_empty_reversed_or_negative_span_is_refused(start: int, end: int) -> None:
    for made in (partial(over, NAME, start, end), partial(raw, start, end)):
        with pytest.raises(InvalidSpan, match=f"span {start} to {end}: it must start at 0 or later and end after its start"):
            made()


@pytest.mark.parametrize(("start", "end"), [(0.0, 3), (0, 3.0), (False, 3), (0, True), ("0", 3), (None, 3)])
def test_offsets_that_are_no_whole_numbers_are_refused(start: object, end: object) -> None:
    with pytest.raises(InvalidSpan, match="offsets are whole numbers of code points"):
        raw(start, end)
    with pytest.raises(InvalidSpan, match="offsets are whole numbers of code points"):
        over(NAME, start, end)  # type: ignore[arg-type]


def test_a_span_outside_the_text_is_refused_and_told_how_long_it_is() -> None:
    assert over(NAME, 0, 17).covered(NAME.text) == NAME.text
    with pytest.raises(InvalidSpan, match="offset 18 is outside the text, which has 17 characters"):
        over(NAME, 0, 18, by_character=True)


@pytest.mark.parametrize(("start", "end"), [(4, 5), (5, 13), (4, 12)])
def test_an_edge_between_a_letter_and_its_marks_is_refused_unless_by_character(start: int, end: int) -> None:
    with pytest.raises(InvalidSpan, match="is inside a character and its marks; select whole characters"):
        Span.over(NAME, start, end, label=LABEL, layer=LAYER)
    assert over(NAME, start, end, by_character=True).covered(NAME.text) == NAME.text[start:end]


@given(texts, st.data())
def test_every_range_between_clusters_makes_a_span_true_to_its_text(text: str, data: st.DataObject) -> None:
    edges = graphemes.boundaries(f"{text}.")
    start, end = sorted(data.draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
    span = over(Document.of(f"{text}."), start, end)
    assert span.is_true_to(f"{text}.")
    assert not span.is_true_to(f"{text}."[: end - 1])
    assert span.covered(f"{text}.") == f"{text}."[start:end]


def test_a_span_is_not_true_to_a_text_that_says_something_else_there() -> None:
    span = over(NAME, 0, 3)
    assert span.is_true_to("قال علي")
    assert not span.is_true_to("كتب علي")
    assert not over(NAME, 14, 17).is_true_to(NAME.text[:16])


def test_the_parts_of_a_discontinuous_span_are_joined_by_one_space() -> None:
    span = over(NAME, 0, 17, (0, 3), (14, 17))
    assert span.parts == ((0, 3), (14, 17))
    assert span.covered(NAME.text) == "قال نعم"
    assert span.quote == quote_of("قال نعم")
    assert span.is_true_to(NAME.text)
    assert covered("abcd", 0, 4, ((0, 1), (1, 2), (3, 4))) == "a b d"


def test_parts_may_touch() -> None:
    assert over(NAME, 0, 13, (0, 4), (4, 13)).parts == ((0, 4), (4, 13))


@pytest.mark.parametrize(
    "segments",
    [
        ((0, 17),),
        ((0, 3), (4, 13)),
        ((3, 4), (14, 17)),
        ((14, 17), (0, 3)),
        ((0, 14), (13, 17)),
        ((0, 13), (0, 17)),
    ],
)
def test_parts_that_are_one_cross_or_miss_the_hull_are_refused(segments: tuple[tuple[int, int], ...]) -> None:
    for made in (over, lambda _, start, end, *parts: raw(start, end, *parts)):
        with pytest.raises(InvalidSpan, match="span 0 to 17: its parts must be two or more, sorted, apart, and reach from"):
            made(NAME, 0, 17, *segments)


@pytest.mark.parametrize(
    ("segment", "why"),
    [
        ((5, 17), "offset 5 is inside a character"),
        ((17, 17), "span 17 to 17: it must"),
        ((-1, 17), "span -1 to 17: it must"),
        ((14, 17.0), "whole numbers"),
    ],
)
def test_every_part_is_checked_like_a_span(segment: tuple[int, int], why: str) -> None:
    with pytest.raises(InvalidSpan, match=why):
        over(NAME, 0, 17, (0, 3), segment)


def test_spans_are_the_same_whatever_version_their_rows_have() -> None:
    assert replace(over(NAME, 0, 3), version=Version(1, b"device of tests.")) == over(NAME, 0, 3)
    assert over(NAME, 0, 3) != over(NAME, 0, 4)
