"""The name that a mention proposes, and the key under which all its spellings are one."""

import pytest
from hypothesis import example, given

from annotator.text.canonical import canonical, key, words_of
from annotator.text.folding import fold
from tests.texts import texts


@pytest.mark.parametrize(
    ("words", "before", "name"),
    [
        ("السُّودان", "و", "السودان"),
        ("كـتـائـب  القسام\n", "", "كتائب القسام"),
        ("بعثة الأممية", "قال لل", "البعثة الأممية"),
        ("بعثة الأممية", "وَلِلْـ", "البعثة الأممية"),
        ("بعثة الأممية", "فلل", "البعثة الأممية"),
        ("بعثة", "ل", "بعثة"),
        ("العمل", "ظلل", "العمل"),
        ("عمل", "ظلل", "عمل"),
        ("البعثة", "لل", "البعثة"),
        ("«بعثة»", "لل", "«بعثة»"),
        ("Reuters", "", "Reuters"),
        ("a\u202eb\u2069", "", "ab"),
        ("مسؤول", "", "مسؤول"),
    ],
)
def test_a_mention_proposes_its_words_without_ornaments_and_with_the_article_that_both_lams_hid(
    words: str, before: str, name: str
) -> None:
    assert canonical(words, before) == name


def test_spellings_of_a_name_share_a_key_and_other_names_do_not() -> None:
    assert len({*map(key, ("إيران", "ايران", "«إيران»", " إِيران ", "إيـران", 'ايران"'))}) == 1
    assert key("حركة حماس") == key("حركة  «حماس»") != key("حماس")
    assert key("\u064b") == "\u064b"


@given(texts)
@example("\u0653\u00a0\u0653")
def test_a_proposed_name_proposes_itself_and_whatever_is_not_empty_has_a_key(words: str) -> None:
    name = canonical(words)
    assert canonical(name) == name
    assert bool(key(words)) == bool(words)
    assert key(name) == key(fold(name).text) or not fold(name).text.split()


def test_the_words_of_a_name_are_compared_without_the_article() -> None:
    assert words_of("الجيش السوداني") == words_of("جيش سوداني")
    assert words_of("ال") == {"ال"}
