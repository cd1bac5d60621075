"""A project that cannot be opened: rescued, or tried again, from the notice that says so."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.project.places import backup_folder
from annotator.ui.desk import Desk
from annotator.ui.rescuing import RescueReport
from tests.damage import PAGE
from tests.ui.acts import LEFT, answer, mark, saved
from tests.ui.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = [(0, 5, "actor"), (10, 15, "actor")]


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Qt's file dialog answer with a new place; return it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "new"), ""))
    return tmp_path / "new.annotator"


@pytest.fixture
def broken(qtbot: QtBot, open_desk: Open, project_path: Path) -> Desk:
    """Return a window that was refused a project with two marks, of which the first page is lost."""
    desk = open_desk()
    mark(qtbot, desk, 0, 5)
    mark(qtbot, desk, 10, 15)
    desk.commands.run("close")
    qtbot.waitUntil(lambda: desk.session.project is None and not list(project_path.parent.glob("*-journal")))
    content = project_path.read_bytes()
    project_path.write_bytes(bytes(PAGE) + content[PAGE:])
    with qtbot.waitSignal(desk.filing.broken):
        desk.filing.open(project_path)
    return desk


def rescue(qtbot: QtBot, desk: Desk) -> list[str]:
    """Press the button in the notice, read what is told at the end and close that; return what it said."""
    said: list[str] = []

    def read(report: RescueReport) -> None:
        said.extend(label.text() for label in report.findChildren(QLabel))
        said.extend(field.toPlainText() for field in report.findChildren(QPlainTextEdit))
        report.reject()

    seen = answer(RescueReport, read)
    QTest.mouseClick(desk.panels.notice.buttons["rescue"], LEFT)
    qtbot.waitUntil(lambda: bool(seen), timeout=15_000)
    return said


def test_what_is_left_is_opened_and_the_damaged_file_stays(qtbot: QtBot, broken: Desk, new: Path, project_path: Path) -> None:
    before = project_path.read_bytes()
    said = rescue(qtbot, broken)
    qtbot.waitUntil(lambda: broken.windowTitle() == "new" and broken.panels.page.has_document)
    assert said[0] == "Safe now: documents 2, spans 2"
    assert "its newest good backup" in said[1]
    assert "Nothing was lost" in said[1]
    assert (saved(new), project_path.read_bytes()) == (NOW, before)
    assert broken.settings.recent[0] == new
    assert broken.panels.notice.isHidden()


def test_what_could_not_be_rescued_is_listed(qtbot: QtBot, broken: Desk, new: Path, project_path: Path) -> None:
    text = "نص قصير 😀 عن باكو".encode()
    shutil.rmtree(backup_folder(project_path))
    project_path.write_bytes(project_path.read_bytes().replace(text, text[:-2] + b"\xff\xff"))
    said = rescue(qtbot, broken)
    assert new.exists()
    assert any("Wrong · document" in line and "look in the backups" in line for line in said)


def test_a_place_that_is_taken_is_refused(qtbot: QtBot, broken: Desk, new: Path) -> None:
    new.write_text("mine")
    with qtbot.waitSignal(broken.session.failed):
        QTest.mouseClick(broken.panels.notice.buttons["rescue"], LEFT)
    assert "is there already" in broken.panels.notice.text.text()
    assert new.read_text() == "mine"


def test_where_nobody_says_where_to_nothing_is_done(broken: Desk, project_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nowhere(_parent: object, _title: str, path: str, *_more: object, **_options: object) -> tuple[str, str]:
        asked.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", nowhere)
    QTest.mouseClick(broken.panels.notice.buttons["rescue"], LEFT)
    assert [Path(name).name for name in asked] == ["p rescued.annotator"]
    assert sorted(path.name for path in project_path.parent.glob("*.annotator")) == ["p.annotator"]


def test_of_a_file_that_is_gone_nothing_can_be_rescued(qtbot: QtBot, broken: Desk, project_path: Path) -> None:
    QTest.mouseClick(broken.panels.notice.buttons["close"], LEFT)
    project_path.unlink()
    with qtbot.waitSignal(broken.filing.broken):
        broken.filing.open(project_path)
    assert broken.panels.notice.buttons["rescue"].isHidden()


def test_a_project_that_another_program_holds_is_opened_by_trying_again(
    qtbot: QtBot, open_desk: Open, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.connection.PATIENCE_S", 0.1)
    desk = open_desk()
    desk.commands.run("close")
    qtbot.waitUntil(lambda: desk.session.project is None and not list(project_path.parent.glob("*-journal")))
    with closing(sqlite3.connect(project_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with qtbot.waitSignal(desk.filing.kept_out):
            desk.filing.open(project_path)
        notice = desk.panels.notice
        assert "another window or program" in notice.text.text()
        assert notice.buttons["rescue"].isHidden()
    QTest.mouseClick(notice.buttons["again"], LEFT)
    qtbot.waitUntil(lambda: desk.panels.page.has_document)
    assert notice.isHidden()
