"""Every text of the window, as it is painted, can be read in every theme."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.desk import Desk
from annotator.ui.theme import THEMES, Theme, contrast
from tests.ui.acts import mark, press
from tests.ui.room import ours, settle

LEGIBLE = 4.5
WRITTEN = (QLabel, QAbstractButton, QComboBox, QLineEdit, QMenuBar)


@pytest.fixture(params=THEMES, ids=lambda look: look.name)
def dressed(request: pytest.FixtureRequest, desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    """Return a window in each theme."""
    assert isinstance(request.param, Theme)
    desk.resize(1280, 800)
    desk.viewing.use_theme(request.param)
    yield desk
    theme.apply(qapp, theme.LIGHT)


def written(root: QWidget) -> list[QWidget]:
    """Return what can be used in *root* and has something written on it."""
    found = [widget for widget in ours(root) if isinstance(widget, WRITTEN) and widget.isVisible() and widget.isEnabled()]
    return [widget for widget in found if isinstance(widget, QMenuBar) or text_of(widget).strip()]


def text_of(widget: QWidget) -> str:
    """Return what is written on a widget."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def legibility(widget: QWidget) -> float:
    """Return the contrast of the strongest ink of a widget with what most of it is painted in."""
    place = widget.rect().adjusted(3, 3, -3, -3).translated(widget.mapTo(widget.window(), widget.rect().topLeft()))
    image = widget.window().grab(place).toImage()
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel in pixels)


def _welcome(_: QtBot, desk: Desk) -> None:
    desk.commands.run("close")


def _at_work(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6)
    desk.commands.run("search")
    desk.panels.search.field.setText("باكو")
    desk.panels.search.search()
    qtbot.waitUntil(lambda: bool(desk.panels.page.hits))
    desk.panels.page.select(10, 30)
    desk.status.tell("told")


def _asked(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 6, Qt.Key.Key_3)
    for key in (Qt.Key.Key_Return, *[Qt.Key.Key_Down] * 4, Qt.Key.Key_7):
        press(desk, key)
    assert desk.panels.inspector.form.field.text() == "7"


def _told(_: QtBot, desk: Desk) -> None:
    desk.panels.notice.tell(lambda: "refused")
    desk.panels.unsaved.offer(retry=True, find=True)
    desk.panels.unsaved.show_text(lambda: "not saved")
    desk.panels.shared.show_text(lambda: "shared")


@pytest.mark.parametrize("show", [_welcome, _at_work, _asked, _told], ids=lambda show: show.__name__.strip("_"))
def test_every_text_of_the_window_can_be_read(dressed: Desk, qtbot: QtBot, show: Callable[[QtBot, Desk], None]) -> None:
    show(qtbot, dressed)
    settle()
    found = {widget.objectName(): legibility(widget) for widget in written(dressed)}
    assert len(found) > 5
    assert {name: ratio for name, ratio in found.items() if ratio < LEGIBLE} == {}


def test_an_armed_label_can_be_read(dressed: Desk) -> None:
    for label in dressed.marking.labels:
        dressed.panels.labels.show_armed(label.id)
        settle()
        button = dressed.panels.labels.findChild(QAbstractButton, f"label_{label.name}")
        assert isinstance(button, QAbstractButton)
        assert button.isChecked()
        colors = dressed.viewing.looks.of(label.id).colors
        assert contrast(button.palette().buttonText().color(), colors.fill) >= LEGIBLE
        assert contrast(colors.bar, dressed.viewing.theme.window) >= theme.BAR_CONTRAST
