import pytest
from PySide6.QtWidgets import QApplication

from annotator.ui.page.flow import MARGIN_BOTTOM, MARGIN_TOP, Flow, Place
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import Typography

VIEW = 600.0


@pytest.fixture
def flow(qapp: QApplication) -> Flow:
    """Return 200 paragraphs of several lines each."""
    assert qapp is not None
    text = "\n".join(f"{number} وذكرت وكالة إنترفاكس للأنباء " * (1 + number % 7) for number in range(200))
    return Flow(text, Stretches(text), Typography.of(), 500)


def test_only_what_shows_is_laid_out(flow: Flow) -> None:
    shown = [index for index, _ in flow.visible(VIEW)]
    assert [index for index in range(200) if index in flow.layouts] == shown
    assert len(shown) < 8


def test_the_view_begins_with_a_margin(flow: Flow) -> None:
    assert flow.visible(VIEW)[0] == (0, MARGIN_TOP)
    assert flow.position == 0


def test_the_view_cannot_leave_the_document_at_the_top(flow: Flow) -> None:
    flow.scroll_by(-500, VIEW)
    assert flow.position == 0


def test_the_view_cannot_leave_the_document_at_the_bottom(flow: Flow) -> None:
    flow.scroll_to(10_000_000, VIEW)
    last, top = flow.visible(VIEW)[-1]
    assert last == 199
    assert top + flow.height(199) == pytest.approx(VIEW - MARGIN_BOTTOM)


def test_a_short_document_does_not_scroll(qapp: QApplication) -> None:
    assert qapp is not None
    flow = Flow("باكو", Stretches("باكو"), Typography.of(), 500)
    flow.scroll_by(300, VIEW)
    assert flow.visible(VIEW) == [(0, MARGIN_TOP)]


def test_scrolling_moves_everything_by_exactly_that_much(flow: Flow) -> None:
    flow.scroll_by(1000, VIEW)
    before = dict(flow.visible(VIEW))
    flow.scroll_by(-333, VIEW)
    after = dict(flow.visible(VIEW))
    common = before.keys() & after.keys()
    assert common
    assert all(after[index] - before[index] == pytest.approx(333) for index in common)


def test_scrolling_down_and_up_again_returns_to_the_same_place(flow: Flow) -> None:
    anchor = flow.anchor
    for _ in range(40):
        flow.scroll_by(211, VIEW)
    for _ in range(40):
        flow.scroll_by(-211, VIEW)
    assert flow.anchor == pytest.approx(anchor)


def test_the_scroll_bar_reaches_any_part_over_estimated_heights(flow: Flow) -> None:
    flow.scroll_to(flow.total / 2, VIEW)
    assert 70 < flow.anchor[0] < 130
    assert sum(index in flow.layouts for index in range(200)) < 20


def test_a_line_is_shown_where_it_is_wanted(flow: Flow) -> None:
    place = flow.place_of(flow.starts[100] + 80)
    assert place.paragraph == 100
    assert place.line > 0
    flow.show(place, 150, VIEW)
    top = flow.y_of(100, VIEW)
    assert top is not None
    assert top + flow.paragraph(100).lines[place.line].top == pytest.approx(150)


def test_a_paragraph_beside_the_view_has_a_place_and_one_far_away_has_none(flow: Flow) -> None:
    flow.show(Place(100, 0), 0, VIEW)
    last, top = flow.visible(VIEW)[-1]
    assert flow.y_of(last + 1, VIEW) == top + flow.height(last)
    assert flow.y_of(99, VIEW) == -flow.height(99)
    assert flow.y_of(50, VIEW) is None


def test_an_offset_at_a_wrap_is_on_the_next_line_unless_the_one_before_is_meant(flow: Flow) -> None:
    paragraph = flow.paragraph(6)
    offset = paragraph.offset(paragraph.lines[0].end)
    assert flow.place_of(offset) == Place(6, 1)
    assert flow.place_of(offset, before=True) == Place(6, 0)


def test_the_first_line_in_view_is_known_by_its_offset(flow: Flow) -> None:
    assert flow.first_offset() == 0
    paragraph = flow.paragraph(6)
    flow.show(Place(6, 2), 0, VIEW)
    assert flow.first_offset() == paragraph.offset(paragraph.lines[2].start)
