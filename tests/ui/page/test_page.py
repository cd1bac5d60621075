from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document, Source
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui import theme
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page
from annotator.ui.page.parts import ALL, FOCUSED, NONE
from annotator.ui.page.typography import USUAL
from tests.ui.acts import ARTICLE


@pytest.fixture
def actor(schema: Schema) -> Span:
    """Return a span in the second paragraph of the seed."""
    start = ARTICLE.text.index("\n") + 3
    return Span.over(ARTICLE, start, start + 12, label=schema.named("actor").id, layer=b"l" * 16, by_character=True)


def picture(page: Page) -> QImage:
    return page.viewport().grab().toImage()


def wheel(page: Page, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - the constructor takes no keyword here
    )
    QApplication.sendEvent(page.viewport(), event)


def test_an_empty_page_paints_paper(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.resize(300, 200)
    assert not page.has_document
    image = picture(page)
    assert {image.pixelColor(x, y).rgb() for x in range(0, 280, 9) for y in range(0, 200, 9)} == {theme.LIGHT.page.rgb()}


def test_clearing_a_page_leaves_nothing_of_the_document(page: Page) -> None:
    page.clear()
    assert not page.has_document
    assert page.verticalScrollBar().maximum() == 0


def test_a_span_changes_the_picture_and_taking_it_away_restores_it(page: Page, actor: Span) -> None:
    bare = picture(page)
    page.replace_spans((), (actor,))
    assert picture(page) != bare
    page.replace_spans((actor,), ())
    assert picture(page) == bare


def test_a_span_that_goes_loses_the_focus(page: Page, actor: Span, qtbot: QtBot) -> None:
    page.replace_spans((), (actor,))
    page.focus_span(actor.id)
    assert page.focused_span == actor
    with qtbot.waitSignal(page.span_focused, check_params_cb=lambda span: span is None):
        page.replace_spans((actor,), ())


def test_a_relabelled_span_keeps_the_focus(page: Page, actor: Span, schema: Schema) -> None:
    page.replace_spans((), (actor,))
    page.focus_span(actor.id)
    other = Span(actor.layer, actor.document, actor.id, schema.named("location").id, actor.start, actor.end, actor.quote)
    page.replace_spans((actor,), (other,))
    assert page.focused_span == other


def test_focus_is_told_once_and_shown(page: Page, actor: Span, qtbot: QtBot) -> None:
    page.replace_spans((), (actor,))
    bare = picture(page)
    with qtbot.waitSignal(page.span_focused):
        page.focus_span(actor.id)
    assert picture(page) != bare
    with qtbot.assertNotEmitted(page.span_focused):
        page.focus_span(actor.id)


def test_a_span_not_on_disk_yet_looks_different(page: Page, actor: Span) -> None:
    page.replace_spans((), (actor,))
    saved = picture(page)
    page.set_pending({actor.id})
    assert picture(page) != saved
    page.set_pending(())
    assert picture(page) == saved


def test_hits_are_shown_and_the_current_one_stands_out(page: Page) -> None:
    bare = picture(page)
    page.set_hits([(10, 14), (30, 35)])
    found = picture(page)
    page.set_hits([(10, 14), (30, 35)], (30, 35))
    assert len({bytes(image.constBits()) for image in (bare, found, picture(page))}) == 3


def test_the_wheel_scrolls_and_the_bar_follows(page: Page) -> None:
    wheel(page, -2)
    assert page.flow.position > 100
    assert page.verticalScrollBar().value() == round(page.flow.position)
    wheel(page, 5)
    assert page.flow.position == 0


def test_the_bar_scrolls_the_page(page: Page) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.flow.visible(page.view_height)[-1][0] == len(page.flow) - 1


def test_ctrl_wheel_zooms_and_tells(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.zoom_changed, check_params_cb=lambda percent: percent == 110):
        wheel(page, 1, Qt.KeyboardModifier.ControlModifier)
    assert page.zoom == 110


def test_zoom_and_width_keep_the_line_on_top(page: Page) -> None:
    offset = page.flow.starts[12]
    page.flow.show(page.flow.place_of(offset), 0, page.view_height)
    changes: tuple[Callable[[], None], ...] = (
        lambda: page.set_zoom(180),
        lambda: page.resize(500, 600),
        lambda: page.set_zoom(80),
    )
    for change in changes:
        change()
        place = page.flow.place_of(offset)
        paragraph = page.flow.paragraph(place.paragraph)
        assert page.flow.first_offset() <= offset
        assert page.flow.first_offset() >= paragraph.start


def test_the_column_stays_narrow_enough_to_read_and_in_the_middle(page: Page) -> None:
    page.resize(2400, 600)
    assert page.flow.width == USUAL.column * page.flow.typography.font.pixelSize()
    assert page.column_left == pytest.approx((page.viewport().width() - page.flow.width) / 2, abs=1)


def test_another_theme_repaints_in_its_colours(page: Page, schema: Schema) -> None:
    page.set_looks(looks_of(schema, theme.DARK))
    assert picture(page).pixelColor(2, 2) == theme.DARK.page


def test_hiding_the_chips_brings_the_lines_nearer(page: Page) -> None:
    pitch = page.flow.typography.pitch
    page.set_chips(NONE)
    assert page.flow.typography.pitch < pitch
    page.set_chips(ALL)
    assert page.flow.typography.pitch == pitch


def test_only_the_span_in_focus_is_named_on_request(page: Page, schema: Schema) -> None:
    first, second = (
        Span.over(ARTICLE, start, end, label=schema.named("actor").id, layer=b"l" * 16, by_character=True)
        for start, end in ((0, 5), (6, 11))
    )
    page.show_document(ARTICLE, (first, second))
    page.set_chips(FOCUSED)

    def named() -> list[bytes]:
        return [chip.part.span.id for chip in page.decoration(0).line(0).chips]

    picture(page)
    assert named() == []
    page.focus_span(first.id)
    assert named() == [first.id]
    page.focus_span(second.id)
    assert named() == [second.id]
    page.focus_span(None)
    assert named() == []
    page.set_chips(ALL)
    assert named() == [first.id, second.id]


def test_what_is_far_away_is_brought_into_view(page: Page) -> None:
    offset = page.flow.starts[-1] + 5
    page.reveal(offset)
    rect = page.line_rect(page.flow.place_of(offset))
    assert rect is not None
    assert rect.top() >= 0
    assert rect.bottom() <= page.view_height


def test_what_is_in_view_already_does_not_scroll(page: Page) -> None:
    page.scroll_by(100)
    position = page.flow.position
    page.reveal(page.flow.starts[page.flow.visible(page.view_height)[1][0]])
    assert page.flow.position == position


def test_showing_the_same_document_again_keeps_the_place(page: Page) -> None:
    page.flow.show(page.flow.place_of(page.flow.starts[12]), 0, page.view_height)
    source = Source(ARTICLE.id, b"s" * 16, "t", directions=((page.flow.starts[3], "ltr"),))
    page.show_document(ARTICLE, (), source)
    assert page.flow.first_offset() == page.flow.starts[12]
    assert not page.flow.stretches[3].is_rtl


def test_another_document_begins_at_its_top(page: Page) -> None:
    page.scroll_by(800)
    page.show_document(Document.of("باكو\n" * 100), ())
    assert page.flow.position == 0


def test_a_point_is_on_the_line_that_is_painted_there(page: Page) -> None:
    for index, top in page.flow.visible(page.view_height)[:3]:
        for number, line in enumerate(page.flow.paragraph(index).lines):
            place, x = page.place_at(QPointF(page.column_left + 30, top + line.top + 20))
            assert (place.paragraph, place.line, x) == (index, number, 30)


def test_an_error_while_painting_is_told_and_the_page_lives_on(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *error: told.append(error[1]))
    monkeypatch.setattr(page.flow, "visible", lambda _height: 1 / 0)
    page.viewport().repaint()
    assert isinstance(told[0], ZeroDivisionError)
    monkeypatch.undo()
    assert picture(page).pixelColor(2, 2) == theme.LIGHT.page


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_menu_comes_at_the_pointer_or_by_key_at_the_caret(page: Page, qtbot: QtBot, reason: QContextMenuEvent.Reason) -> None:
    page.go_to(2000)
    page.scroll_by(-5000)
    pointer = page.viewport().mapToGlobal(QPoint(7, 9))
    with qtbot.waitSignal(page.menu_requested) as told:
        QApplication.sendEvent(page.viewport(), QContextMenuEvent(reason, QPoint(7, 9), pointer))
    (point,) = told.args
    if reason == QContextMenuEvent.Reason.Mouse:
        assert point == pointer
    else:
        at = page.viewport().mapFromGlobal(point)
        rect = page.line_rect(page.flow.place_of(2000))
        assert rect is not None
        assert at.y() == round(rect.bottom())
        assert page.viewport().rect().contains(at)
