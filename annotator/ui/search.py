"""Search in the document, however the words are spelt; Enter and F3 go from hit to hit."""

from bisect import bisect_left
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.model.documents import Document
from annotator.text import folding
from annotator.text.folding import Folded
from annotator.ui.factories import label, name_field, set_tooltip, tool_button
from annotator.ui.guard import guarded
from annotator.ui.speaking import speak
from annotator.ui.translations import tr
from annotator.ui.work import Work

MOST_HITS, PAUSE_MS = 10_000, 120
Hit = tuple[int, int]


class SearchBar(QWidget):
    """A field, the number of hits, and the way from one to the next.

    Signals:
        found(hits, current): what to show on the page; the current hit is None when there is none.
        left(hit): the analyst goes back to the text from this hit, or None.
    """

    found = Signal(object, object)
    left = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        """Begin with no document."""
        super().__init__(parent)
        self.setObjectName("search")
        self._work = work
        self._document: Document | None = None
        self._folded: Folded | None = None
        self._hits: tuple[Hit, ...] = ()
        self._current = -1
        self._from = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.field = QLineEdit(self, clearButtonEnabled=True)
        self.field.setObjectName("search_field")
        self.count = label("search_count", is_muted=True)
        self.previous = tool_button("search_previous", self)
        self.next = tool_button("search_next", self)
        self.leave = tool_button("search_close", self)
        self._lay_out()
        speak(self, self._retranslate)

    def begin(self, offset: int) -> None:
        """Take the focus; the first hit is the next one after *offset* (code points)."""
        self._from = offset
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def end(self) -> None:
        """Go back to the text."""
        self.hide()
        self.found.emit((), None)
        self.left.emit(self._hits[self._current] if self._hits else None)

    def show_document(self, document: Document | None) -> None:
        """Search in another document from now on."""
        if document != self._document:
            self._document, self._folded = document, None
            self._hits, self._current, self._from = (), -1, 0
            if self.isVisible():
                self.search()

    def search(self) -> None:
        """Look for what is in the field."""
        self._pause.stop()
        document, query = self._document, self.field.text()
        if document is None or not query.strip():
            self._take((document, query, self._folded, ()))
            return
        known = self._folded

        def find() -> tuple[Document, str, Folded, tuple[Hit, ...]]:
            folded = known or folding.fold(document.text)
            return document, query, folded, tuple(islice(folding.find(folded, query), MOST_HITS))

        self._work.run(find, self._take)

    def step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before, round the ends."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()
        elif self.field.text():
            self.search()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, self.leave):
            row.addWidget(widget)
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.leave.clicked.connect(self.end)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Search in the document, however it is spelt"))
        name_field(self.field, tr("Search in the document"))
        for button, sign, text in (
            (self.previous, "▲", tr("Previous hit")),
            (self.next, "▼", tr("Next hit")),
            (self.leave, "✕", tr("Close the search")),
        ):
            button.setText(sign)
            button.setAccessibleName(text)
            set_tooltip(button, text)
        self._count()

    def _take(self, answer: tuple[Document | None, str, Folded | None, tuple[Hit, ...]]) -> None:
        document, query, folded, hits = answer
        if document != self._document or query != self.field.text():
            return
        self._folded, self._hits = folded, hits
        self._current = bisect_left(hits, (self._from, 0)) % len(hits) if hits else -1
        self._tell()

    def _tell(self) -> None:
        self._count()
        self.found.emit(self._hits, self._hits[self._current] if self._hits else None)

    def _count(self) -> None:
        if not self.field.text().strip():
            self.count.setText("")
        elif not self._hits:
            self.count.setText(tr("No hits"))
        else:
            count = f"{len(self._hits)}{'+' if len(self._hits) == MOST_HITS else ''}"
            self.count.setText(tr("{current} of {count}", current=self._current + 1, count=count))
