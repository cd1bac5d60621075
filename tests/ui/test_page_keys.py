"""The keys of the page in the whole window: caret, selection, labels, edges, spans, zoom; without a mouse."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.text import words
from annotator.ui.desk import EDGES, Desk
from annotator.ui.page.movement import Stand, x_of
from tests.ui.acts import ALT, CTRL, NONE, SHIFT, mark, press

Key = Qt.Key

LEFT, RIGHT, UP, DOWN = Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down
Held = Qt.KeyboardModifier


def stand(desk: Desk) -> Stand:
    """Return where the caret is."""
    caret = desk.panels.page.caret
    return Stand(caret.offset, caret.hugs_before)


def offsets(desk: Desk, key: Key, held: Held, times: int) -> list[int]:
    """Press a key so often; return where the caret was each time."""
    found = []
    for _ in range(times):
        press(desk, key, held)
        found.append(stand(desk).offset)
    return found


def labelled(desk: Desk) -> list[str]:
    """Return the names of the labels of the spans on the page, in reading order."""
    names = {label.id: label.name for label in desk.marking.labels}
    return [names[span.label] for span in desk.panels.page.spans.in_order()]


def test_arrows_go_as_they_point(desk: Desk) -> None:
    page = desk.panels.page
    places = [x_of(page.flow, stand(desk))]
    for _ in range(12):
        press(desk, LEFT)
        places.append(x_of(page.flow, stand(desk)))
    assert all(after < before for before, after in pairwise(places))
    for _ in range(12):
        press(desk, RIGHT)
    assert x_of(page.flow, stand(desk)) == places[0]


def test_ctrl_and_an_arrow_goes_by_words(desk: Desk) -> None:
    text = desk.panels.page.text
    ends = [end for start, end in words.words(text) if not text[start:end].isspace()]
    assert offsets(desk, LEFT, CTRL, 3) == ends[:3]


def test_alt_and_an_arrow_goes_by_sentences_and_ctrl_and_an_arrow_by_paragraphs(desk: Desk) -> None:
    text = "قال علي. ثم عاد؟\nنعم! لا."
    desk.panels.page.show_document(Document.of(text), ())
    starts = [text.index(word) for word in ("ثم", "نعم", "لا")]
    assert offsets(desk, DOWN, ALT, 4) == [*starts, len(text)]
    assert offsets(desk, UP, ALT, 4) == [*reversed(starts), 0]
    assert offsets(desk, DOWN, CTRL, 2) == [starts[1], len(text)]
    assert offsets(desk, UP, CTRL, 2) == [starts[1], 0]


def test_up_and_down_keep_the_column_and_home_and_end_take_the_line(desk: Desk) -> None:
    page = desk.panels.page
    for _ in range(5):
        press(desk, LEFT)
    x = x_of(page.flow, stand(desk))
    press(desk, DOWN)
    press(desk, UP)
    assert x_of(page.flow, stand(desk)) == pytest.approx(x, abs=12)
    (end,) = offsets(desk, Key.Key_End, NONE, 1)
    assert offsets(desk, Key.Key_Home, NONE, 1) == [0]
    assert page.flow.place_of(end, before=True) == page.flow.place_of(0)


def test_ctrl_home_and_end_take_the_text_and_page_keys_a_screen(desk: Desk) -> None:
    page = desk.panels.page
    assert offsets(desk, Key.Key_End, CTRL, 1) == [len(page.text)]
    assert offsets(desk, Key.Key_Home, CTRL, 1) == [0]
    (below,) = offsets(desk, Key.Key_PageDown, NONE, 1)
    assert below > 100
    assert offsets(desk, Key.Key_PageUp, NONE, 1) == [0]


@pytest.mark.parametrize(
    ("key", "held"),
    [(LEFT, NONE), (LEFT, CTRL), (DOWN, NONE), (DOWN, ALT), (DOWN, CTRL), (Key.Key_End, NONE), (Key.Key_End, CTRL)],
)
def test_shift_with_a_moving_key_selects_what_it_passes(desk: Desk, key: Key, held: Held) -> None:
    page = desk.panels.page
    page.go_to(10)
    (there,) = offsets(desk, key, held, 1)
    page.go_to(10)
    press(desk, key, held | SHIFT)
    assert page.selection == (10, there)
    press(desk, RIGHT)
    assert page.selection is None


def test_shift_back_past_the_start_turns_the_selection_round(desk: Desk) -> None:
    page = desk.panels.page
    page.go_to(10)
    for key in (LEFT, RIGHT, RIGHT):
        press(desk, key, SHIFT)
    assert page.selection == (9, 10)


def test_w_after_a_word_selects_that_word_and_shift_w_lets_it_go(desk: Desk) -> None:
    page = desk.panels.page
    press(desk, LEFT, CTRL)
    press(desk, Key.Key_W)
    assert page.selection == words.word_at(page.text, 0)
    press(desk, Key.Key_W)
    assert page.selection != words.word_at(page.text, 0)
    press(desk, Key.Key_W, SHIFT)
    press(desk, Key.Key_W, SHIFT)
    assert page.selection is None


@pytest.mark.parametrize(
    ("key", "name"), [(Key.Key_1, "actor"), (Key.Key_2, "casualty"), (Key.Key_3, "location"), (Key.Key_4, "claim")]
)
def test_each_label_has_its_key(qtbot: QtBot, desk: Desk, key: Key, name: str) -> None:
    mark(qtbot, desk, 0, 6, key)
    assert labelled(desk) == [name]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_span_in_focus_is_relabelled_by_another_key_and_erased(qtbot: QtBot, desk: Desk, key: Key) -> None:
    mark(qtbot, desk, 0, 6)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_4)
    assert labelled(desk) == ["claim"]
    press(desk, key)
    qtbot.waitUntil(lambda: labelled(desk) == [])


CHORDS = {
    "start_left": (Key.Key_BracketLeft, NONE),
    "start_right": (Key.Key_BracketRight, NONE),
    "end_left": (Key.Key_BraceLeft, SHIFT),
    "end_right": (Key.Key_BraceRight, SHIFT),
    "start_word_left": (Key.Key_BracketLeft, CTRL),
    "start_word_right": (Key.Key_BracketRight, CTRL),
    "end_word_left": (Key.Key_BraceLeft, CTRL | SHIFT),
    "end_word_right": (Key.Key_BraceRight, CTRL | SHIFT),
}


@pytest.mark.parametrize("name", EDGES)
def test_each_edge_is_pushed_each_way_by_its_key(qtbot: QtBot, desk: Desk, name: str) -> None:
    page = desk.panels.page
    mark(qtbot, desk, *_middle_words(page.text))
    target = page.edge_target(*EDGES[name])
    with qtbot.waitSignal(desk.session.applied):
        press(desk, *CHORDS[name])
    (span,) = page.spans.in_order()
    assert (span.start, span.end) == target


def _middle_words(text: str) -> tuple[int, int]:
    """Return a range over the third to the fifth word."""
    found = [span for span in words.words(text) if not text[slice(*span)].isspace()]
    return found[2][0], found[4][1]


def test_tab_walks_the_spans_in_reading_order_outer_first_and_shift_tab_back(qtbot: QtBot, desk: Desk) -> None:
    places: Sequence[tuple[int, int]] = ((40, 50), (2, 10), (0, 20), (2, 5))
    for start, end in places:
        mark(qtbot, desk, start, end)
    page = desk.panels.page
    page.go_to(0)
    page.focus_span(None)

    def walk(key: Key, held: Held) -> list[tuple[int, int]]:
        found = []
        for _ in range(5):
            press(desk, key, held)
            assert page.focused_span
            found.append((page.focused_span.start, page.focused_span.end))
        return found

    assert walk(Key.Key_Tab, NONE) == [(0, 20), (2, 10), (2, 5), (40, 50), (40, 50)]
    assert "no span further" in desk.status.message.text()
    assert walk(Key.Key_Backtab, SHIFT) == [(2, 5), (2, 10), (0, 20), (0, 20), (0, 20)]
    assert page.hasFocus()


def test_the_text_grows_shrinks_and_returns_to_its_usual_size(desk: Desk) -> None:
    sizes = []
    for key in (Key.Key_Equal, Key.Key_Equal, Key.Key_Minus, Key.Key_0):
        press(desk, key, CTRL)
        sizes.append(desk.panels.page.zoom)
    assert sizes == [110, 120, 110, 100]
    assert desk.status.zoom.text() == "100 %"


def test_a_paragraph_is_turned_by_key_and_the_others_stay(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    sides = []
    for _ in range(3):
        with qtbot.waitSignal(desk.session.applied):
            press(desk, Key.Key_L, CTRL)
        sides.append([stretch.is_rtl for stretch in page.flow.stretches[:2]])
    assert sides == [[True, True], [False, True], [True, True]]


def test_esc_lets_go_of_the_innermost_first(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    mark(qtbot, desk, 0, 6)
    page.focus_span(None)
    press(desk, Key.Key_1)
    page.focus_span(page.spans.in_order()[0].id)
    page.select(0, 3)
    found = []
    for _ in range(3):
        press(desk, Key.Key_Escape)
        found.append((page.selection, desk.marking.armed_label is None, page.focused is None))
    assert found == [(None, False, False), (None, True, False), (None, True, True)]


@pytest.mark.parametrize("field", ["documents_filter", "spans_list", "history_list"])
def test_esc_in_a_panel_goes_to_the_text_at_the_end_of_the_span_in_focus(qtbot: QtBot, desk: Desk, field: str) -> None:
    page = desk.panels.page
    mark(qtbot, desk, 0, 5)
    page.go_to(100)
    page.focus_span(page.spans.in_order()[0].id)
    widget = desk.findChild(QWidget, field)
    assert isinstance(widget, QWidget)
    widget.setFocus()
    press(desk, Key.Key_Escape)
    assert page.hasFocus()
    assert (page.caret.offset, page.focused is None) == (5, False)


def test_an_article_is_marked_without_a_mouse(qtbot: QtBot, desk: Desk) -> None:
    page = desk.panels.page
    press(desk, Key.Key_Home, CTRL)
    for label in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4):
        press(desk, LEFT, CTRL)
        press(desk, Key.Key_W)
        with qtbot.waitSignal(desk.session.applied):
            press(desk, label)
        qtbot.waitUntil(lambda: not page.pending)
    found = [span for span in words.words(page.text) if not page.text[slice(*span)].isspace()]
    assert [(span.start, span.end) for span in page.spans.in_order()] == found[:4]
    assert labelled(desk) == ["actor", "casualty", "location", "claim"]


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (Key.Key_Period, "Select some text first"),
        (Key.Key_D, "Click the span first that this is about"),
        (Key.Key_Delete, "Click the span first that this is about"),
        (Key.Key_T, "Select some text first, or click a span"),
    ],
)
def test_a_key_that_has_nothing_to_work_on_says_what_is_to_be_done_first(desk: Desk, key: Key, says: str) -> None:
    press(desk, key)
    assert desk.status.message.text() == says


def test_a_key_pressed_beside_the_page_says_nothing_of_the_page(desk: Desk) -> None:
    desk.panels.documents.list.setFocus()
    press(desk, Key.Key_BracketLeft, CTRL)
    assert desk.status.message.text() == ""


def test_a_key_that_would_change_nothing_says_nothing_where_the_notice_tells_why(desk: Desk) -> None:
    desk.session.leave_document()
    press(desk, Key.Key_D)
    assert desk.status.message.text() == ""
