"""Theme and language, switched while the window is open: everything follows at once, and it is so after a restart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.desk import Desk
from annotator.ui.settings import Settings
from annotator.ui.theme import DARK, HIGH_CONTRAST, LIGHT, contrast
from tests.ui.acts import mark, press
from tests.ui.conftest import Open

F9, F10 = Qt.Key.Key_F9, Qt.Key.Key_F10


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """Begin and end in the light theme."""
    theme.apply(qapp, LIGHT)
    yield
    theme.apply(qapp, LIGHT)


def ground(widget: QWidget) -> QColor:
    """Return the colour of an empty corner of a widget as it is painted."""
    return widget.grab().toImage().pixelColor(widget.width() - 3, widget.height() - 3)


def left_of(one: QWidget, other: QWidget) -> bool:
    """Whether a widget stands to the left of another."""
    return one.mapToGlobal(QPoint()).x() < other.mapToGlobal(QPoint()).x()


def test_all_of_the_window_goes_through_the_themes_and_is_light_again(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6)
    page, panels = desk.panels.page, desk.panels
    fill = desk.viewing.looks.of(desk.marking.labels[0].id).colors.fill
    for look in (DARK, HIGH_CONTRAST, LIGHT):
        press(desk, F9)
        QApplication.processEvents()
        assert ground(page.viewport()) == look.page
        assert ground(panels.documents.list.viewport()) == look.page
        assert contrast(ground(panels.inspector), look.text) > 4.5
        assert desk.palette().color(QPalette.ColorRole.Window) == look.window
        assert page.looks.theme is look
        assert (desk.viewing.looks.of(desk.marking.labels[0].id).colors.fill == fill) == (look is LIGHT)
        checked = [name for name in ("light", "dark", "contrast") if desk.commands.actions[name].isChecked()]
        assert checked == [look.name]


def test_the_place_and_the_focus_stay_when_the_looks_change(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    desk.resize(1400, 900)
    mark(qtbot, desk, 400, 410)
    page.scroll_by(600)
    first, focused = page.flow.first_offset(), page.focused
    for key in (F9, F10, F9, F10, F9):
        press(desk, key)
        QApplication.processEvents()
    assert (page.flow.first_offset(), page.focused) == (first, focused)
    assert page.hasFocus()


def test_the_window_is_mirrored_but_the_text_is_not(qtbot: QtBot, desk: Desk) -> None:
    panels, page = desk.panels, desk.panels.page
    sides = [stretch.is_rtl for stretch in page.flow.stretches]
    assert left_of(panels.documents, page)
    assert left_of(page, panels.spans)
    press(desk, F10)
    qtbot.waitUntil(lambda: left_of(page, panels.documents) and left_of(panels.spans, page))
    assert [stretch.is_rtl for stretch in page.flow.stretches] == sides
    first, second = panels.labels.findChildren(QWidget)[:2]
    assert left_of(second, first)
    press(desk, F10)
    qtbot.waitUntil(lambda: left_of(panels.documents, page))


def test_labels_menus_panels_and_lists_speak_the_other_language(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6)
    panels = desk.panels

    def said() -> list[str]:
        button = panels.labels.findChildren(QWidget)[0]
        return [
            desk.commands.menus["document"].title(),
            desk.commands.actions["undo"].text().partition("\t")[0],
            button.accessibleName(),
            panels.inspector._title.text(),
            panels.documents.filter.placeholderText(),
            panels.page.accessibleName(),
            desk.status.snap.text(),
            desk.status.saved.text(),
        ]

    english = said()
    press(desk, F10)
    qtbot.waitUntil(lambda: not set(said()) & set(english))
    assert all(any("\u0600" <= character <= "\u06ff" for character in text) for text in said())
    press(desk, F10)
    qtbot.waitUntil(lambda: said() == english)


def test_a_theme_chosen_in_its_menu_is_on_whatever_was_chosen_before(desk: Desk) -> None:
    for name in ("contrast", "contrast", "light", "dark", "dark"):
        desk.commands.refresh()
        desk.commands.actions[name].trigger()
        assert (desk.viewing.theme.name, Settings().text("theme")) == (name, name)
        assert [one.name for one in theme.THEMES if desk.commands.actions[one.name].isChecked()] == [name]
    assert desk.commands.actions["light"].actionGroup() is desk.commands.actions["dark"].actionGroup()


def test_looks_are_as_they_were_after_a_restart(open_desk: Open) -> None:
    first = open_desk()
    for key in (F9, F10):
        press(first, key)
        QApplication.processEvents()
    first.close()
    settings = Settings()
    assert (settings.text("theme"), settings.text("language")) == ("dark", "ar")
    again = open_desk()
    assert again.viewing.theme is DARK
    assert again.panels.page.looks.theme is DARK
