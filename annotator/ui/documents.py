"""The documents of the project: how far each is, a filter, and how far the project is as a whole."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from annotator.project.values import Entry
from annotator.text import folding
from annotator.ui.columns import head_row, lay_out_list
from annotator.ui.factories import heading, isolated, label, name_field
from annotator.ui.guard import guarded
from annotator.ui.rows import Row, row_list
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

TICK, LINE = "✓", 3


class ProgressLine(QProgressBar):
    """A thin line, as full as the work is done."""

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(80, LINE)

    @guarded(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is done over what there is to do, from the reading side."""
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        done = QRectF(0, 0, self.width() * share, LINE)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.moveRight(self.width())
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, 0, self.width(), LINE), self.palette().color(QPalette.ColorRole.Mid))
            painter.fillRect(done, self.palette().color(QPalette.ColorRole.Highlight))


class Documents(QWidget):
    """The list of documents.

    Signals:
        chosen(document id): the analyst wants to read it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no documents."""
        super().__init__(parent)
        self.setObjectName("documents")
        self._entries: tuple[Entry, ...] = ()
        self._current: bytes | None = None
        self._heading = heading("documents_heading")
        self._share = label("documents_share", is_muted=True)
        self._progress = ProgressLine(self)
        self._progress.setObjectName("documents_progress")
        self._progress.setFixedHeight(LINE)
        self.filter = QLineEdit(self, clearButtonEnabled=True)
        self.filter.setObjectName("documents_filter")
        self.list, self._rows = row_list("documents_list", self)
        self._empty = label("documents_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        self._lay_out()
        self.filter.textChanged.connect(self._fill)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        speak(self, self._retranslate)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these documents."""
        self._entries = entries
        self._fill()

    def lists(self, document: bytes) -> bool:
        """Whether the *document* was in the project when its documents were last read, whatever the filter hides."""
        return any(entry.id == document for entry in self._entries)

    def show_current(self, document: bytes | None) -> None:
        """Show which document is being read."""
        self._current = document
        place = self._rows.place_of(document)
        if place >= 0:
            self.list.setCurrentIndex(self._rows.index(place))
        else:
            self.list.clearSelection()

    def neighbour(self, step: int) -> bytes | None:
        """Return the document *step* rows below the one being read, or None."""
        keys, here = self._rows.keys, self._rows.place_of(self._current)
        place = here + step if here >= 0 else 0
        found = keys[place] if 0 <= place < len(keys) else None
        return found if isinstance(found, bytes) else None

    def nearest(self, left: Sequence[bytes]) -> bytes:
        """Return that of the documents *left* which is listed nearest to the one being read, below it if two are."""
        here, listed = self._rows.place_of(self._current), {key: place for place, key in enumerate(self._rows.keys)}
        return min(left, key=lambda key: (abs(listed.get(key, len(listed) * 2) - here), -listed.get(key, 0)))

    def sizeHint(self) -> QSize:
        """Return a width for usual titles."""
        return QSize(240, 400)

    def _lay_out(self) -> None:
        head = head_row(self, self._heading, self._share)
        upper, measured = QVBoxLayout(), QVBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(2)
        upper.addWidget(head)
        measured.setContentsMargins(10, 0, 10, 4)
        measured.setSpacing(6)
        measured.addWidget(self._progress)
        measured.addWidget(self.filter)
        upper.addLayout(measured)
        lay_out_list(self, upper, self._empty, self.list)

    def _retranslate(self) -> None:
        self._heading.setText(tr("Documents"))
        self.filter.setPlaceholderText(tr("Filter by title"))
        name_field(self.filter, tr("Filter by title"))
        self.list.setAccessibleName(tr("Documents"))
        self._progress.setAccessibleName(tr("Finished documents"))
        self._fill()

    def _fill(self) -> None:
        typed = self.filter.text()
        wanted = folding.fold(typed).text if typed else ""
        shown = [entry for entry in self._entries if wanted in _folded(entry.title)] if wanted else self._entries
        self._rows.show_rows((entry.id for entry in shown), lambda place: _row(shown[place]))
        self._empty.setVisible(not shown)
        self._empty.setText(
            tr("No title fits.")
            if self._entries
            else tr("No documents yet. Import texts from the File menu, or drop them here.")
        )
        self.list.setVisible(bool(shown))
        finished, total = sum(entry.finished for entry in self._entries), len(self._entries)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(finished)
        self._share.setText(tr("Finished: {finished} of {total}", finished=finished, total=total) if total else "")
        self.show_current(self._current)

    def _choose(self, index: QModelIndex) -> None:
        key = self._rows.keys[index.row()]
        if key != self._current:
            self.chosen.emit(key)


@lru_cache(maxsize=100_000)
def _folded(title: str) -> str:
    return folding.fold(title).text


def _row(entry: Entry) -> Row:
    detail = (
        tr("Spans: {spans} · open questions: {count}", spans=entry.spans, count=entry.open_notes)
        if entry.open_notes
        else tr("Spans: {spans} · characters: {length}", spans=entry.spans, length=f"{entry.length:,}")
    )
    return Row(isolated(entry.title), detail, TICK if entry.finished else "")
