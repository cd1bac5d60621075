"""The scroll bar shows where in the whole document spans and hits are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.flow import MARGIN_TOP
from annotator.ui.page.page import Page
from annotator.ui.page.spans import SpanIndex
from annotator.ui.scroll_bar import INSET
from tests.ui.acts import ARTICLE

LONG = Document.of((ARTICLE.text + "\n") * 20)
Mark = Callable[[int, str], Span]


@pytest.fixture
def mark(schema: Schema) -> Mark:
    """Return a function that marks ten characters of the long text."""

    def make(start: int, label: str) -> Span:
        return Span.over(LONG, start, start + 10, label=schema.named(label).id, layer=b"l" * 16, by_character=True)

    return make


def marks(page: Page, color: QColor) -> list[QRectF]:
    """Return what is marked on the scroll bar in *color*."""
    return [rect for shown, rects in page.bar.marks if shown == color for rect in rects]


def colored(page: Page, span: Span) -> QColor:
    """Return the colour of the marks of *span*."""
    return page.looks.of(span.label).colors.bar


def place(page: Page, offset: int) -> float:
    """Return where on the bar the text at *offset* begins, by the heights of the paragraphs."""
    top = page.flow.heights.top(page.flow.paragraph_at(offset)) + MARGIN_TOP
    return INSET + top / page.flow.total * (page.bar.height() - 2 * INSET)


def test_each_label_has_a_column_in_which_its_spans_stand_at_their_places(qtbot: QtBot, page: Page, mark: Mark) -> None:
    spans = [mark(0, "actor"), mark(len(LONG.text) // 2, "actor"), mark(len(LONG.text) - 11, "claim")]
    page.show_document(LONG, spans)
    qtbot.waitUntil(lambda: bool(marks(page, colored(page, spans[0]))))
    first, middle = marks(page, colored(page, spans[0]))
    (last,) = marks(page, colored(page, spans[2]))
    assert first.left() == middle.left() < last.left()
    paragraph = page.flow.height(page.flow.paragraph_at(spans[1].start)) / page.flow.total * page.bar.height()
    assert first.top() == pytest.approx(place(page, 0), abs=2)
    assert place(page, spans[1].start) - 2 <= middle.top() <= place(page, spans[1].start) + paragraph + 2
    assert last.bottom() <= page.bar.height()
    assert last.top() > middle.bottom()


def test_what_is_marked_and_erased_is_shown_there_too(qtbot: QtBot, page: Page, mark: Mark) -> None:
    page.show_document(LONG, ())
    span = mark(len(LONG.text) // 2, "location")
    page.replace_spans((), (span,))
    qtbot.waitUntil(lambda: len(marks(page, colored(page, span))) == 1)
    page.replace_spans((span,), ())
    qtbot.waitUntil(lambda: not marks(page, colored(page, span)))


def test_hits_are_shown_over_the_whole_width(qtbot: QtBot, page: Page) -> None:
    page.show_document(LONG, ())
    page.set_hits([(0, 3), (1, 4), (len(LONG.text) // 2, len(LONG.text) // 2 + 3)])
    qtbot.waitUntil(lambda: len(marks(page, page.looks.theme.current_hit)) == 2)
    assert {rect.width() for rect in marks(page, page.looks.theme.current_hit)} == {page.bar.width()}


def test_ten_thousand_spans_are_asked_for_no_oftener_than_the_bar_is_high(
    qtbot: QtBot, page: Page, mark: Mark, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[int]()
    ask = SpanIndex.labels_between

    def counted(index: SpanIndex, start: int, end: int) -> set[bytes]:
        asked.append(start)
        return ask(index, start, end)

    monkeypatch.setattr(SpanIndex, "labels_between", counted)
    spans = [mark(start, "actor") for start in range(0, len(LONG.text) - 10, 10)]
    page.show_document(LONG, spans)
    qtbot.waitUntil(lambda: bool(marks(page, colored(page, spans[0]))))
    assert 0 < len(asked) <= 2 * page.bar.height()
    (all_over,) = marks(page, colored(page, spans[0]))
    assert all_over.height() > page.bar.height() * 0.9


def test_a_bar_without_height_has_no_marks_until_it_is_high_again(qtbot: QtBot, page: Page, mark: Mark) -> None:
    first, second = mark(0, "actor"), mark(len(LONG.text) // 2, "actor")
    page.show_document(LONG, [first])
    qtbot.waitUntil(lambda: len(marks(page, colored(page, first))) == 1)
    page.resize(800, 0)
    page.replace_spans((), (second,))
    qtbot.waitUntil(lambda: not any(rects for _, rects in page.bar.marks))
    page.resize(800, 600)
    qtbot.waitUntil(lambda: len(marks(page, colored(page, first))) == 2)
