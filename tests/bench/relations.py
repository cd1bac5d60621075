"""Figures of relations: what the lines between spans add to a step of the caret and of the pointer, by CPU time."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.ui.page.page import Page
from annotator.ui.page.related import Related
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.page import schema, shown_page
from tests.bench.window import seed_text
from tests.joined import relations_of, spans_over

COUNT, STEPS = 200, 20


@contextmanager
def crowded() -> Iterator[tuple[Page, list[Span]]]:
    """Show the seed with 200 relations between the spans in view."""
    document, labels, chance = Document.of(seed_text()), schema(), random.Random(0)
    spans = spans_over(document, labels, *((at, at + 7, "claim") for at in range(0, 600, 10)))
    joined = [tuple(chance.sample(range(len(spans)), 2)) for _ in range(COUNT)]
    with shown_page() as page:
        page.show_document(document, spans)
        page.links.show(Related(labels.relations, relations_of(labels, spans, *((a, "supports", b) for a, b in joined))))
        yield page, spans


def with_and_without(page: Page, step: Callable[[int], object]) -> Pair:
    """Time *step*, which is given a number, and the painting after it: with all relations drawn, and only as always."""

    def steps() -> None:
        for number in range(STEPS):
            step(number)
            QApplication.processEvents()

    def timed(*, is_all: bool) -> float:
        page.links.set_all(is_all=is_all)
        QApplication.processEvents()
        return seconds(steps, time.thread_time)

    return paired(lambda: timed(is_all=True), lambda: timed(is_all=False), rounds=15)


def caret() -> Pair:
    """Move the caret."""
    with crowded() as (page, _):
        page.go_to(300)
        return with_and_without(page, lambda number: page.go("left" if number % 2 else "right"))


def pointer() -> Pair:
    """Point at one span after another."""
    with crowded() as (page, spans):
        return with_and_without(page, lambda number: page.links.hover(spans[number].id))


ROWS = (
    Row("caret step, 200 relations drawn", "the same with none drawn", 2, caret),
    Row("point at a span, 200 relations drawn", "the same with its own drawn only", 2, pointer),
)
