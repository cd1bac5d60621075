"""What surrounds the page, by key and mouse: panels hidden, lists chosen from, hits walked, the menu at the pointer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from annotator.ui.garbage import Garbage
from annotator.ui.label_bar import LabelButton
from annotator.ui.settings import Settings
from annotator.ui.sheets import About, KeySheet
from annotator.ui.span_list import BY_LABEL
from annotator.ui.translations import Language
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, answer, mark, press, type_text
from tests.ui.conftest import Open

Key = Qt.Key


def click(view: QTableView, row: int) -> None:
    """Click a row of a list."""
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(view.model().index(row, 0)).center())


@pytest.mark.parametrize(("key", "name"), [(Key.Key_F7, "left"), (Key.Key_F8, "right")])
def test_a_column_of_panels_is_hidden_by_its_key_and_stays_so_after_a_restart(open_desk: Open, key: Key, name: str) -> None:
    first = open_desk()
    assert getattr(first.panels, name).isVisible()
    press(first, key)
    first.close()
    again = open_desk()
    assert not getattr(again.panels, name).isVisible()
    assert not again.commands.actions[f"{name}_panels"].isChecked()
    press(again, key)
    assert getattr(again.panels, name).isVisible()


def test_keys_go_to_the_text_when_the_panel_they_went_to_is_hidden(desk: Desk) -> None:
    while not desk.panels.documents.list.hasFocus():
        press(desk, Key.Key_F6)
    press(desk, Key.Key_F7)
    assert desk.panels.page.hasFocus()
    press(desk, Key.Key_W)
    assert desk.panels.page.selection


def test_c_names_all_spans_then_the_one_in_focus_then_none_and_that_is_remembered(open_desk: Open) -> None:
    first = open_desk()
    seen = [first.panels.page.chips_of]
    for _ in range(3):
        press(first, Key.Key_C)
        seen.append(first.panels.page.chips_of)
    assert seen == ["all", "focused", "none", "all"]
    press(first, Key.Key_C)
    first.close()
    assert open_desk().panels.page.chips_of == "focused"


def test_a_click_on_a_document_opens_it(qtbot: QtBot, desk: Desk) -> None:
    other = next(place for place, entry in enumerate(desk.session.entries) if entry.id != desk.panels.page.document.id)
    with qtbot.waitSignal(desk.session.document_opened):
        click(desk.panels.documents.list, other)
    assert desk.panels.page.document.id == desk.session.entries[other].id
    assert QTest.qWaitForWindowActive(desk)
    assert desk.panels.page.hasFocus()


def test_the_filter_finds_titles_however_they_are_spelt_and_says_when_none_fits(desk: Desk) -> None:
    documents = desk.panels.documents
    empty = documents.findChild(QLabel, "documents_empty")
    assert isinstance(empty, QLabel)
    type_text(documents.filter, "ANOTHER")
    assert documents.list.model().rowCount() == 1
    type_text(documents.filter, "?")
    assert (documents.list.model().rowCount(), empty.text()) == (0, "No title fits.")


def test_a_click_on_a_span_goes_to_it_and_the_list_is_sorted_by_label_on_request(qtbot: QtBot, desk: Desk) -> None:
    for place, key in ((2000, Key.Key_4), (100, Key.Key_1), (3000, Key.Key_2)):
        mark(qtbot, desk, place, place + 5, key)
    spans, page = desk.panels.spans, desk.panels.page

    def starts() -> list[int]:
        shown = (page.spans.get(spans.rows.span_at(row)) for row in range(len(spans.rows)))
        return [span.start for span in shown if span]

    qtbot.waitUntil(lambda: starts() == [100, 2000, 3000])
    spans.order.setCurrentIndex(BY_LABEL)
    assert starts() == [100, 3000, 2000]
    click(spans.list, 1)
    assert page.focused_span
    assert (page.focused_span.start, page.caret.offset) == (3000, 3000)
    assert page.line_rect(page.flow.place_of(3000))


def test_hits_are_walked_by_key_round_the_ends(qtbot: QtBot, desk: Desk) -> None:
    page, search = desk.panels.page, desk.panels.search
    press(desk, Key.Key_F, CTRL)
    type_text(search.field, "قره باغ")
    qtbot.waitUntil(lambda: len(page.hits) > 2)
    found = [page.current_hit]
    forth, back = ((Key.Key_F3, NONE), (Key.Key_Return, NONE)), ((Key.Key_F3, SHIFT), (Key.Key_Return, SHIFT))
    for key, held in (*forth, *back, back[0]):
        press(desk, key, held)
        found.append(page.current_hit)
    assert found == [page.hits[place] for place in (0, 1, 2, 1, 0, -1)]
    assert search.count.text() == f"{len(page.hits)} of {len(page.hits)}"


def test_what_is_not_there_is_told(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Key.Key_F, CTRL)
    type_text(desk.panels.search.field, "zzzz")
    qtbot.waitUntil(lambda: desk.panels.search.count.text() == "No hits")


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_at_the_pointer_does_what_it_says(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6)
    page = desk.panels.page
    seen: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.text().partition("\t")[0] for action in menu.actions() if action.isEnabled() and action.text())
        desk.commands.actions["erase"].trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    with qtbot.waitSignal(desk.session.applied):
        QApplication.sendEvent(
            page.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), page.mapToGlobal(QPoint(5, 5)))
        )
    assert {"Erase the span", "Move the edges of the span", "Widen the selection"} <= set(seen)
    assert "Copy" not in seen


@pytest.mark.qt_log_ignore("does not support")
def test_shift_f10_opens_the_menu_at_the_caret(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6)
    seen: list[QPoint] = []

    def close() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append(menu.pos())
        menu.close()

    QTimer.singleShot(0, close)
    press(desk, Key.Key_F10, SHIFT)
    assert len(seen) == 1
    assert desk.panels.page.rect().contains(desk.panels.page.mapFromGlobal(seen[0]))


def test_a_label_is_given_by_a_click(qtbot: QtBot, desk: Desk) -> None:
    desk.panels.page.select(0, 6)
    button = desk.panels.labels.findChild(LabelButton, "label_location")
    assert isinstance(button, LabelButton)
    with qtbot.waitSignal(desk.session.applied):
        QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    (span,) = desk.panels.page.spans.in_order()
    assert span.label == desk.marking.labels[2].id


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize(("command", "kind"), [("keys", KeySheet), ("about", About)])
def test_a_sheet_opens_and_closes(desk: Desk, command: str, kind: type[KeySheet | About]) -> None:
    seen = answer(kind, lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    desk.commands.run(command)
    assert len(seen) == 1


def test_a_recent_project_opens_from_the_first_screen(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    desk.commands.run("close")
    welcome = desk.panels.welcome
    assert welcome.isVisible()
    item = welcome.list.item(0)
    assert item.data(Qt.ItemDataRole.UserRole) == str(project_path)
    QTest.mouseClick(welcome.list.viewport(), LEFT, NONE, welcome.list.visualItemRect(item).center())
    qtbot.waitUntil(lambda: desk.panels.page.has_document)


def test_enter_presses_the_button_in_focus_on_the_first_screen_and_the_focus_is_seen(
    qtbot: QtBot, qapp: QApplication, garbage: Garbage
) -> None:
    assert garbage
    desk = Desk(Settings(), Language(qapp))
    desk.show()
    qtbot.waitExposed(desk)
    buttons = desk.panels.welcome.buttons
    qtbot.waitUntil(buttons["sample"].hasFocus)
    assert buttons["sample"].grab().toImage() != buttons["open"].grab().toImage()
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.panels.page.has_document)
    desk.close()
    desk.deleteLater()
