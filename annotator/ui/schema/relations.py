"""The kinds of relations, and the form of the one chosen: which labels it may join."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.model.ids import new_id
from annotator.model.relations import RelationKind
from annotator.model.schema_changes import relation_moved, with_relation
from annotator.model.schemas import Label, Schema
from annotator.ui.factories import arrowed, isolated
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row, row_height
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.fields import Form, Line, Tick, told
from annotator.ui.schema.stanzas import ADD, RETIRE, STEPS, Stanzas
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

LOW, LESS = 150, 12
NAME, ENDS = "Name in files", "From a row, to a column"
FLAGS = {"is_required": "Must be given", "is_symmetric": "Says the same both ways", "is_derived": "Filled in by the program"}
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RelationsPane(QWidget):
    """Relations: add, rename, change, put in order, retire."""

    def __init__(self, changing: Changing, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.setObjectName("schema_relations")
        self._changing = changing
        self._looks, self._language = Looks(LIGHT), "en"
        self.stanzas = Stanzas("schema_relation", self)
        self.form = RelationForm(self)
        row = QHBoxLayout(self)
        row.addWidget(self.stanzas, 2)
        row.addWidget(self.form, 3)
        self.stanzas.chosen.connect(self._show_form)
        self.stanzas.wanted.connect(self._do)
        self.form.kept.connect(self._keep)

    def show_schema(self, schema: Schema, looks: Looks, language: str) -> None:
        """Show the relations of *schema* in a *language*."""
        self._looks, self._language = looks, language
        self.stanzas.list.setAccessibleName(tr("Relations"))
        self.form.retitle()
        self.stanzas.show_rows([kind.id for kind in schema.relations], lambda place: self._row(schema.relations[place]))
        self._show_form()

    def _row(self, kind: RelationKind) -> Row:
        ends = "، " if self._language == "ar" else ", "
        joined = ends.join(
            f"{self._title(head)} ← {self._title(tail)}"
            if self._language == "ar"
            else arrowed(self._title(head), self._title(tail))
            for head, tail in kind.ends
        )
        facts = (joined, tr("required") if kind.is_required else "", tr("retired") if kind.is_gone else "")
        return Row(kind.title(self._language), " · ".join(filter(None, facts)), is_faint=kind.is_gone)

    def _title(self, label: bytes) -> str:
        return isolated(self._looks.of(label).title)

    @property
    def _current(self) -> RelationKind | None:
        schema = self._changing.schema
        return next((kind for kind in schema.relations if kind.id == self.stanzas.current), None) if schema else None

    def _show_form(self) -> None:
        kind, schema = self._current, self._changing.schema
        self.stanzas.offer(is_gone=bool(kind and kind.is_gone))
        self.form.setVisible(kind is not None)
        if kind and schema:
            self.form.show_kind(kind, schema, self._looks)

    def _do(self, what: str) -> None:
        kind = self._current
        if what == ADD:
            self._add()
        elif kind and what == RETIRE:
            title = "restore relation" if kind.is_gone else "retire relation"
            self._keep(replace(kind, is_gone=not kind.is_gone), title)
        elif kind:
            self._changing.ask(partial(relation_moved, kind=kind.id, step=STEPS[what]), "order relations")

    def _add(self) -> None:
        dialog = Adding(tr("New relation"), self)
        if dialog.exec():
            kind = RelationKind(new_id(), dialog.name, (), dialog.titles)
            self.stanzas.expect(kind.id)
            self._keep(kind, "add relation")
        dialog.deleteLater()

    def _keep(self, kind: RelationKind, title: str = "change relation") -> None:
        if not self._changing.ask(partial(with_relation, kind=kind), title):
            self.form.restore()
            self._show_form()


class RelationForm(Form):
    """The facts of a kind of relation.

    Signals:
        kept(RelationKind): it is to be so.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__("relation_form", parent)
        self._kind: RelationKind | None = None
        self._labels: tuple[Label, ...] = ()
        self.lines = self.put_titles("relation", self._keep_title)
        self.name = Line("relation_name", self)
        self.ticks = {fact: Tick(f"relation_{fact}", self) for fact in FLAGS}
        self.ends = QTableWidget(self)
        self.ends.setObjectName("relation_ends")
        self.ends.setMinimumHeight(LOW)
        self.ends.setTabKeyNavigation(False)
        self.ends.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()) - LESS)
        self.ends.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.put(NAME, self.name)
        for fact, title in FLAGS.items():
            self.put(title, self.ticks[fact])
            self.ticks[fact].kept.connect(lambda is_on, fact=fact: self._keep(**{fact: is_on}))
        self.put(ENDS, self.ends)
        self.name.kept.connect(lambda name: self._keep(name=name))
        self.ends.itemChanged.connect(self._keep_ends)

    def show_kind(self, kind: RelationKind, schema: Schema, looks: Looks) -> None:
        """Show what the file says of *kind*."""
        self._kind = kind
        for (which, language), line in self.lines.items():
            line.show_text(dict(getattr(kind, which)).get(language, ""))
        self.name.show_text(kind.name)
        for fact, tick in self.ticks.items():
            tick.setChecked(getattr(kind, fact))
        self._labels = tuple(label for label in schema.labels if not label.gone)
        titles = [looks.of(label.id).title for label in self._labels]
        self.ends.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.ends.setRowCount(len(titles))
        self.ends.setColumnCount(len(titles))
        self.ends.setVerticalHeaderLabels(titles)
        self.ends.setHorizontalHeaderLabels(titles)
        for row, head in enumerate(self._labels):
            for column, tail in enumerate(self._labels):
                self.ends.setItem(
                    row, column, _cell(arrowed(titles[row], titles[column]), is_on=(head.id, tail.id) in kind.ends)
                )
        self.ends.blockSignals(False)  # noqa: FBT003 - likewise

    def _keep_title(self, which: str, language: str, text: str) -> None:
        if self._kind:
            self._keep(**{which: told(getattr(self._kind, which), language, text)})

    def _keep_ends(self, item: QTableWidgetItem) -> None:
        """Let the relation join what a cell stands for, or no longer; what it joins of retired labels stays."""
        if self._kind:
            pair = (self._labels[item.row()].id, self._labels[item.column()].id)
            left = tuple(known for known in self._kind.ends if known != pair)
            self._keep(ends=(*left, pair) if item.checkState() == CHECKED else left)

    def _keep(self, **facts: Any) -> None:
        if self._kind:
            self.kept.emit(replace(self._kind, **facts))


def _cell(told: str, *, is_on: bool) -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(CHECKED if is_on else UNCHECKED)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
    return item
