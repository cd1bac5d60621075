"""Figures of a text of ten million characters under 100,000 spans: by CPU time of the window's thread, over bare layouts."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from time import thread_time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.model.documents import Document
from annotator.model.ids import NO_ID
from annotator.model.spans import Span
from annotator.ui.page.page import Page
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.page import schema, shown_page
from tests.bench.window import SIZE, Paints, seed_text, spread, wait_until

LENGTH, SPANS, LONG = 10_000_000, 100_000, 300_000
FEW = 10
NUMBERS = count(1)


@cache
def big_document() -> Document:
    """Return the text."""
    seed = seed_text() + "\n"
    return Document.of(seed * (LENGTH // len(seed)))


@cache
def big() -> tuple[Document, tuple[Span, ...]]:
    """Return the text and its spans."""
    document = big_document()
    ids = {label.name: label.id for label in schema().labels}
    found = spread(document.text, SPANS)
    return document, tuple(span_at(document, span.start, span.end, ids[span.label]) for span in found)


def span_at(document: Document, start: int, end: int, label: bytes) -> Span:
    """Return a span with an id of its own, not checked against the text; offsets are code points."""
    return Span(NO_ID, document.id, next(NUMBERS).to_bytes(16), label, start, end, b"")


@contextmanager
def big_page() -> Iterator[Page]:
    """Show the middle of the text."""
    document, spans = big()
    with shown_page() as page:
        page.show_document(document, spans)
        page.go_to(LENGTH // 2)
        page.setFocus()
        settle(page)
        yield page


def settle(page: Page) -> None:
    """Let the page paint, and do what it does when nothing else is to be done."""
    page.viewport().repaint()
    QApplication.processEvents()


def shown_after(page: Page, act: Callable[[], object]) -> float:
    """Return how long the window's thread is busy until *act* is done and what it changed is painted.

    What the loop of events costs to paint a single point is taken off.
    """
    area = page.viewport()
    return max(_painted(page, act) - _painted(page, lambda: area.update(0, 0, 1, 1)), 0.0)


def _painted(page: Page, act: Callable[[], object]) -> float:
    paints = Paints(page.viewport())

    def done() -> None:
        act()
        wait_until(lambda: paints.count > 0)

    took = seconds(done, thread_time)
    page.viewport().removeEventFilter(paints)
    return took


def warm(page: Page) -> float:
    """Return how long it takes to draw the layouts in view, shaped already."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    layouts = [(page.flow.paragraph(index).layout, top) for index, top in page.flow.visible(page.view_height)]

    def draw() -> None:
        with QPainter(image) as painter:
            for layout, top in layouts:
                layout.draw(painter, QPointF(page.column_left, top))

    return seconds(draw, thread_time)


def cold(page: Page) -> float:
    """Return how long it takes to lay out and draw the paragraphs in view, and nothing else."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    shown = [(page.flow.paragraph(index).text, top) for index, top in page.flow.visible(page.view_height)]
    option, width = page.flow.paragraph(0).layout.textOption(), page.flow.width
    font, pitch = page.flow.typography.font, page.flow.typography.pitch

    def draw() -> None:
        with QPainter(image) as painter:
            for text, top in shown:
                layout = QTextLayout(text, font)
                layout.setCacheEnabled(True)
                layout.setTextOption(option)
                layout.beginLayout()
                y = 0.0
                while (line := layout.createLine()).isValid():
                    line.setLineWidth(width)
                    line.setPosition(QPointF(0, y))
                    y += pitch
                layout.endLayout()
                layout.draw(painter, QPointF(page.column_left, top))

    return seconds(draw, thread_time)


def caret_move() -> Pair:
    """Move the caret by a character."""
    with big_page() as page:
        return paired(lambda: shown_after(page, lambda: page.go("left")), lambda: warm(page), rounds=30)


def drag_step() -> Pair:
    """Drag on over another character."""
    with big_page() as page:
        page.set_snap("character")
        area, xs = page.viewport(), iter(range(60, 60 + 8 * 1000, 8))
        middle = page.view_height // 2

        def event(kind: QEvent.Type, x: int) -> QMouseEvent:
            point = QPointF(page.column_left + page.flow.width - x % page.flow.width, middle + x // page.flow.width * 40)
            left = Qt.MouseButton.LeftButton
            return QMouseEvent(kind, point, area.mapToGlobal(point), left, left, Qt.KeyboardModifier.NoModifier)

        QApplication.sendEvent(area, event(QEvent.Type.MouseButtonPress, 40))

        def step() -> None:
            before = page.selection
            while page.selection == before:
                QApplication.sendEvent(area, event(QEvent.Type.MouseMove, next(xs)))

        return paired(lambda: shown_after(page, step), lambda: warm(page), rounds=8)


def mark_selection() -> Pair:
    """Show another span."""
    with big_page() as page:
        return paired(lambda: shown_after(page, lambda: add_span(page)), lambda: warm(page), rounds=30)


def add_span(page: Page) -> None:
    """Put a span of ten characters on the page, in view."""
    start = page.flow.first_offset() + next(NUMBERS) * 7 % 300
    page.replace_spans((), (span_at(page.document, start, start + 10, next(iter(page.looks.labels))),))


def frame() -> Pair:
    """Scroll by some pixels."""
    with big_page() as page:
        way = [12.0]

        def scroll() -> None:
            page.scroll_by(way[0])
            way[0] = -way[0]

        return paired(lambda: shown_after(page, scroll), lambda: warm(page), rounds=30)


def page_down() -> Pair:
    """Go down a screen, laid out ahead."""
    with big_page() as page:

        def down() -> float:
            page._lay_out_ahead()
            return shown_after(page, lambda: page.go("page_down"))

        return paired(down, lambda: warm(page), rounds=15)


def jump() -> Pair:
    """Go somewhere else in the text."""
    with big_page() as page:
        places = iter(range(100_000, LENGTH, 300_007))
        return paired(lambda: shown_after(page, lambda: page.go_to(next(places))), lambda: cold(page), rounds=15)


def new_width() -> Pair:
    """Make the window narrower, or wider again."""
    with big_page() as page:
        widths = iter([780, 770] * 20)
        height = SIZE[1]
        return paired(lambda: shown_after(page, lambda: page.resize(next(widths), height)), lambda: cold(page), rounds=10)


def opening() -> Pair:
    """Open the text under its spans, and the bare text in Qt's plain text editor."""
    document, spans = big()
    with shown_page() as page:
        editor = QPlainTextEdit()
        editor.resize(*SIZE)
        editor.show()

        def ours() -> float:
            page.clear()
            return shown_after(page, lambda: page.show_document(document, spans))

        def theirs() -> None:
            editor.setPlainText(document.text)
            editor.viewport().render(QImage(editor.viewport().size(), QImage.Format.Format_RGB32), QPoint())

        return paired(ours, lambda: seconds(theirs, thread_time), rounds=3)


def mark_big_and_small() -> Pair:
    """Show another span in the big text, and in the seed under ten."""
    seed = Document.of(seed_text())
    labels = schema().labels
    few = [span_at(seed, place * 300, place * 300 + 10, labels[0].id) for place in range(FEW)]
    with big_page() as page, shown_page() as small:
        small.show_document(seed, few)
        settle(small)
        return paired(
            lambda: shown_after(page, lambda: add_span(page)), lambda: shown_after(small, lambda: add_span(small)), rounds=30
        )


def long_paragraph() -> Pair:
    """Open one paragraph of 300,000 characters; lay out and draw what is seen of it, four times, and look at all once."""
    text = (seed_text().replace("\n", " ") + " ") * 60
    document = Document.of(text[:LONG])
    with shown_page() as page:

        def ours() -> float:
            page.clear()
            return shown_after(page, lambda: page.show_document(document, ()))

        def floor() -> float:
            look = seconds(lambda: unicodedata.is_normalized("NFC", document.text), thread_time)
            return 4 * cold(page) + look

        return paired(ours, floor, rounds=9)


WARM, COLD = "bare QTextLayout.draw of the page", "raw layout and cold draw of the page"
ROWS = (
    Row("10 MB, 100,000 spans: caret move", WARM, 0.5, caret_move),
    Row("10 MB, 100,000 spans: drag step", WARM, 1, drag_step),
    Row("10 MB, 100,000 spans: mark a selection", WARM, 2, mark_selection),
    Row("10 MB, 100,000 spans: warm scroll frame", WARM, 5, frame),
    Row("10 MB, 100,000 spans: page down", WARM, 5, page_down),
    Row("10 MB, 100,000 spans: jump anywhere", COLD, 4, jump),
    Row("10 MB, 100,000 spans: new width", COLD, 10, new_width),
    Row("open 10 MB under 100,000 spans", "its bare text in a QPlainTextEdit", 1.5, opening),
    Row("open one paragraph of 300,000 characters", "4 × what is seen, laid out, + 1 pass", 1, long_paragraph),
    Row("10 MB, 100,000 spans: label to pixels", "the same on the seed with ten", 2, mark_big_and_small),
)
