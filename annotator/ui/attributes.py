"""The form of a span's attributes: what its label asks, answered by keys; each answer is given at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.attributes import CHOICE, CHOICES, FLAG, PART, SPAN, TEXT, Attribute
from annotator.ui.attribute_lines import ASKED, KEYS, OPTION, Line, Opening
from annotator.ui.attribute_sheet import NOWHERE, AttributeSheet
from annotator.ui.attribute_values import TYPED
from annotator.ui.attribute_view import USUAL
from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of

PICKED = frozenset({CHOICE, CHOICES})
IN_FIELD = TYPED | {SPAN}
HELD = ("Ctrl+", "Alt+", "Meta+")
FOR_A_MOMENT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class AttributeForm(AttributeSheet):
    """Hears what the analyst answers.

    Signals, beside those of `AttributeSheet`:
        part_wanted(Attribute): what is selected in the text is to be its value.
        part_followed(start, end): a part, in code points, is to be shown.
        words_wanted(name): which texts the attribute has elsewhere; `offer` takes them.
    """

    part_wanted = Signal(object)
    part_followed = Signal(int, int)
    words_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hear the keys of the list and of the field in it."""
        super().__init__(parent)
        self._moves: dict[str, Callable[[], object]] = {
            "Up": lambda: self.step(-1),
            "Down": lambda: self.step(1),
            "Return": self._enter,
        }
        self._changes: dict[str, Callable[[], object]] = {
            "Home": lambda: self.step(-len(self.view.rows.lines)),
            "End": lambda: self.step(len(self.view.rows.lines)),
            "PgUp": lambda: self.step(-USUAL),
            "PgDown": lambda: self.step(USUAL),
            "Del": lambda: self._take_back(is_letter=False),
            "Backspace": lambda: self._take_back(is_letter=True),
        }
        for watched in (self.view, self.view.viewport(), self.field):
            watched.installEventFilter(self)
        self.view.clicked.connect(self._click)
        self.field.textEdited.connect(self._type)

    def enter(self) -> None:
        """Give the keys to the first attribute that is missing, else to the first."""
        missing = next((line for line in self.view.rows.lines if line.is_missing), None)
        self.place = missing.place if missing else NOWHERE
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fill()
        self._open_empty()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys in the list and in the field, and that either is left or of another size."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is not self.view.viewport():
            return self._press(event, is_in_field=watched is self.field)
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            self.put_field()
        elif isinstance(event, QFocusEvent):
            self.view.viewport().update()
            if watched is self.field and event.lostFocus() and event.reason() not in FOR_A_MOMENT:
                self._leave_field()
        return False

    def _leave_field(self) -> None:
        """Give what is typed, if it will do, when keys go elsewhere than to the list."""
        if QApplication.focusWidget() is not self.view:
            self.commit()
            self.drop()
            self.fill()

    def _press(self, event: QKeyEvent, *, is_in_field: bool) -> bool:
        """Do what a key means here; return whether it means something."""
        chord = chord_of(event)
        if chord in {"Tab", "Shift+Tab"}:
            return self.go(1 if chord == "Tab" else -1)
        chord = chord.removeprefix("Shift+")
        if chord in self._moves:
            self._moves[chord]()
            return True
        if is_in_field or chord.startswith(HELD):
            return False
        if chord in {"Left", "Right"}:
            self._turn(is_open=(chord == "Left") == self.view.is_rtl)
            return True
        if chord in self._changes:
            self._changes[chord]()
            return True
        return self._answer(chord, event.text())

    def _answer(self, chord: str, text: str) -> bool:
        """Take a digit or letter, by its place and as it is written, for the attribute that keys are at.

        Return whether it is one: the list itself would look for a line that begins with it.
        """
        attribute = self.attribute
        if not text.isprintable() or not text:
            return False
        if attribute is None or not self.is_writable:
            return True
        is_typed = bool(self.opening and self.opening.typed)
        if text == " " and not is_typed and attribute.kind not in TYPED:
            self._toggle(attribute)
        elif attribute.kind in PICKED:
            self._pick(attribute, chord, text)
        elif attribute.kind in IN_FIELD:
            self._open(attribute)
            self.field.setText(text)
            self._type(text)
        return True

    def _toggle(self, attribute: Attribute) -> None:
        line = self.view.line
        if attribute.kind == FLAG:
            self.give(attribute, value=not self.values.get(attribute.name))
        elif line and line.kind == OPTION:
            self._take(line)
        else:
            self._enter()

    def _pick(self, attribute: Attribute, key: str, text: str) -> None:
        """Take the choice that has this digit, or narrow the choices by a letter and take the only one left."""
        if key in KEYS:
            found = [line for line in self.options(attribute, Opening(attribute.name)) if line.key == key]
        else:
            here = self.opening or Opening(attribute.name)
            narrower = replace(here, typed=here.typed + text, keys=here.keys + key)
            found = self.options(attribute, narrower)
            if len(found) > 1:
                self.opening, self.place = narrower, found[0].place
                self.fill()
        if len(found) == 1:
            self._take(found[0])

    def _take(self, line: Line) -> None:
        """Give the attribute what an option stands for and go on; where there may be several, put it in or out."""
        attribute = self.attribute
        if attribute is None:
            return
        if attribute.kind == CHOICES:
            held = self.values.get(attribute.name)
            on = {*(held if isinstance(held, tuple) else ())} ^ {str(line.choice)}
            self.opening, self.place = Opening(attribute.name), line.place
            self.give(attribute, tuple(choice.name for choice in attribute.choices if choice.name in on) or None)
            self.fill()
            return
        self.drop()
        self.give(attribute, line.choice)
        self.go(1)
        self._open_empty()

    def _take_back(self, *, is_letter: bool) -> None:
        """Take the value away that keys are at, or the last letter of what narrows its choices."""
        if is_letter and self.opening and self.opening.typed:
            self.opening = replace(self.opening, typed=self.opening.typed[:-1], keys=self.opening.keys[:-1])
            self.fill()
        elif self.described and self.is_writable:
            names = self.attribute.names if self.attribute else (self.name,)
            changes = tuple((name, None) for name in names if name in self.values)
            if changes:
                self.given.emit(self.described.span, changes)

    def _enter(self) -> None:
        """Open what keys are at; take an option, or what is typed, and go on."""
        line = self.view.line
        if line and line.kind == OPTION:
            self._take(line)
        elif self.field.isVisible():
            self.go(1)
        else:
            self._turn(is_open=not self.opening)

    def _turn(self, *, is_open: bool) -> None:
        if not is_open:
            self.place = (ASKED, self.name, None) if self.opening else self.place
            self.drop()
            self.fill()
        elif self.attribute and not self.opening:
            self._open(self.attribute)

    def _open(self, attribute: Attribute) -> None:
        """Show what can be chosen, or the field to type in; a part is what is selected in the text."""
        if not self.is_writable:
            return
        if attribute.kind == FLAG:
            self._toggle(attribute)
        elif attribute.kind == PART:
            self.part_wanted.emit(attribute)
        else:
            self.opening = Opening(attribute.name)
            found = self.options(attribute, self.opening)
            chosen = next((line for line in found if line.is_on), found[0] if found else None)
            self.place = chosen.place if chosen else self.place
            self.fill()
            if attribute.kind in IN_FIELD:
                self._open_field(attribute)

    def _open_field(self, attribute: Attribute) -> None:
        language = self.described.language if self.described else ""
        self.field.begin(attribute, self.values.get(attribute.name), language)
        if attribute.kind == TEXT:
            self.words_wanted.emit(attribute.name)

    def _open_empty(self) -> None:
        """Show the choices of the attribute that keys are at, if none is chosen yet."""
        attribute = self.attribute
        if attribute and attribute.kind in PICKED and attribute.name not in self.values:
            self._open(attribute)

    def _type(self, text: str) -> None:
        """Follow what is typed in the field."""
        attribute = self.attribute
        if attribute and self.opening:
            self.opening = replace(self.opening, typed=text, reason="")
            found = self.options(attribute, self.opening) if attribute.kind == SPAN else []
            self.place = found[0].place if found else (ASKED, attribute.name, None)
            self.fill()

    def _click(self, index: QModelIndex) -> None:
        line = self.view.rows.lines[index.row()]
        was_open = self.opening is not None and self.name == line.name
        if not line.is_reached:
            self.fill()
            return
        if not self.stand(line.place):
            return
        attribute = self.attribute
        if line.kind == OPTION:
            self._take(line)
        elif attribute and attribute.kind == PART and attribute.names[0] in self.values:
            self._follow(attribute)
        elif attribute:
            self._turn(is_open=not was_open)

    def _follow(self, attribute: Attribute) -> None:
        start, end = (self.values.get(name) for name in attribute.names[:2])
        if isinstance(start, int) and isinstance(end, int):
            self.part_followed.emit(start, end)
