"""Lists of rows as they are painted."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.rows import Row, row_list
from annotator.ui.theme import DARK, LIGHT, Theme, contrast

LEGIBLE = 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_both_lines_of_a_selected_row_can_be_read(qtbot: QtBot, qapp: QApplication, look: Theme) -> None:
    theme.apply(qapp, look)
    parent = QWidget()
    qtbot.addWidget(parent)
    view, rows = row_list("rows", parent)
    view.resize(200, 200)
    rows.show_rows([1, 2], lambda key: Row(f"title {key}", "detail"))
    view.setCurrentIndex(rows.index(0))
    parent.show()
    image = view.viewport().grab().toImage()
    ground, height = image.pixelColor(QPoint(190, 5)), view.rowHeight(0)
    assert ground != view.palette().color(QPalette.ColorRole.Base)
    for lines in (range(4, height // 2), range(height // 2, height - 4)):
        inked = (image.pixelColor(x, y) for y in lines for x in range(10, 100))
        assert max(contrast(color, ground) for color in inked) >= LEGIBLE
    theme.apply(qapp, LIGHT)
