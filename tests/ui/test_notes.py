"""Notes by key and by mouse: written beside the text, listed, answered, gone to in whatever document, and taken back."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, FLAG, QUESTION, Note
from annotator.project.project import Project
from annotator.ui import notes as panels
from annotator.ui.desk import Desk
from annotator.ui.notes import NotesPanel
from annotator.ui.page.hover import told
from annotator.ui.page.passages import passages_of
from annotator.ui.rows import ROLE, Row
from tests.ui.acts import ARTICLE, CTRL, LEFT, NONE, SHIFT, mark, point_of, press
from tests.ui.conftest import Open

Key = Qt.Key
OTHER = 16


@pytest.fixture
def marked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window on the article with two spans, none of them in focus."""
    if desk.panels.page.document != ARTICLE:
        desk.following.read(ARTICLE.id)
        qtbot.waitUntil(lambda: desk.panels.page.document == ARTICLE)
    for start, end in ((6, 36), (40, 58)):
        mark(qtbot, desk, start, end)
    desk.panels.page.focus_span(None)
    return desk


@pytest.fixture
def panel(qtbot: QtBot, marked: Desk) -> NotesPanel:
    """Return the panel of notes beside the page."""
    return beside(qtbot, marked)


def beside(qtbot: QtBot, desk: Desk) -> NotesPanel:
    """Show the panel of notes beside the page."""
    desk.panels.sides.show_side("notes")
    made = desk.findChild(NotesPanel)
    assert isinstance(made, NotesPanel)
    qtbot.waitUntil(made.isVisible)
    return made


def focus(desk: Desk, start: int) -> bytes:
    """Put the span that begins at *start* into focus; return its id."""
    page = desk.panels.page
    found = next(span for span in page.spans.in_order() if span.start == start)
    page.go_to(start)
    page.focus_span(found.id)
    return found.id


def write(text: str) -> None:
    """Type *text* where the focus is, as an input method does."""
    event, field = QInputMethodEvent(), QApplication.focusWidget()
    assert field
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: not desk.session.saving.waiting and not desk.noting.pending)


def note(qtbot: QtBot, desk: Desk, key: Key, text: str) -> None:
    """Note *text* by the *key* of a kind."""
    press(desk, key)
    write(text)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Return, CTRL)
    settle(qtbot, desk)


def rows(panel: NotesPanel) -> list[Row]:
    model = panel.list.model()
    return [model.index(row, 0, QModelIndex()).data(ROLE) for row in range(model.rowCount())]


def titles(panel: NotesPanel) -> list[str]:
    return [row.title.strip("\u2068\u2069") for row in rows(panel)]


def sign(desk: Desk) -> str:
    """Return the sign of the first span in the list."""
    row = desk.panels.spans.rows.data(desk.panels.spans.rows.index(0), ROLE)
    assert isinstance(row, Row)
    return row.sign


def choose(panel: NotesPanel, text: str) -> None:
    """Go to the row of a note by key."""
    panel.list.setCurrentIndex(panel.list.model().index(titles(panel).index(text), 0, QModelIndex()))
    panel.list.setFocus()


def in_file(path: Path) -> list[tuple[str, str, bool]]:
    """Return (kind, text, whether resolved) of the notes that the file holds."""
    with closing(Project.open(path)) as project:
        assert project.check().result() == ()
        return [(noted.note.kind, noted.note.text, noted.note.is_resolved) for noted in project.notes().result()]


@pytest.mark.parametrize(("key", "kind"), [(Key.Key_N, COMMENT), (Key.Key_F, QUESTION)])
def test_a_key_opens_the_field_and_ctrl_enter_keeps_what_is_written_about_the_span(
    qtbot: QtBot, marked: Desk, project_path: Path, key: Key, kind: str
) -> None:
    span = focus(marked, 6)
    press(marked, key)
    assert marked.noting.editor.isVisible()
    assert marked.noting.editor.field.hasFocus()
    caret = marked.panels.page.caret.offset
    write("هل هذا هو الفاعل؟")
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Return, CTRL)
    assert marked.panels.page.hasFocus()
    assert (marked.panels.page.caret.offset, marked.panels.page.focused) == (caret, span)
    assert not marked.noting.editor.isVisible()
    settle(qtbot, marked)
    assert [(noted.note.about, noted.note.kind) for noted in marked.noting.here] == [(span, kind)]
    assert in_file(project_path) == [(kind, "هل هذا هو الفاعل؟", False)]
    assert marked.session.opened
    assert not (marked.session.opened.state and marked.session.opened.state.finished)


def test_without_a_span_in_focus_it_is_about_the_document(qtbot: QtBot, marked: Desk) -> None:
    note(qtbot, marked, Key.Key_N, "on all of it")
    assert [noted.note.about for noted in marked.noting.here] == [ARTICLE.id]


@pytest.mark.parametrize(("key", "scan"), [(0x0649, 57), (0x0628, 41)])
def test_under_an_arabic_layout_the_keys_are_those_of_the_same_places(marked: Desk, key: int, scan: int) -> None:
    page = marked.panels.page
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, NONE, scan, 0, 0, chr(key))
    QApplication.sendEvent(page, event)
    assert marked.noting.editor.isVisible()


def test_esc_leaves_what_is_written_and_it_is_there_again_for_that_span_only(qtbot: QtBot, marked: Desk) -> None:
    first = focus(marked, 6)
    press(marked, Key.Key_N)
    write("unfinished")
    press(marked, Key.Key_Escape)
    assert marked.panels.page.hasFocus()
    assert marked.panels.page.focused == first
    assert not marked.noting.editor.isVisible()
    focus(marked, 40)
    press(marked, Key.Key_N)
    assert marked.noting.editor.text == ""
    press(marked, Key.Key_Escape)
    focus(marked, 6)
    press(marked, Key.Key_F)
    assert marked.noting.editor.text == ""
    press(marked, Key.Key_Escape)
    press(marked, Key.Key_N)
    assert marked.noting.editor.text == "unfinished"
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Return, CTRL)
    press(marked, Key.Key_N)
    assert marked.noting.editor.text == ""


def test_what_is_written_for_one_span_waits_while_another_is_noted_on(marked: Desk) -> None:
    focus(marked, 6)
    press(marked, Key.Key_N)
    write("first")
    marked.panels.page.setFocus()
    focus(marked, 40)
    press(marked, Key.Key_N)
    write("second")
    marked.panels.page.setFocus()
    focus(marked, 6)
    press(marked, Key.Key_N)
    assert marked.noting.editor.text == "first"


def test_a_note_that_says_nothing_is_not_kept_and_nobody_is_told_off(marked: Desk) -> None:
    press(marked, Key.Key_N)
    write("  ")
    press(marked, Key.Key_Return, CTRL)
    assert marked.noting.editor.field.hasFocus()
    assert not marked.noting.editor.keep.isEnabled()
    assert marked.session.saving.waiting == 0
    assert marked.panels.notice.isHidden()


def test_enter_alone_begins_a_line_and_keys_of_commands_are_letters_there(marked: Desk) -> None:
    press(marked, Key.Key_F)
    for key in (Key.Key_N, Key.Key_Return, Key.Key_W):
        press(marked, key)
    assert marked.noting.editor.field.toPlainText() == "n\nw"


def test_the_buttons_do_the_same_as_the_keys(qtbot: QtBot, marked: Desk) -> None:
    editor = marked.noting.editor
    press(marked, Key.Key_N)
    write("by mouse")
    QTest.mouseClick(editor.leave, LEFT)
    assert not editor.isVisible()
    press(marked, Key.Key_N)
    press(marked, Key.Key_Tab)
    press(marked, Key.Key_Escape)
    assert not editor.isVisible()
    press(marked, Key.Key_N)
    with qtbot.waitSignal(marked.session.applied):
        QTest.mouseClick(editor.keep, LEFT)
    settle(qtbot, marked)
    assert [noted.note.text for noted in marked.noting.here] == ["by mouse"]


def test_the_field_is_read_from_the_side_of_what_is_typed(qtbot: QtBot, marked: Desk) -> None:
    press(marked, Key.Key_N)
    field = marked.noting.editor.field

    def is_at_right() -> bool:
        return bool(field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight)

    assert not is_at_right()
    write("؟ فاعل")
    assert is_at_right()
    field.selectAll()
    write("actor")
    assert not is_at_right()
    field.selectAll()
    press(marked, Key.Key_Delete)
    press(marked, Key.Key_F10)
    qtbot.waitUntil(is_at_right)
    press(marked, Key.Key_F10)


def test_shift_f_flags_the_span_in_focus_and_again_takes_the_flag_off(qtbot: QtBot, marked: Desk, project_path: Path) -> None:
    span = focus(marked, 6)
    press(marked, Key.Key_F, SHIFT)
    settle(qtbot, marked)
    assert [(noted.note.kind, noted.note.about) for noted in marked.noting.here] == [(FLAG, span)]
    press(marked, Key.Key_F, SHIFT)
    settle(qtbot, marked)
    assert marked.noting.here == ()
    assert in_file(project_path) == []
    marked.panels.page.focus_span(None)
    press(marked, Key.Key_F, SHIFT)
    assert "Click the span first" in marked.status.message.text()


def test_a_note_is_listed_at_once_as_not_saved_and_for_good_once_it_is(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    focus(marked, 6)
    press(marked, Key.Key_N)
    write("slow")
    press(marked, Key.Key_Return, CTRL)
    assert marked.noting.pending
    marked.answering._list()
    (row,) = rows(panel)
    assert row.is_faint
    assert row.detail.startswith("not saved yet")
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: not rows(panel)[0].is_faint)
    assert "not saved yet" not in rows(panel)[0].detail


def test_rows_tell_text_kind_subject_and_author_and_the_whole_is_below(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    note(qtbot, marked, Key.Key_N, "عن الكل")
    focus(marked, 40)
    note(qtbot, marked, Key.Key_F, "long " * 60 + "\nend")
    qtbot.waitUntil(lambda: len(rows(panel)) == 2)
    document, question = rows(panel)
    assert (document.title, document.detail, document.end, document.sign) == (
        "\u2068عن الكل\u2069",
        "the document",
        "\u2068analyst\u2069",
        COMMENT,
    )
    assert question.sign == QUESTION
    assert ARTICLE.text[40:50] in question.detail
    choose(panel, titles(panel)[1])
    assert panel.whole.toPlainText().strip("\u2068\u2069").endswith("end")
    assert "Question · \u2068analyst\u2069 · \u206820" in panel.byline.text()
    accessible = panel.list.model().index(1, 0, QModelIndex()).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible.endswith("with an open question")


def test_the_list_can_show_only_what_is_open(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    assert "Press" in panel._empty.text()
    note(qtbot, marked, Key.Key_N, "comment")
    note(qtbot, marked, Key.Key_F, "question")
    qtbot.waitUntil(lambda: len(rows(panel)) == 2)
    panel.which.setCurrentIndex(panels.OPEN_ONLY)
    assert titles(panel) == ["question"]
    choose(panel, "question")
    press(marked, Key.Key_Space)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: rows(panel) == [])
    assert "No question or flag is open" in panel._empty.text()
    panel.which.setCurrentIndex(0)
    assert [row.is_faint for row in rows(panel)] == [False, True]
    qtbot.waitUntil(lambda: rows(panel)[1].detail.startswith("resolved"))


def test_keys_in_the_list_go_edit_resolve_reopen_and_erase(
    qtbot: QtBot, marked: Desk, panel: NotesPanel, project_path: Path
) -> None:
    span = focus(marked, 40)
    note(qtbot, marked, Key.Key_F, "why?")
    marked.panels.page.focus_span(None)
    marked.panels.page.go_to(0)
    qtbot.waitUntil(lambda: titles(panel) == ["why?"])
    choose(panel, "why?")
    press(marked, Key.Key_Return)
    assert marked.panels.page.focused == span
    assert panel.list.hasFocus()
    press(marked, Key.Key_E)
    assert marked.noting.editor.text == "why?"
    write("!")
    press(marked, Key.Key_Return, CTRL)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: titles(panel) == ["why?!"])
    for is_resolved in (True, False):
        choose(panel, "why?!")
        press(marked, Key.Key_Space)
        settle(qtbot, marked)
        assert in_file(project_path) == [(QUESTION, "why?!", is_resolved)]
    qtbot.waitUntil(lambda: not rows(panel)[0].is_faint)
    choose(panel, "why?!")
    press(marked, Key.Key_Delete)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: rows(panel) == [])
    assert panel._detail.isHidden()
    assert in_file(project_path) == []


def test_every_step_is_undone_and_done_again_and_the_history_names_it(
    qtbot: QtBot, marked: Desk, panel: NotesPanel, project_path: Path
) -> None:
    span = focus(marked, 40)
    note(qtbot, marked, Key.Key_F, "why?")
    qtbot.waitUntil(lambda: titles(panel) == ["why?"])
    choose(panel, "why?")
    press(marked, Key.Key_Space)
    settle(qtbot, marked)
    done = marked.panels.history.list.model()
    qtbot.waitUntil(lambda: done.index(0, 0, QModelIndex()).data(ROLE).title.startswith("Note resolved"))
    marked.panels.page.focus_span(None)
    for expected in ([(QUESTION, "why?", False)], []):
        with qtbot.waitSignal(marked.past.went):
            press(marked, Key.Key_Z, CTRL)
        assert in_file(project_path) == expected
        assert marked.panels.page.focused == span
    for expected in ([(QUESTION, "why?", False)], [(QUESTION, "why?", True)]):
        with qtbot.waitSignal(marked.past.went):
            press(marked, Key.Key_Z, CTRL | SHIFT)
        assert in_file(project_path) == expected


@pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")  # the offscreen one
def test_a_click_goes_there_and_the_buttons_and_the_menu_do_what_keys_do(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    span = focus(marked, 40)
    note(qtbot, marked, Key.Key_F, "why?")
    marked.panels.page.focus_span(None)
    qtbot.waitUntil(lambda: titles(panel) == ["why?"])
    middle = panel.list.visualRect(panel.list.model().index(0, 0, QModelIndex())).center()
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, middle)
    assert marked.panels.page.focused == span
    QTest.mouseClick(panel.buttons[panels.ANSWER], LEFT)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: panel.buttons[panels.ANSWER].text() == "Open again")
    panel.list.customContextMenuRequested.emit(middle)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, Key.Key_Return)
    assert chosen == ["Go there", "Edit", "Open again", "Erase"]
    settle(qtbot, marked)
    assert marked.noting.here == ()
    qtbot.waitUntil(lambda: rows(panel) == [])
    panel.list.customContextMenuRequested.emit(middle)
    assert QApplication.activePopupWidget() is None


def test_a_note_can_be_edited_but_a_plain_one_is_not_resolved(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    note(qtbot, marked, Key.Key_N, "comment")
    qtbot.waitUntil(lambda: titles(panel) == ["comment"])
    choose(panel, "comment")
    assert not panel.buttons[panels.ANSWER].isEnabled()
    press(marked, Key.Key_Space)
    assert marked.session.saving.waiting == 0
    QTest.mouseClick(panel.buttons[panels.EDIT], LEFT)
    assert marked.noting.editor.text == "comment"


@pytest.fixture
def of_others(qtbot: QtBot, marked: Desk) -> Desk:
    """Return the window, with a question of another analyst on the other document."""
    project = marked.session.project
    assert project
    other = next(entry.id for entry in marked.session.entries if entry.id != ARTICLE.id)
    made = Note(b"\2" * 16, other, new_id(), other, QUESTION, "من قال هذا؟")
    with qtbot.waitSignal(marked.session.applied):
        project.add_note(made)
    return marked


def test_notes_of_others_are_listed_for_all_documents_but_only_to_be_read(qtbot: QtBot, of_others: Desk) -> None:
    panel = beside(qtbot, of_others)
    note(qtbot, of_others, Key.Key_N, "mine")
    qtbot.waitUntil(lambda: titles(panel) == ["mine"])
    panel.scope.setCurrentIndex(panels.EVERYWHERE)
    qtbot.waitUntil(lambda: sorted(titles(panel)) == ["mine", "من قال هذا؟"])
    choose(panel, "من قال هذا؟")
    assert [panel.buttons[deed].isEnabled() for deed in panels.DEEDS] == [True, False, False, False]
    for key in (Key.Key_E, Key.Key_Space, Key.Key_Delete):
        press(of_others, key)
    assert of_others.session.saving.waiting == 0
    assert not of_others.noting.editor.isVisible()
    with qtbot.waitSignal(of_others.session.document_opened):
        press(of_others, Key.Key_Return)
    assert of_others.panels.page.document != ARTICLE


def test_what_others_note_on_a_span_is_told_at_its_chip_too(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    project, page = marked.session.project, marked.panels.page
    assert project
    made = Note(b"\2" * 16, ARTICLE.id, new_id(), focus(marked, 6), QUESTION, "theirs")
    with qtbot.waitSignal(marked.session.applied):
        project.add_note(made)
    qtbot.waitUntil(lambda: titles(panel) == ["theirs"])
    assert told(page, QPointF(point_of(page, 10))).splitlines()[1:] == ["Question: \u2068theirs\u2069"]


def test_the_key_of_the_next_question_goes_round_all_documents(qtbot: QtBot, of_others: Desk) -> None:
    page = of_others.panels.page
    page.go_to(0)
    for start, text in ((6, "one"), (40, "two")):
        focus(of_others, start)
        note(qtbot, of_others, Key.Key_F, text)
    page.go_to(0)
    page.focus_span(None)
    seen = []
    for _ in range(4):
        with qtbot.waitSignal(of_others.answering.told) as told:
            press(of_others, Key.Key_N, SHIFT)
        (text,) = told.args or [""]
        qtbot.waitUntil(page.hasFocus)
        is_elsewhere = "من" in text
        qtbot.waitUntil(lambda is_elsewhere=is_elsewhere: is_elsewhere == (page.document != ARTICLE))  # type: ignore[misc]
        seen.append((text.partition(" ")[2][:6], page.caret.offset))
    assert len({place for place, _ in seen[:3]}) == 3
    assert seen[3] == seen[0]
    assert {offset for _, offset in seen} == {0, 6, 40}


def test_without_an_open_question_the_key_says_so(qtbot: QtBot, marked: Desk) -> None:
    with qtbot.waitSignal(marked.answering.told):
        press(marked, Key.Key_N, SHIFT)
    assert "No question is open" in marked.status.message.text()


def test_a_note_made_in_one_window_appears_in_the_other(qtbot: QtBot, marked: Desk, open_desk: Open) -> None:
    panel = beside(qtbot, marked)
    other = open_desk()
    if other.panels.page.document != ARTICLE:
        other.following.read(ARTICLE.id)
        qtbot.waitUntil(lambda: other.panels.page.document == ARTICLE)
    focus(other, 6)
    note(qtbot, other, Key.Key_N, "from there")
    qtbot.waitUntil(lambda: titles(panel) == ["from there"], timeout=10_000)
    assert marked.session.opened
    assert [one.text for one in marked.session.opened.notes] == ["from there"]


def test_a_span_with_a_note_has_a_dot_at_its_chip_a_sign_in_the_list_and_tells_it_on_hover(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    span = focus(marked, 6)
    before = page.viewport().grab().toImage()
    note(qtbot, marked, Key.Key_F, "من\nهو؟")
    qtbot.waitUntil(lambda: sign(marked) == QUESTION)
    assert told(page, QPointF(point_of(page, 10))).splitlines()[1:] == ["Question: \u2068من هو؟\u2069"]
    place = page.flow.place_of(6)
    chip = next(chip for chip in page.decoration(place.paragraph).line(place.line).chips if chip.part.span.id == span)
    top = page.flow.y_of(place.paragraph, page.view_height)
    assert top is not None
    corner = QPoint(round(chip.rect.left() + page.column_left), round(chip.rect.top() + 1 + top))
    after = page.viewport().grab().toImage()
    assert after.pixelColor(corner) == QColor(page.looks.theme.text)
    assert before.pixelColor(corner) != after.pixelColor(corner)
    names = [one.name for one in passages_of(page).in_view()[0].marks]
    assert any("Question: " in name and "من هو؟" in name for name in names)
    away = QRect(0, 0, page.viewport().width(), page.viewport().height())
    assert away.contains(corner)


def test_what_is_resolved_is_told_as_such_and_its_dot_is_hollow(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    page = marked.panels.page
    focus(marked, 6)
    note(qtbot, marked, Key.Key_F, "ok")
    qtbot.waitUntil(lambda: titles(panel) == ["ok"])
    choose(panel, "ok")
    press(marked, Key.Key_Space)
    settle(qtbot, marked)
    assert told(page, QPointF(point_of(page, 10))).splitlines()[1:] == ["Question: \u2068ok\u2069 (resolved)"]
    assert sign(marked) == COMMENT
    page.viewport().grab()


def test_the_documents_list_counts_open_questions(qtbot: QtBot, marked: Desk) -> None:
    note(qtbot, marked, Key.Key_F, "why?")
    model = marked.panels.documents.list.model()

    def details() -> list[str]:
        return [model.index(row, 0, QModelIndex()).data(ROLE).detail for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: sum("open questions: 1" in detail for detail in details()) == 1)


def test_a_flag_without_words_is_listed_by_its_kind(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    focus(marked, 6)
    press(marked, Key.Key_F, SHIFT)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: titles(panel) == ["Flag"])
    choose(panel, "Flag")
    assert panel.whole.isHidden()
    press(marked, Key.Key_E)
    assert marked.noting.editor.keep.isEnabled()
    panel.list.grab()


def test_signs_are_drawn_in_both_directions(qtbot: QtBot, marked: Desk, panel: NotesPanel) -> None:
    for key, text in ((Key.Key_N, "1"), (Key.Key_F, "2")):
        note(qtbot, marked, key, text)
    focus(marked, 6)
    press(marked, Key.Key_F, SHIFT)
    settle(qtbot, marked)
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    for _ in range(2):
        assert not panel.list.grab().isNull()
        press(marked, Key.Key_F10)


def test_a_project_that_may_only_be_read_shows_notes_and_takes_none(
    qtbot: QtBot, marked: Desk, panel: NotesPanel, project_path: Path
) -> None:
    note(qtbot, marked, Key.Key_F, "why?")
    press(marked, Key.Key_N)
    write("half")
    with qtbot.waitSignal(marked.session.document_opened):
        marked.session.open(lambda: Project.open(project_path, read_only=True))
    assert not marked.noting.editor.isVisible()
    page = marked.panels.page
    marked.following.read(ARTICLE.id)
    qtbot.waitUntil(lambda: page.document == ARTICLE and page.hasFocus())
    qtbot.waitUntil(lambda: titles(panel) == ["why?"])
    for key in (Key.Key_N, Key.Key_F):
        press(marked, key)
        assert not marked.noting.editor.isVisible()
    marked.noting.begin(COMMENT)
    choose(panel, "why?")
    assert not panel.buttons[panels.EDIT].isEnabled()
    marked.noting.edit(marked.noting.here[0])
    marked.noting.turn_flag()
    assert not marked.noting.editor.isVisible()
    marked.session.close()
    assert marked.noting.here == ()
    assert marked.noting.pending == frozenset()
