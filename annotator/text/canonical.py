"""Names by which mentions are counted: what a mention's own words propose, and the key under which spellings are one."""

from functools import lru_cache

import regex

from annotator.text.folding import fold
from annotator.text.names import as_name
from annotator.text.pairs import PAIRS, STRAIGHT

ARTICLE, LOOKED_AT = "ال", 24
# As pyarabic strips them: the eight marks of vocalisation, and the letter that only stretches.
_ORNAMENTS = regex.compile("[\u064b-\u0652\u0640]")
_BOTH_LAMS = regex.compile(r"(?<![\p{L}\p{N}])[وف]?لل$")
_QUOTES = regex.compile(f"[{regex.escape(''.join((*PAIRS, *PAIRS.values(), *STRAIGHT)))}]")


def canonical(words: str, before: str = "") -> str:
    """Return the name that the *words* of a mention propose, without tashkeel and tatweel; *before* is the text before them.

    After لل it gets back the article, whose alef is not written there.
    """
    plain = tidy(_ORNAMENTS.sub("", words))
    if _BOTH_LAMS.search(_ORNAMENTS.sub("", before[-LOOKED_AT:])) and plain[:1].isalpha() and not plain.startswith(ARTICLE):
        return ARTICLE + plain
    return plain


def tidy(name: str) -> str:
    """Return *name* in one line, without controls and spare spaces."""
    return " ".join(as_name(" ".join(name.split())).split())


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """Return what all spellings of *name* share: folded, without quotes and brackets, white space collapsed."""
    return " ".join(_QUOTES.sub(" ", fold(name).text).split()) or name


@lru_cache(maxsize=100_000)
def words_of(name: str) -> frozenset[str]:
    """Return the words of *name* as they are compared: folded, without the article."""
    return frozenset(word.removeprefix(ARTICLE) or word for word in key(name).split())
