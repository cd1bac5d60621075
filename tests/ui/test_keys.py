from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.keys import Command, KeyFilter, chord_of, normal

NONE, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# What each layout types at a place: (X11 key code, {layout: key}); Arabic letters arrive as their code points.
PLACES = {
    "Q": (24, {"us": ord("Q"), "ara": 0x636, "ara(digits)": 0x636, "il": ord("/"), "ir": 0x636}),
    "W": (25, {"us": ord("W"), "ara": 0x635, "ara(digits)": 0x635, "il": ord("'"), "ir": 0x635}),
    "Z": (52, {"us": ord("Z"), "ara": 0x626, "ara(digits)": 0x626, "il": 0x5D6, "ir": 0x638}),
    "D": (40, {"us": ord("D"), "ara": 0x64A, "ara(digits)": 0x64A, "il": 0x5D2, "ir": 0x6CC}),
    "T": (28, {"us": ord("T"), "ara": 0x641, "ara(digits)": 0x641, "il": 0x5D0, "ir": 0x641}),
    ".": (60, {"us": ord("."), "ara": 0x632, "ara(digits)": 0x632, "il": 0x5E5, "ir": ord(".")}),
    "1": (10, {"us": ord("1"), "ara": ord("1"), "ara(digits)": 0x661, "il": ord("1"), "ir": 0x6F1}),
    "4": (13, {"us": ord("4"), "ara": ord("4"), "ara(digits)": 0x664, "il": ord("4"), "ir": 0x6F4}),
    "[": (34, {"us": ord("["), "ara": 0x62C, "ara(digits)": 0x62C, "il": ord("]"), "ir": 0x62C}),
    "]": (35, {"us": ord("]"), "ara": 0x62F, "ara(digits)": 0x62F, "il": ord("["), "ir": 0x686}),
}
HELD = {"": NONE, "Ctrl+": CTRL, "Shift+": SHIFT, "Ctrl+Shift+": CTRL | SHIFT}
LAYOUTS = ("us", "ara", "ara(digits)", "il", "ir")


def press(key: int, code: int = 0, modifiers: Qt.KeyboardModifier = NONE, *, is_repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, "", is_repeat)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("legend", PLACES)
@pytest.mark.parametrize("prefix", HELD)
def test_a_place_is_the_same_chord_under_every_layout(layout: str, legend: str, prefix: str) -> None:
    code, keys = PLACES[legend]
    assert chord_of(press(keys[layout], code, HELD[prefix]), "linux") == prefix + legend


def test_a_latin_letter_counts_as_it_is_printed() -> None:
    assert chord_of(press(ord("A"), 24), "linux") == "A"
    assert chord_of(press(ord("&"), 10), "linux") == "1"


def test_windows_and_macos_have_their_own_codes() -> None:
    assert chord_of(press(0x636, 16), "win32") == "Q"
    event = QKeyEvent(QEvent.Type.KeyPress, 0x636, NONE, 1, 12, 0)
    assert chord_of(event, "darwin") == "Q"


@pytest.mark.parametrize(
    ("key", "chord"),
    [
        (Qt.Key.Key_Enter, "Return"),
        (Qt.Key.Key_PageUp, "PgUp"),
        (Qt.Key.Key_F2, "F2"),
        (Qt.Key.Key_BraceLeft, "["),
        (Qt.Key.Key_Left, "Left"),
    ],
)
def test_a_key_without_a_place_goes_by_its_name(key: Qt.Key, chord: str) -> None:
    assert chord_of(press(key)) == chord


def test_a_digit_of_the_keypad_is_the_digit() -> None:
    assert chord_of(press(Qt.Key.Key_1, 87, Qt.KeyboardModifier.KeypadModifier), "linux") == "1"


def test_chords_are_read_as_people_write_them() -> None:
    assert [normal(chord) for chord in ("Shift+Ctrl+Delete", "Ctrl++", "Enter", "Shift+[")] == [
        "Ctrl+Shift+Del",
        "Ctrl+=",
        "Return",
        "Shift+[",
    ]


class Window(QWidget):
    """A page and a text field."""

    def __init__(self) -> None:
        """Give the page some keys, one of which repeats."""
        super().__init__()
        self.page, self.field = QWidget(self, focusPolicy=Qt.FocusPolicy.StrongFocus), QLineEdit(self)
        self.resize(300, 100)
        self.field.move(0, 50)
        self.done: list[str] = []
        self.commands = {
            chord: Command(lambda chord=chord: self.done.append(chord), repeats=chord == "[")  # type: ignore[misc]
            for chord in ("1", "[", "Ctrl+Z", "F2", "Ctrl+K", "Tab")
        }
        self.filter = KeyFilter(self.commands, self.page, self)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    """Return a window whose keys are commands."""
    shown = Window()
    qtbot.addWidget(shown)
    shown.filter.listen(qapp)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.page.setFocus()
    yield shown
    shown.filter.stop(qapp)


def test_a_single_key_is_a_command_only_in_the_page(window: Window) -> None:
    QTest.keyClick(window.page, Qt.Key.Key_1)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_1)
    assert window.done == ["1"]
    assert window.field.text() == "1"


def test_a_chord_runs_once(window: Window) -> None:
    QTest.keyClick(window.page, Qt.Key.Key_K, CTRL)
    QTest.keyClick(window.page, Qt.Key.Key_Tab)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_K, CTRL)
    QTest.keyClick(window.field, Qt.Key.Key_F2)
    assert window.done == ["Ctrl+K", "Tab", "Ctrl+K", "F2"]


def test_a_text_field_keeps_its_own_undo_and_knows_it_in_arabic(window: Window) -> None:
    window.field.setFocus()
    QTest.keyClicks(window.field, "x")
    QApplication.sendEvent(window.field, press(0x626, 52, CTRL))
    assert window.field.text() == ""
    assert window.done == []


def test_a_marking_key_held_down_marks_once_and_an_edge_key_goes_on(window: Window) -> None:
    for is_repeat in (False, True, True):
        QApplication.sendEvent(window.page, press(ord("1"), 10, is_repeat=is_repeat))
        QApplication.sendEvent(window.page, press(ord("["), 34, is_repeat=is_repeat))
    assert window.done == ["1", "[", "[", "["]


def test_a_borrowed_key_does_something_else_on_the_page_until_it_is_given_back(window: Window) -> None:
    window.filter.borrow({"Tab": Command(lambda: window.done.append("lent")), "Ctrl+K": Command(lambda: None)})
    QTest.keyClick(window.page, Qt.Key.Key_Tab)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_K, CTRL)
    window.page.setFocus()
    window.filter.borrow({})
    QTest.keyClick(window.page, Qt.Key.Key_Tab)
    assert window.done == ["lent", "Ctrl+K", "Tab"]
