import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.model.schemas import Schema
from annotator.ui import paper, render
from annotator.ui.desk import Desk
from annotator.ui.page import painting
from annotator.ui.page.leaves import MARGIN, Printed, Sheet
from annotator.ui.page.looks import looks_of
from annotator.ui.work import Cancelled
from tests.ui.acts import CTRL, SHIFT, answer, mark, press

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("qapp")]
BLOCK, WHITE, DIFFERENT = 4, 235, 64  # pixels; levels of grey
A5 = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF(10, 10, 10, 10))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an empty folder to print and draw to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def file_dialog(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> list[str]:
    """Have Qt's file dialog answer with this path; return what it was called with."""
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def told(qtbot: QtBot, desk: Desk, text: str) -> None:
    qtbot.waitUntil(lambda: desk.status.message.text() == text)


def boxes(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each page of a PDF, in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in found]


def long_sheet(schema: Schema) -> Sheet:
    return Sheet(Document.of("قره باغ\n" * 200), (), looks_of(schema), "عنوان")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".html"])
def test_a_picture_is_saved_in_the_format_its_name_says(
    qtbot: QtBot, desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    mark(qtbot, desk, 0, 5)
    asked = file_dialog(monkeypatch, out / f"page{suffix}")
    press(desk, Qt.Key.Key_P, CTRL | SHIFT)
    told(qtbot, desk, f"Saved as page{suffix}")
    begins = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>"}
    assert (out / f"page{suffix}").read_bytes().startswith(begins[suffix])
    assert [path.name for path in out.iterdir()] == [f"page{suffix}"]
    assert desk.session.opened
    assert asked == [str(desk.session.project.path.parent / f"{desk.session.opened.source.title}.png")]  # type: ignore[union-attr]


def test_a_picture_without_a_suffix_gets_that_of_the_kind_chosen(
    qtbot: QtBot, desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_dialog(monkeypatch, out / "page", "SVG (*.svg)")
    desk.commands.run("picture")
    told(qtbot, desk, "Saved as page.svg")
    file_dialog(monkeypatch, out / "page.docx")
    desk.commands.run("picture")
    qtbot.waitUntil(lambda: "not a picture format; choose" in desk.panels.notice.text.text())
    assert [path.name for path in out.iterdir()] == ["page.svg"]


def test_a_picture_is_white_in_the_dark_theme(qtbot: QtBot, desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press(desk, Qt.Key.Key_F9)
    file_dialog(monkeypatch, out / "page.png")
    desk.commands.run("picture")
    told(qtbot, desk, "Saved as page.png")
    assert QImage(str(out / "page.png")).pixelColor(2, 2).lightness() > 240


def test_nothing_is_drawn_or_printed_of_spans_in_doubt(desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.session.opened
    desk.session.opened = desk.session.opened._replace(doubt=InvalidFile("the seals differ"))
    file_dialog(monkeypatch, out / "page.png")
    for command in ("picture", "print"):
        desk.panels.notice.hide()
        desk.commands.run(command)
        assert desk.panels.notice.text.text() == "the seals differ"
    assert list(out.iterdir()) == []


def test_a_file_dialog_closed_without_a_choice_saves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file_dialog(monkeypatch, Path())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.commands.run("picture")
    assert desk.status.message.text() == ""


def test_the_document_is_printed_to_a_file_from_the_window(qtbot: QtBot, desk: Desk, out: Path) -> None:
    mark(qtbot, desk, 0, 5)

    def accept(dialog: QPrintDialog) -> None:
        dialog.printer().setPageLayout(A5)
        field = dialog.findChild(QLineEdit, "filename")
        assert isinstance(field, QLineEdit)
        field.setText(str(out / "page.pdf"))
        dialog.accept()

    seen = answer(QPrintDialog, accept)
    press(desk, Qt.Key.Key_P, CTRL)
    told(qtbot, desk, "Printed")
    assert len(seen) == 1
    assert [path.name for path in out.iterdir()] == ["page.pdf"]
    sizes = boxes((out / "page.pdf").read_bytes())
    assert len(sizes) > 2


def test_a_print_dialog_closed_without_a_choice_prints_nothing(qtbot: QtBot, desk: Desk) -> None:
    seen = answer(QPrintDialog, QPrintDialog.reject)
    press(desk, Qt.Key.Key_P, CTRL)
    assert len(seen) == 1
    assert desk.status.message.text() == ""
    assert qtbot


def test_paper_is_as_large_as_the_printer_has_it(schema: Schema) -> None:
    sheet = long_sheet(schema)
    small, large = render.pdf_on(A5, sheet), render.pdf(sheet, 1)
    assert [(round(width), round(height)) for width, height in boxes(small)[:1]] == [(420, 595)]
    assert [(round(width), round(height)) for width, height in boxes(large)[:1]] == [(595, 842)]
    wide = QPageLayout(A5.pageSize(), QPageLayout.Orientation.Landscape, QMarginsF())
    assert len(boxes(render.pdf_on(wide, sheet))) > len(boxes(small))


def test_pages_have_numbers_at_their_foot_where_there_are_several(schema: Schema) -> None:
    printed = Printed(long_sheet(schema))
    leaves = printed.leaves(900)
    assert [leaf.number for leaf in leaves] == list(range(1, len(leaves) + 1))
    assert [leaf.number for leaf in printed.leaves()] == [0]
    images = []
    for leaf in (leaves[1], leaves[2]):
        image = QImage(900, 900, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            printed.paint(painter, leaf, painting.draw_text_on_screen)
        images.append(image.copy(0, 900 - round(MARGIN), 900, round(MARGIN)))
    assert images[0] != images[1]
    ink = [x for x in range(900) if any(images[0].pixelColor(x, y).lightness() < 200 for y in range(round(MARGIN)))]
    assert 430 < min(ink) <= max(ink) < 470


def test_drawing_tells_how_far_it_is_and_stops_when_it_is_cancelled(schema: Schema, out: Path) -> None:
    for suffix in render.ENCODERS:
        steps: list[tuple[int, int]] = []
        sheet = Sheet(Document.of("قره باغ\n" * 20), (), looks_of(schema))
        render.render(sheet, out / f"page{suffix}", report=lambda *step: steps.append(step))  # noqa: B023 - called at once
        assert len(steps) > 20
        assert steps == sorted(steps)
        assert steps[-1][0] <= steps[-1][1]
    for path in out.iterdir():
        path.unlink()

    def cancel(done: int, _total: int) -> None:
        if done > 5:
            raise Cancelled("cancelled: nothing was changed")

    for suffix in render.ENCODERS:
        with pytest.raises(Cancelled):
            render.render(long_sheet(schema), out / f"page{suffix}", report=cancel)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "page.pdf"))
    with pytest.raises(Cancelled):
        paper.job(printer, long_sheet(schema))(cancel)
    assert list(out.iterdir()) == []


def test_a_printer_is_sent_the_same_pages_as_a_file_and_none_when_it_is_cancelled(schema: Schema, out: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "spool.pdf"))
    printer.setPageLayout(A5)
    with pytest.raises(Cancelled):
        paper._print_on(printer, long_sheet(schema), _cancel)
    assert list(out.iterdir()) == []
    paper._print_on(printer, long_sheet(schema), lambda *_: None)
    sent = (out / "spool.pdf").read_bytes()
    assert boxes(sent) == boxes(render.pdf_on(A5, long_sheet(schema)))


def rastered(pdf: Path) -> list[QImage]:
    """Return the pages of a PDF as Ghostscript shows them."""
    command = ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pnggray", "-r40", "-o", str(pdf.with_suffix(".%d.png"))]
    subprocess.run([*command, str(pdf)], check=True, capture_output=True)
    return [QImage(str(path)) for path in sorted(pdf.parent.glob(f"{pdf.stem}.*.png"))]


def blocks(page: QImage) -> bytes:
    """Return how light each block of the *page* is: strokes that fall on the pixels beside count as the same."""
    small = page.scaled(page.width() // BLOCK, page.height() // BLOCK, mode=Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    light, row = bytes(grey.constBits()), grey.bytesPerLine()
    return b"".join(light[row * y : row * y + grey.width()] for y in range(grey.height()))


@pytest.mark.skipif(not shutil.which("gs"), reason="not installed: gs (ghostscript)")
def test_what_a_printer_is_sent_looks_like_the_file(schema: Schema, out: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "sent.pdf"))
    printer.setPageLayout(A5)
    sheet = long_sheet(schema)
    paper._print_on(printer, sheet, lambda *_: None)
    (out / "file.pdf").write_bytes(render.pdf_on(A5, sheet))
    for sent, file in zip(rastered(out / "sent.pdf"), rastered(out / "file.pdf"), strict=True):
        pairs = list(zip(blocks(sent), blocks(file), strict=True))
        inked = sum(file < WHITE for _, file in pairs)
        assert inked > 20
        assert sum(abs(sent - file) > DIFFERENT for sent, file in pairs) < inked / 20


def _cancel(done: int, total: int) -> None:
    if done > total - 3:
        raise Cancelled("cancelled: nothing was changed")


@pytest.mark.qt_log_ignore("QPainter::begin", "QPrinter")
def test_a_printer_that_takes_nothing_is_told_of(schema: Schema, out: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "gone" / "page.pdf"))
    with pytest.raises(AnnotatorError, match="the printer takes nothing"):
        paper._print_on(printer, long_sheet(schema), lambda *_: None)
