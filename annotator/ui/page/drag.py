"""A drag: what it began with, and what it takes when the pointer is over a cluster. Offsets are code points."""

from dataclasses import dataclass

from annotator.ui.page import units
from annotator.ui.page.caret import Standing
from annotator.ui.page.flow import Flow
from annotator.ui.page.units import Range, Unit


@dataclass(slots=True)
class Drag:
    """Selects from ``origin``, the unit pressed on, to the unit pointed at.

    ``edge`` is "start" or "end" if it moves that edge of a span; ``origin`` is then the other edge, an empty range.
    ``pressed`` is the cluster pressed on: nothing moves before another is pointed at. ``before`` is where the caret stood.
    ``adds_part`` if what it selects is for the span in focus.
    """

    unit: Unit
    origin: Range
    pressed: int
    before: Standing
    edge: str = ""
    has_moved: bool = False
    adds_part: bool = False

    def taken(self, flow: Flow, pointed: int) -> Range:
        """Return (anchor, head) of what is selected while the cluster *pointed* at is under the pointer."""
        if self.edge:
            return self._edge_taken(flow, pointed)
        start, end = self.unit(flow, pointed)
        low, high = self.origin
        is_backwards = pointed < low
        low, high = start if is_backwards else low, end if pointed >= high else high
        if self.unit is not units.cluster:
            low, high = units.trimmed(flow.text, low, high)
        return (high, low) if is_backwards else (low, high)

    def _edge_taken(self, flow: Flow, pointed: int) -> Range:
        """Return (other edge, this edge); they never meet."""
        fixed = self.origin[0]
        if self.edge == "end":
            low, high = fixed, self.unit(flow, max(pointed, fixed))[1]
        else:
            low, high = self.unit(flow, min(pointed, fixed - 1))[0], fixed
        if self.unit is not units.cluster:
            inner = units.trimmed(flow.text, low, high)
            return (fixed, inner[1]) if self.edge == "end" else (fixed, inner[0])
        return (fixed, high) if self.edge == "end" else (fixed, low)
