"""The status line: which label is armed, what is selected and where, how selecting snaps, the zoom, whether all is saved."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStatusBar, QWidget

from annotator.model.parts import Parts
from annotator.ui.factories import isolated, label
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

LONGEST, HALF = 52, 22
UNSEEN = {"Cf", "Cc", "Zl", "Zp", "Zs"}


class Status(QStatusBar):
    """Whether all is saved, what is selected, where the caret is, how selecting snaps, how large the text is.

    Signals:
        told(text): a message is shown, or none any more.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent, sizeGripEnabled=False)
        self.setObjectName("status")
        self.readout = label("status_readout")
        self.message = label("status_message")
        self.armed = label("status_armed")
        self.saved = label("status_saved")
        self.offset = label("status_offset", is_muted=True)
        self.snap = label("status_snap", is_muted=True)
        self.zoom = label("status_zoom", is_muted=True)
        for widget, stretch in ((self.armed, 0), (self.message, 0), (self.readout, 1)):
            self.addWidget(widget, stretch)
            widget.setContentsMargins(8, 0, 8, 0)
            widget.setMinimumWidth(1)  # in a narrow window they give way, and whether all is saved stays
        self._until = QTimer(self, singleShot=True)
        self._until.timeout.connect(self.message.clear)
        for widget in (self.offset, self.snap, self.zoom, self.saved):
            widget.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(widget)
        self._say: dict[object, Callable[[], str]] = {}
        speak(self, self._fill)

    def tell(self, text: str, for_ms: int = 0) -> None:
        """Show a message beside what is selected, for a while or until there is another; "" takes it away."""
        self.message.setText(text)
        self.told.emit(text)
        if for_ms:
            self._until.start(for_ms)
        else:
            self._until.stop()

    def make_room(self, *, is_wanted: bool) -> None:
        """Show nothing beside what is said of saving, where that is long; or all again."""
        for widget in (self.armed, self.readout, self.offset, self.snap, self.zoom):
            widget.setHidden(is_wanted)

    def say(self, where: object, text: Callable[[], str]) -> None:
        """Show in the label *where* what *text* gives, now and again in another language."""
        self._say[where] = text
        self._fill()

    def _fill(self) -> None:
        for widget in (self.armed, self.readout, self.saved, self.offset, self.snap, self.zoom):
            if widget in self._say:
                widget.setText(self._say[widget]())


def readout(text: str, parts: Parts) -> str:
    """Return *parts* of *text* (code points) between brackets, a character of context at both ends, unseen ones by name."""
    start, end = parts[0][0], parts[-1][1]
    shown = " … ".join(f"⟦{_shortened(text[slice(*part)], len(parts))}⟧" for part in parts)
    before, after = (_seen(text[max(start - 1, 0) : start]), _seen(text[end : end + 1]))
    length = tr("code points: {count}", count=sum(high - low for low, high in parts))
    return f"{isolated(f'{before}{shown}{after}')} · {length}"


def _shortened(inner: str, count: int) -> str:
    """Return one of so many stretches that share the line, cut in its middle, characters at its edges by name if unseen."""
    if len(inner) > LONGEST // count:
        half = max(HALF // count, 1)
        inner = f"{inner[:half]} … {inner[-half:]}"
    edges = inner[:1], inner[1:-1], inner[-1:] if len(inner) > 1 else ""
    return _seen(edges[0]) + " ".join(edges[1].split("\n")) + _seen(edges[2])


def _seen(character: str) -> str:
    """Return a character at an edge, by name if it cannot be seen."""
    if not character or unicodedata.category(character) not in UNSEEN:
        return character
    names = {" ": "␣", "\n": "¶"}
    return names.get(character) or f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]"
