"""The list of the form of attributes: a title and a value a line, options set in under the attribute that is open."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui.attribute_lines import ASKED, HEAD, OPTION, REASON, Line
from annotator.ui.factories import isolated, rich
from annotator.ui.guard import guarded
from annotator.ui.rows import DOT, FRAME, NO_ANSWER, ROLE, Index, draw_dot, fitting, write
from annotator.ui.scroll_bar import ScrollBar
from annotator.ui.translations import tr

AIR, SIDE, GAP, CAP = 3, 10, 8, 18
WIDEST_TITLE, GROUND = 0.45, 0.16
FEWEST, USUAL = 3, 8


class LineModel(QAbstractListModel):
    """The lines, as a view and whoever reads the screen aloud want them."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show *lines*; as many as before change in their places."""
        if len(lines) == len(self.lines):
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(max(len(lines) - 1, 0)))
        else:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let those lines be current that keys go to."""
        is_reached = index.row() < len(self.lines) and self.lines[index.row()].is_reached
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_reached else Qt.ItemFlag.ItemIsEnabled

    @guarded(NO_ANSWER)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line for the delegate, its texts for whoever reads the screen aloud."""
        line = self.lines[index.row()]
        if role == ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return rich(line.meaning)
        return spoken(line) if role == Qt.ItemDataRole.AccessibleTextRole else None


def spoken(line: Line) -> str:
    """Return a line as it is read aloud."""
    state = (tr("chosen") if line.is_on else "", tr("does not fit") if line.is_odd else "")
    return ", ".join(filter(None, (line.key.strip(), line.title, line.value, *state)))


class LineDelegate(QStyledItemDelegate):
    """Paints a line in the reading direction of the interface."""

    def __init__(self, view: "LineView") -> None:
        """Paint the lines of *view*."""
        super().__init__(view)
        self._view = view

    @guarded(QSize(100, 24))
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(60, self._view.pitch)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line, palette, rect = index.data(ROLE), option.palette, option.rect
        painter.save()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        is_current = index == self._view.currentIndex()
        if is_current:
            painter.fillRect(rect, _ground(palette))
        self._write(painter, option, line, is_current=is_current)
        if is_current and self._view.has_keys:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), FRAME))
            painter.drawRect(rect.adjusted(FRAME // 2, FRAME // 2, -FRAME // 2, -FRAME // 2))
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, *, is_current: bool) -> None:
        text = option.palette.color(QPalette.ColorRole.Text)
        quiet = text if is_current else option.palette.color(QPalette.ColorRole.PlaceholderText)
        if line.kind in {OPTION, REASON, HEAD}:
            self._write_under(painter, option, line, text if line.kind == OPTION else quiet, quiet)
            return
        is_titled = line.kind == ASKED
        self._put(painter, option, self._view.title_rect(option.rect), line.title, quiet)
        room = self._view.value_rect(option.rect)
        if line.is_missing:
            painter.setPen(quiet)
            draw_dot(painter, room, at_right=self._view.is_rtl)
            room = self._after(room, DOT + GAP)
        value = f"{line.value} · {tr('does not fit')}" if line.is_odd else line.value
        self._put(painter, option, room, value, text if is_titled and not line.is_missing else quiet)

    def _write_under(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, text: QColor, quiet: QColor) -> None:
        """Write an option, set in behind the key that takes it, or a line between."""
        room = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if line.kind == OPTION:
            room = self._after(room, SIDE)
            self._put(painter, option, room, "✓" if line.is_on else isolated(line.key), text if line.is_on else quiet)
            room = self._after(room, CAP)
        title = self._put(painter, option, room, line.title, text)
        self._put(painter, option, self._after(room, title + GAP), line.value, quiet)

    def _put(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, color: QColor) -> int:
        """Write *text* where it is read from in *room*; return its width."""
        metrics, is_rtl = option.fontMetrics, self._view.is_rtl
        found = fitting(text, max(room.width(), 1), metrics)
        painter.setPen(color)
        write(painter, room.adjusted(0, AIR, 0, 0), found, metrics, at_right=is_rtl)
        return found.width

    def _after(self, room: QRect, width: int) -> QRect:
        """Return what is left of *room* when *width* is taken where reading begins."""
        return room.adjusted(0, 0, -width, 0) if self._view.is_rtl else room.adjusted(width, 0, 0, 0)


class LineView(QTableView):
    """A list of lines, one of them current; the current one is framed while keys go to it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Show no lines, in a list called *name*."""
        super().__init__(parent, showGrid=False, wordWrap=False, cornerButtonEnabled=False)
        self.setObjectName(name)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = ScrollBar(self)
        bar.setObjectName(f"{name}_bar")
        self.setVerticalScrollBar(bar)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.rows = LineModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(LineDelegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads = self.verticalHeader()
        heads.hide()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setDefaultSectionSize(self.pitch)
        self._title_width = 0

    def show_lines(self, lines: Sequence[Line], current: int) -> None:
        """Show *lines*, that of number *current* as the current one, whole with the options under it if there is room."""
        advance = self.fontMetrics().horizontalAdvance
        self._title_width = max((advance(line.title) for line in lines if line.kind == ASKED), default=0)
        self.rows.show_lines(lines)
        if 0 <= current < len(lines):
            self.setCurrentIndex(self.rows.index(current))
            self._bring_into_view(lines, current)
        self.viewport().update()

    def _bring_into_view(self, lines: Sequence[Line], current: int) -> None:
        """Show what is asked with all that can be chosen, as far as there is room, in any case where keys are."""
        of_it = [place for place, line in enumerate(lines) if line.name == lines[current].name]
        self.scrollTo(self.rows.index(of_it[-1]))
        self.scrollTo(self.rows.index(of_it[0]))
        self.scrollTo(self.rows.index(current))

    @property
    def line(self) -> Line | None:
        """The current line."""
        place = self.currentIndex().row()
        return self.rows.lines[place] if 0 <= place < len(self.rows.lines) else None

    @property
    def pitch(self) -> int:
        """The height of a line."""
        return self.fontMetrics().height() + 2 * AIR

    @property
    def is_rtl(self) -> bool:
        """Whether lines are read from the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def has_keys(self) -> bool:
        """Whether keys go to this list, or to the field in it."""
        focus = self.window().focusWidget()
        return focus is self or bool(focus and self.isAncestorOf(focus))

    def title_rect(self, rect: QRect) -> QRect:
        """Return where in the *rect* of a line its title stands."""
        width = self._title(rect)
        left = rect.right() + 1 - SIDE - width if self.is_rtl else rect.left() + SIDE
        return QRect(left, rect.top(), width, rect.height())

    def value_rect(self, rect: QRect) -> QRect:
        """Return where in the *rect* of a line its value stands."""
        taken = SIDE + self._title(rect) + GAP
        return rect.adjusted(SIDE, 0, -taken, 0) if self.is_rtl else rect.adjusted(taken, 0, -SIDE, 0)

    def sizeHint(self) -> QSize:
        """Return room for the usual number of lines."""
        return QSize(240, max(min(len(self.rows.lines), USUAL), FEWEST) * self.pitch)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(120, min(len(self.rows.lines), FEWEST) * self.pitch)

    def _title(self, rect: QRect) -> int:
        return min(self._title_width, round(rect.width() * WIDEST_TITLE))


def _ground(palette: QPalette) -> QColor:
    color = palette.color(QPalette.ColorRole.Highlight)
    color.setAlphaF(GROUND)
    return color
