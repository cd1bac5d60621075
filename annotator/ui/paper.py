"""A document on paper: which printer, and what is sent to it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPicture
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from annotator.model.errors import AnnotatorError
from annotator.model.schemas import Schema
from annotator.project.files import replacing
from annotator.project.values import Opened
from annotator.ui.page.leaves import Leaf, Printed, Report, Sheet, draw_outlines
from annotator.ui.page.looks import looks_of
from annotator.ui.render import bare, leaf_height, pdf_on
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.translations import tr

# On paper even the faintest ground would be printed.
WHITE = LIGHT._replace(page=QColor("#ffffff"))


def sheet_of(opened: Opened, schema: Schema, language: str, theme: Theme = LIGHT) -> Sheet:
    """Return what is drawn of a document, labels named in *language*."""
    return Sheet(opened.document, opened.spans, looks_of(schema, theme, language), opened.source.title, opened.source)


def ask_printer(title: str, window: QWidget) -> QPrinter | None:
    """Ask on which printer, or to which file, and on which paper a document with this *title* is to be printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("print")
    dialog.setWindowTitle(tr("Print"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    return printer if is_wanted else None


def job(printer: QPrinter, sheet: Sheet) -> Callable[[Report], None]:
    """Return what prints *sheet*: to a file whole or not at all, on the printer no more once it is cancelled."""
    path, layout = printer.outputFileName(), printer.pageLayout()
    if path:
        return lambda report: _print_to(Path(path), pdf_on(layout, sheet, report))
    return lambda report: _print_on(printer, sheet, report)


def _print_to(path: Path, content: bytes) -> None:
    with replacing(path) as stream:
        stream.write(content)


def _print_on(printer: QPrinter, sheet: Sheet, report: Report) -> None:
    """Draw all pages, then send them: on Linux Qt cannot take back what it has begun to send."""
    printer.setFullPage(True)
    printer.setPageLayout(bare(printer.pageLayout()))
    printed = Printed(sheet, report)
    pages = [_drawn(printed, leaf) for leaf in printed.leaves(leaf_height(printer.pageLayout(), sheet))]
    _send(printer, pages, sheet.width)


def _drawn(printed: Printed, leaf: Leaf) -> QPicture:
    page = QPicture()
    with QPainter(page) as painter:
        printed.paint(painter, leaf, draw_outlines)
    return page


def _send(printer: QPrinter, pages: Sequence[QPicture], width: float) -> None:
    """Send *pages*, which are *width* pixels wide, to *printer*; raises AnnotatorError if it takes none."""
    painter = QPainter()
    if not painter.begin(printer):
        raise AnnotatorError("the printer takes nothing: see whether it is there and on, or print to a file")
    with painter:
        shrink = painter.viewport().width() / width
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            painter.resetTransform()
            finer = printer.logicalDpiX() / page.logicalDpiX()  # by which Qt enlarges a picture by itself
            painter.scale(shrink / finer, shrink / finer)
            painter.drawPicture(QPointF(), page)
