import sys
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotator.text.folding import find, fold, key, loose
from tests.texts import texts

DROPPED = "\u064e\u0651\u0670\u06e1\u0640\u200c\u200d\u061c\u200e\u200f\u202b\u2069"
HARAKAT = "\u064b\u064e\u0650\u0651\u0652\u0640\u200f"
hard = st.lists(st.sampled_from([*DROPPED, *"بلاأةىہ ١ßİﬀa", "ﻼ", "ﷺ", "ﷲ", "\ufe71", "\ufe70"]), max_size=16).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("الســـلام", "السلام"),
        ("أإآٱ ى ئ ی ؤ ة ە ھ ک", "اااا ي ي ي و ه ه ه ك"),
        ("١٢٣ ۴۵", "123 45"),
        ("می\u200cخواهم", "ميخواهم"),
        ("\u202bعلي\u202c \u2067x\u2069\u200e\u061c", "علي x"),
        ("ﻻ ﺍ", "لا ا"),
        ("BBC Straße ﬁn", "bbc strasse fin"),
        ("\u0651\u064e", ""),
        ("", ""),
        ("هٔ \u0674", "ه \u0674"),
    ],
)
def test_spellings_of_one_word_fold_together(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_different_words_stay_apart() -> None:
    assert fold("مسؤول").text != fold("مسئول").text
    assert fold("ذ").text != fold("د").text
    assert fold("ء").text == "ء"


@given(texts | hard)
@example("ﻼَ\u200fب")
@example("\ufe71ا")
def test_every_folded_letter_knows_the_character_it_came_from(text: str) -> None:
    folded = fold(text)
    assert folded.original == text
    starts = [folded.start(index) for index in range(len(folded.text))]
    assert starts == sorted(starts)
    for index, start in enumerate(starts):
        assert folded.text[index] in fold(text[start]).text
        assert start < folded.end(index + 1)
    assert folded.text == "".join(fold(character).text for character in text)


@given(texts | hard | st.text())
@example("ΐᾳŉΣς\U0001e900")
def test_the_key_of_a_text_is_what_it_folds_to(text: str) -> None:
    assert key(text) == fold(text).text


@given(texts | hard)
def test_a_range_ends_behind_its_last_letter_and_the_marks_of_that(text: str) -> None:
    folded = fold(text)
    assert folded.end(0) == fold("").start(0) == 0
    for index in range(1, len(folded.text) + 1):
        start, end = folded.start(index - 1), folded.end(index)
        assert fold(text[start + 1 : end]).text == ""
        assert all(unicodedata.category(character) == "Mn" for character in text[start + 1 : end])
        assert end == len(text) or fold(text[end]).text or unicodedata.category(text[end]) != "Mn"


def test_marks_belong_to_the_letter_before_and_controls_to_nobody() -> None:
    folded = fold("\u200fمُحَ\u200fبـَ")
    assert folded.text == "محب"
    assert [(folded.start(index), folded.end(index + 1)) for index in range(3)] == [(1, 3), (3, 5), (6, 7)]


def test_the_letters_of_a_ligature_share_its_place() -> None:
    folded = fold("فﻼَن")
    assert folded.text == "فلان"
    assert [folded.start(index) for index in range(4)] == [0, 1, 1, 3]
    assert [folded.end(index) for index in range(1, 5)] == [1, 3, 3, 4]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("قال مُحَمَّدٌ إن محمد", "محمد", ["مُحَمَّدٌ", "محمد"]),
        ("قال محمد", "مُحـــمّد", ["محمد"]),
        ("الى المانيا، إلى ألمانيا", "إلى ألمانيا", ["الى المانيا", "إلى ألمانيا"]),
        ("٣٢ و32", "32", ["٣٢", "32"]),
        ("سلﻼم", "لا", ["ﻼ"]),
        ("سلﻼم", "لل", ["لﻼ"]),
        ("اااا", "اا", ["اا", "اا"]),
        ("BBC", "bbc", ["BBC"]),
        ("قال", "كتب", []),
        ("قال", "", []),
        ("قال", "\u0651\u0640", []),
        ("", "قال", []),
    ],
)
def test_find_gives_the_raw_stretch_of_every_hit(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(fold(text), query)] == found


@given(texts | hard, st.data())
def test_what_stands_in_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    needle = fold(text[start:end]).text
    assume(needle)
    folded = fold(text)
    hits = list(find(folded, text[start:end]))
    assert len(hits) == folded.text.count(needle) > 0
    assert all(needle in fold(text[a:b]).text for a, b in hits)


@given(st.lists(st.sampled_from("قالبدو \t\n12a"), max_size=16), st.data())
def test_near_copies_are_loosely_the_same(letters: list[str], data: st.DataObject) -> None:
    plain = "".join(letters)
    decorated = "".join(letter + data.draw(st.text(HARAKAT, max_size=2)) for letter in letters)
    assert loose(f"  {decorated}\u00a0\n") == loose(plain)


def test_loose_texts_differ_where_letters_do() -> None:
    assert loose("ﻻ  أحد\nهنا") == "لا أحد هنا"
    assert loose("أحد") != loose("احد")
    assert loose("A") != loose("a")


def test_loose_texts_have_no_mark_that_stands_alone_and_no_control_of_form() -> None:
    dropped = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in {"Mn", "Cf"})
    assert loose(f"٣{dropped}ـ٤") == "٣٤"
