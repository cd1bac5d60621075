"""The window of labels and attributes over the window of a project, and what an analyst does in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.schemas import Schema
from annotator.ui.desk import Desk
from annotator.ui.schema.editor import SchemaEditor
from tests.ui.acts import CTRL, NONE, SHIFT, press, type_text

Change = Callable[[Callable[[], object]], Schema]


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> SchemaEditor:
    """Open the window of labels and attributes by its key."""
    press(desk, Qt.Key.Key_L, CTRL | SHIFT)
    made = desk.schemas.editor
    assert made
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def change(qtbot: QtBot, desk: Desk, editor: SchemaEditor) -> Change:
    """Return a function that does something in the window and gives the schema once it is another."""
    assert editor

    def act(do: Callable[[], object]) -> Schema:
        with qtbot.waitSignal(desk.session.schema_changed):
            do()
        return schema_of(desk)

    return act


def schema_of(desk: Desk) -> Schema:
    """Return the schema of the project."""
    assert desk.session.project
    return desk.session.project.schema


def fill(line: QLineEdit, text: str) -> None:
    """Type *text* in place of what is in a line, and press Enter."""
    line.setFocus()
    line.selectAll()
    if text.isascii() and text:
        QTest.keyClicks(line, text)
    elif text:
        type_text(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)


def key(widget: QWidget, code: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, code, held)
