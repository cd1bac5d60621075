"""Keys of commands, set by real keys in the key sheet: shown and heard everywhere at once, refused where another has them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.model.schemas import Schema
from annotator.ui.actions import COMMANDS, by_id
from annotator.ui.chooser import Chooser
from annotator.ui.chords import Chords
from annotator.ui.desk import Desk
from annotator.ui.settings import Settings
from annotator.ui.sheets import KeySheet
from tests.ui.acts import ALT, CTRL, LEFT, NONE, SHIFT, answer, mark, press, type_text
from tests.ui.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
F1, ENTER, ESC = Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Escape
META = Qt.KeyboardModifier.MetaModifier


def plain(text: str) -> str:
    """Return a text without the signs that isolate its parts."""
    return "".join(character for character in text if character not in "\u2066\u2068\u2069")


def go_to(sheet: KeySheet, name: str) -> None:
    """Put the focus on a command."""
    sheet.tree.setFocus()
    sheet.tree.setCurrentItem(sheet._items[name])


def record(sheet: KeySheet, name: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Give a command the key pressed."""
    go_to(sheet, name)
    QTest.keyClick(sheet.tree, ENTER)
    assert sheet.recorder.is_listening
    QTest.keyClick(sheet.tree, key, held)
    assert not sheet.recorder.is_listening


def key_of(sheet: KeySheet, name: str) -> str:
    """Return the key that the sheet shows of a command."""
    return plain(sheet._items[name].text(1))


def menu_key(desk: Desk, name: str) -> str:
    """Return the key that menus show of a command."""
    return plain(desk.commands.actions[name].text().partition("\t")[2])


def in_sheet(desk: Desk, act: Callable[[KeySheet], object]) -> None:
    """Open the key sheet by its key and *act* in it."""
    done: list[KeySheet] = []

    def meet(sheet: KeySheet) -> None:
        act(sheet)
        done.append(sheet)

    answer(KeySheet, meet)
    press(desk, F1)
    assert done


def test_a_new_key_is_shown_in_sheet_menu_and_palette_and_heard_at_once(qtbot: QtBot, desk: Desk) -> None:
    zoom = desk.panels.page.zoom

    def change(sheet: KeySheet) -> None:
        record(sheet, "zoom_in", Qt.Key.Key_J)
        assert key_of(sheet, "zoom_in") == "J  Ctrl+Shift+="
        assert menu_key(desk, "zoom_in") == "J"

    in_sheet(desk, change)
    press(desk, Qt.Key.Key_J)
    assert desk.panels.page.zoom == zoom + 10
    press(desk, Qt.Key.Key_Equal, CTRL)
    assert desk.panels.page.zoom == zoom + 10
    rows: list[str] = []

    def look(chooser: Chooser) -> None:
        type_text(chooser.field, "larger text")
        rows.append(plain(chooser._shown[0].row.end))

    answer(Chooser, look)
    press(desk, Qt.Key.Key_K, CTRL)
    assert rows == ["J"]
    mark(qtbot, desk, 0, 5)  # the keys of labels are heard as before


def test_keys_are_as_they_were_set_after_a_restart(open_desk: Open) -> None:
    desk = open_desk()
    in_sheet(desk, lambda sheet: record(sheet, "next_theme", Qt.Key.Key_K, SHIFT))
    desk.close()
    again = open_desk()
    assert menu_key(again, "next_theme") == "Shift+K"
    press(again, Qt.Key.Key_K, SHIFT)
    assert again.viewing.theme.name == "dark"
    press(again, Qt.Key.Key_K, SHIFT)
    press(again, Qt.Key.Key_K, SHIFT)


REFUSED = {
    "another command": (Qt.Key.Key_Z, CTRL, "Ctrl+Z is the key of “Undo”"),
    "another key of a command": (Qt.Key.Key_Y, CTRL, "Ctrl+Y is the key of “Redo”"),
    "label": (Qt.Key.Key_2, NONE, "2 is the key of the label Casualty"),
    "digit": (Qt.Key.Key_9, SHIFT, "Shift+9 is kept for labels"),
    "menu": (Qt.Key.Key_F, ALT, "Alt+F is the key of “File”"),
    "caret": (Qt.Key.Key_Left, CTRL, "Ctrl+Left is the key of “One word to the left”"),
    "selecting": (Qt.Key.Key_Home, SHIFT, "Shift+Home is the key of “Start of the line”"),
    "layout": (Qt.Key.Key_J, ALT | SHIFT, "Alt+Shift+J is left to the system"),
    "desktop": (Qt.Key.Key_J, ALT | CTRL, "Ctrl+Alt+J is left to the system"),
    "windows key": (Qt.Key.Key_J, META, "Meta+J is left to the system"),
    "unknown": (Qt.Key(0x636), NONE, "This key cannot be told from others"),
}


@pytest.mark.parametrize(("key", "held", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_key_that_is_taken_is_refused_with_the_name_of_who_has_it(
    desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    def change(sheet: KeySheet) -> None:
        go_to(sheet, "widen")
        QTest.keyClick(sheet.tree, ENTER)
        QApplication.sendEvent(sheet.tree, QKeyEvent(QEvent.Type.KeyPress, key, held))
        assert plain(sheet.hint.text()).startswith(said)
        assert key_of(sheet, "widen") == "W"
        assert not sheet.usual.isEnabled()

    in_sheet(desk, change)
    assert menu_key(desk, "widen") == "W"


def test_what_was_refused_is_said_in_arabic(desk: Desk) -> None:
    press(desk, Qt.Key.Key_F10)

    def change(sheet: KeySheet) -> None:
        record(sheet, "widen", Qt.Key.Key_Z, CTRL)
        assert plain(sheet.hint.text()).startswith("Ctrl+Z هو مفتاح «تراجع»")

    in_sheet(desk, change)


def test_the_usual_key_comes_back_but_not_while_another_has_it(desk: Desk) -> None:
    def change(sheet: KeySheet) -> None:
        record(sheet, "widen", Qt.Key.Key_J)
        record(sheet, "chips", Qt.Key.Key_W)
        go_to(sheet, "widen")
        QTest.mouseClick(sheet.usual, LEFT)
        assert plain(sheet.hint.text()).startswith("W is the key of “Names in the text: all, of the span in focus, none”")
        assert key_of(sheet, "widen") == "J"
        go_to(sheet, "chips")
        QTest.mouseClick(sheet.usual, LEFT)
        go_to(sheet, "widen")
        QTest.mouseClick(sheet.usual, LEFT)
        assert (key_of(sheet, "widen"), key_of(sheet, "chips")) == ("W", "C")
        assert not sheet.usual.isEnabled()
        assert not sheet.all_usual.isEnabled()

    in_sheet(desk, change)
    assert (Settings().text("key_widen"), Settings().text("key_chips")) == ("", "")


def test_all_usual_keys_come_back_at_once(desk: Desk) -> None:
    def change(sheet: KeySheet) -> None:
        record(sheet, "widen", Qt.Key.Key_J)
        record(sheet, "chips", Qt.Key.Key_W)
        QTest.mouseClick(sheet.all_usual, LEFT)
        assert (key_of(sheet, "widen"), key_of(sheet, "chips")) == ("W", "C")

    in_sheet(desk, change)
    assert menu_key(desk, "chips") == "C"


def test_a_key_pressed_again_by_the_command_that_has_it_is_no_change(desk: Desk) -> None:
    def change(sheet: KeySheet) -> None:
        record(sheet, "widen", Qt.Key.Key_J)
        record(sheet, "widen", Qt.Key.Key_W)
        assert not sheet.usual.isEnabled()
        record(sheet, "redo", Qt.Key.Key_Y, CTRL)
        assert key_of(sheet, "redo") == "Ctrl+Y"

    in_sheet(desk, change)


def test_tab_enter_and_keys_under_an_arabic_layout_are_recorded_and_keys_only_held_are_not(desk: Desk) -> None:
    def change(sheet: KeySheet) -> None:
        record(sheet, "next_span", Qt.Key.Key_F11)
        record(sheet, "widen", Qt.Key.Key_Tab)
        assert key_of(sheet, "widen") == "Tab"
        go_to(sheet, "chips")
        QTest.keyClick(sheet.tree, ENTER)
        QTest.keyClick(sheet.tree, Qt.Key.Key_Shift, SHIFT)
        assert sheet.recorder.is_listening
        lam = QKeyEvent(QEvent.Type.KeyPress, 0x644, NONE, 42, 0, 0, "ل")
        QApplication.sendEvent(sheet.tree, lam)
        assert key_of(sheet, "chips") == "G"

    in_sheet(desk, change)


def test_esc_leaves_the_key_and_not_the_sheet_and_so_does_going_elsewhere(desk: Desk) -> None:
    def change(sheet: KeySheet) -> None:
        go_to(sheet, "widen")
        QTest.mouseClick(sheet.change, LEFT)
        assert sheet.recorder.is_listening
        assert key_of(sheet, "widen") == "Press a key…"
        QTest.keyClick(sheet.tree, ESC)
        assert sheet.isVisible()
        assert key_of(sheet, "widen") == "W"
        QTest.mouseClick(sheet.change, LEFT)
        sheet.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        assert not sheet.recorder.is_listening
        assert key_of(sheet, "widen") == "W"

    in_sheet(desk, change)


def test_enter_on_a_command_presses_no_button(desk: Desk) -> None:
    clicks: list[bool] = []

    def change(sheet: KeySheet) -> None:
        for button in sheet.buttons.buttons():
            button.clicked.connect(clicks.append)
        record(sheet, "widen", ENTER, ALT)
        assert key_of(sheet, "widen") == "Alt+Return"

    in_sheet(desk, change)
    assert clicks == []


def test_keys_of_labels_menus_and_the_caret_cannot_be_changed(desk: Desk) -> None:
    def look(sheet: KeySheet) -> None:
        first, second = sheet.tree.topLevelItem(0), sheet.tree.topLevelItem(1)
        assert first is not None
        assert second is not None
        for item in (first, first.child(0), second.child(0)):
            assert item is not None
            sheet.tree.setCurrentItem(item)
            assert not sheet.change.isEnabled()
            QTest.keyClick(sheet.tree, ENTER)
            assert not sheet.recorder.is_listening

    in_sheet(desk, look)


@pytest.mark.parametrize(
    ("stored", "kept"),
    [
        ({"widen": "J"}, {"widen": "J"}),
        ({"widen": "C"}, {}),
        ({"widen": "C", "chips": "W"}, {"widen": "C", "chips": "W"}),
        ({"widen": "J", "chips": "J"}, {}),
        ({"widen": "C", "chips": "J", "erase": "J"}, {}),
        ({"widen": "Alt+F", "chips": "7", "erase": "Ctrl+Alt+J", "copy": "ض", "undo": "Left", "redo": "Esc+Esc"}, {}),
        ({"widen": "Shift+Ctrl+Enter"}, {"widen": "Ctrl+Shift+Return"}),
        ({"no such command": "J"}, {}),
    ],
)
def test_keys_in_a_file_that_was_changed_never_clash(tmp_path: Path, stored: dict[str, str], kept: dict[str, str]) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set({f"key_{name}": chord for name, chord in stored.items()})
    chords = Chords(settings)
    assert {action.id: chords.of(action) for action in COMMANDS if not chords.is_usual(action)} == kept


def test_every_key_a_command_has_is_refused_to_all_others(schema: Schema) -> None:
    chords, labels = Chords(Settings()), {label.key: label.name for label in schema.labels}
    for action in COMMANDS:
        other = by_id("undo" if action.id == "redo" else "redo")
        assert all(chords.refusal(other, chord, labels) for chord in chords.every(action))
        assert not any(chords.refusal(action, chord, labels) for chord in chords.every(action))
