"""Folding: which spellings a reader takes for the same word; for comparing and searching, never for storing."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_DROPPED = f"{_MARKS}\u0640\u200c\u200d\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
_TRAILING_MARKS = regex.compile(f"[{_MARKS}]+")
_DROPS = regex.compile(f"[{_DROPPED}]")
_MARKS_AND_CONTROLS = regex.compile(r"[\u0640\p{M}\p{C}]")
_SAME = str.maketrans("أإآٱىئیؤةەھک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايييوههه" + "ك" + "01234567890123456789")


class Folded(NamedTuple):
    """A text folded, with the way back: ``start(i)`` and ``end(i)`` are code points of the raw text.

    ``at`` and ``raw`` say where each piece begins in the folded and in the raw text; pieces in ``joint`` stand for one raw
    character each, however many letters it folds to.
    """

    text: str
    at: tuple[int, ...]
    raw: tuple[int, ...]
    joint: frozenset[int]
    original: str

    def start(self, index: int) -> int:
        """Return the raw offset at which the folded character *index* begins."""
        piece = bisect_right(self.at, index) - 1
        return self.raw[piece] if piece in self.joint else self.raw[piece] + index - self.at[piece]

    def end(self, index: int) -> int:
        """Return the raw offset at which a folded range that ends at *index* ends, its last letter's marks included."""
        if index == 0:
            return 0
        marks = _TRAILING_MARKS.match(self.original, self.start(index - 1) + 1)
        return marks.end() if marks else self.start(index - 1) + 1


def fold(text: str) -> Folded:
    """Return *text* without marks, tatweel and controls, with one letter for all its seats and one for all digits."""
    out: list[str] = []
    at: list[int] = []
    raw: list[int] = []
    joint: set[int] = set()
    length = place = 0
    for match in _changing().finditer(text):
        length = _keep(text, (place, match.start()), (out, at, raw), length)
        folded = _folded_character(match.group())
        if folded:
            joint.add(len(at))
            at.append(length)
            raw.append(match.start())
            out.append(folded)
            length += len(folded)
        place = match.end()
    _keep(text, (place, len(text)), (out, at, raw), length)
    return Folded("".join(out), tuple(at) or (0,), tuple(raw) or (0,), frozenset(joint), text)


def key(text: str) -> str:
    """Return the text of `fold`, faster where nobody wants to go back to the raw text."""
    return text.translate(_folds()).casefold().translate(_SAME)


def find(haystack: Folded, query: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end), in code points of the raw text, wherever *query* stands in it, however spelt; in order."""
    needle = fold(query).text
    if not needle:
        return
    place = haystack.text.find(needle)
    while place >= 0:
        yield haystack.start(place), haystack.end(place + len(needle))
        place = haystack.text.find(needle, place + len(needle))


def loose(text: str) -> str:
    """Return *text* in NFKC without tatweel, marks and format controls, white space collapsed: to know near copies by."""
    return " ".join(_MARKS_AND_CONTROLS.sub(_loosely, unicodedata.normalize("NFKC", text)).split())


def _loosely(found: regex.Match[str]) -> str:
    """Return what stays of a mark or control: what those are differs between `regex` and Python, and Python's word stands."""
    character = found.group()
    return "" if character == "\u0640" or unicodedata.category(character) in {"Mn", "Cf"} else character


def _keep(text: str, part: tuple[int, int], into: tuple[list[str], list[int], list[int]], length: int) -> int:
    """Fold a *part* whose characters all stay single; return the folded length so far."""
    start, end = part
    if start == end:
        return length
    out, at, raw = into
    at.append(length)
    raw.append(start)
    out.append(text[start:end].casefold().translate(_SAME))
    return length + end - start


def _folded_character(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).casefold().translate(_SAME)
    return "".join(c for c in folded if not _DROPS.match(c))


@lru_cache
def _changing() -> "regex.Pattern[str]":
    """Return what matches a character that folds to none or to several."""
    growing = "".join(c for c in map(chr, range(0x80, 0x1_0000)) if len(c.casefold()) > 1)
    return regex.compile(f"[{_DROPPED}{_PRESENTATION}{growing}]")


@lru_cache
def _folds() -> dict[int, str]:
    """Return what each such character folds to."""
    return {ord(c): _folded_character(c) for c in map(chr, range(0x80, 0x1_0000)) if _changing().match(c)}
