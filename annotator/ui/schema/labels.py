"""The labels of the project in their order, and the form of the one chosen."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.attributes import titled
from annotator.model.ids import NO_ID, new_id
from annotator.model.schema_changes import Change, added, keys_of, merged, moved, restored, retired
from annotator.model.schemas import Label, Look, Schema
from annotator.ui.chooser import Choice, Chooser, choose
from annotator.ui.factories import isolated
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.colors import PRESETS
from annotator.ui.schema.label_form import LabelForm
from annotator.ui.schema.stanzas import ADD, MERGE, RETIRE, STEPS, Stanzas
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr


class LabelsPane(QWidget):
    """Labels: add, rename, recolour, give keys, put in order, merge, retire."""

    def __init__(self, changing: Changing, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.setObjectName("schema_labels")
        self._changing = changing
        self._looks, self._language = Looks(LIGHT), "en"
        self._counts: Mapping[bytes, int] = {}
        self.stanzas = Stanzas("schema_label", self, merges=True)
        self.form = LabelForm(changing, self)
        row = QHBoxLayout(self)
        row.addWidget(self.stanzas, 2)
        row.addWidget(self.form, 3)
        self.stanzas.chosen.connect(self._show_form)
        self.stanzas.wanted.connect(self._do)

    def show_schema(self, schema: Schema, looks: Looks, language: str) -> None:
        """Show the labels of *schema* in a *language*."""
        self._looks, self._language = looks, language
        self.stanzas.list.setAccessibleName(tr("Labels"))
        self.form.retitle()
        rows = [*zip(schema.labels, schema.looks, strict=True)]
        self.stanzas.show_rows([label.id for label in schema.labels], lambda place: self._row(*rows[place]))
        self._show_form()

    def show_counts(self, counts: Mapping[bytes, int]) -> None:
        """Show how many spans there are under each label."""
        self._counts = counts
        if self._changing.schema:
            self.show_schema(self._changing.schema, self._looks, self._language)

    def _row(self, label: Label, look: Look) -> Row:
        title = titled(look.titles, self._language) or label.name
        fate = tr("retired") if label.gone else ""
        if label.same_as != NO_ID:
            fate = tr("merged into {label}", label=isolated(self._looks.of(label.id).title))
        detail = " · ".join(filter(None, (label.key.upper(), isolated(label.name), fate)))
        count = self._counts.get(label.id, 0)
        color = self._looks.theme.label_colors(label.color).bar
        return Row(title, detail, tr("spans: {count}", count=count) if count else "", color, is_faint=label.gone)

    @property
    def _current(self) -> Label | None:
        schema, current = self._changing.schema, self.stanzas.current
        return next((label for label in schema.labels if label.id == current), None) if schema else None

    def _show_form(self) -> None:
        label, schema = self._current, self._changing.schema
        self.stanzas.offer(is_gone=bool(label and label.gone))
        self.form.setEnabled(label is not None)
        if label and schema:
            self.form.show_label(label, schema.look(label.id), self._looks)

    def _do(self, what: str) -> None:
        label = self._current
        if what == ADD:
            self._add()
        elif label and what == MERGE:
            self._ask_into(label)
        elif label and what == RETIRE:
            change: Change = partial(restored if label.gone else retired, label=label.id)
            self._changing.ask(change, "restore label" if label.gone else "retire label")
        elif label:
            self._changing.ask(partial(moved, label=label.id, step=STEPS[what]), "order labels")

    def _add(self) -> None:
        schema, dialog = self._changing.schema, Adding(tr("New label"), self)
        if dialog.exec() and schema:
            label = Label(new_id(), dialog.name, _free_color(schema), _free_key(schema), schema.labels[0].lane)
            self.stanzas.expect(label.id)
            self._changing.ask(partial(added, label=label, look=Look("fill", "solid", dialog.titles, ())), "add label")
        dialog.deleteLater()

    def _ask_into(self, label: Label) -> None:
        """Ask for the label that is to speak for *label*, among those it can be merged into."""
        schema = self._changing.schema
        if schema is None:
            return
        speaks = schema.representative(label.id)
        others = [other for other in schema.labels if not other.gone and schema.representative(other.id) != speaks]
        choices = [self._choice(label, other) for other in others]

        def fitting(text: str) -> list[Choice]:
            return [choice for choice in choices if text.casefold() in choice.row.title.casefold()]

        choose(Chooser("merging", tr("Merge into…"), tr("A part of the name of a label"), fitting, self))

    def _choice(self, label: Label, into: Label) -> Choice:
        look = self._looks.of(into.id)
        merge = partial(self._changing.ask, partial(merged, label=label.id, into=into.id), "merge labels")
        return Choice(Row(look.title, isolated(into.name), look.key.upper(), look.colors.bar), merge)


def _free_color(schema: Schema) -> str:
    """Return the first colour that no label has, else the first."""
    taken = {label.color.upper() for label in schema.labels if not label.gone}
    return next((color for color in PRESETS if color not in taken), next(iter(PRESETS)))


def _free_key(schema: Schema) -> str:
    """Return the first digit that nothing has as its key, "" if there is none."""
    return next((digit for digit in "1234567890" if digit not in keys_of(schema)), "")
