"""Numbers: the quantities that a text states, as it states them, in digits or words, with bounds and ranges.

The rules are the project's own (design page ARABIC, §4). Nothing is added up or estimated, and no number is never zero.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

import regex

from annotator.text.folding import Folded, fold
from annotator.text.not_counts import Place, is_measured, is_no_count
from annotator.text.number_atoms import Atom, atoms
from annotator.text.number_bounds import AT_LEAST, MORE_THAN, Front, bound_before, bound_behind, range_front
from annotator.text.number_forms import AND
from annotator.text.number_grammar import Reading, readings
from annotator.text.number_words import DASH, SPACE

EXACT, RANGE, VAGUE = "exact", "range", "vague"
_MOST = 10**12
# «5 أو 6 كيلومترات»: the unit is said once.
_LINK = regex.compile(rf"(?:{SPACE})?(?:(?:او|or|{DASH})(?:{SPACE})?)?")


class Quantity(NamedTuple):
    """A number as stated: ``text[start:end]`` (code points), its bound words included; the open side of a bound is None.

    *qualifier* is exact, about, at_least, more_than, up_to, less_than, range or vague.
    """

    start: int
    end: int
    min: int | None
    best: int | None
    max: int | None
    qualifier: str


class _Said(NamedTuple):
    """A number, or the two of a range, and what bounds it; offsets are code points of the folded text.

    It begins with what is written onto it and starts behind that; from *number* to *behind* it is digits and number words.
    """

    begin: int
    start: int
    number: int
    behind: int
    end: int
    low: Fraction
    high: Fraction | None
    scale: Fraction
    qualifier: str
    is_joined: bool


def find(text: str) -> tuple[Quantity, ...]:
    """Return the quantities that *text* states, in order; what is no count (a year, an age, a price) is left out."""
    folded = fold(text)
    found = atoms(folded)
    numbers = list(_with_ranges(folded.text, [_said(found, reading) for reading in readings(found)]))
    said: list[_Said] = []
    for number, after in zip_longest(numbers, numbers[1:]):
        said.append(_bounded(folded.text, number, said[-1].end if said else 0, after.begin if after else len(folded.text)))
    return tuple(_quantity(folded, one) for one, counts in zip(said, _which_count(folded.text, said), strict=True) if counts)


def stated(text: str) -> Quantity | None:
    """Return the quantity that a marked text states, the first if there are several; None if it states none."""
    return next(iter(find(text)), None)


def _said(found: Sequence[Atom], reading: Reading) -> _Said:
    first, end = found[reading.first], found[reading.after - 1].end
    qualifier = EXACT if reading.low == reading.high else VAGUE
    value = reading.low, reading.high, reading.scale
    return _Said(first.begin, first.start, first.start, end, end, *value, qualifier, first.front == AND)


def _with_ranges(text: str, said: Sequence[_Said]) -> Iterator[_Said]:
    """Yield the numbers, the two ends of a range as one."""
    at = 0
    while at < len(said):
        both = _range(text, said[at], said[at + 1]) if at + 1 < len(said) else None
        yield both or said[at]
        at += 2 if both else 1


def _range(text: str, low: _Said, high: _Said) -> _Said | None:
    """Return both as one range, with the scale said once as in «بين 60 و70 ألفا»; None if they are none."""
    if VAGUE in {low.qualifier, high.qualifier}:
        return None
    least = low.low * high.scale if low.scale == 1 and low.low < high.low / high.scale else low.low
    front = range_front(text, Front(low.begin, low.start), text[low.behind : high.begin], is_joined=high.is_joined)
    if front is None or least >= high.low:
        return None
    low = low._replace(begin=front.begin, start=front.start, low=least, qualifier=RANGE)
    return low._replace(behind=high.behind, end=high.end, high=high.low)


def _bounded(text: str, said: _Said, low: int, high: int) -> _Said:
    """Return the number with the bound words around it; those of its neighbours end at *low*, begin at *high*."""
    before = bound_before(text, said.begin)
    if before and before.begin < low:
        before = None
    if before:
        said = said._replace(begin=before.begin, start=before.start)
    bound = before or (bound_behind(text, said.behind, high) if said.qualifier == EXACT else None)
    if bound is None:
        return said
    return said._replace(end=max(said.end, bound.end), qualifier=_qualified(said, bound.qualifier))


def _qualified(said: _Said, bound: str) -> str:
    """Return the qualifier of a number with this bound: a range stays one, a floor may become the lower bound of a count."""
    is_floor = said.qualifier == VAGUE and said.high is None and bound in {AT_LEAST, MORE_THAN}
    return bound if said.qualifier == EXACT or is_floor else said.qualifier


def _which_count(text: str, said: Sequence[_Said]) -> list[bool]:
    """Return of each number whether it is a count; a unit behind the second of two numbers is meant for both."""
    counts: list[bool] = []
    has_unit = False
    for at in reversed(range(len(said))):
        one = said[at]
        place = Place(text, one.begin, one.number, one.behind, one.low)
        has_unit = is_measured(place) or (has_unit and _is_linked(text, one, said[at + 1]))
        counts.append(_is_whole(one) and not has_unit and not is_no_count(place))
    return counts[::-1]


def _is_linked(text: str, one: _Said, after: _Said) -> bool:
    between = text[one.end : after.begin]
    return bool(_LINK.fullmatch(between)) and (after.is_joined or not (not between or between.isspace()))


def _is_whole(said: _Said) -> bool:
    return all(value is None or (value.denominator == 1 and value <= _MOST) for value in (said.low, said.high))


def _quantity(folded: Folded, said: _Said) -> Quantity:
    low, high = int(said.low), None if said.high is None else int(said.high)
    values: tuple[int | None, int | None, int | None]
    match said.qualifier:
        case "exact":
            values = low, low, low
        case "about":
            values = None, low, None
        case "at_least" | "more_than":
            values = low, None, None
        case "range" | "vague":
            values = low, None, high
        case _:
            values = None, None, low
    least, best, most = values
    return Quantity(folded.start(said.start), folded.end(said.end), least, best, most, said.qualifier)
