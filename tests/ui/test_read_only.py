"""A project opened for reading only: everything can be read, nothing can be asked that would change it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.actions import COMMANDS
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, point_of, press
from tests.ui.conftest import Open

Key = Qt.Key
WRITING = {"undo", "redo", "erase", "move_edges", "keep_edges", "attributes", "direction", "finish", "rename", "remove"}
WRITING |= {"import", "import_folder", "part", "relate", "same_as", "repeat", "document_auto", "document_rtl"}
WRITING |= {"document_ltr", "schema", "fix_problem", "note", "question", "flag"}
WRITING |= {f"{which}_{unit}{side}" for which in ("start", "end") for unit in ("", "word_") for side in ("left", "right")}


@pytest.fixture
def reading(qtbot: QtBot, open_desk: Open, project_path: Path) -> Iterator[Desk]:
    """Return a window that may only read a project with one span, which is in focus."""
    desk = open_desk()
    mark(qtbot, desk, 0, 6)
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.open(lambda: Project.open(project_path, read_only=True))
    page = desk.panels.page
    qtbot.waitUntil(lambda: len(page.spans) == 1)
    page.setFocus()
    page.focus_span(page.spans.in_order()[0].id)
    yield desk
    assert desk.session.saving.waiting == 0


def test_the_window_says_why_and_in_arabic_too(qtbot: QtBot, reading: Desk) -> None:
    assert "opened for reading only" in reading.panels.notice.text.text()
    press(reading, Key.Key_F10)
    qtbot.waitUntil(lambda: "للقراءة فقط" in reading.panels.notice.text.text())


def test_commands_that_change_something_are_off_and_all_others_on(reading: Desk) -> None:
    reading.panels.page.select(0, 3)
    reading.commands.refresh()
    off = {action.id for action in COMMANDS if not reading.commands.actions[action.id].isEnabled()}
    assert off == WRITING


def test_labels_and_the_buttons_of_the_inspector_are_off(qtbot: QtBot, reading: Desk) -> None:
    inspector = reading.panels.inspector
    assert not reading.panels.labels.isEnabled()
    qtbot.waitUntil(inspector.erase.isVisible)
    assert not inspector.erase.isEnabled()
    assert not inspector.edges.isEnabled()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_1, NONE),
        (Key.Key_Delete, NONE),
        (Key.Key_BracketLeft, NONE),
        (Key.Key_BraceRight, CTRL | SHIFT),
        (Key.Key_F2, NONE),
        (Key.Key_D, NONE),
        (Key.Key_T, NONE),
        (Key.Key_T, SHIFT),
        (Key.Key_Q, NONE),
        (Key.Key_Period, NONE),
        (Key.Key_L, CTRL),
        (Key.Key_Z, CTRL),
        (Key.Key_Return, CTRL),
    ],
)
@pytest.mark.parametrize("selects", [True, False])
def test_no_key_asks_for_a_change(qtbot: QtBot, reading: Desk, key: Key, held: Qt.KeyboardModifier, *, selects: bool) -> None:
    page = reading.panels.page
    if selects:
        page.select(10, 20)
    before = page.spans.in_order()
    with qtbot.assertNotEmitted(reading.session.saving.changed):
        press(reading, key, held)
    assert page.spans.in_order() == before
    assert not page.pending


def test_a_handle_dragged_goes_back(qtbot: QtBot, reading: Desk) -> None:
    page = reading.panels.page
    page.edges.begin("end")
    page.select(0, 20)
    with qtbot.assertNotEmitted(reading.session.saving.changed):
        page.edges.keep()
    assert [(span.start, span.end) for span in page.spans.in_order()] == [(0, 5)]


def test_everything_can_be_read(qtbot: QtBot, reading: Desk) -> None:
    page = reading.panels.page
    QTest.mouseClick(page.viewport(), LEFT, NONE, point_of(page, 40))
    assert page.caret.offset in {40, 41}
    press(reading, Key.Key_Tab)
    press(reading, Key.Key_F, CTRL)
    reading.panels.search.field.setText(page.text.split()[3])
    reading.panels.search.search()
    qtbot.waitUntil(lambda: bool(page.hits))
    with qtbot.waitSignal(reading.session.document_opened):
        press(reading, Key.Key_PageDown, CTRL)


def test_an_armed_label_marks_nothing(qtbot: QtBot, reading: Desk) -> None:
    page = reading.panels.page
    reading.marking.arm(reading.marking.labels[0])
    with qtbot.assertNotEmitted(reading.session.saving.changed):
        QTest.mouseDClick(page.viewport(), LEFT, NONE, point_of(page, 40))
        QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, 40))
    assert len(page.spans) == 1


def test_a_drag_with_ctrl_adds_no_part(qtbot: QtBot, reading: Desk) -> None:
    page = reading.panels.page
    with qtbot.assertNotEmitted(reading.session.saving.changed):
        QTest.mouseDClick(page.viewport(), LEFT, CTRL, point_of(page, 40))
        QTest.mouseRelease(page.viewport(), LEFT, CTRL, point_of(page, 40))
    assert [span.segments for span in page.spans.in_order()] == [()]
