"""F2 takes the edges of the span in focus along with the moving keys; Enter keeps them, Esc does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, point_of, press

Key = Qt.Key
F2, ENTER, ESC = Key.Key_F2, Key.Key_Return, Key.Key_Escape


@pytest.fixture
def marked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window in which the fourth and fifth words are marked and in focus."""
    text = desk.panels.page.text
    first, second = text.split()[3:5]
    start = text.index(f"{first} {second}")
    mark(qtbot, desk, start, start + len(f"{first} {second}"))
    return desk


def edges(desk: Desk) -> tuple[int, int]:
    """Return where the span in focus is, as the file has it."""
    span = desk.panels.page.focused_span
    assert span
    return span.start, span.end


def test_a_moving_key_takes_the_end_along_and_enter_keeps_it(qtbot: QtBot, marked: Desk) -> None:
    start, end = edges(marked)
    press(marked, F2)
    assert marked.panels.page.selection == (start, end)
    press(marked, Key.Key_Left, CTRL)
    shown = marked.panels.page.edges.shown
    assert shown
    assert (shown.start, shown.end > end) == (start, True)
    assert edges(marked) == (start, end)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, ENTER)
    assert edges(marked) == (shown.start, shown.end)
    assert marked.panels.page.selection is None


def test_f2_again_takes_the_start_along(qtbot: QtBot, marked: Desk) -> None:
    start, end = edges(marked)
    press(marked, F2)
    press(marked, F2)
    press(marked, Key.Key_Right)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, ENTER)
    assert edges(marked) == (start - 1, end)


def test_esc_leaves_the_span_as_it_was(qtbot: QtBot, marked: Desk) -> None:
    before = edges(marked)
    press(marked, F2)
    press(marked, Key.Key_Down)
    with qtbot.assertNotEmitted(marked.session.applied):
        press(marked, ESC)
    assert edges(marked) == before
    assert marked.panels.page.selection is None
    assert marked.panels.page.focused_span


def test_the_inspector_shows_where_the_edges_are_being_moved(qtbot: QtBot, marked: Desk) -> None:
    quote = marked.panels.inspector.quote
    before = quote.toPlainText()
    press(marked, F2)
    press(marked, Key.Key_Left, CTRL)
    qtbot.waitUntil(lambda: len(quote.toPlainText()) > len(before))
    press(marked, ESC)
    qtbot.waitUntil(lambda: quote.toPlainText() == before)


def test_the_status_line_says_what_keys_do_while_an_edge_is_being_moved(qtbot: QtBot, marked: Desk) -> None:
    status = marked.status.readout

    def is_told() -> bool:
        return "keeps the edges" in status.text()

    press(marked, F2)
    qtbot.waitUntil(is_told)
    press(marked, Key.Key_Left)
    qtbot.waitUntil(is_told)
    press(marked, ESC)
    qtbot.waitUntil(lambda: bool(status.text()) and not is_told())


def test_widening_takes_both_edges_along(qtbot: QtBot, marked: Desk) -> None:
    before = edges(marked)
    press(marked, F2)
    press(marked, Key.Key_W)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, ENTER)
    after = edges(marked)
    assert after[0] <= before[0] < before[1] <= after[1]
    assert after != before


def test_a_label_keeps_the_edges_and_relabels(qtbot: QtBot, marked: Desk) -> None:
    start, end = edges(marked)
    press(marked, F2)
    press(marked, Key.Key_Left, SHIFT)
    with qtbot.waitSignals([marked.session.applied] * 2):
        press(marked, Key.Key_2)
    (span,) = marked.panels.page.spans.in_order()
    assert (span.start, span.end) == (start, end + 1)
    assert span.label == marked.marking.labels[1].id


def test_a_pushed_edge_starts_from_where_the_edges_are(qtbot: QtBot, marked: Desk) -> None:
    start, end = edges(marked)
    press(marked, F2)
    press(marked, Key.Key_Right)
    with qtbot.waitSignals([marked.session.applied] * 2):
        press(marked, Key.Key_BraceRight, SHIFT)
    assert edges(marked) == (start, end - 2)


def test_erasing_meanwhile_leaves_nothing_selected(qtbot: QtBot, marked: Desk) -> None:
    press(marked, F2)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Delete)
    qtbot.waitUntil(lambda: len(marked.panels.page.spans) == 0)
    assert marked.panels.page.selection is None


def test_the_button_of_the_inspector_does_the_same_and_brings_the_focus(qtbot: QtBot, marked: Desk) -> None:
    start, end = edges(marked)
    QTest.mouseClick(marked.panels.inspector.edges, LEFT)
    press(marked, Key.Key_Left)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, ENTER)
    assert edges(marked) == (start, end + 1)


def test_enter_without_edges_in_the_hand_does_nothing(qtbot: QtBot, marked: Desk) -> None:
    before = edges(marked)
    with qtbot.assertNotEmitted(marked.session.applied):
        press(marked, ENTER)
        press(marked, F2)
        QTest.mouseClick(marked.panels.page.viewport(), LEFT, NONE, point_of(marked.panels.page, before[1] + 30))
        press(marked, ENTER)
    assert [(span.start, span.end) for span in marked.panels.page.spans.in_order()] == [before]
