"""Words: where a selection snaps to, and the one tokeniser of every token format."""

from itertools import pairwise

import regex

# Harakat are marks, and `\w` of the standard library does not match them: vocalised words would fall apart.
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}_\u0640\u200c\u200d]+|\S")
_BREAK = regex.compile(r"\b", regex.WORD)
# As str.isspace() has it: the separators U+001C to U+001F too.
_SPACE = regex.compile(r"[\s\x1c-\x1f]")
_REVERSE_SPACE = regex.compile(r"(?r)[\s\x1c-\x1f]")


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    """Return the tokens of *text* as (start, end) in code points: runs of letters, marks, numbers; others alone."""
    return tuple(match.span() for match in _TOKEN.finditer(text))


def words(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the segments of ``text[start:end]`` by the word rules of UAX #29, spaces and punctuation too; they tile it.

    Offsets are code points into *text*.
    """
    stop = len(text) if end is None else end
    inner = (match.start() for match in _BREAK.finditer(text, start, stop))
    edges = sorted({start, stop, *inner})
    return tuple(pairwise(edges))


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return (start, end) of the word, run of spaces or other segment whose character is at *offset* (code points).

    At the end of *text* it is the last one; in an empty text (0, 0).
    """
    if not text:
        return 0, 0
    place = min(max(offset, 0), len(text) - 1)
    if text[place].isspace():
        return _spaces_at(text, place)
    left = _REVERSE_SPACE.search(text, 0, place)
    right = _SPACE.search(text, place)
    segments = words(text, left.end() if left else 0, right.start() if right else len(text))
    return next((start, end) for start, end in segments if start <= place < end)


def _spaces_at(text: str, place: int) -> tuple[int, int]:
    return len(text[:place].rstrip()), len(text) - len(text[place:].lstrip())
