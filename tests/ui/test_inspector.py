"""The inspector: the exact text in a field as high as it needs, where it is, and what in it cannot be seen."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.schemas import Schema
from annotator.ui.inspector import OVER_FORM, Inspector, invisible
from annotator.ui.page.looks import looks_of
from annotator.ui.quote import LONGEST, MOST_LINES

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    made = Inspector()
    qtbot.addWidget(made)
    made.resize(240, 500)
    made.show()
    return made


def height_for(inspector: Inspector, text: str) -> int:
    """Return how high the field is that shows *text*."""
    inspector.show_stretch(text, ((0, len(text)),), None)
    for _ in range(3):
        QApplication.processEvents()
    return inspector.quote.height()


def test_the_field_is_as_high_as_the_text_needs(inspector: Inspector) -> None:
    line = inspector.quote.fontMetrics().lineSpacing()
    one, three, many = (height_for(inspector, "كلمة\n" * count + "كلمة") for count in (0, 2, 200))
    assert line < one < 2 * line + 20
    assert one + 1.8 * line < three < one + 3.2 * line
    assert three < many <= (MOST_LINES + 1) * line + 20
    assert inspector.quote.verticalScrollBar().maximum() > 0


def test_above_the_attributes_of_a_span_the_field_is_lower(inspector: Inspector, schema: Schema) -> None:
    text, line = "كلمة\n" * 20, inspector.quote.fontMetrics().lineSpacing()
    inspector.show_stretch(text, ((0, len(text)),), looks_of(schema).of(schema.labels[0].id))
    for _ in range(3):
        QApplication.processEvents()
    assert inspector.quote.height() <= (OVER_FORM + 1) * line + 20


def test_a_wrapped_line_counts_as_two(inspector: Inspector) -> None:
    assert height_for(inspector, "كلمة " * 12) > height_for(inspector, "كلمة")


def test_a_very_long_text_is_cut_in_its_middle(inspector: Inspector) -> None:
    height_for(inspector, "ا" * LONGEST + "ب" * LONGEST)
    shown = inspector.quote.toPlainText()
    assert len(shown) < LONGEST + 20
    assert "ا\n…\nب" in shown


def test_in_a_low_panel_the_field_gives_way_and_the_rest_stays(inspector: Inspector) -> None:
    inspector.resize(240, 190)
    height_for(inspector, "كلمة\n" * 200)
    assert inspector.rect().contains(inspector.quote.geometry())
    assert inspector.quote.height() >= inspector.quote.minimumSizeHint().height()


def test_what_cannot_be_seen_is_named_once_each_up_to_a_few() -> None:
    assert invisible("a\u200fb\u200f\u00a0\n") == ["RIGHT-TO-LEFT MARK", "NO-BREAK SPACE", "LINE FEED"]
    assert invisible("".join(map(chr, range(1, 9))))[-1] == "…"
