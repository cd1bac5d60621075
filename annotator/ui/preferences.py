"""The sheet of preferences: how texts are set and in which colours; what is chosen is seen at once."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.factories import dialog_buttons, heading, label
from annotator.ui.page.typography import LIMITS, USUAL, Typesetting
from annotator.ui.theme import THEMES, Theme
from annotator.ui.translations import tr

WIDTHS = {34: "Narrow", 46: "Middle", 62: "Wide", 200: "As wide as the window"}
COLORS = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
AWAY_FROM_CORNER = QPoint(24, 72)
LETTERS = 26


class Preferences(QDialog):
    """Chooses the font and measures of texts, and the theme.

    Signals:
        text_chosen(Typesetting): texts are to be set so.
        theme_chosen(Theme): window and page are to be dressed in it.
    """

    text_chosen = Signal(object)
    theme_chosen = Signal(object)

    def __init__(self, setting: Typesetting, look: Theme, parent: QWidget) -> None:
        """Begin with what is chosen now, beside the text that is read from the right."""
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Preferences"))
        self._setting = setting
        self.family = _choice("preferences_font", fonts.arabic(), tr("Font"), self)
        self.numbers = {
            "size_px": _number("size_px", tr("Size"), tr("{number} pixels"), 1, self),
            "line_height": _number("line_height", tr("Line height"), tr("{number} %"), 5, self),
            "tracks": _number("tracks", tr("Bars under a line"), tr("up to {number}"), 1, self),
        }
        self.column = _choice("preferences_column", [tr(text) for text in WIDTHS.values()], tr("Longest line"), self)
        self.colors = _choice("preferences_colors", [tr(text) for text in COLORS.values()], tr("Colours"), self)
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        self.usual = self.buttons.addButton(tr("Usual settings"), QDialogButtonBox.ButtonRole.ResetRole)
        self.usual.setObjectName("preferences_usual")
        self._lay_out()
        self._show(setting, look)
        self._connect()
        self.move(parent.mapToGlobal(AWAY_FROM_CORNER))

    def _connect(self) -> None:
        self.family.currentTextChanged.connect(lambda family: self._choose(family=family))
        self.column.currentIndexChanged.connect(lambda place: self._choose(column=[*WIDTHS][place]))
        for name, field in self.numbers.items():
            field.valueChanged.connect(lambda number, name=name: self._choose(**{name: number}))
        self.colors.currentIndexChanged.connect(lambda place: self.theme_chosen.emit(THEMES[place]))
        self.colors.currentIndexChanged.connect(self._offer_usual)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        self.buttons.rejected.connect(self.reject)
        self.usual.clicked.connect(lambda: self._show(USUAL, theme.LIGHT))

    def _lay_out(self) -> None:
        hint = label("preferences_hint", tr("The zoom (Ctrl and the wheel) comes on top of the size."), is_muted=True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(heading("preferences_text", tr("Text")))
        for widget in (self.family, self.numbers["size_px"], self.numbers["line_height"], self.column, self.numbers["tracks"]):
            _add(form, widget)
        form.addRow(hint)
        form.addRow(heading("preferences_window", tr("Window")))
        _add(form, self.colors)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self.buttons)
        for button in self.buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # Enter ends a number, it takes nothing back

    def _show(self, setting: Typesetting, look: Theme) -> None:
        """Show what is chosen; what differs from before is chosen by that."""
        self.family.setCurrentText(setting.family)
        self.column.setCurrentIndex(_nearest(setting.column))
        for name, field in self.numbers.items():
            field.setValue(getattr(setting, name))
        self.colors.setCurrentIndex(THEMES.index(look))
        self._offer_usual()

    def _choose(self, **changed: str | int) -> None:
        self._setting = self._setting._replace(**changed)  # type: ignore[arg-type]  # each is of the kind its field shows
        self.text_chosen.emit(self._setting)
        self._offer_usual()

    def _offer_usual(self) -> None:
        self.usual.setEnabled(self._setting != USUAL or self.colors.currentIndex() != THEMES.index(theme.LIGHT))


def _nearest(column: int) -> int:
    """Return the place of the width offered that is nearest to *column*."""
    offered = [*WIDTHS]
    return offered.index(min(offered, key=lambda width: abs(width - column)))


def _choice(name: str, texts: "list[str] | tuple[str, ...]", title: str, parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.addItems(list(texts))
    made.setMinimumWidth(QFontMetrics(made.font()).averageCharWidth() * LETTERS)
    return made


def _number(name: str, title: str, unit: str, step: int, parent: QWidget) -> QSpinBox:
    made = QSpinBox(parent)
    made.setObjectName(f"preferences_{name}")
    made.setAccessibleName(title)
    before, after = unit.split("{number}")
    made.setPrefix(before)
    made.setSuffix(after)
    made.setRange(*LIMITS[name])
    made.setSingleStep(step)
    # A number alone has no direction, and would stand at the far side of an Arabic field.
    side = Qt.AlignmentFlag.AlignRight if parent.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def _add(form: QFormLayout, field: QWidget) -> None:
    title = label(f"{field.objectName()}_label", field.accessibleName())
    title.setBuddy(field)
    form.addRow(title, field)
