"""Every menu opens by its key, under any language of the interface and any layout, and is walked by arrows."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.ui.actions import MENU_CHORDS
from annotator.ui.desk import Desk
from tests.ui.acts import ALT, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")  # the offscreen one


def opened() -> QMenu | None:
    """Return the menu that is open."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_alt_and_a_letter_open_each_menu_and_esc_leaves_it(qtbot: QtBot, desk: Desk, language: str) -> None:
    if language == "ar":
        press(desk, Qt.Key.Key_F10)
    for name, chord in MENU_CHORDS.items():
        press(desk, Qt.Key(ord(chord[-1])), ALT)
        menu = opened()
        assert menu
        assert menu.objectName() == f"menu_{name}"
        assert f"&{chord[-1]}" in menu.title()
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: opened() is None)
        desk.activateWindow()
        qtbot.waitUntil(desk.panels.page.hasFocus)


def test_the_letter_is_that_of_the_place_under_an_arabic_layout(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    page.setFocus()
    place_of_f, seen_there = 33 + 8, "ب"
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(page, QKeyEvent(kind, ord(seen_there), ALT, place_of_f, ord(seen_there), 0, seen_there))
    menu = opened()
    assert menu
    assert menu.objectName() == "menu_file"
    menu.close()
    qtbot.waitUntil(lambda: opened() is None)


def test_a_document_is_removed_without_a_mouse(qtbot: QtBot, desk: Desk) -> None:
    assert desk.session.opened
    before = desk.session.opened.document.id
    press(desk, Qt.Key.Key_D, ALT)
    menu = opened()
    assert menu
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction().objectName() == "action_remove"
    with qtbot.waitSignal(desk.session.applied):
        QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: before not in {entry.id for entry in desk.session.entries})
