"""The panels beside the page: shown by a button or a key, the one shown last again after a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from annotator.ui.guidelines import Guidelines
from tests.ui.acts import ALT, LEFT, mark, press
from tests.ui.conftest import Open

Key = Qt.Key
EMPTY = {"relations", "notes", "entities", "rules"}  # there is none yet, or none was read yet: no list to go to
NAMES = ("spans", "relations", "notes", "entities", "rules", "document", "guidelines")
KEYS = {name: Qt.Key(Key.Key_1.value + place) for place, name in enumerate(NAMES)}


def button(desk: Desk, name: str) -> QToolButton:
    """Return the button that shows a panel."""
    found = desk.findChild(QToolButton, f"side_button_{name}")
    assert isinstance(found, QToolButton)
    return found


@pytest.mark.parametrize("name", KEYS)
def test_a_key_shows_a_panel_and_goes_there_and_escape_goes_back(qtbot: QtBot, desk: Desk, name: str) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    press(desk, KEYS[name], ALT)
    sides = desk.panels.sides
    assert sides.current == name
    assert button(desk, name).isChecked()
    assert sides.takes_keys.hasFocus() == (name not in EMPTY)
    press(desk, Key.Key_Escape)
    assert desk.panels.page.hasFocus()


def test_a_button_shows_a_panel_and_the_text_keeps_the_keys(desk: Desk) -> None:
    desk.panels.page.setFocus()
    QTest.mouseClick(button(desk, "relations"), LEFT)
    assert desk.panels.sides.current == "relations"
    assert desk.panels.page.hasFocus()


def test_the_panel_shown_last_is_shown_after_a_restart(open_desk: Open) -> None:
    first = open_desk()
    press(first, Key.Key_2, ALT)
    first.close()
    assert open_desk().panels.sides.current == "relations"


def test_a_panel_that_is_wanted_comes_out_of_hiding(desk: Desk) -> None:
    press(desk, Key.Key_F8)
    press(desk, Key.Key_2, ALT)
    assert desk.panels.right.isVisible()
    assert desk.commands.actions["right_panels"].isChecked()


def test_the_guidelines_open_at_the_label_that_is_armed_else_at_that_of_the_span(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    seen = []
    for label in (None, Key.Key_4):
        if label:
            press(desk, Key.Key_Escape)
            press(desk, label)
        press(desk, Key.Key_H)
        seen.append(top_of(desk.panels.sides))
    assert ["location" in seen[0], "claim" in seen[1]] == [True, True]


def top_of(sides: QWidget) -> str:
    """Return the heading that the guidelines show on top."""
    panel = sides.findChild(Guidelines)
    assert isinstance(panel, Guidelines)
    return panel.view.cursorForPosition(panel.view.viewport().rect().topLeft()).block().text()


def test_the_count_of_a_panel_stands_on_its_button(desk: Desk) -> None:
    desk.panels.sides.set_count("relations", 3)
    assert button(desk, "relations").text() == "Relations 3"
    desk.panels.sides.set_count("relations", 0)
    assert button(desk, "relations").text() == "Relations"
