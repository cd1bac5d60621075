"""Who meets that a span was changed meanwhile is shown what became of it."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.model.ids import NO_ID
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.rows import ROLE, Row
from annotator.ui.span_history import SpanHistory
from tests.damage import tamper
from tests.ui.acts import CTRL, LEFT, answer, mark, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def rows(sheet: SpanHistory) -> list[Row]:
    model = sheet.list.model()
    return [model.index(place, 0, QModelIndex()).data(ROLE) for place in range(model.rowCount())]


def plain(text: str) -> str:
    """Return *text* without the signs that keep directions apart."""
    return text.replace("\u2068", "").replace("\u2069", "")


def shown(qtbot: QtBot, desk: Desk) -> list[Row]:
    """Click on the button of the notice; return the rows of the sheet that opens."""
    found: list[Row] = []
    seen = answer(SpanHistory, lambda sheet: found.extend(rows(sheet)))
    QTest.mouseClick(desk.panels.notice.buttons["history"], LEFT)
    qtbot.waitUntil(lambda: bool(seen))
    return found


@pytest.fixture
def erased_elsewhere(qtbot: QtBot, desk: Desk, project_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a window in which a span was marked and relabelled; one of another computer erases it, this one relabels it."""
    mark(qtbot, desk, 0, 5)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_2)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    span = desk.panels.page.focused_span
    assert span
    with monkeypatch.context() as patch:
        patch.setattr("annotator.project.project.device_id", lambda: b"another device..")
        other = Project.open(project_path)
    with closing(other):
        other.erase(span.document, [span.id]).result()
        with qtbot.waitSignal(desk.session.failed):
            press(desk, Key.Key_3)
    return desk


def test_each_version_says_what_it_was_who_wrote_it_and_where(qtbot: QtBot, erased_elsewhere: Desk) -> None:
    word = erased_elsewhere.panels.page.text[:5]
    found = shown(qtbot, erased_elsewhere)
    assert [plain(row.title) for row in found] == [
        f"Erased Casualty: “{word}”",
        f"Marked Casualty: “{word}”",
        f"Marked Actor: “{word}”",
    ]
    assert [plain(row.detail).split(" · ")[1:] for row in found] == [
        ["analyst", "on another computer"],
        ["analyst", "on this computer"],
        ["analyst", "on this computer"],
    ]
    assert [(plain(row.end), row.is_faint) for row in found] == [("0–5", True), ("0–5", False), ("0–5", False)]


def test_it_is_offered_only_where_it_is_about_a_span(qtbot: QtBot, erased_elsewhere: Desk) -> None:
    notice = erased_elsewhere.panels.notice
    assert "erased meanwhile" in notice.text.text()
    assert notice.buttons["history"].isVisible()
    QTest.mouseClick(notice.buttons["close"], LEFT)
    assert erased_elsewhere.session.opened
    document = erased_elsewhere.session.opened.document.id
    erased_elsewhere.session.act(lambda project: project.remove_document(document))
    with qtbot.waitSignal(erased_elsewhere.session.failed):
        erased_elsewhere.session.act(lambda project: project.rename(document, "gone"))
    assert not notice.buttons["history"].isVisible()


def test_an_undo_of_what_is_another_meanwhile_says_so_and_shows_what_it_is(
    qtbot: QtBot, desk: Desk, project_path: Path
) -> None:
    mark(qtbot, desk, 0, 5)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_2)
    qtbot.waitUntil(lambda: not desk.panels.page.pending)
    tamper(project_path, 'UPDATE span SET "end" = 4, hlc = hlc + 1')
    with qtbot.waitSignal(desk.session.failed):
        press(desk, Key.Key_Z, CTRL)
    found = shown(qtbot, desk)
    assert plain(found[0].title) == f"Marked Casualty: “{desk.panels.page.text[:4]}”"
    assert [plain(row.end) for row in found] == ["0–4", "0–5"]


def test_nothing_known_of_a_span_is_said(qtbot: QtBot, desk: Desk) -> None:
    texts: list[str] = []

    def read(sheet: SpanHistory) -> None:
        hint = sheet.findChild(QLabel, "span_history_hint")
        assert hint is not None
        texts.append(hint.text())

    seen = answer(SpanHistory, read)
    desk.asking.show_span_history((NO_ID, NO_ID, NO_ID))
    qtbot.waitUntil(lambda: bool(seen))
    assert texts == ["Nothing is known of this span here."]
