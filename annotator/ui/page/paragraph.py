"""One paragraph, or a piece of a very long one, laid out in lines."""

import re
from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.text import direction
from annotator.text.invisibles import invisibles
from annotator.text.offsets import Utf16
from annotator.ui.page.geometry import LineGeometry
from annotator.ui.page.measure import Reading
from annotator.ui.page.typography import Typography

MARK, SHOWN_MARK = "\ufeff", "\u2060"
TAB = re.compile("\t")
# Letters, digits, punctuation and symbols that are one grapheme cluster each, whatever stands beside them.
PLAIN = re.compile(
    "[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05be\u05d0-\u05ea\u05f3\u05f4\u0606-\u060f\u061b\u061e-\u064a"
    "\u0660-\u066f\u0671-\u06d5\u06e5\u06e6\u06e9\u06ee-\u06ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u23ff\ufd3e\ufd3f]*"
)


class Line:
    """A laid-out line: ``start`` and ``end`` in UTF-16 units of its paragraph, ``top`` in pixels below the paragraph's."""

    def __init__(self, text_line: QTextLine, top: float, geometry: Callable[["Line"], LineGeometry]) -> None:
        """Hold *text_line*, which lives as long as its paragraph."""
        self.text_line = text_line
        self.top = top
        self.start = text_line.textStart()
        self.end = self.start + text_line.textLength()
        self._measure = geometry

    @cached_property
    def geometry(self) -> LineGeometry:
        """The boxes of its grapheme clusters, measured when first asked for."""
        return self._measure(self)


class Paragraph:
    """The lines of a stretch of text at one width; offsets of lines are UTF-16 units, ``start`` is code points."""

    def __init__(self, text: str, start: int, *, is_rtl: bool, typography: Typography, width: float) -> None:
        """Lay out *text*, which begins at code point *start* of its document, in lines of *width* pixels."""
        self.text, self.start, self.end, self.is_rtl = text, start, start + len(text), is_rtl
        self.typography, self.width = typography, width
        self.utf16 = Utf16(text)
        self.layout = QTextLayout(_shown(text), typography.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(is_rtl=is_rtl))
        self.lines = self._lines()
        self.height = len(self.lines) * typography.pitch

    def _lines(self) -> list[Line]:
        typography = self.typography
        lines: list[Line] = []
        self.layout.beginLayout()
        while (text_line := self.layout.createLine()).isValid():
            text_line.setLineWidth(self.width)
            top = len(lines) * typography.pitch
            baseline = top + typography.chip_row + typography.ascent
            text_line.setPosition(QPointF(0, baseline - text_line.ascent()))
            lines.append(Line(text_line, top, self._geometry))
        self.layout.endLayout()
        return lines

    def _geometry(self, line: Line) -> LineGeometry:
        starts = list(range(line.start, line.end)) if self.is_plain else self._stops(line.start, line.end)
        return LineGeometry(line.text_line, starts, self.reading)

    def _stops(self, start: int, end: int) -> list[int]:
        stops, following = [], self.layout.nextCursorPosition
        while start < end:
            stops.append(start)
            start = max(following(start), start + 1)
        return stops

    @cached_property
    def is_plain(self) -> bool:
        """Whether each code unit is a grapheme cluster of its own."""
        return PLAIN.fullmatch(self.text) is not None

    @cached_property
    def reading(self) -> Reading:
        """What its lines must know of it to be measured."""
        to_utf16 = self.utf16.to_utf16
        mixed = tuple((to_utf16(a), to_utf16(b)) for a, b in direction.mixed(self.text, is_rtl=self.is_rtl))
        tabs = [to_utf16(match.start()) for match in TAB.finditer(self.text)]
        return Reading(self.is_rtl, self.utf16.length, mixed, tabs, self._character(), self.layout)

    @cached_property
    def invisibles(self) -> tuple[tuple[int, str], ...]:
        """What cannot be seen in it, as (UTF-16 unit, short name)."""
        return tuple((self.utf16.to_utf16(offset), name) for offset, name in invisibles(self.text))

    def _character(self) -> Callable[[int], str]:
        """Return a function that returns the character at a UTF-16 position."""
        text, to_codepoint = self.text, self.utf16.to_codepoint
        return text.__getitem__ if self.utf16.length == len(text) else lambda position: text[to_codepoint(position)]

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the document's range (code points) that lies here, in UTF-16 units of the paragraph."""
        a, b = start - self.start, end - self.start
        if not 0 <= a <= b <= len(self.text):
            a = min(max(a, 0), len(self.text))
            b = min(max(b, a), len(self.text))
        return (self.utf16.to_utf16(a), self.utf16.to_utf16(b)) if self.utf16.length != len(self.text) else (a, b)

    def offset(self, position: int) -> int:
        """Return the document's code-point offset of the UTF-16 *position* in the paragraph."""
        return self.start + self.utf16.to_codepoint(position)

    def line_of(self, position: int) -> int:
        """Return the line that shows the character at the UTF-16 *position*; the last line at the end."""
        for index, line in enumerate(self.lines):
            if position < line.end:
                return index
        return len(self.lines) - 1

    def line_at(self, y: float) -> int:
        """Return the line at *y* pixels below the paragraph's top, clamped."""
        return min(max(int(y // self.typography.pitch), 0), len(self.lines) - 1)

    def fill_top(self, line: int) -> float:
        """Return where the text of a line begins, in pixels below the paragraph's top."""
        return self.lines[line].top + self.typography.chip_row

    def band_top(self, line: int) -> float:
        """Return where the tracks of a line begin, in pixels below the paragraph's top."""
        return self.fill_top(line) + self.typography.text_height


class Layouts:
    """The paragraphs laid out lately: the least recently shown are forgotten first."""

    def __init__(self, make: Callable[[int], Paragraph], capacity: int = 600) -> None:
        """Lay out by calling *make* with the index of a paragraph, and keep *capacity* of them."""
        self._make, self._capacity = make, capacity
        self._kept: OrderedDict[int, Paragraph] = OrderedDict()

    def __getitem__(self, index: int) -> Paragraph:
        """Return the paragraph at *index*, laid out."""
        paragraph = self._kept.get(index)
        if paragraph is None:
            paragraph = self._kept[index] = self._make(index)
            if len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        self._kept.move_to_end(index)
        return paragraph

    def __contains__(self, index: int) -> bool:
        """Whether the paragraph at *index* is laid out."""
        return index in self._kept

    def clear(self) -> None:
        """Forget all of them."""
        self._kept.clear()


def _shown(text: str) -> str:
    """Return *text* with a byte-order mark in front replaced by a word joiner: Qt would drop it and shift all offsets."""
    return SHOWN_MARK + text[1:] if text.startswith(MARK) else text


def _option(*, is_rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    # Qt does not mirror AlignLeft for right-to-left text.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
