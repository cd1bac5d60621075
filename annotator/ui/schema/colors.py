"""The colour of a label: one of ten that stay apart also for the colour-blind, or any other."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QColorDialog, QGridLayout, QPushButton, QSizePolicy, QWidget

from annotator.ui.factories import set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.speaking import speak
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.translations import tr

SIDE, ROUND, IN_A_ROW = 30, 5, 5
# The four of conflict-ar.toml, then six that were searched for (tests/ui/schema/test_colors.py says how far apart they are).
PRESETS = {
    "#116BC8": "Blue",
    "#D45F06": "Orange",
    "#009E73": "Green",
    "#AE2A78": "Magenta",
    "#931A93": "Purple",
    "#4C2434": "Plum",
    "#9E7E4C": "Sand",
    "#8533FF": "Violet",
    "#700000": "Dark red",
    "#7584BD": "Pale blue",
}


class Swatch(QAbstractButton):
    """A colour as texts are marked with it: the tint under them with the bar below."""

    def __init__(self, color: str, parent: QWidget) -> None:
        """Show *color*, "#RRGGBB"."""
        super().__init__(parent)
        self.setObjectName(f"label_color_{color[1:].lower()}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.color, self.theme = color, LIGHT

    def sizeHint(self) -> QSize:
        """Return room for a patch."""
        return QSize(SIDE, SIDE)

    @guarded(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the patch; framed if it is the one chosen, or has the focus."""
        colors, palette, rect = self.theme.label_colors(self.color), self.palette(), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Text
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.color(role), 3) if self.isChecked() or self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colors.fill)
            painter.drawRoundedRect(rect, ROUND, ROUND)
            painter.fillRect(rect.adjusted(5, rect.height() / 2, -5, -5), colors.bar)


class Colors(QWidget):
    """The colours to choose from.

    Signals:
        kept(color): another one is to be kept, "#RRGGBB".
    """

    kept = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Show none chosen."""
        super().__init__(parent)
        self.setObjectName("label_colors")
        self._color, self._theme = "", LIGHT
        self.swatches = {color: Swatch(color, self) for color in PRESETS}
        self.other = QPushButton(self)
        self.other.setObjectName("label_color_other")
        self.other.setAutoDefault(False)
        self._group = QButtonGroup(self, exclusive=False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, swatch in enumerate(self.swatches.values()):
            self._group.addButton(swatch)
            grid.addWidget(swatch, *divmod(place, IN_A_ROW))
        grid.addWidget(self.other, 0, IN_A_ROW, 2, 1)
        grid.setColumnStretch(IN_A_ROW + 1, 1)
        self._group.buttonClicked.connect(self._choose)
        self.other.clicked.connect(self._ask)
        speak(self, self._retranslate)

    def show_color(self, color: str, theme: Theme) -> None:
        """Show which colour a label has, and all of them as they are in a *theme*."""
        self._color, self._theme = color.upper(), theme
        for known, swatch in self.swatches.items():
            swatch.theme = theme
            swatch.setChecked(known == self._color)
            swatch.update()

    def _choose(self, swatch: Swatch) -> None:
        self.show_color(self._color, self._theme)
        self.kept.emit(swatch.color)

    def _ask(self) -> None:
        """Ask for any colour, by Qt's own dialog: the system's are not all usable without a mouse."""
        options = QColorDialog.ColorDialogOption.DontUseNativeDialog
        color = QColorDialog.getColor(QColor(self._color), self, tr("Colour"), options)
        if color.isValid():
            self.kept.emit(color.name().upper())

    def _retranslate(self) -> None:
        self.other.setText(tr("Other…"))
        for color, name in PRESETS.items():
            self.swatches[color].setAccessibleName(tr(name))
            set_tooltip(self.swatches[color], tr(name))
