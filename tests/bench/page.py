"""Figures of the page: opening and scrolling, by CPU time of the window's thread."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator import resources
from annotator.model.documents import Document
from annotator.model.ids import NO_ID
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.window import SIZE, big_text, painted, seed_text, spread
from tests.demo import places

STEP_PX = 12.0


def schema() -> Schema:
    """Return the built-in labels."""
    return read_schema(resources.path("schemas", "conflict-ar.toml"))


def span_of(document: Document, start: int, end: int, label: bytes) -> Span:
    """Return a span; offsets are code points."""
    return Span.over(document, start, end, label=label, layer=NO_ID, by_character=True)


@contextmanager
def shown_page() -> Iterator[Page]:
    """Show an empty page."""
    _ = QApplication.instance() or QApplication([])
    page = Page()
    page.resize(*SIZE)
    page.set_looks(looks_of(schema()))
    page.show()
    yield page
    page.hide()


def opening_seed() -> Pair:
    """Open the seed with its spans, and the bare text in the same view."""
    document, labels = Document.of(seed_text()), schema()
    spans = [span_of(document, start, end, labels.named(label).id) for start, end, label in places(document.text)]
    with shown_page() as page:

        def show(chosen: list[Span]) -> None:
            page.show_document(document, chosen)
            painted(page)

        def opened(chosen: list[Span]) -> float:
            page.clear()
            return seconds(lambda: show(chosen), time.thread_time)

        return paired(lambda: opened(spans), lambda: opened([]), rounds=15)


def opening_big() -> Pair:
    """Open a million characters under 10,000 spans, and the bare text in Qt's plain text editor."""
    document, labels = Document.of(big_text()), schema()
    ids = {label.name: label.id for label in labels.labels}
    spans = [span_of(document, span.start, span.end, ids[span.label]) for span in spread(document.text, 10_000)]
    with shown_page() as page:
        editor = QPlainTextEdit()
        editor.resize(*SIZE)
        editor.show()

        def ours() -> None:
            page.show_document(document, spans)
            painted(page)

        def theirs() -> None:
            editor.setPlainText(document.text)
            editor.viewport().render(QImage(editor.viewport().size(), QImage.Format.Format_RGB32))

        def timed_ours() -> float:
            page.clear()
            return seconds(ours, time.thread_time)

        return paired(timed_ours, lambda: seconds(theirs, time.thread_time), rounds=5)


def warm_scroll() -> Pair:
    """Scroll by a few pixels and paint, and only draw the text layouts of the same screen."""
    document, labels = Document.of(big_text()), schema()
    ids = {label.name: label.id for label in labels.labels}
    spans = [span_of(document, span.start, span.end, ids[span.label]) for span in spread(document.text, 10_000)]
    with shown_page() as page:
        page.show_document(document, spans)
        image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
        way = [STEP_PX]

        def frame() -> None:
            page.scroll_by(way[0])
            way[0] = -way[0]
            page.viewport().render(image)

        def bare() -> None:
            shown = page.flow.visible(page.view_height)
            with QPainter(image) as painter:
                for index, top in shown:
                    painter.translate(page.column_left, top)
                    page.flow.paragraph(index).layout.draw(painter, QPointF())
                    painter.translate(-page.column_left, -top)

        return paired(lambda: seconds(frame, time.thread_time), lambda: seconds(bare, time.thread_time), rounds=60)


ROWS = (
    Row("open the seed with its spans", "its bare text in the same view", 1.5, opening_seed),
    Row("open 1 MB under 10,000 spans", "its bare text in a QPlainTextEdit", 1.5, opening_big),
    Row("warm scroll frame", "bare QTextLayout.draw of the page", 5, warm_scroll),
)
