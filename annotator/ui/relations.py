"""The relations of the document: Enter or a click goes to the one end, again to the other; Delete takes one back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.text.shown import shown
from annotator.ui.actions import by_id
from annotator.ui.columns import head_row, lay_out_list
from annotator.ui.factories import arrowed, heading, isolated, key_text, label
from annotator.ui.guard import guarded
from annotator.ui.page.looks import Looks
from annotator.ui.page.related import Link, Related
from annotator.ui.page.spans import SpanIndex, reading_order
from annotator.ui.rows import Row, row_list
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

LONGEST, OF_FOCUSED = 22, 1
RELATE = by_id("relate")
ERASING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class RelationsPanel(QWidget):
    """The list of relations.

    Signals:
        chosen(span id): the analyst wants to see it on the page.
        erase_wanted(relation ids): these relations are to be taken back.
    """

    chosen = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no relations."""
        super().__init__(parent)
        self.setObjectName("relations")
        self._related, self._spans, self._text, self._looks = Related(), SpanIndex([0], ()), "", Looks(LIGHT)
        self._focused: bytes | None = None
        self._shown: Sequence[Link] = ()
        self._visited: tuple[bytes, bytes] | None = None
        self._heading = heading("relations_heading")
        self.which = QComboBox(self)
        self.which.setObjectName("relations_which")
        self.which.addItems(["", ""])
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.list, self._rows = row_list("relations_list", self)
        self._empty = label("relations_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        lay_out_list(self, head_row(self, self._heading, self.which), self._empty, self.list)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.installEventFilter(self)
        self.which.currentIndexChanged.connect(self._fill)
        speak(self, self._retranslate)

    def show_relations(self, related: Related, spans: SpanIndex, text: str, looks: Looks, focused: bytes | None) -> None:
        """Show how *spans* of *text* are related, the one *focused* first of all if only its own are wanted."""
        self._related, self._spans, self._text, self._looks, self._focused = related, spans, text, looks, focused
        self._fill()

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    @guarded(default=False)
    def eventFilter(self, _list: QObject, event: QEvent) -> bool:
        """Take the relation chosen in the list back by Delete."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in ERASING:
            return False
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._shown):
            self.erase_wanted.emit((self._shown[place].id,))
        return True

    def _retranslate(self) -> None:
        self.which.setItemText(0, tr("All"))
        self.which.setItemText(OF_FOCUSED, tr("In focus"))
        self.which.setAccessibleName(tr("Which relations"))
        self.list.setAccessibleName(tr("Relations"))
        self._fill()

    def _fill(self) -> None:
        """Show the relations in the order of their heads in the text, a row each."""
        before, place = self._shown, self.list.currentIndex().row()
        self._shown = self._found()
        self._rows.show_rows([link.id for link in self._shown], lambda place: self._row(self._shown[place]))
        if [link.id for link in before] != [link.id for link in self._shown]:
            self._keep(before[place].id if 0 <= place < len(before) else None, place)
        self._empty.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))
        self._empty.setText(self._why_empty())
        count = len(self._shown)
        self._heading.setText(tr("Relations: {count}", count=count) if count else tr("Relations"))

    def _keep(self, relation: bytes | None, place: int) -> None:
        """Stay on the row of *relation*, or where it was."""
        row = self._rows.place_of(relation)
        row = row if row >= 0 else min(place, len(self._shown) - 1)
        self.list.setCurrentIndex(self._rows.index(row))

    def _found(self) -> Sequence[Link]:
        get, is_of_focused = self._spans.get, self.which.currentIndex() == OF_FOCUSED
        found = []
        for link in self._related.links():
            head, tail = get(link.head), get(link.tail)
            if head and tail and not (is_of_focused and self._focused not in {link.head, link.tail}):
                found.append((reading_order(head), reading_order(tail), link.id, link))
        return [link for *_, link in sorted(found)]

    def _why_empty(self) -> str:
        how = tr("Press {key} on a span, or drag its name to another span, to relate the two.", key=key_text(RELATE.chord))
        if self.which.currentIndex() == OF_FOCUSED:
            return f"{tr('The span in focus has no relations.')} {how}" if self._focused else tr("No span is in focus.")
        return f"{tr('Nothing is related here yet.')} {how}"

    def _row(self, link: Link) -> Row:
        head, tail = self._spans.get(link.head), self._spans.get(link.tail)
        if head is None or tail is None:  # erased, and soon to be listed no more
            return Row(link.title)
        ends = (isolated(self._words(end.covered(self._text))) for end in (head, tail))
        titles = (self._looks.of(end.label).title for end in (head, tail))
        told = arrowed(*ends, is_symmetric=link.is_symmetric)
        kinds = arrowed(*titles, is_symmetric=link.is_symmetric)
        return Row(told, link.title, kinds, self._looks.of(head.label).colors.bar, is_faint=link.is_pending)

    def _words(self, covered: str) -> str:
        return shown(" ".join(covered[: 2 * LONGEST].split()), LONGEST)

    def _choose(self, index: QModelIndex) -> None:
        """Go to the head of a relation, to its tail if the head was gone to last."""
        link = self._shown[index.row()]
        at_head = (link.id, link.head)
        self._visited = (link.id, link.tail) if self._visited == at_head else at_head
        self.chosen.emit(self._visited[1])
