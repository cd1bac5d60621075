"""Texts on their way in and training files on their way out, through the dialogs' own rooms."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.exchange import native
from annotator.model.documents import Document
from annotator.model.errors import InvalidFile, NotSaved
from annotator.model.records import PARTIAL, Record, RecordSpan
from annotator.project import exporting, reading
from annotator.project.places import backup_folder, sample_path
from annotator.project.project import Project
from annotator.storage.mentions import MANY
from annotator.ui.desk import Desk
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.work import Cancelled, Task
from tests.ui.acts import CTRL, LEFT, SHIFT, answer, press, saved

ARABIC = "أعلنت وزارة الخارجية أن وقف إطلاق النار بدأ صباح اليوم في قره باغ، وقال المتحدث إن القتلى كثيرون.\n" * 8


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of texts: one certain, one guessed, one unreadable, and a file that is no text at all."""
    found = tmp_path / "texts"
    found.mkdir()
    (found / "a.txt").write_text(ARABIC, encoding="utf-8")
    (found / "b.txt").write_bytes(ARABIC.encode("windows-1256"))
    (found / "c.txt").write_bytes(b"%PDF-1.7 nothing")
    (found / "picture.png").write_bytes(b"\x89PNG")
    return found


@pytest.fixture
def dialog(qtbot: QtBot, folder: Path) -> ImportDialog:
    """Return the dialog on that folder; the offscreen platform warns when one is shown."""
    made = ImportDialog(reading.candidates([folder], ignore))
    qtbot.addWidget(made)
    return made


def test_the_encoding_is_guessed_and_shown_before_anything_is_read(folder: Path) -> None:
    a, b, c = reading.candidates([folder], ignore)
    assert (a.encoding, a.is_certain, b.encoding, b.is_certain) == ("utf-8", True, "windows-1256", False)
    assert b.preview == ARABIC[: len(b.preview)]
    assert "PDF" in str(c.wrong)


def test_the_first_doubtful_file_is_shown_and_the_unreadable_one_left_out(dialog: ImportDialog) -> None:
    assert dialog.encoding.currentText() == "windows-1256"
    assert dialog.preview.toPlainText() == ARABIC[:700]
    assert [entry.path.name for entry in dialog.chosen] == ["a.txt", "b.txt"]


def test_each_paragraph_of_the_preview_is_in_its_own_order(qtbot: QtBot, folder: Path) -> None:
    (folder / "a.txt").write_text(f"BBC: news\n{ARABIC}", encoding="utf-8")
    dialog = ImportDialog(reading.candidates([folder / "a.txt"], ignore))
    qtbot.addWidget(dialog)
    latin = dialog.preview.document().begin()
    assert [block.textDirection() for block in (latin, latin.next())] == [
        Qt.LayoutDirection.LeftToRight,
        Qt.LayoutDirection.RightToLeft,
    ]


def test_another_encoding_changes_what_is_seen_and_what_is_read(dialog: ImportDialog) -> None:
    dialog.encoding.setCurrentText("iso-8859-6")
    dialog.encoding.textActivated.emit("iso-8859-6")
    assert dialog.preview.toPlainText() != ARABIC[:700]
    assert dialog.chosen[1].encoding == "iso-8859-6"


def test_what_was_accepted_is_read_as_it_was_shown(dialog: ImportDialog) -> None:
    texts = [record.document.text for record in reading.read(dialog.chosen, ignore)]
    assert texts == [ARABIC, ARABIC]


def test_a_file_that_vanished_meanwhile_stops_the_import(dialog: ImportDialog) -> None:
    dialog.chosen[1].path.unlink()
    with pytest.raises(InvalidFile, match=r"b\.txt"):
        reading.read(dialog.chosen, ignore)


def test_cancel_stops_at_the_next_file(folder: Path) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        reading.candidates([folder], task.report)


def test_an_export_is_whole_or_not_there(project_path: Path, tmp_path: Path) -> None:
    task, out = Task(), tmp_path / "out.jsonl"
    with closing(Project.open(project_path)) as project:
        entry = project.documents().result()[0]
        document = project.document(entry.id).result().document
        project.mark(document, 0, 2, project.schema.labels[0]).result()
        assert exporting.export(project, out, ignore).lines == 1
        whole = out.read_bytes()
        task.cancel()
        with pytest.raises(Cancelled):
            exporting.export(project, out, task.report)
        with pytest.raises(NotSaved):
            exporting.export(project, tmp_path / "missing" / "out.jsonl", ignore)
    assert out.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_texts_are_looked_for_beside_the_users_own_project_then_where_they_were_found(
    qtbot: QtBot, desk: Desk, project_path: Path, folder: Path
) -> None:
    seen: list[Path] = []

    def choose(dialog: QFileDialog) -> None:
        seen.append(Path(dialog.directory().absolutePath()))
        field = dialog.findChild(QLineEdit)
        assert field
        field.setText(str(folder / "a.txt"))
        QTest.keyClick(field, Qt.Key.Key_Return)

    desk.filing.open_sample()
    qtbot.waitUntil(lambda: desk.settings.recent[0] == sample_path() and desk.panels.page.has_document)
    for _ in range(2):
        answer(QFileDialog, choose)
        press(desk, Qt.Key.Key_I, CTRL)
        answered = answer(ImportDialog, ImportDialog.reject)
        qtbot.waitUntil(lambda answered=answered: bool(answered) and not QApplication.activeModalWidget())  # type: ignore[misc]
    assert seen == [project_path.parent, folder]


@pytest.fixture
def much(tmp_path: Path, project_path: Path, desk: Desk) -> Path:
    """Make a file of more spans than come in without a backup, and bar the folder for the backups of the project."""
    assert desk.session.project
    backups = backup_folder(project_path)
    shutil.rmtree(backups, ignore_errors=True)
    backups.touch()
    spans = tuple(RecordSpan(f"span {start}", start, start + 1, "location") for start in range(MANY + 1))
    record = Record(Document.of("ا" * (MANY + 1)), "much", layer_kind="annotator", status=PARTIAL, spans=spans)
    found = tmp_path / "much.jsonl"
    found.write_bytes(b"".join(native.write([record])))
    return found


def answer_refusal(qtbot: QtBot, desk: Desk, name: str) -> QMessageBox:
    """Click on the button called *name* of the message that opens; return the message."""

    def shown() -> list[QMessageBox]:
        return [box for box in desk.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    (box,) = shown()
    button = box.findChild(QPushButton, name)
    assert button
    QTest.mouseClick(button, LEFT)
    return box


@pytest.mark.qt_log_ignore("propagateSizeHints")
class TestWithoutABackup:
    """An import so large that it is begun only after a backup, where no backup can be made."""

    def test_the_analyst_may_insist_and_take_it_back_likewise(
        self, qtbot: QtBot, desk: Desk, much: Path, project_path: Path
    ) -> None:
        answer(ImportDialog, lambda dialog: dialog.accept())
        desk.filing.look_at([much])
        box = answer_refusal(qtbot, desk, "message_insist")
        assert "the backup before \u2068import\u2069 could not be made" in box.text()
        qtbot.waitUntil(lambda: not desk.session.saving.waiting, timeout=20_000)
        assert (len(saved(project_path)), desk.panels.unsaved.isHidden()) == (MANY + 1, True)
        for act, count in ((desk.past.undo, 0), (desk.past.redo, MANY + 1)):
            act()
            answer_refusal(qtbot, desk, "message_insist")
            qtbot.waitUntil(lambda: not desk.session.saving.waiting, timeout=20_000)
            assert len(saved(project_path)) == count

    def test_cancel_is_the_default_and_gives_the_import_up_but_nothing_behind_it(
        self, qtbot: QtBot, desk: Desk, much: Path, project_path: Path
    ) -> None:
        before = len(desk.session.entries)
        answer(ImportDialog, lambda dialog: dialog.accept())
        desk.filing.look_at([much])
        qtbot.waitUntil(lambda: desk.session.saving.refusal is not None, timeout=20_000)
        desk.panels.page.select(0, 4)
        desk.marking.label(desk.marking.labels[0])
        box = answer_refusal(qtbot, desk, "message_cancel")
        assert box.defaultButton().objectName() == "message_cancel"
        qtbot.waitUntil(lambda: not desk.session.saving.waiting)
        assert len(saved(project_path)) == 1
        assert (len(desk.session.entries), desk.panels.unsaved.isHidden()) == (before, True)

    def test_an_analyst_who_insists_while_it_is_tried_again_has_it_once(
        self, qtbot: QtBot, desk: Desk, much: Path, project_path: Path
    ) -> None:
        answer(ImportDialog, lambda dialog: dialog.accept())
        desk.filing.look_at([much])
        saving = desk.session.saving
        qtbot.waitUntil(lambda: saving.refusal is not None and not saving.is_trying, timeout=20_000)
        saving.try_again()
        answer_refusal(qtbot, desk, "message_insist")
        qtbot.waitUntil(lambda: not saving.waiting, timeout=20_000)
        assert not [box for box in desk.findChildren(QMessageBox) if box.isVisible()]
        assert len(saved(project_path)) == MANY + 1

    def test_the_question_goes_where_the_edits_are_given_up(self, qtbot: QtBot, desk: Desk, much: Path) -> None:
        answer(ImportDialog, lambda dialog: dialog.accept())
        desk.filing.look_at([much])
        qtbot.waitUntil(lambda: bool([box for box in desk.findChildren(QMessageBox) if box.isVisible()]))
        desk.session.saving.discard()
        assert not [box for box in desk.findChildren(QMessageBox) if box.isVisible()]
        assert desk.session.saving.waiting == 0


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_folder_is_imported_by_key_and_the_message_stands_beside_what_is_selected(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    before = len(desk.session.entries)
    answer(ImportDialog, lambda dialog: dialog.accept())
    press(desk, Qt.Key.Key_I, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(desk.session.entries) > before)
    desk.panels.page.select(0, 5)
    qtbot.waitUntil(lambda: bool(desk.status.readout.text()))
    assert "New documents" in desk.status.message.text()
    assert desk.status.message.isVisible()
    assert desk.status.readout.isVisible()
