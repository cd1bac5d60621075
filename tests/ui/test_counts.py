"""Casualties marked by key in the window: the number in their text is read, shown at once, and stays editable."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.records import Record
from annotator.project.project import Project
from annotator.ui.desk import Desk
from tests.ui.acts import CTRL, mark, press
from tests.ui.answers import form, go, value_shown

Key = Qt.Key
TEXT = "قُتل 47 شخصا أو ما لا يقل عن تسعة مسعفين"
EXACT: Attributes = (("best", 47), ("max", 47), ("min", 47), ("qualifier", "exact"))


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project with a text that counts people."""
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        project.import_records([Record(Document.of(TEXT), "a")]).result()
    return path


def held(desk: Desk) -> Attributes:
    (span,) = desk.panels.page.spans.in_order()
    return span.attributes


def settled(qtbot: QtBot, desk: Desk) -> Attributes:
    """Return the attributes of the one span, once the file has what the page shows."""
    qtbot.waitUntil(lambda: not desk.session.saving.waiting and not desk.panels.page.pending)
    return held(desk)


def test_the_number_is_there_with_the_mark_and_goes_with_it(qtbot: QtBot, desk: Desk) -> None:
    desk.panels.page.select(5, 12)
    press(desk, Key.Key_2)
    assert held(desk) == EXACT
    assert settled(qtbot, desk) == EXACT
    press(desk, Key.Key_Return)
    assert [value_shown(desk, name) for name in ("kind", "qualifier", "min", "best", "max")] == [
        "missing",
        "Exactly",
        "47",
        "47",
        "47",
    ]
    press(desk, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not desk.panels.page.spans.in_order())
    press(desk, Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(desk.panels.page.spans) == 1)
    assert settled(qtbot, desk) == EXACT


def test_a_mark_on_its_way_can_be_described_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.panels.page.select(5, 12)
    for key in (Key.Key_2, Key.Key_Return, Key.Key_1, Key.Key_Escape):
        press(desk, key)
    assert held(desk) == settled(qtbot, desk) == tuple(sorted((*EXACT, ("kind", "killed"))))
    press(desk, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: held(desk) == EXACT)
    press(desk, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not desk.panels.page.spans.in_order())


def test_the_number_follows_the_edges_but_not_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 5, 12, Key.Key_2)
    press(desk, Key.Key_Return)
    go(desk, "best")
    press(desk, Key.Key_5)
    press(desk, Key.Key_0)
    press(desk, Key.Key_Return)
    press(desk, Key.Key_Escape)
    start = TEXT.index("ما")
    (span,) = desk.panels.page.spans.in_order()
    desk.marking.move(span, start, len(TEXT))
    wanted = (("best", 50), ("min", 9), ("qualifier", "at_least"))
    assert held(desk) == wanted
    assert settled(qtbot, desk) == wanted
    (span,) = desk.panels.page.spans.in_order()
    desk.marking.reshape(span, ((5, 12),))
    assert held(desk) == settled(qtbot, desk) == (("best", 50), ("max", 47), ("min", 47), ("qualifier", "exact"))


def test_a_span_put_under_casualty_is_read_too(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 5, 12, Key.Key_1)
    press(desk, Key.Key_2)
    assert held(desk) == settled(qtbot, desk) == EXACT
    qtbot.waitUntil(lambda: value_shown(desk, "best") == "47")
    press(desk, Key.Key_1)
    assert held(desk) == settled(qtbot, desk) == ()
    assert not form(desk).isHidden()
