"""The spans of the document, by place or by label; a click goes there."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.spans import Span
from annotator.project.values import Opened
from annotator.ui.factories import heading, isolated, label
from annotator.ui.guard import guarded
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row, row_list
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

LONGEST, SPACES = 160, "␣"


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
        self.list, self._rows = row_list("spans_list", self)
        self._empty = label("spans_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 10, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self.order.currentIndexChanged.connect(self._fill)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._retranslate()

    def show_spans(self, opened: Opened | None, looks: Looks) -> None:
        """Show the spans of the document being read."""
        self._opened, self._looks = opened, looks
        self._fill()

    def show_focused(self, span: bytes | None) -> None:
        """Show which span is in focus."""
        self._focused = span
        place = self._rows.place_of(span)
        if place >= 0:
            self.list.setCurrentIndex(self._rows.index(place))
        else:
            self.list.clearSelection()

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.order.setItemText(0, tr("By place"))
        self.order.setItemText(1, tr("By label"))
        self.order.setAccessibleName(tr("Order of the spans"))
        self.list.setAccessibleName(tr("Spans"))
        self._empty.setText(tr("Nothing is marked here yet. Drag over text and press the key of a label."))
        self._fill()

    def _fill(self) -> None:
        spans = self._opened.spans if self._opened else ()
        if self.order.currentIndex() == 1:
            spans = tuple(sorted(spans, key=lambda span: (self._looks.of(span.label).key, span.start, -span.end)))
        self._rows.show_rows([self._row(span) for span in spans])
        self._empty.setVisible(not spans)
        self._heading.setText(tr("Spans: {count}", count=len(spans)) if self._opened else tr("Spans"))
        self.show_focused(self._focused)

    def _row(self, span: Span) -> Row:
        look = self._looks.of(span.label)
        text = self._opened.document.text if self._opened else ""
        quote = " ".join(span.covered(text)[:LONGEST].split())
        return Row(span.id, isolated(quote) if quote else SPACES, look.title, f"{span.start}–{span.end}", look.colors.bar)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.rows[index.row()].key)
