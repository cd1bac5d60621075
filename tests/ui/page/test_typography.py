"""What an analyst may choose for the text keeps every mark whole and every line on whole pixels of the screen."""

import itertools
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import fonts
from annotator.ui.page.page import Page
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.typography import LIMITS, USUAL, Typesetting, Typography
from tests.ui.acts import ARTICLE

# Not the probe of the program: words with a shadda, a vowel and a dagger alef or madda on one letter, and vowels below.
STACKED = "ٱلضَّآلِّينَ هَٰٓؤُلَآءِ إِنَّهُمْ لِّلَّذِينَ حَتَّىٰٓ وَلَٰكِنَّ ٱلرَّحْمَٰنِ رَبِّهِمْ شَيْءٍ جِدًّا أَلِيمٌ"
WHITE, SIDE = QColor("white"), 60
RATIOS = (1.0, 1.25, 1.5, 2.0)
SIZES = (LIMITS["size_px"][0], 17, USUAL.size_px, 31, LIMITS["size_px"][1])
HEIGHTS = (LIMITS["line_height"][0], 115, 150, LIMITS["line_height"][1])


def cut_off(setting: Typesetting, zoom: int = 100) -> list[str]:
    """Return on which sides ink of the stacked marks leaves the room that lines have for their text."""
    typography = Typography.of(zoom, setting)
    paragraph = Paragraph(STACKED, 0, is_rtl=True, typography=typography, width=20_000)
    natural = paragraph.lines[0].text_line.naturalTextRect()
    top, height = typography.chip_row, typography.text_height
    image = QImage(int(natural.width()) + 8, int(paragraph.height) + 2 * SIDE, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        painter.translate(4 - natural.left(), SIDE)
        paragraph.layout.draw(painter, QPointF())
    above, below = range(int(SIDE + top)), range(int(SIDE + top + height), image.height())
    return [side for side, rows in (("above", above), ("below", below)) if _is_inked(image, rows)]


def _is_inked(image: QImage, rows: range) -> bool:
    return any(image.pixelColor(x, y) != WHITE for y in rows for x in range(image.width()))


def test_no_mark_is_cut_off_in_any_font_and_size_offered(qapp: QApplication) -> None:
    assert qapp
    for family, size in itertools.product(fonts.arabic(), SIZES[::2]):
        assert cut_off(Typesetting(family, size)) == [], (family, size)


@pytest.mark.parametrize("line_height", HEIGHTS)
@pytest.mark.parametrize("zoom", [60, 100, 250])
def test_no_mark_is_cut_off_at_any_line_height_and_zoom(qapp: QApplication, line_height: int, zoom: int) -> None:
    assert qapp
    for family in fonts.ARABIC:
        assert cut_off(Typesetting(family, line_height=line_height), zoom) == []


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("has_chips", [True, False])
def test_lines_are_whole_pixels_of_the_screen_apart(qapp: QApplication, ratio: float, has_chips: bool) -> None:  # noqa: FBT001
    assert qapp
    for size, line_height, tracks, zoom in itertools.product(SIZES, HEIGHTS, range(2, 7), (60, 100, 130)):
        setting = Typesetting(size_px=size, line_height=line_height, tracks=tracks)
        typography = Typography.of(zoom, setting, has_chips=has_chips, ratio=ratio)
        for height in (typography.pitch, typography.gap, typography.chip_row, typography.text_height, typography.track_pitch):
            assert height * ratio == pytest.approx(round(height * ratio), abs=1e-6), (setting, zoom)


def test_lines_are_as_far_apart_as_asked_and_have_the_tracks_asked(qapp: QApplication) -> None:
    assert qapp
    least = Typography.of()
    for line_height in HEIGHTS:
        typography = Typography.of(100, USUAL._replace(line_height=line_height))
        assert typography.pitch == pytest.approx(least.pitch * line_height / 100, abs=1)
        assert (typography.ascent, typography.track_pitch) == (least.ascent, least.track_pitch)
    for tracks in range(2, 7):
        typography = Typography.of(100, USUAL._replace(tracks=tracks))
        assert typography.pitch == least.pitch + (tracks - 4) * least.track_pitch


def test_the_families_offered_write_arabic_and_ours_come_first(qapp: QApplication) -> None:
    assert qapp
    offered = fonts.arabic()
    assert offered[: len(fonts.ARABIC)] == fonts.ARABIC
    assert len(offered) == len({*offered})
    assert not {"Noto Sans", "Noto Sans Hebrew"} & {*offered}
    assert all(map(fonts.is_there, offered))
    assert not fonts.is_there("No Such Family")
    assert [fonts.families_after(family)[0] for family in offered] == [*offered]
    assert fonts.families_after("Some Family")[-1] == fonts.ARABIC[0]


PAGE = """
import sys
from PySide6.QtWidgets import QApplication
from annotator import resources
from annotator.model.documents import Document
from annotator.ui.page.page import Page
from annotator.ui.page.typography import USUAL
app = QApplication(["x", "-style", "fusion"])
page = Page()
page.resize(700, 500)
page.show()
page.show_document(Document.of(resources.seeds()[0].read_bytes().decode()), ())
page.set_typesetting(USUAL._replace(size_px=19, line_height=115))
page.set_zoom(110)
app.processEvents()
flow, ratio = page.flow, page.devicePixelRatioF()
tops = [flow.paragraph(0).lines[1].top, flow.height(0), flow.typography.pitch]
print(ratio, *(abs(top * ratio - round(top * ratio)) < 1e-6 for top in tops))
"""


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_page_on_a_screen_of_many_pixels_has_its_lines_on_whole_ones(ratio: float) -> None:
    scale = {"QT_SCALE_FACTOR": str(ratio), "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough", "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run([sys.executable, "-c", PAGE], env=os.environ | scale, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(ratio), "True", "True", "True"]


def test_a_page_that_comes_to_another_screen_is_set_for_its_pixels(qtbot: QtBot, page: Page) -> None:
    page.show_document(ARTICLE, ())
    page.scroll_by(700)
    first = page.flow.first_offset()
    page.flow.typography = Typography.of(ratio=1.5)
    page.viewport().update()
    qtbot.waitUntil(lambda: page.flow.typography.ratio == page.devicePixelRatioF())
    assert page.flow.first_offset() == first
