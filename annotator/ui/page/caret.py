"""The caret and the selection: an offset, the cluster it hugs, and an anchor while text is selected."""

from collections.abc import Iterator
from typing import Protocol

from annotator.model.spans import Span
from annotator.ui.page.flow import Flow, Place

CaretLine = tuple[Place, list[tuple[float, bool]]]
Standing = tuple[int | None, int, bool]
Range = tuple[int, int]


class Shown(Protocol):
    """What the caret needs of the page it stands on."""

    flow: Flow

    @property
    def text(self) -> str:
        """The text shown."""

    @property
    def focused_span(self) -> Span | None:
        """The span in focus, or None."""

    def hasFocus(self) -> bool:
        """Whether keys go to the page."""

    def update_range(self, start: int, end: int) -> None:
        """Repaint the lines of ``text[start:end]``."""

    def update_carets(self) -> None:
        """Repaint where the caret was and where it is."""

    def caret_is_at(self, offset: int) -> None:
        """Tell that the caret is at *offset*."""


class Caret:
    """Where reading stands; offsets are code points. ``hugs_before``: it stands at the end of the cluster before it."""

    def __init__(self, page: Shown) -> None:
        """Stand at the start of *page*."""
        self._page = page
        self.offset = 0
        self.hugs_before = False
        self._anchor: int | None = None

    @property
    def selection(self) -> tuple[int, int] | None:
        """The range between anchor and caret, or None."""
        if self._anchor is None or self._anchor == self.offset:
            return None
        return min(self._anchor, self.offset), max(self._anchor, self.offset)

    def reset(self) -> None:
        """Stand at the start, with nothing selected."""
        self.offset, self.hugs_before, self._anchor = 0, False, None

    def go_to(self, offset: int, *, hugs_before: bool = False) -> None:
        """Stand at *offset*, with nothing selected."""
        self._put(None, offset, hugs_before=hugs_before)

    def select(self, start: int, end: int) -> None:
        """Select ``text[start:end]``, the caret at *end*; *end* may be before *start*."""
        self._put(start, end, hugs_before=end > start)

    def move(self, offset: int, *, hugs_before: bool, extend: bool) -> None:
        """Go to *offset*; with *extend* the selection grows or shrinks with it."""
        self._put(self.anchor if extend else None, offset, hugs_before=hugs_before)

    def turn(self) -> None:
        """Go to the other end of the selection."""
        if self._anchor is not None:
            self.select(self.offset, self._anchor)

    @property
    def has_anchor(self) -> bool:
        """Whether a selection has begun, be it empty."""
        return self._anchor is not None

    @property
    def anchor(self) -> int:
        """Where a selection begins, or would begin."""
        return self.offset if self._anchor is None else self._anchor

    @property
    def standing(self) -> Standing:
        """Where it stands and what is selected, to come back to."""
        return self._anchor, self.offset, self.hugs_before

    def come_back(self, standing: Standing) -> None:
        """Stand and select as before."""
        anchor, offset, hugs_before = standing
        self._put(anchor, offset, hugs_before=hugs_before)

    def wake(self) -> None:
        """Repaint where it stands: the page got the focus or lost it."""
        self._page.update_carets()

    def shown(self) -> list[CaretLine]:
        """Return the line it stands on and its (x, whether that is right-to-left) there, two at a change of direction."""
        if not self._page.hasFocus() or self.selection or not self._page.text:
            return []
        place = self._page.flow.place_of(self.offset, before=self.hugs_before)
        paragraph = self._page.flow.paragraph(place.paragraph)
        geometry = paragraph.lines[place.line].geometry
        position, _ = paragraph.units(self.offset, self.offset)
        edges = geometry.carets(position)
        if self.hugs_before:
            edges.reverse()
        hugged = geometry.holding(position - 1 if self.hugs_before else position)
        is_rtl = geometry.is_rtl(hugged) if hugged >= 0 else paragraph.is_rtl
        return [(place, [(x, is_rtl == (number == 0)) for number, x in enumerate(edges)])]

    def _put(self, anchor: int | None, offset: int, *, hugs_before: bool) -> None:
        before, length = self.selection, len(self._page.text)
        self._anchor = anchor if anchor is None else min(max(anchor, 0), length)
        self.offset, self.hugs_before = min(max(offset, 0), length), hugs_before
        for start, end in _differing(before, self.selection):
            self._page.update_range(start, end)
        self._page.update_carets()
        self._page.caret_is_at(self.offset)


def _differing(one: Range | None, other: Range | None) -> Iterator[Range]:
    """Yield what only one of two selections holds."""
    if one and other and one[0] < other[1] and other[0] < one[1]:
        for a, b in zip(one, other, strict=True):
            if a != b:
                yield min(a, b), max(a, b)
    else:
        yield from filter(None, (one, other))
