"""Two other programs write numbers in words; ours reads back what they wrote, their slips apart."""

import random
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words
from pyarabic.number import number2text

from annotator.text.folding import fold
from annotator.text.numbers import find

SMALL, SAMPLED, ALL = 3_000, 3_000, 1_000_000
FEW = 6  # one in so many is enough for a variant of what was tried as written
_MARKS = "\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
_WITHOUT_HAMZA = str.maketrans("أإآ", "ااا")


def in_arabic(number: int) -> str:
    """Return what num2words writes."""
    written: str = num2words(number, lang="ar")
    return written


def slips(number: int) -> str | None:
    """Return why num2words writes this number wrongly, None if it does not."""
    groups = [number // 1000**power % 1000 for power in range(4)]
    if any(group > 100 and group % 100 == 1 for group in groups[1:]):
        return "101,000 is written «مائة و ألف ألف», a hundred and a thousand thousand"
    if number in {2 * 1000**power for power in (1, 2, 3)}:
        return "2,000 is written «ألفا», a construct without the noun it needs; without one it is an accusative thousand"
    return None


def numbers(is_whole: bool) -> list[int]:  # noqa: FBT001
    """Return the numbers to try: all below a million, or the small ones and a sample."""
    return list(range(ALL)) if is_whole else [*range(SMALL), *random.sample(range(SMALL, ALL), SAMPLED)]


def best(text: str) -> int | None:
    """Return the one number of a text."""
    (quantity,) = find(text)
    assert quantity.start == 0
    assert not fold(text[quantity.end :]).text
    return quantity.best


VARIANTS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "attached": lambda text: text.replace(" و ", " و"),
    "without hamza": lambda text: text.translate(_WITHOUT_HAMZA),
    "attached without hamza": lambda text: text.replace(" و ", " و").translate(_WITHOUT_HAMZA),
    "with tatweel": lambda text: text.replace("ث", "ثـ").replace("م", "مــ"),
    "with harakat": lambda text: "".join(c + "\u064e\u0651" * (c != " ") for c in text),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_pyarabic_writes_is_read_back(variant: str, is_whole: bool) -> None:  # noqa: FBT001
    write = VARIANTS[variant]
    tried = numbers(is_whole)[:: 1 if is_whole or variant == "as written" else FEW]
    assert [number for number in tried if best(write(number2text(number))) != number] == []


@given(st.integers(0, 10**9 - 1), st.data())
@example(101_000, None)
def test_pyarabic_is_read_back_with_marks_strewn_in(number: int, data: st.DataObject | None) -> None:
    text = number2text(number)
    if data:
        text = "".join(c + data.draw(st.text(_MARKS, max_size=2)) * (c != " ") for c in text)
    assert best(text) == number


@pytest.mark.parametrize("variant", ["as written", "attached", "without hamza"])
def test_what_num2words_writes_is_read_back_but_for_its_slips(variant: str, is_whole: bool) -> None:  # noqa: FBT001
    write = VARIANTS[variant]
    tried = numbers(is_whole)[:: 1 if is_whole or variant == "as written" else FEW]
    wrong = [number for number in tried if [quantity.best for quantity in find(write(in_arabic(number)))] != [number]]
    assert wrong == [number for number in tried if slips(number)]


@pytest.mark.parametrize("number", [2_000, 101_000, 201_000, 1_101_000, 2_000_000, 101_000_000])
def test_the_slips_of_num2words_are_still_there(number: int) -> None:
    assert slips(number)
    assert [quantity.best for quantity in find(in_arabic(number))] != [number]
