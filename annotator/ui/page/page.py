"""Page: the article with its spans on the screen; it reports gestures in code points and never edits anything."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.factories import set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.page.gestures import Gestures
from annotator.ui.page.hover import told
from annotator.ui.page.reader import Reader


class Page(Reader):
    """Shows one document and its spans; offsets in and out are code points.

    Signals:
        menu_requested(point): a menu is wanted at this global point.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.gestures = Gestures(self)

    def set_snap(self, unit: str) -> None:
        """Select by "word" or by "character"."""
        self.gestures.set_snap(unit)

    def escape(self) -> bool:
        """Let go of the innermost: a drag, edges being moved, the selection; return whether there was one."""
        return self.gestures.cancel() or super().escape()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.gestures.press(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture."""
        self.gestures.move(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self.gestures.release(event)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.gestures.double_click(event)

    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            set_tooltip(self.viewport(), told(self, QPointF(event.pos())))
        elif event.type() == QEvent.Type.Leave:
            self.links.hover(None)
        return super().viewportEvent(event)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, at the pointer or at the caret."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_requested.emit(self.caret_point() if is_by_key else event.globalPos())
