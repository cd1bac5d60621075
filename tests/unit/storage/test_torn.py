"""A span of a text of which a part is lost goes where its own characters stand, never where the like of them do."""

import random

import pytest

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.storage.torn import Torn, TornTexts

WORDS = ("قال", "المتحدث", "من", "على", "في", "😀", "جنود", "و", "وزارة", "الدفاع", "قال")
DICE = random.Random(7)
DOCUMENT = Document.of(" ".join(DICE.choice(WORDS) for _ in range(900)))
TEXT = DOCUMENT.text
LENGTHS = (1, 2, 3, 4, 6, 8, 30)


def moved(torn: Torn, length: int) -> dict[int, int]:
    """Return to where each span of this *length* goes, by where it was."""
    texts = TornTexts({DOCUMENT.id: torn})
    left = texts.document(DOCUMENT.id)
    assert left
    found = {}
    for start in range(len(TEXT) - length):
        span = Span.over(DOCUMENT, start, start + length, label=b"l", layer=b"a", by_character=True)
        row = texts.onto(span, left)
        if isinstance(row, Span):
            assert row.covered(left.text) == span.covered(TEXT)
            found[start] = row.start
    return found


@pytest.mark.parametrize("length", LENGTHS)
def test_of_a_text_that_is_cut_what_stands_before_the_cut_stays(length: int) -> None:
    found = moved(Torn(TEXT[:1500], len(TEXT), is_cut=True), length)
    assert found == {start: start for start in range(1500 - length + 1)}


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("damage", ["\ufffd" * 7, "\ufffd" * 30, "\0" * 17])
def test_what_stands_behind_the_damage_is_as_far_from_the_end_as_it_was(length: int, damage: str) -> None:
    found = moved(Torn(f"{TEXT[:900]}{damage}{TEXT[917:]}", len(TEXT)), length)
    shift = len(damage) - 17
    expected = {start: start if start < 900 else start + shift for start in range(len(TEXT) - length)}
    lost = {start for start in expected if start + length > 900 and start < 917}
    assert {start: to for start, to in found.items() if expected[start] != to and start not in lost} == {}
    assert found.keys() | lost == expected.keys()
    assert length >= 6 or not found.keys() & lost


@pytest.mark.parametrize("length", [1, 2, 3])
def test_where_the_damage_does_not_show_short_ones_are_left_out(length: int) -> None:
    assert moved(Torn(f"{TEXT[:900]}جنود{TEXT[917:]}", len(TEXT)), length) == {}


def test_between_two_damages_a_long_one_is_found_where_its_characters_stand_once() -> None:
    left = f"{TEXT[:500]}\ufffd\ufffd\ufffd{TEXT[501:1000]}\ufffd\ufffd\ufffd{TEXT[1001:]}"
    found = moved(Torn(left, len(TEXT)), 30)
    assert {found[start] - start for start in range(501, 970)} == {2}
    assert not moved(Torn(left, len(TEXT)), 3).keys() & set(range(501, 997))
