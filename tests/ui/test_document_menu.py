"""What is done to a document as a whole, by menu and key, and what the window shows when a document goes."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.document_menu import Rename
from tests.ui.acts import CTRL, LEFT, answer, mark, press, type_text
from tests.ui.conftest import Open, records

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ENTER = Qt.Key.Key_Return
OK = QDialogButtonBox.StandardButton.Ok


def choose(desk: Desk, command: str) -> None:
    """Take a command from the menu."""
    desk.commands.menus["document"].aboutToShow.emit()
    desk.commands.actions[command].trigger()


def titles(desk: Desk) -> list[str]:
    """Return the titles that the documents list shows."""
    model = desk.panels.documents.list.model()
    return [str(model.index(row, 0).data()).strip("\u2068\u2069") for row in range(model.rowCount())]


def checked(desk: Desk) -> set[str]:
    """Return the commands of the menu that are checked."""
    names = ("finish", "document_auto", "document_rtl", "document_ltr")
    return {name for name in names if desk.commands.actions[name].isChecked()}


def test_finish_is_checked_and_taken_back_by_the_same_key(qtbot: QtBot, desk: Desk) -> None:
    for expected in ({"finish", "document_auto"}, {"document_auto"}):
        with qtbot.waitSignal(desk.session.applied):
            press(desk, ENTER, CTRL)
        assert checked(desk) == expected


def test_another_title_is_asked_for_and_shown_in_the_list(qtbot: QtBot, desk: Desk) -> None:
    def rename(dialog: Rename) -> None:
        assert dialog.field.selectedText() == desk.session.entries[0].title
        type_text(dialog.field, "  وقف النار ")
        QTest.keyClick(dialog.field, ENTER)

    with qtbot.waitSignal(desk.session.documents_listed):
        answer(Rename, rename)
        press(desk, Qt.Key.Key_R, CTRL)
    assert "وقف النار" in titles(desk)


def test_a_title_of_spaces_is_no_title(desk: Desk) -> None:
    def rename(dialog: Rename) -> None:
        type_text(dialog.field, "  ")
        assert not dialog.buttons.button(OK).isEnabled()
        QTest.keyClick(dialog.field, ENTER)
        assert dialog.isVisible()

    seen, before = answer(Rename, rename), titles(desk)
    press(desk, Qt.Key.Key_R, CTRL)
    assert len(seen) == 1
    assert titles(desk) == before


@pytest.mark.parametrize("text", ["قال:\n2020", "He said:\n2020"])
def test_paragraphs_without_letters_are_read_from_the_side_that_is_chosen(
    qtbot: QtBot, open_desk: Open, project_path: Path, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "00.txt"
    file.write_text(text, encoding="utf-8")
    with closing(Project.open(project_path)) as project:
        project.import_records(records(file)).result()
    desk, sides = open_desk(), []
    for command in ("document_rtl", "document_ltr", "document_auto"):
        with qtbot.waitSignal(desk.session.applied):
            choose(desk, command)
        assert checked(desk) == {command}
        sides.append([stretch.is_rtl for stretch in desk.panels.page.flow.stretches])
    first = text.startswith("ق")
    assert sides == [[first, True], [first, False], [first, first]]


def test_a_removed_document_makes_room_for_the_nearest_and_undo_returns_to_it(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    mark(qtbot, desk, 0, 4)
    removed, before = page.document, titles(desk)
    with qtbot.waitSignal(desk.session.document_opened):
        choose(desk, "remove")
    assert page.document.id != removed.id
    assert page.hasFocus()
    assert len(titles(desk)) == len(before) - 1
    assert "Undo" in desk.status.message.text()
    with qtbot.waitSignals([desk.session.document_opened, desk.session.documents_listed]):
        press(desk, Qt.Key.Key_Z, CTRL)
    assert page.document == removed
    assert [(span.start, span.end) for span in page.spans.in_order()] == [(0, 4)]
    assert titles(desk) == before


def test_the_last_document_removed_leaves_an_empty_page_in_which_nothing_can_be_marked(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(2):
        with qtbot.waitSignal(desk.session.documents_listed):
            choose(desk, "remove")
        qtbot.waitUntil(lambda: len(titles(desk)) == 0 or desk.panels.page.document.id == desk.session.entries[0].id)
    assert not desk.panels.page.has_document
    assert desk.session.opened is None
    assert (titles(desk), checked(desk)) == ([], set())
    choose(desk, "finish")
    assert not desk.commands.actions["remove"].isEnabled()
    with qtbot.waitSignal(desk.session.document_opened):
        press(desk, Qt.Key.Key_Z, CTRL)
    assert desk.panels.page.has_document


def test_redoing_a_removal_while_reading_another_document_stays_there(qtbot: QtBot, desk: Desk) -> None:
    removed = desk.panels.page.document.id
    with qtbot.waitSignal(desk.session.document_opened):
        choose(desk, "remove")
    with qtbot.waitSignals([desk.session.document_opened, desk.session.documents_listed]):
        press(desk, Qt.Key.Key_Z, CTRL)
    other = next(place for place, entry in enumerate(desk.session.entries) if entry.id != removed)
    shown = desk.panels.documents.list
    with qtbot.waitSignal(desk.session.document_opened):
        QTest.mouseClick(shown.viewport(), LEFT, pos=shown.visualRect(shown.model().index(other, 0)).center())
    with qtbot.assertNotEmitted(desk.session.failed), qtbot.waitSignal(desk.session.documents_listed):
        desk.past.redo()
    assert [entry.id for entry in desk.session.entries] == [desk.panels.page.document.id]


def test_a_document_that_another_window_removes_is_left(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    removed = desk.panels.page.document.id
    with closing(Project.open(project_path)) as elsewhere:
        elsewhere.remove_document(removed).result()
    qtbot.waitUntil(lambda: desk.panels.page.document.id != removed)
    assert titles(desk) == ["another"]
