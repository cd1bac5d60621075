"""Figures of attributes: from Enter in the text to an answer in the file and on the screen, by the clock on the wall."""

import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.spans import Span
from annotator.ui.desk import Desk
from tests.bench.measure import Pair, Row, paired
from tests.bench.window import FOLLOWED_MS, Paints, big_text, mark_by_key, opened_desk, seed_text, wait_until

ROUNDS, BIG_SPANS, APART = 30, 10_000, 100
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def casualty(desk: Desk) -> Span:
    """Return a span whose label asks for a choice first."""
    project = desk.session.project
    assert project
    label = project.schema.named("casualty").id
    return next(span for span in desk.panels.page.spans.in_order() if span.label == label)


def answer_by_key(desk: Desk, span: Span, digit: Qt.Key | None) -> float:
    """Return the seconds from Enter on *span* to its form painted, or with a *digit* to the answer saved and painted."""
    page, form = desk.panels.page, desk.panels.inspector.form
    desk.activateWindow()
    page.setFocus()
    page.focus_span(span.id)
    wait_until(page.hasFocus)
    QTest.qWait(FOLLOWED_MS)
    seen, asked, paints = list[int](), Paints(form.view.viewport()), Paints(page.viewport())
    committed = desk.session.applied.connect(lambda _: seen.append(paints.count))
    began = time.perf_counter()
    QTest.keyClick(page, Qt.Key.Key_Return)
    if digit:
        QTest.keyClick(form.view, digit)
        wait_until(lambda: bool(seen) and not page.pending and paints.count > seen[0] and asked.count > 0)
    else:
        wait_until(lambda: asked.count > 0)
    took = time.perf_counter() - began
    desk.session.applied.disconnect(committed)
    form.view.viewport().removeEventFilter(asked)
    page.viewport().removeEventFilter(paints)
    QTest.qWait(FOLLOWED_MS)
    return took


def measured(text: Callable[[], str], spans: int, *, is_answered: bool) -> Pair:
    """Open the form, or answer in it too, and mark in the same window in turns."""
    whole = text()
    with opened_desk(whole, spans) as desk:
        span, digits = casualty(desk), cycle(DIGITS)
        places = iter(range(15, len(whole), APART))
        return paired(
            lambda: answer_by_key(desk, span, next(digits) if is_answered else None),
            lambda: mark_by_key(desk, next(places)),
            ROUNDS,
        )


ROWS = (
    Row("attributes: Enter to the form painted", "mark by key", 1.5, lambda: measured(seed_text, 10, is_answered=False)),
    Row(
        "attributes: Enter, digit, committed and painted", "mark by key", 1.5, lambda: measured(seed_text, 10, is_answered=True)
    ),
    Row(
        "the same in 1 MB with 10,000 spans", "mark by key there", 1.5, lambda: measured(big_text, BIG_SPANS, is_answered=True)
    ),
)
