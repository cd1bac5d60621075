"""The labels, each with its key printed on it, the one used last with one key more: a click does what its own key does."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.model.schemas import Label, Schema
from annotator.ui.actions import by_id
from annotator.ui.factories import key_text, set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.page.looks import LabelLook, Looks
from annotator.ui.speaking import speak
from annotator.ui.translations import tr
from annotator.ui.wrapping import Wrapping

HEIGHT, KEY_WIDTH, ROOM, ROUND = 28, 20, 10, 5
AGAIN_WIDTH, AGAIN_HEIGHT = 12, 16
REPEAT = by_id("repeat")


class LabelButton(QAbstractButton):
    """One label: its key on its colour, then its name; framed strongly while armed.

    ``is_last`` if it was used last: the key that marks with it again stands behind its name.
    """

    def __init__(self, name: str, look: LabelLook, parent: QWidget | None = None) -> None:
        """Show a label called *name* that looks so."""
        super().__init__(parent)
        self.setObjectName(f"label_{name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self.is_last = False
        self.setText(look.title)
        self.setAccessibleName(look.title)

    def sizeHint(self) -> QSize:
        """Return room for key and name."""
        return QSize(KEY_WIDTH + AGAIN_WIDTH + 3 * ROOM + self.fontMetrics().horizontalAdvance(self._look.title), HEIGHT)

    def show_last(self, *, is_last: bool) -> None:
        """Show whether it was used last."""
        self.is_last = is_last
        _explain(self)
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: whether the label is armed is decided elsewhere."""

    @guarded(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key and name, from the reading side."""
        colors, palette, rect = self._look.colors, self.palette(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_strong = self.isChecked() or self.hasFocus()
            painter.setPen(QPen(self._edge(), 2 if is_strong else 1))
            painter.setBrush(colors.fill if self.isChecked() or self.isDown() else palette.color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(rect, ROUND, ROUND)
            self._paint_texts(painter)

    def _edge(self) -> QColor:
        """Return the colour of the frame: of the focus, else of the label where it is armed or pointed at."""
        if self.hasFocus():
            return self.palette().color(QPalette.ColorRole.Highlight)
        is_named = self.isChecked() or self.underMouse()
        return self._look.colors.bar if is_named else self.palette().color(QPalette.ColorRole.Mid)

    def _paint_texts(self, painter: QPainter) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = QRectF(self.width() - KEY_WIDTH - 4 if is_rtl else 4, 4, KEY_WIDTH, self.height() - 8)
        name = QRectF(AGAIN_WIDTH if is_rtl else KEY_WIDTH + 4, 0, self.width() - KEY_WIDTH - AGAIN_WIDTH - 4, self.height())
        self._paint_key(painter, key, self._look.key)
        if self.is_last:
            left = 5 if is_rtl else self.width() - AGAIN_WIDTH - 5
            again = QRectF(left, (self.height() - AGAIN_HEIGHT) / 2, AGAIN_WIDTH, AGAIN_HEIGHT)
            self._paint_key(painter, again, REPEAT.chord)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self._look.title)

    def _paint_key(self, painter: QPainter, rect: QRectF, key: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colors.chip)
        painter.drawRoundedRect(rect, ROUND - 2, ROUND - 2)
        painter.setPen(self._look.colors.chip_text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class LabelBar(QWidget):
    """The labels of the schema.

    Signals:
        chosen(Label): a label was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no labels."""
        super().__init__(parent)
        self.setObjectName("labels")
        self._buttons: dict[bytes, LabelButton] = {}
        self._last: bytes | None = None
        self._row = Wrapping(self)
        self._row.setContentsMargins(10, 6, 10, 6)
        self._row.setSpacing(8)
        speak(self, self._explain)

    def show_labels(self, schema: Schema | None, looks: Looks) -> None:
        """Show the labels that can be given."""
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()  # or the layout, which has it shown later, would make it a window of its own
            button.setParent(None)
            button.deleteLater()
        self._buttons.clear()
        for label in schema.labels if schema else ():
            if not label.gone:
                self._add(label, looks.of(label.id))
        self.show_last(self._last)

    def show_armed(self, label: bytes | None) -> None:
        """Show which label marks what is selected next."""
        for identifier, button in self._buttons.items():
            button.setChecked(identifier == label)

    def show_last(self, label: bytes | None) -> None:
        """Show which label was used last and is given again by a key of its own; None: not one yet."""
        self._last = label
        for identifier, button in self._buttons.items():
            button.show_last(is_last=identifier == label)

    def set_writable(self, *, is_writable: bool) -> None:
        """Offer the labels, or show that nothing can be marked."""
        self.setEnabled(is_writable)

    def _explain(self) -> None:
        for button in self._buttons.values():
            _explain(button)

    def _add(self, label: Label, look: LabelLook) -> None:
        button = LabelButton(label.name, look, self)
        _explain(button)
        button.clicked.connect(lambda: self.chosen.emit(label))
        self._row.addWidget(button)
        self._buttons[label.id] = button


def _explain(button: LabelButton) -> None:
    means = tr("Marks the selection, relabels the span in focus, or waits for what is selected next")
    again = f"{tr(REPEAT.text)}: {key_text(REPEAT.chord)}" if button.is_last else ""
    button.setAccessibleDescription(again)
    set_tooltip(button, f"{means}\n{again}" if again else means)
