from itertools import pairwise

import pytest
from hypothesis import example, given

from annotator.text.sentences import sentence_at, sentences
from tests.texts import texts


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["قُتل ثلاثة. ", "وأُصيب اثنان."],
        ["ماذا حدث؟ ", "لا أحد يعلم!! ", "حقا؟!"],
        ["قال: «نعم.» ", "ثم سكت؛ وعاد، ومضى: هكذا…"],
        ['He said "no." ', "Then left."],
        ["(انتهى.)\u00a0", "نعم"],
        ["قال مُحَمَّدٌ. ", "ثم مضى"],
        ["Wait... ", "what?"],
        ["لا!", "نعم"],
    ],
)
def test_a_sentence_ends_with_its_ender_the_quotes_that_close_after_it_and_the_space(expected: list[str]) -> None:
    assert split("".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "بلغ 12.5 مليون",
        "زار http://a.b/c.html اليوم",
        "قال د. م. علي",
        "قال دُ. علي",
        "U.S. army",
        "أولا، ثانيا؛ ثالثا: رابعا",
        "a.b",
        "(.)x",
    ],
)
def test_numbers_addresses_initials_and_lesser_marks_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_word_whose_last_letter_has_many_marks_is_no_initial() -> None:
    word = "قد" + "\u064b\u0651" * 3 + "\u064b"
    assert split(f"{word}. نعم") == [f"{word}. ", "نعم"]


@given(texts)
@example("")
@example("...")
def test_sentences_tile_their_paragraph(text: str) -> None:
    found = sentences(text)
    assert "".join(split(text)) == text
    assert all(start < end for start, end in found)
    assert all(one[1] == following[0] for one, following in pairwise(found))


@given(texts)
def test_every_offset_is_in_a_sentence_and_the_end_in_the_last(text: str) -> None:
    for offset in range(len(text)):
        start, end = sentence_at(text, offset)
        assert start <= offset < end
    assert sentence_at(text, len(text)) == (sentences(text) or ((0, 0),))[-1]
