"""Clitics: the small words written onto the front of an Arabic word, and the pronouns onto its end.

The rule is the project's own (design page ARABIC, §3): in front a conjunction ``[وف]``, then a preposition ``[بكل]`` or ``لل``,
then the article, also across tatweel, before quotes and before digits, with harakat between all letters; at least three letters
stay. Words of a closed list own their first letter. It follows how annotated corpora split Arabic words (Maamouri and others
2004, The Penn Arabic Treebank) without their analyser: what is offered is possible, never sure. Offsets are code points.
"""

from typing import NamedTuple

import regex

from annotator.text import graphemes
from annotator.text.owned import owns_front, owns_tail
from annotator.text.pairs import PAIRS, STRAIGHT

FEWEST = 3
CONJUNCTIONS, PREPOSITIONS, ARTICLE, BOTH_LAMS = "وف", "بكل", "ال", "لل"
TAILS = ("ي", "ه", "ك", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "هما", "كما")
_OPENING = f"[{regex.escape(''.join(PAIRS) + STRAIGHT)}]"
# A letter or digit and what hangs on it; with a combining hamza or madda it is another letter.
_LETTER = regex.compile(r"([\p{L}\p{N}--\u0640])([\p{M}\p{Cf}\u0640]*)", regex.V1)
_OTHER = regex.compile("[\u0653-\u0655]")
_RUN = r"[\p{L}\p{M}\p{N}\p{Cf}\u0640]"
_RUN_BEFORE = regex.compile(f"(?r){_RUN}+")
_RUN_AFTER = regex.compile(f"{_RUN}+")
_LEADING = regex.compile(r"[\p{M}\p{Cf}\u0640]+")
_PROCLITIC = regex.compile(f"[{CONJUNCTIONS}]?(?:[{PREPOSITIONS}]|{BOTH_LAMS})?")
_QUOTED = regex.compile(f"{_OPENING}+")


class _Letters(NamedTuple):
    """The letters of a word, and where each begins and ends with what hangs on it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def front_cuts(stretch: str) -> tuple[int, ...]:
    """Return where the first word of *stretch* may begin instead, the least cut first; a word begins the stretch."""
    word = _letters(stretch, 0)
    if not word.text:
        return ()
    quoted = _QUOTED.match(stretch, word.ends[-1])
    behind = _letters(stretch, quoted.end()).text if quoted else ""
    cuts = (word.ends[count - 1] for count in _proclitics(word.text, behind))
    return tuple(cut for cut in cuts if graphemes.is_boundary(stretch, cut))


def tail_cuts(stretch: str) -> tuple[int, ...]:
    """Return where the last word of *stretch* may end instead, the least cut first; a word ends the stretch."""
    run = _RUN_BEFORE.match(stretch)
    word = _letters(stretch, run.start() if run else len(stretch))
    if owns_tail(word.text):
        return ()
    counts = (len(word.text) - len(tail) for tail in TAILS if word.text.endswith(tail))
    cuts = (word.starts[count] for count in counts if count >= FEWEST)
    return tuple(cut for cut in cuts if graphemes.is_boundary(stretch, cut))


def starts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where ``text[start:end]`` may begin: with its whole first word, then with each cut of it."""
    whole = _whole_start(text, start)
    return (whole, *(whole + cut for cut in front_cuts(text[whole:end])))


def ends(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where ``text[start:end]`` may end: with its whole last word, then with each cut of it."""
    run = _RUN_BEFORE.match(text, 0, end) and _RUN_AFTER.match(text, end)
    whole = run.end() if run else end
    return (whole, *(start + cut for cut in tail_cuts(text[start:whole])))


def following(offers: tuple[int, ...], here: int) -> int:
    """Return the offer after *here*, round and round; the first one where *here* is none of them."""
    return offers[(offers.index(here) + 1) % len(offers)] if here in offers else offers[0]


def _whole_start(text: str, start: int) -> int:
    """Return where the word at *start* begins; of a quotation, where the proclitic written onto it does, if one is."""
    run = _RUN_BEFORE.match(text, 0, start)
    if run is None:
        return start
    leading = _LEADING.match(text, run.start())
    whole: int = leading.end() if leading else run.start()
    if _RUN_AFTER.match(text, start):
        return whole
    word = _letters(text, whole).text
    return whole if word and _QUOTED.match(text, start) and _PROCLITIC.fullmatch(word) else start


def _letters(stretch: str, place: int) -> _Letters:
    """Return the letters of the word that begins at *place*."""
    found, begins, finishes = [], [], []
    while match := _LETTER.match(stretch, place):
        letter, marks = match.groups()
        found.append("\0" if _OTHER.search(marks) else letter)
        begins.append(match.start())
        finishes.append(place := match.end())
    return _Letters("".join(found), tuple(begins), tuple(finishes))


def _proclitics(word: str, behind: str) -> list[int]:
    """Return after how many letters *word* may be cut; *behind* are the letters of a quotation that it is written onto."""
    cuts, taken = [], 0
    for length_of in (_conjunction, _preposition, _article):
        rest = word[taken:]
        if owns_front(rest):
            break
        length = length_of(rest, word[:taken])
        if length and _is_enough(rest[length:] + behind):
            taken += length
            cuts.append(taken)
    return cuts


def _conjunction(rest: str, _before: str) -> int:
    return int(rest[:1] in CONJUNCTIONS) if rest else 0


def _preposition(rest: str, _before: str) -> int:
    if rest.startswith(BOTH_LAMS):
        return 1 if owns_front(rest[1:]) else len(BOTH_LAMS)
    return int(rest[:1] in PREPOSITIONS) if rest else 0


def _article(rest: str, before: str) -> int:
    """Return the length of the article; after a lam it would have lost its alef."""
    return len(ARTICLE) if rest.startswith(ARTICLE) and not before.endswith("ل") else 0


def _is_enough(rest: str) -> bool:
    return len(rest) >= FEWEST or rest[:1].isnumeric()
