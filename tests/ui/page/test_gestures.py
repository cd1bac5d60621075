from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page

ARTICLE = Document.of(resources.seeds()[0].read_text(encoding="utf-8"))
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, schema: Schema) -> Iterator[Page]:
    """Return a page that shows the seed article."""
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.set_looks(looks_of(schema))
    shown.show_document(ARTICLE, ())
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.hide()


def middle(page: Page, offset: int) -> QPoint:
    """Return the middle of the cluster at *offset* in the viewport."""
    place = page.flow.place_of(offset)
    rect, paragraph = page.line_rect(place), page.flow.paragraph(place.paragraph)
    assert rect is not None
    geometry = paragraph.lines[place.line].geometry
    k = geometry.holding(paragraph.units(offset, offset)[0])
    return QPoint(round(rect.left() + (geometry.x0[k] + geometry.x1[k]) / 2), round(rect.center().y()))


def drag(page: Page, a: QPoint, b: QPoint, held: Qt.KeyboardModifier = NONE) -> tuple[int, int] | None:
    QTest.mousePress(page.viewport(), LEFT, held, a)
    QTest.mouseMove(page.viewport(), b)
    QTest.mouseRelease(page.viewport(), LEFT, held, b)
    return page.selection


@pytest.mark.parametrize("held", [NONE, ALT])
@pytest.mark.parametrize("reach", [3, 40, 150, 320])
def test_both_directions_of_a_drag_select_the_same(page: Page, reach: int, held: Qt.KeyboardModifier) -> None:
    a, b = 10, 10 + reach
    forward = drag(page, middle(page, a), middle(page, b), held)
    assert forward is not None
    assert forward[0] <= a < b < forward[1]
    assert drag(page, middle(page, b), middle(page, a), held) == forward


def test_a_release_outside_the_widget_counts(page: Page) -> None:
    selected = drag(page, middle(page, 10), QPoint(-50, middle(page, 10).y()))
    assert selected is not None
    assert selected[0] <= 10 < selected[1]


def test_a_click_focuses_the_innermost_span(page: Page, schema: Schema) -> None:
    label = schema.named("actor").id
    outer, inner = (Span.over(ARTICLE, a, b, label=label, layer=b"l" * 16, by_character=True) for a, b in ((5, 30), (10, 14)))
    page.replace_spans((), (outer, inner))
    QTest.mouseClick(page.viewport(), LEFT, NONE, middle(page, 11))
    assert page.focused == inner.id
    page.focus_next(backwards=True)
    assert page.focused == outer.id


def test_shift_and_arrow_select_and_copy_takes_the_logical_text(page: Page) -> None:
    page.go_to(0)
    for _ in range(5):
        page.go("left", extend=True)
    assert page.selection == (0, 5)
    page.copy()
    assert QGuiApplication.clipboard().text() == ARTICLE.text[:5]
    page.escape()
    assert page.selection is None


def test_a_line_down_and_up_comes_back(page: Page) -> None:
    page.go_to(300)
    page.go("down")
    assert page.caret.offset > 300
    page.go("up")
    assert abs(page.caret.offset - 300) <= 1
