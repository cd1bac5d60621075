"""Values as they are typed, in any digits, and as they are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.attributes import CHOICE, CHOICES, COUNT, DATE, FLAG, NUMBER, TEXT, Attribute, Choice, Value
from annotator.model.errors import AnnotatorError
from annotator.ui.attribute_values import raw, told, typed, value_of

DIGITS = st.sampled_from(("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"))
SIDES = Attribute("sides", CHOICES, choices=(Choice("n", (("ar", "شمال"), ("en", "North"))), Choice("s")))


def asked(kind: str) -> Attribute:
    return Attribute("it", kind)


def in_digits(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


@given(st.integers(0, 10**15 - 1), DIGITS)
def test_a_count_is_the_same_in_all_digits_with_and_without_groups(count: int, digits: str) -> None:
    for text in (str(count), f"{count:,}", f"{count:,}".replace(",", "٬")):
        assert value_of(asked(COUNT), in_digits(text, digits)) == count


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 4)), DIGITS)
def test_a_number_is_the_same_in_all_digits(number: float, digits: str) -> None:
    text = f"{number:.4f}"
    assert value_of(asked(NUMBER), in_digits(text, digits)) == number
    assert value_of(asked(NUMBER), in_digits(text.replace(".", "٫").replace("-", "\u2212"), digits)) == number


@given(st.dates(), DIGITS, st.sampled_from("-/"))
def test_a_date_is_the_same_in_all_digits(date: object, digits: str, between: str) -> None:
    assert value_of(asked(DATE), in_digits(str(date).replace("-", between), digits)) == str(date)


@given(st.sampled_from((COUNT, NUMBER, DATE)), st.text(max_size=12))
def test_whatever_is_typed_is_a_value_that_fits_or_is_refused(kind: str, text: str) -> None:
    attribute = asked(kind)
    try:
        value = value_of(attribute, text)
    except AnnotatorError:
        return
    assert attribute.fits(value)
    assert value is None or value_of(attribute, typed(value)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (COUNT, "-1"),
        (COUNT, "1.5"),
        (COUNT, "many"),
        (COUNT, "1" * 16),
        (NUMBER, "x"),
        (NUMBER, "inf"),
        (NUMBER, "nan"),
        (DATE, "2024-13"),
        (DATE, "2023-02-29"),
        (DATE, "24"),
        (DATE, "2024-5-9-1"),
    ],
)
def test_what_is_no_value_is_refused(kind: str, text: str) -> None:
    with pytest.raises(AnnotatorError, match="type a"):
        value_of(asked(kind), text)


def test_nothing_typed_takes_the_value_away() -> None:
    assert [value_of(asked(kind), "  ") for kind in (COUNT, NUMBER, DATE, TEXT)] == [None] * 4
    assert typed(None) == ""


def test_controls_around_a_number_are_no_part_of_it() -> None:
    assert value_of(asked(COUNT), "\u200f١٢\u200e") == 12
    assert value_of(asked(TEXT), " رويترز ") == "رويترز"


@pytest.mark.parametrize(
    ("attribute", "value", "text"),
    [
        (SIDES, ("n", "s"), "North, s"),
        (SIDES, ("x",), "\u2068x\u2069"),
        (Attribute("it", CHOICE, choices=(Choice("n", (("ar", "شمال"),)),)), "n", "n"),
        (asked(FLAG), True, "Yes"),
        (asked(FLAG), False, "No"),
        (asked(FLAG), "maybe", "\u2068maybe\u2069"),
        (asked(COUNT), 7, "7"),
        (asked(COUNT), -7, "\u2068-7\u2069"),
        (asked(TEXT), "رويترز", "\u2068رويترز\u2069"),
        (asked(TEXT), None, ""),
    ],
)
def test_a_value_is_told_in_words_and_one_that_does_not_fit_as_it_is(attribute: Attribute, value: Value, text: str) -> None:
    assert told(attribute, value, "en") == text


def test_choices_are_told_in_the_language_of_the_interface() -> None:
    assert told(SIDES, ("n", "s"), "ar") == "شمال, s"
    assert raw(("a", "b")) == "\u2068a\u2069, \u2068b\u2069"
