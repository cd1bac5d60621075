"""What the mouse does on the page: drags select whole units, clicks place the caret and focus spans."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from annotator.text import graphemes, words
from annotator.ui.page.caret import Caret
from annotator.ui.page.flow import Flow, Place
from annotator.ui.page.spans import SpanIndex

Unit = Callable[[str, int], tuple[int, int]]


class Touched(Protocol):
    """What gestures need of the page under them."""

    flow: Flow
    spans: SpanIndex
    caret: Caret

    @property
    def text(self) -> str:
        """The text shown."""

    def place_at(self, point: QPointF) -> tuple[Place, float]:
        """Return the line at *point* and x in it."""

    def focus_span(self, span: bytes | None, *, reveal: bool = True) -> None:
        """Put a span into focus."""

    def selected(self) -> None:
        """Tell that the selection is finished."""


class Gestures:
    """One gesture after another; offsets are code points."""

    def __init__(self, page: Touched) -> None:
        """Read the mouse over *page*."""
        self._page = page
        self._snap: Unit = words.word_at
        self._unit: Unit = words.word_at
        self._from: tuple[int, int] | None = None
        self._pressed_at = QPointF()
        self._has_moved = False

    def set_snap(self, unit: str) -> None:
        """Select by "word" or by "character"."""
        self._snap = words.word_at if unit == "word" else cluster_at

    def press(self, event: QMouseEvent) -> None:
        """Begin to select, or extend the selection with Shift."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        by_character = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._unit = cluster_at if by_character else self._snap
        self._pressed_at, self._has_moved = event.position(), False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(event.position())
        else:
            self._from = self._unit(self._page.text, self._pointed(event.position()))

    def move(self, event: QMouseEvent) -> None:
        """Select from the unit pressed on to the one pointed at, whole units both."""
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._has_moved = self._has_moved or self._pointed(event.position()) != self._pointed(self._pressed_at)
        if self._has_moved:
            start, end = self._unit(self._page.text, self._pointed(event.position()))
            is_backwards = start < self._from[0]
            low, high = min(start, self._from[0]), max(end, self._from[1])
            self._page.caret.select(high if is_backwards else low, low if is_backwards else high)

    def release(self, event: QMouseEvent) -> None:
        """End a drag; a click without one places the caret and focuses the innermost span there."""
        if event.button() != Qt.MouseButton.LeftButton or self._from is None:
            return
        self._from = None
        if self._page.caret.selection and self._has_moved:
            self._page.selected()
        else:
            self._click(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        start, end = words.word_at(self._page.text, self._pointed(event.position()))
        if start < end:
            self._page.caret.select(start, end)
            self._page.selected()

    def _click(self, point: QPointF) -> None:
        place, x = self._page.place_at(point)
        paragraph = self._page.flow.paragraph(place.paragraph)
        geometry = paragraph.lines[place.line].geometry
        position = geometry.hit(x)
        k = geometry.cluster_at(x)
        hugs_before = k >= 0 and geometry.cluster(k)[1] == position
        self._page.caret.go_to(paragraph.offset(position), hugs_before=hugs_before)
        covering = self._page.spans.at(self._pointed(point))
        self._page.focus_span(covering[0].id if covering else None, reveal=False)

    def _extend(self, point: QPointF) -> None:
        selection = self._page.caret.selection
        start, end = self._unit(self._page.text, self._pointed(point))
        anchor = selection[0] if selection else self._page.caret.offset
        self._page.caret.select(anchor, end if end > anchor else start)
        self._page.selected()

    def _pointed(self, point: QPointF) -> int:
        """Return the start of the cluster under *point*, the nearest one outside the text."""
        place, x = self._page.place_at(point)
        paragraph = self._page.flow.paragraph(place.paragraph)
        geometry = paragraph.lines[place.line].geometry
        k = geometry.cluster_at(x)
        return paragraph.offset(geometry.start[k]) if k >= 0 else paragraph.start


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """Return (start, end) of the grapheme cluster at *offset* (code points); the last one at the end."""
    start = graphemes.floor(text, min(offset, max(len(text) - 1, 0)))
    return start, graphemes.after(text, start)
