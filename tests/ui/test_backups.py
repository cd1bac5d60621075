"""Backups had again from the window: a copy beside the project, or one in its place, also of a project that is damaged."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.project.places import backup_folder
from annotator.project.project import Project
from annotator.storage.backup import Backup, found
from annotator.ui.actions import by_id
from annotator.ui.backups import BackupSheet
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, LEFT, answer, mark, press, saved
from tests.ui.conftest import Open

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
OLD, NOW = [(0, 5, "actor")], [(0, 5, "actor"), (10, 15, "actor")]


@pytest.fixture
def desk(qtbot: QtBot, open_desk: Open) -> Desk:
    """Return a window on a project with two marks and the backups of the first."""
    made = open_desk()
    mark(qtbot, made, 0, 5)
    assert made.session.project
    made.session.project.back_up("before the meeting").result()
    mark(qtbot, made, 10, 15)
    assert spans(made) == NOW
    return made


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Qt's file dialog answer with a new place; return it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "copy"), ""))
    return tmp_path / "copy.annotator"


def spans(desk: Desk) -> list[tuple[int, int, str]]:
    """Return the spans on the page."""
    project = desk.session.project
    assert project
    return [(span.start, span.end, project.schema.label(span.label).name) for span in desk.panels.page.spans.in_order()]


def click(dialog: QDialog, name: str) -> None:
    """Click on the button called *name*."""
    (button,) = dialog.findChildren(QPushButton, name)
    QTest.mouseClick(button, LEFT)


def double_click(sheet: BackupSheet) -> None:
    """Click twice on the first row."""
    place = sheet.list.visualRect(sheet.list.model().index(0, 0)).center()
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=place)
    QTest.mouseDClick(sheet.list.viewport(), LEFT, pos=place)


def texts(sheet: BackupSheet) -> list[str]:
    """Return the rows as they are read aloud."""
    rows = [sheet.list.model().index(number, 0) for number in range(sheet.list.model().rowCount())]
    return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def answer_both(desk: Desk, act: Callable[[BackupSheet], object], confirm: Callable[[QMessageBox], object]) -> list[str]:
    """Have *act* answer the sheet that opens next, and *confirm* the question after it; return a list for what that says."""
    seen: list[str] = []

    def meet() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isActiveWindow():
            QTimer.singleShot(1, meet)
            return
        seen.append(box.text())
        confirm(box)
        desk.activateWindow()

    def first(sheet: BackupSheet) -> None:
        act(sheet)
        QTimer.singleShot(0, meet)

    answer(BackupSheet, first)
    return seen


def use_first(sheet: BackupSheet) -> None:
    click(sheet, "backups_use")


def agree(box: QMessageBox) -> None:
    click(box, "message_use")


class TestSheet:
    """What is listed, and the keys in it."""

    def test_the_backups_are_listed_the_newest_first_with_what_was_done_since(
        self, qtbot: QtBot, desk: Desk, project_path: Path
    ) -> None:
        shown: list[str] = []
        seen = answer(BackupSheet, lambda sheet: shown.extend(texts(sheet)))
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(seen))
        assert len(shown) == len(found(backup_folder(project_path))) >= 2
        assert "Before: \u2068the meeting" in shown[0]
        assert "Actions done since: 1" in shown[0]
        assert "Daily" in shown[-1]
        assert all("kB" in row for row in shown)

    def test_the_command_is_in_the_file_menu_and_off_while_nothing_is_open(self, desk: Desk) -> None:
        assert by_id("backups").menu == "file"
        desk.commands.refresh()
        assert desk.commands.actions["backups"].isEnabled()
        desk.commands.run("close")
        desk.commands.refresh()
        assert not desk.commands.actions["backups"].isEnabled()

    def test_esc_leaves_everything_as_it_is(self, qtbot: QtBot, desk: Desk, project_path: Path) -> None:
        seen = answer(BackupSheet, lambda sheet: QTest.keyClick(sheet.list, Key.Key_Escape))
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(seen))
        assert seen[0].wanted == ""
        assert saved(project_path) == NOW

    def test_arrows_choose_and_enter_asks_where_the_copy_is_to_be(
        self, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        def nowhere(_parent: object, _title: str, path: str, *_more: object, **_options: object) -> tuple[str, str]:
            asked.append(path)
            return "", ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", nowhere)
        chosen: list[Backup] = []

        def walk(sheet: BackupSheet) -> None:
            QTest.keyClick(sheet.list, Key.Key_Down)
            chosen.append(sheet.chosen.backup)
            QTest.keyClick(sheet.list, Key.Key_Return)

        answer(BackupSheet, walk)
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(asked))
        assert desk.session.project
        assert chosen[0] == desk.session.project.offers().result()[1].backup
        assert Path(asked[0]).name.startswith("p backup 2")
        assert Path(asked[0]).parent == desk.session.project.path.parent

    def test_without_backups_it_says_when_there_will_be_some(self, qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
        new = tmp_path / "new.annotator"
        Project.create(new).close()
        desk.filing.open(new)
        qtbot.waitUntil(lambda: desk.windowTitle() == "new")
        said: list[str] = []

        def look(sheet: BackupSheet) -> None:
            said.extend(label.text() for label in sheet.findChildren(QPushButton) if label.isEnabled())
            assert sheet.list.isHidden()
            QTest.keyClick(sheet.focusWidget() or sheet, Key.Key_Return)

        seen = answer(BackupSheet, look)
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(seen))
        assert (said, seen[0].wanted) == (["Close"], "")

    def test_one_that_cannot_be_read_is_not_offered(self, qtbot: QtBot, desk: Desk, project_path: Path, copy: Path) -> None:
        for backup in found(backup_folder(project_path)):
            backup.path.write_bytes(b"")

        def look(sheet: BackupSheet) -> None:
            assert "Cannot be read" in texts(sheet)[0]
            click(sheet, "backups_use")
            QTest.keyClick(sheet.list, Key.Key_Return)
            double_click(sheet)
            assert sheet.isVisible()

        seen = answer(BackupSheet, look)
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(seen))
        assert seen[0].wanted == ""
        assert not copy.exists()


@pytest.mark.parametrize("way", [double_click, lambda sheet: click(sheet, "backups_copy")], ids=["double click", "button"])
def test_a_copy_is_opened_and_the_project_stays_as_it_is(
    qtbot: QtBot, desk: Desk, project_path: Path, copy: Path, way: Callable[[BackupSheet], object]
) -> None:
    answer(BackupSheet, way)
    press(desk, Key.Key_B, CTRL)
    qtbot.waitUntil(lambda: desk.windowTitle() == "copy" and desk.panels.page.has_document)
    assert (saved(copy), saved(project_path)) == (OLD, NOW)
    assert desk.settings.recent[:2] == (copy, project_path)


def test_a_copy_over_something_is_refused(
    qtbot: QtBot, desk: Desk, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(project_path), ""))
    answer(BackupSheet, lambda sheet: click(sheet, "backups_copy"))
    with qtbot.waitSignal(desk.session.failed):
        press(desk, Key.Key_B, CTRL)
    assert "is there already" in desk.panels.notice.text.text()
    assert saved(project_path) == NOW


class TestUseThisOne:
    """A backup in the place of the project that is open."""

    def test_it_is_open_where_reading_stood_and_the_file_as_it_was_is_kept(
        self, qtbot: QtBot, desk: Desk, project_path: Path
    ) -> None:
        page = desk.panels.page
        page.go_to(700)
        before = desk.session.project
        document = page.document.id
        asked = answer_both(desk, use_first, agree)
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: desk.session.project not in {None, before} and page.has_document)
        (aside,) = project_path.parent.glob("p before restore *.annotator")
        assert "Actions done since: 1" in asked[0]
        assert "before restore" in asked[0]
        assert (page.document.id, page.caret.offset) == (document, 700)
        assert (spans(desk), saved(project_path), saved(aside)) == (OLD, OLD, NOW)
        assert (desk.windowTitle(), desk.settings.recent) == ("p", (project_path,))
        assert aside.name in desk.status.message.text()
        assert desk.panels.isEnabled()
        mark(qtbot, desk, 20, 25)
        assert len(saved(project_path)) == 2

    def test_it_is_asked_once_and_cancel_is_what_enter_does(self, qtbot: QtBot, desk: Desk, project_path: Path) -> None:
        asked = answer_both(desk, use_first, lambda box: QTest.keyClick(box, Key.Key_Return))
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: bool(asked) and not QApplication.activeModalWidget())
        assert list(project_path.parent.glob("*before restore*")) == []
        assert spans(desk) == NOW

    def test_what_is_on_its_way_to_the_file_gets_there_first(self, qtbot: QtBot, desk: Desk, project_path: Path) -> None:
        def confirm(box: QMessageBox) -> None:
            desk.marking.label(desk.marking.labels[0])
            agree(box)

        desk.panels.page.select(30, 35)
        answer_both(desk, use_first, confirm)
        press(desk, Key.Key_B, CTRL)
        qtbot.waitUntil(lambda: "Kept beside it" in desk.status.message.text())
        (aside,) = project_path.parent.glob("p before restore *.annotator")
        assert (len(saved(aside)), saved(project_path)) == (3, OLD)

    def test_what_is_refused_leaves_the_project_open_and_is_told(self, qtbot: QtBot, desk: Desk, project_path: Path) -> None:
        def spoil(box: QMessageBox) -> None:
            for backup in found(backup_folder(project_path)):
                backup.path.write_bytes(b"")
            agree(box)

        before = desk.session.project
        answer_both(desk, use_first, spoil)
        with qtbot.waitSignal(desk.session.failed):
            press(desk, Key.Key_B, CTRL)
        assert "is empty" in desk.panels.notice.text.text()
        assert desk.session.project is not before
        qtbot.waitUntil(lambda: desk.panels.page.has_document and desk.panels.isEnabled())
        assert spans(desk) == saved(project_path) == NOW
        mark(qtbot, desk, 20, 25)

    def test_what_is_refused_while_the_project_is_gone_ends_on_the_first_screen(
        self, qtbot: QtBot, desk: Desk, project_path: Path
    ) -> None:
        def spoil(box: QMessageBox) -> None:
            project_path.unlink()
            for backup in found(backup_folder(project_path)):
                backup.path.write_bytes(b"")
            agree(box)

        answer_both(desk, use_first, spoil)
        with qtbot.waitSignal(desk.session.failed):
            press(desk, Key.Key_B, CTRL)
        assert desk.panels.welcome.isVisible()
        assert "is empty" in desk.panels.notice.text.text()
        qtbot.waitUntil(desk.panels.isEnabled)

    def test_another_project_that_opens_meanwhile_stays(self, qtbot: QtBot, desk: Desk, project_path: Path) -> None:
        other = project_path.with_name("other.annotator")
        Project.create(other).close()

        def confirm(box: QMessageBox) -> None:
            desk.filing.open(other)
            agree(box)

        answer_both(desk, use_first, confirm)
        with qtbot.waitSignal(desk.session.failed):
            press(desk, Key.Key_B, CTRL)
        assert desk.windowTitle() == "other"
        assert saved(project_path) == NOW


class TestDamaged:
    """A project that cannot be opened any more."""

    @pytest.fixture
    def broken(self, qtbot: QtBot, desk: Desk, project_path: Path) -> Desk:
        """Return a window on another project that was asked for the one whose file is spoilt."""
        other = project_path.with_name("other.annotator")
        Project.create(other).close()
        desk.filing.open(other)
        qtbot.waitUntil(lambda: desk.windowTitle() == "other")
        with qtbot.waitSignal(desk.session.failed):
            self.spoil(desk, project_path, bytes(9000))
        return desk

    def spoil(self, desk: Desk, path: Path, content: bytes) -> None:
        with closing(Project.open(path)):
            """Wait until it is let go."""
        path.write_bytes(content)
        desk.filing.open(path)

    @pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", bytes(9000)])
    def test_the_notice_leads_to_its_backups_and_one_takes_its_place(
        self, qtbot: QtBot, broken: Desk, project_path: Path, content: bytes
    ) -> None:
        project_path.write_bytes(content)
        shown: list[str] = []

        def use(sheet: BackupSheet) -> None:
            shown.extend(texts(sheet))
            use_first(sheet)

        answer_both(broken, use, agree)
        QTest.mouseClick(broken.panels.notice.buttons["backups"], LEFT)
        qtbot.waitUntil(lambda: broken.windowTitle() == "p" and broken.panels.page.has_document)
        assert all("Actions: " in row for row in shown)
        (aside,) = project_path.parent.glob("p before restore *.annotator")
        assert (saved(project_path), aside.read_bytes()) == (OLD, content)
        assert broken.settings.recent[0] == project_path
        assert broken.panels.notice.isHidden()

    def test_a_copy_leaves_the_damaged_file_alone(self, qtbot: QtBot, broken: Desk, project_path: Path, copy: Path) -> None:
        answer(BackupSheet, lambda sheet: QTest.keyClick(sheet.list, Key.Key_Return))
        QTest.mouseClick(broken.panels.notice.buttons["backups"], LEFT)
        qtbot.waitUntil(lambda: broken.windowTitle() == "copy")
        assert (saved(copy), project_path.read_bytes()) == (OLD, bytes(9000))

    def test_a_project_that_is_gone_is_had_again(self, qtbot: QtBot, broken: Desk, project_path: Path) -> None:
        project_path.unlink()
        with qtbot.waitSignal(broken.filing.broken):
            broken.filing.open(project_path)
        asked = answer_both(broken, use_first, agree)
        QTest.mouseClick(broken.panels.notice.buttons["backups"], LEFT)
        qtbot.waitUntil(lambda: broken.windowTitle() == "p")
        assert "before restore" not in asked[0]
        assert saved(project_path) == OLD

    def test_the_button_is_there_only_where_it_helps(self, qtbot: QtBot, broken: Desk, tmp_path: Path) -> None:
        notice = broken.panels.notice
        assert notice.buttons["backups"].isVisible()
        QTest.mouseClick(notice.buttons["close"], LEFT)
        wrong = tmp_path / "wrong.annotator"
        wrong.write_bytes(b"")
        with qtbot.waitSignal(broken.session.failed):
            broken.filing.open(wrong)
        assert notice.isVisible()
        assert notice.buttons["backups"].isHidden()
