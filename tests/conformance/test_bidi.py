"""The page's clusters stand in the order that the Bidirectional Algorithm's own test files say (UAX #9)."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from annotator.text import direction
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.typography import WIDE, Typesetting, Typography
from tests.typefaces import FONTS

# Of version 15.0 of Unicode; later ones have no fewer.
ALL = {"BidiCharacterTest.txt": 91_707, "BidiTest.txt": 770_241}
# One that is tried alone hides what only its class's other characters do; none is a bracket, which BidiTest.txt leaves out.
CHARACTERS = {
    "L": "abgяω",
    "R": "אבתש",
    "AL": "بلاسهࢠ",
    "EN": "17۲۵",
    "ES": "+-",
    "ET": "%$#°٪",
    "AN": "١٧٬",
    "CS": ",.:/\u00a0،",
    "NSM": "\u0301\u064b\u0651\u05b7",
    "BN": "\u00ad\u200b\u200d\u2060",
    "B": "\u2029\n",
    "S": "\t\u000b\u001f",
    "WS": " \u2003\u3000",
    "ON": "!*…“«–",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
SEPARATORS = "".join(CHARACTERS["B"])
NO_LEVEL = "x"


class Case(NamedTuple):
    """A paragraph, the level of each of its code points ("x" for none) and their order on screen from left to right."""

    text: str
    is_rtl: bool
    levels: tuple[str, ...]
    order: tuple[int, ...]

    @property
    def shape(self) -> tuple[bool, tuple[str, ...], tuple[int, ...]]:
        """What makes it differ from others for the eye."""
        return self.is_rtl, self.levels, self.order


def character_cases(lines: list[str]) -> Iterator[Case]:
    """Yield the cases of BidiCharacterTest.txt."""
    for line in lines:
        points, _, level, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        yield Case(text, level == "1", tuple(levels.split()), tuple(map(int, order.split())))


def class_cases(lines: list[str]) -> Iterator[Case]:
    """Yield the cases of BidiTest.txt, each of its classes in the guise of one of its characters, taken in turn."""
    levels: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    for serial, line in enumerate(lines):
        head, _, rest = line.partition(":")
        if head == "@Levels":
            levels = tuple(rest.split())
        elif head == "@Reorder":
            order = tuple(map(int, rest.split()))
        elif not line.startswith("@"):
            classes, bits = line.split(";")
            text = "".join(_character(name, serial + place) for place, name in enumerate(classes.split()))
            yield from (Case(text, is_rtl, levels, order) for is_rtl in _directions(text, int(bits, 16)))


def _character(name: str, turn: int) -> str:
    guises = CHARACTERS[name]
    return guises[turn % len(guises)]


def _directions(text: str, bits: int) -> Iterator[bool]:
    """Yield whether each paragraph of a case runs right to left: as found in it, forced to the left, forced to the right."""
    if bits & 1:
        yield direction.base(text, direction.LTR) == direction.RTL
    if bits & 2:
        yield False
    if bits & 4:
        yield True


def sample(cases: Iterator[Case], every: int) -> Iterator[Case]:
    """Yield every so many of the *cases*, and the first of each shape."""
    shapes = set()
    for number, case in enumerate(cases):
        if number % every == 0 or case.shape not in shapes:
            shapes.add(case.shape)
            yield case


def is_bare(character: str) -> bool:
    """Whether *character* may have no box of its own: a control, or a mark that stands on none; a tab has one."""
    return unicodedata.category(character) in {"Cc", "Cf", "Mn"} and character != "\t"


def differs(case: Case, typography: Typography) -> bool:
    """Whether the page shows *case* in another order or direction than Unicode; what ends the paragraph is no part of it."""
    text = case.text.rstrip(SEPARATORS)
    paragraph = Paragraph(text, 0, is_rtl=case.is_rtl, typography=typography, width=WIDE)
    (line,) = paragraph.lines
    geometry, to_codepoint = line.geometry, paragraph.utf16.to_codepoint
    seen = [(to_codepoint(geometry.start[k]), geometry.rtl[k]) for k in geometry.visual()]
    shown = {offset for offset, _ in seen}
    wanted = [(offset, int(case.levels[offset]) % 2 == 1) for offset in case.order if offset in shown]
    unseen = [offset for offset in map(to_codepoint, geometry.start) if offset not in shown]
    return [one for one in seen if case.levels[one[0]] != NO_LEVEL] != wanted or not all(
        is_bare(text[offset]) for offset in unseen
    )


@pytest.mark.parametrize(
    ("name", "read", "every"),
    [("BidiCharacterTest.txt", character_cases, 19), ("BidiTest.txt", class_cases, 193)],
    ids=["characters", "classes"],
)
def test_every_cluster_stands_where_unicode_says(  # noqa: PLR0913, PLR0917 - what is read, how, how much of it
    name: str,
    read: Callable[[list[str]], Iterator[Case]],
    every: int,
    qapp: QApplication,
    ucd_lines: Callable[[str], list[str]],
    is_whole: bool,  # noqa: FBT001 - the fact itself
) -> None:
    assert qapp
    typographies = [Typography.of(100, Typesetting(family)) for family in FONTS.values()]
    wrong: list[str] = []
    cases, tried = read(ucd_lines(name)), 0
    for case in cases if is_whole else sample(cases, every):
        tried += 1
        wrong.extend(ascii(case.text) for typography in typographies if differs(case, typography))
    assert wrong == []
    assert tried >= (ALL[name] if is_whole else ALL[name] // every)
