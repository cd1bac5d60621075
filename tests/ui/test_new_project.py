"""Making a project: the dialog suggests, checks and is told why when the file cannot be."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.new_project import NewProject
from tests.ui.acts import CTRL, answer, press, type_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ENTER, OK = Qt.Key.Key_Return, QDialogButtonBox.StandardButton.Ok


def make(desk: Desk, path: Path, analyst: str = "ليلى") -> None:
    """Ask for a new project by key, and fill the dialog in."""

    def fill(dialog: NewProject) -> None:
        for field, text in ((dialog.field, str(path)), (dialog.analyst_field, analyst)):
            field.selectAll()
            type_text(field, text)
        QTest.keyClick(dialog.analyst_field, ENTER)

    seen = answer(NewProject, fill)
    press(desk, Qt.Key.Key_N, CTRL)
    assert len(seen) == 1


def test_the_new_project_opens_empty_under_the_name_of_the_analyst(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    make(desk, tmp_path / "أخبار")
    qtbot.waitUntil(lambda: desk.windowTitle() == "أخبار")
    project = desk.session.project
    assert project
    assert project.path == tmp_path / "أخبار.annotator"
    assert project.layer.name == "ليلى"
    qtbot.waitUntil(desk.panels.empty.isVisible)
    assert desk.settings.recent[0] == project.path


def test_a_name_typed_at_once_replaces_the_suggested_one_in_its_folder(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    def fill(dialog: NewProject) -> None:
        assert dialog.focusWidget() is dialog.field
        QTest.keyClicks(dialog.field, "mine")
        QTest.keyClick(dialog.field, ENTER)

    answer(NewProject, fill)
    press(desk, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: desk.settings.recent[0] == project_path.with_name("mine.annotator"))


def test_a_file_that_is_there_is_not_written_over(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    before, title = project_path.read_bytes(), desk.windowTitle()
    make(desk, project_path)
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert "is there already" in desk.panels.notice.text.text()
    assert (project_path.read_bytes(), desk.windowTitle()) == (before, title)


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    make(desk, tmp_path / "missing" / "p")
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert "cannot be made" in desk.panels.notice.text.text()
    assert desk.session.project


class TestTheDialog:
    """What it suggests and takes."""

    @pytest.fixture
    def dialog(self, qtbot: QtBot, tmp_path: Path) -> NewProject:
        made = NewProject(tmp_path)
        qtbot.addWidget(made)
        return made

    def test_suggests_a_name_that_is_free(self, qtbot: QtBot, tmp_path: Path) -> None:
        names = []
        for _ in range(3):
            dialog = NewProject(tmp_path)
            qtbot.addWidget(dialog)
            names.append(dialog.path.name)
            Project.create(dialog.path).close()
        assert names == ["project.annotator", "project-2.annotator", "project-3.annotator"]

    @pytest.mark.parametrize(("file", "analyst"), [("", "a"), ("  ", "a"), ("/", "a"), ("p", ""), ("p", "  ")])
    def test_needs_a_file_and_a_name(self, dialog: NewProject, file: str, analyst: str) -> None:
        dialog.field.setText(file)
        dialog.analyst_field.setText(analyst)
        assert not dialog.buttons.button(OK).isEnabled()
        dialog.field.setText("p")
        dialog.analyst_field.setText("a")
        assert dialog.buttons.button(OK).isEnabled()

    def test_knows_the_users_folder_and_leaves_that_of_nobody(self, dialog: NewProject) -> None:
        dialog.field.setText("~/p")
        assert dialog.path == Path.home() / "p.annotator"
        dialog.field.setText("~nobody-of-this-name/p")
        assert dialog.path == Path("~nobody-of-this-name/p.annotator")
