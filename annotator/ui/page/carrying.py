"""A chip carried with the mouse to another span, to relate the two: what can be related lights up meanwhile."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from annotator.model.spans import Span
from annotator.ui.page.reader import Reader


class Carrying:
    """One chip from press to release."""

    def __init__(self, page: Reader, span: bytes, point: QPointF) -> None:
        """Take hold of the chip of *span* at *point* of the viewport."""
        self._page, self._span, self._from = page, page.spans.get(span), point
        self._partners: frozenset[bytes] = frozenset()
        self.has_moved = False

    def over(self, point: QPointF) -> None:
        """Go on to *point* of the viewport; what lies there is proposed if it can be related."""
        page, span = self._page, self._span
        if span is None:
            return
        if not self.has_moved and (point - self._from).manhattanLength() >= QApplication.startDragDistance():
            self.has_moved = True
            self._partners = frozenset(one.id for one in page.links.related.partners(span, page.spans.in_order()))
        if self.has_moved:
            target = self._target(point)
            page.links.offer(self._partners, page.links.related.proposed(span, target) if target else None)
            page.viewport().setCursor(Qt.CursorShape.DragLinkCursor if target else Qt.CursorShape.ClosedHandCursor)

    def drop(self, point: QPointF, at: QPoint) -> None:
        """Ask for a relation to what lies at *point* of the viewport, *at* this global one, if that can be related."""
        target = self._target(point)
        if self._span and target:
            self._page.relation_wanted.emit(self._span.id, target.id, at)

    def _target(self, point: QPointF) -> Span | None:
        """Return the innermost span at *point* that can be related; of a chip or bar, its own."""
        found = next((one for one in self._page.named_at(point) if one in self._partners), None)
        return self._page.spans.get(found) if found else None
