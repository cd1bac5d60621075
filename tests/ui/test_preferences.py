"""The sheet of preferences, by real keys: what is chosen is seen at once, and is so after a restart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from annotator.ui import fonts, theme
from annotator.ui.desk import Desk
from annotator.ui.page.typography import LIMITS, USUAL
from annotator.ui.preferences import Preferences
from annotator.ui.settings import Settings
from tests.ui.acts import CTRL, LEFT, answer, mark, press
from tests.ui.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
COMMA, UP, DOWN = Qt.Key.Key_Comma, Qt.Key.Key_Up, Qt.Key.Key_Down
SANS = fonts.ARABIC[1]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """End in the light theme."""
    yield
    theme.apply(qapp, theme.LIGHT)


def retype(field: QSpinBox, number: int) -> None:
    """Type another number into a field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(number))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_font_and_measures_are_seen_at_once_and_after_a_restart(open_desk: Open) -> None:
    desk = open_desk()
    page = desk.panels.page
    usual = page.flow.typography

    def choose(sheet: Preferences) -> None:
        QTest.keyClick(sheet.family, DOWN)
        assert page.flow.typography.font.families()[0] == SANS
        retype(sheet.numbers["size_px"], 30)
        assert page.flow.typography.font.pixelSize() == 30
        low = page.flow.typography.pitch
        retype(sheet.numbers["line_height"], 150)
        assert page.flow.typography.pitch == pytest.approx(low * 1.5, abs=1)
        QTest.keyClick(sheet.column, UP)
        assert page.flow.width <= 34 * 30
        QTest.keyClick(sheet.numbers["tracks"], UP)
        assert page.flow.typography.tracks == usual.tracks + 1

    answer(Preferences, choose)
    press(desk, COMMA, CTRL)
    wanted = (SANS, 30, 150, 34, 5)
    assert page.typesetting == wanted
    desk.close()
    assert open_desk().panels.page.typesetting == wanted


def test_the_line_on_top_and_the_zoom_stay_while_texts_are_set_otherwise(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    mark(qtbot, desk, 900, 905)
    page.set_zoom(150)
    page.scroll_by(700)
    first, focused = page.flow.first_offset(), page.focused

    def choose(sheet: Preferences) -> None:
        retype(sheet.numbers["line_height"], 120)

    answer(Preferences, choose)
    press(desk, COMMA, CTRL)
    assert page.typesetting.line_height == 120
    assert (page.flow.first_offset(), page.focused, page.zoom) == (first, focused, 150)
    assert page.flow.typography.font.pixelSize() == 33


def test_the_colours_of_the_window_are_chosen_here_too(desk: Desk) -> None:
    def choose(sheet: Preferences) -> None:
        QTest.keyClick(sheet.colors, DOWN)
        QTest.keyClick(sheet.colors, DOWN)
        assert desk.viewing.theme is theme.HIGH_CONTRAST

    answer(Preferences, choose)
    press(desk, COMMA, CTRL)
    assert desk.commands.actions["contrast"].isChecked()
    assert Settings().text("theme") == "contrast"


def test_usual_settings_bring_all_back(desk: Desk) -> None:
    page = desk.panels.page

    def choose(sheet: Preferences) -> None:
        assert not sheet.usual.isEnabled()
        QTest.keyClick(sheet.family, DOWN)
        QTest.keyClick(sheet.numbers["size_px"], UP)
        QTest.keyClick(sheet.colors, DOWN)
        assert sheet.usual.isEnabled()
        assert page.typesetting != USUAL
        QTest.mouseClick(sheet.usual, LEFT)
        assert not sheet.usual.isEnabled()

    answer(Preferences, choose)
    press(desk, COMMA, CTRL)
    assert page.typesetting == USUAL
    assert desk.viewing.theme is theme.LIGHT


def test_numbers_beyond_what_is_offered_are_brought_to_the_nearest(open_desk: Open) -> None:
    Settings().set({"text_size_px": 9000, "text_line_height": 3, "text_tracks": -1, "text_column": 0})
    setting = open_desk().panels.page.typesetting
    assert setting == (USUAL.family, LIMITS["size_px"][1], LIMITS["line_height"][0], LIMITS["column"][0], LIMITS["tracks"][0])


def test_a_font_that_is_missed_is_told_and_used_again_once_it_is_there(open_desk: Open) -> None:
    Settings().set({"text_family": "No Such Family"})
    desk = open_desk()
    notice = desk.panels.notice
    assert notice.isVisible()
    assert "No Such Family" in notice.text.text()
    assert desk.panels.page.typesetting == USUAL

    answer(Preferences, lambda sheet: QTest.keyClick(sheet.numbers["size_px"], UP))
    press(desk, COMMA, CTRL)
    assert (Settings().text("text_family"), Settings().number("text_size_px")) == ("No Such Family", USUAL.size_px + 1)
    answer(Preferences, lambda sheet: QTest.keyClick(sheet.family, DOWN))
    press(desk, COMMA, CTRL)
    assert Settings().text("text_family") == SANS
    desk.close()
    assert not open_desk().panels.notice.isVisible()
