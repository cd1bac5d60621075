"""The paragraphs of a document one below the other, laid out as they come into view; the scroll position is an anchor."""

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from annotator.ui.page.heights import Heights
from annotator.ui.page.paragraph import Layouts, Paragraph
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import Typography

MARGIN_TOP, MARGIN_BOTTOM = 20.0, 48.0
SAMPLE = 500


class Place(NamedTuple):
    """A line of the document: index of its paragraph and index of the line in it."""

    paragraph: int
    line: int


class Flow:
    """Lays out the stretches of a text at one width; y is measured from the top of the view, in pixels.

    ``anchor`` is (paragraph at the top of the view, pixels of it above the view). Paragraphs are laid out before they are
    scrolled over, so nothing on screen jumps; heights of the rest are estimates, which only the scroll bar sees.
    """

    def __init__(self, text: str, stretches: Stretches, typography: Typography, width: float) -> None:
        """Prepare to lay out *stretches* of *text*; nothing is laid out yet."""
        self.text, self.stretches, self.typography, self.width = text, stretches, typography, width
        self.starts = stretches.starts
        self.anchor = (0, -MARGIN_TOP)
        self._seen: tuple[tuple[float, ...], list[tuple[int, float]]] = ((), [])
        self.layouts = Layouts(self._lay_out)
        self.heights = self._estimated()

    def __len__(self) -> int:
        """Return how many paragraphs there are."""
        return len(self.stretches)

    def paragraph(self, index: int) -> Paragraph:
        """Return the paragraph at *index*, laid out."""
        return self.layouts[index]

    def height(self, index: int) -> float:
        """Return the height of the paragraph at *index*, with the gap below it; lays it out."""
        return self.layouts[index].height + self.typography.gap

    def paragraph_at(self, offset: int) -> int:
        """Return the paragraph that holds the code point *offset*."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def place_of(self, offset: int, *, before: bool = False) -> Place:
        """Return the line that shows the character at *offset*, or the one *before* it."""
        index = self.paragraph_at(offset)
        paragraph = self.paragraph(index)
        position, _ = paragraph.units(offset, offset)
        return Place(index, paragraph.line_of(position - 1 if before and position > 0 else position))

    @property
    def position(self) -> float:
        """Pixels above the view, by measured and estimated heights."""
        index, dy = self.anchor
        return self.heights.top(index) + dy + MARGIN_TOP

    @property
    def total(self) -> float:
        """The height of everything, with margins, by measured and estimated heights."""
        return self.heights.total + MARGIN_TOP + MARGIN_BOTTOM

    def visible(self, view_height: float) -> list[tuple[int, float]]:
        """Return (paragraph, y of its top) for those that show in a view of this height."""
        asked = (*self.anchor, view_height)
        if asked == self._seen[0]:
            return self._seen[1]
        index, dy = self.anchor
        y, shown = -dy, []
        while index < len(self) and y < view_height:
            shown.append((index, y))
            y += self.height(index)
            index += 1
        self._seen = asked, shown
        return shown

    def scroll_by(self, delta: float, view_height: float) -> None:
        """Move the view down by *delta* pixels, or up; stops at both ends."""
        self.anchor = self._walked(self.anchor[0], self.anchor[1] + delta)
        excess = self._space_below(view_height)
        if excess > 0:
            self.anchor = self._walked(self.anchor[0], self.anchor[1] - excess)

    def scroll_to(self, position: float, view_height: float) -> None:
        """Show what is *position* pixels below the top of everything, as the scroll bar reckons."""
        y = position - MARGIN_TOP
        self.anchor = (0, y) if y < 0 else self.heights.find(y)
        self.scroll_by(0, view_height)

    def show(self, place: Place, y: float, view_height: float) -> None:
        """Scroll so that the top of the line at *place* is at *y*."""
        self.anchor = (place.paragraph, self.paragraph(place.paragraph).lines[place.line].top - y)
        self.scroll_by(0, view_height)

    def y_of(self, index: int, view_height: float) -> float | None:
        """Return the y of the paragraph at *index*, or None if it is further than a paragraph from the view."""
        shown = self.visible(view_height)
        if not shown or not shown[0][0] - 1 <= index <= shown[-1][0] + 1:
            return None
        if index < shown[0][0]:
            return shown[0][1] - self.height(index)
        if index > shown[-1][0]:
            return shown[-1][1] + self.height(shown[-1][0])
        return shown[index - shown[0][0]][1]

    def first_offset(self) -> int:
        """Return the code point at which the first line in view begins."""
        index, dy = self.anchor
        if not self.stretches or (index == 0 and dy <= 0):
            return 0
        paragraph = self.paragraph(index)
        return paragraph.offset(paragraph.lines[paragraph.line_at(dy)].start)

    def _walked(self, index: int, dy: float) -> tuple[int, float]:
        """Return the anchor with *dy* brought inside its paragraph."""
        while dy < 0 and index > 0:
            index -= 1
            dy += self.height(index)
        while index < len(self) - 1 and dy >= self.height(index):
            dy -= self.height(index)
            index += 1
        return index, max(dy, -MARGIN_TOP) if index == 0 else dy

    def _space_below(self, view_height: float) -> float:
        """Return how far the end of everything is above the lower edge of the view; never more than is above it."""
        index, dy = self.anchor
        y = -dy
        while index < len(self):
            y += self.height(index)
            index += 1
            if y >= view_height:
                return 0.0
        return view_height - y - MARGIN_BOTTOM

    def _lay_out(self, index: int) -> Paragraph:
        stretch = self.stretches[index]
        text = self.text[stretch.start : stretch.end]
        paragraph = Paragraph(text, stretch.start, is_rtl=stretch.is_rtl, typography=self.typography, width=self.width)
        self.heights.set(index, paragraph.height + self.typography.gap)
        return paragraph

    def _estimated(self) -> Heights:
        """Return heights by the mean width of a character; every paragraph has a last line, filled by half on the average."""
        sample = self.text[:SAMPLE].replace("\n", " ") or " "
        advance = QFontMetricsF(self.typography.font).horizontalAdvance(sample) / len(sample)
        pitch = self.typography.pitch
        per_character = pitch * advance / self.width
        return Heights(self.starts, len(self.text), per_character, pitch / 2 + self.typography.gap)
