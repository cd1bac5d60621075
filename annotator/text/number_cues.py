"""Number cues: known phrases that stand straight before a number or behind it, found by their words.

Most numbers have none, so the word next to the number is looked up first. Offsets are code points of the folded text.
"""

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

import regex

from annotator.text.number_words import SPACE

_REACH, _MOST_WORDS = 80, 4
_OPENINGS = "([{«\"'“‘"
_ARTICLE_AFTER_LAM = "لل"
_WORD = r"[\p{L}\p{N}]+(?:\.\p{L}+)*"
_LAST = regex.compile(rf"(?r)([^\s/]+){SPACE}")
_LAST_WORDS = regex.compile(rf"(?r)(?:(?<![^\s/])(?P<word>[^\s/]+){SPACE}){{1,{_MOST_WORDS}}}")
_NEXT = regex.compile(rf"(?:{SPACE}|-)?({_WORD})")
_NEXT_WORDS = regex.compile(rf"(?:{SPACE}|-)?(?P<word>{_WORD})(?:{SPACE}(?P<word>{_WORD})){{0,{_MOST_WORDS + 2}}}")

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases and what each of them means, known by their first or their last word."""

    def __init__(self, meanings: Mapping[str, Meaning], edge: int) -> None:
        """Know the phrases; *edge* is 0 or -1, the place of the word that stands next to the number."""
        self.meanings = meanings
        self.edges = frozenset(phrase.split()[edge] for phrase in meanings)


class Beside(NamedTuple, Generic[Meaning]):
    """A phrase beside a number, and the word *after* it; it begins with its proclitics and starts behind them."""

    meaning: Meaning
    begin: int
    start: int
    end: int
    after: str


def phrase_before(text: str, begin: int, known: Phrases[Meaning], tail: str = ":") -> Beside[Meaning] | None:
    """Return the longest phrase that ends before the space before *begin*.

    Proclitics may be written onto it, and characters of *tail* behind it.
    """
    low = max(begin - _REACH, 0)
    last = _LAST.match(text, low, begin)
    if last is None or known.edges.isdisjoint(word for _, word in _cut(last[1].lstrip(_OPENINGS).rstrip(tail))):
        return None
    words = _words(_LAST_WORDS.match(text, low, begin))[::-1]
    for at, (first, place) in enumerate(words):
        bare = first.lstrip(_OPENINGS)
        start = place + len(first) - len(bare)
        others = [word for word, _ in words[at + 1 :]]
        for cut, word in _cut(bare):
            meaning = known.meanings.get(" ".join((word, *others)).rstrip(tail))
            if meaning is not None:
                return Beside(meaning, start, start + cut, begin, "")
    return None


def phrase_behind(text: str, end: int, known: Phrases[Meaning], most_passed: int = 0) -> Beside[Meaning] | None:
    """Return the first phrase behind *end*, the longest there, with at most *most_passed* words before it.

    These are words of the same member of the sentence: no punctuation and no و is passed.
    """
    words = _words(_NEXT_WORDS.match(text, end, end + _REACH))
    for at, (word, place) in enumerate(words[: most_passed + 1]):
        if word in known.edges:
            for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                meaning = known.meanings.get(" ".join(word for word, _ in words[at : at + count]))
                if meaning is not None:
                    last, last_place = words[at + count - 1]
                    after = words[at + count][0] if at + count < len(words) else ""
                    return Beside(meaning, place, place, last_place + len(last), after)
        if word.startswith("و") or not word.isalpha():
            break
    return None


def word_behind(text: str, end: int) -> str:
    """Return the word behind *end*; empty if none stands there."""
    match = _NEXT.match(text, end)
    return match[1] if match else ""


def _words(match: "regex.Match[str] | None") -> list[tuple[str, int]]:
    """Return the words of a match and where they start."""
    return list(zip(match.captures("word"), match.starts("word"), strict=True)) if match else []


def _cut(word: str) -> Iterator[tuple[int, str]]:
    """Yield the word whole, and without each of the proclitics it may have; of لل the article stays."""
    yield 0, word
    cut = int(word.startswith(("و", "ف")))
    if cut:
        yield cut, word[cut:]
    if word.startswith(_ARTICLE_AFTER_LAM, cut):
        yield cut + 1, f"ا{word[cut + 1 :]}"
    elif word.startswith(("ب", "ل", "ك"), cut):
        yield cut + 1, word[cut + 1 :]
