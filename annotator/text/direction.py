"""Direction: which way a paragraph runs, and where in it another direction can occur (UAX #9)."""

import regex

RTL, LTR = "rtl", "ltr"

_STRONG_OR_ISOLATE = regex.compile(r"[\p{bc=L}\p{bc=R}\p{bc=AL}\p{bc=LRI}\p{bc=RLI}\p{bc=FSI}\p{bc=PDI}]")
_STRONG = regex.compile(r"[\p{bc=L}\p{bc=R}\p{bc=AL}]")
_RTL = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_ISOLATE = "\u2066\u2067\u2068"
_POP = "\u2069"
_EXPLICIT = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_NEUTRAL_CLASSES = r"\p{bc=ES}\p{bc=ET}\p{bc=CS}\p{bc=NSM}\p{bc=BN}\p{bc=B}\p{bc=S}\p{bc=WS}\p{bc=ON}\p{Cn}"
_NEUTRAL = regex.compile(f"[{_NEUTRAL_CLASSES}]")
# The commonest Arabic letters stand first: the members of a set are tried in turn, and a property is dear.
_OTHER_IN_RTL = regex.compile(
    rf"[^\u0620-\u064a \p{{bc=R}}\p{{bc=AL}}{_NEUTRAL_CLASSES}][^\u0620-\u064a\p{{bc=R}}\p{{bc=AL}}]*"
)
_NUMBER = regex.compile(r"\p{bc=AN}")
_OTHER_IN_LTR = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=AN}][^\p{bc=L}]*")


def base(paragraph: str, default: str | None = None) -> str | None:
    """Return "rtl" or "ltr" by the first strong character of *paragraph* (UAX #9, P2 and P3), else *default*.

    What stands inside an isolate does not count, nor anything after one that is not closed.
    """
    depth = 0
    for match in _STRONG_OR_ISOLATE.finditer(paragraph):
        character = match.group()
        if character in _ISOLATE:
            depth += 1
        elif character == _POP:
            depth = max(depth - 1, 0)
        elif depth == 0:
            return RTL if _RTL.match(character) else LTR
    return default


def mostly(paragraph: str) -> str | None:
    """Return "rtl" or "ltr", by which letters *paragraph* has more of; None if neither.

    For prose that may begin with a word of another script, such as the number of a rule.
    """
    strong = _STRONG.findall(paragraph)
    balance = 2 * sum(1 for letter in strong if _RTL.match(letter)) - len(strong)
    return (RTL if balance > 0 else LTR) if balance else None


def document_base(text: str) -> str:
    """Return "rtl" or "ltr" by the first strong character of the whole *text*; "ltr" if it has none."""
    strong = _STRONG.search(text)
    return RTL if strong and _RTL.match(strong.group()) else LTR


def has_explicit_controls(paragraph: str) -> bool:
    """Whether *paragraph* holds an embedding, override or isolate (U+202A–202E, U+2066–2069)."""
    return bool(_EXPLICIT.search(paragraph))


def mixed(paragraph: str, *, is_rtl: bool) -> tuple[tuple[int, int], ...]:
    """Return the ranges of *paragraph* (code points) in which a level other than its base level can occur, sorted, apart.

    Spaces at their edges are left out: between a run and one of the base direction, neutrals take the latter (N1, N2). Not so
    in front in a left-to-right paragraph: there a number of level 2 may follow, before which Qt puts no caret of the base
    level. If no neutral stands before such a number, the character that does is part of the range.
    """
    if has_explicit_controls(paragraph):
        return ((0, len(paragraph)),)
    ranges: list[tuple[int, int]] = []
    for match in (_OTHER_IN_RTL if is_rtl else _OTHER_IN_LTR).finditer(paragraph):
        start, end = match.start(), match.start() + len(match.group().rstrip(" "))
        floor = ranges[-1][1] if ranges else 0
        # What is not assigned yet is taken for neutral, whatever the block it stands in says.
        while start > floor and _NEUTRAL.match(paragraph, start - 1):
            start -= 1
        if is_rtl and not paragraph[start : match.start()].strip(" "):
            start = match.start()
        elif not is_rtl and floor < start == match.start() and _NUMBER.match(paragraph, start):
            start -= 1
        if ranges and start <= floor:
            start = ranges.pop()[0]
        ranges.append((start, end))
    return tuple(ranges)
