"""How lines are set: the font, and the fixed heights of a line's text, chip row and tracks, in pixels."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from annotator.ui import fonts

PROBE = "ٱللَّٰهُ أُوْلَٰٓئِكَ شَّيْءٌ كُلًّا إِلَىٰٓ جٍّ Ễỵ"
BASE_PX = 22
LEAST_BAR = 3
WIDE = 100_000.0


class Typesetting(NamedTuple):
    """How an analyst likes texts set.

    ``size_px`` is the size of the letters without zoom, ``line_height`` the distance of lines in per cent of the least at which
    no mark is cut off, ``column`` the length of the longest line in widths of the letter m, ``tracks`` the number of bars that
    find room under a line.
    """

    family: str = fonts.FAMILIES[0]
    size_px: int = BASE_PX
    line_height: int = 100
    column: int = 46
    tracks: int = 4

    def within_limits(self) -> "Typesetting":
        """Return this with every number brought to the nearest one that is offered."""
        return self._replace(**{name: min(max(getattr(self, name), low), high) for name, (low, high) in LIMITS.items()})


USUAL = Typesetting()
LIMITS = {"size_px": (12, 48), "line_height": (100, 200), "column": (24, 200), "tracks": (2, 6)}


@dataclass(frozen=True)
class Typography:
    """A font and the fixed pitch of its lines; from top to bottom a line is chip row, text, tracks, air.

    ``ascent`` and ``descent`` are the largest of the families and of a probe with stacked marks, so no line ever needs more;
    ``gap`` is the space between two paragraphs, ``ratio`` the device pixels in a pixel.
    """

    font: QFont
    chip_font: QFont
    ascent: float
    descent: float
    chip_row: float
    track_pitch: float
    bar: float
    tracks: int
    air: float
    gap: float
    ratio: float

    @classmethod
    def of(
        cls,
        zoom: int = 100,
        setting: Typesetting = USUAL,
        *,
        has_chips: bool = True,
        ratio: float = 1.0,
    ) -> "Typography":
        """Return the typography of *setting* at *zoom* per cent; heights are whole device pixels at pixel *ratio*."""
        size_px = max(round(setting.size_px * zoom / 100), 6)
        families = fonts.families_after(setting.family)
        font = fonts.font(families, size_px)
        ascent, descent = _extent(font, families)
        scale = size_px / BASE_PX

        def whole(height: float) -> float:
            return math.ceil(height * ratio - 1e-6) / ratio

        bar = max(math.floor(3 * scale * ratio), LEAST_BAR) / ratio
        chip_font = fonts.font(fonts.INTERFACE_FAMILIES, max(round(11 * scale), 5))
        chip_font.setWeight(QFont.Weight.Medium)
        ascent, descent, chip_row = whole(ascent), whole(descent), whole(16 * scale) if has_chips else 0.0
        track_pitch = max(whole(4 * scale), bar + 1 / ratio)
        least = chip_row + ascent + descent + setting.tracks * track_pitch
        return cls(
            font=font,
            chip_font=chip_font,
            ascent=ascent,
            descent=descent,
            chip_row=chip_row,
            track_pitch=track_pitch,
            bar=bar,
            tracks=setting.tracks,
            air=whole(least * (setting.line_height - 100) / 100),
            gap=whole(least / 4),
            ratio=ratio,
        )

    @cached_property
    def text_height(self) -> float:
        """The height of the text of a line: that of a fill."""
        return self.ascent + self.descent

    @cached_property
    def pitch(self) -> float:
        """The distance from line to line."""
        return self.chip_row + self.text_height + self.tracks * self.track_pitch + self.air


def _extent(font: QFont, families: tuple[str, ...]) -> tuple[float, float]:
    """Return the largest ascent and descent among *families* and the ink of the probe."""
    ascent, descent = _ink(font)
    for family in families:
        single = QFont(font)
        single.setFamilies([family])
        metrics = QFontMetricsF(single)
        ascent, descent = max(ascent, metrics.ascent()), max(descent, metrics.descent())
    return ascent, descent


def _ink(font: QFont) -> tuple[float, float]:
    """Return how far the glyphs of the probe reach above and below the baseline; font metrics leave the marks out."""
    layout = QTextLayout(PROBE, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(WIDE)
    baseline = line.ascent()
    layout.endLayout()
    rects = [
        run.rawFont().boundingRect(glyph).translated(position)
        for run in layout.glyphRuns()
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    return baseline - min(rect.top() for rect in rects), max(rect.bottom() for rect in rects) - baseline
