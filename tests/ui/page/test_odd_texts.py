import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui import fonts, theme
from annotator.ui.page.page import Page
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.stretches import PIECE
from annotator.ui.page.typography import Typesetting, Typography

WORD = "لأذربيجان "
ODD = {
    "no spaces": "لأذربيجان" * 400,
    "one letter": "ب" * 3_000,
    "latin only": "The city of Baku was named. " * 60,
    "controls": "قال\u000bثم\u0000عاد\u0001\u0007\u001b\u007f\u0085\u000cهنا\u001c\u001e\u001f2020" * 12,
    "marks alone": "\u064b\u0651\u0301كتب\n\u0301\n\u064e\u064e\u064e\n\u20dd " + "\u0651" * 400,
    "joiners and hyphens": "\u200d\u200c\u200d ه\u200d \u00ad\u00ad باكو\u00ad\n\u2060\u2060\n\ufeffباكو\u2028قره\u2028",
    "directions": "\u202e\u2067\u202b" * 80 + "باكو Baku 2020" + "\u2069\u202c" * 80,
    "nothing": "",
    "line ends": "\n" * 50,
    "tabs": "\t" * 200 + "باكو\tBaku\t2020",
    "astral": "😀👩‍👩‍👧🇦🇿👍🏽\U000e0001\U0010fffd" * 30,
}


def shown(page: Page, text: str) -> Document:
    """Have *page* show *text*, with a span over each stretch of it."""
    document = Document.of(text)
    edges = range(0, len(text), max(len(text) // 12, 1))
    label = next(iter(page.looks.labels))
    spans = [Span.over(document, a, min(a + 7, len(text)), label=label, layer=bytes(16), by_character=True) for a in edges]
    page.show_document(document, spans)
    return document


def picture(page: Page) -> QImage:
    return page.viewport().grab().toImage()


def lines_measured(page: Page) -> int:
    """Return how many lines were measured, in the paragraphs that are laid out."""
    laid_out = [index for index in range(len(page.flow)) if index in page.flow.layouts]
    return sum("geometry" in vars(line) for index in laid_out for line in page.flow.paragraph(index).lines)


def touched(page: Page) -> set[int]:
    """Return the rows of the viewport in which there is more than paper."""
    image, paper = picture(page), theme.LIGHT.page.rgb()
    return {y for y in range(image.height()) if any(image.pixel(x, y) != paper for x in range(image.width()))}


@pytest.fixture(params=list(ODD.values()), ids=list(ODD))
def odd(request: pytest.FixtureRequest) -> str:
    """Return each of the odd texts."""
    return str(request.param)


@pytest.mark.parametrize("width", [0, 1, 40, 700])
def test_an_odd_text_is_shown_and_walked_through_in_a_window_of_any_width(page: Page, odd: str, width: int) -> None:
    page.resize(width, 400)
    document = shown(page, odd)
    for offset in {0, len(document.text) // 2, len(document.text)}:
        page.reveal(offset)
        picture(page)
        page.select(offset, min(offset + 3, len(document.text)))
        page.set_zoom(60 if page.zoom == 400 else 400)
    for index, _ in page.flow.visible(page.view_height):
        paragraph = page.flow.paragraph(index)
        for line in paragraph.lines[:40]:
            starts = {*line.geometry.start, line.geometry.end}
            assert {line.geometry.hit(x) for x in range(-50, 700, 25)} <= starts


def test_an_odd_text_is_painted_within_the_bands_of_its_lines(page: Page, odd: str) -> None:
    shown(page, odd)
    page.clearFocus()
    bands = {
        y
        for index, top in page.flow.visible(page.view_height)
        for y in range(round(top), round(top + page.flow.paragraph(index).height) + 1)
    }
    assert touched(page) <= bands


def test_a_paragraph_of_hundreds_of_thousands_of_letters_costs_the_pieces_in_view(page: Page) -> None:
    shown(page, WORD * 30_000)
    picture(page)
    assert len(page.flow) >= 300_000 // PIECE
    assert [index for index in range(len(page.flow)) if index in page.flow.layouts] == [0]
    in_view = page.view_height / page.flow.typography.pitch + 2
    assert lines_measured(page) <= in_view
    page.reveal(150_000)
    picture(page)
    assert sum(index in page.flow.layouts for index in range(len(page.flow))) <= 3
    assert lines_measured(page) <= 3 * in_view


def test_a_thousand_spans_on_one_word_are_one_chip_row_and_the_rest_a_number(page: Page, schema: Schema) -> None:
    document = Document.of(f"قال {WORD} في باكو")
    label = schema.named("actor").id
    spans = [Span.over(document, 4, 13, label=label, layer=bytes(16), by_character=True) for _ in range(1_000)]
    page.show_document(document, spans)
    rows = touched(page)
    line = page.decoration(0).line(0)
    assert len(line.chips) < 6
    assert line.more
    assert len(line.more[1]) >= 1_000 - page.flow.typography.tracks - len(line.chips)
    assert max(rows) <= page.flow.visible(page.view_height)[0][1] + page.flow.paragraph(0).height


def test_a_text_without_its_typeface_is_set_in_another(qapp: QApplication) -> None:
    assert qapp
    typography = Typography.of(100, Typesetting("No Such Family"))
    (line,) = Paragraph("قال Baku 2020", 0, is_rtl=True, typography=typography, width=500).lines
    assert len(line.geometry.visual()) == 13
    assert 0 < line.text_line.height() <= typography.text_height


def test_a_font_file_that_is_none_is_passed_over(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    assert page
    shutil.copy(resources.path("fonts", "NotoSans-Regular.ttf"), tmp_path / "b.ttf")
    (tmp_path / "a.ttf").write_bytes(b"no font" * 100)
    (tmp_path / "c.ttf").write_bytes(b"")
    monkeypatch.setattr(resources, "path", lambda *_: tmp_path)
    assert fonts.load.__wrapped__() == ("Noto Sans",)
