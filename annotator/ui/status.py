"""The status line, and the notice that stays until it is dealt with."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStatusBar, QWidget

from annotator.ui.factories import isolated, label
from annotator.ui.guard import guarded
from annotator.ui.translations import tr

LONGEST, HALF = 60, 26
UNSEEN = {"Cf", "Cc", "Zl", "Zp", "Zs"}


class Status(QStatusBar):
    """Whether all is saved, what is selected, where the caret is, how selecting snaps, how large the text is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent, sizeGripEnabled=False)
        self.setObjectName("status")
        self.readout = label("status_readout")
        self.saved = label("status_saved")
        self.offset = label("status_offset", is_muted=True)
        self.snap = label("status_snap", is_muted=True)
        self.zoom = label("status_zoom", is_muted=True)
        self.addWidget(self.readout, 1)
        self.readout.setContentsMargins(8, 0, 8, 0)
        for widget in (self.offset, self.snap, self.zoom, self.saved):
            widget.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(widget)
        self._say: dict[object, Callable[[], str]] = {}

    def say(self, where: object, text: Callable[[], str]) -> None:
        """Show in the label *where* what *text* gives, now and again in another language."""
        self._say[where] = text
        self._fill()

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        for widget in (self.readout, self.saved, self.offset, self.snap, self.zoom):
            if widget in self._say:
                widget.setText(self._say[widget]())


class Notice(QFrame):
    """What was refused and what to do about it; it stays until it is tried again or closed.

    Signals:
        closed: it was dealt with.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().ToolTipBase)
        self._retry: Callable[[], object] | None = None
        self.text = label("notice_text", wraps=True)
        self.retry = QPushButton(self)
        self.retry.setObjectName("notice_retry")
        self.close_button = QPushButton(self)
        self.close_button.setObjectName("notice_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.retry)
        row.addWidget(self.close_button)
        self.retry.clicked.connect(self._try_again)
        self.close_button.clicked.connect(self._close)
        self._retranslate()
        self.hide()

    def tell(self, text: str, retry: Callable[[], object] | None = None) -> None:
        """Show *text*, with a button for *retry* if there is one; nothing less urgent takes the place of that."""
        if self.isVisible() and self._retry and not retry:
            text = f"{self.text.text()}\n{text}"
            retry = self._retry
        self._retry = retry
        self.text.setText(text)
        self.retry.setVisible(retry is not None)
        self.show()

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Notice"))
        self.retry.setText(tr("Try again"))
        self.close_button.setText(tr("Close"))

    def _try_again(self) -> None:
        retry, self._retry = self._retry, None
        self._close()
        if retry:
            retry()

    def _close(self) -> None:
        self._retry = None
        self.hide()
        self.closed.emit()


def readout(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` (code points) between brackets, a character of context on each side, unseen ones by name."""
    inner = text[start:end]
    if len(inner) > LONGEST:
        inner = f"{inner[:HALF]} … {inner[-HALF:]}"
    before, after = (_seen(text[max(start - 1, 0) : start]), _seen(text[end : end + 1]))
    edges = inner[:1], inner[1:-1], inner[-1:] if len(inner) > 1 else ""
    shown = _seen(edges[0]) + " ".join(edges[1].split("\n")) + _seen(edges[2])
    length = tr("code points: {count}", count=end - start)
    return f"{isolated(f'{before}⟦{shown}⟧{after}')} · {length}"


def _seen(character: str) -> str:
    """Return a character at an edge, by name if it cannot be seen."""
    if not character or unicodedata.category(character) not in UNSEEN:
        return character
    names = {" ": "␣", "\n": "¶"}
    return names.get(character) or f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]"
