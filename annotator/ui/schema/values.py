"""The values of a choice: their names in both languages are changed in place; one that is retired stays with old spans."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from annotator.model.attributes import Choice
from annotator.ui.rows import row_height
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.fields import told
from annotator.ui.schema.stanzas import ADD, RESTORE, RETIRE, TEXTS
from annotator.ui.translations import tr

LANGUAGES = ("ar", "en")
HEADINGS = ("Name in files", "Name in Arabic", "Name in English")
LOW, LESS = 120, 12


class Values(QWidget):
    """The values, one a row.

    Signals:
        kept(choices): the values are to be these.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show none."""
        super().__init__(parent)
        self.setObjectName("attribute_values")
        self._choices: tuple[Choice, ...] = ()
        self.table = QTableWidget(0, len(HEADINGS), self)
        self.table.setObjectName("attribute_values_table")
        self.table.setMinimumHeight(LOW)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()) - LESS)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.add, self.retire = QPushButton(self), QPushButton(self)
        row = QHBoxLayout()
        for name, button in ((ADD, self.add), (RETIRE, self.retire)):
            button.setObjectName(f"attribute_values_{name}")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.cellChanged.connect(self._take)
        self.table.currentCellChanged.connect(self._offer)
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show these values."""
        place = self.table.currentRow()
        self._choices = choices
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.table.setHorizontalHeaderLabels([tr(text) for text in HEADINGS])
        self.table.setRowCount(len(choices))
        for row, choice in enumerate(choices):
            for column, text in enumerate((choice.name, *(dict(choice.titles).get(code, "") for code in LANGUAGES))):
                self.table.setItem(row, column, _cell(text, choice, is_fixed=column == 0))
        self.table.setCurrentCell(min(max(place, 0), len(choices) - 1), 0)
        self.table.blockSignals(False)  # noqa: FBT003 - likewise
        self.table.setAccessibleName(tr("Values"))
        self.add.setText(tr(TEXTS[ADD]))
        self._offer()

    def _offer(self) -> None:
        choice = self._current
        self.retire.setEnabled(choice is not None)
        self.retire.setText(tr(RESTORE if choice and choice.is_gone else TEXTS[RETIRE]))

    @property
    def _current(self) -> Choice | None:
        row = self.table.currentRow()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def _take(self, row: int, column: int) -> None:
        cell, choice = self.table.item(row, column), self._choices[row]
        if cell:
            self._keep(replace(choice, titles=told(choice.titles, LANGUAGES[column - 1], cell.text().strip())))

    def _retire(self) -> None:
        choice = self._current
        if choice:
            self._keep(replace(choice, is_gone=not choice.is_gone))

    def _keep(self, choice: Choice) -> None:
        self.kept.emit(tuple(choice if known.name == choice.name else known for known in self._choices))

    def _add(self) -> None:
        dialog = Adding(tr("New value"), self)
        if dialog.exec():
            self.kept.emit((*self._choices, Choice(dialog.name, dialog.titles)))
        dialog.deleteLater()


def _cell(text: str, choice: Choice, *, is_fixed: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if is_fixed:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        item.setText(f"{text} ({tr('retired')})" if choice.is_gone else text)
    return item
