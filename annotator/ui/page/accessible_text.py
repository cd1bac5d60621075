"""The text of a paragraph for a screen reader; offsets are UTF-16 units of the paragraph."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessibleTextInterface

from annotator.ui.guard import guarded
from annotator.ui.page.passages import Passage

NO_PLACE = -1
NOWHERE: QRect = QRect()
CARET_PX = 2.0


class PassageText(QAccessibleTextInterface):
    """Reads one paragraph; the only base is Qt's, for C++ takes the pointer to it as it is.

    Selections and attributes cannot be told from Python: there are none here, they are announced. Words, sentences and lines
    around an offset Qt finds by itself in the whole text, since PySide offers no way to tell them.
    """

    def __init__(self, passage: Passage) -> None:
        """Read *passage*."""
        super().__init__()
        self._passage = passage

    @guarded("")
    def text(self, start: int, end: int) -> str:
        """Return the text between two offsets, as it is laid out: a byte-order mark in front would be lost on the way."""
        if self._passage.is_gone:
            return ""
        paragraph = self._passage.paragraph
        first, last = map(paragraph.utf16.to_codepoint, sorted((self._inside(start), self._inside(end))))
        return paragraph.layout.text()[first:last]

    @guarded(0)
    def characterCount(self) -> int:
        """Return how many units there are."""
        return 0 if self._passage.is_gone else self._passage.paragraph.utf16.length

    @guarded(NO_PLACE)
    def cursorPosition(self) -> int:
        """Return where the caret is, -1 if it is in another paragraph."""
        if not self._passage.has_caret:
            return NO_PLACE
        offset = self._passage.page.caret.offset
        return self._passage.paragraph.units(offset, offset)[0]

    @guarded(None)
    def setCursorPosition(self, position: int) -> None:
        """Put the caret there."""
        if not self._passage.is_gone:
            self._passage.page.go_to(self._passage.paragraph.offset(self._inside(position)))

    @guarded(NOWHERE)
    def characterRect(self, offset: int) -> QRect:
        """Return where on screen the grapheme cluster at an offset is; behind the text, where a caret would be."""
        if self._passage.is_gone:
            return QRect()
        paragraph, position = self._passage.paragraph, self._inside(offset)
        index = paragraph.line_of(position)
        geometry = paragraph.lines[index].geometry
        k = geometry.holding(position)
        if position < geometry.end and k >= 0:
            left, right = sorted((geometry.leading(k), geometry.trailing(k)))
        else:
            left = geometry.carets(position)[-1]
            right = left + CARET_PX
        height = paragraph.typography.text_height
        return self._passage.on_screen(QRectF(left, paragraph.fill_top(index), right - left, height))

    @guarded(NO_PLACE)
    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the start of the grapheme cluster at a point of the screen, -1 outside the paragraph."""
        if self._passage.is_gone or not self._passage.rect.contains(point):
            return NO_PLACE
        page, paragraph = self._passage.page, self._passage.paragraph
        offset = page.cluster_at(QPointF(page.viewport().mapFromGlobal(point)))
        return paragraph.units(offset, offset)[0]

    @guarded(None)
    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring the text between two offsets into view."""
        if not self._passage.is_gone:
            for position in (end, start):
                self._passage.page.reveal(self._passage.paragraph.offset(self._inside(position)))

    def selectionCount(self) -> int:
        """Return that nothing is selected: what is, is announced."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select the text between two offsets."""
        self._select(start, end)

    def setSelection(self, _number: int, start: int, end: int) -> None:
        """Select the text between two offsets."""
        self._select(start, end)

    @guarded(None)
    def removeSelection(self, _number: int) -> None:
        """Select nothing."""
        if not self._passage.is_gone:
            self._passage.page.escape()

    @guarded(None)
    def _select(self, start: int, end: int) -> None:
        if not self._passage.is_gone:
            first, last = (self._passage.paragraph.offset(self._inside(place)) for place in (start, end))
            self._passage.page.select(first, last)

    def _inside(self, position: int) -> int:
        """Return *position* within the paragraph; -1 is its end, as readers have it."""
        length = self._passage.paragraph.utf16.length
        return length if position < 0 else min(position, length)
