"""The actors and places of the project: each with its mentions, to be gone to, named, merged and split."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout, QWidget

from annotator.model.entities import Entity
from annotator.ui import keys
from annotator.ui.columns import head_row, lay_out_list
from annotator.ui.commands import Run
from annotator.ui.entity_lines import EntityLines, Line
from annotator.ui.factories import heading, key_text, label, name_field, set_tooltip, tool_button
from annotator.ui.guard import guarded
from annotator.ui.page.looks import Looks
from annotator.ui.rows import row_list
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

BY_NAME, SIGN_WIDTH = 1, 28
SPACE = "Space"  # a key that stands in its place on a real keyboard has a blank for its legend
CHORDS = {"rename": "F2", "merge": "M", "split": "S"}
KEPT = ["F2", "Ctrl+Up", "Ctrl+Down"]
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
AT_TOP = QTableView.ScrollHint.PositionAtTop
SELECT = QItemSelectionModel.SelectionFlag


class EntitiesPanel(QWidget):
    """The list of entities.

    Signals:
        chosen(Span): the analyst wants to see it on the page.
        rename_wanted(Entity): another name is to be given to it.
        merge_wanted(entities): these, two or more, are one.
        split_wanted(Entity, mentions): these of its mentions are of another.
        told(text): why nothing was done, in words.
        came: it is seen from now on.
    """

    chosen = Signal(object)
    rename_wanted = Signal(object)
    merge_wanted = Signal(object)
    split_wanted = Signal(object, object)
    told = Signal(str)
    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no entities."""
        super().__init__(parent)
        self.setObjectName("entities")
        self._looks, self._same_as, self._is_writable = Looks(LIGHT), "", False
        self._lines = EntityLines()
        self._pressed_at = 0
        self._heading = heading("entities_heading")
        self.order = QComboBox(self)
        self.order.setObjectName("entities_order")
        self.order.addItems(["", ""])
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter = QLineEdit(self, clearButtonEnabled=True)
        self.filter.setObjectName("entities_filter")
        self.list, self._rows = row_list("entities_list", self)
        self.list.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.list.setProperty(keys.KEPT, KEPT)
        self._empty = label("entities_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        self.buttons = {name: tool_button(f"entities_{name}", self) for name in CHORDS}
        self._runs = {"rename": self.rename, "merge": self.merge, "split": self.split}
        self._lay_out()
        self._connect()
        speak(self, self._retranslate)

    def show_entities(self, entities: Iterable[Entity]) -> None:
        """Show these entities; what was chosen and opened stays so where it is still there."""
        self._lines.hold(entities)
        self._fill()

    def set_looks(self, looks: Looks) -> None:
        """Show labels in their colours."""
        self._looks = looks
        self._fill()

    def set_writable(self, *, is_writable: bool) -> None:
        """Let names be changed, or not."""
        self._is_writable = is_writable
        self._offer()

    def set_key(self, same_as: str) -> None:
        """Name the key of the command *same_as* in the hint."""
        self._same_as = same_as
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Return a width for usual names."""
        return QSize(280, 400)

    def rename(self) -> None:
        """Ask for another name of the entity in the current row."""
        line = self._line(self.list.currentIndex())
        if line and self._is_writable:
            self.rename_wanted.emit(self._lines.entity(line))

    def merge(self) -> None:
        """Ask to make one of the entities selected."""
        chosen = {line.entity: self._lines.entity(line) for line in self._selected()}.values()
        if len(chosen) < 2:  # noqa: PLR2004 - one alone is one
            self.told.emit(tr("Select two or more entities first, with Shift or Ctrl"))
        elif len({entity.label for entity in chosen}) > 1:
            self.told.emit(tr("Entities under different labels cannot be one"))
        elif self._is_writable:
            self.merge_wanted.emit(tuple(chosen))

    def split(self) -> None:
        """Ask to take the mentions selected out of their entity."""
        lines = [line for line in self._selected() if line.mention]
        owners = {line.entity for line in lines}
        if len(owners) != 1:
            self.told.emit(tr("Select mentions of one entity first; Space shows those of the entity chosen"))
        elif self._is_writable:
            entity = self._lines.entity(lines[0])
            wanted = {line.mention for line in lines}
            self.split_wanted.emit(entity, tuple(mention for mention in entity.mentions if mention.place in wanted))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key means in the list; remember where the mouse was pressed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed_at = round(event.position().x())
        if watched is not self.list or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._press(keys.chord_of(event).strip() or SPACE)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen."""
        super().showEvent(event)
        self.came.emit()

    def _press(self, chord: str) -> bool:
        index = self.list.currentIndex()
        further, back = ("Left", "Right") if self._is_rtl else ("Right", "Left")
        meant: dict[str, Run] = {CHORDS[name]: run for name, run in self._runs.items()}
        meant |= {"Return": partial(self._go, index), SPACE: partial(self._turn, index)}
        meant |= {further: partial(self._turn, index, is_open=True), back: partial(self._turn, index, is_open=False)}
        if chord in meant:
            meant[chord]()
        return chord in meant

    def _lay_out(self) -> None:
        head = head_row(self, self._heading, self.order)
        upper, foot = QVBoxLayout(), QWidget(self)
        foot.setObjectName("entities_foot")
        deeds = QHBoxLayout(foot)
        deeds.setContentsMargins(6, 0, 6, 6)
        for button in self.buttons.values():
            deeds.addWidget(button, 1)
        upper.setContentsMargins(0, 0, 0, 4)
        upper.setSpacing(2)
        upper.addWidget(head)
        searched = QHBoxLayout()
        searched.setContentsMargins(10, 0, 10, 0)
        searched.addWidget(self.filter)
        upper.addLayout(searched)
        lay_out_list(self, upper, self._empty, self.list, foot)

    def _connect(self) -> None:
        self.order.currentIndexChanged.connect(self._fill)
        self.filter.textChanged.connect(self._fill)
        self.list.clicked.connect(self._click)
        self.list.selectionModel().selectionChanged.connect(self._offer)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        for name, button in self.buttons.items():
            button.clicked.connect(self._runs[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def _retranslate(self) -> None:
        self.order.setItemText(0, tr("By count"))
        self.order.setItemText(BY_NAME, tr("By name"))
        self.order.setAccessibleName(tr("Order of the entities"))
        self.filter.setPlaceholderText(tr("Filter by name"))
        name_field(self.filter, tr("Filter by name"))
        self.list.setAccessibleName(tr("Entities"))
        for name, text in (("rename", tr("Name…")), ("merge", tr("Merge…")), ("split", tr("Split off…"))):
            self.buttons[name].setText(text)
            self.buttons[name].setAccessibleName(text)
            set_tooltip(self.buttons[name], f"{text} {key_text(CHORDS[name])}")
        self._fill()

    def _fill(self) -> None:
        """Show what fits the filter, in the order wanted."""
        selected, current, before = self._selected(), self._line(self.list.currentIndex()), self._rows.keys
        lines = self._lines.found(self.filter.text(), by_name=self.order.currentIndex() == BY_NAME)
        self._rows.show_rows(lines, lambda place: self._lines.row(lines[place], self._looks, is_rtl=self._is_rtl))
        if lines != before:
            self._keep(selected, current)
        count = self._lines.count
        self._heading.setText(tr("Entities: {count}", count=count) if count else tr("Entities"))
        self._empty.setText(tr("No name fits.") if self._lines else self._how())
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        for widget in (self.filter, self.order, *self.buttons.values()):
            widget.setVisible(bool(self._lines))
        self._offer()

    def _keep(self, selected: Iterable[Line], current: Line | None) -> None:
        """Select again what was selected, and stay on the row that was current, else on that of its entity, else the first."""
        model, places = self.list.selectionModel(), list[int]()
        if current:
            places = [self._rows.place_of(current), self._rows.place_of(Line(current.entity))]
        place = next((place for place in places if place >= 0), 0)
        model.setCurrentIndex(self._rows.index(place), SELECT.ClearAndSelect)
        for line in selected:
            if self._rows.place_of(line) >= 0:
                model.select(self._rows.index(self._rows.place_of(line)), SELECT.Select)

    def _how(self) -> str:
        return tr(
            "No actor or place is marked yet. Mentions that read alike are listed here together, until you name them: "
            "choose them and press {name}. On a span, {same} says which it is the same as.",
            name=key_text(CHORDS["rename"]),
            same=key_text(self._same_as),
        )

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _line(self, index: QModelIndex) -> Line | None:
        found = self._rows.keys[index.row()] if 0 <= index.row() < len(self._rows.keys) else None
        return found if isinstance(found, Line) else None

    def _selected(self) -> list[Line]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [line for row in rows if (line := self._line(self._rows.index(row)))]

    def _offer(self) -> None:
        """Enable what can be done with what is selected."""
        selected = self._selected() if self._is_writable else []
        self.buttons["rename"].setEnabled(bool(selected))
        self.buttons["merge"].setEnabled(len({line.entity for line in selected}) > 1)
        self.buttons["split"].setEnabled(any(line.mention for line in selected))

    def _click(self, index: QModelIndex) -> None:
        """Go to a mention, or show the mentions after a click on the sign before a name; only choose with a key held."""
        line = self._line(index)
        if line is None or QApplication.keyboardModifiers() & HELD:
            return
        rect = self.list.visualRect(index)
        from_start = rect.right() - self._pressed_at if self._is_rtl else self._pressed_at - rect.left()
        if line.mention is None and from_start < SIGN_WIDTH:
            self._turn(index)
        else:
            self._go(index)

    def _turn(self, index: QModelIndex, *, is_open: bool | None = None) -> None:
        """Show the mentions of the entity in a row, or hide them."""
        line = self._line(index)
        if line:
            self._lines.turn(line, is_open=is_open)
            self._fill()
            if self._lines.is_open(line):
                self.list.scrollTo(self._rows.index(self._rows.place_of(Line(line.entity))), AT_TOP)

    def _go(self, index: QModelIndex) -> None:
        """Go to a mention; to the mentions of an entity in turn."""
        line = self._line(index)
        if line:
            self.chosen.emit(self._lines.visit(line).span)
