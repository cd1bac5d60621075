import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.scroll_bar import ScrollBar


@pytest.fixture
def bar(qtbot: QtBot) -> ScrollBar:
    """Return a bar of 400 pixels over 1000 steps."""
    made = ScrollBar()
    qtbot.addWidget(made)
    made.resize(13, 400)
    made.setRange(0, 1000)
    made.setPageStep(250)
    made.show()
    return made


def at(bar: ScrollBar, share: float) -> QPoint:
    thumb = bar.thumb()
    return QPoint(6, round(thumb.top() + thumb.height() * share))


def test_the_thumb_is_as_long_as_what_is_shown_of_everything(bar: ScrollBar) -> None:
    assert bar.thumb().height() == pytest.approx(400 * 250 / 1250, abs=7)


def test_the_thumb_stays_long_enough_to_take(bar: ScrollBar) -> None:
    bar.setRange(0, 1_000_000)
    assert bar.thumb().height() >= 30


def test_a_dragged_thumb_follows_the_pointer_and_stops_at_the_ends(bar: ScrollBar) -> None:
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 0.5))
    QTest.mouseMove(bar, QPoint(6, 200))
    assert bar.value() == pytest.approx(500, abs=15)
    QTest.mouseMove(bar, QPoint(6, 4000))
    assert bar.value() == 1000
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton)
    QTest.mouseMove(bar, QPoint(6, 10))
    assert bar.value() == 1000


def test_a_click_beside_the_thumb_moves_by_a_page(bar: ScrollBar) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 390))
    assert bar.value() == 250
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 4))
    assert bar.value() == 0


def test_shift_and_click_bring_the_thumb_to_the_pointer(bar: ScrollBar) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(6, 200))
    assert bar.value() == pytest.approx(500, abs=15)


def test_nothing_to_scroll_shows_no_thumb(bar: ScrollBar) -> None:
    bar.setRange(0, 0)
    image = bar.grab().toImage()
    assert len({image.pixelColor(x, y).rgb() for x in range(13) for y in range(0, 400, 20)}) == 1
