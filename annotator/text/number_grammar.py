"""Number grammar: which atoms make one number, and its value as it is said.

A number is parts of ever smaller scales with و between them, a part is a group times its scales, a group is below a thousand or
digits. A ten follows its unit, never the other way, so two tens are two numbers, and so are digits و digits.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from annotator.text.number_atoms import SCALES, Atom, digits_value
from annotator.text.number_forms import AND
from annotator.text.number_words import MILLION, Kind

_HYPHEN, _OF = "-", "of"
_FLOORS = frozenset({Kind.VAGUE, Kind.PLURAL})
_FEWEST, _MOST_OF_FEW, _MOST = 3, 9, 10**12


class Reading(NamedTuple):
    """A number as it is said: atoms *first* to before *after*, worth *low* to *high* (None: open).

    *scale* is that of its first part, 1 if that has none.
    """

    first: int
    after: int
    low: Fraction
    high: Fraction | None
    scale: Fraction


class _Part(NamedTuple):
    """A piece of a number: its value, its scale (1 without), and the index of the atom behind it."""

    value: Fraction
    scale: Fraction
    after: int


def readings(atoms: Sequence[Atom]) -> Iterator[Reading]:
    """Yield the numbers that *atoms* make, in order; atoms that make none are passed over."""
    at = 0
    while at < len(atoms):
        reading = _reading(atoms, at)
        if reading is None:
            at += 1
        else:
            yield reading
            at = reading.after


def _reading(atoms: Sequence[Atom], at: int) -> Reading | None:
    kind = atoms[at].word.kind
    if kind is Kind.FEW:
        return _few(atoms, at)
    if kind in _FLOORS:
        floor = _times(atoms, _Part(atoms[at].word.value, Fraction(1), at + 1), SCALES)
        return Reading(at, floor.after, floor.value, None, Fraction(1))
    if kind is Kind.TENS and atoms[at].is_definite:
        return None  # «القرن العشرين», the twentieth
    number = _fraction(atoms, at) if kind is Kind.PART else _number(atoms, at)
    return number and Reading(at, number.after, number.value, number.value, number.scale)


def _few(atoms: Sequence[Atom], at: int) -> Reading:
    """Return three to nine, of a scale if one follows; «بضعة عشر» are thirteen to nineteen."""
    if _is(atoms, at + 1, {Kind.TEN}) or _is(atoms, at + 1, {Kind.TENS}, joined=True):
        ten = atoms[at + 1].word.value
        return Reading(at, at + 2, ten + _FEWEST, ten + _MOST_OF_FEW, Fraction(1))
    few = _times(atoms, _Part(Fraction(_FEWEST), Fraction(1), at + 1), SCALES | _FLOORS)
    return Reading(at, few.after, few.value, few.value / _FEWEST * _MOST_OF_FEW, Fraction(1))


def _fraction(atoms: Sequence[Atom], at: int) -> _Part | None:
    """Return the half or quarter of the scale that follows."""
    if not _is(atoms, at + 1, {Kind.SCALE}):
        return None
    scale = atoms[at + 1].word.value
    return _Part(atoms[at].word.value * scale, scale, at + 2)


def _number(atoms: Sequence[Atom], at: int) -> _Part | None:
    first = last = _part(atoms, at)
    if first is None or last is None:
        return None
    total = first.value
    while last.scale > 1 and last.after < len(atoms) and _follows(atoms[last.after]):
        more = _rest(atoms, last)
        if more is None or more.value >= last.scale:
            break
        total += more.value
        last = more
    return _Part(total, first.scale, last.after)


def _follows(atom: Atom) -> bool:
    """Whether the next part of a number may begin with it: و stands between, in English nothing needs to."""
    return atom.link == "" and (atom.front == AND or (atom.is_english and not atom.front))


def _rest(atoms: Sequence[Atom], last: _Part) -> _Part | None:
    """Return the part that begins behind *last*, or a fraction of the scale of that: «مليون ونصف», «مليون ونصف المليون»."""
    at = last.after
    if atoms[at].word.kind is not Kind.PART:
        return _part(atoms, at)
    says_it_again = _is(atoms, at + 1, {Kind.SCALE}) and atoms[at + 1].word.value == last.scale
    return _Part(atoms[at].word.value * last.scale, Fraction(1), at + 1 + says_it_again)


def _part(atoms: Sequence[Atom], at: int) -> _Part | None:
    word = atoms[at].word
    if word.kind in {Kind.DUAL, Kind.CONSTRUCT}:
        return _Part(2 * word.value, word.value, at + 1)
    if word.kind is Kind.SCALE:
        return _times(atoms, _Part(word.value, word.value, at + 1), SCALES)
    group = _group(atoms, at)
    return group and _times(atoms, group, SCALES)


def _times(atoms: Sequence[Atom], part: _Part, kinds: frozenset[Kind]) -> _Part:
    """Return *part* times the scales straight behind it."""
    value, scale, at = part
    while scale < _MOST and (_is(atoms, at, kinds) or _is(atoms, at, kinds, link=_OF)):
        value *= atoms[at].word.value
        scale *= atoms[at].word.value
        at += 1
    return _Part(value, scale, at)


def _group(atoms: Sequence[Atom], at: int) -> _Part | None:
    if atoms[at].word.kind is Kind.DIGITS:
        is_decimal = _is(atoms, at + 1, SCALES) and atoms[at + 1].word.value >= MILLION
        value = digits_value(atoms[at].text, is_decimal=is_decimal)
        return None if value is None else _Part(value, Fraction(1), at + 1)
    hundreds = _hundreds(atoms, at)
    if hundreds is None:
        return _below_hundred(atoms, at)
    if hundreds.after < len(atoms) and _follows(atoms[hundreds.after]):
        more = _below_hundred(atoms, hundreds.after)
        if more:
            return _Part(hundreds.value + more.value, Fraction(1), more.after)
    return hundreds


def _hundreds(atoms: Sequence[Atom], at: int) -> _Part | None:
    word = atoms[at].word
    if word.kind in {Kind.UNIT, Kind.WHOLE} and _is(atoms, at + 1, {Kind.HUNDRED}):
        return _Part(word.value * atoms[at + 1].word.value, Fraction(1), at + 2)
    if word.kind in {Kind.HUNDRED, Kind.HUNDREDS}:
        return _Part(word.value, Fraction(1), at + 1)
    return None


def _below_hundred(atoms: Sequence[Atom], at: int) -> _Part | None:
    word, two = atoms[at].word, at + 1
    value = None
    if (
        word.kind in {Kind.UNIT, Kind.ELEVENTH}
        and (_is(atoms, two, {Kind.TEN}) or (_is(atoms, two, {Kind.TENS}, joined=True) and not atoms[two].is_english))
    ) or (word.kind is Kind.TENS and atoms[at].is_english and _is_english_unit(atoms, two)):
        value, two = word.value + atoms[two].word.value, two + 1
    elif word.kind in {Kind.UNIT, Kind.TEN, Kind.TENS, Kind.WHOLE}:
        value = word.value
    return None if value is None else _Part(value, Fraction(1), two)


def _is_english_unit(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a unit stands there as in twenty-five or twenty five."""
    units = {Kind.UNIT}
    return (_is(atoms, at, units) or _is(atoms, at, units, link=_HYPHEN)) and atoms[at].is_english


def _is(atoms: Sequence[Atom], at: int, kinds: frozenset[Kind] | set[Kind], *, joined: bool = False, link: str = "") -> bool:
    """Whether an atom of these kinds stands there, with و before it or with nothing, and *link* between it and the last."""
    if at >= len(atoms):
        return False
    atom = atoms[at]
    return atom.word.kind in kinds and atom.link == link and atom.front == (AND if joined else "")
