import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.factories import message_box

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
HOSTILE = "<img src='file:///etc/hostname'> & <b>bold</b>"


def test_every_word_in_a_message_box_is_shown_as_it_stands(qtbot: QtBot) -> None:
    box = message_box(None, HOSTILE, detail=f"detail {HOSTILE}")
    qtbot.addWidget(box)
    box.show()
    labels = [label for label in box.findChildren(QLabel) if label.text()]
    shown = "\n".join(label.text() for label in labels)
    assert shown == f"{HOSTILE}\n\ndetail {HOSTILE}"
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
