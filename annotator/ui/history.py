"""What was done, newest first; a click goes back to that moment, or forward to it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.ids import NO_ID
from annotator.storage.history import Entry
from annotator.ui.factories import heading, isolated, label
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row, row_list
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

WHEN = "yyyy-MM-dd HH:mm"
MOST_ROWS = 1
TITLES = {
    "mark": "Marked",
    "erase": "Erased",
    "relabel": "Relabelled",
    "attributes": "Attributes changed",
    "move edge": "Edge moved",
    "add part": "Part added",
    "take out part": "Part taken out",
    "relate": "Related",
    "unrelate": "Relation erased",
    "note": "Noted",
    "change note": "Note changed",
    "resolve note": "Note resolved",
    "reopen note": "Note opened again",
    "erase note": "Note erased",
    "finish": "Finished",
    "reopen": "Opened again",
    "import": "Imported",
    "paragraph direction": "Paragraph direction",
    "direction": "Document direction",
    "rename": "Renamed",
    "facts": "Facts changed",
    "remove document": "Document removed",
    "add label": "Label added",
    "rename label": "Label renamed",
    "change label": "Label changed",
    "merge labels": "Labels merged",
    "retire label": "Label retired",
    "restore label": "Label offered again",
    "order labels": "Labels put in order",
    "add attribute": "Attribute added",
    "change attribute": "Attribute changed",
    "retire attribute": "Attribute retired",
    "restore attribute": "Attribute offered again",
    "order attributes": "Attributes put in order",
    "add relation": "Relation added",
    "change relation": "Relation changed",
    "retire relation": "Relation retired",
    "restore relation": "Relation offered again",
    "order relations": "Relations put in order",
    "change guidelines": "Guidelines changed",
    "schema from file": "Schema brought in from a file",
    "name entity": "Entity named",
    "merge entities": "Entities merged",
    "split entity": "Mentions split off",
    "fix": "Put right",
    "rescue": "Rescued from a damaged file",
    "reseal": "Changes by another program accepted",
}


class Moment(NamedTuple):
    """An action of the past; ``steps`` undoes (negative) or redoes (positive) lead to just after it, None if nothing does.

    Nothing leads to an action without rows, which undo steps over: it stays done.
    """

    entry: Entry
    steps: int | None


def moments(entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """Return the actions among *entries* (newest first), in the same order, with the way to each."""
    done: list[int] = []
    undone: list[int] = []
    origins: dict[int, int] = {}
    for entry in reversed(entries):
        origin = origins[entry.seq] = origins.get(entry.undoes, entry.undoes) or entry.seq
        if entry.is_final:
            done.clear()
        if not entry.undoes:
            done += [origin] if entry.rows or entry.is_final else []
            undone.clear()
        elif origin in undone:
            undone.remove(origin)
            done.append(origin)
        elif origin in done:
            done.remove(origin)
            undone.append(origin)
    ways = {seq: place - len(done) + 1 for place, seq in enumerate(done)}
    ways |= {seq: place + 1 for place, seq in enumerate(reversed(undone))}
    return tuple(Moment(entry, ways.get(entry.seq)) for entry in entries if not entry.undoes)


class HistoryPanel(QWidget):
    """The history.

    Signals:
        steps_wanted(steps): undo so often (negative), or redo (positive).
    """

    steps_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no past."""
        super().__init__(parent)
        self.setObjectName("history")
        self._moments: tuple[Moment, ...] = ()
        self._looks = Looks(LIGHT)
        self._heading = heading("history_heading")
        self._heading.setContentsMargins(10, 8, 10, 0)
        self.list, self._rows = row_list("history_list", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        self._empty = label("history_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        speak(self, self._retranslate)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines of the history, newest first."""
        self._moments = moments(entries)
        self._fill()

    def set_looks(self, looks: Looks) -> None:
        """Name labels in their language and colour."""
        self._looks = looks
        self._fill()

    def sizeHint(self) -> QSize:
        """Return room for a few moments."""
        return QSize(240, 200)

    def _retranslate(self) -> None:
        self._heading.setText(tr("History"))
        self._empty.setText(tr("Nothing was done yet. What you do is listed here: a click goes back to it, or forward."))
        self.list.setAccessibleName(tr("History"))
        self._fill()

    def _fill(self) -> None:
        self._rows.show_rows((moment.entry.seq for moment in self._moments), lambda place: self._row(self._moments[place]))
        self._empty.setVisible(not self._moments)
        self.list.setVisible(bool(self._moments))
        now = next((number for number, moment in enumerate(self._moments) if moment.steps == 0), -1)
        self.list.setCurrentIndex(self._rows.index(now))

    def _choose(self, index: QModelIndex) -> None:
        steps = self._moments[index.row()].steps
        if steps:
            self.steps_wanted.emit(steps)

    def _row(self, moment: Moment) -> Row:
        entry = moment.entry
        when = isolated(QDateTime.fromMSecsSinceEpoch(entry.at_ms).toString(WHEN))
        is_done = not entry.rows or (moment.steps is not None and moment.steps <= 0)
        look = self._looks.of(entry.subject.label) if entry.subject.label != NO_ID else None
        return Row(
            title_of(entry, look.title if look else ""),
            when if is_done else tr("{when} · undone", when=when),
            color=look.colors.bar if look else None,
            is_faint=not is_done,
        )


def title_of(entry: Entry, label: str) -> str:
    """Return what was done in words: with the title of the *label* and the quote of the one span it was done to."""
    done = tr(TITLES.get(entry.title, entry.title))
    words = entry.subject.words
    if not words or entry.rows > MOST_ROWS:
        return done
    if label:
        return tr("{done} {label}: “{words}”", done=done, label=label, words=isolated(words))
    return tr("{done}: “{words}”", done=done, words=isolated(words))
