"""What cannot be seen in the text is shown where it stands, on request."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.desk import Desk
from annotator.ui.page.page import Page
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.signs import signs
from tests.ui.acts import press

LayOut = Callable[..., Paragraph]


def test_a_sign_stands_at_the_edge_of_the_cluster_it_begins_or_ends(lay_out: LayOut) -> None:
    paragraph = lay_out("می\u200cخواهم و\u00a0باكو", width=500)
    geometry = paragraph.lines[0].geometry
    joiner, space = signs(paragraph, 0)
    assert (joiner.names, space.names) == ("ZWNJ", "NBSP")
    assert joiner.x == pytest.approx(geometry.trailing(geometry.holding(2)), abs=1)
    assert space.x == pytest.approx(geometry.leading(geometry.holding(10)), abs=1)


def test_the_names_of_those_at_one_place_stand_together(lay_out: LayOut) -> None:
    assert [sign.names for sign in signs(lay_out("قال\u200f\u200e نعم", width=500), 0)] == ["RLM LRM"]


def test_each_line_shows_its_own(lay_out: LayOut) -> None:
    paragraph = lay_out("قال\u200f " * 40, width=200)
    assert len(paragraph.lines) > 3
    names = [sign.names for index in range(len(paragraph.lines)) for sign in signs(paragraph, index)]
    assert names == ["RLM"] * 40


def drawn(page: Page) -> QImage:
    """Return the page as it is painted."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    page.viewport().render(image)
    return image


def show(page: Page, schema: Schema, text: str, *spans: tuple[int, int, str]) -> None:
    """Show *text* under spans given as (start, end, label name)."""
    document = Document.of(text)
    page.show_document(
        document,
        [
            Span.over(document, start, end, label=schema.named(label).id, layer=b"l" * 16, by_character=True)
            for start, end, label in spans
        ],
    )


def test_signs_are_drawn_between_chips_and_move_no_text(page: Page, schema: Schema) -> None:
    show(page, schema, "قال\u200f المتحدث\u200c\u00a0باسم\tالحكومة", (0, 3, "actor"), (5, 12, "claim"))
    before = drawn(page)
    boxes = [line.geometry.table.boxes for line in page.flow.paragraph(0).lines]
    page.set_signs(shown=True)
    assert drawn(page) != before
    assert [line.geometry.table.boxes for line in page.flow.paragraph(0).lines] == boxes
    page.set_signs(shown=False)
    assert drawn(page) == before


def test_a_name_with_no_room_of_its_own_is_left_out_and_its_tick_stays(page: Page, schema: Schema) -> None:
    show(page, schema, "\u2066a\u2069" * 60)
    before = drawn(page)
    page.set_signs(shown=True)
    after = drawn(page)
    paragraph = page.flow.paragraph(0)
    y = round(page.flow.visible(page.view_height)[0][1] + paragraph.fill_top(0)) + 1
    for sign in signs(paragraph, 0)[1:]:  # the caret stands before the first
        x = page.column_left + round(sign.x)
        assert any(after.pixel(near, y) != before.pixel(near, y) for near in (x - 1, x))


def test_a_text_in_which_all_can_be_seen_has_none(page: Page, schema: Schema) -> None:
    show(page, schema, "قال المتحدث", (0, 3, "actor"))
    before = drawn(page)
    page.set_signs(shown=True)
    assert drawn(page) == before


def test_i_shows_them_and_that_is_remembered(open_desk: Callable[[], Desk]) -> None:
    first = open_desk()
    press(first, Qt.Key.Key_I)
    assert first.panels.page.has_signs
    assert first.commands.actions["signs"].isChecked()
    first.close()
    again = open_desk()
    assert again.panels.page.has_signs
    press(again, Qt.Key.Key_I)
    assert not again.panels.page.has_signs
