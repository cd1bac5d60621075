"""Rules about where a span starts and ends: at no space, no punctuation, at whole characters, in one paragraph."""

from collections.abc import Callable, Iterator

import regex

from annotator.model.breaches import PROBLEM, WARNING, Breach
from annotator.model.parts import reshaped
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.edges import CUT, SIGN, SPACE, is_sign
from annotator.project.rules.rule import Rule, Verdict, breach
from annotator.project.rules.sheet import Sheet, parts_of
from annotator.text import graphemes, pairs
from annotator.text.paragraphs import SEPARATORS

_SPACE = Verdict(Phrase("it starts or ends in a space"), Phrase("leave the space out"))
_SIGN = Verdict(Phrase("it starts or ends in punctuation"), Phrase("leave the punctuation out"))
_BROKEN = Verdict(Phrase("it reaches over the end of a line"))
_CUT = Verdict(Phrase("it starts or ends inside a character and its marks"), Phrase("take the whole character in"))
# A full stop that belongs to a name: د. and U.S.
_ABBREVIATED = regex.compile(r"(?r)(?<!\w)\p{L}\p{M}*\.")
_APOSTROPHES = "'’"


def in_spaces(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that start or end in white space."""
    text = sheet.document.text
    for mark in sheet.doubtful(SPACE):
        if any(text[start].isspace() or text[end - 1].isspace() for start, end in parts_of(mark)):
            yield breach("space", sheet, mark, _SPACE)


def in_signs(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that start or end in punctuation, but for signs whose partner is inside and stops of abbreviations."""
    text = sheet.document.text
    for mark in sheet.doubtful(SIGN):
        if any(unsigned(text, *part) != unspaced(text, *part) for part in parts_of(mark)):
            yield breach("punctuation", sheet, mark, _SIGN)


def over_lines(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans with the end of a line inside, not at an end: that is a space."""
    text = sheet.document.text
    for separator in SEPARATORS:
        for mark in sheet.marks if separator in text else ():
            if text.find(separator, mark[2], mark[3]) >= 0 and separator in sheet.covered(mark).strip():
                yield breach("line", sheet, mark, _BROKEN)


def inside_characters(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that start or end between a letter and what hangs on it."""
    text = sheet.document.text
    for mark in sheet.doubtful(CUT):
        if not all(graphemes.is_boundary(text, edge) for part in parts_of(mark) for edge in part):
            yield breach("character", sheet, mark, _CUT)


def mended_by(trim: Callable[[str, int, int], tuple[int, int]]) -> Callable[[Span, Sheet], Span]:
    """Return what makes each part of a span as *trim* returns it; it stays as it is where nothing would be left."""

    def mend(span: Span, sheet: Sheet) -> Span:
        trimmed = [trim(sheet.document.text, *part) for part in span.parts]
        if any(start >= end for start, end in trimmed):
            return span
        return reshaped(span, sheet.document, trimmed, by_character=True)

    return mend


def unspaced(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``text[start:end]`` without the white space around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def unsigned(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``text[start:end]`` without the space and punctuation around it.

    What is quoted as a whole loses its marks, a quotation inside keeps them; so do abbreviations.
    """
    start, end = unspaced(text, start, end)
    closing: dict[int, int] | None = None
    while start < end and (is_sign(text[start]) or is_sign(text[end - 1])):
        if closing is None:
            closing = {start + low - 1: start + high for low, high in pairs.insides(text[start:end])}
        if closing.get(start) == end - 1:
            start, end = start + 1, end - 1
        elif is_sign(text[start]) and start not in closing:
            start += 1
        elif is_sign(text[end - 1]) and end - 1 not in closing.values() and not _is_own(text, start, end):
            end -= 1
        else:
            break
        start, end = unspaced(text, start, end)
    return start, end


def _is_own(text: str, start: int, end: int) -> bool:
    """Whether the last sign belongs to its word: the stop of an abbreviation, an apostrophe."""
    return text[end - 1] in _APOSTROPHES or bool(_ABBREVIATED.match(text, start, end))


RULES = (
    Rule("space", PROBLEM, Phrase("Space at an end"), (2, 11), in_spaces, mended_by(unspaced)),
    Rule("line", PROBLEM, Phrase("Over the end of a line"), (11,), over_lines),
    Rule("character", PROBLEM, Phrase("Ends inside a character"), (2,), inside_characters, mended_by(graphemes.snap)),
    Rule("punctuation", WARNING, Phrase("Punctuation at an end"), (2, 11), in_signs, mended_by(unsigned)),
)
