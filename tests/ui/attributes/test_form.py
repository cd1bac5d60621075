"""Ways into the form of attributes, about in it and out of it, by real keys and clicks."""

import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.schema_changes import with_attributes as with_attributes_of
from annotator.project.project import Project
from annotator.ui.attribute_lines import HEAD, OPTION, OTHER
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, press
from tests.ui.answers import (
    at,
    form,
    go,
    in_file,
    is_at_text,
    lines,
    titles,
    typed,
    value_shown,
    with_attributes,
    written,
)
from tests.ui.conftest import Open

Key = Qt.Key


def test_enter_opens_the_form_on_the_first_that_is_missing_with_its_choices(asked: Desk) -> None:
    assert form(asked).view.hasFocus()
    assert at(asked) == "kind"
    assert [(line.key, line.title) for line in lines(asked, OPTION)] == [
        ("1", "Killed"),
        ("2", "Killed or injured"),
        ("3", "Missing"),
    ]
    assert [line.name for line in lines(asked) if line.is_missing] == ["kind", "least"]
    assert value_shown(asked, "kind") == "missing"


def test_numbers_are_typed_on_the_side_of_the_interface(asked: Desk) -> None:
    go(asked, "least")
    press(asked, Key.Key_5)
    assert form(asked).field.layoutDirection() == Qt.LayoutDirection.LeftToRight
    press(asked, Key.Key_F10)
    press(asked, Key.Key_6)
    assert form(asked).field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert form(asked).field.text() == "56"


def test_in_arabic_the_left_arrow_opens_and_the_right_one_closes(asked: Desk) -> None:
    press(asked, Key.Key_F10)
    press(asked, Key.Key_Right)
    assert lines(asked, OPTION) == []
    press(asked, Key.Key_Left)
    assert len(lines(asked, OPTION)) == 3


def test_esc_returns_to_the_text_with_caret_and_selection_as_they_were(desk: Desk, qtbot: QtBot) -> None:
    mark(qtbot, desk, 6, 11)
    desk.panels.page.caret.go_to(20)
    press(desk, Key.Key_Left, SHIFT)
    before = desk.panels.page.selection
    press(desk, Key.Key_Return)
    press(desk, Key.Key_1)
    press(desk, Key.Key_Escape)
    assert desk.panels.page.hasFocus()
    assert desk.panels.page.selection == before
    assert desk.panels.page.caret.offset == 21
    assert lines(desk, OPTION) == []


def test_esc_in_a_field_leaves_the_value_as_it_was_and_keys_in_the_form(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "least")
    press(asked, Key.Key_5)
    press(asked, Key.Key_Escape)
    assert form(asked).view.hasFocus()
    assert value_shown(asked, "least") == "missing"
    press(asked, Key.Key_Escape)
    assert is_at_text(asked)
    assert written(qtbot, asked) == {}


def test_what_is_typed_is_given_when_keys_go_to_the_text(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "least")
    press(asked, Key.Key_5)
    viewport = asked.panels.page.viewport()
    QTest.mouseClick(viewport, LEFT, NONE, viewport.rect().center())
    assert is_at_text(asked)
    assert written(qtbot, asked) == {"least": 5}


def test_undo_and_redo_go_from_the_form(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_3)
    assert written(qtbot, asked) == {"kind": "gone"}
    with qtbot.waitSignal(asked.session.applied):
        press(asked, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: value_shown(asked, "kind") == "missing")
    assert written(qtbot, asked) == {}
    assert form(asked).view.hasFocus()
    with qtbot.waitSignal(asked.session.applied):
        press(asked, Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: value_shown(asked, "kind") == "Missing")
    assert written(qtbot, asked) == {"kind": "gone"}


def test_keys_go_to_the_text_when_the_span_is_undone_under_the_form(qtbot: QtBot, asked: Desk) -> None:
    with qtbot.waitSignal(asked.session.applied):
        press(asked, Key.Key_Z, CTRL)
    qtbot.waitUntil(form(asked).isHidden)
    qtbot.waitUntil(lambda: is_at_text(asked))


def test_a_value_that_is_refused_is_taken_back(qtbot: QtBot, asked: Desk, project_path: Path) -> None:
    (span,) = in_file(asked)
    with closing(Project.open(project_path)) as other:
        other.relabel(span, other.schema.named("bare")).result()
        with qtbot.waitSignal(asked.session.failed):
            press(asked, Key.Key_3)
            assert value_shown(asked, "kind") == "Missing"
    qtbot.waitUntil(form(asked).isHidden)
    shown = asked.panels.page.focused_span
    assert shown
    assert (shown.attributes, asked.panels.page.pending) == ((), frozenset())


def test_another_window_shows_what_was_given_here(qtbot: QtBot, open_desk: Open) -> None:
    first, second = open_desk(), open_desk()
    first.activateWindow()
    mark(qtbot, first, 6, 11)
    (span,) = in_file(first)
    qtbot.waitUntil(lambda: second.panels.page.spans.get(span.id) is not None)
    second.panels.page.focus_span(span.id)
    first.activateWindow()
    press(first, Key.Key_Return)
    press(first, Key.Key_3)
    qtbot.waitUntil(lambda: not form(second).isHidden() and value_shown(second, "kind") == "Missing")


def test_a_click_between_the_lines_moves_no_keys_and_the_pointer_is_told_what_is_meant(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_Left)
    with_attributes(asked, qtbot, kind="killed", cue_start=3, colour="red")
    view = form(asked).view
    kinds = [line.kind for line in view.rows.lines]
    for place in (kinds.index(HEAD), next(n for n, line in enumerate(view.rows.lines) if line.name == "cue")):
        view.scrollTo(view.rows.index(place))
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(view.rows.index(place)).center())
    assert at(asked) == "cue"
    assert asked.panels.page.selection is None
    called = next(n for n, line in enumerate(view.rows.lines) if line.name == "called")
    assert "As all call it" in view.rows.index(called).data(Qt.ItemDataRole.ToolTipRole)
    assert view.rows.index(kinds.index(HEAD)).data(Qt.ItemDataRole.AccessibleTextRole) == "Other"


def test_what_the_label_does_not_ask_stands_last_and_can_be_taken_away(qtbot: QtBot, asked: Desk) -> None:
    with_attributes(asked, qtbot, kind="killed", colour="red", _updated="1")
    assert titles(asked, HEAD) == ["Other"]
    assert [(line.title.strip("\u2068\u2069"), line.value.strip("\u2068\u2069")) for line in lines(asked, OTHER)] == [
        ("colour", "red")
    ]
    go(asked, "colour")
    press(asked, Key.Key_5)
    press(asked, Key.Key_Delete)
    assert "colour" not in written(qtbot, asked)
    assert titles(asked, HEAD) == []


def test_a_label_that_asks_nothing_has_no_form(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 6, 11, Key.Key_2)
    press(desk, Key.Key_Return)
    assert is_at_text(desk)
    assert form(desk).isHidden()
    assert desk.status.message.text() == "This label asks for nothing more"


def test_enter_keeps_edges_while_they_are_moved_and_opens_the_form_before_and_after(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 6, 11)
    press(desk, Key.Key_F2)
    press(desk, Key.Key_Left)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Return)
    assert is_at_text(desk)
    press(desk, Key.Key_Return)
    assert form(desk).view.hasFocus()
    (span,) = in_file(desk)
    assert (span.start, span.end) == (6, 12)


def test_tab_leaves_the_form_behind_its_last_attribute(asked: Desk) -> None:
    for _ in range(9):
        press(asked, Key.Key_Tab)
    assert not form(asked).view.has_keys


def test_clicks_open_close_pick_and_turn(qtbot: QtBot, asked: Desk) -> None:
    view = form(asked).view

    def click(name: str, kind: str = "asked", number: int = 0) -> None:
        places = [place for place, line in enumerate(view.rows.lines) if (line.name, line.kind) == (name, kind)]
        index = view.rows.index(places[number])
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())

    click("kind")
    assert lines(asked, OPTION) == []
    click("kind")
    click("kind", OPTION, 1)
    assert at(asked) == "sides"
    click("sure")
    click("least")
    typed(asked, "3")
    click("lat")
    assert written(qtbot, asked) == {"kind": "both", "sure": True, "least": 3}


def test_what_cannot_be_changed_is_shown_and_takes_no_keys(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    mark(qtbot, desk, 6, 11)
    press(desk, Key.Key_Return)
    press(desk, Key.Key_1)
    assert written(qtbot, desk) == {"kind": "killed"}
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.open(lambda: Project.open(project_path, read_only=True))
    qtbot.waitUntil(lambda: len(desk.panels.page.spans) == 1)
    desk.panels.page.focus_span(desk.panels.page.spans.in_order()[0].id)
    qtbot.waitUntil(lambda: not form(desk).isHidden())
    assert value_shown(desk, "kind") == "Killed"
    while not form(desk).view.hasFocus():
        press(desk, Key.Key_F6)
    with qtbot.assertNotEmitted(desk.session.applied, wait=50):
        for key in (Key.Key_3, Key.Key_Delete, Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_7, Key.Key_Space):
            press(desk, key)
    assert lines(desk, OPTION) == []
    assert form(desk).field.isHidden()


def test_a_span_that_lacks_an_answer_says_so_in_the_list_until_it_has_it(qtbot: QtBot, asked: Desk) -> None:
    rows = asked.panels.spans.rows

    def told() -> str:
        return str(rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "incomplete" in told()
    press(asked, Key.Key_1)
    go(asked, "least")
    press(asked, Key.Key_0)
    press(asked, Key.Key_Return)
    qtbot.waitUntil(lambda: "incomplete" not in told())
    assert written(qtbot, asked) == {"kind": "killed", "least": 0}


def test_enter_shows_the_panels_beside_the_text_where_they_are_hidden(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 6, 11)
    press(desk, Key.Key_F8)
    assert not form(desk).isVisible()
    press(desk, Key.Key_Return)
    assert form(desk).view.hasFocus()
    assert desk.commands.actions["right_panels"].isChecked()


def test_the_height_given_to_the_form_is_there_after_a_restart(qtbot: QtBot, open_desk: Open) -> None:
    first = open_desk()
    mark(qtbot, first, 6, 11)
    sizes = first.panels.right.sizes()
    first.panels.right.setSizes([sizes[0] - 40, sizes[1] + 40])
    upper, lower = first.panels.right.sizes()
    assert [upper, lower] != sizes
    first.close()
    above, below = open_desk().panels.right.sizes()
    assert below / above == pytest.approx(lower / upper, rel=0.03)


def test_attributes_and_values_that_are_retired_are_told_and_offered_no_longer(qtbot: QtBot, asked: Desk) -> None:
    for key in (Key.Key_3, Key.Key_Escape):
        press(asked, key)
    with_attributes(asked, qtbot, kind="gone", least=1, called="رويترز")
    project = asked.session.project
    assert project
    label = project.schema.named("thing")
    first, *rest = (replace(one, is_gone=one.name == "called") for one in project.schema.attributes_of(label.id))
    choices = tuple(replace(choice, is_gone=choice.name == "gone") for choice in first.choices)
    attributes = (replace(first, choices=choices), *rest)
    with qtbot.waitSignal(asked.session.schema_changed):
        project.change_schema(lambda schema: with_attributes_of(schema, label.id, attributes), "schema")
    press(asked, Key.Key_Return)
    press(asked, Key.Key_Return)
    assert titles(asked, OPTION) == ["Killed", "Killed or injured"]
    assert value_shown(asked, "kind") == "Missing"
    assert [(line.title, line.value.strip("\u2068\u2069")) for line in lines(asked, OTHER)] == [("Name", "رويترز")]
    go(asked, "called")
    press(asked, Key.Key_Delete)
    assert written(qtbot, asked) == {"kind": "gone", "least": 1}


MOVING = ("Up", "Down", "Left", "Right", "Tab", "Backtab", "Home", "End", "PageUp", "PageDown", "Return", "Escape")
ANSWERING = ("Space", "Delete", "Backspace", "1", "2", "3", "K", "S", "N", "7", "X")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_keys_are_pressed_the_file_the_page_and_the_form_agree(qtbot: QtBot, asked: Desk, seed: int) -> None:
    chance = random.Random(seed)
    for name in chance.choices(MOVING + ANSWERING, k=120):
        press(asked, Qt.Key[f"Key_{name}"])
        line = form(asked).view.line
        assert form(asked).isHidden() or (line and line.is_reached and line.place == form(asked).place)
        if asked.panels.page.hasFocus():
            asked.panels.page.focus_span(asked.panels.page.spans.in_order()[0].id)
            press(asked, Key.Key_Return)
    written(qtbot, asked)
