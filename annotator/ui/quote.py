"""A text shown as it stands, in a field as high as the text needs; a long one is cut in its middle, and scrolls."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from annotator.ui.factories import isolated, show_text

MOST_LINES, FEWEST_LINES, LONGEST = 14, 1, 4000


class Quote(QPlainTextEdit):
    """Shows a quotation."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Show nothing, in a field called *name*."""
        super().__init__(parent, readOnly=True, tabChangesFocus=True)
        self.setObjectName(name)
        self._most_lines = MOST_LINES
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def show_quote(self, quote: str, most_lines: int = MOST_LINES) -> None:
        """Show *quote* from the side it is read from, at most so many lines of it at once."""
        self._most_lines = most_lines
        half = LONGEST // 2
        shown = quote if len(quote) <= LONGEST else f"{quote[:half]}\n…\n{quote[-half:]}"
        show_text(self, shown, isolated(shown))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for all lines, or as many as may be shown at once."""
        return QSize(super().sizeHint().width(), self._height(self._most_lines))

    def minimumSizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(super().minimumSizeHint().width(), self._height(FEWEST_LINES))

    def _height(self, most: int) -> int:
        """Return the height of the lines of the text, at most so many."""
        pitch = self.fontMetrics().lineSpacing()
        left, block = float(most * pitch), self.document().begin()
        used = 0.0
        while block.isValid() and used < left:
            used += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(min(max(used, pitch), left) + 2 * self.document().documentMargin()) + 2 * self.frameWidth()
