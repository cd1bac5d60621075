"""The rule about the small words written onto the front of an Arabic word: they stay out of the span."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from annotator.model.breaches import WARNING, Breach
from annotator.model.parts import reshaped
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.edges import PROCLITIC
from annotator.project.rules.rule import Rule, Verdict, breach
from annotator.project.rules.sheet import Sheet, parts_of
from annotator.text import clitics

_LETTERS = r"\p{L}\p{M}\p{N}\u0640"
_WORD = regex.compile(f"[{_LETTERS}]+")
_MARKS = regex.compile(r"[\p{M}\u0640]")


def with_proclitics(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that start with a proclitic whose word stands without it elsewhere in the document."""
    text = sheet.document.text
    for mark in sheet.doubtful(PROCLITIC):
        start, end = parts_of(mark)[0]
        cut = sure_cut(text, start, end)
        if cut:
            front = text[start : start + cut]
            message = Phrase("it starts with {front}, which is no part of it", front=front)
            yield breach("proclitic", sheet, mark, Verdict(message, Phrase("start after {front}", front=front)))


def without_proclitic(span: Span, sheet: Sheet) -> Span:
    """Return *span* without the proclitic at its front."""
    start, end = span.parts[0]
    cut = sure_cut(sheet.document.text, start, end)
    return reshaped(span, sheet.document, ((start + cut, end), *span.parts[1:]), by_character=True)


def sure_cut(text: str, start: int, end: int) -> int:
    """Return how many characters of ``text[start:end]`` are sure to be proclitics, 0 for none.

    They are where the word stands without them elsewhere, and at least as often as with them.
    """
    word, cuts = _cuts(text[start:end])
    for cut in cuts:
        alone = sum(_alone(text, rest) for rest in _rests(word, cut))
        if alone and alone >= _alone(text, word):
            return cut
    return 0


@lru_cache(maxsize=50_000)
def _cuts(words: str) -> tuple[str, tuple[int, ...]]:
    """Return the first of *words*, and where it may begin instead, the longest cut first; the article stays."""
    found = _WORD.match(words)
    word = found.group() if found else ""
    cuts = (cut for cut in reversed(clitics.front_cuts(word)) if not _MARKS.sub("", word[:cut]).endswith(clitics.ARTICLE))
    return word, tuple(cuts)


def _rests(word: str, cut: int) -> tuple[str, ...]:
    """Return how the rest of *word* is written where it stands alone: after both lams it may have its article back."""
    rest = word[cut:]
    return (rest, clitics.ARTICLE + rest) if _MARKS.sub("", word[:cut]).endswith(clitics.BOTH_LAMS) else (rest,)


def _alone(text: str, word: str) -> int:
    """Return how often *word* stands in *text* between characters that are no letters."""
    count, place = 0, text.find(word)
    while place >= 0:
        behind = place + len(word)
        is_alone = not (place and _WORD.match(text, place - 1, place)) and not _WORD.match(text, behind, behind + 1)
        count, place = count + is_alone, text.find(word, behind)
    return count


RULES = (Rule("proclitic", WARNING, Phrase("Proclitics inside"), (2,), with_proclitics, without_proclitic),)
