"""Wider and wider selections, and back: word, token, inside of quotes or brackets, sentence, paragraph; in code points."""

from collections.abc import Iterator
from typing import Protocol

from annotator.text import pairs
from annotator.ui.page import units
from annotator.ui.page.caret import Caret, Standing
from annotator.ui.page.flow import Flow
from annotator.ui.page.units import Range


class Widened(Protocol):
    """What this needs of the page."""

    caret: Caret
    flow: Flow


class Widening:
    """Widens the selection of a page, and narrows it again."""

    def __init__(self, page: Widened) -> None:
        """Nothing is widened yet."""
        self._page = page
        self._before: list[Standing] = []
        self._widest: Range | None = None

    def widen(self) -> None:
        """Select the next larger unit around the selection, or around the caret."""
        caret, flow = self._page.caret, self._page.flow
        at = caret.selection or (caret.offset, caret.offset)
        wider = larger(flow, *at, pointed=None if caret.selection else pointed(flow.text, caret))
        if wider:
            if caret.selection is None or caret.selection != self._widest:
                self._before.clear()
            self._before.append(caret.standing)
            caret.select(*wider)
            self._widest = wider

    def narrow(self) -> None:
        """Go back to what was selected before it was widened."""
        caret = self._page.caret
        if self._before and caret.selection == self._widest:
            caret.come_back(self._before.pop())
            self._widest = caret.selection


def larger(flow: Flow, start: int, end: int, pointed: int | None = None) -> Range | None:
    """Return the smallest unit that holds ``text[start:end]`` and more, None if none does.

    ``pointed`` is the character meant when nothing is selected.
    """
    first, last = (start, max(end - 1, start)) if pointed is None else (pointed, pointed)
    found = [
        (low, high)
        for low, high in _around(flow, first, last)
        if low <= start and end <= high and (low, high) != (start, end) and flow.text[low:high].strip()
    ]
    return min(found, key=lambda one: one[1] - one[0], default=None)


def pointed(text: str, caret: Caret) -> int:
    """Return the character that a caret means: the one it hugs, or that on its other side if the hugged one is a space."""
    sides = (caret.offset - 1, caret.offset) if caret.hugs_before else (caret.offset, caret.offset - 1)
    found = [side for side in sides if 0 <= side < len(text)]
    return next((side for side in found if not text[side].isspace()), found[0] if found else 0)


def _around(flow: Flow, first: int, last: int) -> Iterator[Range]:
    """Yield the units from the one at the character *first* to the one at *last*."""
    for unit in (units.word, units.token, units.sentence, units.paragraph):
        yield unit(flow, first)[0], unit(flow, last)[1]
    stretch = flow.stretches[flow.paragraph_at(first)]
    for low, high in pairs.insides(flow.text[stretch.start : stretch.end]):
        yield stretch.start + low, stretch.start + high
