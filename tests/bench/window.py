"""A real window on a real project, to time what an analyst does in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator import resources
from annotator.model.documents import Document
from annotator.model.records import Record, RecordSpan
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.garbage import Garbage
from annotator.ui.page.page import Page
from annotator.ui.starting import make_desk

SIZE = (1000, 800)
PATIENCE_MS, PULSE_MS, FOLLOWED_MS = 60_000, 200, 60
LABELS = ("actor", "casualty", "location", "claim")


def seed_text() -> str:
    """Return the seed article."""
    return resources.seeds()[0].read_bytes().decode()


def big_text() -> str:
    """Return a text of a million characters: the seed over and over."""
    seed = seed_text() + "\n"
    return seed * (1_000_000 // len(seed))


def spread(text: str, count: int) -> tuple[RecordSpan, ...]:
    """Return *count* spans of ten characters, evenly over *text*; offsets are code points."""
    step = len(text) // (count + 1)
    return tuple(
        RecordSpan(f"{place:032x}", place * step, place * step + 10, LABELS[place % len(LABELS)]) for place in range(count)
    )


def make_project(path: Path, text: str, spans: int) -> None:
    """Make a project at *path* with *text* as its one document, under that many spans."""
    record = Record(Document.of(text), "text", status="partial", layer_name="analyst", spans=spread(text, spans))
    with closing(Project.create(path)) as project:
        project.import_records([record]).result()


def wait_until(fact: Callable[[], bool]) -> None:
    """Let the window work until *fact* holds; raises TimeoutError after a minute."""
    deadline, pulse = QDeadlineTimer(PATIENCE_MS), QTimer(interval=PULSE_MS)
    pulse.start()  # so that waiting ends even if nothing happens any more
    while not fact():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if deadline.hasExpired():
            raise TimeoutError
    pulse.stop()


@contextmanager
def opened_desk(text: str, spans: int) -> Iterator[Desk]:
    """Open a window on a new project that holds *text* under that many spans."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.annotator"
        make_project(path, text, spans)
        with desk_on(path) as desk:
            wait_until(lambda: desk.session.opened is not None and desk.session.opened.is_whole)
            yield desk


@contextmanager
def desk_on(path: Path) -> Iterator[Desk]:
    """Open a window on a project."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    desk = make_desk(app)
    garbage = Garbage(desk)
    desk.resize(*SIZE)
    desk.show()
    desk.filing.open(path)
    wait_until(lambda: desk.session.opened is not None and desk.panels.page.has_document)
    try:
        yield desk
    finally:
        desk.close()
        garbage.stop()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch *widget*."""
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def mark_by_key(desk: Desk, start: int) -> float:
    """Select ten characters from *start* on; return the seconds from the key of a label to the mark saved and painted."""
    page, seen, paints = desk.panels.page, list[int](), Paints(desk.panels.page.viewport())
    desk.activateWindow()
    page.setFocus()
    page.select(start, start + 10)
    wait_until(page.hasFocus)
    page.viewport().repaint()
    expected = len(page.spans) + 1
    committed = desk.session.applied.connect(lambda _: seen.append(paints.count))
    began = time.perf_counter()
    QTest.keyClick(page, Qt.Key.Key_1)
    wait_until(lambda: bool(seen) and not page.pending and paints.count > seen[0])
    took = time.perf_counter() - began
    desk.session.applied.disconnect(committed)
    page.viewport().removeEventFilter(paints)
    QTest.qWait(FOLLOWED_MS)  # the panels follow
    if len(page.spans) != expected:
        message = f"{len(page.spans)} spans, not {expected}"
        raise AssertionError(message)
    return took


def painted(page: Page) -> None:
    """Paint the page as it is, into a picture."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    page.viewport().render(image)
