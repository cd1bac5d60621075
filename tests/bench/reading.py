"""Figures of reading: opening documents in the window, by CPU time of its thread."""

import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from annotator.model.documents import Document
from annotator.model.records import Record, RecordSpan
from annotator.project.project import Project
from annotator.ui.desk import Desk
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.window import FOLLOWED_MS, Paints, desk_on, seed_text, wait_until
from tests.demo import places

ROUNDS = 15


def opening_in_window() -> Pair:
    """Open the seed with its spans in the window, panels and all, and the same text without spans."""
    text = seed_text()
    spans = tuple(RecordSpan(f"{n:032x}", start, end, label) for n, (start, end, label) in enumerate(places(text)))
    marked = Record(Document.of(text), "marked", status="partial", spans=spans)
    bare = Record(Document.of(text + " "), "bare")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.annotator"
        with closing(Project.create(path)) as project:
            project.import_records([marked, bare]).result()
        with desk_on(path) as desk:
            return paired(lambda: _opened(desk, marked), lambda: _opened(desk, bare), ROUNDS)


def _opened(desk: Desk, record: Record) -> float:
    """Return how long the window's thread is busy until *record* is read, painted and followed by the panels."""
    page, opened = desk.panels.page, list[int]()
    paints = Paints(page.viewport())
    told = desk.session.document_opened.connect(lambda _: opened.append(paints.count))

    def read() -> None:
        desk.following.read(record.document.id)
        wait_until(lambda: bool(opened) and paints.count > opened[0])
        QApplication.processEvents()

    took = seconds(read, time.thread_time)
    desk.session.document_opened.disconnect(told)
    page.viewport().removeEventFilter(paints)
    settle = time.monotonic() + FOLLOWED_MS / 1000
    wait_until(lambda: time.monotonic() > settle)
    return took


ROWS = (Row("open the seed in the window", "its bare text in the same window", 1.5, opening_in_window),)
