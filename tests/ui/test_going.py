"""Going to a paragraph or an offset, by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.text.paragraphs import Paragraphs
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from annotator.ui.going import places
from tests.ui.acts import CTRL, answer, press, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


def go(desk: Desk, typed: str, *keys: Qt.Key) -> int:
    """Ask for a place, type a number, press *keys*; return where the caret is then."""

    def choose(chooser: Chooser) -> None:
        type_text(chooser.field, typed)
        for key in keys:
            QTest.keyClick(chooser.field, key)

    seen = answer(Chooser, choose)
    press(desk, Qt.Key.Key_G, CTRL)
    assert [chooser.objectName() for chooser in seen] == ["go_to"]
    return desk.panels.page.caret.offset


def test_a_number_goes_to_the_paragraph_and_brings_it_into_view(desk: Desk) -> None:
    page = desk.panels.page
    start = Paragraphs(page.text)[19].start
    assert go(desk, "20", ENTER) == start
    assert page.line_rect(page.flow.place_of(start))
    assert page.hasFocus()


def test_a_place_that_is_just_out_of_view_comes_to_the_upper_third_not_to_the_last_line(desk: Desk) -> None:
    page = desk.panels.page
    starts = [paragraph.start for paragraph in map(Paragraphs(page.text).__getitem__, range(12))]
    hidden = next(
        number
        for number, start in enumerate(starts)
        if (rect := page.line_rect(page.flow.place_of(start))) is None or rect.bottom() > page.view_height
    )
    go(desk, str(hidden + 1), ENTER)
    rect = page.line_rect(page.flow.place_of(starts[hidden]))
    assert rect
    assert rect.top() < page.view_height / 2


def test_the_second_choice_is_the_offset(desk: Desk) -> None:
    assert go(desk, "20", DOWN, ENTER) == 20


def test_a_number_past_the_paragraphs_is_an_offset(desk: Desk) -> None:
    assert go(desk, "3000", ENTER) == 3000


def test_arabic_digits_are_numbers_too(desk: Desk) -> None:
    assert go(desk, "٣٠٠٠", ENTER) == 3000


@pytest.mark.parametrize("typed", ["", "x", "-3", "9" * 9, "9" * 5000])
def test_what_is_no_place_goes_nowhere(desk: Desk, typed: str) -> None:
    assert go(desk, typed, ENTER) == 0


def test_each_place_is_named_with_the_text_there() -> None:
    text = "أول\n\nthird  paragraph"
    rows = [(choice.row.title, choice.row.detail) for choice in places(text, print)("3")]
    assert rows == [
        ("Paragraph 3 of 3", "\u2068third paragraph\u2069"),
        (f"Offset 3 of {len(text)}", "\u2068third paragraph\u2069"),
    ]
