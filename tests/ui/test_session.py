import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from annotator.model.errors import InvalidFile, NotSaved
from annotator.project.project import Project
from annotator.ui.session import Session, updated
from annotator.ui.work import Work
from tests.damage import tamper


def mark(session: Session, start: int, end: int, name: str = "actor") -> None:
    assert session.project
    assert session.opened
    document, label = session.opened.document, session.project.schema.named(name)
    session.act(lambda project: project.mark(document, start, end, label))


def test_a_mark_reaches_the_document_being_read_and_the_list(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignals([session.applied, session.documents_listed]):
        mark(session, 0, 5)
    assert session.opened
    assert [(span.start, span.end) for span in session.opened.spans] == [(0, 5)]
    assert sum(entry.spans for entry in session.entries) == 1


def test_undo_after_opening_again_takes_the_mark_back(qtbot: QtBot, session: Session, project_path: Path) -> None:
    with qtbot.waitSignal(session.applied):
        mark(session, 0, 5)
    assert session.opened
    identifier = session.opened.document.id
    with qtbot.waitSignal(session.documents_listed):
        session.open(lambda: Project.open(project_path))
    with qtbot.waitSignal(session.document_opened):
        session.read(identifier)
    assert len(session.opened.spans) == 1
    with qtbot.waitSignal(session.applied):
        session.act(lambda project: project.undo())
    assert not session.opened.spans


def test_spans_that_something_else_changed_are_shown_and_doubted_once(
    qtbot: QtBot, session: Session, project_path: Path
) -> None:
    with qtbot.waitSignal(session.applied):
        mark(session, 0, 5)
    assert session.opened
    identifier = session.opened.document.id
    tamper(project_path, 'UPDATE span SET start = start + 1, "end" = "end" + 1')
    doubts: list[Exception] = []
    session.failed.connect(doubts.append)
    for _ in range(2):
        with qtbot.waitSignal(session.document_opened):
            session.read(identifier)
    assert [(span.start, span.end) for span in session.opened.spans] == [(1, 6)]
    assert len(doubts) == 1
    assert "changed by something else than Annotator" in str(doubts[0])
    with qtbot.waitSignal(session.applied):
        mark(session, 8, 12)
    assert session.opened.doubt


def test_what_another_window_marks_is_shown_within_two_seconds(qtbot: QtBot, session: Session, project_path: Path) -> None:
    other = Project.open(project_path)
    assert session.opened
    label = other.schema.named("claim")
    with qtbot.waitSignal(session.applied, timeout=3000) as told:
        other.mark(session.opened.document, 0, 5, label).result()
    other.close()
    assert told.args[0].elsewhere
    assert [span.label for span in session.opened.spans] == [label.id]


def test_saving_ends_once_the_queue_is_empty(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.saving.settled):
        for start in range(0, 50, 5):
            mark(session, start, start + 5)
        assert session.saving.waiting == 10
    assert session.opened
    assert len(session.opened.spans) == 10


def test_what_a_project_that_is_read_only_refuses_waits_with_the_reason(qtbot: QtBot, work: Work, project_path: Path) -> None:
    session = Session(work)
    with qtbot.waitSignal(session.documents_listed):
        session.open(lambda: Project.open(project_path, read_only=True))
    assert not session.is_writable
    with qtbot.waitSignal(session.document_opened):
        session.read(session.entries[0].id)
    mark(session, 0, 3)
    qtbot.waitUntil(lambda: isinstance(session.saving.refusal, NotSaved))
    assert session.saving.waiting == 1
    session.saving.discard()
    session.close()


def test_what_a_window_that_is_gone_had_asked_for_is_written_once_another_one_has_finished(
    qtbot: QtBot, work: Work, project_path: Path
) -> None:
    session = Session(work)
    with qtbot.waitSignal(session.documents_listed):
        session.open(lambda: Project.open(project_path))
    assert session.project
    with closing(session.project) as project, closing(sqlite3.connect(project_path, isolation_level=None)) as other:
        document = project.document(session.entries[0].id).result().document
        other.execute("BEGIN EXCLUSIVE")
        shiboken6.delete(session)
        asked = project.mark(document, 0, 3, project.schema.labels[0])
        qtbot.waitUntil(lambda: project._store._file._is_waiting)
        other.execute("ROLLBACK")
        assert asked.result().seq


def test_a_file_that_is_no_project_leaves_what_is_open(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.annotator"
    wrong.write_text("not a project " * 40, encoding="utf-8")
    before = session.project
    with qtbot.waitSignal(session.failed) as told:
        session.open(lambda: Project.open(wrong))
    assert isinstance(told.args[0], InvalidFile)
    assert session.project is before


def test_closing_keeps_every_mark_that_was_asked_for(qtbot: QtBot, session: Session, project_path: Path) -> None:
    assert session.opened
    identifier = session.opened.document.id
    for start in range(0, 50, 5):
        mark(session, start, start + 5)
    session.close()
    with closing(Project.open(project_path)) as project:
        qtbot.waitUntil(lambda: len(project.document(identifier).result().spans) == 10)


def test_an_edit_of_another_document_changes_nothing_here(qtbot: QtBot, session: Session) -> None:
    assert session.project
    opened = session.opened
    assert opened
    other = next(entry for entry in session.entries if entry.id != opened.document.id)
    document = session.project.document(other.id).result().document
    applied = session.project.mark(document, 0, 2, session.project.schema.named("actor")).result()
    qtbot.waitUntil(lambda: any(entry.spans for entry in session.entries))
    assert updated(opened, applied, session.project.layer.id) == opened


def test_a_document_list_the_disk_refuses_is_told_and_is_no_crash(
    qtbot: QtBot, session: Session, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: crashes.append(kind))
    project_path.write_bytes(b"gone " * 2000)
    with qtbot.waitSignal(session.failed, timeout=3000):
        session.list_documents()
    assert crashes == []
