import itertools
import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.ui import theme
from annotator.ui.page import painting
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.looks import LabelLook, Looks
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import NONE, Style
from annotator.ui.page.typography import PROBE, Typesetting, Typography

LayOut = Callable[..., Paragraph]
Mark = Callable[..., Span]
Glyph = tuple[int, float, float]


def glyphs(paragraph: Paragraph) -> list[Glyph]:
    return [
        (glyph, position.x(), position.y())
        for run in paragraph.layout.glyphRuns()
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]


def painted(paragraph: Paragraph, spans: list[Span], looks: Looks) -> QImage:
    decoration = Decoration(paragraph, spans, Style(looks, Chips(paragraph.typography), chips_of=NONE))
    image = QImage(int(paragraph.width), int(paragraph.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        lines = range(len(paragraph.lines))
        painting.draw(painter, decoration, painting.Marks(), lines, painting.draw_text_on_screen)
    return image


@pytest.fixture(scope="module")
def invisible() -> Looks:
    """Return a label that is painted in the colour of the paper."""
    white = QColor("white")
    look = LabelLook("", "", "fill", "solid", theme.LabelColors(white, white, white, white))
    return Looks(theme.LIGHT, {bytes([0]): look})


def test_marking_moves_no_letter(case: str, family: str, lay_out: LayOut, invisible: Looks, mark: Mark) -> None:
    paragraph, document = lay_out(case, family), Document.of(case)
    before, bare = glyphs(paragraph), painted(paragraph, [], invisible)
    spans = [mark(document, start, start + 2) for start in range(0, len(case) - 2, 3)]
    assert painted(paragraph, spans, invisible) == bare
    assert glyphs(paragraph) == before


def test_marking_any_letters_of_any_seed_word_changes_no_glyph(
    family: str, lay_out: LayOut, invisible: Looks, mark: Mark
) -> None:
    text = resources.seeds()[0].read_text(encoding="utf-8")
    for word in sorted(set(re.findall(r"[^\W\d]+", text)))[::3]:
        paragraph, document = lay_out(word, family), Document.of(word)
        before = glyphs(lay_out(word, family))
        spans = [mark(document, 0, end) for end in range(1, len(word) + 1)]
        painted(paragraph, spans, invisible)
        assert glyphs(paragraph) == before


def test_a_span_with_and_without_its_comma_or_waw_ends_elsewhere(lay_out: LayOut) -> None:
    geometry = lay_out("وأذربيجان، «والأردن»").lines[0].geometry
    edges = [geometry.rects(a, b)[0] for a, b in ((0, 9), (0, 10), (1, 9))]
    assert edges[0][0] > edges[1][0]
    assert edges[2][1] < edges[0][1]


def test_the_line_is_high_enough_for_stacked_marks(qapp: QApplication, family: str, lay_out: LayOut) -> None:
    assert qapp is not None
    paragraph = lay_out(PROBE, family, width=900)
    typography = Typography.of(100, Typesetting(family))
    ink = QImage(940, int(paragraph.height), QImage.Format.Format_RGB32)
    ink.fill(QColor("white"))
    with QPainter(ink) as painter:
        paragraph.layout.draw(painter, painter.window().topLeft())
    top, bottom = int(typography.chip_row) - 1, int(typography.chip_row + typography.text_height)
    for y in (top, bottom):
        assert all(ink.pixelColor(x, y) == QColor("white") for x in range(940))


def test_an_emoji_does_not_change_the_distance_of_lines(lay_out: LayOut) -> None:
    paragraph = lay_out("خبر 😀 عاجل " * 30, width=300)
    baselines = [line.text_line.position().y() + line.text_line.ascent() for line in paragraph.lines]
    assert len(baselines) > 3
    assert {round(b - a, 3) for a, b in itertools.pairwise(baselines)} == {paragraph.typography.pitch}
