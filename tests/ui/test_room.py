"""What looks for texts that are cut off finds each kind of them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSpinBox,
    QTableView,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.factories import message_box
from annotator.ui.rows import Row, row_list
from tests.ui.room import clipped, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = "a text that is longer than its place"


def label(parent: QWidget) -> QWidget:
    made = QLabel(LONG, parent)
    made.setFixedWidth(40)
    return made


def wrapped(parent: QWidget) -> QWidget:
    made = QLabel(LONG, parent, wordWrap=True)
    made.setFixedSize(90, 20)
    return made


def long_word(parent: QWidget) -> QWidget:
    made = QLabel("incomprehensibilities", parent, wordWrap=True)
    made.setFixedSize(50, 40)
    return made


def button(parent: QWidget) -> QWidget:
    made = QPushButton(LONG, parent)
    made.setFixedWidth(60)
    return made


def number(parent: QWidget) -> QWidget:
    made = QSpinBox(parent, suffix=LONG)
    made.setFixedWidth(60)
    return made


def hint(parent: QWidget) -> QWidget:
    made = QLineEdit(parent, placeholderText=LONG)
    made.setFixedWidth(80)
    return made


def outside(parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    holder.setFixedSize(60, 40)
    made = QLabel("text", holder)
    made.move(50, 0)
    return holder


def columns(parent: QWidget) -> QWidget:
    made = QTreeWidget(parent)
    made.setHeaderLabels([LONG, "b"])
    made.setColumnWidth(0, 30)
    return made


def rows(parent: QWidget) -> QTableView:
    view, model = row_list("rows", parent)
    model.show_rows([1], lambda _: Row("title", "detail"))
    view.verticalHeader().setDefaultSectionSize(20)
    return view


@pytest.mark.parametrize(
    "make", [label, wrapped, long_word, button, number, hint, outside, columns, rows], ids=lambda make: make.__name__
)
def test_a_text_without_the_room_it_needs_is_found(qtbot: QtBot, make: Callable[[QWidget], QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(make(window))
    window.resize(400, 300)
    window.show()
    settle()
    assert len(clipped(window)) == 1


def test_menus_that_have_no_room_are_found(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    for title in (LONG, LONG):
        window.menuBar().addMenu(title)
    window.resize(200, 100)
    window.show()
    settle()
    assert clipped(window)


def test_dialogs_and_messages_that_are_too_small_are_found(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line, layout = QLineEdit(dialog), QVBoxLayout(dialog)
    line.setMinimumWidth(300)
    layout.addWidget(line)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    box = message_box(None, LONG * 5)
    qtbot.addWidget(box)
    for shown in (dialog, box):
        shown.show()
        settle()
    assert clipped(box) == []
    dialog.resize(100, 20)
    text = box.findChild(QLabel, "qt_msgbox_label")
    assert text
    text.setFixedHeight(8)
    settle()
    assert clipped(dialog)
    assert clipped(box)
