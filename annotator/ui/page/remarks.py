"""What is noted on the spans of a page: a small dot at their chips, and the words for those who ask."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.model.notes import COMMENT, FLAG, QUESTION, Note
from annotator.text.shown import shown
from annotator.ui.factories import isolated
from annotator.ui.page.decoration import Decoration
from annotator.ui.translations import tr

TITLES = {COMMENT: "Note", QUESTION: "Question", FLAG: "Flag"}
URGENCY = (COMMENT, FLAG, QUESTION)
RADIUS, LONGEST = 3.5, 120
Notes = Mapping[bytes, Sequence[Note]]


class Canvased(Protocol):
    """What this needs of the page."""

    def viewport(self) -> QWidget:
        """Return what is painted on."""


class Remarks:
    """Knows the notes by the ids of spans; while there are none, that costs nothing."""

    def __init__(self, page: Canvased) -> None:
        """Show no notes on *page* yet."""
        self._page = page
        self._notes: Notes = MappingProxyType({})

    def show(self, notes: Notes) -> None:
        """Show these notes from now on."""
        if notes != self._notes:
            self._notes = notes
            self._page.viewport().update()

    def told(self, span: bytes) -> list[str]:
        """Return a line for each note on the span with this id."""
        return [told(note) for note in self._notes.get(span, ())]

    def draw(self, painter: QPainter, decoration: Decoration, lines: range) -> None:
        """Paint a dot at the chip of each span on *lines* that has notes: a full one where somebody waits for an answer."""
        if not self._notes:
            return
        theme, is_rtl = decoration.style.looks.theme, decoration.paragraph.is_rtl
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip in (chip for line in lines for chip in decoration.line(line).chips):
            notes = self._notes.get(chip.part.span.id, ())
            if notes and chip.part.number == 1:
                is_open = any(note.is_open for note in notes)
                painter.setPen(QPen(theme.page if is_open else theme.text, 1))
                painter.setBrush(theme.text if is_open else theme.page)
                corner = chip.rect.topLeft() if is_rtl else chip.rect.topRight()
                painter.drawEllipse(corner + QPointF(0, 1), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def told(note: Note) -> str:
    """Return what *note* says, in a line, after what it is."""
    text = isolated(shown(" ".join(note.text.split()), LONGEST)) if note.text else ""
    told = tr("{kind}: {text}", kind=tr(TITLES[note.kind]), text=text) if text else tr(TITLES[note.kind])
    return tr("{note} (resolved)", note=told) if note.is_resolved else told


def sign_of(notes: Sequence[Note]) -> str:
    """Return the kind of the most urgent of *notes*: an open question, then an open flag, else what is only to be read."""
    return max((note.kind if note.is_open else COMMENT for note in notes), key=URGENCY.index)
