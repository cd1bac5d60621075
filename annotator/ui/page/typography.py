"""How lines are set: the font, and the fixed heights of a line's text, chip row and tracks, in pixels."""

import math
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from annotator.ui import fonts

PROBE = "ٱللَّٰهُ أُوْلَٰٓئِكَ شَّيْءٌ كُلًّا إِلَىٰٓ جٍّ Ễỵ"
BASE_PX = 22
TRACKS = 4
LEAST_BAR = 3
WIDE = 100_000.0


@dataclass(frozen=True)
class Typography:
    """A font and the fixed pitch of its lines; from top to bottom a line is chip row, text, tracks.

    ``ascent`` and ``descent`` are the largest of the families and of a probe with stacked marks, so no line ever needs more.
    """

    font: QFont
    chip_font: QFont
    ascent: float
    descent: float
    chip_row: float
    track_pitch: float
    bar: float
    tracks: int

    @classmethod
    def of(
        cls,
        zoom: int = 100,
        families: tuple[str, ...] = fonts.FAMILIES,
        *,
        has_chips: bool = True,
        tracks: int = TRACKS,
        ratio: float = 1.0,
    ) -> "Typography":
        """Return the typography of *families* at *zoom* per cent; heights are whole device pixels at pixel *ratio*."""
        size_px = max(round(BASE_PX * zoom / 100), 6)
        font = fonts.font(families, size_px)
        ascent, descent = _extent(font, families)
        scale = size_px / BASE_PX

        def whole(height: float) -> float:
            return math.ceil(height * ratio - 1e-6) / ratio

        bar = max(math.floor(3 * scale * ratio), LEAST_BAR) / ratio
        chip_font = fonts.font(fonts.INTERFACE_FAMILIES, max(round(11 * scale), 5))
        chip_font.setWeight(QFont.Weight.Medium)
        return cls(
            font=font,
            chip_font=chip_font,
            ascent=whole(ascent),
            descent=whole(descent),
            chip_row=whole(16 * scale) if has_chips else 0.0,
            track_pitch=max(whole(4 * scale), bar + 1 / ratio),
            bar=bar,
            tracks=tracks,
        )

    @cached_property
    def text_height(self) -> float:
        """The height of the text of a line: that of a fill."""
        return self.ascent + self.descent

    @cached_property
    def pitch(self) -> float:
        """The distance from line to line."""
        return self.chip_row + self.text_height + self.tracks * self.track_pitch

    @cached_property
    def gap(self) -> float:
        """The space between two paragraphs."""
        return round(self.pitch / 4)


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
