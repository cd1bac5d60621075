"""In a synchronised folder the window says so, once, and offers what two computers made of the project."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.notices import Shared
from tests.ui.acts import LEFT, press
from tests.ui.conftest import Open


@pytest.fixture
def synchronised(project_path: Path) -> Path:
    """Return the path of a project in a folder of Syncthing."""
    (project_path.parent / ".stfolder").mkdir()
    return project_path


@pytest.fixture
def other(synchronised: Path) -> Path:
    """Return the path of a copy that another computer changed."""
    path = synchronised.with_name("p.sync-conflict-20260304-101112-ABCDEFG.annotator")
    shutil.copyfile(synchronised, path)
    return path


def click(notice: Shared, button: str) -> None:
    """Click a button of the notice."""
    QTest.mouseClick(notice.buttons[button], LEFT)


def test_elsewhere_nothing_is_told(qtbot: QtBot, open_desk: Open) -> None:
    desk = open_desk()
    with qtbot.waitSignal(desk.session.documents_listed):
        desk.session.list_documents()
    assert not desk.panels.shared.isVisible()


def test_the_service_is_named_once_with_what_to_do(qtbot: QtBot, open_desk: Open, synchronised: Path) -> None:
    desk = open_desk()
    notice = desk.panels.shared
    qtbot.waitUntil(notice.isVisible)
    assert "Syncthing" in notice.text.text()
    assert "one computer at a time" in notice.text.text()
    assert not notice.buttons["other"].isVisible()
    press(desk, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: "حاسوب واحد" in notice.text.text())
    click(notice, "close")
    assert not notice.isVisible()
    assert desk.settings.told(synchronised) == ("Syncthing",)


def test_at_the_next_start_nothing_is_told_again(qtbot: QtBot, open_desk: Open, synchronised: Path) -> None:
    first = open_desk()
    qtbot.waitUntil(first.panels.shared.isVisible)
    again = open_desk()
    seen: list[bool] = []
    project = again.session.project
    assert project
    assert project.path == synchronised
    again.work.run(project.cloud, lambda _: seen.append(again.panels.shared.isVisible()))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def test_another_copy_is_named_until_that_was_read(qtbot: QtBot, open_desk: Open, other: Path) -> None:
    for _ in range(2):
        notice = open_desk().panels.shared
        qtbot.waitUntil(notice.isVisible)
        assert other.name in notice.text.text()
    click(notice, "close")
    again = open_desk()
    assert again.settings.told(other.with_name("p.annotator")) == ("Syncthing", other.name)


def test_the_other_copy_is_opened_by_its_button(qtbot: QtBot, open_desk: Open, other: Path) -> None:
    desk = open_desk()
    qtbot.waitUntil(desk.panels.shared.buttons["other"].isVisible)
    with qtbot.waitSignal(desk.session.project_changed):
        click(desk.panels.shared, "other")
    assert desk.session.project
    assert desk.session.project.path == other
    qtbot.waitUntil(lambda: "p.annotator" in desk.panels.shared.text.text())
    desk.commands.run("close")
    qtbot.waitUntil(lambda: desk.session.project is None)
    assert not desk.panels.shared.isVisible()
