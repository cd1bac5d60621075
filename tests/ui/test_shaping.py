"""Spans of several parts by key and by mouse, in the whole window."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.page import painting
from annotator.ui.page.page import Page
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, point_of, press

Key = Qt.Key
Range = tuple[int, int]


def word(page: Page, number: int, last: int | None = None) -> Range:
    """Return where the word with this number is, or the words from it to the *last*."""
    words = page.text.split()
    start = sum(len(one) + 1 for one in words[:number])
    return start, start + len(" ".join(words[number : (last or number) + 1]))


@pytest.fixture
def marked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window in which the fourth to sixth word of the article are marked and in focus."""
    mark(qtbot, desk, *word(desk.panels.page, 3, 5))
    return desk


def parts(desk: Desk) -> tuple[Range, ...]:
    """Return the parts of the span in focus, once the file has them."""
    span = desk.panels.page.focused_span
    assert span
    return span.parts


def press_and_wait(qtbot: QtBot, desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    with qtbot.waitSignal(desk.session.applied):
        press(desk, key, held)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)


def drag(page: Page, start: int, end: int, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.mousePress(page.viewport(), LEFT, held, point_of(page, start))
    QTest.mouseMove(page.viewport(), point_of(page, end - 1))
    QTest.mouseRelease(page.viewport(), LEFT, held, point_of(page, end - 1))


def test_d_adds_the_selection_as_a_part_and_undo_takes_it_back(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    first, second = word(page, 3, 5), word(page, 8, 9)
    page.select(second[0] - 1, second[1] + 1)
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked) == (first, second)
    assert page.selection is None
    assert "2" in marked.status.message.text()
    press_and_wait(qtbot, marked, Key.Key_Z, CTRL)
    assert parts(marked) == (first,)


def test_by_characters_a_part_keeps_the_spaces_around_it(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    second = word(page, 8)
    press(marked, Key.Key_S)
    page.select(second[0] - 1, second[1])
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked)[1] == (second[0] - 1, second[1])
    page.select(second[0], second[0] + 1)
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked)[1:] == ((second[0] - 1, second[0]), (second[0] + 1, second[1]))


def test_d_takes_out_what_lies_within_a_part_and_no_space_stays_at_its_ends(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    page.select(*word(page, 4))
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked) == (word(page, 3), word(page, 5))
    page.select(*word(page, 5))
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked) == (word(page, 3),)


def test_d_without_a_selection_takes_out_the_part_at_the_caret(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    page.select(*word(page, 8))
    press_and_wait(qtbot, marked, Key.Key_D)
    page.go_to(word(page, 3)[0] + 1)
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked) == (word(page, 8),)
    with qtbot.assertNotEmitted(marked.session.applied):
        press(marked, Key.Key_D)
    assert "Select what to add" in marked.status.message.text()


def test_nothing_is_left_of_no_span(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    page.select(*word(page, 3, 5))
    with qtbot.waitSignal(marked.session.failed) as told:
        press(marked, Key.Key_D)
    assert "nothing would be left" in str(told.args[0])
    assert parts(marked) == (word(page, 3, 5),)


def test_d_with_the_edges_in_the_hand_leaves_them_there(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    start, end = word(page, 3, 5)
    press(marked, Key.Key_F2)
    press(marked, Key.Key_Right)
    press_and_wait(qtbot, marked, Key.Key_D)
    assert parts(marked) == ((start, end - 1),)


def test_a_drag_with_ctrl_adds_what_it_selects(qtbot: QtBot, marked: Desk, project_path: Path) -> None:
    page = marked.panels.page
    second = word(page, 8, 9)
    with qtbot.waitSignal(marked.session.applied):
        drag(page, *second)
    qtbot.waitUntil(lambda: not page.pending)
    assert parts(marked) == (wanted := (word(page, 3, 5), second))
    marked.close()
    with closing(Project.open(project_path)) as project:
        found = [span for entry in project.documents().result() for span in project.document(entry.id).result().spans]
    assert [span.segments for span in found] == [wanted]


def test_a_double_click_with_ctrl_adds_the_word(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    point = point_of(page, word(page, 8)[0] + 1)
    with qtbot.waitSignal(marked.session.applied):
        QTest.mouseClick(page.viewport(), LEFT, CTRL, point)
        QTest.mouseDClick(page.viewport(), LEFT, CTRL, point)
        QTest.mouseRelease(page.viewport(), LEFT, CTRL, point)
    assert parts(marked) == (word(page, 3, 5), word(page, 8))


def test_a_click_with_ctrl_keeps_the_span_in_focus(marked: Desk) -> None:
    page = marked.panels.page
    there = word(page, 8)[0] + 1
    QTest.mouseClick(page.viewport(), LEFT, CTRL, point_of(page, there))
    assert page.focused_span
    assert page.caret.offset in {there, there + 1}


def end_handle(page: Page) -> QPoint:
    """Return the middle of the handle at the end of the span in focus."""
    span = page.focused_span
    assert span
    place = page.flow.place_of(span.end - 1)
    paragraph, top = page.flow.paragraph(place.paragraph), page.flow.y_of(place.paragraph, page.view_height)
    assert top is not None
    center = dict(painting.handle_rects(paragraph, span, range(len(paragraph.lines))))["end"].center()
    return QPointF(center.x() + page.column_left, center.y() + top).toPoint()


def test_a_drag_with_ctrl_from_a_handle_moves_no_edge(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    QTest.mousePress(page.viewport(), LEFT, CTRL, end_handle(page))
    QTest.mouseMove(page.viewport(), point_of(page, word(page, 4)[0]))
    QTest.mouseRelease(page.viewport(), LEFT, CTRL, point_of(page, word(page, 4)[0]))
    qtbot.waitUntil(lambda: not page.pending)
    assert parts(marked)[0][0] == word(page, 3)[0]
    assert parts(marked)[0][1] >= word(page, 5)[1]


def test_without_a_span_in_focus_a_drag_with_ctrl_only_selects_and_says_so(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    with qtbot.assertNotEmitted(desk.session.applied):
        drag(page, *word(page, 8, 9))
    assert page.selection == word(page, 8, 9)
    assert "No span is in focus" in desk.status.message.text()


def test_a_drag_with_ctrl_adds_a_part_though_a_label_is_armed(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    focused = page.focused
    marked.marking.arm(marked.marking.labels[1])
    with qtbot.waitSignal(marked.session.applied):
        drag(page, *word(page, 8, 9))
    assert (page.focused, len(page.spans)) == (focused, 1)


@pytest.fixture
def split(qtbot: QtBot, marked: Desk) -> Desk:
    """Return a window in which a span of the fourth and the sixth word is in focus."""
    marked.panels.page.select(*word(marked.panels.page, 4))
    press_and_wait(qtbot, marked, Key.Key_D)
    return marked


def test_an_edge_pushed_keeps_the_other_parts(qtbot: QtBot, split: Desk) -> None:
    page = split.panels.page
    (start, middle), (after, end) = parts(split)
    press_and_wait(qtbot, split, Key.Key_BraceLeft, SHIFT)
    assert parts(split) == ((start, middle), (after, end + 1))
    press_and_wait(qtbot, split, Key.Key_BracketRight)
    assert parts(split) == ((start - 1, middle), (after, end + 1))
    assert page.focused_span
    assert page.focused_span.is_true_to(page.text)


def test_an_edge_does_not_go_past_the_other_end_of_its_part(qtbot: QtBot, split: Desk) -> None:
    before = parts(split)
    with qtbot.waitSignal(split.session.failed) as told:
        press(split, Key.Key_BraceRight, CTRL | SHIFT)
    assert "cannot go past the other end of its part" in str(told.args[0])
    assert parts(split) == before


def test_an_edge_in_the_hand_is_shown_no_further_than_its_part_reaches(qtbot: QtBot, split: Desk) -> None:
    page = split.panels.page
    (start, middle), (after, _) = before = parts(split)
    press(split, Key.Key_F2)
    for _ in range(40):
        press(split, Key.Key_Right)
        shown = page.edges.shown
        assert shown
        assert shown.parts[0] == (start, middle)
        assert len(shown.parts) == 2
        assert shown.parts[1][0] == after
    with qtbot.waitSignal(split.session.failed):
        press(split, Key.Key_Return)
    assert parts(split) == before
    press(split, Key.Key_F2)
    press(split, Key.Key_Left, CTRL)
    press_and_wait(qtbot, split, Key.Key_Return)
    assert parts(split) == ((start, middle), (after, word(page, 6)[1]))


def test_a_handle_dragged_keeps_the_other_parts(qtbot: QtBot, split: Desk) -> None:
    page = split.panels.page
    before = parts(split)
    handle = end_handle(page)
    QTest.mousePress(page.viewport(), LEFT, NONE, handle)
    QTest.mouseMove(page.viewport(), point_of(page, word(page, 7)[1] - 1))
    with qtbot.waitSignal(split.session.applied):
        QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, word(page, 7)[1] - 1))
    assert parts(split) == (before[0], (before[1][0], word(page, 7)[1]))


def test_the_inspector_and_the_status_line_show_the_parts_and_nothing_between(qtbot: QtBot, split: Desk) -> None:
    page, inspector = split.panels.page, split.panels.inspector
    first, second = (page.text[a:b] for a, b in parts(split))
    qtbot.waitUntil(lambda: inspector.quote.toPlainText().strip("\u2068\u2069") == f"{first} … {second}")
    (start, middle), (after, end) = parts(split)
    place = inspector.findChild(QLabel, "inspector_place")
    assert place
    assert place.text() == f"{start}–{middle} + {after}–{end} · code points: {len(first + second)}"
    assert f"⟦{first}⟧ … ⟦{second}⟧" in split.status.readout.text()
    press(split, Key.Key_F2)
    press(split, Key.Key_Left, CTRL)
    qtbot.waitUntil(lambda: f"⟦{first}⟧ … ⟦{second} " in split.status.readout.text())


def test_long_parts_share_the_status_line(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    mark(qtbot, desk, *word(page, 3, 25))
    page.select(*word(page, 14))
    press_and_wait(qtbot, desk, Key.Key_D)
    qtbot.waitUntil(lambda: desk.status.readout.text().count("…") == 3)
    assert len(desk.status.readout.text()) < 100
