import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.model.schema_files import read_schema
from annotator.ui import fonts, theme
from annotator.ui.theme import THEMES, Theme, contrast, over

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
        (role.Link, role.Base),
    )
    for words, ground in pairs:
        assert contrast(palette.color(words), palette.color(ground)) >= theme.TEXT_CONTRAST, (words, ground)


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
