"""The attributes of one span, line by line: at which of them keys are, and which is open."""

from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.attributes import SPAN, Attribute, Value
from annotator.model.errors import AnnotatorError
from annotator.ui.attribute_field import AttributeField
from annotator.ui.attribute_lines import ASKED, OTHER, Described, Line, Opening, Place, lines_of, options
from annotator.ui.attribute_view import LineView
from annotator.ui.messages import said
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

NOWHERE: Place = (ASKED, "", None)


class AttributeSheet(QWidget):
    """Shows the attributes of a span; keys are at one line, under which what can be chosen may be shown.

    Signals:
        given(Span, changes): attributes of the span are to be these; None takes one away.
        left: there is nothing more to answer here, and keys came here.
    """

    given = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("attributes")
        self.described: Described | None = None
        self.opening: Opening | None = None
        self.place: Place = NOWHERE
        self.view = LineView("attributes_list", self)
        self.field = AttributeField("attributes_field", self.view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.verticalScrollBar().valueChanged.connect(self.put_field)
        self.hide()
        speak(self, lambda: self.view.setAccessibleName(tr("Attributes")))

    def show_span(self, described: Described | None) -> None:
        """Show the attributes of a span, or nothing; the same span keeps what is open and typed."""
        before, self.described = self.described, described
        if not described or not before or (before.span.id, before.attributes) != (described.span.id, described.attributes):
            self.drop()
            self.place = NOWHERE
        is_shown = bool(described and lines_of(described, None))
        if not is_shown and self.view.has_keys:
            self.left.emit()
        self.setHidden(not is_shown)
        self.fill()

    def let_go(self) -> bool:
        """Forget what is typed, leaving the value as it was; return whether there was a field to leave."""
        was_typed = self.field.isVisible()
        self.drop()
        self.fill()
        return was_typed

    def offer(self, name: str, words: tuple[str, ...]) -> None:
        """Offer *words* for the attribute *name*, if it is still open."""
        if self.opening and self.opening.name == name:
            self.opening = replace(self.opening, words=words)
            self.fill()

    @property
    def values(self) -> dict[str, Value]:
        """The values that the span has, by name."""
        return self.described.values if self.described else {}

    @property
    def name(self) -> str:
        """The name of the attribute that keys are at, or under which an option stands that they are at."""
        return self.place[1]

    @property
    def attribute(self) -> Attribute | None:
        """The attribute that keys are at; None beside those that are asked for."""
        asked = self.described.asked if self.described and self.place[0] != OTHER else ()
        return next((attribute for attribute in asked if attribute.name == self.name), None)

    @property
    def is_writable(self) -> bool:
        """Whether answers are taken."""
        return self.described is not None and self.described.is_writable

    def options(self, attribute: Attribute, opening: Opening) -> list[Line]:
        """Return what can be chosen for an attribute that is open so."""
        return options(self.described, attribute, opening) if self.described else []

    def give(self, attribute: Attribute, value: Value) -> None:
        """Give the attribute this value."""
        if self.described and self.is_writable:
            self.given.emit(self.described.span, ((attribute.name, value),))

    def commit(self) -> bool:
        """Give what is typed; return whether it would do, and say why not where it was typed."""
        attribute = self.attribute
        if self.field.isHidden() or attribute is None or attribute.kind == SPAN or not self.opening:
            return True
        try:
            value = self.field.value(attribute, self.values.get(attribute.name))
        except AnnotatorError as error:
            self.opening = replace(self.opening, reason=said(error))
            self.fill()
            return False
        self.give(attribute, value)
        return True

    def drop(self) -> None:
        """Close what is open, with what is typed there."""
        self.opening = None
        if not self.field.isHidden():
            if self.field.hasFocus():
                self.view.setFocus()
            self.field.hide()

    def step(self, step: int) -> None:
        """Go so many lines down that keys go to, or up, as far as there are any."""
        places = [line.place for line in self.view.rows.lines if line.is_reached]
        if self.place in places:
            self.stand(places[min(max(places.index(self.place) + step, 0), len(places) - 1)])

    def go(self, step: int) -> bool:
        """Go to the next attribute, or the one before; return whether there is one, or something in the way."""
        places = [line.place for line in self.view.rows.lines if line.kind in {ASKED, OTHER}]
        here = next((number for number, place in enumerate(places) if place[1] == self.name), 0)
        is_there = 0 <= here + step < len(places)
        is_done = self.stand(places[here + step if is_there else here], is_done=True)
        return is_there or not is_done

    def stand(self, place: Place, *, is_done: bool = False) -> bool:
        """Go to a line; away from an attribute, or when that *is_done*, give what is typed for it first, unless refused."""
        if is_done or place[1] != self.name:
            if not self.commit():
                return False
            self.drop()
        self.place = place
        self.fill()
        return True

    def fill(self) -> None:
        """Show the lines as they are now."""
        lines = lines_of(self.described, self.opening) if self.described else []
        places = [line.place for line in lines]
        wanted = (self.place, (ASKED, self.name, None))
        current = next((places.index(place) for place in wanted if place in places), 0)
        self.place = places[current] if places else NOWHERE
        self.view.show_lines(lines, current)
        self.put_field()

    def put_field(self) -> None:
        """Lay the field over the value it is to change."""
        places = [line.place for line in self.view.rows.lines]
        place = (ASKED, self.name, None)
        if self.opening and place in places:
            line = self.view.visualRect(self.view.rows.index(places.index(place)))
            self.field.lay_over(self.view.value_rect(QRect(0, line.top(), self.view.viewport().width(), line.height())))
