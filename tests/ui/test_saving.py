"""What is on its way to the file, when the disk or another window does not let it in."""

import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.import_dialog import ImportDialog
from tests.ui.acts import answer

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@contextmanager
def full_disk() -> Iterator[Callable[[], None]]:
    """Let no file grow, as on a disk that is full, until the function given is called."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def make_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield make_room
    finally:
        make_room()


@contextmanager
def written_by_another(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the project at *path* as another window does that writes for long, until the function given is called."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other.rollback


def mark(desk: Desk, start: int, end: int, key: Qt.Key = Qt.Key.Key_1) -> None:
    desk.panels.page.select(start, end)
    QTest.keyClick(desk.panels.page, key)


def places(desk: Desk) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in desk.panels.page.spans.in_order()]


def saved(path: Path) -> list[tuple[int, int]]:
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
        return [(span.start, span.end) for one in opened for span in one.spans]


def click(qtbot: QtBot, desk: Desk, name: str) -> None:
    """Click on the button called *name* once it is there."""

    def shown() -> list[QPushButton]:
        return [button for button in desk.findChildren(QPushButton, name) if button.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    QTest.mouseClick(shown()[0], LEFT)


def test_what_a_full_disk_refuses_stays_hollow_and_counted_until_it_is_tried_again(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    page, unsaved = desk.panels.page, desk.panels.unsaved
    with full_disk() as make_room:
        mark(desk, 0, 4)
        qtbot.waitUntil(unsaved.isVisible)
        mark(desk, 6, 9)
        qtbot.waitUntil(lambda: "2" in unsaved.text.text() and not desk.session.saving.is_trying)
        assert "disk" in unsaved.text.text()
        assert desk.status.saved.text() == "Not saved: 2"
        assert (len(page.pending), places(desk), saved(project_path)) == (2, [(0, 4), (6, 9)], [])
        make_room()
        with qtbot.waitSignal(desk.session.saving.settled):
            click(qtbot, desk, "unsaved_retry")
    assert (len(page.pending), places(desk)) == (0, [(0, 4), (6, 9)])
    assert saved(project_path) == [(0, 4), (6, 9)]
    assert (unsaved.isHidden(), desk.status.saved.text()) == (True, "Saved")


def test_a_refused_mark_and_what_was_done_to_it_are_saved_in_their_order(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    page = desk.panels.page
    with full_disk() as make_room:
        mark(desk, 0, 4)
        QTest.keyClick(page, Qt.Key.Key_BraceLeft, Qt.KeyboardModifier.ShiftModifier)
        moved = places(desk)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        make_room()
        with qtbot.waitSignal(desk.session.saving.settled):
            click(qtbot, desk, "unsaved_retry")
    assert moved != [(0, 4)]
    assert (places(desk), saved(project_path), page.pending) == (moved, moved, frozenset())


def test_what_is_given_up_is_gone_from_the_page(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    with full_disk():
        QTest.keyClick(desk.panels.page, Qt.Key.Key_Delete)
        mark(desk, 6, 9)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        click(qtbot, desk, "unsaved_discard")
        click(qtbot, desk, "message_discard")
    assert (places(desk), desk.panels.page.pending) == ([(0, 4)], frozenset())
    assert desk.panels.unsaved.isHidden()
    assert saved(project_path) == [(0, 4)]


def test_closing_asks_when_the_disk_is_full_and_loses_nothing_when_the_analyst_stays(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    with full_disk() as make_room:
        mark(desk, 0, 4)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        desk.close()
        click(qtbot, desk, "message_stay")
        assert desk.isVisible()
        assert desk.panels.isEnabled()
        qtbot.waitUntil(lambda: not desk.session.saving.is_trying)
        desk.close()
        qtbot.waitUntil(lambda: not desk.session.saving.is_trying)
        make_room()
        click(qtbot, desk, "message_retry")
    qtbot.waitUntil(desk.isHidden)
    assert saved(project_path) == [(0, 4)]


def test_closing_waits_for_another_window_and_this_one_goes_on_living(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    with written_by_another(project_path) as let_go:
        mark(desk, 0, 4)
        desk.close()
        ticks: list[bool] = []
        timer = QTimer(desk, interval=10)
        timer.timeout.connect(lambda: ticks.append(desk.isVisible()))
        timer.start()
        qtbot.waitUntil(lambda: len(ticks) > 10)
        assert all(ticks)
        assert not desk.panels.isEnabled()
        assert desk.status.message.text()
        let_go()
        qtbot.waitUntil(desk.isHidden, timeout=15_000)
    assert saved(project_path) == [(0, 4)]


def test_another_document_opened_before_a_mark_is_saved_stays_untouched_and_the_mark_is_there_later(
    qtbot: QtBot, desk: Desk
) -> None:
    page, here = desk.panels.page, desk.panels.page.document.id
    with full_disk():
        mark(desk, 0, 4)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        with qtbot.waitSignal(desk.session.document_opened):
            desk.following.read_neighbour(1)
        assert (page.document.id != here, places(desk), page.pending) == (True, [], frozenset())
        with qtbot.waitSignal(desk.session.document_opened):
            desk.following.read(here)
        assert (places(desk), len(page.pending)) == ([(0, 4)], 1)
        desk.session.saving.discard()
    assert (places(desk), page.pending) == ([], frozenset())


def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Qt's file dialog answer with a new place; return it."""
    (tmp_path / "stick").mkdir()
    chosen = tmp_path / "stick" / "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(chosen), ""))
    return chosen.with_name("copy.annotator")


def test_what_the_disk_refused_is_saved_into_a_copy_elsewhere_where_work_goes_on(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, page = elsewhere(tmp_path, monkeypatch), desk.panels.page
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not page.pending)
    with full_disk() as make_room:
        mark(desk, 6, 9)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        make_room()
        with qtbot.waitSignal(desk.session.saving.settled):
            click(qtbot, desk, "unsaved_move")
    qtbot.waitUntil(lambda: page.has_document and not page.pending and len(places(desk)) == 2)
    mark(desk, 10, 14)
    qtbot.waitUntil(lambda: not page.pending)
    assert saved(project_path) == [(0, 4)]
    assert saved(copy) == places(desk) == [(0, 4), (6, 9), (10, 14)]
    assert (desk.windowTitle(), desk.settings.recent[0]) == ("copy", copy)


def test_a_project_whose_file_was_deleted_is_saved_elsewhere(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = elsewhere(tmp_path, monkeypatch)
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    project_path.unlink()
    mark(desk, 6, 9)
    qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
    with qtbot.waitSignal(desk.session.saving.settled):
        click(qtbot, desk, "unsaved_move")
    assert saved(copy) == [(0, 4), (6, 9)]


def test_what_was_done_while_another_project_opened_is_in_the_file_and_no_ghost_stays_on_the_page(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    other, may_open = tmp_path / "other.annotator", Event()
    Project.create(other).close()

    def slowly() -> Project:
        may_open.wait()
        return Project.open(other)

    desk.session.open(slowly)
    for start in range(0, 30, 2):
        mark(desk, start, start + 2)
    may_open.set()
    qtbot.waitUntil(lambda: desk.windowTitle() == "other")
    desk.filing.open(project_path)
    page = desk.panels.page
    qtbot.waitUntil(lambda: desk.windowTitle() == "p" and page.has_document)
    assert page.pending == frozenset()
    assert places(desk) == saved(project_path)
    assert len(saved(project_path)) > 5


def test_texts_that_were_asked_for_are_imported_into_no_other_project(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    Project.create(other).close()
    (tmp_path / "late.txt").write_text("late", encoding="utf-8")

    def accept(dialog: ImportDialog) -> None:
        desk.filing.open(other)
        qtbot.waitUntil(lambda: desk.windowTitle() == "other")
        dialog.accept()

    answer(ImportDialog, accept)
    with qtbot.waitSignal(desk.session.failed):
        desk.filing.look_at([tmp_path / "late.txt"])
    with closing(Project.open(other)) as project:
        assert project.documents().result() == ()


@contextmanager
def locked_by_another(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the project at *path* so that it cannot even be read, until the function given is called."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other.rollback


def test_while_a_copy_is_made_the_window_takes_no_work_and_does_not_close(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    copy, other = tmp_path / "copy.annotator", tmp_path / "other.annotator"
    Project.create(other).close()
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    with locked_by_another(project_path) as let_go:
        desk.moving.move(copy)
        assert not desk.panels.isEnabled()
        assert not desk.menuBar().isEnabled()
        assert desk.status.message.text() == "Saving a copy elsewhere…"
        desk.close()
        assert desk.isVisible()
        desk.filing.open(other)
        with qtbot.waitSignal(desk.session.failed, timeout=15_000):
            desk.moving.move(tmp_path / "again.annotator")
            let_go()
    qtbot.waitUntil(lambda: desk.windowTitle() == "other")
    assert desk.panels.isEnabled()
    assert saved(copy) == saved(project_path) == [(0, 4)]
    assert not (tmp_path / "again.annotator").exists()


def test_an_export_from_a_project_that_is_closed_meanwhile_ends_in_a_sentence(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    assert desk.session.project
    desk.session.project.close()
    with qtbot.waitSignal(desk.session.failed):
        desk.filing.exports.write(desk.session.project, tmp_path / "out.jsonl")
    assert "closed meanwhile" in desk.panels.notice.text.text()
    qtbot.waitUntil(lambda: not [one for one in desk.findChildren(QProgressDialog) if one.isVisible()])
    assert not (tmp_path / "out.jsonl").exists()
    assert project_path.exists()


def test_a_place_that_is_taken_is_refused_and_work_goes_on_here(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = elsewhere(tmp_path, monkeypatch)
    copy.write_bytes(b"taken")
    with qtbot.waitSignal(desk.session.failed):
        desk.commands.run("move")
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    assert (saved(project_path), copy.read_bytes()) == ([(0, 4)], b"taken")


def test_an_edit_of_a_span_that_another_window_erased_is_told_in_words(qtbot: QtBot, desk: Desk, project_path: Path) -> None:
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    span = desk.panels.page.focused_span
    assert span
    with closing(Project.open(project_path)) as other:
        other.erase(span.document, [span.id]).result()
        with qtbot.waitSignal(desk.session.failed):
            QTest.keyClick(desk.panels.page, Qt.Key.Key_2)
    assert "erased meanwhile" in desk.panels.notice.text.text()
    qtbot.waitUntil(lambda: places(desk) == [])
    assert not desk.panels.page.pending


def test_what_is_refused_while_another_project_opens_keeps_the_present_one(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    other, go_on = tmp_path / "other.annotator", threading.Event()
    Project.create(other).close()

    def slowly() -> Project:
        go_on.wait(10)
        return Project.open(other)

    desk.session.open(slowly)
    with full_disk() as make_room:
        mark(desk, 0, 4)
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
        make_room()
        with qtbot.waitSignal(desk.session.failed):
            go_on.set()
    assert "is not saved yet" in desk.panels.notice.text.text()
    assert (desk.windowTitle(), desk.session.saving.waiting, places(desk)) == ("p", 1, [(0, 4)])
    with qtbot.waitSignal(desk.session.saving.settled):
        click(qtbot, desk, "unsaved_retry")
    assert saved(project_path) == [(0, 4)]


def test_what_is_done_while_another_project_opens_is_saved_before_that_is_shown(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.annotator"
    Project.create(other).close()
    with written_by_another(project_path) as let_go:
        mark(desk, 0, 4)
        assert desk.status.saved.text() != "Saved"
        with qtbot.waitSignal(desk.session.saving.changed):
            desk.session.open(lambda: Project.open(other))
            let_go()
    qtbot.waitUntil(lambda: desk.windowTitle() == "other")
    assert saved(project_path) == [(0, 4)]


def test_a_file_found_damaged_keeps_the_mark_that_met_it_and_takes_no_more(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    content = bytearray(project_path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    content[27] ^= 1  # the counter of changes: SQLite reads its pages again
    with project_path.open("r+b") as stream:
        stream.write(content)
    mark(desk, 0, 4)
    qtbot.waitUntil(lambda: desk.session.saving.refusal is not None)
    assert "damaged" in desk.panels.unsaved.text.text()
    assert (desk.session.saving.waiting, desk.session.is_writable) == (1, False)
    desk.session.saving.discard()
