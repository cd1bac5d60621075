"""The project is checked from the window: what is wrong is listed, and what another program changed can be accepted."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.project.places import backup_folder
from annotator.project.project import Project
from annotator.storage.backup import found as backups_in
from annotator.ui.checking import CheckReport
from annotator.ui.desk import Desk
from tests.damage import tamper
from tests.ui.acts import LEFT, answer, mark, press
from tests.ui.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")  # the offscreen one
RETITLE = "UPDATE source SET title = 'other' WHERE title = 'another'"
PAST = "UPDATE edit SET verb = 'other' WHERE seq = 1"


def texts(dialog: CheckReport) -> list[str]:
    """Return what a report says, from top to bottom."""
    found = dialog.findChild(QPlainTextEdit)
    labels = [dialog.findChild(QLabel, name) for name in ("check_report_heading", "check_report_counts")]
    return [label.text() for label in labels if label] + (found.toPlainText().split("\n\n") if found else [])


def button(dialog: CheckReport | QMessageBox, name: str) -> QPushButton | None:
    """Return the button called *name*, or None."""
    found = dialog.findChild(QPushButton, name)
    return found if isinstance(found, QPushButton) else None


def press_button(dialog: CheckReport | QMessageBox, name: str) -> None:
    """Click the button called *name*, which must be there."""
    found = button(dialog, name)
    assert found is not None
    QTest.mouseClick(found, LEFT)


def report(qtbot: QtBot, desk: Desk) -> list[str]:
    """Check the project and return what the report says."""
    said: list[str] = []
    answer(CheckReport, lambda dialog: said.extend(texts(dialog)))
    desk.commands.run("check")
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(desk.isActiveWindow)
    return said


def accept(qtbot: QtBot, desk: Desk, chosen: str) -> None:
    """Check the project, ask to accept what is there, and answer with the button that is *chosen*."""
    boxes: list[QMessageBox] = []

    def confirm(box: QMessageBox) -> None:
        press_button(box, f"message_{chosen}")

    def ask(dialog: CheckReport) -> None:
        nonlocal boxes
        boxes = answer(QMessageBox, confirm)
        press_button(dialog, "check_report_accept")

    answer(CheckReport, ask)
    desk.commands.run("check")
    qtbot.waitUntil(lambda: bool(boxes))
    qtbot.waitUntil(desk.isActiveWindow)


@pytest.fixture
def tampered(open_desk: Open, project_path: Path) -> Desk:
    """Return a window on a project that another program changed."""
    tamper(project_path, RETITLE)
    return open_desk()


def test_of_a_sound_project_it_says_how_much_was_checked(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5)
    assert report(qtbot, desk) == ["Nothing is wrong", "Documents checked: 2, spans: 1"]


def test_it_lists_what_is_wrong_and_what_to_do(qtbot: QtBot, tampered: Desk) -> None:
    heading, (line) = report(qtbot, tampered)
    assert heading == "Found to be wrong: 1"
    assert [part.replace("\u2068", "").replace("\u2069", "") for part in line.splitlines()] == [
        "Wrong · source: rows were changed by something else than Annotator",
        "open a backup and compare, or accept what is there: annotator check --reseal",
    ]


def test_in_arabic_it_is_said_in_arabic(qtbot: QtBot, tampered: Desk) -> None:
    press(tampered, Qt.Key.Key_F10)
    heading, line = report(qtbot, tampered)
    assert heading == "مواضع الخلل: 1"
    assert "غيّر صفوفَه" in line


def test_warnings_alone_are_to_be_looked_at(qtbot: QtBot, open_desk: Open, project_path: Path) -> None:
    project_path.chmod(0o644)
    heading, line = report(qtbot, open_desk())
    assert heading == "Nothing is wrong, but there is something to look at"
    assert line.startswith("To look at · ")
    assert os.access(project_path, os.R_OK)


def test_what_is_there_is_accepted_after_a_question_and_a_backup(qtbot: QtBot, tampered: Desk, project_path: Path) -> None:
    with qtbot.waitSignal(tampered.session.applied):
        accept(qtbot, tampered, "accept")
    qtbot.waitUntil(lambda: "Accepted" in tampered.status.message.text())
    assert report(qtbot, tampered)[0] == "Nothing is wrong"
    assert "before reseal" in {backup.reason for backup in backups_in(backup_folder(project_path))}
    history = tampered.panels.history.list.model()
    qtbot.waitUntil(lambda: history.index(0, 0).data() == "Changes by another program accepted")
    assert "undone" not in history.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_undo_steps_over_it_in_the_window(qtbot: QtBot, tampered: Desk) -> None:
    mark(qtbot, tampered, 0, 5)
    with qtbot.waitSignal(tampered.session.applied):
        accept(qtbot, tampered, "accept")
    tampered.panels.page.setFocus()
    with qtbot.waitSignal(tampered.session.applied):
        tampered.commands.run("undo")
    qtbot.waitUntil(lambda: not tampered.panels.page.spans.in_order())
    with qtbot.waitSignal(tampered.session.applied):
        tampered.commands.run("redo")
    qtbot.waitUntil(lambda: len(tampered.panels.page.spans.in_order()) == 1)


def test_without_that_answer_nothing_is_accepted(qtbot: QtBot, tampered: Desk) -> None:
    with qtbot.assertNotEmitted(tampered.session.saving.changed):
        accept(qtbot, tampered, "cancel")
    assert report(qtbot, tampered)[0] == "Found to be wrong: 1"


@pytest.mark.parametrize("why", ["more is wrong", "it may only be read"])
def test_where_it_is_not_allowed_it_is_not_offered(qtbot: QtBot, open_desk: Open, project_path: Path, why: str) -> None:
    tamper(project_path, RETITLE, *([PAST] if why == "more is wrong" else []))
    desk = open_desk()
    if why == "it may only be read":
        with qtbot.waitSignal(desk.session.document_opened):
            desk.session.open(lambda: Project.open(project_path, read_only=True))
    offered: list[object] = []
    answer(CheckReport, lambda dialog: offered.append(button(dialog, "check_report_accept")))
    desk.commands.run("check")
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == [None]
    qtbot.waitUntil(desk.isActiveWindow)
