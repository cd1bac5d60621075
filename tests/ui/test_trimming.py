"""Clitics, quotes and brackets in and out by key: of the selection, else of the span in focus; under every layout."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.records import Record
from annotator.ui.actions import by_id
from annotator.ui.desk import Desk
from annotator.ui.factories import isolated, key_text
from tests.ui.acts import CTRL, NONE, SHIFT, mark, point_of, press

Key = Qt.Key
TEXT = "قال وبالعاصمة إن جنودهم في «حي (النصر)» هنا.\nوقال لـ«رويترز» نعم.\n"


@pytest.fixture
def reading(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window that shows a text with clitics, quotes and brackets."""
    document = Document.of(TEXT)
    with qtbot.waitSignal(desk.session.applied):
        desk.session.act(lambda project: project.import_records([Record(document, "clitics")]))
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.read(document.id)
    assert desk.panels.page.text == TEXT
    return desk


def select(desk: Desk, words: str) -> None:
    start = TEXT.index(words)
    desk.panels.page.select(start, start + len(words))


def selected(desk: Desk) -> str:
    selection = desk.panels.page.selection
    return TEXT[slice(*selection)] if selection else ""


def rounds(desk: Desk, words: str, key: Qt.Key, held: Qt.KeyboardModifier, times: int) -> list[str]:
    """Select words and press a key so often; return what is selected each time."""
    select(desk, words)
    found = []
    for _ in range(times):
        press(desk, key, held)
        found.append(selected(desk))
    return found


@pytest.mark.parametrize(
    ("words", "key", "held", "becomes"),
    [
        ("وبالعاصمة", Key.Key_T, NONE, ["بالعاصمة", "العاصمة", "عاصمة", "وبالعاصمة"]),
        ("عاصمة إن", Key.Key_T, NONE, ["وبالعاصمة إن", "بالعاصمة إن"]),
        ("«رويترز»", Key.Key_T, NONE, ["لـ«رويترز»", "«رويترز»"]),
        ("إن جنودهم", Key.Key_T, SHIFT, ["إن جنود", "إن جنودهم", "إن جنود"]),
        ("النصر", Key.Key_Q, NONE, ["(النصر)", "النصر"]),
        ("حي (النصر)", Key.Key_Q, NONE, ["«حي (النصر)»", "حي (النصر)"]),
        ("«حي", Key.Key_Q, NONE, ["«حي"]),
    ],
)
def test_a_key_goes_round_the_offers_for_the_selection(
    reading: Desk, words: str, key: Qt.Key, held: Qt.KeyboardModifier, becomes: Sequence[str]
) -> None:
    assert rounds(reading, words, key, held, len(becomes)) == becomes


def test_the_status_line_says_what_is_left_out_and_what_comes_next(reading: Desk) -> None:
    told = []
    select(reading, "وبالعاصمة")
    for _ in range(4):
        press(reading, Key.Key_T)
        told.append(reading.status.message.text())
    assert (isolated("و") in told[0], isolated("وب") in told[0]) == (True, True)
    assert isolated("وبال") in told[2]
    assert "takes the whole word" in told[2]
    assert told[3].startswith("The whole word")


@pytest.mark.parametrize(
    ("key", "held", "words"),
    [
        (Key.Key_T, NONE, "Nothing to leave out in front"),
        (Key.Key_T, SHIFT, "No pronoun to leave out"),
        (Key.Key_Q, NONE, "No quotes or brackets"),
    ],
)
def test_where_nothing_is_offered_the_selection_stays_and_it_is_said(
    reading: Desk, key: Qt.Key, held: Qt.KeyboardModifier, words: str
) -> None:
    assert rounds(reading, "قال", key, held, 1) == ["قال"]
    assert words in reading.status.message.text()


def test_a_selection_made_backwards_keeps_its_moving_end(reading: Desk) -> None:
    start = TEXT.index("وبالعاصمة")
    reading.panels.page.select(start + 9, start)
    press(reading, Key.Key_T)
    press(reading, Key.Key_Left, SHIFT)
    assert selected(reading) == "العاصمة"


@pytest.mark.parametrize(
    ("words", "key", "held", "becomes"),
    [
        ("وبالعاصمة", Key.Key_T, NONE, "بالعاصمة"),
        ("جنودهم", Key.Key_T, SHIFT, "جنود"),
        ("«حي (النصر)»", Key.Key_Q, NONE, "حي (النصر)"),
        ("النصر", Key.Key_Q, NONE, "(النصر)"),
    ],
)
def test_without_a_selection_the_span_in_focus_is_changed_as_one_edit_that_undo_takes_back(  # noqa: PLR0913, PLR0917 - a row
    qtbot: QtBot, reading: Desk, words: str, key: Qt.Key, held: Qt.KeyboardModifier, becomes: str
) -> None:
    page, start = reading.panels.page, TEXT.index(words)
    mark(qtbot, reading, start, start + len(words))

    def covered() -> str:
        span = page.focused_span
        return span.covered(TEXT) if span else ""

    with qtbot.waitSignal(reading.session.applied):
        press(reading, key, held)
    assert (covered(), page.selection) == (becomes, None)
    with qtbot.waitSignal(reading.session.applied):
        press(reading, Key.Key_Z, CTRL)
    assert covered() == words


def test_the_edges_in_the_hand_are_trimmed_too_and_esc_leaves_them(qtbot: QtBot, reading: Desk) -> None:
    page, start = reading.panels.page, TEXT.index("وبالعاصمة")
    mark(qtbot, reading, start, start + 9)
    press(reading, Key.Key_F2)
    press(reading, Key.Key_T)
    assert page.edges.shown
    assert page.edges.shown.start == start + 1
    press(reading, Key.Key_Escape)
    assert page.focused_span
    assert page.focused_span.start == start


def test_the_first_and_the_last_part_of_a_span_are_trimmed_and_the_others_stay(qtbot: QtBot, reading: Desk) -> None:
    page, start, end = reading.panels.page, TEXT.index("وبالعاصمة"), TEXT.index("جنودهم") + 6
    mark(qtbot, reading, start, end)
    select(reading, "إن")
    for key, held in ((Key.Key_D, NONE), (Key.Key_T, NONE), (Key.Key_T, SHIFT)):
        with qtbot.waitSignal(reading.session.applied):
            press(reading, key, held)
    assert page.focused_span
    assert [TEXT[a:b] for a, b in page.focused_span.parts] == ["بالعاصمة", "جنود"]


def test_with_neither_a_selection_nor_a_span_they_only_say_what_is_missing(qtbot: QtBot, reading: Desk) -> None:
    with qtbot.assertNotEmitted(reading.session.applied):
        for key in (Key.Key_T, Key.Key_Q, Key.Key_D):
            assert not reading.panels.page.selection
            press(reading, key)
    assert "first" in reading.status.message.text()


# What each layout types at the places of T, Q and D, by their X11 key codes.
T, Q, D = 28, 24, 40
TYPED = {
    "us": {T: ord("T"), Q: ord("Q"), D: ord("D")},
    "ara": {T: 0x641, Q: 0x636, D: 0x64A},
    "il": {T: 0x5D0, Q: ord("/"), D: 0x5D2},
    "ir": {T: 0x641, Q: 0x636, D: 0x6CC},
}


def type_at(desk: Desk, layout: str, place: int, held: Qt.KeyboardModifier = NONE) -> None:
    """Press the key at a place of the keyboard, as X11 tells it."""
    page = desk.panels.page
    QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, TYPED[layout][place], held, place, 0, 0))


@pytest.mark.parametrize("layout", TYPED)
def test_the_keys_are_at_their_places_under_every_layout(qtbot: QtBot, reading: Desk, layout: str) -> None:
    page = reading.panels.page
    for words, place, held, becomes in (
        ("وبالعاصمة", T, NONE, "بالعاصمة"),
        ("جنودهم", T, SHIFT, "جنود"),
        ("النصر", Q, NONE, "(النصر)"),
    ):
        select(reading, words)
        type_at(reading, layout, place, held)
        assert selected(reading) == becomes
    mark(qtbot, reading, 0, 3)
    select(reading, "إن")
    with qtbot.waitSignal(reading.session.applied):
        type_at(reading, layout, D)
    assert page.focused_span
    assert len(page.focused_span.parts) == 2


def test_what_the_key_does_next_is_told_under_the_key_the_analyst_set(reading: Desk) -> None:
    reading.commands.chords.choose(by_id("trim_front"), "F11")
    reading.commands.chords.choose(by_id("next_stacked"), "J")
    select(reading, "وبالعاصمة")
    press(reading, Key.Key_F11)
    assert f"{key_text('F11')} again leaves out" in reading.status.message.text()
    hint = reading.findChild(QLabel, "stack_hint")
    assert isinstance(hint, QLabel)
    assert hint.text() == f"{key_text('J')}: the next one · {key_text('Esc')}: close"


def test_the_gap_between_two_parts_is_not_of_the_span(qtbot: QtBot, reading: Desk) -> None:
    page = reading.panels.page
    mark(qtbot, reading, 0, 3)
    page.select(14, 16)
    with qtbot.waitSignal(reading.session.applied):
        press(reading, Key.Key_D)
    (span,) = page.spans.in_order()
    assert span.parts == ((0, 3), (14, 16))
    over = {offset: page.stack_at(QPointF(point_of(page, offset))) for offset in (1, 8, 15)}
    assert over == {1: (span.id,), 8: (), 15: (span.id,)}
    for offset, stack in ((3, (span.id,)), (8, ()), (14, (span.id,))):
        page.caret.go_to(offset)
        assert page.stack_here() == stack
