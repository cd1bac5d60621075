from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.offsets import Utf16
from tests.texts import texts


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
@example("")
@example("\U0001f468\U0001f469a\U0001f467")
def test_every_code_point_has_its_utf16_offset_and_back(text: str) -> None:
    both = Utf16(text)
    assert both.length == utf16_length(text)
    for offset in range(len(text) + 1):
        utf16 = utf16_length(text[:offset])
        assert both.to_utf16(offset) == utf16
        assert both.to_codepoint(utf16) == offset


@given(st.text(alphabet="a\u0645\U0001f468\U00010000\U0010ffff"))
def test_an_offset_inside_a_surrogate_pair_means_the_start_of_its_character(text: str) -> None:
    both = Utf16(text)
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert both.to_codepoint(both.to_utf16(offset) + 1) == offset


def test_a_text_without_astral_characters_counts_the_same_both_ways() -> None:
    both = Utf16("قره باغ")
    assert [both.to_utf16(offset) for offset in range(8)] == list(range(8))
