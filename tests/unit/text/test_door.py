import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.door import clean, through
from tests.texts import texts

raws = st.lists(st.one_of(texts, st.sampled_from(("\r\n", "\r", "\n", "\ufeff"))), max_size=6).map("".join)


@pytest.mark.parametrize(
    ("raw", "text", "removed"),
    [
        ("", "", ()),
        ("قال\nعلي", "قال\nعلي", ()),
        ("\ufeffقال", "قال", (0,)),
        ("a\r\nb\r\n", "a\nb\n", (1, 4)),
        ("a\rb\r", "a\nb\n", ()),
        ("a\r\r\nb", "a\n\nb", (2,)),
        ("\ufeff\r\n", "\n", (0, 1)),
        ("a\ufeffb", "a\ufeffb", ()),
        ("\ufeff\ufeff", "\ufeff", (0,)),
        ("e\u0301\u2028\x85\x0b\x0c ـ\x00", "e\u0301\u2028\x85\x0b\x0c ـ\x00", ()),
    ],
)
def test_only_a_mark_in_front_and_the_cr_of_line_ends_are_removed(raw: str, text: str, removed: tuple[int, ...]) -> None:
    assert clean(raw) == (text, removed)


@given(raws)
@example("\r\n\r\r\n")
def test_every_character_that_stays_is_found_behind_the_door(raw: str) -> None:
    text, removed = clean(raw)
    assert len(text) == len(raw) - len(removed)
    for offset, character in enumerate(raw):
        if offset not in removed:
            assert text[through(offset, removed)] == ("\n" if character == "\r" else character)


@given(raws)
def test_offsets_keep_their_order_and_reach_from_end_to_end(raw: str) -> None:
    text, removed = clean(raw)
    places = [through(offset, removed) for offset in range(len(raw) + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(text))


def test_both_sides_of_a_removed_cr_land_before_the_line_end() -> None:
    _, removed = clean("a\r\nb")
    assert [through(offset, removed) for offset in range(5)] == [0, 1, 1, 2, 3]


@given(raws)
def test_a_clean_text_goes_through_unchanged(raw: str) -> None:
    text = clean(raw)[0].lstrip("\ufeff")
    assert clean(text) == (text, ())
