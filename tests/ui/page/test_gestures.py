"""The mouse on the page: real events between clusters taken from the geometry table, never fixed pixels."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.text import words
from annotator.ui.page import painting
from annotator.ui.page.page import Page
from tests.ui.acts import ARTICLE, point_of

MIXED = Document.of(
    "قال Ilham Aliyev يوم أمس إن 32 شخصا قتلوا في Nagorno-Karabakh. وأضاف أن طائرة F-16 أصيبت هناك! ثم عاد إلى باكو.\n"
    "The city of باكو and ناغورني قره باغ were named. A second sentence ends here.\n"
    "كَتَبَ الطَّالِبُ دَرْسًا مُهِمًّا، ولأذربيجان رأي آخر."
)
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def mixed(page: Page) -> Page:
    """Return a narrow page that shows text of both directions on several lines."""
    page.resize(460, 900)
    page.show_document(MIXED, ())
    return page


@pytest.fixture
def actor(schema: Schema) -> bytes:
    """Return the label of the spans here."""
    return schema.named("actor").id


def span_over(document: Document, start: int, end: int, label: bytes) -> Span:
    return Span.over(document, start, end, label=label, layer=b"l" * 16, by_character=True)


def handle(page: Page, edge: str) -> QPoint:
    """Return the middle of a handle of the span in focus."""
    span = page.edges.shown
    assert span is not None
    place = page.flow.place_of(span.start if edge == "start" else span.end - 1)
    paragraph = page.flow.paragraph(place.paragraph)
    handles = dict(painting.handle_rects(paragraph, span, range(len(paragraph.lines))))
    top = page.flow.y_of(place.paragraph, page.view_height)
    assert top is not None
    center = handles[edge].center()
    return QPoint(round(center.x() + page.column_left), round(center.y() + top))


def press(page: Page, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(page.viewport(), LEFT, held, point)


def move(page: Page, point: QPoint) -> None:
    QTest.mouseMove(page.viewport(), point)


def release(page: Page, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseRelease(page.viewport(), LEFT, held, point)


def drag(page: Page, a: QPoint, b: QPoint, held: Qt.KeyboardModifier = NONE) -> tuple[int, int] | None:
    press(page, a, held)
    move(page, b)
    release(page, b, held)
    return page.selection


def click(page: Page, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    press(page, point, held)
    release(page, point, held)


def double_press(page: Page, point: QPoint) -> None:
    """Press twice, as the system tells it: the second press is a double click."""
    click(page, point)
    QTest.mouseDClick(page.viewport(), LEFT, NONE, point)


def of_words(text: str, low: int, high: int) -> tuple[int, int]:
    """Return the words from the one at *low* to the one at *high*."""
    return words.word_at(text, low)[0], words.word_at(text, high)[1]


@pytest.mark.parametrize("held", [NONE, ALT])
@pytest.mark.parametrize("reach", [3, 40, 152, 321])
def test_both_directions_of_a_drag_select_the_same(page: Page, reach: int, held: Qt.KeyboardModifier) -> None:
    a, b = 10, 10 + reach
    forward = drag(page, point_of(page, a), point_of(page, b), held)
    assert forward is not None
    assert forward[0] <= a < b < forward[1]
    assert drag(page, point_of(page, b), point_of(page, a), held) == forward


# From and to: in one line over Latin, over a wrap, over paragraphs, within Latin, from Arabic inside Latin.
STRETCHES = [(1, 22), (6, 8), (6, 40), (22, 70), (2, 130), (121, 135), (118, 121), (125, 198), (0, 227)]


@pytest.mark.parametrize(("a", "b"), STRETCHES)
def test_a_drag_across_directions_lines_and_paragraphs_selects_all_words_between(mixed: Page, a: int, b: int) -> None:
    wanted = of_words(MIXED.text, a, b)
    assert drag(mixed, point_of(mixed, a), point_of(mixed, b)) == wanted
    assert drag(mixed, point_of(mixed, b), point_of(mixed, a)) == wanted


def test_the_caret_is_at_the_end_of_the_selection_where_the_drag_ended(mixed: Page) -> None:
    drag(mixed, point_of(mixed, 5), point_of(mixed, 22))
    assert (mixed.caret.anchor, mixed.caret.offset) == (4, 24)
    drag(mixed, point_of(mixed, 22), point_of(mixed, 5))
    assert (mixed.caret.anchor, mixed.caret.offset) == (24, 4)


@pytest.mark.parametrize(("a", "b"), STRETCHES)
def test_a_drag_with_alt_selects_by_characters(mixed: Page, a: int, b: int) -> None:
    assert drag(mixed, point_of(mixed, a), point_of(mixed, b), ALT) == (a, b + 1)
    assert drag(mixed, point_of(mixed, b), point_of(mixed, a), ALT) == (a, b + 1)


def test_switched_to_characters_a_drag_needs_no_alt(mixed: Page) -> None:
    mixed.set_snap("character")
    assert drag(mixed, point_of(mixed, 5), point_of(mixed, 7)) == (5, 8)
    mixed.set_snap("word")
    assert drag(mixed, point_of(mixed, 5), point_of(mixed, 7)) == (4, 9)


def test_a_letter_and_its_marks_are_one_character(mixed: Page) -> None:
    start = MIXED.text.index("كَ")
    assert drag(mixed, point_of(mixed, start), point_of(mixed, start + 2), ALT) == (start, start + 4)


def test_a_drag_that_ends_beside_a_word_leaves_the_space_out(mixed: Page) -> None:
    assert drag(mixed, point_of(mixed, 1), point_of(mixed, 3)) == (0, 3)
    assert drag(mixed, point_of(mixed, 5), point_of(mixed, 3)) == (4, 9)


def test_the_snapped_range_shows_while_dragging_and_is_told_once_at_the_end(mixed: Page, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    mixed.text_selected.connect(lambda *stretch: told.append(stretch))
    press(mixed, point_of(mixed, 5))
    move(mixed, point_of(mixed, 11))
    assert mixed.selection == (4, 16)
    move(mixed, point_of(mixed, 17))
    assert mixed.selection == (4, 20)
    assert told == []
    release(mixed, point_of(mixed, 17))
    assert told == [(4, 20)]
    assert qtbot


@pytest.mark.parametrize("point", [QPoint(-50, 40), QPoint(2000, 40), QPoint(100, -300), QPoint(100, 5000)])
def test_a_release_anywhere_ends_the_drag(mixed: Page, point: QPoint) -> None:
    press(mixed, point_of(mixed, 5))
    move(mixed, point_of(mixed, 11))
    release(mixed, point)
    assert mixed.selection == (4, 16)
    move(mixed, point_of(mixed, 60))
    assert mixed.selection == (4, 16)


def test_a_release_nobody_told_of_ends_the_drag_too(mixed: Page) -> None:
    press(mixed, point_of(mixed, 5))
    move(mixed, point_of(mixed, 11))
    point = QPointF(point_of(mixed, 60))
    no_button = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        mixed.viewport(),
        QMouseEvent(QEvent.Type.MouseMove, point, mixed.viewport().mapToGlobal(point), no_button, no_button, NONE),
    )
    assert mixed.selection == (4, 16)
    QTest.mouseRelease(mixed.viewport(), LEFT, NONE, point_of(mixed, 60))
    assert mixed.selection == (4, 16)


def test_a_drag_out_of_the_widget_selects_to_the_nearest_text(mixed: Page) -> None:
    point = point_of(mixed, 1)
    assert drag(mixed, point_of(mixed, 5), QPoint(2000, point.y())) == (0, 9)


def test_a_drag_below_the_view_scrolls_and_selects_on_until_it_comes_back(page: Page, qtbot: QtBot) -> None:
    press(page, point_of(page, 10))
    move(page, QPoint(200, page.view_height + 60))
    qtbot.waitUntil(lambda: page.flow.position > 2 * page.view_height)
    assert page.selection is not None
    assert page.selection[1] > 1200
    inside = QPoint(200, page.view_height // 2)
    move(page, inside)
    position = page.flow.position
    qtbot.wait(100)
    assert page.flow.position == position
    release(page, inside)
    assert page.selection[0] == words.word_at(page.text, 10)[0]


def test_a_drag_above_the_view_scrolls_up(page: Page, qtbot: QtBot) -> None:
    page.scroll_by(900)
    offset = page.flow.first_offset() + 200
    press(page, point_of(page, offset))
    move(page, QPoint(200, -60))
    qtbot.waitUntil(lambda: page.flow.position == 0)
    release(page, QPoint(200, -60))
    assert page.selection == of_words(page.text, page.cluster_at(QPointF(200, 0)), offset)
    assert page.selection[0] < len(page.text.split("\n")[0])


def test_escape_cancels_a_drag_and_the_release_selects_nothing(mixed: Page) -> None:
    mixed.select(60, 64)
    press(mixed, point_of(mixed, 5))
    move(mixed, point_of(mixed, 11))
    assert mixed.escape()
    assert mixed.selection == (60, 64)
    release(mixed, point_of(mixed, 11))
    assert mixed.selection == (60, 64)


def test_a_double_click_selects_the_word_and_a_drag_after_it_goes_on_by_words(mixed: Page) -> None:
    mixed.set_snap("character")
    double_press(mixed, point_of(mixed, 11))
    assert mixed.selection == (10, 16)
    move(mixed, point_of(mixed, 22))
    assert mixed.selection == (10, 24)
    move(mixed, point_of(mixed, 5))
    assert mixed.selection == (4, 16)
    release(mixed, point_of(mixed, 5))
    assert mixed.selection == (4, 16)


SENTENCES = ((0, 62), (63, 94), (95, 111))


def test_a_triple_click_selects_the_sentence_and_a_drag_after_it_goes_on_by_sentences(mixed: Page) -> None:
    first, second, third = SENTENCES
    assert [MIXED.text[a:b][-1] for a, b in SENTENCES] == [".", "!", "."]
    double_press(mixed, point_of(mixed, 70))
    release(mixed, point_of(mixed, 70))
    press(mixed, point_of(mixed, 70))
    assert mixed.selection == second
    move(mixed, point_of(mixed, 100))
    assert mixed.selection == (second[0], third[1])
    move(mixed, point_of(mixed, 20))
    assert mixed.selection == (first[0], second[1])
    release(mixed, point_of(mixed, 20))
    assert mixed.selection == (first[0], second[1])


def test_a_third_click_elsewhere_is_a_first_one(mixed: Page) -> None:
    double_press(mixed, point_of(mixed, 70))
    release(mixed, point_of(mixed, 70))
    click(mixed, point_of(mixed, 20))
    assert mixed.selection is None


@pytest.mark.parametrize(
    ("a", "b", "clicked", "wanted"),
    [
        (5, 11, 28, (4, 30)),  # forward, further on
        (11, 5, 28, (10, 30)),  # backward: the word it began with stays
        (11, 22, 5, (4, 16)),  # forward, to before where it began
        (22, 11, 5, (4, 24)),  # backward, further back
        (5, 28, 11, (4, 16)),  # forward, shorter
        (28, 5, 11, (10, 30)),  # backward, shorter
    ],
)
def test_shift_and_a_click_extend_from_the_word_where_the_drag_began(
    mixed: Page, a: int, b: int, clicked: int, wanted: tuple[int, int]
) -> None:
    drag(mixed, point_of(mixed, a), point_of(mixed, b))
    click(mixed, point_of(mixed, clicked), SHIFT)
    assert mixed.selection == wanted


@pytest.mark.parametrize(("clicked", "wanted"), [(28, (13, 30)), (5, (4, 13))])
def test_shift_and_a_click_extend_from_the_caret(mixed: Page, clicked: int, wanted: tuple[int, int]) -> None:
    mixed.go_to(13)
    click(mixed, point_of(mixed, clicked), SHIFT)
    assert mixed.selection == wanted
    click(mixed, point_of(mixed, 22), SHIFT)
    assert mixed.selection == (13, 24)


def test_shift_and_a_drag_extend_too(mixed: Page) -> None:
    mixed.select(30, 27)
    press(mixed, point_of(mixed, 22), SHIFT)
    move(mixed, point_of(mixed, 11))
    release(mixed, point_of(mixed, 11), SHIFT)
    assert mixed.selection == (10, 30)


def test_a_click_focuses_the_innermost_span_and_asks_for_a_list_of_the_stack(page: Page, actor: bytes, qtbot: QtBot) -> None:
    outer, inner = (span_over(ARTICLE, a, b, actor) for a, b in ((5, 30), (10, 14)))
    page.replace_spans((), (outer, inner))
    with qtbot.waitSignal(page.stack_requested) as told:
        click(page, point_of(page, 11))
    assert page.focused == inner.id
    assert told.args[0] == (inner.id, outer.id)
    assert page.mapFromGlobal(told.args[1]).x() == point_of(page, 11).x()
    with qtbot.assertNotEmitted(page.stack_requested):
        click(page, point_of(page, 25))
    assert page.focused == outer.id
    click(page, point_of(page, 50))
    assert page.focused is None


def test_a_click_beside_the_text_lets_the_span_go(page: Page, actor: bytes) -> None:
    page.show_document(Document.of("باكو"), ())
    span = span_over(page.document, 0, 4, actor)
    page.replace_spans((), (span,))
    page.focus_span(span.id)
    click(page, point_of(page, 3) - QPoint(200, 0))
    assert page.focused is None
    assert page.caret.offset == 4


def chip_of(page: Page, span: Span) -> QPoint:
    """Return the middle of the chip of *span*, in the first paragraph."""
    decoration = page.decoration(0)
    chips = [chip for line in range(len(decoration.paragraph.lines)) for chip in decoration.line(line).chips]
    center = next(chip.rect.center() for chip in chips if chip.part.span == span)
    top = page.flow.y_of(0, page.view_height)
    assert top is not None
    return QPoint(round(center.x() + page.column_left), round(center.y() + top))


def bar_of(page: Page, span: Span) -> QPoint:
    """Return the middle of the bar of *span*, in the first paragraph."""
    decoration = page.decoration(0)
    targets = [target for line in range(len(decoration.paragraph.lines)) for target in decoration.line(line).targets]
    center = next(rect.center() for rect, known in targets if known == span.id)
    top = page.flow.y_of(0, page.view_height)
    assert top is not None
    return QPoint(round(center.x() + page.column_left), round(center.y() + top))


@pytest.mark.parametrize("place", [chip_of, bar_of])
def test_a_click_on_a_chip_or_bar_focuses_its_span_though_others_lie_within(
    page: Page, actor: bytes, qtbot: QtBot, place: object
) -> None:
    assert callable(place)
    outer, inner = (span_over(ARTICLE, a, b, actor) for a, b in ((0, 35), (14, 18)))
    page.replace_spans((), (outer, inner))
    for span in (outer, inner):
        with qtbot.assertNotEmitted(page.stack_requested):
            click(page, place(page, span))
        assert page.focused == span.id


def test_a_click_on_the_number_of_hidden_spans_asks_for_their_list(page: Page, actor: bytes, qtbot: QtBot) -> None:
    spans = [span_over(ARTICLE, 0, end, actor) for end in range(2, 12)]
    page.replace_spans((), spans)
    more = page.decoration(0).line(0).more
    top = page.flow.y_of(0, page.view_height)
    assert more is not None
    assert top is not None
    center = more[0].center()
    point = QPoint(round(center.x() + page.column_left), round(center.y() + top))
    with qtbot.waitSignal(page.stack_requested) as told:
        click(page, point)
    assert told.args[0] == more[1]
    move(page, point)
    assert page.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


@pytest.fixture
def focused(mixed: Page, actor: bytes) -> Span:
    """Return a span over «Ilham Aliyev» that is in focus."""
    span = span_over(MIXED, 4, 16, actor)
    mixed.replace_spans((), (span,))
    mixed.focus_span(span.id)
    return span


@pytest.mark.parametrize(
    ("edge", "to", "held", "wanted"),
    [
        ("end", 22, NONE, (4, 24)),
        ("end", 6, NONE, (4, 9)),
        ("end", 22, ALT, (4, 23)),
        ("end", 70, NONE, (4, 71)),
        ("end", 1, NONE, (4, 9)),  # the edges never meet
        ("end", 1, ALT, (4, 5)),
        ("start", 1, NONE, (0, 16)),
        ("start", 12, NONE, (10, 16)),
        ("start", 12, ALT, (12, 16)),
        ("start", 60, NONE, (10, 16)),
    ],
)
def test_dragging_a_handle_moves_that_edge_and_tells_it_once(  # noqa: PLR0913, PLR0917 - one word a fixture
    mixed: Page, focused: Span, edge: str, to: int, held: Qt.KeyboardModifier, wanted: tuple[int, int]
) -> None:
    told: list[tuple[bytes, int, int]] = []
    mixed.edge_moved.connect(lambda *moved: told.append(moved))
    at = handle(mixed, edge)
    press(mixed, at, held)
    move(mixed, point_of(mixed, 30))
    move(mixed, point_of(mixed, to))
    painted = mixed.marks().focused
    assert painted is not None
    assert (painted.start, painted.end) == wanted
    assert told == []
    release(mixed, point_of(mixed, to), held)
    assert told == [(focused.id, *wanted)]
    assert mixed.selection is None
    assert mixed.focused == focused.id


def test_a_handle_only_clicked_changes_nothing(mixed: Page, focused: Span, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(mixed.edge_moved):
        click(mixed, handle(mixed, "end"))
    assert mixed.focused_span == focused
    assert mixed.selection is None


def test_escape_puts_a_dragged_edge_back(mixed: Page, focused: Span, qtbot: QtBot) -> None:
    mixed.go_to(2)
    before = mixed.viewport().grab().toImage()
    with qtbot.assertNotEmitted(mixed.edge_moved):
        press(mixed, handle(mixed, "end"))
        move(mixed, point_of(mixed, 70))
        assert mixed.viewport().grab().toImage() != before
        assert mixed.escape()
        release(mixed, point_of(mixed, 70))
    assert mixed.focused_span == focused
    assert mixed.viewport().grab().toImage() == before


def test_the_pointer_tells_what_can_be_taken_hold_of(mixed: Page, focused: Span) -> None:
    shapes = []
    for point in (handle(mixed, "start"), point_of(mixed, 40), chip_of(mixed, focused), bar_of(mixed, focused)):
        move(mixed, point)
        shapes.append(mixed.viewport().cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [shape.SizeHorCursor, shape.IBeamCursor, shape.PointingHandCursor, shape.PointingHandCursor]


def test_other_buttons_select_nothing(mixed: Page) -> None:
    QTest.mousePress(mixed.viewport(), Qt.MouseButton.RightButton, NONE, point_of(mixed, 5))
    move(mixed, point_of(mixed, 22))
    QTest.mouseRelease(mixed.viewport(), Qt.MouseButton.RightButton, NONE, point_of(mixed, 22))
    assert mixed.selection is None
