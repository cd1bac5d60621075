"""A list of the kinds of relations that may join two spans, beside them: a key or a click takes one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from annotator.ui.factories import label
from annotator.ui.guard import guarded
from annotator.ui.keys import Command
from annotator.ui.page.page import Page
from annotator.ui.rows import Row, row_height, row_list
from annotator.ui.speaking import speak
from annotator.ui.stack_list import place_beside
from annotator.ui.translations import tr

MOST_ROWS = 9


class KindList(QFrame):
    """Shows kinds until one is taken, the caret goes elsewhere or the text moves; it never takes the focus.

    Signals:
        closed: it is shown no more.
    """

    closed = Signal()

    def __init__(self, page: Page) -> None:
        """Stand over *page*, hidden."""
        super().__init__(page)
        self.setObjectName("kinds")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._page = page
        self._takes: Sequence[Callable[[], object]] = ()
        self._letters: Sequence[str] = ()
        self.list, self._rows = row_list("kinds_list", self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = label("kinds_hint", is_muted=True)
        self._hint.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 4)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.list.clicked.connect(self._take)
        for moved in (page.caret_moved, page.zoom_changed, page.verticalScrollBar().valueChanged, page.document_left):
            moved.connect(self.hide)
        speak(self, self._retranslate)
        self.hide()

    def show_kinds(self, kinds: Sequence[tuple[Row, str, Callable[[], object]]], point: QPoint) -> None:
        """Show *kinds*, each as a row, with the letter of its key and what taking it does, beside a global *point*."""
        rows = [row for row, _, _ in kinds]
        self._letters, self._takes = [letter for _, letter, _ in kinds], [take for *_, take in kinds]
        self._rows.show_rows(range(len(rows)), rows.__getitem__)
        self.list.setCurrentIndex(self._rows.index(0))
        height = min(len(rows), MOST_ROWS) * row_height(self.list.fontMetrics()) + self._hint.sizeHint().height() + 14
        place_beside(self, self._page, self._page.mapFromGlobal(point), height)
        self.show()
        self.raise_()

    def keys(self) -> Mapping[str, Command]:
        """Return what keys do while it is shown: digits and first letters take a kind, arrows choose, Enter takes."""
        places = range(len(self._takes))
        found = {self._letters[place]: place for place in places if self._letters.count(self._letters[place]) == 1}
        found |= {str(place + 1): place for place in places[:MOST_ROWS]}
        steps = {"Down": 1, "Up": -1, "Tab": 1, "Shift+Tab": -1}
        return (
            {key: Command(partial(self._take_at, place)) for key, place in found.items()}
            | {key: Command(partial(self._step, step), repeats=True) for key, step in steps.items()}
            | {"Return": Command(lambda: self._take(self.list.currentIndex()))}
        )

    def leave(self) -> bool:
        """Hide the list; return whether it was shown."""
        was_shown = self.isVisible()
        self.hide()
        return was_shown

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is shown no more."""
        super().hideEvent(event)
        self.closed.emit()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(tr("Kinds of relations"))
        self._hint.setText(tr("Its number takes a kind · Esc: close"))

    def _step(self, step: int) -> None:
        self.list.setCurrentIndex(self._rows.index((self.list.currentIndex().row() + step) % len(self._takes)))

    def _take(self, index: QModelIndex) -> None:
        self._take_at(index.row())

    def _take_at(self, place: int) -> None:
        take = self._takes[place]
        self.hide()
        take()
