"""Where the titles of links find room: in the gaps over lines, on their own line, over neither text nor the names of spans."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF

from annotator.ui.page.chips import Chips
from annotator.ui.page.measure import Box
from annotator.ui.page.routes import Gap, Route, Run

AIR, EDGE, MOST_GAPS = 3.0, 3.0, 6


class Titles:
    """Finds room for titles in a view, one after another."""

    def __init__(self, chips: Chips, width: int, names: Mapping[Gap, list[Box]]) -> None:
        """Write as *chips* do in a view so wide; *names* are what stands in each gap, given from the top down."""
        self._chips, self._width = chips, width
        self._taken = {gap: list(boxes) for gap, boxes in names.items()}

    def room(self, title: str, route: Route) -> QRectF | None:
        """Return where a *title* stands: on its line where nothing else does, else beside the text further on."""
        if self._chips.height <= 0:
            return None
        width = self._chips.width(title)
        for gap, low, high in (*route.runs, *self._passed(route)):
            left = self._free(gap, low, high, width)
            if left is not None:
                self._taken[gap].append((left, left + width))
                return QRectF(round(left), gap.top + self._chips.air, width, self._chips.height)
        return None

    def _passed(self, route: Route) -> Iterator[Run]:
        """Yield the gaps that a way passes in the margin."""
        if route.margin is not None:
            rect, found = route.line.boundingRect(), 0
            for gap in self._taken:
                if rect.top() < gap.top and gap.top + gap.height < rect.bottom() and found < MOST_GAPS:
                    found += 1
                    yield Run(gap, route.margin, route.margin)

    def _free(self, gap: Gap, low: float, high: float, width: float) -> float | None:
        """Return the left edge of a free place in *gap* for a title that touches the run from *low* to *high*, or None."""
        taken = self._taken[gap]
        middle = (low + high - width) / 2
        least, most = max(low - width, EDGE), min(high, self._width - EDGE - width)
        places = [middle, *(b + AIR for _, b in taken), *(a - AIR - width for a, _ in taken)]
        for left in sorted((place for place in places if least <= place <= most), key=lambda place: abs(place - middle)):
            if not any(a < left + width + AIR / 2 and b > left - AIR / 2 for a, b in taken):
                return left
        return None
