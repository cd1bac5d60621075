"""The only place that makes labels, message boxes and tooltips: always plain text, since Qt opens files named in rich text."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from annotator.text import direction
from annotator.ui.guard import guarded
from annotator.ui.translations import tr

FRAME = 2
LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP = "\u2066", "\u2067", "\u2068", "\u2069"


def isolated(text: str) -> str:
    """Return *text* between isolates, for display in a line of another direction."""
    return f"{FIRST_STRONG}{text}{POP}"


def arrowed(head: str, tail: str, *, is_symmetric: bool = False) -> str:
    """Return two texts with an arrow between them, in the order of the interface, in whatever they are written."""
    told = tr("{head} ↔ {tail}", head=head, tail=tail) if is_symmetric else tr("{head} → {tail}", head=head, tail=tail)
    is_rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"{RIGHT_TO_LEFT if is_rtl else LEFT_TO_RIGHT}{told}{POP}"


def key_text(chord: str) -> str:
    """Return a *chord* like "Shift+[" as it is written in every language: in a line from the right its bracket would turn."""
    return f"{LEFT_TO_RIGHT}{chord}{POP}" if chord else ""


def rich(text: str) -> str:
    """Return rich text that shows *text* as it stands, for places of Qt that guess what they are given."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""


def label(name: str, text: str = "", *, wraps: bool = False, is_muted: bool = False) -> QLabel:
    """Return a label called *name* that shows *text* as it stands."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setText(text)
    made.setWordWrap(wraps)
    if wraps:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if is_muted:
        made.setForegroundRole(made.palette().ColorRole.PlaceholderText)
    return made


def heading(name: str, text: str = "") -> QLabel:
    """Return the title of a panel."""
    made = label(name, text)
    font = QFont(made.font())
    font.setWeight(QFont.Weight.DemiBold)
    made.setFont(font)
    return made


def show_text(field: QPlainTextEdit, text: str, shown: str = "") -> None:
    """Show *text* in *field* as it stands, each paragraph in its own order, from the side the whole is read from.

    Or show in its place *shown*, which has no order of its own.
    """
    read_from(field, is_rtl=direction.document_base(text) == direction.RTL, is_isolated=bool(shown))
    field.setPlainText(shown or text)


def read_from(field: QPlainTextEdit, *, is_rtl: bool, is_isolated: bool = False) -> None:
    """Lay the text of *field* out from the side it is read from, each paragraph in its own order unless *is_isolated*."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    one = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(one if is_isolated else Qt.LayoutDirection.LayoutDirectionAuto)
    field.document().setDefaultTextOption(option)


def dialog_buttons(dialog: QDialog, *kinds: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return a row of buttons for *dialog*, without pictures."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - seldom asked for: the window is there sooner

    box = QDialogButtonBox(dialog)
    box.setObjectName(f"{dialog.objectName()}_buttons")
    for kind in kinds:
        button = box.addButton(kind)
        button.setIcon(QIcon())
        button.setObjectName(f"{dialog.objectName()}_{str(kind.name).lower()}")
    return box


def set_tooltip(widget: QWidget, text: str) -> None:
    """Show *text* as it stands beside the pointer over *widget*."""
    widget.setToolTip(rich(text))


class FlatButton(QToolButton):
    """A button without an edge, framed while it has the focus: the style's own shade of focus is hardly seen."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the frame over it."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), FRAME))
                painter.drawRect(self.rect().adjusted(FRAME // 2, FRAME // 2, -FRAME // 2, -FRAME // 2))


def tool_button(name: str, parent: QWidget | None = None) -> QToolButton:
    """Return a flat button called *name*."""
    made = FlatButton(parent)
    made.setObjectName(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def name_field(field: QLineEdit, text: str) -> None:
    """Tell whoever reads the screen aloud what *field* holds, and what the button in it does, which Qt makes without a name."""
    field.setAccessibleName(text)
    for button in field.findChildren(QToolButton):
        button.setObjectName(f"{field.objectName()}_clear")
        button.setAccessibleName(tr("Clear the field"))


def is_agreed(window: QWidget, text: str, detail: str, name: str, yes: str) -> bool:
    """Ask whether to do what *text* says, and wait; the button *name* that does it says *yes*, Cancel is offered first."""
    box = message_box(window, text, icon=QMessageBox.Icon.Question, detail=detail)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    agree.setObjectName(name)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    cancel.setObjectName("message_cancel")
    box.setDefaultButton(cancel)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is agree


def message_box(
    parent: QWidget | None, text: str, *, icon: QMessageBox.Icon = QMessageBox.Icon.Warning, detail: str = ""
) -> QMessageBox:
    """Return a message box that shows *text*, and *detail* below it, as they stand, not open yet."""
    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(f"{text}\n\n{detail}" if detail else text)  # whether the informative text is rich differs between releases
    return box
