"""Where in the whole document there are spans and hits: marks on the ground of the scroll bar, a column for each label."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from annotator.ui.page.flow import MARGIN_TOP, Flow
from annotator.ui.page.looks import Looks
from annotator.ui.page.spans import SpanIndex
from annotator.ui.scroll_bar import INSET, WIDTH, ScrollBar

TICK, NARROWEST, AIR, DRIFT = 2.0, 2.0, 1.0, 0.005
Hits = Sequence[tuple[int, int]]


class Overview:
    """Keeps the marks of a scroll bar up to date; working them out costs the height of the bar, not the number of spans."""

    def __init__(self, bar: ScrollBar) -> None:
        """Mark nothing on *bar*."""
        self._bar = bar
        self._shown: tuple[object, ...] = ()
        self._total = 0.0

    def renew(self, flow: Flow, spans: SpanIndex, hits: Hits, looks: Looks) -> None:
        """Mark where *spans* and *hits* are, if any of that is another than before."""
        wanted = (flow, spans, spans.changes, hits, looks, self._bar.height())
        if wanted != self._shown or abs(flow.total - self._total) > DRIFT * flow.total:
            self._shown, self._total = wanted, flow.total
            self._bar.show_marks(self._marks(flow, spans, hits, looks))

    def _marks(self, flow: Flow, spans: SpanIndex, hits: Hits, looks: Looks) -> list[tuple[QColor, list[QRectF]]]:
        rows = list(_rows(flow, max(int(self._bar.height() - 2 * INSET), 0)))
        marks = [(looks.theme.current_hit, _ticks(_rows_of_hits(rows, hits), 0.0, float(WIDTH)))] if hits else []
        found = defaultdict[bytes, list[int]](list)
        for row, start, end in rows:
            for label in spans.labels_between(start, end):
                found[label].append(row)
        labels = list(dict.fromkeys([*looks.labels, *found]))
        width = max((WIDTH - AIR) / max(len(labels), 1), NARROWEST)
        for column, label in enumerate(labels):
            marks.append((looks.of(label).colors.bar, _ticks(found[label], AIR + column * width, width - AIR)))
        return marks


def _rows(flow: Flow, height: int) -> Iterator[tuple[int, int, int]]:
    """Yield (row of pixels, start, end of the text that it stands for) for those that stand for any; code points."""
    edges = [_offset(flow, row * flow.total / height - MARGIN_TOP) for row in range(height)]
    for row, (start, end) in enumerate(pairwise([*edges, len(flow.text)])):
        if start < end:
            yield row, start, end


def _offset(flow: Flow, y: float) -> int:
    """Return the code point about *y* pixels below the top of the text, by measured and estimated heights."""
    index, below = flow.heights.find(max(y, 0.0))
    start, end, _ = flow.stretches[index]
    height = flow.heights.of(index)
    return start + int(min(below / height, 1.0) * (end - start)) if height else start


def _rows_of_hits(rows: Sequence[tuple[int, int, int]], hits: Hits) -> list[int]:
    found, coming = list[int](), iter(hits)
    hit = next(coming, None)
    for row, _, end in rows:
        if hit and hit[0] < end:
            found.append(row)
        while hit and hit[0] < end:
            hit = next(coming, None)
    return found


def _ticks(rows: Sequence[int], left: float, width: float) -> list[QRectF]:
    """Return a tick for each of *rows*, those that touch joined."""
    ticks = list[QRectF]()
    for row in rows:
        top = INSET + row
        if ticks and ticks[-1].bottom() >= top:
            ticks[-1].setBottom(top + TICK)
        else:
            ticks.append(QRectF(left, top, width, TICK))
    return ticks
