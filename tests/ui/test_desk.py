"""The main job in the whole window, by key and mouse, on a real project."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.records import Record
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.settings import Settings
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, point_of, press, saved, type_text

Open = Callable[[], Desk]


def test_text_dragged_over_and_a_key_make_a_span_that_is_there_after_a_restart(
    qtbot: QtBot, open_desk: Open, project_path: Path
) -> None:
    desk = open_desk()
    page = desk.panels.page
    QTest.mousePress(page.viewport(), LEFT, NONE, point_of(page, 1))
    QTest.mouseMove(page.viewport(), point_of(page, 6))
    QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, 6))
    selection = page.selection
    assert selection
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_3)
    desk.close()
    assert saved(project_path) == [(*selection, "location")]
    again = open_desk()
    assert [(span.start, span.end) for span in again.panels.page.spans.in_order()] == [selection]


def test_a_mark_is_shown_at_once_and_solid_when_it_is_in_the_file(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    page.select(0, 4)
    press(desk, Qt.Key.Key_1)
    assert len(page.spans) == len(page.pending) == 1
    qtbot.waitUntil(lambda: not page.pending)
    assert [(span.start, span.end) for span in page.spans.in_order()] == [(0, 4)]
    assert page.focused_span


def test_another_label_relabels_and_delete_erases(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 4)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    project, span = desk.session.project, desk.panels.page.focused_span
    assert project
    assert span
    assert project.schema.label(span.label).name == "casualty"
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(desk.panels.page.spans) == 0)


def test_undo_after_a_restart_takes_the_mark_back_and_redo_returns_it(qtbot: QtBot, open_desk: Open) -> None:
    first = open_desk()
    mark(qtbot, first, 0, 4)
    first.close()
    desk = open_desk()
    assert len(desk.panels.page.spans) == 1
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Z, CTRL)
    assert len(desk.panels.page.spans) == 0
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(desk.panels.page.spans) == 1


def test_undo_goes_to_the_document_it_touches(qtbot: QtBot, desk: Desk) -> None:
    first = desk.panels.page.document.id
    mark(qtbot, desk, 0, 4)
    with qtbot.waitSignal(desk.session.document_opened):
        press(desk, Qt.Key.Key_PageDown, CTRL)
    assert desk.panels.page.document.id != first
    press(desk, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: desk.panels.page.document.id == first and len(desk.panels.page.spans) == 0)


def test_a_document_come_back_to_stands_where_it_was_left(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    first, middle = page.document.id, len(page.text) // 2
    page.go_to(middle)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        with qtbot.waitSignal(desk.session.document_opened):
            press(desk, key, CTRL)
    assert page.document.id == first
    qtbot.waitUntil(lambda: page.caret.offset == middle)
    assert page.line_rect(page.flow.place_of(middle))


def go_on(qtbot: QtBot, desk: Desk, key: Qt.Key) -> None:
    """Read the next or the previous document."""
    with qtbot.waitSignal(desk.session.document_opened):
        press(desk, key, CTRL)


def test_after_a_restart_each_document_stands_where_it_was_left(qtbot: QtBot, open_desk: Open) -> None:
    first = open_desk()
    page, left = first.panels.page, len(first.panels.page.text) // 2
    document = page.document.id
    page.go_to(left)
    go_on(qtbot, first, Qt.Key.Key_PageDown)
    page.go_to(5)
    other = page.document.id
    first.close()
    desk = open_desk()
    page = desk.panels.page
    assert (page.document.id, page.caret.offset) == (other, 5)
    go_on(qtbot, desk, Qt.Key.Key_PageUp)
    assert (page.document.id, page.caret.offset) == (document, left)
    assert page.line_rect(page.flow.place_of(left))


def test_a_project_left_for_another_is_gone_on_with_where_it_was_left(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    page = desk.panels.page
    document, left = page.document.id, len(page.text) // 2
    page.go_to(left)
    Project.create(tmp_path / "other.annotator").close()
    desk.filing.open(tmp_path / "other.annotator")
    qtbot.waitUntil(lambda: desk.windowTitle() == "other")
    desk.filing.open(project_path)
    qtbot.waitUntil(lambda: page.has_document)
    assert (page.document.id, page.caret.offset) == (document, left)


def test_a_place_after_the_end_of_its_text_is_the_end(desk: Desk, open_desk: Open, project_path: Path) -> None:
    document = desk.panels.page.document.id
    desk.close()
    Settings().set_place(project_path, document.hex(), 10**12)
    page = open_desk().panels.page
    assert (page.document.id, page.caret.offset) == (document, len(page.text))


def test_an_edge_is_pushed_by_key(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 4)
    target = desk.panels.page.edge_target("end", "left")
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Qt.Key.Key_BraceLeft, SHIFT)
    span = desk.panels.page.focused_span
    assert span
    assert (span.start, span.end) == target


def test_a_label_pressed_with_nothing_selected_waits_for_the_next_selection(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    press(desk, Qt.Key.Key_4)
    assert desk.marking.armed_label
    with qtbot.waitSignal(desk.session.applied):
        QTest.mouseDClick(page.viewport(), LEFT, NONE, point_of(page, 1))
        QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, 1))
    qtbot.waitUntil(lambda: not page.pending and len(page.spans) == 1)
    press(desk, Qt.Key.Key_Escape)
    assert desk.marking.armed_label is None


def test_words_selected_by_key_are_marked_without_the_space_before_them_but_by_characters_with_it(
    qtbot: QtBot, desk: Desk
) -> None:
    page = desk.panels.page
    first, second = page.text.split()[:2]
    for key, start in ((None, len(first) + 1), (Qt.Key.Key_S, len(first))):
        if key:
            press(desk, key)
        press(desk, Qt.Key.Key_Home, CTRL)
        press(desk, Qt.Key.Key_Left, CTRL)
        press(desk, Qt.Key.Key_Left, CTRL | SHIFT)
        assert page.selection == (len(first), len(first) + 1 + len(second))
        with qtbot.waitSignal(desk.session.applied):
            press(desk, Qt.Key.Key_1)
        qtbot.waitUntil(lambda: not page.pending)
        assert page.focused_span
        assert page.focused_span.start == start


def test_search_finds_however_it_is_spelt_and_escape_returns_to_the_text(qtbot: QtBot, desk: Desk) -> None:
    text, search = desk.panels.page.text, desk.panels.search
    word = text.split()[0]
    press(desk, Qt.Key.Key_F, CTRL)
    assert search.field.hasFocus()
    with qtbot.waitSignal(search.found, check_params_cb=lambda hits, _: bool(hits)):
        type_text(search.field, f"{word[0]}ـ{word[1:]}")
    assert desk.panels.page.current_hit
    press(desk, Qt.Key.Key_Escape)
    assert desk.panels.page.hasFocus()
    assert desk.panels.page.hits == ()
    assert desk.panels.page.selection == (0, len(word))
    press(desk, Qt.Key.Key_F, CTRL)
    desk.panels.page.setFocus()
    press(desk, Qt.Key.Key_Right)
    QTest.mouseClick(search.leave, LEFT)
    assert desk.panels.page.selection is None


def test_a_finished_document_is_ticked(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignals([desk.session.applied, desk.session.documents_listed]):
        press(desk, Qt.Key.Key_Return, CTRL)
    assert sum(entry.finished for entry in desk.session.entries) == 1
    assert desk.commands.actions["finish"].isChecked()


def test_the_window_speaks_arabic_and_is_mirrored_at_once(qtbot: QtBot, desk: Desk, qapp: QApplication) -> None:
    documents = desk.panels.documents
    press(desk, Qt.Key.Key_F10)
    QApplication.processEvents()
    assert documents.filter.placeholderText() == "تصفية بالعنوان"
    assert desk.commands.menus["file"].title() == "ملف (&F)"
    qtbot.waitUntil(lambda: documents.mapToGlobal(QPoint()).x() > desk.panels.page.mapToGlobal(QPoint()).x())
    press(desk, Qt.Key.Key_F10)
    QApplication.processEvents()
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert desk.commands.menus["file"].title() == "&File"


def test_in_arabic_all_digits_are_of_one_kind(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Qt.Key.Key_F10)
    mark(qtbot, desk, 0, 4)
    history = desk.panels.history.list
    qtbot.waitUntil(lambda: history.model().rowCount() == 2)
    shown = [label.text() for label in desk.findChildren(QLabel)]
    for view in desk.findChildren(QTableView):
        rows = range(view.model().rowCount())
        shown += [str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    assert {digit for text in shown for digit in text if digit.isdecimal()} <= set("0123456789")
    assert any(re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d", text) for text in shown)
    assert QLocale().toString(1234.5) == "1,234.5"


def test_panes_are_walked_by_key(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 4)
    seen = set()
    for _ in desk.panels.panes():
        press(desk, Qt.Key.Key_F6)
        widget = desk.focusWidget()
        assert widget
        seen.add(widget.objectName())
    assert seen == {"documents_list", "history_list", "page", "spans_list", "attributes_list"}


def test_the_history_is_gone_back_to_by_a_click(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 4)
    mark(qtbot, desk, 5, 9)
    history = desk.panels.history.list
    qtbot.waitUntil(lambda: history.model().rowCount() == 3)
    rect = history.visualRect(history.model().index(2, 0))
    QTest.mouseClick(history.viewport(), LEFT, NONE, rect.center())
    qtbot.waitUntil(lambda: len(desk.panels.page.spans) == 0)


def test_every_widget_has_a_name_and_what_takes_the_focus_says_what_it_is(desk: Desk) -> None:
    ours = [widget for widget in desk.findChildren(QWidget) if type(widget).__module__.startswith("annotator")]
    assert [widget for widget in ours if not widget.objectName()] == []
    focusable = [*desk.panels.panes(), desk.panels.documents.filter, desk.panels.search.field, desk.panels.inspector.quote]
    assert [widget.objectName() for widget in focusable if not widget.accessibleName()] == []


def test_before_the_first_document_the_status_line_says_so(desk: Desk) -> None:
    assert desk.session.opened
    assert desk.session.opened.document.id == desk.session.entries[0].id
    press(desk, Qt.Key.Key_PageUp, CTRL)
    assert "no document further" in desk.status.message.text()


def test_a_document_that_the_list_does_not_know_yet_is_not_left_when_it_is_marked(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    new = Record(Document.of("قال المتحدث كلمة"), "new")
    with closing(Project.open(project_path)) as elsewhere:
        elsewhere.import_records([new]).result()
        with qtbot.waitSignal(desk.session.document_opened):
            desk.following.read(new.document.id)
        mark(qtbot, desk, 0, 3)
        qtbot.waitUntil(lambda: any(entry.id == new.document.id for entry in desk.session.entries))
    assert desk.panels.page.document == new.document
    assert [(span.start, span.end) for span in desk.panels.page.spans.in_order()] == [(0, 3)]


def test_keys_pressed_faster_than_documents_open_go_on_from_the_one_wanted(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    with closing(Project.open(project_path)) as elsewhere:
        more = [Record(Document.of(f"خبر {number}"), f"z{number}") for number in range(3)]
        elsewhere.import_records(more).result()
    qtbot.waitUntil(lambda: len(desk.session.entries) == 5)
    opened = desk.session.opened
    assert opened
    ids = [entry.id for entry in desk.session.entries]
    first = ids.index(opened.document.id)
    for _ in range(3):
        press(desk, Qt.Key.Key_PageDown, CTRL)
    assert desk.session.opened is opened
    qtbot.waitUntil(lambda: desk.panels.page.document.id == ids[first + 3])
