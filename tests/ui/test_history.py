"""The history tells what was done to what, in the language of the interface."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.rows import ROLE, Row
from tests.ui.acts import CTRL, mark, press

Key = Qt.Key
FORWARD = "\u2068"


def rows(desk: Desk) -> list[Row]:
    """Return the rows of the history, newest first."""
    model = desk.panels.history.list.model()
    return [model.index(place, 0, QModelIndex()).data(ROLE) for place in range(model.rowCount())]


def shown(desk: Desk) -> list[str]:
    """Return the titles without the signs that keep directions apart."""
    return [row.title.replace(FORWARD, "").replace("\u2069", "") for row in rows(desk)]


@pytest.fixture
def worked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window in which the first word was marked, relabelled, pushed and erased, and the document finished."""
    mark(qtbot, desk, 0, 5)
    for key, held in ((Key.Key_2, None), (Key.Key_BraceRight, Qt.KeyboardModifier.ShiftModifier), (Key.Key_Delete, None)):
        with qtbot.waitSignal(desk.session.applied):
            press(desk, key, held or Qt.KeyboardModifier.NoModifier)
        qtbot.waitUntil(lambda: not desk.panels.page.pending)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(rows(desk)) == 6)
    return desk


def test_each_action_names_the_label_and_quotes_the_text(worked: Desk) -> None:
    word, less = worked.panels.page.text[:5], worked.panels.page.text[:4]
    title = worked.session.entries[0].title
    assert shown(worked) == [
        f"Finished: “{title}”",
        f"Erased Casualty: “{less}”",
        f"Edge moved Casualty: “{less}”",
        f"Relabelled Casualty: “{word}”",
        f"Marked Actor: “{word}”",
        "Imported",
    ]


def test_the_history_of_a_project_that_is_closed_meanwhile_ends_in_a_sentence(qtbot: QtBot, desk: Desk) -> None:
    desk.panels.page.select(0, 5)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_1)
    assert desk.session.project
    desk.session.project.close()
    with qtbot.waitSignal(desk.session.failed):  # the history is asked for a moment after the mark
        pass
    assert "closed meanwhile" in desk.panels.notice.text.text()


def test_what_the_project_before_answers_late_is_not_shown_as_the_history_of_this_one(
    qtbot: QtBot, desk: Desk, project_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.annotator"
    Project.create(other).close()
    desk.panels.page.select(0, 5)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_1)
    asked, (pause,) = desk.session.project, desk.past.findChildren(QTimer)
    assert asked
    with closing(sqlite3.connect(project_path, isolation_level=None)) as locking:
        locking.execute("BEGIN EXCLUSIVE")
        qtbot.waitUntil(lambda: not pause.isActive())
        desk.filing.open(other)
        qtbot.waitUntil(lambda: desk.windowTitle() == "other")
        locking.execute("ROLLBACK")
    asked.close()
    QApplication.processEvents()
    assert rows(desk) == []


def test_in_arabic_it_names_them_in_arabic(qtbot: QtBot, worked: Desk) -> None:
    press(worked, Key.Key_F10)
    word = worked.panels.page.text[:5]
    qtbot.waitUntil(lambda: f"وُسم فاعل: «{word}»" in shown(worked))
    assert not {"Marked", "Casualty"} & set(" ".join(shown(worked)).split())


def test_a_row_has_the_colour_of_its_label(worked: Desk) -> None:
    finished, erased, *_, marked, _ = rows(worked)
    assert finished.color is None
    looks = worked.viewing.looks
    assert (erased.color, marked.color) == tuple(
        looks.of(label.id).colors.bar for label in (worked.marking.labels[1], worked.marking.labels[0])
    )


def test_what_was_taken_back_stays_in_the_list_faint(qtbot: QtBot, worked: Desk) -> None:
    press(worked, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rows(worked)[0].is_faint)
    assert "undone" in rows(worked)[0].detail
    assert not rows(worked)[1].is_faint
