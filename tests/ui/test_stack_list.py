"""The list of spans that lie over one another: opened by a click or a key, walked by O, chosen from by a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from tests.ui.acts import LEFT, NONE, SHIFT, mark, point_of, press

Key = Qt.Key


@pytest.fixture
def stacked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window with three spans, each inside the one before, and one elsewhere."""
    for (start, end), key in (((0, 30), Key.Key_4), ((0, 20), Key.Key_1), ((2, 10), Key.Key_3), ((40, 50), Key.Key_2)):
        mark(qtbot, desk, start, end, key)
    return desk


def focused(desk: Desk) -> tuple[int, int] | None:
    """Return the range of the span in focus."""
    span = desk.panels.page.focused_span
    return (span.start, span.end) if span else None


def click(desk: Desk, offset: int) -> None:
    """Click the character at *offset*."""
    page = desk.panels.page
    QTest.mouseClick(page.viewport(), LEFT, NONE, point_of(page, offset))


def listed(desk: Desk) -> list[str]:
    """Return the places that the list shows, "" where it is hidden."""
    rows = desk.stack.rows
    texts = [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(rows))]
    return [str(text).rsplit(", ", 1)[-1] for text in texts] if desk.stack.isVisible() else []


def test_a_click_on_a_stack_opens_its_list_without_taking_the_focus(stacked: Desk) -> None:
    click(stacked, 5)
    assert listed(stacked) == ["0–30", "0–20", "2–10"]
    assert focused(stacked) == (2, 10)
    assert stacked.panels.page.hasFocus()


def test_a_click_on_one_span_opens_no_list(stacked: Desk) -> None:
    click(stacked, 45)
    assert focused(stacked) == (40, 50)
    assert listed(stacked) == []


def test_a_click_in_the_list_focuses_that_span_and_closes_it(stacked: Desk) -> None:
    click(stacked, 5)
    shown = stacked.stack.list
    QTest.mouseClick(shown.viewport(), LEFT, NONE, shown.visualRect(shown.model().index(0, 0)).center())
    assert focused(stacked) == (0, 30)
    assert listed(stacked) == []
    assert stacked.panels.page.hasFocus()


def test_o_goes_round_the_stack_at_the_caret(stacked: Desk) -> None:
    click(stacked, 5)
    found = []
    for _ in range(4):
        press(stacked, Key.Key_O)
        found.append(focused(stacked))
    assert found == [(0, 30), (0, 20), (2, 10), (0, 30)]
    assert stacked.stack.list.currentIndex().row() == 0


def test_o_begins_with_the_outermost_where_none_is_in_focus(stacked: Desk) -> None:
    stacked.panels.page.go_to(5)
    stacked.panels.page.focus_span(None)
    press(stacked, Key.Key_O)
    assert focused(stacked) == (0, 30)


def test_o_after_marking_goes_on_from_the_span_just_marked(qtbot: QtBot, stacked: Desk) -> None:
    mark(qtbot, stacked, 12, 18)
    press(stacked, Key.Key_O)
    assert focused(stacked) == (0, 30)


def test_shift_o_lists_the_spans_at_the_caret_and_esc_closes_the_list_first(stacked: Desk) -> None:
    page = stacked.panels.page
    page.go_to(15)
    page.focus_span(None)
    press(stacked, Key.Key_O, SHIFT)
    assert listed(stacked) == ["0–30", "0–20"]
    press(stacked, Key.Key_O)
    press(stacked, Key.Key_Escape)
    assert listed(stacked) == []
    assert focused(stacked) == (0, 30)
    press(stacked, Key.Key_Escape)
    assert focused(stacked) is None


def test_shift_o_where_nothing_is_marked_lists_nothing(stacked: Desk) -> None:
    stacked.panels.page.go_to(100)
    stacked.panels.page.focus_span(None)
    press(stacked, Key.Key_O, SHIFT)
    assert listed(stacked) == []
    press(stacked, Key.Key_O)
    assert focused(stacked) is None


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageDown, Key.Key_Delete])
def test_the_list_goes_when_the_caret_the_text_or_the_spans_change(qtbot: QtBot, stacked: Desk, key: Key) -> None:
    click(stacked, 5)
    press(stacked, key)
    qtbot.waitUntil(lambda: not stacked.stack.isVisible())


def test_the_list_stays_within_the_page(stacked: Desk) -> None:
    page = stacked.panels.page
    for point in (page.rect().topLeft(), page.rect().bottomRight()):
        stacked.stack.show_stack([span.id for span in page.spans.in_order()], page.mapToGlobal(point))
        assert page.rect().contains(stacked.stack.geometry())


def test_where_nothing_is_marked_the_key_says_so(desk: Desk) -> None:
    desk.panels.page.go_to(len(desk.panels.page.text))
    for modifier in (NONE, SHIFT):
        desk.status.tell("")
        press(desk, Key.Key_O, modifier)
        assert "no span at the caret" in desk.status.message.text()
        assert not desk.stack.isVisible()
