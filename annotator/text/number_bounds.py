"""Number bounds: the words that say whether a number is exact, about, at least, at most, or one end of a range."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import regex

from annotator.text.number_cues import Phrases, phrase_before, phrase_behind
from annotator.text.number_words import DASH, LINE_END, SPACE, one_of, phrases

ABOUT, AT_LEAST, MORE_THAN, UP_TO, LESS_THAN = "about", "at_least", "more_than", "up_to", "less_than"
_BEFORE = {
    ABOUT: (
        "نحو، حوالي، زهاء، قرابة، تقريبا، ما يقارب، ما يقرب من، يقارب، تقارب، يقرب من، ما يناهز، يناهز، تناهز، about، "
        "around، approximately، roughly، nearly، almost، some"
    ),
    AT_LEAST: (
        "ما لا يقل عن، لا يقل عن، لا تقل عن، لا يقل عددهم عن، على الأقل، في الأقل، كحد أدنى، بحد أدنى، ليس أقل من، "
        "لا أقل من، at least، no fewer than، no less than، not less than، a minimum of"
    ),
    MORE_THAN: (
        "أكثر من، أزيد من، ما يزيد على، ما يزيد عن، يزيد على، يزيد عن، تزيد على، تزيد عن، ما ينيف على، ما ينيف عن، "
        "ما يفوق، يفوق، تفوق، ما يتجاوز، يتجاوز، تتجاوز، more than، over، in excess of، upwards of"
    ),
    UP_TO: (
        "ما يصل إلى، يصل إلى، تصل إلى، يصل عددهم إلى، ما لا يزيد على، ما لا يزيد عن، لا يزيد على، لا يزيد عن، "
        "لا تزيد على، لا تزيد عن، ما لا يتجاوز، لا يتجاوز، لا تتجاوز، لا يتعدى، ليس أكثر من، لا أكثر من، على الأكثر، "
        "كحد أقصى، بحد أقصى، up to، at most، as many as، no more than، not more than، a maximum of"
    ),
    LESS_THAN: "أقل من، ما يقل عن، يقل عن، تقل عن، ما دون، less than، fewer than، under، below",
}
_BEHIND = {
    ABOUT: "تقريبا، أو نحو ذلك، or so",
    AT_LEAST: "على الأقل، في الأقل، على أقل تقدير، كحد أدنى، بحد أدنى، فما فوق، أو أكثر، at least، or more",
    MORE_THAN: "ونيف، ونيفا",
    UP_TO: "على الأكثر، في الأكثر، على أكثر تقدير، على أبعد تقدير، كحد أقصى، بحد أقصى، at most",
}
_AMONG, _FROM = "بين، ما بين، between", "من، from"
_TO = "إلى، حتى، to"
# «ارتفع العدد من 30 إلى 40» is no range but two numbers.
_CHANGES = (
    "ارتفع، ارتفعت، ارتفاع، يرتفع، زاد، زادت، زيادة، قفز، قفزت، انخفض، انخفضت، انخفاض، تراجع، تراجعت، rose، risen، "
    "rises، rise، increased، fell"
)
_DASHED = regex.compile(f"(?:{SPACE})?{DASH}(?:{SPACE})?")
_MOST_PASSED, _CLAUSE = 3, 80


class Bound(NamedTuple):
    """A bound said in words: it begins with its proclitics and starts behind them; code points of the folded text."""

    qualifier: str
    begin: int
    start: int
    end: int


class Front(NamedTuple):
    """Where a range begins, and where it starts behind its proclitics."""

    begin: int
    start: int


def bound_before(text: str, begin: int) -> Bound | None:
    """Return the bound straight before *begin*, the longest that is there."""
    found = phrase_before(text, begin, _before())
    return found and Bound(found.meaning, found.begin, found.start, found.end)


def bound_behind(text: str, end: int, stop: int) -> Bound | None:
    """Return the bound that follows *end*, at most a few words away and before *stop*, where the next number begins."""
    found = phrase_behind(text, end, _behind(), _MOST_PASSED)
    return Bound(found.meaning, found.begin, found.start, found.end) if found and found.end <= stop else None


def range_front(text: str, first: Front, middle: str, *, is_joined: bool) -> Front | None:
    """Return the front of the range whose *first* number has *middle* behind it; None if it is no range.

    *is_joined* tells whether the second number has a و, as in «بين X وY».
    """
    if LINE_END.search(middle):
        return None
    found = phrase_before(text, first.begin, _fronts())
    is_from = found is not None and found.meaning == _FROM
    if is_joined:
        fits = found is not None and not is_from and not middle.strip()
    else:
        goes_to = middle[:1].isspace() and middle[-1:].isspace() and middle.strip() in _to()
        changes = is_from and _change().match(text, 0, first.begin)
        fits = bool(_DASHED.fullmatch(middle)) or (goes_to and not changes)
    if not fits:
        return None
    return Front(found.begin, found.start) if found else first


@cache
def _before() -> Phrases[str]:
    return Phrases(_meanings(_BEFORE), -1)


@cache
def _behind() -> Phrases[str]:
    return Phrases(_meanings(_BEHIND), 0)


@cache
def _fronts() -> Phrases[str]:
    return Phrases(_meanings({_AMONG: _AMONG, _FROM: _FROM}), -1)


@cache
def _to() -> frozenset[str]:
    return frozenset(phrases(_TO))


def _meanings(table: Mapping[str, str]) -> dict[str, str]:
    return {words: meant for meant, listed in table.items() for words in phrases(listed)}


@cache
def _change() -> "regex.Pattern[str]":
    """Return what matches back from a number to a word of change in the same clause."""
    return regex.compile(rf"(?r)(?<!\p{{L}})[وف]?{one_of(phrases(_CHANGES))}(?!\p{{L}})[^.،؛:؟!\n\r]{{0,{_CLAUSE}}}")
