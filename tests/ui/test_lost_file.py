"""The project's file is taken away under the open window: nothing is lost, and work goes on where it is found."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.actions import COMMANDS
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, press, saved

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WRITTEN = {(0, 5, "actor"), (6, 9, "actor")}


@pytest.fixture
def away(desk: Desk, project_path: Path, qtbot: QtBot) -> Path:
    """Mark something, then move the file away under the window; return where it lies now."""
    shutil.copyfile(project_path, project_path.with_name("as it was.annotator"))
    mark(qtbot, desk, 0, 6)
    moved = project_path.with_name("moved.annotator")
    project_path.rename(moved)
    return moved


@pytest.fixture
def lost(qtbot: QtBot, desk: Desk, away: Path) -> Desk:
    """Return a window with one mark in the file, and one that waits, for the file was moved away."""
    assert away.exists()
    desk.panels.page.select(6, 9)
    press(desk, Key.Key_1)
    qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
    return desk


def click(desk: Desk, button: str) -> None:
    """Click on a button of the notice about what is not saved."""
    QTest.mouseClick(desk.panels.unsaved.buttons[button], LEFT)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Have Qt's file dialog answer with *path*, or be cancelled."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path or ""), ""))


def fork(project: Path, path: Path) -> None:
    """Make at *path* what the *project* would be had something else been done instead of the last action."""
    backup = min(project.parent.glob("as it was*"))
    shutil.copyfile(backup, path)
    with closing(Project.open(path)) as fork:
        fork.rename(fork.documents().result()[0].id, "another title").result()


def offered(desk: Desk) -> set[str]:
    """Return the commands that can be given now, as the menus show them, which nobody has opened."""
    return {action.id for action in COMMANDS if desk.commands.actions[action.id].isEnabled()}


def test_the_notice_says_what_happened_counts_what_waits_and_leads_on(lost: Desk) -> None:
    unsaved = lost.panels.unsaved
    assert unsaved.text.text().startswith("Actions not saved: 1 — the project's file was renamed, deleted or replaced")
    assert [name for name, button in unsaved.buttons.items() if button.isVisible()] == ["retry", "find", "move", "discard"]


def test_panels_and_actions_go_off_at_once_and_come_back_when_it_is_saved(
    qtbot: QtBot, lost: Desk, away: Path, project_path: Path
) -> None:
    inspector, page = lost.panels.inspector, lost.panels.page
    page.focus_span(page.spans.in_order()[0].id)
    qtbot.waitUntil(inspector.erase.isVisible)
    writing = {"undo", "redo", "erase", "end_left", "direction", "finish", "rename", "remove", "import"}
    assert not writing & offered(lost)
    assert not lost.panels.labels.isEnabled()
    assert not inspector.erase.isEnabled()
    assert not inspector.edges.isEnabled()
    for key, held in ((Key.Key_2, NONE), (Key.Key_Delete, NONE), (Key.Key_Z, CTRL), (Key.Key_BraceLeft, SHIFT)):
        press(lost, key, held)
    assert lost.session.saving.waiting == 1
    away.rename(project_path)
    with qtbot.waitSignal(lost.session.saving.settled):
        click(lost, "retry")
    assert writing <= offered(lost) | {"redo"}
    assert lost.panels.labels.isEnabled()
    assert inspector.erase.isEnabled()
    assert inspector.edges.isEnabled()


def test_a_click_on_the_past_asks_for_nothing_while_the_file_is_away(qtbot: QtBot, lost: Desk) -> None:
    history = lost.panels.history.list
    qtbot.waitUntil(lambda: history.model().rowCount() == 2)
    index = history.model().index(1, 0)
    QTest.mouseClick(history.viewport(), LEFT, NONE, history.visualRect(index).center())
    assert lost.session.saving.waiting == 1


def test_a_file_put_back_is_written_when_it_is_tried_again(qtbot: QtBot, lost: Desk, away: Path, project_path: Path) -> None:
    with qtbot.waitSignal(lost.session.saving.changed):
        click(lost, "retry")
    qtbot.waitUntil(lambda: not lost.session.saving.is_trying)
    assert lost.session.saving.waiting == 1
    away.rename(project_path)
    with qtbot.waitSignal(lost.session.saving.settled):
        click(lost, "retry")
    assert (lost.panels.unsaved.isHidden(), lost.status.saved.text()) == (True, "Saved")
    mark(qtbot, lost, 21, 24)
    assert {*saved(project_path)} == {*WRITTEN, (21, 24, "actor")}


def test_a_file_found_elsewhere_takes_what_waits_and_work_goes_on_there(
    qtbot: QtBot, lost: Desk, away: Path, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, away)
    before = lost.panels.page.document
    with qtbot.waitSignal(lost.session.saving.settled):
        click(lost, "find")
    qtbot.waitUntil(lambda: lost.panels.page.has_document and not lost.panels.page.pending)
    assert lost.panels.page.document == before
    assert (lost.windowTitle(), lost.settings.recent[0]) == ("moved", away)
    assert lost.panels.labels.isEnabled()
    assert lost.panels.unsaved.isHidden()
    assert {*saved(away)} == WRITTEN
    mark(qtbot, lost, 21, 24)
    assert {*saved(away)} == {*WRITTEN, (21, 24, "actor")}
    assert not project_path.exists()


def test_nothing_happens_when_no_file_is_chosen(lost: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    click(lost, "find")
    assert (lost.windowTitle(), lost.session.saving.waiting, lost.panels.isEnabled()) == ("p", 1, True)


@pytest.mark.parametrize("kind", ["this is another project", "without what was done last here"])
def test_a_file_that_is_not_this_project_as_it_was_is_told_and_left_alone(
    qtbot: QtBot, lost: Desk, away: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    wrong = away.with_name("wrong.annotator")
    if kind == "this is another project":
        Project.create(wrong).close()
    else:
        fork(away, wrong)
    before = wrong.read_bytes()
    choose(monkeypatch, wrong)
    with qtbot.waitSignal(lost.session.failed):
        click(lost, "find")
    assert kind in lost.panels.notice.text.text()
    assert wrong.read_bytes() == before
    qtbot.waitUntil(lambda: lost.panels.isEnabled() and not lost.session.saving.is_trying)
    assert (lost.windowTitle(), lost.session.saving.waiting) == ("p", 1)
    assert [(span.start, span.end) for span in lost.panels.page.spans.in_order()] == [(0, 5), (6, 9)]
    choose(monkeypatch, away)
    with qtbot.waitSignal(lost.session.saving.settled):
        click(lost, "find")
    assert {*saved(away)} == WRITTEN


def test_another_project_put_in_its_place_is_told_when_it_is_tried_again(qtbot: QtBot, lost: Desk, project_path: Path) -> None:
    Project.create(project_path).close()
    before = project_path.read_bytes()
    click(lost, "retry")
    qtbot.waitUntil(lambda: "this is another project" in lost.panels.unsaved.text.text())
    assert (lost.session.saving.waiting, lost.panels.labels.isEnabled()) == (1, False)
    assert project_path.read_bytes() == before


def test_what_is_given_up_leaves_a_way_to_the_file_once_it_is_back(
    qtbot: QtBot, lost: Desk, away: Path, project_path: Path
) -> None:
    click(lost, "discard")
    give_up = lost.findChild(QPushButton, "message_discard")
    assert give_up
    QTest.mouseClick(give_up, LEFT)
    notice = lost.panels.notice
    assert (lost.session.saving.waiting, lost.panels.unsaved.isVisible(), lost.panels.labels.isEnabled()) == (0, False, False)
    assert "renamed, deleted or replaced" in notice.text.text()
    away.rename(project_path)
    QTest.mouseClick(notice.buttons["again"], LEFT)
    qtbot.waitUntil(lambda: lost.panels.page.has_document and lost.panels.labels.isEnabled())
    lost.activateWindow()  # as a window manager does after a question
    mark(qtbot, lost, 6, 9)
    assert {*saved(project_path)} == WRITTEN
