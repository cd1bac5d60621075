from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from annotator.model.errors import NotSaved
from annotator.text import words
from annotator.ui.desk import Desk
from annotator.ui.page.passages import Passages
from tests.ui.acts import CTRL, SHIFT, mark, press

Heard = list[str]
FIRST = 5


@pytest.fixture
def heard(desk: Desk) -> Iterator[Heard]:
    """Return what is said from now on to a screen reader."""
    QAccessible.setActive(True)
    texts: Heard = []
    desk.aloud.said.connect(texts.append)
    yield texts
    QAccessible.setActive(False)


def wait_for(qtbot: QtBot, heard: Heard, *texts: str) -> None:
    """Wait until *texts* were said last, and forget them."""
    qtbot.waitUntil(lambda: heard[-len(texts) :] == list(texts))
    heard.clear()


def word(desk: Desk) -> str:
    return desk.panels.page.text[slice(*words.word_at(desk.panels.page.text, 0))]


def test_marking_undoing_and_erasing_are_said(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    page = desk.panels.page
    start, end = words.word_at(page.text, 0)
    mark(qtbot, desk, start, end)
    done = f"Marked Actor: “{word(desk)}”"
    qtbot.waitUntil(lambda: done in heard)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: heard[-1] == f"Undone: {done}")
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: f"Done again: {done}" in heard)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: f"Erased Actor: “{word(desk)}”" in heard)
    assert heard.count(done) == 1


def test_entering_and_leaving_spans_is_said_the_outer_one_first(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    page = desk.panels.page
    first, second = page.text.split()[:2]
    end = len(first) + 1 + len(second)
    mark(qtbot, desk, 0, end, Qt.Key.Key_4)
    page.focus_span(None)
    mark(qtbot, desk, len(first) + 1, end)
    page.go_to(0)
    wait_for(qtbot, heard, f"in Claim: {first} {second}")
    page.go_to(len(first) + 1)
    wait_for(qtbot, heard, f"in Actor: {second}")
    press(desk, Qt.Key.Key_End)
    wait_for(qtbot, heard, "left Claim · left Actor")


def test_selecting_is_said_and_letting_go_of_it(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    press(desk, Qt.Key.Key_Left, CTRL | SHIFT)
    wait_for(qtbot, heard, f"selected: {word(desk)}")
    press(desk, Qt.Key.Key_Escape)
    wait_for(qtbot, heard, "nothing selected")


def test_the_status_line_and_notices_are_said(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    press(desk, Qt.Key.Key_Tab)
    wait_for(qtbot, heard, "There is no span further that way")
    desk.session.failed.emit(NotSaved("the disk is full: make room and try again, or save a copy elsewhere"))
    wait_for(qtbot, heard, "the disk is full: make room and try again, or save a copy elsewhere")


def test_an_armed_label_is_said_in_the_language_of_the_interface(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    press(desk, Qt.Key.Key_2)
    wait_for(qtbot, heard, "The next selection becomes: Casualty")
    press(desk, Qt.Key.Key_Escape)
    press(desk, Qt.Key.Key_F10)
    press(desk, Qt.Key.Key_1)
    title = desk.viewing.looks.of(desk.marking.labels[0].id).title
    wait_for(qtbot, heard, f"يُعلَّم التحديد التالي بوصفه: {title}")


def test_spans_of_another_document_are_neither_left_nor_entered(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    mark(qtbot, desk, 0, FIRST)
    qtbot.waitUntil(lambda: any("Marked" in text for text in heard))
    heard.clear()
    with qtbot.waitSignal(desk.session.document_opened):
        press(desk, Qt.Key.Key_PageDown, CTRL)
    press(desk, Qt.Key.Key_Left, SHIFT)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [f"selected: {desk.panels.page.text[0]}"]


def test_without_a_screen_reader_nothing_is_said_or_made(qtbot: QtBot, desk: Desk) -> None:
    texts: Heard = []
    desk.aloud.said.connect(texts.append)
    mark(qtbot, desk, 0, FIRST)
    press(desk, Qt.Key.Key_Left, CTRL | SHIFT)
    assert texts == []
    assert desk.panels.page.findChild(Passages) is None
