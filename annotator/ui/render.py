"""An annotated document as a file for eyes: PNG, SVG and PDF, with the passes of the screen, and HTML."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from annotator.model.errors import AnnotatorError
from annotator.project.files import replacing
from annotator.ui.html import html
from annotator.ui.page import painting
from annotator.ui.page.leaves import Printed, Sheet, draw_outlines

A4_MM, SCREEN_DPI, PDF_DPI, MM_PER_INCH = QSizeF(210, 297), 96, 1200, 25.4
TALLEST_PX = 32_000


def render(sheet: Sheet, path: Path, scale: float = 2.0) -> None:
    """Write *sheet* to *path* in the format its suffix names, whole or not at all; *scale* is for PNG.

    Raises AnnotatorError for a suffix that is no picture format, a document too long for one, a file that cannot be written.
    """
    encode = ENCODERS.get(path.suffix.lower())
    if encode is None:
        message = f"{path.name}: not a picture format; choose {', '.join(ENCODERS)}"
        raise AnnotatorError(message)
    ready()
    content = encode(sheet, scale)
    with replacing(path) as stream:
        stream.write(content)


def ready() -> None:
    """Make sure that text can be shaped; a program without a window needs no display for it."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _APPLICATION.append(QGuiApplication(["annotator"]))


def png(sheet: Sheet, scale: float) -> bytes:
    """Return *sheet* as one PNG of *scale* pixels a unit."""
    printed = Printed(sheet)
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


def svg(sheet: Sheet, _scale: float) -> bytes:
    """Return *sheet* as one SVG, its text as outlines."""
    printed = Printed(sheet)
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


def pdf(sheet: Sheet, _scale: float) -> bytes:
    """Return *sheet* as a PDF of A4 pages, its text as outlines."""
    printed = Printed(sheet)
    page_width_px = A4_MM.width() / MM_PER_INCH * PDF_DPI
    shrink = page_width_px / sheet.width
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(sheet.title)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    with QPainter(writer) as painter:
        painter.scale(shrink, shrink)
        for number, leaf in enumerate(printed.leaves(sheet.width * A4_MM.height() / A4_MM.width())):
            if number:
                writer.newPage()
            printed.paint(painter, leaf, draw_outlines)
    return bytes(buffer.data().data())


ENCODERS: dict[str, Callable[[Sheet, float], bytes]] = {".png": png, ".svg": svg, ".pdf": pdf, ".html": html}
_APPLICATION: list[QGuiApplication] = []


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
