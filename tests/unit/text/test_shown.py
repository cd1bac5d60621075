import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.shown import LONGEST, shown
from tests.texts import texts

ACTING: set[Literal["Cc", "Cf", "Zl", "Zp", "Cs"]] = {"Cc", "Cf", "Zl", "Zp", "Cs"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال محمد.txt", "قال محمد.txt"),
        ("\x1b[31mred", r"\u001b[31mred"),
        ("a\r\nb\tc", r"a\u000d\u000ab\u0009c"),
        ("exe.\u202etxt", r"exe.\u202etxt"),
        ("\u2066a\u2069\u200f\u061c", r"\u2066a\u2069\u200f\u061c"),
        ("a\u2028b\u2029c\x85", r"a\u2028b\u2029c\u0085"),
        ("\udcff.txt", r"\udcff.txt"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_could_move_the_cursor_or_turn_the_line_is_escaped(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(texts | st.text(st.characters(categories=sorted(ACTING))))
def test_nothing_shown_acts_on_what_stands_around_it(text: str) -> None:
    assert not {unicodedata.category(character) for character in shown(text)} & ACTING


def test_a_long_text_is_cut_to_the_characters_asked_for() -> None:
    assert shown("ب" * LONGEST) == "ب" * LONGEST
    assert shown("ب" * (LONGEST + 1)) == "ب" * (LONGEST - 1) + "…"
    assert shown("abcdef", 4) == "abc…"
