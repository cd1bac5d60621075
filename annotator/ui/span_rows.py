"""The rows of the spans list, kept in order edit by edit; what a row shows is worked out when it comes into view."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from annotator.model.spans import Span
from annotator.ui.factories import isolated
from annotator.ui.guard import guarded
from annotator.ui.page.looks import Looks
from annotator.ui.rows import NO_ANSWER, Index, Row, answer
from annotator.ui.theme import LIGHT

LONGEST, SPACES = 160, "␣"
Place = tuple[str, int, int, bytes]


class SpanRows(QAbstractListModel):
    """Spans sorted by place, or by label and then by place; offsets are code points."""

    def __init__(self) -> None:
        """Begin with no spans."""
        super().__init__()
        self._text = ""
        self._looks = Looks(LIGHT)
        self._by_label = False
        self._signs: Mapping[bytes, str] = {}
        self._places: list[Place] = []
        self._spans: dict[bytes, Span] = {}

    def __len__(self) -> int:
        """Return how many spans there are."""
        return len(self._places)

    def show_spans(self, text: str, spans: Iterable[Span], looks: Looks, *, by_label: bool) -> None:
        """Show *spans* of *text*, in this order."""
        self.beginResetModel()
        self._text, self._looks, self._by_label = text, looks, by_label
        self._spans = {span.id: span for span in spans}
        self._places = sorted(map(self._place, self._spans.values()))
        self.endResetModel()

    def replace(self, before: Iterable[Span], after: Iterable[Span]) -> None:
        """Show the spans *after* in place of those *before*; the other rows stay as they are."""
        for span in before:
            known = self._spans.get(span.id)
            if known:
                row = bisect_left(self._places, self._place(known))
                self.beginRemoveRows(QModelIndex(), row, row)  # a screen reader reads the row once more here
                del self._places[row], self._spans[span.id]
                self.endRemoveRows()
        for span in after:
            place = self._place(span)
            row = bisect_left(self._places, place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._spans[span.id] = span
            insort(self._places, place)
            self.endInsertRows()

    def show_signs(self, signs: Mapping[bytes, str]) -> None:
        """Show the signs of notes, by the ids of the spans that have some."""
        if signs != self._signs:
            self._signs = signs
            self.dataChanged.emit(self.index(0), self.index(len(self) - 1))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans shown."""
        return tuple(self._spans.values())

    def row_of(self, span: bytes | None) -> int:
        """Return the number of the row of the span with this id, -1 if there is none."""
        known = self._spans.get(span) if span else None
        return bisect_left(self._places, self._place(known)) if known else -1

    def span_at(self, row: int) -> bytes:
        """Return the id of the span in this row."""
        return self._places[row][-1]

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._places)

    @guarded(NO_ANSWER)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for the delegate, its texts for whoever reads the screen aloud."""
        return answer(self._row(self._spans[self.span_at(index.row())]), role)

    def _row(self, span: Span) -> Row:
        look = self._looks.of(span.label)
        quote = " ".join(span.covered(self._text)[:LONGEST].split())
        title, is_lacking = isolated(quote) if quote else SPACES, look.is_missed_by(span.attributes)
        place, sign = f"{span.start}–{span.end}", self._signs.get(span.id, "")
        return Row(title, look.title, place, look.colors.bar, is_lacking=is_lacking, sign=sign)

    def _place(self, span: Span) -> Place:
        return self._looks.of(span.label).key if self._by_label else "", span.start, -span.end, span.id
