"""A list of the spans that lie over one another, beside the text they are over; it never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from annotator.ui.chords import Chords
from annotator.ui.factories import label
from annotator.ui.page.page import Page
from annotator.ui.rows import row_height, row_view
from annotator.ui.span_rows import SpanRows
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

WIDTH, MOST_ROWS, AWAY = 300, 6, 12


class StackList(QFrame):
    """Shows the spans of a stack until the caret goes elsewhere, the text moves, or one is chosen by a click."""

    def __init__(self, page: Page, chords: Chords) -> None:
        """Stand over *page*, hidden; *chords* are the keys of commands."""
        super().__init__(page)
        self.setObjectName("stack")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._page, self._chords = page, chords
        self.rows = SpanRows()
        self.list = row_view("stack_list", self, self.rows)
        self.rows.setParent(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = label("stack_hint", is_muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 4)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self._hint.setContentsMargins(8, 0, 8, 0)
        self._connect()
        speak(self, self._retranslate)
        self.hide()

    def show_stack(self, ids: Sequence[bytes], point: QPoint) -> None:
        """Show the spans with these *ids* beside a global *point*."""
        found = [span for span in map(self._page.spans.get, ids) if span]
        self.rows.show_spans(self._page.text, found, self._page.looks, by_label=False)
        self._place(self._page.mapFromGlobal(point), len(found))
        self._show_focused()
        self.setVisible(bool(found))
        self.raise_()

    def show_here(self) -> None:
        """Show the spans at the caret."""
        self.show_stack(self._page.stack_here(), self._page.caret_point())

    def focus_next(self) -> None:
        """Put the next span of the stack at the caret into focus, from the outermost in."""
        ids = self._page.stack_here()[::-1]
        if ids:
            place = ids.index(self._page.focused) + 1 if self._page.focused in ids else 0
            self._page.focus_span(ids[place % len(ids)], reveal=False)

    def leave(self) -> bool:
        """Hide the list; return whether it was shown."""
        was_shown = self.isVisible()
        self.hide()
        return was_shown

    def _connect(self) -> None:
        self.list.clicked.connect(self._choose)
        self._chords.changed.connect(self._retranslate)
        self._page.caret_moved.connect(self.hide)
        self._page.zoom_changed.connect(self.hide)
        self._page.verticalScrollBar().valueChanged.connect(self.hide)
        self._page.span_focused.connect(self._show_focused)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(tr("Spans at the caret"))
        self._hint.setText(
            tr(
                "{next}: the next one · {close}: close",
                next=self._chords.named("next_stacked"),
                close=self._chords.named("escape"),
            )
        )

    def _place(self, point: QPoint, count: int) -> None:
        height = min(count, MOST_ROWS) * row_height(self.list.fontMetrics()) + self._hint.sizeHint().height() + 14
        place_beside(self, self._page, point, height)

    def _show_focused(self) -> None:
        row = self.rows.row_of(self._page.focused)
        if row >= 0:
            self.list.setCurrentIndex(self.rows.index(row))
        else:
            self.list.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        self._page.focus_span(self.rows.span_at(index.row()), reveal=False)
        self.hide()


def place_beside(frame: QFrame, page: Page, point: QPoint, height: int) -> None:
    """Put a list so high below a *point* of *page*, or above it where there is no room."""
    frame.resize(min(WIDTH, page.width()), height)
    below, above = point.y() + AWAY, point.y() - AWAY - height
    y = below if below + height <= page.height() else max(above, 0)
    frame.move(min(max(point.x() - WIDTH // 2, 0), page.width() - frame.width()), y)
