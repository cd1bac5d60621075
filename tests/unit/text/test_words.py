from collections.abc import Callable
from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.words import tokens, word_at, words
from tests.texts import texts

# Debian's file may be of an older Unicode than the segmenter: later, half a pair of scissors is no pictograph.
KNOWN_TO_DIFFER = {"\u2701\u200d\u2701", "a\u200d\u2701"}
hard = st.text(alphabet="ab1_.,'\u0628\u0651\u05d0\u30a2\u200d\u200f\u00ad \t\n\x85\u2028\u00a0\u202f\u3000\x1c", max_size=16)


def stretch_at(text: str, offset: int) -> tuple[int, int]:
    """Return the run of spaces, or of characters that are none, around *offset*."""
    start = end = offset
    while start > 0 and text[start - 1].isspace() == text[offset].isspace():
        start -= 1
    while end < len(text) and text[end].isspace() == text[offset].isspace():
        end += 1
    return start, end


def test_it_segments_as_unicode_says(break_tests: Callable[[str], list[tuple[str, list[int]]]]) -> None:
    cases = break_tests("WordBreakTest.txt")
    differing = {text for text, edges in cases if [0, *(end for _, end in words(text))] != edges}
    assert differing - KNOWN_TO_DIFFER == set()


@given(texts | hard)
@example("")
def test_words_tile_the_text(text: str) -> None:
    found = words(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
    assert all(one[1] == following[0] for one, following in pairwise(found))


@given(texts | hard)
@example("a\x1c b")
@example("1\u202f2")
@example("\u3000\u0651")
def test_the_word_at_an_offset_is_that_of_its_stretch_between_spaces(text: str) -> None:
    for offset in range(len(text)):
        start, end = stretch_at(text, offset)
        inside = ((start, end),) if text[offset].isspace() else words(text, start, end)
        assert word_at(text, offset) == next(segment for segment in inside if segment[0] <= offset < segment[1])


@pytest.mark.parametrize(("offset", "expected"), [(-1, (0, 2)), (9, (3, 5)), (5, (3, 5))])
def test_an_offset_past_an_end_means_the_word_there(offset: int, expected: tuple[int, int]) -> None:
    assert word_at("ab cd", offset) == expected


def test_an_empty_text_has_an_empty_word() -> None:
    assert word_at("", 3) == (0, 0)
    assert words("") == ()


def test_words_of_a_stretch_are_in_offsets_of_the_text() -> None:
    assert words("قال علي نعم", 4, 7) == ((4, 7),)
    assert words("قال علي نعم", 4) == ((4, 7), (7, 8), (8, 11))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُحَمَّدٌ قال", ["مُحَمَّدٌ", "قال"]),
        ("الســـلام", ["الســـلام"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("٣٢ شخصا", ["٣٢", "شخصا"]),
        ("«12.5»", ["«", "12", ".", "5", "»"]),
        ("a_b-c", ["a_b", "-", "c"]),
        ("\u200fa", ["\u200f", "a"]),
    ],
)
def test_tokens_are_runs_of_letters_marks_and_numbers_and_others_alone(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in tokens(text)] == expected


@given(texts | hard)
def test_tokens_leave_out_nothing_but_spaces(text: str) -> None:
    found = tokens(text)
    assert "".join(text[start:end] for start, end in found) == regex.sub(r"\s", "", text)
    assert all(one[1] <= following[0] for one, following in pairwise(found))
