"""What is known about the document beside its text, filled in beside the page: each line counts once it is left."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.attributes import CHOICE, DATE, FLAG, KINDS, PART, SPAN, Attribute
from annotator.model.documents import Source
from annotator.model.errors import AnnotatorError
from annotator.project.describing import LANGUAGE, TITLE, URL, Fact, check
from annotator.ui.fact_lines import FactLine, FreeRow, LanguageBox, shown_facts
from annotator.ui.factories import heading, label, tool_button
from annotator.ui.messages import said
from annotator.ui.schema.fields import Pick
from annotator.ui.scroll_bar import ScrollBar
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

OWN_TITLES = {TITLE: "Title", URL: "Address (URL)", LANGUAGE: "Language"}
ASKED = {*KINDS} - {SPAN, PART}
PICKED = {CHOICE, FLAG}
CODES = {"count", "number", DATE}


class Described(NamedTuple):
    """The document being read, None without one; the ``fields`` that the schema asks for, in this ``language``."""

    source: Source | None = None
    fields: tuple[Attribute, ...] = ()
    language: str = "en"
    is_writable: bool = False

    @property
    def asked(self) -> tuple[Attribute, ...]:
        """The fields that are to be filled in."""
        return tuple(field for field in self.fields if field.kind in ASKED and not field.is_gone)


class FieldsPanel(QWidget):
    """The facts about a document.

    Signals:
        given(document id, facts): these (name, value) pairs are to be known of a document; "" takes one away.
    """

    given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no document."""
        super().__init__(parent)
        self.setObjectName("fields")
        self._described = Described()
        self._rows: dict[str, tuple[FactLine | LanguageBox | Pick, QWidget]] = {}
        self._asked: tuple[Attribute, ...] = ()
        self._heading = heading("fields_heading")
        self._empty = label("fields_empty", wraps=True, is_muted=True)
        self.wrong = label("fields_wrong", wraps=True)
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setObjectName("fields_area")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = ScrollBar(self._area)
        bar.setObjectName("fields_bar")
        self._area.setVerticalScrollBar(bar)
        self._form = QWidget(self._area)
        self._form.setObjectName("fields_form")
        self._own = QFormLayout()
        self._more = heading("fields_more")
        self._free = QVBoxLayout()
        self.free: list[FreeRow] = []
        self.first = FactLine("fields_title", self._form)
        self.copy = tool_button("fields_copy", self._form)
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        speak(self, self._retranslate)

    def show_facts(self, described: Described) -> None:
        """Show what is known of a document; what is being typed for the same one stays."""
        before, self._described = self._described.source, described
        if before is None or described.source is None or before.document != described.source.document:
            self.wrong.hide()
            for line in self.findChildren(FactLine):
                line.setModified(False)
        self._fill()

    def field(self, name: str) -> FactLine | LanguageBox | Pick:
        """Return what the fact called *name* is filled in with; raises KeyError."""
        return self._rows[name][0]

    def sizeHint(self) -> QSize:
        """Return a width for usual facts."""
        return QSize(280, 400)

    def _lay_out(self) -> None:
        self._own.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._own.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._own.setVerticalSpacing(4)
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(10, 0, 10, 8)
        inner.addLayout(self._own)
        inner.addWidget(self._more)
        self._free.setSpacing(4)
        inner.addLayout(self._free)
        inner.addStretch(1)
        self._area.setWidget(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget, margins in ((self._heading, (10, 8, 10, 0)), (self._empty, (10, 0, 10, 8)), (self.wrong, (10, 0, 10, 4))):
            widget.setContentsMargins(*margins)
            column.addWidget(widget)
        column.addWidget(self._area, 1)
        column.addStretch(0)
        self._put_own()

    def _put_own(self) -> None:
        address, language = FactLine("fields_url", self._form, is_code=True), LanguageBox("fields_language", self._form)
        beside = QWidget(self._form)
        beside.setObjectName("fields_url_row")
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(address, 1)
        row.addWidget(self.copy)
        for name, field, widget in ((TITLE, self.first, self.first), (URL, address, beside), (LANGUAGE, language, language)):
            self._put(name, field, widget)

    def _put(self, name: str, field: FactLine | LanguageBox | Pick, widget: QWidget) -> None:
        """Add what the fact called *name* is filled in with, in a *widget* of its own."""
        title = label(f"{field.objectName()}_label")
        title.setBuddy(field)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._own.addRow(title, widget)
        self._rows[name] = field, title
        lines = () if isinstance(field, Pick) else (field.line if isinstance(field, LanguageBox) else field,)
        field.kept.connect(lambda value, name=name: self._give(((name, value),), *lines))

    def _ask(self) -> None:
        """Have lines for the fields that the schema asks for now."""
        asked = self._described.asked
        if asked == self._asked:
            return
        for field in self._asked:
            self._own.removeRow(self._rows.pop(field.name)[0])
        self._asked = asked
        for number, field in enumerate(asked):
            name = f"fields_asked_{number}"
            made = Pick(name, self._form) if field.kind in PICKED else FactLine(name, self._form, is_code=field.kind in CODES)
            self._put(field.name, made, made)

    def _give(self, facts: tuple[Fact, ...], *lines: FactLine) -> None:
        """Hand over *facts*, after which *lines* show what the file says; or say what is wrong with them."""
        try:
            for name, value in facts:
                check(self._described.fields, name, value)
        except AnnotatorError as error:
            self.wrong.setText(said(error))
            self.wrong.show()
            return
        self.wrong.hide()
        for line in lines:
            line.setModified(False)
        if self._described.source:
            self.given.emit(self._described.source.document, facts)

    def _add(self, row: FreeRow, facts: tuple[Fact, ...]) -> None:
        """Hand over free *facts* of a *row*, unless one would take the place of another."""
        known = {*self._rows, *(name for name, _ in self._free_facts())} - {row.fact[0]}
        if any(value and name in known for name, value in facts):
            self.wrong.setText(tr("There is a fact of this name already: change it in its place"))
            self.wrong.show()
        else:
            self._give(facts, row.name, row.value)

    def _free_facts(self) -> list[Fact]:
        source = self._described.source
        return shown_facts(dict(source.metadata), {field.name for field in self._asked}) if source else []

    def _retranslate(self) -> None:
        self._heading.setText(tr("Document"))
        self._empty.setText(tr("Choose a document to see what is known about it."))
        self._more.setText(tr("More facts"))
        self.copy.setText(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy the address"))
        self._fill()

    def _fill(self) -> None:
        source, is_writable = self._described.source, self._described.is_writable
        self._area.setVisible(source is not None)
        self._empty.setVisible(source is None)
        if source is None:
            self.wrong.hide()
            return
        self._ask()
        values = {TITLE: source.title, URL: source.url, LANGUAGE: source.language}
        values |= {name: value or "" for name, value in source.metadata}
        fields = {field.name: field for field in self._asked}
        for name, (widget, title) in self._rows.items():
            told = fields[name].title(self._described.language) if name in fields else tr(OWN_TITLES[name])
            title.setText(told)  # type: ignore[attr-defined]  # it is a label
            _show(widget, fields.get(name), values.get(name, ""), self._described.language)
            _set_writable(widget, told, is_writable=is_writable)
        self.copy.setEnabled(bool(source.url))
        self._fill_free(is_writable=is_writable)

    def _fill_free(self, *, is_writable: bool) -> None:
        """Show the other facts, and below them an empty row for one more."""
        facts = [*self._free_facts(), *([("", "")] if is_writable else [])]
        while len(self.free) > len(facts):
            row = self.free.pop()
            row.hide()
            row.deleteLater()
        while len(self.free) < len(facts):
            row = FreeRow(len(self.free), self._form)
            row.given.connect(partial(self._add, row))
            self._free.addWidget(row)
            self.free.append(row)
        self._more.setVisible(bool(facts))
        for row, (name, value) in zip(self.free, facts, strict=True):
            row.show_fact(name, value, is_writable=is_writable)

    def _copy(self) -> None:
        """Put the address on the clipboard; it is never opened from here."""
        if self._described.source:
            QGuiApplication.clipboard().setText(self._described.source.url)


def _show(widget: FactLine | LanguageBox | Pick, field: Attribute | None, value: str, language: str) -> None:
    if isinstance(widget, LanguageBox):
        widget.show_language(value)
    elif isinstance(widget, Pick):
        widget.show_value(_titles(field, value, language), value)
    else:
        widget.show_text(value)
        widget.setPlaceholderText(tr("such as 2024-05-31") if field and field.kind == DATE else "")


def _titles(field: Attribute | None, value: str, language: str) -> dict[object, str]:
    """Return what can be chosen for *field*, and what is: nothing first, then its choices, or yes and no."""
    known: dict[object, str] = {"true": tr("Yes"), "false": tr("No")}
    if field and field.kind == CHOICE:
        known = {choice.name: choice.title(language) for choice in field.choices if not choice.is_gone or choice.name == value}
    return {"": "—"} | known | ({} if value in {"", *known} else {value: value})


def _set_writable(widget: FactLine | LanguageBox | Pick, told: str, *, is_writable: bool) -> None:
    widget.setAccessibleName(told)
    if isinstance(widget, LanguageBox):
        widget.line.setAccessibleName(told)
        widget.setEnabled(is_writable)
    elif isinstance(widget, Pick):
        widget.setEnabled(is_writable)
    else:
        widget.setReadOnly(not is_writable)
