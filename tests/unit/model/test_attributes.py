"""Attributes: which values fit which kind, what they are called, and their way into a schema row and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.attributes import KINDS, Attribute, Choice, Value, attribute_of, changed, titled
from tests.schemas import attributes

CHOICES = (Choice("battle", (("ar", "معركة"), ("en", "Battle"))), Choice("riot", is_gone=True))
GOOD: dict[str, tuple[Value, ...]] = {
    "choice": ("battle", "riot"),
    "choices": (("battle",), ("riot", "battle"), ()),
    "count": (0, 32, 10**12),
    "number": (0, -1.5, 40.18),
    "text": (" ", "نص"),
    "flag": (True, False),
    "date": ("2023", "2023-09", "2023-09-20", "2024-02-29"),
    "span": ("0123456789abcdef" * 2,),
    "part": (),
}
BAD: dict[str, tuple[Value, ...]] = {
    "choice": ("war", "", 1, True, ("battle",)),
    "choices": ("battle", ("war",), ("battle", "battle"), 1),
    "count": (-1, 1.0, True, "32", ()),
    "number": (True, "1", float("nan"), float("inf"), ()),
    "text": ("", 1, False, ("نص",)),
    "flag": (0, 1, "true", ()),
    "date": ("2023-13", "2023-02-30", "2023-9", "23", "", "2023-", "0000", "٢٠٢٣", 2023, "2023-09-20T00:00"),
    "span": ("0123456789ABCDEF" * 2, "0" * 31, "", 0),
    "part": ("", 0, ("a",)),
}

NAMES = st.sampled_from("abcde")
VALUES: st.SearchStrategy[Value] = st.one_of(st.integers(), st.text("xyz", min_size=1), st.booleans())


def made(kind: str) -> Attribute:
    """Return an attribute of a *kind*."""
    return Attribute("name", kind, choices=CHOICES if "choice" in kind else ())


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    """What holds for each kind of attribute."""

    def test_takes_its_values(self, kind: str) -> None:
        assert [value for value in GOOD[kind] if not made(kind).fits(value)] == []

    def test_takes_no_others(self, kind: str) -> None:
        assert [value for value in BAD[kind] if made(kind).fits(value)] == []

    def test_may_say_nothing(self, kind: str) -> None:
        assert made(kind).fits(None)

    def test_keeps_a_part_under_three_names_and_all_else_under_its_own(self, kind: str) -> None:
        names = ("name_start", "name_end", "name_text") if kind == "part" else ("name",)
        assert made(kind).names == names


def test_a_title_is_that_of_the_language_else_the_english_one_else_the_name() -> None:
    battle, riot = CHOICES
    assert [battle.title(language) for language in ("ar", "en", "fa")] == ["معركة", "Battle", "Battle"]
    assert riot.title("ar") == "riot"
    attribute = Attribute("side", "text", (("ar", "طرف"),))
    assert [attribute.title(language) for language in ("ar", "en")] == ["طرف", "side"]
    assert titled((), "en") == ""


@given(attributes())
def test_an_attribute_is_the_same_after_its_way_through_a_stanza(found: tuple[Attribute, ...]) -> None:
    assert tuple(attribute_of(one.stanza) for one in found) == found


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    assert made("date").fits(str(day))


def pairs(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[tuple[str, Value], ...]]:
    return st.dictionaries(NAMES, values).map(lambda held: tuple(sorted(held.items())))


@given(pairs(VALUES), pairs(st.none() | VALUES))
def test_what_is_changed_is_so_afterwards_and_nothing_else_is(
    held: tuple[tuple[str, Value], ...], changes: tuple[tuple[str, Value], ...]
) -> None:
    after, wanted = changed(held, changes), dict(changes)
    assert all(dict(after).get(name) == value for name, value in changes)
    assert {name: value for name, value in held if name not in wanted}.items() <= dict(after).items()
    assert after == tuple(sorted(after)) == changed(after, changes)
    assert None not in dict(after).values()
