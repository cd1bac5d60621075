"""The program's own palettes, and label colours that keep their contrast on them (WCAG 2)."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator.ui import fonts

TEXT_CONTRAST, BAR_CONTRAST = 4.5, 3.0
STRONGEST_FILL = 0.35
STEPS = 50
FAINT = 0.45
LINEAR_BELOW = 0.04045
FIELDS = ("QLineEdit", "QAbstractSpinBox", "QCheckBox", "QMenu", "QTableWidget")
BLACK, WHITE = QColor(0, 0, 0), QColor(255, 255, 255)


class LabelColors(NamedTuple):
    """What a label is painted with, all opaque: ``fill`` under the text, ``bar`` on the page, ``chip_text`` on ``chip``."""

    fill: QColor
    bar: QColor
    chip: QColor
    chip_text: QColor


class Theme(NamedTuple):
    """The colours of the window and of the page; ``selection`` and the hits are translucent and lie under the text.

    ``field`` is the ground of what one types in and of menus; ``text_contrast`` and ``bar_contrast`` are what colours of labels
    keep at least.
    """

    name: str
    is_dark: bool
    window: QColor
    page: QColor
    raised: QColor
    field: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    hit: QColor
    current_hit: QColor
    text_contrast: float = TEXT_CONTRAST
    bar_contrast: float = BAR_CONTRAST

    def label_colors(self, hue: str) -> LabelColors:
        """Return the colours of a label of *hue* ("#RRGGBB"), as strong as the contrast of text and bar allows."""
        color, strong = QColor(hue), WHITE if self.is_dark else BLACK
        return LabelColors(
            fill=self._fill(color),
            bar=_until(color, strong, lambda bar: contrast(bar, self.page) >= self.bar_contrast),
            chip=_until(color, strong, lambda chip: contrast(chip, self.chip_text) >= self.text_contrast),
            chip_text=self.chip_text,
        )

    @property
    def chip_text(self) -> QColor:
        """The colour of the writing on chips: white on deep colours, black on the bright ones of a dark theme."""
        return BLACK if self.is_dark else WHITE

    def _fill(self, hue: QColor) -> QColor:
        """Return the strongest tint of *hue* on which text can be read, whether selected, found or neither."""
        veils = (QColor(0, 0, 0, 0), self.selection, self.hit, self.current_hit)
        for step in range(STEPS, 0, -1):
            fill = mixed(self.page, hue, STRONGEST_FILL * step / STEPS)
            if all(contrast(self.text, over(fill, veil)) >= self.text_contrast for veil in veils):
                return fill
        return self.page

    def palette(self) -> QPalette:
        """Return the palette of all widgets."""
        palette = QPalette()
        for role, color in self._roles().items():
            palette.setColor(role, color)
        faint = mixed(self.window, self.text, FAINT)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, mixed(self.raised, self.text, FAINT))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, self.line)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText, faint)
        return palette

    def field_palette(self) -> QPalette:
        """Return the palette of what one types in, ticks, and chooses from."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self.field)
        palette.setColor(QPalette.ColorRole.Window, self.field)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, role, mixed(self.field, self.text, FAINT))
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, QColor]:
        role = QPalette.ColorRole
        return {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.page,
            role.AlternateBase: mixed(self.page, self.text, 0.03),
            role.Text: self.text,
            role.Button: self.raised,
            role.ButtonText: self.text,
            role.BrightText: self.on_accent,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Accent: self.accent,
            role.ToolTipBase: self.raised,
            role.ToolTipText: self.text,
            role.PlaceholderText: self.muted,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Light: mixed(self.raised, WHITE, 0.2),
            role.Midlight: mixed(self.window, self.line, 0.4),
            role.Mid: self.line,
            role.Dark: mixed(self.line, BLACK, 0.3),
            role.Shadow: mixed(self.line, BLACK, 0.6),
        }


LIGHT = Theme(
    name="light",
    is_dark=False,
    window=QColor("#f2f1ee"),
    page=QColor("#fdfcfa"),
    raised=QColor("#faf9f7"),
    field=QColor("#fdfcfa"),
    text=QColor("#22252a"),
    muted=QColor("#5f636a"),
    line=QColor("#d6d3cd"),
    accent=QColor("#2c6aa8"),
    on_accent=QColor("#ffffff"),
    selection=QColor(44, 106, 168, 66),
    hit=QColor(255, 214, 64, 110),
    current_hit=QColor(255, 170, 0, 170),
)
DARK = Theme(
    name="dark",
    is_dark=True,
    window=QColor("#191b1e"),
    page=QColor("#202327"),
    raised=QColor("#2a2d32"),
    field=QColor("#2a2d32"),
    text=QColor("#e6e3dd"),
    muted=QColor("#9ea1a6"),
    line=QColor("#3a3e44"),
    accent=QColor("#7fb2e5"),
    on_accent=QColor("#101418"),
    selection=QColor(110, 168, 224, 76),
    hit=QColor(190, 150, 20, 80),
    current_hit=QColor(214, 150, 20, 110),
)
# White on black, with the ratios of WCAG's stricter level AAA.
HIGH_CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    window=QColor("#000000"),
    page=QColor("#000000"),
    raised=QColor("#4a4a4a"),
    field=QColor("#5e5e5e"),
    text=QColor("#ffffff"),
    muted=QColor("#dedede"),
    line=QColor("#8c8c8c"),
    accent=QColor("#ffe14d"),
    on_accent=QColor("#000000"),
    selection=QColor(120, 190, 255, 90),
    hit=QColor(200, 160, 0, 90),
    current_hit=QColor(220, 150, 0, 120),
    text_contrast=7.0,
    bar_contrast=4.5,
)
THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def named(name: str) -> Theme:
    """Return the theme with this *name*; the light one for a name that no theme has."""
    return next((look for look in THEMES if look.name == name), LIGHT)


def following(look: Theme) -> Theme:
    """Return the theme after *look*; the first one after the last."""
    return THEMES[(THEMES.index(look) + 1) % len(THEMES)]


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in *theme*; without a style sheet, which makes every widget dearer."""
    fonts.load()
    if app.font().families() != list(fonts.INTERFACE_FAMILIES):
        font = QFont()
        font.setFamilies(list(fonts.INTERFACE_FAMILIES))
        font.setPointSizeF(10)
        app.setFont(font)
    app.setPalette(theme.palette())
    for kind in FIELDS:
        app.setPalette(theme.field_palette(), kind)  # type: ignore[arg-type]  # the stubs say bytes, which are refused


def luminance(color: QColor) -> float:
    """Return the relative luminance of *color* (WCAG 2.1)."""
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return *one* with a *share* (0 to 1) of *other* in it."""

    def channel(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(channel(one.red(), other.red()), channel(one.green(), other.green()), channel(one.blue(), other.blue()))


def over(ground: QColor, veil: QColor) -> QColor:
    """Return what the translucent *veil* looks like on an opaque *ground*."""
    return mixed(ground, QColor(veil.red(), veil.green(), veil.blue()), veil.alphaF())


def _until(color: QColor, strong: QColor, is_enough: Callable[[QColor], bool]) -> QColor:
    """Return *color* with as little of *strong* mixed in as *is_enough*."""
    for step in range(STEPS):
        candidate = mixed(color, strong, step / STEPS)
        if is_enough(candidate):
            return candidate
    return strong
