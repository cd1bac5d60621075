"""Where the pointer rests, the spans there are told."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.hover import told
from annotator.ui.page.page import Page
from annotator.ui.page.related import Related
from tests.joined import relations_of, spans_over
from tests.ui.acts import ARTICLE, point_of


def marked(page: Page, schema: Schema, *spans: tuple[int, int, str]) -> None:
    """Show the article with spans given as (start, end, label name)."""
    made = [
        Span.over(ARTICLE, start, end, label=schema.named(name).id, layer=b"l" * 16, by_character=True)
        for start, end, name in spans
    ]
    page.show_document(ARTICLE, made)


def test_the_spans_under_the_pointer_are_told_innermost_first(page: Page, schema: Schema) -> None:
    marked(page, schema, (0, 36, "claim"), (6, 36, "actor"))
    lines = told(page, QPointF(point_of(page, 10))).split("\n")
    assert lines == [f"Actor: \u2068{ARTICLE.text[6:36]}\u2069", f"Claim: \u2068{ARTICLE.text[:36]}\u2069"]


def test_a_chip_tells_of_its_own_span(page: Page, schema: Schema) -> None:
    marked(page, schema, (0, 36, "claim"), (6, 36, "actor"))
    chip = next(chip for chip in page.decoration(0).line(0).chips if chip.words == "Claim")
    top = page.flow.visible(page.view_height)[0][1]
    point = chip.rect.center() + QPointF(page.column_left, top)
    assert told(page, point) == f"Claim: \u2068{ARTICLE.text[:36]}\u2069"


def test_of_a_long_span_both_ends_are_told_and_of_many_spans_some(page: Page, schema: Schema) -> None:
    marked(page, schema, *((0, 300 + number, "actor") for number in range(9)))
    lines = told(page, QPointF(point_of(page, 3))).split("\n")
    assert len(lines) == 7
    assert lines[-1] == "\u2068+3\u2069"
    assert ARTICLE.text[:20] in lines[0]
    assert " … " in lines[0]
    assert len(lines[0]) < 110


@pytest.mark.parametrize(
    ("kind", "label", "told_as"),
    [("source", "claim", "Source: \u2066{} → {}\u2069"), ("same_as", "actor", "Same as: \u2066{} ↔ {}\u2069")],
)
def test_the_title_of_a_relation_tells_what_it_joins(page: Page, schema: Schema, kind: str, label: str, told_as: str) -> None:
    spans = spans_over(ARTICLE, schema, (40, 60, label), (6, 36, "actor"))
    page.show_document(ARTICLE, spans)
    page.links.show(Related(schema.relations, relations_of(schema, spans, (0, kind, 1))))
    page.focus_span(spans[0].id)
    (one,) = page.links.drawn
    assert one.title
    quotes = (f"\u2068{ARTICLE.text[slice(*span.parts[0])]}\u2069" for span in spans)
    assert told(page, one.title.center()) == told_as.format(*quotes)


def test_beside_spans_nothing_is_told(page: Page, schema: Schema) -> None:
    marked(page, schema, (6, 36, "actor"))
    assert not told(page, QPointF(point_of(page, 80)))
    assert not told(page, QPointF(2, 2))


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize(("offset", "is_told"), [(10, True), (80, False)])
def test_the_pointer_at_rest_shows_it_as_it_stands(page: Page, schema: Schema, offset: int, is_told: bool) -> None:  # noqa: FBT001 - a case
    marked(page, schema, (6, 36, "actor"))
    point = point_of(page, offset)
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, point, page.viewport().mapToGlobal(QPoint(point)))
    QApplication.sendEvent(page.viewport(), help_wanted)
    assert ("Actor" in page.viewport().toolTip()) == is_told
    assert page.viewport().toolTip().startswith("<p") == is_told
