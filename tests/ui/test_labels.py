"""A label armed for drags, and the label used last given again, by key and mouse in the whole window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.label_bar import LabelButton
from tests.ui.acts import CTRL, LEFT, NONE, mark, point_of, press

Key = Qt.Key
# What each layout types at the place of the full stop.
STOP, TYPED = 60, {"us": ord("."), "ara": 0x632, "ara(digits)": 0x632, "il": 0x5E5, "ir": ord(".")}


def drag(qtbot: QtBot, desk: Desk, start: int, end: int) -> None:
    """Drag over a stretch, and wait until it is marked."""
    page = desk.panels.page
    QTest.mousePress(page.viewport(), LEFT, NONE, point_of(page, start))
    QTest.mouseMove(page.viewport(), point_of(page, end - 1))
    with qtbot.waitSignal(desk.session.applied):
        QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, end - 1))
    qtbot.waitUntil(lambda: not page.pending)


def labelled(desk: Desk) -> list[str]:
    """Return the names of the labels of the spans, in reading order."""
    names = {label.id: label.name for label in desk.marking.labels}
    return [names[span.label] for span in desk.panels.page.spans.in_order()]


def button(desk: Desk, name: str) -> LabelButton | None:
    return desk.panels.labels.findChild(LabelButton, f"label_{name}")


def is_lit(desk: Desk, name: str) -> bool:
    found = button(desk, name)
    return found is not None and found.isChecked()


def test_a_key_with_nothing_to_mark_arms_its_label_for_one_drag_after_another(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Key.Key_3)
    assert is_lit(desk, "location")
    assert "Location" in desk.status.armed.text()
    for start in (0, 30, 60):
        drag(qtbot, desk, start, start + 5)
    assert labelled(desk) == ["location"] * 3
    assert is_lit(desk, "location")


@pytest.mark.parametrize("has_marked", [False, True])
def test_the_same_key_lets_the_label_go(qtbot: QtBot, desk: Desk, *, has_marked: bool) -> None:
    press(desk, Key.Key_3)
    if has_marked:
        drag(qtbot, desk, 0, 5)
    press(desk, Key.Key_3)
    assert not is_lit(desk, "location")
    assert desk.status.armed.text() == ""
    assert labelled(desk) == ["location"] * has_marked


def test_esc_lets_the_label_go_and_only_then_the_span(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Key.Key_3)
    drag(qtbot, desk, 0, 5)
    press(desk, Key.Key_Escape)
    assert (desk.marking.armed_label, desk.panels.page.focused is None) == (None, False)
    assert desk.status.armed.text() == ""
    press(desk, Key.Key_Escape)
    assert desk.panels.page.focused is None


def test_another_key_arms_another_label_and_puts_a_span_in_focus_under_it(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Key.Key_3)
    press(desk, Key.Key_1)
    assert (is_lit(desk, "location"), is_lit(desk, "actor")) == (False, True)
    drag(qtbot, desk, 0, 5)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_2)
    assert labelled(desk) == ["casualty"]
    assert is_lit(desk, "actor")
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_1)
    assert labelled(desk) == ["actor"]
    assert is_lit(desk, "actor")


def test_a_selection_is_marked_and_nothing_is_armed(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    assert desk.marking.armed_label is None


def test_a_click_on_the_bar_arms_too_and_another_theme_or_language_leaves_it_armed(desk: Desk) -> None:
    found = button(desk, "location")
    assert found
    QTest.mouseClick(found, LEFT)
    press(desk, Key.Key_F9)
    press(desk, Key.Key_F10)
    assert is_lit(desk, "location")
    assert "Esc" in desk.status.armed.text()
    assert "marks each drag" not in desk.status.armed.text()
    press(desk, Key.Key_F9)


def test_another_project_begins_with_no_label_armed_or_used(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    mark(qtbot, desk, 0, 5)
    press(desk, Key.Key_Escape)
    press(desk, Key.Key_3)
    Project.create(tmp_path / "another.annotator").close()
    with qtbot.waitSignal(desk.session.documents_listed):
        desk.filing.open(tmp_path / "another.annotator")
    assert desk.marking.armed_label is None
    assert desk.status.armed.text() == ""
    assert lasts(desk) == []


def lasts(desk: Desk) -> list[str]:
    """Return the labels that are shown as the one used last."""
    return [found.objectName() for found in desk.panels.labels.findChildren(LabelButton) if found.is_last]


def picture(desk: Desk, name: str) -> QImage:
    """Return what a label on the bar looks like."""
    found = button(desk, name)
    assert found
    return found.grab().toImage()


def test_the_full_stop_marks_the_selection_with_the_label_used_last(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    mark(qtbot, desk, 30, 35, Key.Key_Period)
    assert labelled(desk) == ["location"] * 2
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_2)
    mark(qtbot, desk, 60, 65, Key.Key_Period)
    assert labelled(desk) == ["location", "casualty", "casualty"]


def test_before_any_label_was_used_the_full_stop_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.panels.page.select(0, 5)
    with qtbot.assertNotEmitted(desk.session.applied):
        press(desk, Key.Key_Period)
    assert "No label was given yet" in desk.status.message.text()
    assert lasts(desk) == []


def test_without_a_selection_the_full_stop_does_nothing(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    with qtbot.assertNotEmitted(desk.session.applied):
        press(desk, Key.Key_Period)
        press(desk, Key.Key_F2)
        press(desk, Key.Key_Period)
    assert not desk.panels.page.edges.is_on
    assert labelled(desk) == ["location"]


def test_the_bar_shows_the_label_used_last_with_its_key_in_every_language_and_theme(qtbot: QtBot, desk: Desk) -> None:
    before = picture(desk, "location")
    mark(qtbot, desk, 0, 5, Key.Key_3)
    assert lasts(desk) == ["label_location"]
    assert picture(desk, "location") != before
    found = button(desk, "location")
    assert found
    assert "Mark with the label used last" in found.toolTip()
    press(desk, Key.Key_F10)
    press(desk, Key.Key_F9)
    assert lasts(desk) == ["label_location"]
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_1)
    assert lasts(desk) == ["label_actor"]
    press(desk, Key.Key_F9)


def test_undo_takes_the_mark_back_and_the_label_is_still_the_last(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Z, CTRL)
    mark(qtbot, desk, 0, 5, Key.Key_Period)
    assert labelled(desk) == ["location"]


@pytest.mark.parametrize("layout", TYPED)
def test_the_full_stop_is_at_its_place_under_every_layout(qtbot: QtBot, desk: Desk, layout: str) -> None:
    mark(qtbot, desk, 0, 5, Key.Key_3)
    desk.panels.page.select(30, 35)
    with qtbot.waitSignal(desk.session.applied):
        QApplication.sendEvent(
            desk.panels.page, QKeyEvent(QEvent.Type.KeyPress, TYPED[layout], Qt.KeyboardModifier.NoModifier, STOP, 0, 0)
        )
    assert labelled(desk) == ["location"] * 2


def test_in_a_narrow_window_the_status_line_gives_way_but_not_whether_all_is_saved(qtbot: QtBot, desk: Desk) -> None:
    before = desk.panels.labels.minimumSizeHint()
    press(desk, Key.Key_3)
    drag(qtbot, desk, 0, 5)
    press(desk, Key.Key_T)
    qtbot.waitUntil(lambda: desk.status.message.text() != "" and desk.status.saved.text() == "Saved")
    assert desk.panels.labels.minimumSizeHint() == before
    assert desk.status.minimumSizeHint().width() < desk.minimumWidth()


def test_labels_that_are_replaced_twice_in_a_row_never_become_windows(desk: Desk) -> None:
    press(desk, Key.Key_F10)
    press(desk, Key.Key_F9)
    QApplication.processEvents()
    assert desk.isActiveWindow()
    press(desk, Key.Key_F9)
