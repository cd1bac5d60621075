"""The attributes of a label, or the fields of documents, and the form of the one chosen."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.attributes import CHOICE, CHOICES, Attribute
from annotator.model.schema_changes import with_attributes
from annotator.model.schemas import Schema
from annotator.ui.factories import isolated, label
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row
from annotator.ui.schema.adding import KIND_TITLES, Adding
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.fields import Form, Pick, Tick, told
from annotator.ui.schema.stanzas import ADD, RETIRE, STEPS, Stanzas
from annotator.ui.schema.values import Values
from annotator.ui.translations import tr

Attributes = tuple[Attribute, ...]
FACTS = ("Type", "Must be given", "Values")


class AttributesPane(QWidget):
    """Attributes: add, rename, change, put in order, retire."""

    def __init__(self, changing: Changing, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.setObjectName("schema_attributes")
        self._changing = changing
        self.owner = Pick("schema_owner", self)
        self.stanzas = Stanzas("schema_attribute", self)
        self.form = AttributeForm(self)
        left, row = QVBoxLayout(), QHBoxLayout(self)
        left.addWidget(self.owner)
        left.addWidget(self.stanzas, 1)
        row.addLayout(left, 2)
        row.addWidget(self.form, 3)
        self._language = "en"
        self._owner: bytes | None = None
        self.owner.kept.connect(self._show_owner)
        self.stanzas.chosen.connect(self._show_form)
        self.stanzas.wanted.connect(self._do)
        self.form.kept.connect(self._keep)

    def show_schema(self, schema: Schema, looks: Looks, language: str) -> None:
        """Show the attributes of *schema* in a *language*."""
        self._language = language
        owners: dict[object, str] = {row.id: looks.of(row.id).title for row in schema.labels if not row.gone}
        if self._owner is None or self._owner not in owners:
            self._owner = schema.labels[0].id if self._owner is not None or not self.owner.count() else None
        self.owner.show_value(owners | {None: tr("The document")}, self._owner)
        self.owner.setAccessibleName(tr("Whose attributes"))
        self.stanzas.list.setAccessibleName(tr("Attributes"))
        self.form.retitle()
        self._show_rows()

    @property
    def _attributes(self) -> Attributes:
        schema = self._changing.schema
        if schema is None:
            return ()
        return schema.fields if self._owner is None else schema.look(self._owner).attributes

    @property
    def _current(self) -> Attribute | None:
        return next((known for known in self._attributes if known.name == self.stanzas.current), None)

    def _show_owner(self, owner: bytes | None) -> None:
        self._owner = owner
        self._show_rows()

    def _show_rows(self) -> None:
        known = self._attributes
        self.stanzas.show_rows([attribute.name for attribute in known], lambda place: self._row(known[place]))
        self._show_form()

    def _row(self, attribute: Attribute) -> Row:
        facts = (
            tr(KIND_TITLES[attribute.kind]),
            isolated(attribute.name),
            tr("required") if attribute.is_required else "",
            tr("retired") if attribute.is_gone else "",
        )
        return Row(attribute.title(self._language), " · ".join(filter(None, facts)), is_faint=attribute.is_gone)

    def _show_form(self) -> None:
        attribute = self._current
        self.stanzas.offer(is_gone=bool(attribute and attribute.is_gone))
        self.form.setVisible(attribute is not None)
        if attribute:
            self.form.show_attribute(attribute)

    def _do(self, what: str) -> None:
        attribute, known = self._current, self._attributes
        if what == ADD:
            self._add()
        elif attribute and what == RETIRE:
            title = "restore attribute" if attribute.is_gone else "retire attribute"
            self._keep(replace(attribute, is_gone=not attribute.is_gone), title)
        elif attribute:
            left = [other for other in known if other is not attribute]
            left.insert(known.index(attribute) + STEPS[what], attribute)
            self._ask(tuple(left), "order attributes")

    def _add(self) -> None:
        dialog = Adding(tr("New attribute"), self, has_kind=True)
        if dialog.exec():
            made = Attribute(dialog.name, dialog.kind, dialog.titles, choices=dialog.choices)
            self.stanzas.expect(made.name)
            self._ask((*self._attributes, made), "add attribute")
        dialog.deleteLater()

    def _keep(self, attribute: Attribute, title: str = "change attribute") -> None:
        self._ask(tuple(attribute if known.name == attribute.name else known for known in self._attributes), title)

    def _ask(self, attributes: Attributes, title: str) -> None:
        if not self._changing.ask(partial(with_attributes, label=self._owner, attributes=attributes), title):
            self.form.restore()
            self._show_form()


class AttributeForm(Form):
    """The facts of an attribute.

    Signals:
        kept(Attribute): it is to be so.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__("attribute_form", parent)
        self._attribute: Attribute | None = None
        self.lines = self.put_titles("attribute", self._keep_title)
        self.kind, self.required, self.values = label("attribute_kind"), Tick("attribute_required", self), Values(self)
        for title, field in zip(FACTS, (self.kind, self.required, self.values), strict=True):
            self.put(title, field)
        self.required.kept.connect(lambda is_on: self._keep(is_required=is_on))
        self.values.kept.connect(lambda choices: self._keep(choices=choices))

    def show_attribute(self, attribute: Attribute) -> None:
        """Show what the file says of *attribute*; its type stays, for spans have values of it."""
        self._attribute = attribute
        for (which, language), line in self.lines.items():
            line.show_text(dict(getattr(attribute, which)).get(language, ""))
        self.kind.setText(tr(KIND_TITLES[attribute.kind]))
        self.required.setChecked(attribute.is_required)
        has_values = attribute.kind in {CHOICE, CHOICES}
        self.rows.setRowVisible(self.values, has_values)
        self.values.show_choices(attribute.choices)

    def _keep_title(self, which: str, language: str, text: str) -> None:
        if self._attribute:
            self._keep(**{which: told(getattr(self._attribute, which), language, text)})

    def _keep(self, **facts: Any) -> None:
        if self._attribute:
            self.kept.emit(replace(self._attribute, **facts))
