"""The spans of the document, by place or by label; a click goes there."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.model.spans import Span
from annotator.project.values import Opened
from annotator.ui.columns import head_row, lay_out_list
from annotator.ui.factories import heading, label
from annotator.ui.page.looks import Looks
from annotator.ui.rows import row_view
from annotator.ui.span_rows import SpanRows
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

BY_LABEL = 1


class SpanList(QWidget):
    """The list of spans.

    Signals:
        chosen(span id): the analyst wants to see it on the page.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no spans."""
        super().__init__(parent)
        self.setObjectName("spans")
        self._opened: Opened | None = None
        self._looks = Looks(LIGHT)
        self._focused: bytes | None = None
        self._heading = heading("spans_heading")
        self.order = QComboBox(self)
        self.order.setObjectName("spans_order")
        self.order.addItems(["", ""])
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rows = SpanRows()
        self.list = row_view("spans_list", self, self.rows)
        self.rows.setParent(self.list)
        self._empty = label("spans_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        lay_out_list(self, head_row(self, self._heading, self.order), self._empty, self.list)
        self.order.currentIndexChanged.connect(self._fill)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        speak(self, self._retranslate)

    def show_spans(self, opened: Opened | None, looks: Looks) -> None:
        """Show the spans of the document being read."""
        self._opened, self._looks = opened, looks
        self._show(opened.spans if opened else ())

    def replace(self, before: Iterable[Span], after: Iterable[Span]) -> None:
        """Show the spans *after* in place of those *before*."""
        self.rows.replace(before, after)
        self._count()

    def show_focused(self, span: bytes | None) -> None:
        """Show which span is in focus."""
        self._focused = span
        row = self.rows.row_of(span)
        if row >= 0:
            self.list.setCurrentIndex(self.rows.index(row))
        else:
            self.list.clearSelection()

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    def _retranslate(self) -> None:
        self.order.setItemText(0, tr("By place"))
        self.order.setItemText(1, tr("By label"))
        self.order.setAccessibleName(tr("Order of the spans"))
        self.list.setAccessibleName(tr("Spans"))
        self._fill()

    def _fill(self) -> None:
        """Show the same spans, in another order or language."""
        self._show(self.rows.spans)

    def _show(self, spans: Iterable[Span]) -> None:
        text, by_label = self._opened.document.text if self._opened else "", self.order.currentIndex() == BY_LABEL
        self.rows.show_spans(text, spans, self._looks, by_label=by_label)
        self._count()
        self.show_focused(self._focused)

    def _count(self) -> None:
        count = len(self.rows)
        self._empty.setVisible(not count)
        self._empty.setText(
            tr("Nothing is marked here yet. Drag over text and press the key of a label.")
            if self._opened
            else tr("Choose a document to see its spans.")
        )
        self.list.setVisible(bool(count))
        self._heading.setText(self._title(count))

    def _title(self, count: int) -> str:
        if self._opened is None:
            return tr("Spans")
        return tr("Spans: {count}", count=count) if self._opened.is_whole else tr("Spans: {count} so far", count=count)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.span_at(index.row()))
