"""Lists of many rows, each a title over a quieter line, with a stripe of colour and a mark at the end."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui.guard import guarded
from annotator.ui.note_signs import NAMES as SIGNS
from annotator.ui.note_signs import draw_sign
from annotator.ui.scroll_bar import ScrollBar
from annotator.ui.translations import tr

ROLE = Qt.ItemDataRole.UserRole
PADDING, STRIPE, LEADING, FRAME, LEAST, DOT, SIGN_ROOM = 8, 4, 3, 2, 16, 7, 18
NO_ANSWER: object = None
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """What a list shows of one thing; ``end`` is a short text at the far end of the second line.

    One that ``is_lacking`` something has a hollow dot behind its second line. ``sign`` is the kind of note whose sign stands
    at the far end of the first line, "" for none.
    """

    title: str
    detail: str = ""
    end: str = ""
    color: QColor | None = None
    is_faint: bool = False
    is_lacking: bool = False
    sign: str = ""


class Rows(QAbstractListModel):
    """The rows of a list; what a row shows is worked out when it comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.keys: list[object] = []
        self._places: dict[object, int] = {}
        self._row_at: Callable[[int], Row] = _no_row

    def show_rows(self, keys: Iterable[object], row_at: Callable[[int], Row]) -> None:
        """Show a row for each of *keys*, made by *row_at*; when the keys are as before, selection and place stay."""
        keys = list(keys)
        same, self._row_at = keys == self.keys, row_at
        if not same:
            self.beginResetModel()
            self.keys, self._places = keys, {key: place for place, key in enumerate(keys)}
            self.endResetModel()
        elif keys:
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))

    def place_of(self, key: object) -> int:
        """Return the number of the row with *key*, -1 if there is none."""
        return self._places.get(key, -1)

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.keys)

    @guarded(NO_ANSWER)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for the delegate, its texts for whoever reads the screen aloud."""
        return answer(self._row_at(index.row()), role)


def _no_row(_place: int) -> Row:
    """Return an empty row, for a list in which nothing was shown yet."""
    return Row("")


def answer(row: Row, role: int) -> object:
    """Return what *row* is in a *role*: itself for the delegate, its texts for whoever reads the screen aloud."""
    if role == ROLE:
        return row
    if role == Qt.ItemDataRole.DisplayRole:
        return row.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        signs = (tr("incomplete") if row.is_lacking else "", row.end, tr(SIGNS[row.sign]) if row.sign else "")
        return ", ".join(filter(None, (row.title, row.detail, *signs)))
    return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row of a view in two lines; it asks the view how, since for ``option.state`` PySide loads all of QStyle."""

    def __init__(self, view: QTableView) -> None:
        """Paint the rows of *view*."""
        super().__init__(view)
        self._view = view

    @guarded(QSize(100, 40))
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(60, row_height(option.fontMetrics))

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, palette, rect = index.data(ROLE), option.palette, option.rect
        is_selected = self._view.selectionModel().isSelected(index)
        painter.save()
        if is_selected:
            # The table has painted the row in the full colour of selections, on which no text here can be read.
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
            painter.fillRect(rect, _ground(palette))
        quiet = QPalette.ColorRole.Text if is_selected else QPalette.ColorRole.PlaceholderText
        self._paint_texts(painter, option, row, palette.color(quiet))
        color = row.color or (palette.color(QPalette.ColorRole.Highlight) if is_selected else None)
        if color:
            is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
            left = rect.right() + 1 - STRIPE if is_rtl else rect.left()
            painter.fillRect(left, rect.top() + 3, STRIPE, rect.height() - 6, color)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), FRAME))
            painter.drawRect(rect.adjusted(FRAME // 2, FRAME // 2, -FRAME // 2, -FRAME // 2))
        painter.restore()

    def _paint_texts(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, quiet: QColor) -> None:
        metrics, palette = option.fontMetrics, option.palette
        inner = option.rect.adjusted(PADDING + STRIPE, PADDING - 1, -PADDING, -(PADDING - 1))
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.setPen(quiet if row.is_faint else palette.color(QPalette.ColorRole.Text))
        room = inner.width() - (SIGN_ROOM if row.sign else 0)
        write(painter, inner, fitting(row.title, room, metrics), metrics, at_right=is_rtl)
        if row.sign:
            left = inner.left() if is_rtl else inner.right() + 1 - SIGN_ROOM
            draw_sign(painter, row.sign, QRectF(left, inner.top(), SIGN_ROOM, metrics.height()), painter.pen().color())
        second = inner.adjusted(0, metrics.height() + LEADING, 0, 0)
        painter.setPen(quiet)
        end = fitting(row.end, second.width(), metrics)
        room = second.width() - (end.width + PADDING if row.end else 0)
        detail = fitting(row.detail, room - (DOT + PADDING if row.is_lacking else 0), metrics)
        write(painter, second, detail, metrics, at_right=is_rtl)
        if row.is_lacking:
            after = detail.width + PADDING
            line = QRect(second.left(), second.top(), second.width(), metrics.height())
            draw_dot(painter, line.adjusted(0, 0, -after, 0) if is_rtl else line.adjusted(after, 0, 0, 0), at_right=is_rtl)
        write(painter, second, end, metrics, at_right=not is_rtl)


class Fitting(NamedTuple):
    """A text cut to the room there is, and its width in pixels."""

    text: str
    width: int


def fitting(text: str, room: int, metrics: QFontMetrics) -> Fitting:
    """Return *text*, with an ellipsis at its end if it is wider than *room* pixels; no more of it is shaped than is needed."""
    likely = text[: max(2 * room // max(metrics.averageCharWidth(), 1), LEAST)]
    width = metrics.horizontalAdvance(likely)
    if width <= room and len(likely) < len(text):
        likely, width = text, metrics.horizontalAdvance(text)
    if width <= room:
        return Fitting(likely, width)
    elided = metrics.elidedText(likely, Qt.TextElideMode.ElideRight, room)
    return Fitting(elided, metrics.horizontalAdvance(elided))


def write(painter: QPainter, rect: QRect, line: Fitting, metrics: QFontMetrics, *, at_right: bool) -> None:
    """Write one line at the top of *rect*, all texts on one baseline, whatever fonts their letters come from."""
    left = rect.right() + 1 - line.width if at_right else rect.left()
    painter.drawText(QPoint(left, rect.top() + metrics.ascent()), line.text)


def draw_dot(painter: QPainter, rect: QRect, *, at_right: bool) -> None:
    """Draw the hollow dot of what is missing where reading begins in *rect*, in the colour of the pen."""
    left = rect.right() - DOT if at_right else rect.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(painter.pen().color(), 1.5))
    painter.drawEllipse(QRect(left, rect.center().y() - DOT // 2, DOT, DOT))
    painter.restore()


def row_list(name: str, parent: QWidget) -> tuple[QTableView, Rows]:
    """Return a list called *name* and its rows."""
    rows = Rows()
    view = row_view(name, parent, rows)
    rows.setParent(view)
    return view, rows


def row_view(name: str, parent: QWidget, model: QAbstractListModel) -> QTableView:
    """Return a list called *name* over *model*, whose rows are `Row`.

    A table of one column: unlike Qt's list it does not ask for every row again when one is added.
    """
    view = QTableView(parent, showGrid=False, wordWrap=False, cornerButtonEnabled=False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setObjectName(name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = ScrollBar(view)
    bar.setObjectName(f"{name}_bar")
    view.setVerticalScrollBar(bar)
    # One that came and went would have the rows painted three times over.
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setModel(model)
    delegate = RowDelegate(view)
    view.setItemDelegate(delegate)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_height(view.fontMetrics()))
    return view


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of two lines of text with air around them, in pixels."""
    return 2 * metrics.height() + 2 * PADDING - 2 + LEADING


def _ground(palette: QPalette) -> QColor:
    color = palette.color(QPalette.ColorRole.Highlight)
    color.setAlphaF(0.18)
    return color
