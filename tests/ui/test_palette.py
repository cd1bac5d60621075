"""The command palette, by key: it is narrowed by typing, walked by arrows, and does what is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, answer, press, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


def titles(chooser: Chooser) -> list[str]:
    """Return what the list offers."""
    model = chooser.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def offered(desk: Desk, typed: str) -> list[str]:
    """Return what the palette offers after *typed*, and leave it by Esc."""
    found: list[str] = []

    def look(chooser: Chooser) -> None:
        type_text(chooser.field, typed)
        found.extend(titles(chooser))
        QTest.keyClick(chooser.field, Qt.Key.Key_Escape)

    answer(Chooser, look)
    press(desk, Qt.Key.Key_K, CTRL)
    return found


def test_a_command_is_found_by_parts_of_its_name_and_run_by_enter(desk: Desk) -> None:
    def choose(chooser: Chooser) -> None:
        assert chooser.field.hasFocus()
        type_text(chooser.field, "character sel")
        assert titles(chooser) == ["Select by characters"]
        QTest.keyClick(chooser.field, ENTER)

    answer(Chooser, choose)
    press(desk, Qt.Key.Key_K, CTRL)
    assert desk.marking.by_character


def test_the_arrows_walk_the_list_while_the_field_is_typed_in(desk: Desk) -> None:
    def choose(chooser: Chooser) -> None:
        type_text(chooser.field, "er text view")
        assert titles(chooser) == ["Larger text", "Smaller text"]
        QTest.keyClick(chooser.field, DOWN)
        QTest.keyClick(chooser.field, ENTER)

    answer(Chooser, choose)
    zoom = desk.panels.page.zoom
    press(desk, Qt.Key.Key_K, CTRL)
    assert desk.panels.page.zoom < zoom


def test_a_click_takes_a_command(desk: Desk) -> None:
    def choose(chooser: Chooser) -> None:
        type_text(chooser.field, "larger text")
        rect = chooser.list.visualRect(chooser.list.model().index(0, 0))
        QTest.mouseClick(chooser.list.viewport(), LEFT, pos=rect.center())

    answer(Chooser, choose)
    zoom = desk.panels.page.zoom
    press(desk, Qt.Key.Key_K, CTRL)
    assert desk.panels.page.zoom > zoom


def test_labels_are_offered_with_their_keys_and_mark(qtbot: QtBot, desk: Desk) -> None:
    def choose(chooser: Chooser) -> None:
        type_text(chooser.field, "casualty")
        assert titles(chooser) == ["Casualty"]
        QTest.keyClick(chooser.field, ENTER)

    desk.panels.page.select(0, 4)
    answer(Chooser, choose)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_K, CTRL)
    assert [span.label for span in desk.panels.page.spans.in_order()] == [
        label.id for label in desk.marking.labels if label.name == "casualty"
    ]


def test_what_cannot_be_done_now_is_not_offered(desk: Desk) -> None:
    assert offered(desk, "erase the span") == []
    assert offered(desk, "all commands") == []
    assert "Undo" in offered(desk, "")


def test_in_arabic_a_command_is_found_by_either_name(desk: Desk) -> None:
    press(desk, Qt.Key.Key_F10)
    assert offered(desk, "تراجع") == ["تراجع"]
    assert offered(desk, "undo") == ["تراجع"]
    assert offered(desk, "ضحايا") == ["ضحايا"]


def test_esc_does_nothing(desk: Desk) -> None:
    assert len(offered(desk, "larger")) == 1
    assert desk.panels.page.zoom == 100
    assert QTest.qWaitForWindowActive(desk)
    assert desk.panels.page.hasFocus()


def test_nothing_that_fits_says_what_to_type_and_enter_waits(desk: Desk) -> None:
    def look(chooser: Chooser) -> None:
        type_text(chooser.field, "no such command")
        assert titles(chooser) == []
        told = chooser.findChild(QLabel, "palette_hint")
        assert told
        assert told.isVisible()
        assert told.text() == "Nothing fits. A part of the name of a command"
        QTest.keyClick(chooser.field, ENTER)
        assert chooser.isVisible()

    seen = answer(Chooser, look)
    press(desk, Qt.Key.Key_K, CTRL)
    assert len(seen) == 1
