import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.model.documents import Document, Source
from annotator.model.errors import AnnotatorError
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui import render, theme
from annotator.ui.page.leaves import MARGIN, Printed, Sheet, draw_outlines
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page

SCHEMA = read_schema(resources.path("schemas", "conflict-ar.toml"))


def spans_of(document: Document, schema: Schema = SCHEMA) -> tuple[Span, ...]:
    found = re.finditer(r"\S+ \S+", document.text)
    return tuple(
        Span.over(document, match.start(), match.end(), label=schema.labels[number % 4].id, layer=b"l" * 16)
        for number, match in enumerate(found)
        if number % 3 == 0
    )


@pytest.fixture
def sheet(qapp: QApplication) -> Sheet:
    """Return the seed article, annotated."""
    assert qapp is not None
    document = Document.of(resources.seeds()[0].read_text(encoding="utf-8"))
    return Sheet(document, spans_of(document), looks_of(SCHEMA), title="مقال")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_a_file_is_written_in_the_format_its_name_says(suffix: str, sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / f"page{suffix}"
    render.render(sheet, path)
    begins = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}
    assert path.read_bytes().startswith(begins[suffix])
    assert list(tmp_path.iterdir()) == [path]


def test_an_svg_holds_its_text_as_outlines(sheet: Sheet) -> None:
    svg = render.svg(sheet, 1).decode()
    assert svg.count("<path") > 31
    assert "<text" not in svg
    assert "<image" not in svg


def test_pages_of_a_pdf_break_between_lines_and_lose_none(sheet: Sheet) -> None:
    printed = Printed(sheet)
    leaves = printed.leaves(1200)
    assert len(leaves) > 2
    lines = [(block.decoration.paragraph.start, index) for leaf in leaves for block in leaf.blocks for index in block.lines]
    whole = [
        (printed.flow.paragraph(paragraph).start, index)
        for paragraph in range(len(printed.flow))
        for index in range(len(printed.flow.paragraph(paragraph).lines))
    ]
    assert lines == whole
    for leaf in leaves:
        last = leaf.blocks[-1]
        assert last.y + len(last.lines) * printed.typography.pitch <= 1200 - MARGIN
    assert render.pdf(sheet, 1).count(b"/Type /Page\n") > 2


def test_a_picture_shows_what_the_screen_shows(sheet: Sheet, qapp: QApplication) -> None:
    page = Page()
    page.set_looks(sheet.looks)
    page.resize(round(sheet.width), 700)
    page.show_document(sheet.document, sheet.spans)
    page.resize(round(sheet.width) + page.width() - page.viewport().width(), 700)
    page.show()
    qapp.processEvents()
    printed = Printed(sheet)
    width = printed.flow.paragraph(0).width
    assert page.flow.width >= width
    shown = glyphs(page.flow.paragraph(1).layout.lineAt(0).glyphRuns())
    assert shown[:20] == glyphs(printed.flow.paragraph(1).layout.lineAt(0).glyphRuns())[:20]


def glyphs(runs: list[QGlyphRun]) -> list[int]:
    return [glyph for run in runs for glyph in run.glyphIndexes()]


def test_outlines_cover_the_same_pixels_as_the_text_of_the_screen(sheet: Sheet) -> None:
    paragraph = Printed(sheet).flow.paragraph(0)
    images = []
    for draw_text in (draw_outlines, lambda painter, shown, _: shown.layout.draw(painter, QPointF(0, 0))):
        image = QImage(int(paragraph.width), int(paragraph.height), QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_text(painter, paragraph, range(len(paragraph.lines)))
        images.append(bytes(image.constBits()))
    differing = sum(abs(one - other) > 128 for one, other in zip(*images, strict=True))
    inked = sum(one < 128 for one in images[0])
    assert inked > 1000
    assert differing < inked / 20


def test_a_page_of_the_dark_theme_is_dark(sheet: Sheet) -> None:
    dark = Sheet(sheet.document, sheet.spans, looks_of(SCHEMA, theme.DARK))
    image = QImage.fromData(render.png(dark, 0.5))
    assert image.pixelColor(2, 2) == theme.DARK.page


def test_the_title_and_the_legend_stand_on_the_first_leaf_only(sheet: Sheet) -> None:
    assert [leaf.is_first for leaf in Printed(sheet).leaves(1200)][:3] == [True, False, False]
    bare = Printed(Sheet(Document.of("باكو"), (), sheet.looks)).leaves()[0]
    assert bare.blocks[0].y == MARGIN


def test_the_direction_of_a_source_is_kept_in_the_file(qapp: QApplication) -> None:
    assert qapp is not None
    document = Document.of("2020\nBaku")
    source = Source(document.id, b"s" * 16, "t", direction="rtl", directions=((5, "rtl"),))
    printed = Printed(Sheet(document, (), looks_of(SCHEMA), source=source))
    assert [stretch.is_rtl for stretch in printed.flow.stretches] == [True, True]


def test_a_suffix_that_is_no_picture_format_is_refused(sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match=r"page.docx: not a picture format; choose .png, .svg, .pdf"):
        render.render(sheet, tmp_path / "page.docx")


def test_a_document_too_long_for_one_picture_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    sheet = Sheet(Document.of("باكو\n" * 1000), (), looks_of(SCHEMA))
    with pytest.raises(AnnotatorError, match="too long for one picture"):
        render.render(sheet, tmp_path / "page.png")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_named(sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match=r"page.svg: cannot be written \(No such file or directory\)"):
        render.render(sheet, tmp_path / "gone" / "page.svg")
