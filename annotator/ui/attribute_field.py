"""The field in which the value of one attribute is typed, over the line of it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.model.attributes import SPAN, TEXT, Attribute, Value
from annotator.text import direction
from annotator.ui.attribute_values import typed, value_of

MARGIN, LONGEST = 4, 2000


class AttributeField(QLineEdit):
    """Shows the value an attribute has, to be typed over; of a span one types a part of its text."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Be called *name*, and hidden."""
        super().__init__(parent, maxLength=LONGEST)
        self.setObjectName(name)
        self._is_text = False
        self.textChanged.connect(self._turn)
        self.hide()

    def begin(self, attribute: Attribute, value: Value, language: str) -> None:
        """Show *value* and take the keys."""
        self.setAccessibleName(attribute.title(language))
        self._is_text = attribute.kind == TEXT
        self.setText("" if attribute.kind == SPAN else typed(value))
        self._turn()
        self.selectAll()
        self.show()
        self.setFocus()

    def value(self, attribute: Attribute, held: Value) -> Value:
        """Return the value that is typed: the one that was *held* if nothing changed; raises AnnotatorError for none."""
        return held if self.text() == typed(held) else value_of(attribute, self.text())

    def lay_over(self, room: QRect) -> None:
        """Lie over the *room* of a value, a little wider, so that the letters stay where they are."""
        self.setGeometry(room.adjusted(-MARGIN, 0, MARGIN, 0))

    def _turn(self) -> None:
        """Let text be read from its own side, all else from that of the interface."""
        self.unsetLayoutDirection()
        if self._is_text and self.text():
            is_rtl = direction.document_base(self.text()) == direction.RTL
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
