"""Files dropped on the window: a project opens, texts are imported, anything else is left alone."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.import_dialog import ImportDialog
from tests.ui.acts import LEFT, NONE, answer

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent"),  # 6.12 wants QPointF, which 6.11 does not take
]
COPY = Qt.DropAction.CopyAction
OK = QDialogButtonBox.StandardButton.Ok


def drag(desk: Desk, *urls: QUrl) -> bool:
    """Drag these over the window; if it takes them, drop them. Return whether it did."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    enter = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(desk, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(300, 300), COPY, mime, LEFT, NONE)
    drop.ignore()
    QApplication.sendEvent(desk, drop)
    return drop.isAccepted()


def drop(desk: Desk, *paths: Path) -> None:
    """Drop files on the window."""
    assert drag(desk, *(QUrl.fromLocalFile(str(path)) for path in paths))


def accept(dialog: ImportDialog) -> None:
    """Import what the dialog shows."""
    QTest.mouseClick(dialog.buttons.button(OK), LEFT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts and a picture."""
    made = tmp_path / "folder"
    made.mkdir()
    for name in ("one.txt", "two.txt"):
        (made / name).write_text(f"نص {name}", encoding="utf-8")
    (made / "picture.png").write_bytes(b"\x89PNG")
    return made


def test_a_project_opens_in_place_of_the_one_that_is_open(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    Project.create(other).close()
    drop(desk, other)
    qtbot.waitUntil(lambda: desk.windowTitle() == "other")
    qtbot.waitUntil(desk.panels.empty.isVisible)
    assert desk.session.entries == ()


def test_texts_and_folders_of_them_are_imported_once_accepted(
    qtbot: QtBot, desk: Desk, folder: Path, project_path: Path
) -> None:
    loose = folder.parent / "loose.txt"
    loose.write_text("نص وحيد", encoding="utf-8")
    seen = answer(ImportDialog, accept)
    drop(desk, folder, loose)
    qtbot.waitUntil(lambda: len(desk.session.entries) == 5)
    assert len(seen) == 1
    with closing(Project.open(project_path)) as project:
        titles = {entry.title for entry in project.documents().result()}
    assert {"one", "two", "loose"} < titles


def test_nothing_is_imported_that_was_not_accepted(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    seen = answer(ImportDialog, ImportDialog.reject)
    drop(desk, folder)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert len(desk.session.entries) == 2


def test_texts_need_a_project_to_go_into(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    desk.commands.run("close")
    drop(desk, folder)
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert "open one, or make a new one" in desk.panels.notice.text.text()


def test_a_folder_without_texts_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    drop(desk, empty)
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert ".txt or .jsonl" in desk.panels.notice.text.text()


def test_what_is_no_file_of_this_computer_is_not_taken(desk: Desk) -> None:
    assert not drag(desk, QUrl("https://example.org/news.txt"))
    assert not drag(desk)
