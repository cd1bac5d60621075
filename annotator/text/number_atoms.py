"""Number atoms: the number words and runs of digits of a folded text, each with the proclitics written onto it."""

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import regex

from annotator.text.folding import Folded
from annotator.text.number_forms import AND, Front, forms, fronts
from annotator.text.number_words import DASH, LINE_END, SPACE, Kind, Word, number_words, one_of, phrases

# Three runs of digits with dashes are a date.
_RUNS = regex.compile(
    rf"[\p{{L}}_]++|(?P<date>[0-9]++(?:{DASH}[0-9]++){{2,}})"
    r"|(?P<digits>[0-9]++(?:[.,،٬٫:/][0-9]++|[\u00a0\u202f][0-9]{3}(?![0-9]))*+)"
)
# Digits behind a letter and a dash or a plus, or before Latin letters, name a thing.
_NAME_BEFORE = regex.compile(rf"(?r)\p{{L}}{DASH}|\+")
_NAME_BEHIND = regex.compile(rf"{DASH}?\p{{Latin}}|_")
_GROUPED = regex.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<by>[.,،٬\u00a0\u202f])[0-9]{3}(?:(?P=by)[0-9]{3})*)(?:(?!(?P=by))[.,٫](?P<rest>[0-9]+))?"
)
_DECIMAL = regex.compile(r"(0|[1-9][0-9]*)[.,٬٫]([0-9]+)")
_PLAIN = regex.compile(r"0|[1-9][0-9]*")
_SPACES = regex.compile(SPACE)
_MOST_DIGITS, _LONGEST_LINK = 20, 8
_TANWIN, _SEATED_HAMZA = "\u064b", "ئ"
_WITH_SEATED_HAMZA = "مي"  # مئتين folds to what ميتين, "dead", folds to
_CONJUNCTIONS = frozenset({AND, "and"})
_ONE, _ELEVENTH = "واحد", "احد"
_PARTICLES = "من، في، على، عن، إلى، منهم، منها، بينهم، بينها، خلال، منذ، بعد، قبل، أو، ثم، حتى، مع، و"
_CARRYING = frozenset({Kind.HUNDRED, Kind.HUNDREDS, Kind.SCALE, Kind.DUAL, Kind.PLURAL})
SCALES = frozenset({Kind.SCALE, Kind.CONSTRUCT, Kind.PLURAL})
_NO_FRONT = Front("", 0, is_definite=False)


class Atom(NamedTuple):
    """A number word or a run of digits; offsets are code points of the folded text.

    It begins with its proclitics (*front*) and starts behind them, at the article if it has one. *link* is what stands between
    the atom before and this one, without spaces; None where that is long, or a line ends there.
    """

    word: Word
    text: str
    begin: int
    start: int
    end: int
    front: str
    link: str | None
    is_definite: bool

    @property
    def is_english(self) -> bool:
        """Whether it is an English word."""
        return self.text.isascii() and self.text.isalpha()


def atoms(folded: Folded) -> list[Atom]:
    """Return the atoms of *folded* in their order."""
    found: list[Atom] = []
    known = forms()
    before = None
    unread = 0
    for run in _RUNS.finditer(folded.text):
        atom = None
        if run.lastgroup == "digits":
            atom = _digits(folded.text, run, before)
            unread = 0 if atom else run.end()
        elif run.group() in known:
            atom = _word(folded, run, unread)
        if atom:
            atom = _joined(folded.text, atom, before)
            found.append(atom._replace(link=_link(folded.text, found[-1].end, atom.begin) if found else None))
        before = run
    return [_one_or_eleventh(folded, found, at) for at in range(len(found))]


def digits_value(text: str, *, is_decimal: bool = False) -> Fraction | None:
    """Return the value of digits with their separators; None if they are a date, a clock, an address, a telephone.

    A stop before exactly three digits groups thousands, unless *is_decimal* (before a million).
    """
    if len(text) > _MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return Fraction(int(text))
    grouped = None if is_decimal and text.count(".") == 1 else _GROUPED.fullmatch(text)
    if grouped:
        whole = "".join(filter(str.isdecimal, grouped["whole"]))
        return Fraction(f"{whole}.{grouped['rest'] or 0}")
    decimal = _DECIMAL.fullmatch(text)
    return Fraction(".".join(decimal.groups())) if decimal else None


def _digits(text: str, run: "regex.Match[str]", before: "regex.Match[str] | None") -> Atom | None:
    """Return the atom of a run of digits with the proclitics in the letters straight before it; None if it is no number."""
    is_written_on = before is not None and before.end() == run.start()
    front = fronts().get(before.group()) if before is not None and is_written_on else _NO_FRONT
    value = digits_value(run.group())
    if front is None or value is None or _NAME_BEHIND.match(text, run.end()) or _NAME_BEFORE.match(text, 0, run.start()):
        return None
    begin = before.start() if before is not None and is_written_on else run.start()
    word, start = Word(Kind.DIGITS, value), begin + front.length
    return Atom(word, run.group(), begin, start, run.end(), front.proclitics, None, front.is_definite)


def _word(folded: Folded, run: "regex.Match[str]", unread: int) -> Atom | None:
    """Return the atom of a number word; None if it is none after all, which folding hid, or the scale of *unread* digits."""
    front, text, word = forms()[run.group()]
    start = run.start() + front.length
    if folded.text[run.end() : run.end() + 1].isdecimal():
        return None
    if unread and word.kind in SCALES and _SPACES.fullmatch(folded.text, unread, run.start()):
        return None
    if text.startswith(_WITH_SEATED_HAMZA) and _SEATED_HAMZA not in _written(folded, start, run.end()):
        return None
    if word.kind is Kind.CONSTRUCT and not _is_construct(folded, start, run.end()):
        word = Word(Kind.SCALE, word.value)
    return Atom(word, text, run.start(), start, run.end(), front.proclitics, None, front.is_definite)


def _joined(text: str, atom: Atom, before: "regex.Match[str] | None") -> Atom:
    """Return the atom with the و before it, if one stands there free."""
    if before is None or atom.front or before.group() not in _CONJUNCTIONS or atom.begin == before.end():
        return atom
    between = text[before.end() : atom.begin]
    return atom._replace(begin=before.start(), front=AND) if _SPACES.fullmatch(between) else atom


def _is_construct(folded: Folded, start: int, end: int) -> bool:
    """Whether «ألفا» may be two thousand: a noun follows, and no tanwin is written."""
    return _TANWIN not in _written(folded, start, end) and bool(_noun_behind().match(folded.text, end))


@cache
def _noun_behind() -> "regex.Pattern[str]":
    """Return what matches a noun after a space: any Arabic word but a particle or a further part of the number."""
    particles = one_of(phrases(_PARTICLES))
    words = one_of(number_words())
    return regex.compile(rf"{SPACE}(?!{particles}(?!\p{{L}}))(?!و(?:{SPACE})?(?:{words}(?!\p{{L}})|[0-9]))\p{{Arabic}}")


def _written(folded: Folded, start: int, end: int) -> str:
    """Return how a stretch of the folded text is written, in NFKC."""
    return unicodedata.normalize("NFKC", folded.original[folded.start(start) : folded.end(end)])


def _link(text: str, end: int, begin: int) -> str | None:
    between = text[end:begin] if begin - end <= _LONGEST_LINK else "\n"
    return None if LINE_END.search(between) else between.strip()


def _one_or_eleventh(folded: Folded, found: Sequence[Atom], at: int) -> Atom:
    """Return the atom there; what folds to واحد is one, or and + the first half of eleven or of twenty-one."""
    atom = found[at]
    if atom.text != _ONE or atom.front or not (_says_eleventh(folded, atom) or _must_be_eleventh(found, at)):
        return atom
    return atom._replace(word=number_words()[_ELEVENTH], text=_ELEVENTH, start=atom.start + len(AND), front=AND)


def _says_eleventh(folded: Folded, atom: Atom) -> bool:
    """Whether it is written with the hamza of أحد."""
    return "أ" in _written(folded, atom.start, atom.end)


def _must_be_eleventh(found: Sequence[Atom], at: int) -> bool:
    """Whether عشر follows, or a ten does and what stands before wants a و."""
    behind = found[at + 1] if at + 1 < len(found) and found[at + 1].link == "" else None
    if behind is None or behind.word.kind is Kind.TEN:
        return behind is not None
    return behind.word.kind is Kind.TENS and found[at].link == "" and found[at - 1].word.kind in _CARRYING
