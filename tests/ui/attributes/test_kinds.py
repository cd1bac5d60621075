"""Attributes of each kind answered by real keys, and what is in the file then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.attribute_lines import OPTION, REASON
from annotator.ui.desk import Desk
from tests.ui.acts import LEFT, NONE, SHIFT, mark, press
from tests.ui.answers import (
    at,
    at_place,
    form,
    go,
    in_file,
    lines,
    titles,
    typed,
    value_shown,
    with_attributes,
    written,
)

Key = Qt.Key


def test_a_digit_picks_and_goes_on(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_3)
    assert value_shown(asked, "kind") == "Missing"
    assert at(asked) == "sides"
    assert titles(asked, OPTION) == ["North", "South"]
    assert written(qtbot, asked) == {"kind": "gone"}


def test_the_letter_that_fits_one_picks_more_letters_narrow_and_enter_takes_the_first(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_K)
    assert titles(asked, OPTION) == ["Killed", "Killed or injured"]
    assert [line.key for line in lines(asked, OPTION)] == ["1", "2"]
    press(asked, Key.Key_X)
    assert titles(asked, OPTION) == ["Killed", "Killed or injured"]
    press(asked, Key.Key_Backspace)
    assert len(titles(asked, OPTION)) == 3
    press(asked, Key.Key_K)
    press(asked, Key.Key_Return)
    assert written(qtbot, asked) == {"kind": "killed"}
    press(asked, Key.Key_Tab, SHIFT)
    assert at(asked) == "kind"
    assert titles(asked, OPTION) == []
    press(asked, Key.Key_M)
    assert written(qtbot, asked) == {"kind": "gone"}


@pytest.mark.parametrize(
    ("key", "code", "text"), [(ord("M"), 58, "m"), (0x629, 58, "ة"), (0x5E6, 58, "צ"), (0x67E, 58, "پ"), (0x663, 12, "٣")]
)
def test_keys_by_their_place_pick_under_every_layout(qtbot: QtBot, asked: Desk, key: int, code: int, text: str) -> None:
    at_place(asked, key, code, text)
    assert written(qtbot, asked) == {"kind": "gone"}


def test_in_arabic_the_arabic_letter_counts_first(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_F10)
    qtbot.waitUntil(lambda: value_shown(asked, "kind") == "ناقص")
    at_place(asked, 0x642, 27, "ق")
    assert titles(asked, OPTION) == ["قتلى", "قتلى أو جرحى"]
    press(asked, Key.Key_Backspace)
    at_place(asked, 0x645, 46, "م")
    assert written(qtbot, asked) == {"kind": "gone"}
    assert value_shown(asked, "kind") == "مفقودون"


def test_several_choices_are_put_in_and_out_and_stay_open(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "sides")
    press(asked, Key.Key_2)
    press(asked, Key.Key_1)
    assert [line.title for line in lines(asked, OPTION) if line.is_on] == ["North", "South"]
    assert value_shown(asked, "sides") == "North, South"
    assert written(qtbot, asked) == {"sides": ("north", "south")}
    press(asked, Key.Key_Space)
    press(asked, Key.Key_S)
    assert "sides" not in written(qtbot, asked)
    press(asked, Key.Key_Return)
    assert written(qtbot, asked) == {"sides": ("south",)}
    press(asked, Key.Key_Tab)
    assert (at(asked), lines(asked, OPTION)) == ("least", [])


@pytest.mark.parametrize("text", ["1234", "١٬٢٣٤", "۱۲۳۴", " 1,234 "])
def test_a_count_is_typed_in_any_digits(qtbot: QtBot, asked: Desk, text: str) -> None:
    go(asked, "least")
    press(asked, Key.Key_Return)
    typed(asked, text)
    press(asked, Key.Key_Return)
    assert at(asked) == "lat"
    assert form(asked).view.hasFocus()
    assert value_shown(asked, "least") == "1234"
    assert written(qtbot, asked) == {"least": 1234}


def test_typing_begins_at_once_and_what_does_not_fit_is_refused_where_it_stands(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "least")
    press(asked, Key.Key_7)
    typed(asked, "x")
    press(asked, Key.Key_Return)
    assert form(asked).field.text() == "7x"
    assert titles(asked, REASON) == ["type a whole number, like 12"]
    press(asked, Key.Key_Tab)
    assert at(asked) == "least"
    press(asked, Key.Key_Backspace)
    assert titles(asked, REASON) == []
    press(asked, Key.Key_Tab)
    assert at(asked) == "lat"
    assert written(qtbot, asked) == {"least": 7}


def test_unchanged_input_writes_nothing(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "least")
    press(asked, Key.Key_5)
    press(asked, Key.Key_Return)
    assert written(qtbot, asked) == {"least": 5}
    with qtbot.assertNotEmitted(asked.session.applied, wait=50):
        press(asked, Key.Key_Up)
        press(asked, Key.Key_Return)
        press(asked, Key.Key_Return)
        go(asked, "on")
        press(asked, Key.Key_Return)
        press(asked, Key.Key_Return)
        press(asked, Key.Key_Delete)


@pytest.mark.parametrize(("text", "number"), [("33.5", 33.5), ("٣٣٫٥", 33.5), ("-7", -7)])
def test_a_number_is_typed_in_any_digits(qtbot: QtBot, asked: Desk, text: str, number: float) -> None:
    go(asked, "lat")
    press(asked, Key.Key_Return)
    typed(asked, text)
    press(asked, Key.Key_Tab)
    assert written(qtbot, asked) == {"lat": number}


def test_a_date_may_lack_its_day(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "on")
    press(asked, Key.Key_Return)
    typed(asked, "٢٠٢٤/٥")
    press(asked, Key.Key_Return)
    assert written(qtbot, asked) == {"on": "2024-05"}
    press(asked, Key.Key_Up)
    press(asked, Key.Key_Return)
    typed(asked, "2024-13")
    press(asked, Key.Key_Return)
    assert " ".join(titles(asked, REASON)) == "type a date: a year, a month like 2024-05 or a day like 2024-05-09"


def test_text_is_typed_from_its_own_side_and_completed_from_what_other_spans_have(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "called")
    press(asked, Key.Key_Return)
    assert titles(asked, REASON) == ["As all call it"]
    typed(asked, "وكالة الأنباء")
    assert form(asked).field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    press(asked, Key.Key_Return)
    assert at(asked) == "sure"
    qtbot.waitUntil(lambda: not asked.session.saving.waiting)
    first = asked.panels.page.focused
    press(asked, Key.Key_Escape)
    mark(qtbot, asked, 16, 20)
    press(asked, Key.Key_Return)
    go(asked, "called")
    press(asked, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(asked, OPTION) == ["\u2068وكالة الأنباء\u2069"])
    press(asked, Key.Key_Escape)
    press(asked, Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(asked, OPTION)) == 1)
    typed(asked, "انباء")
    assert len(titles(asked, OPTION)) == 1
    press(asked, Key.Key_Down)
    assert form(asked).field.hasFocus()
    press(asked, Key.Key_Return)
    qtbot.waitUntil(lambda: not asked.session.saving.waiting)
    assert [dict(span.attributes) for span in in_file(asked)] == [{"called": "وكالة الأنباء"}] * 2
    assert asked.panels.page.focused != first


def test_space_and_enter_turn_a_flag(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "sure")
    press(asked, Key.Key_Space)
    assert value_shown(asked, "sure") == "Yes"
    press(asked, Key.Key_Return)
    assert value_shown(asked, "sure") == "No"
    assert written(qtbot, asked) == {"sure": False}
    press(asked, Key.Key_Delete)
    assert written(qtbot, asked) == {}


def test_another_span_is_found_by_its_text(qtbot: QtBot, asked: Desk) -> None:
    press(asked, Key.Key_Escape)
    thing = asked.panels.page.focused
    for start, end in ((16, 20), (40, 58)):
        mark(qtbot, asked, start, end, Key.Key_2)
    other = asked.panels.page.focused
    asked.panels.page.focus_span(thing)
    press(asked, Key.Key_Return)
    go(asked, "same")
    press(asked, Key.Key_Return)
    assert [line.value for line in lines(asked, OPTION)] == ["Bare", "Bare"]
    typed(asked, "الانفصاليين")
    assert len(lines(asked, OPTION)) == 1
    press(asked, Key.Key_Return)
    assert other
    assert written(qtbot, asked) == {"same": other.hex()}
    assert value_shown(asked, "same") == "الانفصاليين الأرمن"
    press(asked, Key.Key_Escape)
    asked.panels.page.focus_span(other)
    press(asked, Key.Key_Delete)
    qtbot.waitUntil(lambda: not asked.session.saving.waiting)
    asked.panels.page.focus_span(thing)
    press(asked, Key.Key_Return)
    assert value_shown(asked, "same") == "a span that is not here"
    assert next(line.is_odd for line in lines(asked) if line.name == "same")


def test_a_part_is_what_is_selected_and_a_click_goes_there(qtbot: QtBot, asked: Desk) -> None:
    go(asked, "cue")
    press(asked, Key.Key_Return)
    assert "Select the words" in asked.status.message.text()
    asked.panels.page.select(0, 5)
    press(asked, Key.Key_Return)
    assert written(qtbot, asked) == {"cue_start": 0, "cue_end": 5, "cue_text": "وذكرت"}
    assert value_shown(asked, "cue") == "وذكرت"
    asked.panels.page.go_to(30)
    view = form(asked).view
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(view.currentIndex()).center())
    assert asked.panels.page.selection == (0, 5)
    press(asked, Key.Key_Delete)
    assert written(qtbot, asked) == {}


def test_what_does_not_fit_is_shown_as_it_is_and_can_be_changed(qtbot: QtBot, asked: Desk) -> None:
    with_attributes(asked, qtbot, kind="bewildered", least="many", cue_start=3)
    assert [line.name for line in lines(asked) if line.is_odd] == ["kind", "least", "cue"]
    assert value_shown(asked, "kind") == "bewildered"
    press(asked, Key.Key_1)
    assert written(qtbot, asked)["kind"] == "killed"
    go(asked, "least")
    press(asked, Key.Key_Return)
    assert form(asked).field.text() == "many"
    typed(asked, "4")
    press(asked, Key.Key_Return)
    go(asked, "cue")
    press(asked, Key.Key_Delete)
    assert written(qtbot, asked) == {"kind": "killed", "least": 4}
