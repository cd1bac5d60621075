from collections.abc import Callable

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text import graphemes
from tests.texts import texts

# Debian's file may be of an older Unicode than the segmenter: from 15.1 on, GB9c keeps Indic conjuncts whole; later, half
# a pair of scissors is no pictograph.
KNOWN_TO_DIFFER = {"\u0915\u094d\u0924", "\u0915\u094d\u094d\u0924", "\u0915\u094d\u200d\u0924", "\u2701\u200d\u2701"}
hard = st.text(
    alphabet="a\u0628\u064e\u0651\u0640\u200d\u200c\u0600\u093f\u0915\u094d\u0924\r\n\t\U0001f468\U0001f3fb\ufe0f\U0001f1f1\U0001f1e7\u1100\u1161\u11a8\uac00\u0e33",
    max_size=24,
)


def whole(text: str) -> list[int]:
    """Return the boundaries that one pass of UAX #29 over the whole text gives."""
    return [0, *(match.end() for match in regex.finditer(r"\X", text))] if text else [0]


@given(texts | hard)
@example("")
@example("\U0001f1f1\U0001f1e7" * 8)
@example("\u0628" + "\u064e" * 40)
@example("\r\n\r\r\n")
@example("\u0600\u0600\U0001f468\u200d\U0001f469")
def test_every_question_about_clusters_agrees_with_one_pass_over_the_text(text: str) -> None:
    edges = whole(text)
    assert graphemes.boundaries(text) == (edges if text else [0])
    for offset in range(len(text) + 1):
        floor = max(edge for edge in edges if edge <= offset)
        ceiling = min(edge for edge in edges if edge >= offset)
        assert graphemes.is_boundary(text, offset) == (offset in edges)
        assert graphemes.floor(text, offset) == floor
        assert graphemes.ceiling(text, offset) == ceiling
        assert graphemes.before(text, offset) == max((edge for edge in edges if edge < offset), default=0)
        assert graphemes.snap(text, offset, offset) == (floor, ceiling)
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        assert graphemes.after(text, edge) == following


def test_offsets_outside_the_text_are_no_boundaries_and_snap_to_its_ends() -> None:
    assert not graphemes.is_boundary("ab", -1)
    assert not graphemes.is_boundary("ab", 3)
    assert graphemes.snap("ab", -1, 3) == (0, 2)
    assert graphemes.after("ab", 2) == 2
    assert graphemes.after("ab", -1) == 1


def test_a_letter_keeps_its_marks_and_a_family_stays_together() -> None:
    assert graphemes.boundaries("مُحَمَّدٌ") == [0, 2, 4, 7, 9]
    assert graphemes.boundaries("a\U0001f468\u200d\U0001f469\u200d\U0001f467b") == [0, 1, 6, 7]


def test_boundaries_of_a_stretch_are_those_of_the_text() -> None:
    assert graphemes.boundaries("مُحَمَّدٌ", 2, 7) == [2, 4, 7]


def test_it_segments_as_unicode_says(break_tests: Callable[[str], list[tuple[str, list[int]]]]) -> None:
    differing = {text for text, edges in break_tests("GraphemeBreakTest.txt") if graphemes.boundaries(text) != edges}
    assert differing - KNOWN_TO_DIFFER == set()


@pytest.mark.parametrize("text", ["ب" * 200_000, "بَ" * 100_000, "\n" * 200_000, "\U0001f468" * 200_000])
def test_a_question_looks_only_at_the_neighbourhood(text: str) -> None:
    class Watched(str):
        """A text that notes how far back it is read."""

        __slots__ = ("least",)
        least: int

        def __getitem__(self, index: object) -> str:
            assert isinstance(index, int)
            self.least = min(getattr(self, "least", index), index)
            return super().__getitem__(index)

    watched = Watched(text)
    graphemes.is_boundary(watched, 150_001)
    assert watched.least >= 150_001 - 4
