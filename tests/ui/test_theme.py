from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.schema_files import read_schema
from annotator.ui import fonts, theme
from annotator.ui.factories import tool_button
from annotator.ui.label_bar import LabelButton
from annotator.ui.page.looks import LabelLook
from annotator.ui.theme import THEMES, Theme, contrast, over

VISIBLE, FAINTEST = 3.0, 2.2
HUES = [
    *(label.color for label in read_schema(resources.path("schemas", "conflict-ar.toml")).labels),
    "#000000",
    "#ffffff",
    "#ffff00",
    "#808080",
    "#ff00ff",
]
every_theme = pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
every_hue = pytest.mark.parametrize("hue", HUES)


@every_theme
@every_hue
def test_text_can_be_read_on_a_label_selected_found_or_neither(look: Theme, hue: str) -> None:
    fill = look.label_colors(hue).fill
    for veil in (QColor(0, 0, 0, 0), look.selection, look.hit, look.current_hit):
        assert contrast(look.text, over(fill, veil)) >= theme.TEXT_CONTRAST


@every_theme
@every_hue
def test_a_bar_stands_out_from_the_page(look: Theme, hue: str) -> None:
    assert contrast(look.label_colors(hue).bar, look.page) >= theme.BAR_CONTRAST


@every_theme
@every_hue
def test_the_writing_on_a_chip_can_be_read(look: Theme, hue: str) -> None:
    colors = look.label_colors(hue)
    assert contrast(colors.chip_text, colors.chip) >= theme.TEXT_CONTRAST


@every_theme
def test_labels_are_told_apart_by_their_fills(look: Theme) -> None:
    fills = [look.label_colors(hue).fill.rgb() for hue in HUES[:4]]
    assert len(set(fills)) == 4


@every_theme
def test_the_interface_can_be_read(look: Theme) -> None:
    palette, role = look.palette(), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.PlaceholderText, role.Window),
        (role.PlaceholderText, role.ToolTipBase),
        (role.PlaceholderText, role.AlternateBase),
        (role.WindowText, role.ToolTipBase),
        (role.Link, role.Base),
    )
    for words, ground in pairs:
        assert contrast(palette.color(words), palette.color(ground)) >= theme.TEXT_CONTRAST, (words, ground)
    for ground in (role.Window, role.Base, role.Button, role.ToolTipBase):
        assert contrast(palette.color(role.Highlight), palette.color(ground)) >= VISIBLE, ground


@every_theme
@pytest.mark.parametrize("kind", theme.FIELDS)
def test_what_is_typed_and_what_menus_say_can_be_read(qapp: QApplication, look: Theme, kind: str) -> None:
    theme.apply(qapp, look)
    palette, role = QApplication.palette(kind), QPalette.ColorRole  # type: ignore[call-overload]
    for ground in (role.Base, role.Window):
        for words in (role.Text, role.WindowText, role.PlaceholderText):
            assert contrast(palette.color(words), palette.color(ground)) >= theme.TEXT_CONTRAST
        assert contrast(palette.color(role.Highlight), palette.color(ground)) >= VISIBLE
    theme.apply(qapp, theme.LIGHT)


def label_button(parent: QWidget) -> QWidget:
    return LabelButton("actor", LabelLook("Actor", "1", "fill", "solid", theme.LIGHT.label_colors("#116BC8")), parent)


KINDS: dict[str, Callable[[QWidget], QWidget]] = {
    "button": lambda parent: QPushButton("Close", parent),
    "flat button": lambda parent: tool_button("flat", parent),
    "label": label_button,
    "field": lambda parent: QLineEdit("text", parent),
    "number": QSpinBox,
    "choice": QComboBox,
    "check box": lambda parent: QCheckBox("on", parent),
    "text": QPlainTextEdit,
}


class Shown(NamedTuple):
    """A window with one widget, another one before it, and the widget's picture before it had the focus."""

    window: QWidget
    one: QWidget
    before: QImage


@pytest.fixture(params=THEMES, ids=lambda look: look.name)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Dress the program in each theme."""
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture(params=KINDS)
def shown(request: pytest.FixtureRequest, qtbot: QtBot, dressed: Theme) -> Shown:
    """Show a widget of each kind, not in focus."""
    assert dressed
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(220, 120)
    first, one = QPushButton("first", window), KINDS[request.param](window)
    one.setGeometry(10, 10, 150, 32)
    first.move(10, 80)
    QWidget.setTabOrder(first, one)
    one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    return Shown(window, one, window.grab(QRect(4, 4, 170, 50)).toImage())


def test_what_the_keys_reached_is_outlined(shown: Shown) -> None:
    QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Tab)
    assert shown.one.hasFocus()
    after, before = shown.window.grab(QRect(4, 4, 170, 50)).toImage(), shown.before
    places = [(x, y) for x in range(after.width()) for y in range(after.height())]
    assert max(contrast(after.pixelColor(*place), before.pixelColor(*place)) for place in places) >= VISIBLE


def test_with_high_contrast_what_can_be_used_stands_out_from_the_window(shown: Shown, dressed: Theme) -> None:
    if dressed is not theme.HIGH_CONTRAST or isinstance(shown.one, QToolButton | QPlainTextEdit):
        return
    corner = [shown.before.pixelColor(x, y) for x in range(6, 20) for y in range(6, 30)]
    assert max(contrast(color, dressed.window) for color in corner) >= VISIBLE


@every_theme
def test_what_cannot_be_used_now_is_fainter_but_seen(qapp: QApplication, look: Theme) -> None:
    theme.apply(qapp, look)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    pairs = ((role.ButtonText, role.Button), (role.WindowText, role.Window), (role.Text, role.Base))
    for palette in (qapp.palette(), QApplication.palette("QMenu"), QApplication.palette("QLineEdit")):  # type: ignore[call-overload]
        for words, ground in pairs:
            faint = contrast(palette.color(group.Disabled, words), palette.color(ground))
            assert FAINTEST <= faint < contrast(palette.color(words), palette.color(ground))
    theme.apply(qapp, theme.LIGHT)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_the_program_is_dressed_and_dressed_again(qapp: QApplication) -> None:
    qapp.setFont(QFont())
    for look in (*THEMES, *THEMES):
        theme.apply(qapp, look)
        assert qapp.palette().color(QPalette.ColorRole.Base) == look.page
    assert qapp.font().families()[0] == fonts.INTERFACE_FAMILIES[0]


def test_the_bundled_fonts_are_found(qapp: QApplication) -> None:
    assert qapp is not None
    assert {*fonts.FAMILIES, *fonts.INTERFACE_FAMILIES} <= set(fonts.load())


def test_a_theme_is_found_by_its_name_and_the_light_one_by_any_other() -> None:
    assert [theme.named(look.name) for look in THEMES] == [*THEMES]
    assert theme.named("sepia") is theme.LIGHT
    assert [theme.following(look) for look in THEMES] == [*THEMES[1:], THEMES[0]]
