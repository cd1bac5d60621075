"""The pieces of spans that lie in one paragraph, and what all of them share on a page."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from annotator.model.spans import Span
from annotator.ui.page.chips import Chips
from annotator.ui.page.looks import LabelLook, Looks
from annotator.ui.page.measure import Box

CHIPS = ALL, FOCUSED, NONE = "all", "focused", "none"


class Style(NamedTuple):
    """What all decorations of a page share; ``pending`` are the ids of spans that are not on disk yet.

    ``chips_of`` says which spans have a chip, one of `CHIPS`; ``focused`` is the id of the span in focus.
    """

    looks: Looks
    chips: Chips
    pending: frozenset[bytes] = frozenset()
    chips_of: str = ALL
    focused: bytes | None = None

    def has_chip(self, span: bytes) -> bool:
        """Whether the span with this id is named in the text."""
        return self.chips_of == ALL or (self.chips_of == FOCUSED and span == self.focused)


class Part(NamedTuple):
    """A continuous piece of a span in this paragraph, ``a`` to ``b`` in UTF-16; ``opens`` and ``closes`` if not cut there."""

    span: Span
    look: LabelLook
    track: int
    a: int
    b: int
    opens: bool
    closes: bool
    number: int

    @property
    def words(self) -> str:
        """What its chip says: the label, or which part of how many."""
        return self.look.title if self.number == 1 else f"{self.number}/{len(self.span.parts)}"


class Strip(NamedTuple):
    """A part as it lies on one line: over the clusters ``first`` up to ``last``, in these boxes from left to right."""

    part: Part
    first: int
    last: int
    boxes: list[Box]


class Chip(NamedTuple):
    """A chip on the page and the span it stands for."""

    rect: QRectF
    words: str
    part: Part
