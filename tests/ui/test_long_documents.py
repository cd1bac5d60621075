"""A document under very many spans is shown with those in view at once, and with the rest a moment later."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.records import Record, RecordSpan
from annotator.project.project import AROUND, AT_ONCE, Project
from annotator.project.values import Opened
from annotator.ui.desk import Desk
from tests.ui.acts import ARTICLE, mark, press
from tests.ui.conftest import Open

STEP, LONG = 60, Document.of((ARTICLE.text + "\n") * 60)
COUNT = len(LONG.text) // STEP
MIDDLE = len(LONG.text) // 2


@pytest.fixture
def long_desk(qtbot: QtBot, project_path: Path, open_desk: Open) -> Desk:
    """Return a window on a project that has a long document under many spans too."""
    assert COUNT > AT_ONCE
    assert len(LONG.text) > 4 * AROUND
    spans = tuple(RecordSpan(f"{place:032x}", place * STEP, place * STEP + 10, "actor") for place in range(COUNT))
    with closing(Project.open(project_path)) as project:
        project.import_records([Record(LONG, "long", status="partial", layer_name=project.layer.name, spans=spans)]).result()
    desk = open_desk()
    qtbot.waitUntil(lambda: len(desk.session.entries) == 3)
    return desk


def heading(desk: Desk) -> str:
    """Return what stands over the list of spans."""
    found = desk.findChild(QLabel, "spans_heading")
    assert isinstance(found, QLabel)
    return found.text()


def read(qtbot: QtBot, desk: Desk, offset: int) -> list[Opened]:
    """Read the long document from *offset* on; return a list of what is shown of it, the first part already."""
    seen: list[Opened] = []
    desk.session.document_opened.connect(seen.append)
    desk.session.document_completed.connect(seen.append)
    desk.following.read(LONG.id, offset)
    qtbot.waitUntil(lambda: bool(seen))
    return seen


def test_the_spans_about_the_place_come_first_and_then_all(qtbot: QtBot, long_desk: Desk) -> None:
    page, spans = long_desk.panels.page, long_desk.panels.spans
    seen = read(qtbot, long_desk, MIDDLE)
    (first,) = seen
    assert not first.is_whole
    assert all(span.end > MIDDLE - AROUND and span.start < MIDDLE + AROUND for span in first.spans)
    assert len(first.spans) == pytest.approx(2 * AROUND / STEP, abs=3)
    assert len(page.spans) == len(first.spans)
    assert heading(long_desk).endswith("so far")
    caret = page.caret.offset
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1].is_whole
    assert heading(long_desk) == f"Spans: {COUNT}"
    assert len(page.spans) == len(spans.rows) == COUNT
    assert page.caret.offset == caret


def test_a_mark_made_before_the_rest_is_there_stays(qtbot: QtBot, long_desk: Desk) -> None:
    seen = read(qtbot, long_desk, MIDDLE)
    assert len(seen) == 1
    start = next(span.end for span in seen[0].spans if span.start > MIDDLE) + 5
    mark(qtbot, long_desk, start, start + 4)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert len(long_desk.panels.page.spans) == COUNT + 1
    assert (start, start + 4) in {(span.start, span.end) for span in long_desk.panels.page.spans.in_order()}
    press(long_desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(long_desk.panels.page.spans) == COUNT)


def test_the_rest_of_a_document_that_was_left_meanwhile_changes_nothing(qtbot: QtBot, long_desk: Desk) -> None:
    seen, answers = read(qtbot, long_desk, MIDDLE), list[Opened]()
    long_desk.session.leave_document()
    long_desk.session.ask(lambda project: project.document(LONG.id), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert len(seen) == 1
    assert long_desk.session.opened is None


def test_a_picture_asked_for_before_the_rest_is_there_shows_all_spans(
    qtbot: QtBot, long_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, path = read(qtbot, long_desk, MIDDLE), tmp_path / "all.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert not seen[-1].is_whole
    long_desk.commands.run("picture")
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_text(encoding="utf-8").count("<li>") == COUNT
