"""Lines of mixed text, wrapped at any width, against ICU and against what is painted: order, tiling, hits, edges one by one."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
import regex
from PySide6.QtWidgets import QApplication

from annotator.ui.page.geometry import JOIN_PX, LineGeometry
from annotator.ui.page.measure import EMPTY_PX, Box
from annotator.ui.page.paragraph import Line, Paragraph
from annotator.ui.page.typography import WIDE, Typesetting, Typography
from tests import icu
from tests.typefaces import FONTS

TILE_PX = 0.05
TEXTS, ALL_TEXTS = 200, 5_000
LINES_A_FAULT = 5_000
# Qt's own order in a paragraph with controls that is not Unicode's, cut down to what it takes; the page shows what Qt paints.
QT_LIMITS = (
    ("\u2066؟ \u202e\u2069\u064e", False),
    ("\u202aك \u202c\u202aخ\u2067", False),
    ("\u2068\u202d\u2069\u202b№7", True),
    ("\u200f \u202a\u202cם\u2066", False),
    ("\u061c\u202a\u202c$5\u2067", True),
)
WORDS = (
    *("باكو", "لأذربيجان", "والأردن", "إلا", "لا", "لله", "كَتَبَ", "مُهِمًّا", "الطَّالِبُ", "قـــال", "ه", "شَّيْءٌ", "ٱللَّٰهُ"),
    *("می‌خواهم", "خانه‌ها", "گفت", "پژوهش", "ירושלים", "תל", "שָׁלוֹם", "Baku", "F-16", "Interfax", "Cafe\u0301", "в", "Ω"),
    *("2020", "1,200", "12.5%", "3-4", "10:30", "2020/11/09", "٢٠٢٠", "١٢٫٥٪", "٩", "۱۳۹۹", "۵٫۲", "$5", "№7", "+994"),
    *(
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "{",
        "}",
        "“",
        "”",
        '"',
        "'",
        "<",
        ">",
        "،",
        "؛",
        "؟",
        ".",
        ":",
        "!",
        "-",
        "–",
        "…",
        "/",
        "*",
        "%",
    ),
    *("😀", "👩‍👩‍👧", "🇦🇿", "👍🏽", "⚽", "\u00a0", "\u064b", "\u0301", "\u200e", "\u200f", "\u061c"),
)
MORE_WORDS = WORDS * 2
TABS = ("\t",) * 6
CONTROLS = ("\u202a", "\u202b", "\u202c", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2069")
TRAILING = regex.compile(r"(?:[ \u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]\p{M}*)*$")
MARK = regex.compile(r"\p{M}")
GLUE = (" ", " ", " ", "", "", "  ", "\u00a0")


def texts(count: int, words: tuple[str, ...]) -> Iterator[tuple[str, Random]]:
    """Yield *count* mixtures of *words*, each with the chance that made it; the same ones every time."""
    for number in range(count):
        chance = Random(number)
        pieces = (chance.choice(words) + chance.choice(GLUE) for _ in range(chance.randint(1, 40)))
        yield "".join(pieces), chance


def lines(count: int, words: tuple[str, ...], family: str) -> Iterator[tuple[Paragraph, Line, Random]]:
    """Yield the lines of *count* mixtures, wrapped at random widths, in both base directions by turns."""
    typography = Typography.of(100, Typesetting(family))
    for number, (text, chance) in enumerate(texts(count, words)):
        width = chance.choice((chance.uniform(60, 200), chance.uniform(200, 700)))
        paragraph = Paragraph(text, 0, is_rtl=number % 2 == 0, typography=typography, width=width)
        for line in paragraph.lines:
            yield paragraph, line, chance


def is_ordered(line: Line, bidi: icu.Bidi, end: int) -> bool:
    """Whether the visible clusters of *line* before the unit *end* stand in ICU's order and run as it says."""
    geometry = line.geometry
    places, is_rtl = bidi.line(line.start, line.end)
    seen = [(geometry.start[k] - line.start, geometry.rtl[k]) for k in geometry.visual() if geometry.start[k] < end]
    return seen == sorted(((unit, is_rtl[unit]) for unit, _ in seen), key=lambda one: places[one[0]])


def is_tiled(geometry: LineGeometry) -> bool:
    """Whether the boxes leave no gap and do not overlap."""
    boxes = [(geometry.x0[k], geometry.x1[k]) for k in geometry.visual()]
    return all(abs(right[0] - left[1]) <= TILE_PX for left, right in pairwise(boxes))


def trailing(paragraph: Paragraph, line: Line) -> str:
    """Return the spaces and direction controls that end *line* at a wrap, with the marks astray on them; nothing has ink there.

    So it is not seen that Qt keeps the level they have within the paragraph where a control is among them (L1 takes the base
    level), nor that it leaves a gap beside such a mark.
    """
    start, end = (paragraph.utf16.to_codepoint(edge) for edge in (line.start, line.end))
    found = TRAILING.search(paragraph.text[start:end]) if end < len(paragraph.text) else None
    return str(found.group()) if found else ""


def is_hit(geometry: LineGeometry) -> bool:
    """Whether a click in a quarter of each box means its nearer edge."""
    for k in geometry.visual():
        start, end = geometry.cluster(k)
        quarter = (geometry.x1[k] - geometry.x0[k]) / 4
        edges = geometry.hit(geometry.x0[k] + quarter), geometry.hit(geometry.x1[k] - quarter)
        if geometry.cluster_at(geometry.x0[k] + quarter) != k or edges != ((end, start) if geometry.rtl[k] else (start, end)):
            return False
    return True


def is_alike_asked_alone(paragraph: Paragraph, line: Line, chance: Random) -> bool:
    """Whether edges and rectangles asked of a line not measured yet are those of its whole table."""
    whole, count = line.geometry, len(line.geometry)
    first, last = sorted((chance.randrange(count), chance.randrange(count)))
    alone = Line(line.text_line, line.top, paragraph._geometry).geometry
    wanted = joined(whole, first, last + 1)
    if alone.stretch(first, last + 1) != wanted or alone.rects(whole.start[first], whole.cluster(last)[1]) != wanted:
        return False
    for k in (first, last, chance.randrange(count)):
        fresh = Line(line.text_line, line.top, paragraph._geometry).geometry
        box = whole.x0[k], whole.x1[k]
        if (fresh.leading(k), fresh.trailing(k)) != (box[::-1] if whole.rtl[k] else box) or fresh.is_rtl(k) != whole.rtl[k]:
            return False
    return True


def joined(geometry: LineGeometry, first: int, last: int) -> list[Box]:
    """Return the visible boxes of these clusters from left to right, those that touch joined."""
    found: list[Box] = []
    for left, right in sorted(zip(geometry.x0[first:last], geometry.x1[first:last], strict=True)):
        if found and left <= found[-1][1] + JOIN_PX:
            found[-1] = found[-1][0], max(right, found[-1][1])
        elif right - left > EMPTY_PX:
            found.append((left, right))
    return found


def described(paragraph: Paragraph, line: Line) -> tuple[str, bool, float, int]:
    """Return what to look at when *line* is wrong: its text, direction, width, and where in it the line begins."""
    return ascii(paragraph.text), paragraph.is_rtl, paragraph.width, line.start


@pytest.fixture(params=list(FONTS.values()), ids=list(FONTS))
def family(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    """Return each of the typefaces."""
    assert qapp
    return str(request.param)


@pytest.fixture(scope="session")
def bidi() -> icu.Bidi:
    """Return ICU."""
    found = icu.load()
    if found is None:
        pytest.skip("ICU is missing, so nothing to compare with: apt-get install libicu-dev")
    return found


@pytest.fixture
def count(is_whole: bool) -> int:  # noqa: FBT001 - the fact itself
    """Return how many texts to try."""
    return ALL_TEXTS if is_whole else TEXTS


@pytest.mark.parametrize("more", [(), TABS], ids=["words", "tabs"])
def test_wrapped_lines_stand_in_the_order_of_icu(more: tuple[str, ...], family: str, bidi: icu.Bidi, count: int) -> None:
    wrong = []
    for paragraph, line, _ in lines(count, WORDS + more, family):
        bidi.read(paragraph.text, is_rtl=paragraph.is_rtl)
        if not is_ordered(line, bidi, line.end):
            wrong.append(described(paragraph, line))
    assert wrong == []


def test_wrapped_lines_with_explicit_controls_stand_in_the_order_of_icu(family: str, bidi: icu.Bidi, count: int) -> None:
    seen, wrong = 0, []
    for paragraph, line, _ in lines(count, MORE_WORDS + CONTROLS, family):
        bidi.read(paragraph.text, is_rtl=paragraph.is_rtl)
        seen += 1
        if not is_ordered(line, bidi, line.end - len(trailing(paragraph, line))):
            wrong.append(described(paragraph, line))
    assert len(wrong) <= seen // LINES_A_FAULT, wrong


@pytest.mark.parametrize(("text", "is_rtl"), QT_LIMITS, ids=[ascii(text) for text, _ in QT_LIMITS])
def test_qt_itself_orders_a_few_heaps_of_controls_otherwise(
    text: str,
    is_rtl: bool,  # noqa: FBT001 - the fact itself
    qapp: QApplication,
    bidi: icu.Bidi,
) -> None:
    assert qapp
    (line,) = Paragraph(text, 0, is_rtl=is_rtl, typography=Typography.of(), width=WIDE).lines
    bidi.read(text, is_rtl=is_rtl)
    assert not is_ordered(line, bidi, line.end)


def test_qt_leaves_spaces_and_controls_at_a_wrap_at_their_level(qapp: QApplication, bidi: icu.Bidi) -> None:
    assert qapp
    text = "ab \u202c ab"
    line = Paragraph(text, 0, is_rtl=True, typography=Typography.of(), width=50).lines[0]
    bidi.read(text, is_rtl=True)
    assert not is_ordered(line, bidi, line.end)


@pytest.mark.parametrize("more", [(), TABS, CONTROLS], ids=["words", "tabs", "controls"])
def test_boxes_tile_wrapped_lines_and_are_hit_where_they_are(more: tuple[str, ...], family: str, count: int) -> None:
    wrong = []
    for paragraph, line, chance in lines(count, WORDS + more, family):
        is_right = (
            (is_tiled(line.geometry) or MARK.search(trailing(paragraph, line)))
            and is_hit(line.geometry)
            and is_alike_asked_alone(paragraph, line, chance)
        )
        if not is_right:
            wrong.append(described(paragraph, line))
    assert wrong == []
