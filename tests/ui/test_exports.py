"""Export by its key: at once where one person marked, else by whom is chosen; the file is the one asked for."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.records import Record, RecordSpan
from annotator.project.importing import Wishes
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, answer, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Qt's file dialog answer with this path."""
    path = tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def mark(desk: Desk, person: str) -> None:
    """Have *person* mark a text."""
    assert desk.session.project
    record = Record(Document.of("قره باغ"), "a", status="partial", spans=(RecordSpan(person, 0, 3, "actor"),))
    desk.session.project.import_records([record], wishes=Wishes(person)).result()


def people(path: Path) -> list[str]:
    """Return who is in a training file."""
    return [json.loads(line)["layer"]["annotator"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_persons_spans_are_written_without_a_question(desk: Desk, out: Path, qtbot: QtBot) -> None:
    mark(desk, "Lena")
    press(desk, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(out.exists)
    assert people(out) == ["Lena"]
    qtbot.waitUntil(lambda: "out.jsonl" in desk.status.message.text())


@pytest.mark.parametrize(("steps", "written"), [(0, ["Lena", "Omar"]), (1, ["Lena"]), (2, ["Omar"])])
def test_with_two_people_the_analyst_chooses(desk: Desk, out: Path, qtbot: QtBot, steps: int, written: list[str]) -> None:
    mark(desk, "Omar")
    mark(desk, "Lena")

    def choose(chooser: Chooser) -> None:
        for _ in range(steps):
            QTest.keyClick(chooser.field, Qt.Key.Key_Down)
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)

    answer(Chooser, choose)
    press(desk, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(out.exists)
    assert people(out) == written


def test_esc_at_the_question_writes_nothing(desk: Desk, out: Path, qtbot: QtBot) -> None:
    mark(desk, "Omar")
    mark(desk, "Lena")
    asked: list[Chooser] = []

    def leave(chooser: Chooser) -> None:
        asked.append(chooser)
        QTest.keyClick(chooser.field, Qt.Key.Key_Escape)

    answer(Chooser, leave)
    press(desk, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: bool(asked))
    assert not out.exists()
