"""Number forms: every way in which a number word is written together with proclitics and the article."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from annotator.text.number_words import Word, number_words, phrases

AND = "و"
ARTICLE, BOTH_LAMS = "ال", "لل"
_CONJUNCTIONS, _PREPOSITIONS = ("", AND, "ف"), ("", "ب", "ل", "ك")
# With the article these are Monday, a lady, a quarter …; لست is "I am not".
_NEVER_DEFINITE = "واحد، واحدة، واحدا، اثنان، اثنين، ست، صفر، نصف، ربع، بضع، بضعة"
_NEVER_WRITTEN = frozenset({"لست", "ولست", "فلست"})


class Front(NamedTuple):
    """What is written onto a number: proclitics, how many letters lead to where it starts, whether it has the article."""

    proclitics: str
    length: int
    is_definite: bool


class Form(NamedTuple):
    """A number word, folded, with what is written onto it."""

    front: Front
    text: str
    word: Word


@cache
def fronts() -> dict[str, Front]:
    """Return what may be written onto a number; the article stays with it, and after لل it starts past both lams."""
    return dict(_fronts())


@cache
def forms() -> dict[str, Form]:
    """Return the number words with all their fronts; what is a number word whole is no shorter one with a front."""
    never = frozenset(phrases(_NEVER_DEFINITE))
    written = {
        leading + text: Form(front, text, word)
        for (leading, front), (text, word) in product(fronts().items(), number_words().items())
        if not (front.is_definite and text in never) and not (leading and text.isascii())
    }
    whole = {text: Form(Front("", 0, is_definite=False), text, word) for text, word in number_words().items()}
    return {form: meant for form, meant in (written | whole).items() if form not in _NEVER_WRITTEN}


def _fronts() -> Iterator[tuple[str, Front]]:
    for conjunction, preposition in product(_CONJUNCTIONS, _PREPOSITIONS):
        proclitics = conjunction + preposition
        yield proclitics, Front(proclitics, len(proclitics), is_definite=False)
        if preposition == "ل":
            yield conjunction + BOTH_LAMS, Front(proclitics, len(conjunction + BOTH_LAMS), is_definite=True)
        else:
            yield proclitics + ARTICLE, Front(proclitics, len(proclitics), is_definite=True)
