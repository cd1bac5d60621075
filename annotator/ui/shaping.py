"""The span in focus, or the selection, in another shape: clitics, quotes and parts in or out. Offsets are code points."""

from PySide6.QtCore import QObject, Signal

from annotator.model import parts
from annotator.model.parts import Parts, Range
from annotator.model.spans import Span
from annotator.text import clitics, pairs
from annotator.ui.chords import Chords
from annotator.ui.commands import Run
from annotator.ui.factories import isolated
from annotator.ui.marking import Marking
from annotator.ui.page import units
from annotator.ui.page.page import Page
from annotator.ui.translations import tr

TATWEEL = "\u0640"


class Shaping(QObject):
    """Changes what a span covers.

    Signals:
        told(text): what was done, or why nothing was, in words.
    """

    told = Signal(str)

    def __init__(self, page: Page, marking: Marking, chords: Chords, parent: QObject | None = None) -> None:
        """Change what *page* shows, as *marking* writes it; *chords* are the keys of commands."""
        super().__init__(parent)
        self._page, self._marking, self._chords = page, marking, chords
        page.part_selected.connect(self.add)

    def runs(self) -> dict[str, Run]:
        """Return what the commands that change a shape do."""
        return {
            "part": self.turn_part,
            "trim_front": self.trim_front,
            "trim_tail": self.trim_tail,
            "quotes": self.turn_quotes,
        }

    def trim_front(self) -> None:
        """Begin the selection, or the span in focus, after one more of the proclitics offered; in the end with all of them."""
        if stretch := self._stretch():
            (start, end), text = stretch[0], self._page.text
            offers = clitics.starts(text, start, end)
            if len(offers) == 1:
                self.told.emit(tr("Nothing to leave out in front of this word"))
                return
            begin = clitics.following(offers, start)
            if self._put(begin, stretch[-1][1]):
                self._tell_cut(text[offers[0] : begin], text[offers[0] : clitics.following(offers, begin)], "trim_front")

    def trim_tail(self) -> None:
        """End the selection, or the span in focus, before the pronoun written onto its last word; next with the whole word."""
        if stretch := self._stretch():
            (start, end), text = stretch[-1], self._page.text
            offers = clitics.ends(text, start, end)
            if len(offers) == 1:
                self.told.emit(tr("No pronoun to leave out at the end of this word"))
                return
            finish = clitics.following(offers, end)
            if self._put(stretch[0][0], finish):
                self._tell_cut(text[finish : offers[0]], text[clitics.following(offers, finish) : offers[0]], "trim_tail")

    def turn_quotes(self) -> None:
        """Take the next quotes or brackets around the selection, or the span in focus, in; after the last leave all out."""
        if stretch := self._stretch():
            flow, hull = self._page.flow, (stretch[0][0], stretch[-1][1])
            first = flow.stretches[flow.paragraph_at(hull[0])].start
            last = flow.stretches[flow.paragraph_at(hull[1] - 1)].end
            start, end = pairs.wider(flow.text[first:last], hull[0] - first, hull[1] - first)
            if (first + start, first + end) == hull:
                self.told.emit(tr("No quotes or brackets stand around this"))
            else:
                self._put(first + start, first + end)

    def turn_part(self) -> None:
        """Add the selection to the span in focus; what lies within a part is taken out, without a selection the whole part."""
        page = self._page
        span, selection = page.focused_span, page.selection
        if span is None or page.edges.is_on:
            page.edges.keep()
        elif selection and not parts.holds(span.parts, *selection):
            self.add(*selection)
        elif chosen := selection or self._part_here(span):
            self._reshape(span, self._left_of(span, *chosen), chosen[1])
        else:
            self.told.emit(tr("Select what to add to the span, or what to take out of it"))

    def add(self, start: int, end: int) -> None:
        """Add ``text[start:end]`` to the span in focus."""
        span, marking = self._page.focused_span, self._marking
        if span is None:
            self.told.emit(tr("No span is in focus: click the one that gets another part"))
        elif marking.is_writable:
            added = (start, end) if marking.by_character else units.trimmed(self._page.text, start, end)
            self._reshape(span, (*span.parts, added), end)

    def _stretch(self) -> Parts:
        """Return what a key changes: the selection, else the parts of the span in focus; nothing where there is neither."""
        page = self._page
        if page.selection:
            return (page.selection,)
        return page.focused_span.parts if page.focused_span else ()

    def _put(self, start: int, end: int) -> bool:
        """Let the selection, or else the span in focus, go from *start* to *end*; return whether it does."""
        page = self._page
        if page.selection:
            is_backwards = page.caret.offset < page.caret.anchor
            page.caret.select(*((end, start) if is_backwards else (start, end)))
        elif page.focused_span:
            self._marking.move(page.focused_span, start, end)
        stretch = self._stretch()
        return bool(stretch) and (stretch[0][0], stretch[-1][1]) == (start, end)

    def _tell_cut(self, cut: str, further: str, command: str) -> None:
        """Say what is left out of a word, and what the key of the *command* leaves out next."""
        key, left_out, following = self._chords.named(command), isolated(cut.strip(TATWEEL)), isolated(further.strip(TATWEEL))
        if not cut:
            self.told.emit(tr("The whole word · {key} again leaves out {cut}", key=key, cut=following))
        elif not further:
            self.told.emit(tr("Left out: {cut} · {key} again takes the whole word", key=key, cut=left_out))
        else:
            self.told.emit(tr("Left out: {cut} · {key} again leaves out {further}", key=key, cut=left_out, further=following))

    def _reshape(self, span: Span, chosen: Parts, offset: int) -> None:
        self._page.caret.go_to(offset, hugs_before=True)
        self._marking.reshape(span, chosen)
        now = self._page.focused_span
        if now and now != span:
            self.told.emit(tr("Parts of the span: {count}", count=len(now.parts)))

    def _part_here(self, span: Span) -> Range | None:
        """Return the part of a discontinuous *span* that the caret is in."""
        offset = self._page.caret.offset
        return next((part for part in span.segments if part[0] <= offset <= part[1]), None)

    def _left_of(self, span: Span, start: int, end: int) -> Parts:
        """Return what is left of *span* without ``text[start:end]``, and without spaces at the ends made so."""
        text, left = self._page.text, parts.without(span.parts, start, end)
        if self._marking.by_character:
            return left
        return tuple(part if part in span.parts else units.trimmed(text, *part) for part in left if text[slice(*part)].strip())
