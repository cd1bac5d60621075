"""Where the chips over one line find room."""

from bisect import insort
from collections.abc import Sequence

from PySide6.QtCore import QRectF

from annotator.ui.page.chips import Chips
from annotator.ui.page.measure import Box
from annotator.ui.page.paragraph import Line, Paragraph
from annotator.ui.page.parts import Chip, Strip

CHIP_GAP, OVERHANG = 2.0, 24.0


class ChipRow:
    """Finds room for chips over one line, in reading order; distances are measured from the line's reading start."""

    def __init__(self, line: Line, paragraph: Paragraph, chips: Chips) -> None:
        """Begin with no chip over *line* of *paragraph*."""
        self.line, self.paragraph, self.chips = line, paragraph, chips
        self.taken: list[Box] = []

    def chip(self, strip: Strip) -> Chip | None:
        """Return the chip of a part: whole, else only its key, else None; it may slide along its own span."""
        near, far = self._extent(strip)
        part = strip.part
        for words in (part.words, part.look.key or part.words[:1]):
            width = self.chips.width(words)
            at = self._free(near, width)
            if at <= max(far - width, near):
                insort(self.taken, (at, at + width))
                return Chip(self._rect(at, width), words, part)
        return None

    def _extent(self, strip: Strip) -> Box:
        """Return (near, far) of the box that holds the first cluster of *strip*."""
        boxes = strip.boxes
        left, right = boxes[0] if len(boxes) == 1 else _holding(boxes, self.line.geometry.middle(strip.first))
        return (self.paragraph.width - right, self.paragraph.width - left) if self.paragraph.is_rtl else (left, right)

    def _free(self, at: float, width: float) -> float:
        for start, end in self.taken:
            if start < at + width + CHIP_GAP and end + CHIP_GAP > at:
                at = end + CHIP_GAP
        return at

    def _rect(self, at: float, width: float) -> QRectF:
        left = self.paragraph.width - at - width if self.paragraph.is_rtl else at
        left = min(max(left, -OVERHANG), self.paragraph.width + OVERHANG - width)
        return QRectF(round(left), self.line.top + self.chips.air, width, self.chips.height)


def _holding(boxes: Sequence[Box], x: float) -> Box:
    """Return the box that holds *x*, else the first; one without width if there is none."""
    return next((box for box in boxes if box[0] <= x <= box[1]), boxes[0] if boxes else (x, x))
