"""Lists of rows as they are painted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.desk import Desk
from annotator.ui.rows import Row, row_list
from annotator.ui.theme import LIGHT, THEMES, Theme, contrast
from tests.ui.acts import SHIFT, press
from tests.ui.room import settle

LEGIBLE, VISIBLE = 4.5, 3.0


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
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
    ground, height = image.pixelColor(QPoint(view.viewport().width() - 10, 5)), view.rowHeight(0)
    assert ground != view.palette().color(QPalette.ColorRole.Base)
    for lines in (range(4, height // 2), range(height // 2, height - 4)):
        inked = (image.pixelColor(x, y) for y in lines for x in range(10, 100))
        assert max(contrast(color, ground) for color in inked) >= LEGIBLE
    theme.apply(qapp, LIGHT)


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_the_row_in_focus_has_a_frame_while_keys_go_to_the_list(desk: Desk, qapp: QApplication, look: Theme) -> None:
    theme.apply(qapp, look)
    settle()
    view = desk.panels.documents.list

    def edge() -> QColor:
        return view.viewport().grab().toImage().pixelColor(QPoint(view.viewport().width() // 2, 0))

    at_rest = edge()
    press(desk, Qt.Key.Key_F6, SHIFT)
    press(desk, Qt.Key.Key_F6, SHIFT)
    assert view.hasFocus()
    assert contrast(edge(), at_rest) >= VISIBLE
    press(desk, Qt.Key.Key_Escape)
    assert edge() == at_rest
    theme.apply(qapp, LIGHT)
