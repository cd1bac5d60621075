"""Widgets side by side from the reading side on, in as many rows as they need."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrapping(QLayout):
    """Gives each widget the size it wants, and begins another row where one is full.

    Where ``is_spread``, the last one stands at the far end of a row that holds all.
    """

    def __init__(self, parent: QWidget, *, is_spread: bool = False) -> None:
        """Lay out what is added to *parent*."""
        super().__init__(parent)
        self._parent, self._is_spread = parent, is_spread
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item behind those there are."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at *index*, or None: Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of the item at *index*; return it, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Need more height where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at *width*."""
        return self._arranged(QRect(0, 0, width, 0), is_tried=True)

    def setGeometry(self, rect: QRect) -> None:
        """Put all items into *rect*."""
        super().setGeometry(rect)
        self._arranged(rect, is_tried=False)

    def sizeHint(self) -> QSize:
        """Return the size of one row of all."""
        gaps = self.spacing() * max(len(self._items) - 1, 0)
        return self._around([gaps + sum(item.sizeHint().width() for item in self._items)])

    def minimumSize(self) -> QSize:
        """Return the size of the widest item alone."""
        return self._around([item.sizeHint().width() for item in self._items])

    def _around(self, widths: list[int]) -> QSize:
        margins, height = self.contentsMargins(), max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(max(widths, default=0), height).grownBy(margins)

    def _arranged(self, rect: QRect, *, is_tried: bool) -> int:
        """Put the items into *rect*, or only try it; return the height that they need."""
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        is_rtl = self._parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y, row = 0, inner.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if x and x + size.width() > inner.width():
                x, y, row = 0, y + row + self.spacing(), 0
            if self._is_spread and y == inner.top() and item is self._items[-1]:
                x = inner.width() - size.width()
            if not is_tried:
                left = inner.right() + 1 - x - size.width() if is_rtl else inner.left() + x
                item.setGeometry(QRect(QPoint(left, y), size))
            x, row = x + size.width() + self.spacing(), max(row, size.height())
        return y + row - rect.top() + margins.bottom()
