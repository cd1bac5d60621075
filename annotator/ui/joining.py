"""Choosing what a span is related to: by key, span after span that is legal, or by a drop of its chip."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from annotator.model.spans import Span
from annotator.text.shown import shown
from annotator.ui.commands import Run
from annotator.ui.factories import arrowed, isolated, key_text
from annotator.ui.keys import Command, KeyFilter
from annotator.ui.kind_list import KindList
from annotator.ui.page.page import Page
from annotator.ui.page.related import Option
from annotator.ui.relating import Relating
from annotator.ui.rows import Row
from annotator.ui.translations import tr

LONGEST = 18


class Joining(QObject):
    """A mode of the page: the span in focus looks for the other end of a relation.

    Signals:
        told(text): what keys do now, or why nothing is done, in words; "" once there is nothing to do any more.
    """

    told = Signal(str)

    def __init__(self, page: Page, relating: Relating, keys: KeyFilter, parent: QObject) -> None:
        """Choose among the spans of *page*, with *keys* that are borrowed meanwhile; *relating* does the rest."""
        super().__init__(parent)
        self._page, self._relating, self._keys = page, relating, keys
        self.kinds = KindList(page)
        self._begun: bytes | None = None
        self._partners: list[bytes] = []
        self._chosen: bytes | None = None
        self.kinds.closed.connect(self._lend)
        page.relation_wanted.connect(self._dropped)
        page.span_focused.connect(self._focused)
        page.document_left.connect(self._end)
        relating.changed.connect(self._end)

    def runs(self) -> dict[str, Run]:
        """Return what the command does."""
        return {"relate": self.begin}

    @property
    def is_on(self) -> bool:
        """Whether a span looks for its other end."""
        return self._begun is not None

    def begin(self) -> None:
        """Look for what the span in focus may be related to, beginning with the nearest; go on if that is being done."""
        page = self._page
        if self.is_on:
            self._step(1)
            return
        page.edges.keep()
        span = page.focused_span
        partners = page.links.related.partners(span, page.spans.in_order()) if span else []
        if span is None or not partners:
            self.told.emit(tr("Nothing here can be related to this span"))
            return
        self._begun, self._partners = span.id, [partner.id for partner in partners]
        self._choose(min(partners, key=partial(_distance, span)).id)
        self._lend()

    def leave(self) -> bool:
        """Close the list of kinds, else relate nothing; return whether either was being done."""
        if self.kinds.leave():
            if self._chosen:
                self._choose(self._chosen)
            else:
                self.told.emit("")
            return True
        was_on = self.is_on
        self._end()
        return was_on

    def _end(self) -> None:
        """Offer nothing any more."""
        self.kinds.leave()
        if self.is_on:
            self._begun = self._chosen = None
            self._page.links.offer()
            self._lend()
            self.told.emit("")

    def _step(self, step: int) -> None:
        place = self._partners.index(self._chosen) if self._chosen in self._partners else 0
        self._choose(self._partners[(place + step) % len(self._partners)])

    def _choose(self, other: bytes) -> None:
        """Propose the span with the id *other*, and say what keys do."""
        page, self._chosen = self._page, other
        begun, found = self._span(self._begun), self._span(other)
        if begun and found:
            page.links.offer(frozenset(self._partners), page.links.related.proposed(begun, found))
            page.reveal(found.start)
            told = tr("To {label} {text} · {keys}", label=self._label(found), text=self._words(found), keys=_keys())
            self.told.emit(told)

    def _take(self) -> None:
        begun, other = self._span(self._begun), self._span(self._chosen)
        if begun and other:
            place = self._page.line_rect(self._page.flow.place_of(other.start))
            point = QPoint(round(place.center().x()), round(place.bottom())) if place else QPoint()
            self._join(begun, other, self._page.viewport().mapToGlobal(point))

    def _join(self, begun: Span, other: Span, point: QPoint) -> None:
        """Relate two spans; ask beside *point* how, if that is not the only way."""
        options = self._page.links.related.options(begun, other)
        if len(options) == 1:
            self._relate(begun, other, options[0])
        elif not options:
            self.told.emit(tr("Nothing joins these two: they are related so already, or have other labels now"))
        else:
            kinds = [
                (
                    self._row(option, begun, other, place),
                    option.kind.name[:1].upper(),
                    partial(self._relate, begun, other, option),
                )
                for place, option in enumerate(options, 1)
            ]
            self.kinds.show_kinds(kinds, point)
            self._lend()
            named = (f"{place} {self._named(option)}" for place, option in enumerate(options, 1))
            self.told.emit(tr("Which relation? {kinds}", kinds=" · ".join(map(isolated, named))))

    def _relate(self, begun: Span, other: Span, option: Option) -> None:
        self._end()
        self._relating.relate(begun, other, option)

    def _dropped(self, begun: bytes, other: bytes, point: QPoint) -> None:
        """Relate the span whose chip was dropped."""
        self._end()
        head, tail = self._span(begun), self._span(other)
        if head and tail:
            self._join(head, tail, point)

    def _focused(self, span: bytes | None) -> None:
        """Take the span that was clicked on, if it is legal; end otherwise, for another one is in focus."""
        begun = self._span(self._begun)
        if begun is None or span == begun.id:
            return
        other = self._span(span) if span in self._partners else None
        self._end()
        if other:
            self._page.focus_span(begun.id, reveal=False)
            self._join(begun, other, self._page.caret_point())

    def _lend(self) -> None:
        """Borrow the keys that are needed now, and give back the others."""
        steps = {"Tab": 1, "Shift+Tab": -1} if self.is_on else {}
        keys = {chord: Command(partial(self._step, step), repeats=True) for chord, step in steps.items()}
        if self.is_on:
            keys["Return"] = Command(self._take)
        self._keys.borrow(keys | (dict(self.kinds.keys()) if self.kinds.isVisible() else {}))

    def _row(self, option: Option, begun: Span, other: Span, place: int) -> Row:
        """Return what the list shows of an *option*: its number, and which way it goes."""
        head, tail = option.ends(begun, other)
        ends = arrowed(self._words(head), self._words(tail))
        return Row(f"{key_text(str(place))}  {self._named(option)}", ends, color=self._page.looks.of(other.label).colors.bar)

    def _named(self, option: Option) -> str:
        title = self._page.links.related.title(option.kind)
        return tr("← {relation}", relation=title) if option.is_back else title

    def _span(self, identifier: bytes | None) -> Span | None:
        return self._page.spans.get(identifier) if identifier else None

    def _label(self, span: Span) -> str:
        return self._page.looks.of(span.label).title

    def _words(self, span: Span) -> str:
        return isolated(shown(" ".join(span.covered(self._page.text).split()), LONGEST))


def _keys() -> str:
    return tr("Enter relates, Tab goes on, Esc leaves")


def _distance(span: Span, other: Span) -> tuple[int, bool]:
    """Return how far *other* is from *span* in code points, of two as near the one that follows first."""
    return max(other.start - span.end, span.start - other.end, 0), other.start < span.start
