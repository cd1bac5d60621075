"""An annotated document as a file for eyes: PNG, SVG and PDF, with the passes of the screen, and HTML."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from annotator.model.errors import AnnotatorError
from annotator.project.files import replacing
from annotator.text.shown import shown
from annotator.ui.html import html
from annotator.ui.page import painting
from annotator.ui.page.leaves import Printed, Report, Sheet, draw_outlines, unheard

SCREEN_DPI, PDF_DPI = 96, 1200
TALLEST_PX = 32_000


def render(sheet: Sheet, path: Path, scale: float = 2.0, report: Report = unheard) -> None:
    """Write *sheet* to *path* in the format its suffix names, whole or not at all; *scale* is for PNG.

    Raises AnnotatorError for a suffix that is no picture format, a document too long for one, a file that cannot be written.
    """
    encode = ENCODERS.get(path.suffix.lower())
    if encode is None:
        message = "{name}: not a picture format; choose {formats}"
        raise AnnotatorError(message, name=shown(path.name), formats=", ".join(ENCODERS))
    ready()
    content = encode(sheet, scale, report)
    with replacing(path) as stream:
        stream.write(content)


def ready() -> None:
    """Make sure that text can be shaped; a program without a window needs no display for it."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _APPLICATION.append(QGuiApplication(["annotator"]))


def png(sheet: Sheet, scale: float, report: Report = unheard) -> bytes:
    """Return *sheet* as one PNG of *scale* pixels a unit."""
    printed = Printed(sheet, report)
    leaf = printed.leaves()[0]
    if leaf.height * scale > TALLEST_PX:
        raise AnnotatorError("the document is too long for one picture; render it as .pdf")
    image = QImage(QSizeF(sheet.width * scale, leaf.height * scale).toSize(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        printed.paint(painter, leaf, painting.draw_text_on_screen)
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg(sheet: Sheet, _scale: float, report: Report = unheard) -> bytes:
    """Return *sheet* as one SVG, its text as outlines."""
    printed = Printed(sheet, report)
    leaf = printed.leaves()[0]
    buffer, generator = _buffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(SCREEN_DPI)
    generator.setSize(QSize(round(sheet.width), round(leaf.height)))
    generator.setViewBox(QRectF(0, 0, sheet.width, leaf.height))
    generator.setTitle(sheet.title)
    with QPainter(generator) as painter:
        printed.paint(painter, leaf, draw_outlines)
    return bytes(buffer.data().data())


def pdf(sheet: Sheet, _scale: float, report: Report = unheard) -> bytes:
    """Return *sheet* as a PDF of A4 pages, its text as outlines."""
    return pdf_on(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()), sheet, report)


def pdf_on(layout: QPageLayout, sheet: Sheet, report: Report = unheard) -> bytes:
    """Return *sheet* as a PDF of pages like *layout*."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(sheet.title)
    writer.setPageLayout(bare(layout))
    printed = Printed(sheet, report)
    with QPainter(writer) as painter:
        shrink = painter.viewport().width() / sheet.width
        painter.scale(shrink, shrink)
        for number, leaf in enumerate(printed.leaves(leaf_height(layout, sheet))):
            if number:
                writer.newPage()
            printed.paint(painter, leaf, draw_outlines)
    return bytes(buffer.data().data())


def leaf_height(layout: QPageLayout, sheet: Sheet) -> float:
    """Return how high a leaf of *sheet* is, in its pixels, on pages like *layout*."""
    paper = layout.fullRectPoints()
    return sheet.width * paper.height() / paper.width()


def bare(layout: QPageLayout) -> QPageLayout:
    """Return *layout* without margins of its own: a sheet brings its margins with it."""
    return QPageLayout(layout.pageSize(), layout.orientation(), QMarginsF())


ENCODERS: dict[str, Callable[[Sheet, float, Report], bytes]] = {".png": png, ".svg": svg, ".pdf": pdf, ".html": html}
_APPLICATION: list[QGuiApplication] = []


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
