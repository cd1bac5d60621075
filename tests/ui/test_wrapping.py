"""Widgets in rows: as many in one as there is room for, none cut, from the side that is read from."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.wrapping import Wrapping

WIDTHS = (80, 100, 60, 120)


@pytest.fixture
def rows(qtbot: QtBot) -> QWidget:
    """Return four widgets in rows."""
    box = QWidget()
    qtbot.addWidget(box)
    layout = Wrapping(box)
    layout.setContentsMargins(5, 5, 5, 5)
    layout.setSpacing(10)
    for width in WIDTHS:
        made = QWidget(box)
        made.setFixedSize(QSize(width, 20))
        layout.addWidget(made)
    return box


def shown_at(box: QWidget, width: int) -> list[QRect]:
    """Return where the widgets are when there is this much room."""
    layout = box.layout()
    assert isinstance(layout, Wrapping)
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    return [child.geometry() for child in box.children() if isinstance(child, QWidget)]


@pytest.mark.parametrize("width", [130, 200, 260, 400, 900])
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_all_are_whole_inside_and_apart_in_reading_order(rows: QWidget, width: int, side: Qt.LayoutDirection) -> None:
    rows.setLayoutDirection(side)
    found = shown_at(rows, width)
    layout = rows.layout()
    assert layout is not None
    inside = QRect(5, 5, width - 10, layout.heightForWidth(width) - 10)
    assert [rect.width() for rect in found] == list(WIDTHS)
    assert all(inside.contains(rect) for rect in found)
    assert not any(one.intersects(other) for place, one in enumerate(found) for other in found[:place])
    sign = -1 if side == Qt.LayoutDirection.RightToLeft else 1
    assert [rect.left() for rect in sorted(found, key=lambda rect: (rect.top(), sign * rect.left()))] == [
        rect.left() for rect in found
    ]


def test_a_row_of_all_is_wanted_and_the_widest_alone_is_enough(rows: QWidget) -> None:
    layout = rows.layout()
    assert layout is not None
    assert layout.minimumSize() == QSize(130, 30)
    assert layout.sizeHint() == QSize(sum(WIDTHS) + 3 * 10 + 10, 30)
    assert (layout.heightForWidth(400), layout.heightForWidth(399)) == (30, 60)


def test_what_is_taken_out_leaves_no_gap(rows: QWidget) -> None:
    layout = rows.layout()
    assert layout is not None
    taken = layout.itemAt(0)
    assert taken is not None
    layout.removeItem(taken)
    assert (layout.count(), layout.itemAt(3)) == (3, None)
    assert shown_at(rows, 900)[1].left() == 5
