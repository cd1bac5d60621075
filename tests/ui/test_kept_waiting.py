"""Another window is at work on the project: this one says so and waits, and nothing that is asked of it is refused."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model.errors import Busy
from annotator.storage import connection
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, press, saved
from tests.ui.conftest import Open

Key = Qt.Key
WAITS = "Waiting: another window is importing or writing"
Let = Callable[[], object]


@pytest.fixture
def impatient(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a window that waits for others only a moment at a time."""
    monkeypatch.setattr(connection, "PATIENCE_S", 0.2)
    return open_desk()


@pytest.fixture
def hold(project_path: Path) -> Iterator[Callable[[str], Let]]:
    """Return what takes the project for another window, for writing only or wholly, and returns how that lets go."""
    with closing(sqlite3.connect(project_path, isolation_level=None)) as other:

        def begin(how: str) -> Let:
            other.execute(f"BEGIN {how}")
            return lambda: other.execute("ROLLBACK")

        yield begin


def mark(desk: Desk, start: int, end: int) -> None:
    desk.panels.page.select(start, end)
    press(desk, Key.Key_1)


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_mark_waits_in_words_for_the_other_window_and_is_saved_as_soon_as_it_has_finished(
    qtbot: QtBot, desk: Desk, project_path: Path, hold: Callable[[str], Let], how: str
) -> None:
    let_go = hold(how)
    mark(desk, 0, 5)
    qtbot.waitUntil(lambda: desk.status.saved.text() == f"{WAITS} · not saved: 1")
    mark(desk, 6, 9)
    assert desk.status.saved.text() == f"{WAITS} · not saved: 2"
    assert desk.panels.unsaved.isHidden()
    let_go()
    qtbot.waitUntil(lambda: desk.status.saved.text() == "Saved")
    assert not desk.panels.notice.isVisible()
    assert len(saved(project_path)) == 2


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_what_waited_too_long_is_told_and_tried_again_by_itself(
    qtbot: QtBot, impatient: Desk, project_path: Path, hold: Callable[[str], Let], how: str
) -> None:
    let_go, unsaved = hold(how), impatient.panels.unsaved
    mark(impatient, 0, 5)
    qtbot.waitUntil(unsaved.isVisible)
    assert isinstance(impatient.session.saving.refusal, Busy)
    assert unsaved.text.text().startswith("Actions not saved: 1 — another window or program is writing to the project")
    assert unsaved.text.text().endswith("this one tries again until it has finished")
    assert unsaved.buttons["retry"].isVisible()
    qtbot.waitUntil(lambda: impatient.session.saving.is_trying)
    let_go()
    qtbot.waitUntil(unsaved.isHidden)
    assert len(saved(project_path)) == 1


def test_a_document_is_asked_for_until_the_other_window_lets_it_be_read(
    qtbot: QtBot, impatient: Desk, hold: Callable[[str], Let]
) -> None:
    let_go, before = hold("EXCLUSIVE"), impatient.panels.page.document
    press(impatient, Key.Key_PageDown, CTRL)
    mark(impatient, 0, 5)
    qtbot.waitUntil(impatient.panels.unsaved.isVisible)  # what was asked for before the mark was refused as well
    qtbot.waitUntil(lambda: impatient.status.saved.text() == f"{WAITS} · not saved: 1")
    assert impatient.panels.page.document == before
    let_go()
    qtbot.waitUntil(lambda: impatient.panels.page.document != before)
    qtbot.waitUntil(lambda: impatient.status.saved.text() == "Saved")
    assert not impatient.panels.notice.isVisible()


def test_of_two_documents_asked_for_meanwhile_the_last_is_shown(
    qtbot: QtBot, impatient: Desk, hold: Callable[[str], Let]
) -> None:
    session, let_go = impatient.session, hold("EXCLUSIVE")
    here, there = impatient.panels.page.document.id, next(entry.id for entry in session.entries if entry.id != session._wanted)
    session.read(there)
    session.read(here)
    seen: list[bytes] = []
    session.document_opened.connect(lambda opened: seen.append(opened.document.id))
    qtbot.waitUntil(lambda: session.is_kept_waiting)
    let_go()
    qtbot.waitUntil(lambda: bool(seen) and not session.is_kept_waiting)
    assert {*seen} == {here}


def test_who_only_reads_on_is_told_that_the_other_window_is_at_work(
    qtbot: QtBot, desk: Desk, hold: Callable[[str], Let]
) -> None:
    let_go, others = hold("EXCLUSIVE"), (desk.status.readout, desk.status.offset, desk.status.snap, desk.status.zoom)
    assert all(other.isVisible() for other in others)
    qtbot.waitUntil(lambda: desk.status.saved.text() == WAITS)
    assert not any(other.isVisible() for other in others)
    press(desk, Key.Key_F10)
    assert desk.status.saved.text().startswith("انتظار: نافذة أخرى")
    let_go()
    qtbot.waitUntil(lambda: not desk.session.is_kept_waiting)
    assert all(other.isVisible() for other in others)


def test_a_window_that_waits_to_read_can_be_closed(qtbot: QtBot, impatient: Desk, hold: Callable[[str], Let]) -> None:
    let_go = hold("EXCLUSIVE")
    press(impatient, Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: impatient.session.is_kept_waiting)
    impatient.close()
    assert impatient.isHidden()
    let_go()
