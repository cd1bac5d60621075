"""What an analyst does in the window, by real events, for all tests of it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.documents import Document
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.page.page import Page

NONE, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
ARTICLE = Document.of(resources.seeds()[0].read_bytes().decode())
AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    assert QTest.qWaitForWindowActive(desk)
    widget = desk.focusWidget()
    assert widget
    QTest.keyClick(widget, key, held)


def type_text(field: QLineEdit, text: str) -> None:
    """Type what has no key: QTest aborts at letters that are not ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def answer(kind: type[AnyDialog], act: Callable[[AnyDialog], object]) -> list[AnyDialog]:
    """Have *act* answer the dialog that opens next, which must be of a *kind*; return a list that it will be in.

    The window is then brought back to the front, as a window manager does.
    """
    seen: list[AnyDialog] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(1, meet)
            return
        try:
            assert isinstance(dialog, kind)
            seen.append(dialog)
            act(dialog)
        finally:
            dialog.close()
            window = dialog.parentWidget()
            assert window is not None
            window.activateWindow()

    QTimer.singleShot(0, meet)
    return seen


def point_of(page: Page, offset: int) -> QPoint:
    """Return the middle of the cluster at *offset* in the viewport."""
    place = page.flow.place_of(offset)
    rect, paragraph = page.line_rect(place), page.flow.paragraph(place.paragraph)
    assert rect is not None
    geometry = paragraph.lines[place.line].geometry
    k = geometry.holding(paragraph.units(offset, offset)[0])
    return QPoint(round(rect.left() + (geometry.x0[k] + geometry.x1[k]) / 2), round(rect.center().y()))


def mark(qtbot: QtBot, desk: Desk, start: int, end: int, key: Qt.Key = Qt.Key.Key_1) -> None:
    """Select ``text[start:end]`` and press the *key* of a label."""
    desk.panels.page.select(start, end)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, key)
    qtbot.waitUntil(lambda: not desk.panels.page.pending and len(desk.panels.spans.rows) == len(desk.panels.page.spans))


def saved(path: Path) -> list[tuple[int, int, str]]:
    """Return the spans that the project file at *path* holds, all documents together."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
        return [(span.start, span.end, project.schema.label(span.label).name) for one in opened for span in one.spans]
