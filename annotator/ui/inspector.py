"""The span in focus, or the selection: its exact text, where it is, and what in it cannot be seen."""

import unicodedata

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.parts import Parts
from annotator.ui.attributes import AttributeForm
from annotator.ui.factories import heading, isolated, label, set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.page.looks import LabelLook
from annotator.ui.quote import MOST_LINES, Quote
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

INVISIBLE = {"Cf", "Cc", "Zl", "Zp"}
NAMES = {"\n": "LINE FEED", "\t": "TAB", "\u00a0": "NO-BREAK SPACE"}
MOST_NAMES, OVER_FORM = 6, 4


class Inspector(QWidget):
    """What is known about the span in focus.

    Signals:
        erase_wanted: the span is to be erased.
        edges_wanted: its edges are to be moved.
    """

    erase_wanted = Signal()
    edges_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self.setObjectName("inspector")
        self._shown: tuple[str, Parts, LabelLook | None] | None = None
        self._is_writable = False
        self._title = heading("inspector_title")
        self._place = label("inspector_place", wraps=True, is_muted=True)
        self._invisible = label("inspector_invisible", wraps=True)
        self.quote = Quote("inspector_quote", self)
        self.edges = QPushButton(self)
        self.edges.setObjectName("inspector_edges")
        self.erase = QPushButton(self)
        self.erase.setObjectName("inspector_erase")
        self.form = AttributeForm(self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.edges.clicked.connect(self.edges_wanted)
        self.erase.clicked.connect(self.erase_wanted)
        speak(self, self._retranslate)

    def show_stretch(self, text: str, parts: Parts, look: LabelLook | None) -> None:
        """Show *parts* of *text* (code points), a span that looks so, or with no look the selection."""
        self._shown = " … ".join(text[start:end] for start, end in parts), parts, look
        self._fill()

    def show_nothing(self) -> None:
        """Say what would be shown here."""
        self._shown = None
        self._fill()

    def set_writable(self, *, is_writable: bool) -> None:
        """Offer to change the span, or not."""
        self._is_writable = is_writable
        self._fill()

    def minimumSizeHint(self) -> QSize:
        """Return room for all lines of the texts at the present width, which a splitter does not ask for."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._column.minimumHeightForWidth(self.width())))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.edges)
        buttons.addWidget(self.erase)
        buttons.addStretch(1)
        column = self._column
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        for widget in (self._title, self.quote, self._place, self._invisible):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.form, 1)
        column.addStretch(0)

    def _retranslate(self) -> None:
        self.edges.setText(tr("Move edges"))
        set_tooltip(self.edges, tr("Move the edges of the span"))
        self.erase.setText(tr("Erase"))
        set_tooltip(self.erase, tr("Erase the span"))
        self.quote.setAccessibleName(tr("Exact text"))
        self._fill()

    def _fill(self) -> None:
        look = self._shown[2] if self._shown else None
        for button in (self.edges, self.erase):
            button.setVisible(look is not None)
            button.setEnabled(self._is_writable)
        self.quote.setVisible(self._shown is not None)
        if self._shown is None:
            self._title.setText(tr("Nothing in focus"))
            self._place.setText(tr("Click a span, or select text and press the key of a label."))
            self._invisible.hide()
            return
        quote, parts, _ = self._shown
        places = " + ".join(f"{start}–{end}" for start, end in parts)
        length = sum(end - start for start, end in parts)
        self._title.setText(look.title if look else tr("Selection"))
        self.quote.show_quote(quote, OVER_FORM if look else MOST_LINES)
        self._place.setText(tr("{places} · code points: {length}", places=places, length=length))
        found = invisible(quote)
        self._invisible.setText(tr("Cannot be seen: {names}", names=", ".join(map(isolated, found))))
        self._invisible.setVisible(bool(found))


def invisible(text: str) -> list[str]:
    """Return the names of the characters of *text* that cannot be seen, each once, in order; "…" for those beyond a few."""
    seen = dict.fromkeys(c for c in text if unicodedata.category(c) in INVISIBLE or c == "\u00a0")
    names = [NAMES.get(c) or str(unicodedata.name(c, f"U+{ord(c):04X}")) for c in seen]
    return [*names[:MOST_NAMES], "…"] if len(names) > MOST_NAMES else names
