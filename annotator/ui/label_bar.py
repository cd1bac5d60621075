"""The labels, each with its key printed on it, and the one used last: a click does what the key does."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from annotator.model.schemas import Label, Schema
from annotator.ui.actions import by_id
from annotator.ui.factories import set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.page.looks import LabelLook, Looks
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

HEIGHT, KEY_WIDTH, ROOM, ROUND = 28, 20, 10, 5
REPEAT = "repeat"


class LabelButton(QAbstractButton):
    """One label: its key on its colour, then its name; framed strongly while armed."""

    def __init__(self, name: str, look: LabelLook, parent: QWidget | None = None) -> None:
        """Show a label called *name* that looks so."""
        super().__init__(parent)
        self.setObjectName(f"label_{name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self.setText(look.title)
        self.setAccessibleName(look.title)

    def sizeHint(self) -> QSize:
        """Return room for key and name."""
        return QSize(KEY_WIDTH + 3 * ROOM + self.fontMetrics().horizontalAdvance(self._look.title), HEIGHT)

    def nextCheckState(self) -> None:
        """Stay as it is: whether the label is armed is decided elsewhere."""

    @guarded(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key and name, from the reading side."""
        colors, palette, rect = self._look.colors, self.palette(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_strong = self.isChecked() or self.hasFocus()
            edge = colors.bar if is_strong or self.underMouse() else palette.color(QPalette.ColorRole.Mid)
            painter.setPen(QPen(edge, 2 if is_strong else 1))
            painter.setBrush(colors.fill if self.isChecked() or self.isDown() else palette.color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(rect, ROUND, ROUND)
            self._paint_texts(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = QRectF(self.width() - KEY_WIDTH - 4 if is_rtl else 4, 4, KEY_WIDTH, self.height() - 8)
        name = QRectF(0 if is_rtl else KEY_WIDTH + 4, 0, self.width() - KEY_WIDTH - 4, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colors.chip)
        painter.drawRoundedRect(key, ROUND - 2, ROUND - 2)
        painter.setPen(self._look.colors.chip_text)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._look.key)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self._look.title)


class LabelBar(QWidget):
    """The labels of the schema.

    Signals:
        chosen(Label): a label was clicked.
        repeat_wanted: the label used last was clicked at the end of the bar.
    """

    chosen = Signal(object)
    repeat_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no labels."""
        super().__init__(parent)
        self.setObjectName("labels")
        self._buttons: dict[bytes, LabelButton] = {}
        self._repeat: LabelButton | None = None
        self._last: bytes | None = None
        self._looks = Looks(LIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 6, 10, 6)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        speak(self, self._explain)

    def show_labels(self, schema: Schema | None, looks: Looks) -> None:
        """Show the labels that can be given."""
        self._looks = looks
        for button in self._buttons.values():
            self._drop(button)
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
        """Show at the end of the bar which label was used last, with the key that marks with it again; None: not yet."""
        self._last = label
        if self._repeat:
            self._drop(self._repeat)
            self._repeat = None
        if label in self._buttons:
            look = self._looks.of(label)
            again = look._replace(title=tr("Again: {label}", label=look.title), key=by_id(REPEAT).chord)
            self._repeat = LabelButton(REPEAT, again, self)
            self._repeat.setCheckable(False)
            self._repeat.clicked.connect(self.repeat_wanted)
            self._row.addWidget(self._repeat)
            self._explain()

    def set_writable(self, *, is_writable: bool) -> None:
        """Offer the labels, or show that nothing can be marked."""
        self.setEnabled(is_writable)

    def _explain(self) -> None:
        for button in self._buttons.values():
            _explain(button)
        if self._repeat:
            set_tooltip(self._repeat, tr(by_id(REPEAT).text))

    def _drop(self, button: LabelButton) -> None:
        self._row.removeWidget(button)
        button.setParent(None)
        button.deleteLater()

    def _add(self, label: Label, look: LabelLook) -> None:
        button = LabelButton(label.name, look, self)
        _explain(button)
        button.clicked.connect(lambda: self.chosen.emit(label))
        self._row.insertWidget(len(self._buttons), button)
        self._buttons[label.id] = button


def _explain(button: LabelButton) -> None:
    set_tooltip(button, tr("Marks the selection, relabels the span in focus, or waits for what is selected next"))
