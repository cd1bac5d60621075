import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.names import as_name, is_name
from tests.texts import texts


@pytest.mark.parametrize("text", ["خبر 1", "می\u200cخواهم", "a/b|c\\d", " ", "👨\u200d👩", "\u00ad", "\ufeff"])
def test_letters_signs_spaces_and_joiners_may_stand_in_a_name(text: str) -> None:
    assert is_name(text)
    assert as_name(text) == text


@pytest.mark.parametrize("character", "\0\t\n\r\x1b\x7f\x85\u2028\u2029\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
def test_what_could_move_the_cursor_or_turn_the_line_may_not(character: str) -> None:
    assert not is_name(f"a{character}b")
    assert as_name(f"a{character}b") == "ab"


def test_nothing_is_no_name() -> None:
    assert not is_name("")


@given(texts | st.text(st.characters(categories=["Cs", "Cf", "L"])))
def test_what_is_left_is_a_name_that_can_be_written(text: str) -> None:
    name = as_name(text)
    assert is_name(name) == bool(name)
    assert name.encode().decode() == name
