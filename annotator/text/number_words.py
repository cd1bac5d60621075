"""Number words: the closed class of Arabic words that numbers are made of, and the few English ones found beside them.

They are written here as newspapers write them and compared folded, so hamza and harakat do not matter.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import regex

from annotator.text.folding import fold


class Kind(Enum):
    """What a word or a run of digits may do in a number."""

    DIGITS = auto()
    UNIT = auto()  # 1 to 9: alone, before a ten, before a hundred
    ELEVENTH = auto()  # أحد and اثنا, numbers only with a ten
    TEN = auto()  # عشر, alone or as the second half of a teen
    TENS = auto()
    WHOLE = auto()  # stands alone: صفر, eleven
    HUNDRED = auto()  # مئة, also as the second half of ثلاث مئة
    HUNDREDS = auto()  # مئتان, ثلاثمئة
    SCALE = auto()
    DUAL = auto()
    CONSTRUCT = auto()  # ألفا: a scale after a number, else a dual
    PLURAL = auto()  # آلاف: a scale after a number, vague alone
    VAGUE = auto()
    FEW = auto()
    PART = auto()  # نصف, of a scale


class Word(NamedTuple):
    """A number word: what it may do, and its value; of a dual the value is that of one."""

    kind: Kind
    value: Fraction


# White space that is no end of a line, and so not of a number either.
SPACE = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++"
LINE_END = regex.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
DASH = r"[-\u2010-\u2015\u2212]"
THOUSAND, MILLION, MILLIARD = 10**3, 10**6, 10**9
_ARABIC: dict[Kind, dict[float, str]] = {
    Kind.UNIT: {
        1: "واحد واحدة واحدا",
        2: "اثنان اثنين اثنتان اثنتين",
        3: "ثلاث ثلاثة ثلاثا",
        4: "أربع أربعة أربعا",
        5: "خمس خمسة خمسا",
        6: "ست ستة ستا",
        7: "سبع سبعة سبعا",
        8: "ثمان ثماني ثمانية ثمانيا",
        9: "تسع تسعة تسعا",
    },
    Kind.ELEVENTH: {1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"},
    Kind.TEN: {10: "عشر عشرة عشرا"},
    Kind.TENS: {
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين",
        90: "تسعون تسعين",
    },
    Kind.WHOLE: {0: "صفر"},
    Kind.HUNDRED: {100: "مئة مائة"},
    Kind.HUNDREDS: {
        200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
        300: "ثلاثمئة ثلاثمائة",
        400: "أربعمئة أربعمائة",
        500: "خمسمئة خمسمائة",
        600: "ستمئة ستمائة",
        700: "سبعمئة سبعمائة",
        800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
        900: "تسعمئة تسعمائة",
    },
    Kind.SCALE: {THOUSAND: "ألف", MILLION: "مليون", MILLIARD: "مليار بليون"},
    Kind.CONSTRUCT: {THOUSAND: "ألفا", MILLION: "مليونا", MILLIARD: "مليارا بليونا"},
    Kind.DUAL: {
        THOUSAND: "ألفان ألفين ألفي",
        MILLION: "مليونان مليونين مليوني",
        MILLIARD: "ملياران مليارين ملياري بليونان بليونين بليوني",
    },
    Kind.PLURAL: {THOUSAND: "آلاف ألوف", MILLION: "ملايين", MILLIARD: "مليارات بلايين"},
    Kind.VAGUE: {10: "عشرات", 100: "مئات"},
    Kind.FEW: {0: "بضع بضعة"},
    Kind.PART: {0.5: "نصف", 0.25: "ربع"},
}
_ENGLISH: dict[Kind, dict[float, str]] = {
    Kind.UNIT: {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"},
    Kind.WHOLE: {
        0: "zero",
        10: "ten",
        11: "eleven",
        12: "twelve dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
    },
    Kind.TENS: {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"},
    Kind.HUNDRED: {100: "hundred"},
    Kind.SCALE: {THOUSAND: "thousand", MILLION: "million", MILLIARD: "billion"},
    Kind.PLURAL: {THOUSAND: "thousands", MILLION: "millions", MILLIARD: "billions"},
    Kind.VAGUE: {10: "tens", 12: "dozens", 100: "hundreds"},
}


@cache
def number_words() -> dict[str, Word]:
    """Return every number word, folded."""
    return {
        fold(spelling).text: Word(kind, Fraction(value))
        for language in (_ARABIC, _ENGLISH)
        for kind, values in language.items()
        for value, spellings in values.items()
        for spelling in spellings.split()
    }


def phrases(listed: str) -> Iterator[str]:
    """Yield the phrases of a list with Arabic commas between them, folded."""
    return (fold(phrase.strip()).text for phrase in listed.split("،"))


def one_of(folded: Iterable[str]) -> str:
    """Return a pattern for any of these phrases, the longest first, with any white space but line ends between words."""
    ordered = sorted(folded, key=len, reverse=True)
    return f"(?:{'|'.join(SPACE.join(map(regex.escape, phrase.split())) for phrase in ordered)})"
