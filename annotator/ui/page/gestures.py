"""What the mouse does on the page: drags select whole units and move edges, clicks place the caret and focus spans."""

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.page import units
from annotator.ui.page.carrying import Carrying
from annotator.ui.page.drag import Drag
from annotator.ui.page.reader import Reader
from annotator.ui.page.units import Range, Unit

SCROLL_MS, SLOWNESS, FASTEST_PX = 30, 3, 80
LEFT = Qt.MouseButton.LeftButton


class Gestures:
    """One gesture after another; offsets are code points."""

    def __init__(self, page: Reader) -> None:
        """Read the mouse over *page*."""
        self._page = page
        self._snap: Unit = units.word
        self._drag: Drag | None = None
        self._carrying: Carrying | None = None
        self._point = QPointF()
        self._last: tuple[Range, Range] | None = None
        self._doubled_at, self._since_double = QPointF(), QElapsedTimer()
        self._scrolling = QTimer(page, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    def set_snap(self, unit: str) -> None:
        """Select by "word" or by "character"."""
        self._snap = units.word if unit == "word" else units.cluster

    def press(self, event: QMouseEvent) -> None:
        """Select (a part with Ctrl), extend with Shift, take hold of a handle or chip, or select a sentence by a third."""
        if event.button() != LEFT:
            return
        point = event.position()
        unit = units.cluster if event.modifiers() & Qt.KeyboardModifier.AltModifier else self._snap
        edge = "" if _adds_part(event) else self._page.handle_at(point)
        if edge:
            self._take_handle(point, unit, edge)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._take(point, unit, self._anchor(), at_once=True)
        elif self._is_third(point):
            self._take(point, units.sentence, at_once=True)
        else:
            self._page.edges.leave()
            self._take(point, unit, adds_part=_adds_part(event))
            chip = None if _adds_part(event) else self._page.chip_at(point)
            self._carrying = Carrying(self._page, chip, point) if chip else None

    def double_click(self, event: QMouseEvent) -> None:
        """Begin to select by words, with the one under the pointer."""
        if event.button() == LEFT:
            self._doubled_at = event.position()
            self._since_double.start()
            self._page.edges.leave()
            self._take(event.position(), units.word, at_once=True, adds_part=_adds_part(event))

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture; without one, show what a press would do."""
        if self._drag and not event.buttons() & LEFT:
            self._finish(event.position(), event)
        elif self._drag:
            self._point = event.position()
            self._go_on()
            is_outside = not 0 <= self._point.y() < self._page.view_height
            if is_outside != self._scrolling.isActive():
                (self._scrolling.start if is_outside else self._scrolling.stop)()
        else:
            self._show_cursor(event.position())
            self._page.links.hover(next(iter(self._page.named_at(event.position())), None))

    def release(self, event: QMouseEvent) -> None:
        """End a drag, wherever the pointer is; a press that moved nothing is a click."""
        if event.button() == LEFT and self._drag:
            self._finish(event.position(), event)

    def cancel(self) -> bool:
        """Go back to before the press; return whether there was a drag."""
        drag = self._drag
        if drag is None:
            return False
        self._stop()
        self._page.edges.leave()
        self._page.caret.come_back(drag.before)
        return True

    def _take(
        self, point: QPointF, unit: Unit, origin: Range | None = None, *, at_once: bool = False, adds_part: bool = False
    ) -> None:
        """Begin to select by *unit*, from *origin* or what is under the pointer."""
        pointed = self._page.cluster_at(point)
        origin = origin or unit(self._page.flow, pointed)
        self._drag = Drag(unit, origin, pointed, self._page.caret.standing, has_moved=at_once, adds_part=adds_part)
        self._point = point
        if at_once:
            self._go_on()

    def _take_handle(self, point: QPointF, unit: Unit, edge: str) -> None:
        span = self._page.edges.shown
        if span:
            fixed = span.start if edge == "end" else span.end
            self._drag = Drag(unit, (fixed, fixed), self._page.cluster_at(point), self._page.caret.standing, edge)

    def _go_on(self) -> None:
        """Select up to the cluster under the pointer."""
        drag, page = self._drag, self._page
        if drag is None:
            return
        if self._carrying:
            self._carrying.over(self._point)
            return
        pointed = page.cluster_at(self._point)
        if not drag.has_moved and pointed != drag.pressed:
            drag.has_moved = True
            if drag.edge:
                page.edges.begin(drag.edge)
        if drag.has_moved:
            page.caret.select(*drag.taken(page.flow, pointed))

    def _finish(self, point: QPointF, event: QMouseEvent) -> None:
        drag, page, carrying = self._drag, self._page, self._carrying
        self._stop()
        if drag is None:
            return
        if carrying and carrying.has_moved:
            carrying.drop(point, event.globalPosition().toPoint())
            return
        if drag.edge:
            page.edges.keep()
        elif drag.has_moved and page.selection:
            self._last = drag.origin, page.selection
            page.selected(as_part=drag.adds_part)
        elif drag.adds_part:
            page.stand_at(point)
        else:
            self._click(point, event)

    def _stop(self) -> None:
        if self._carrying:
            self._page.links.offer()
        self._drag = self._carrying = None
        self._scrolling.stop()

    def _scroll(self) -> None:
        """Scroll towards the pointer, the faster the farther out it is, and select on."""
        y, height = self._point.y(), self._page.view_height
        beyond = y - height if y >= height else min(y, 0)
        self._page.scroll_by(min(max(beyond / SLOWNESS, -FASTEST_PX), FASTEST_PX))
        self._go_on()

    def _click(self, point: QPointF, event: QMouseEvent) -> None:
        """Place the caret; focus the span of the chip or bar there, else the innermost; ask for a list of a stack."""
        page = self._page
        link = page.links.title_at(point)
        if link:
            page.follow(link)
            return
        page.stand_at(point)
        hidden = page.hidden_at(point)
        stack = hidden or page.named_at(point)
        if not hidden:
            page.focus_span(stack[0] if stack else None, reveal=False)
        if hidden or len(stack) > 1:
            page.stack_requested.emit(stack, event.globalPosition().toPoint())

    def _anchor(self) -> Range:
        """Return the unit from which the last drag selected what still is selected, else where the selection begins."""
        if self._last and self._last[1] == self._page.selection:
            return self._last[0]
        return self._page.caret.anchor, self._page.caret.anchor

    def _is_third(self, point: QPointF) -> bool:
        is_soon = self._since_double.isValid() and not self._since_double.hasExpired(QApplication.doubleClickInterval())
        is_near = (point - self._doubled_at).manhattanLength() < QApplication.startDragDistance()
        self._since_double.invalidate()
        return is_soon and is_near

    def _show_cursor(self, point: QPointF) -> None:
        page = self._page
        if page.handle_at(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif page.target_at(point) or page.hidden_at(point) or page.links.title_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        if page.viewport().cursor().shape() != shape:
            page.viewport().setCursor(shape)


def _adds_part(event: QMouseEvent) -> bool:
    """Whether what is selected now is for the span in focus."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
