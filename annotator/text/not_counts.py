"""Not counts: numbers that count no people, known by what stands beside them: years, dates, clocks, ages, shares, money.

A cue reaches over a range and bound words: the text before begins where those begin, the text behind where the number ends.
Lengths of time are no counts either.
"""

from fractions import Fraction
from typing import NamedTuple

import regex

from annotator.text.count_cues import Cue, cues_before, cues_behind
from annotator.text.number_cues import Phrases, phrase_before, phrase_behind, word_behind
from annotator.text.number_words import DASH, SPACE

_FIRST_YEAR, _LAST_YEAR, _LAST_DAY, _LAST_HOUR, _ELEVEN, _HUNDRED = 1900, 2100, 31, 24, 11, 100
_LINE_START = regex.compile(r"(?r)(?<![^\n\r\u2029])[^\S\n\r\u2029]*[(\[]?")
_MARKER_END = regex.compile(rf"[.)\]](?={SPACE}\S|\p{{L}})|{DASH}(?={SPACE}|\p{{L}})")
_MARKER = regex.compile("[0-9]{1,3}")
_FOUR_DIGITS = regex.compile(r"[0-9]{4}(?![0-9.,،٬])")
# From year to year, unless both are round numbers.
_YEAR_TO_YEAR = regex.compile(r"(?!\d\d00\D+\d\d00)(?:19|20)[0-9]{2}\D+(?:19|20)[0-9]{2}")
_YEARS_BEFORE = regex.compile(rf"(?r)(?:و?[0-9]{{4}}(?:{SPACE})?(?:(?:[،,/]|{DASH}|الي|او|حتي)(?:{SPACE})?)?){{1,9}}")
_AFTER_YEAR_WORD = ":)]،,"
_SIGN_BEFORE = regex.compile(rf"(?r)[#№$€£¥₪](?:{SPACE})?")
_SIGN_BEHIND = regex.compile(rf"(?:{SPACE})?[%٪$€£¥₪°º′]")
_DATE_FRONTS = ("ال", "امس", "يوم", "اول")
# A word that is no number behind certain others: the month of Safar, nobody.
_FRONTS = {
    "صفر": Phrases(dict.fromkeys(("شهر", "من"), True), -1),
    "one": Phrases(dict.fromkeys(("no", "any", "every", "each", "this", "that"), True), -1),
}
# «في المئة» where it does not follow its number: the words are none themselves.
_PERCENT, _PERCENT_FRONTS = frozenset({"الميه", "المايه", "الالف"}), ("في ", "ب")


class Place(NamedTuple):
    """A number in its folded text: it *begins* with bound words and proclitics, and is ``text[start:end]`` without them.

    *least* is its value, the smaller one of a range.
    """

    text: str
    begin: int
    start: int
    end: int
    least: Fraction

    @property
    def words(self) -> str:
        """The number itself."""
        return self.text[self.start : self.end]


def is_no_count(place: Place) -> bool:
    """Whether what stands before or around the number makes it something else than a count."""
    found = phrase_before(place.text, place.begin, cues_before())
    cues = found.meaning if found else frozenset()
    return (
        Cue.MEASURE in cues
        or _is_numbered(place, cues)
        or _is_ordinal(place, cues)
        or (Cue.DAY in cues and place.least <= _LAST_DAY)
        or _is_year(place, cues)
        or _is_marker(place)
        or _is_another_word(place)
    )


def is_measured(place: Place) -> bool:
    """Whether a unit, a month or a percent sign follows, which may be meant for the number before this one too."""
    if _SIGN_BEHIND.match(place.text, place.end):
        return True
    found = phrase_behind(place.text, place.end, cues_behind())
    return found is not None and any(_measures(cue, place.least, found.after) for cue in found.meaning)


def _measures(cue: Cue, least: Fraction, after: str) -> bool:
    """Whether a cue that has the word *after* behind it measures a number: a singular before a date belongs to that."""
    is_of_date = after[:1].isdecimal() or after.startswith(_DATE_FRONTS)
    match cue:
        case Cue.MONTH:
            fits = least <= _LAST_DAY
        case Cue.MAY:
            fits = least <= _LAST_DAY and after.isdecimal()
        case Cue.DAYTIME:
            fits = least <= _LAST_HOUR
        case Cue.EVENING:
            fits = least <= _LAST_HOUR and not is_of_date
        case Cue.UNIT_FROM_ELEVEN:
            fits = least >= _ELEVEN and not after[:1].isdecimal()
        case Cue.UNIT_OF_HUNDREDS:
            fits = least % _HUNDRED == 0 and not is_of_date
        case _:
            fits = cue is Cue.UNIT
    return fits


def _is_year(place: Place, cues: frozenset[Cue]) -> bool:
    if not _FIRST_YEAR <= place.least <= _LAST_YEAR:
        return False
    is_bare = bool(_FOUR_DIGITS.match(place.words))
    if _YEAR_TO_YEAR.fullmatch(place.words):
        return True
    if is_bare and Cue.LOOSE_YEAR in cues and place.least % _HUNDRED:
        return True
    return (is_bare or not place.words[0].isdecimal()) and _is_after_year_word(place)


def _is_after_year_word(place: Place) -> bool:
    """Whether a word for a year or a month stands before it, or before the years before it: «عامي 1992 و1994»."""
    years = _YEARS_BEFORE.match(place.text, 0, place.begin)
    found = phrase_before(place.text, years.start() if years else place.begin, cues_before(), _AFTER_YEAR_WORD)
    return found is not None and Cue.YEAR in found.meaning


def _is_numbered(place: Place, cues: frozenset[Cue]) -> bool:
    """Whether it names one of a series: after رقم, or after a noun like لواء and not before what it would count."""
    if Cue.NUMBER_OF in cues or _SIGN_BEFORE.match(place.text, 0, place.begin):
        return True
    return Cue.NUMBERED in cues and not word_behind(place.text, place.end).endswith("ا")


def _is_ordinal(place: Place, cues: frozenset[Cue]) -> bool:
    """Whether it is the second half of an ordinal, as in «الثالث عشر», or counts on, as in «القرن الـ20»."""
    if place.words[-1].isdecimal():
        return Cue.COUNTED_ON in cues and not place.words[0].isdecimal()
    return Cue.ORDINAL in cues and place.least < _HUNDRED and place.least % 10 == 0


def _is_marker(place: Place) -> bool:
    """Whether it numbers a line, as in «1. …», «(2) …», «3- …», or a note, as in [4]."""
    if place.begin != place.start or not _MARKER.fullmatch(place.words):
        return False
    if place.text.startswith("]", place.end) and place.text.endswith("[", 0, place.begin):
        return True
    return bool(_LINE_START.match(place.text, 0, place.begin) and _MARKER_END.match(place.text, place.end))


def _is_another_word(place: Place) -> bool:
    """Whether it is the month of Safar and not zero, the hundred of a percentage, or the one of nobody."""
    if place.words in _PERCENT:
        return place.text.endswith(_PERCENT_FRONTS, 0, place.start)
    fronts = _FRONTS.get(place.words)
    if fronts is None:
        return False
    is_day = place.text[max(place.begin - 2, 0) : place.begin].strip().isdecimal()
    return is_day or phrase_before(place.text, place.begin, fronts) is not None
