"""Spans of a text of which a part is lost: moved onto what is left of it, where their own characters still stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import regex

from annotator.model.documents import Document, Source
from annotator.model.edits import Row
from annotator.model.ids import derived_id
from annotator.model.spans import Span

_FARTHEST = 64
_SURE = 6
_VISIBLE = regex.compile(r"[\uFFFD\p{Cc}--\t\n]", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class Torn:
    """What is left of a text, how many code points it had, and whether its end is missing."""

    text: str
    length: int
    is_cut: bool = False

    @property
    def shift(self) -> int:
        """By how many code points what stands behind the damage has moved; nobody knows if the end is missing."""
        return 0 if self.is_cut else len(self.text) - self.length

    @property
    def sound(self) -> tuple[int, int]:
        """Up to where nothing was moved, and from where on all is as far from the end as it was; all where none shows."""
        visible = [found.start() for found in _VISIBLE.finditer(self.text)]
        if visible:
            return visible[0], len(self.text) if self.is_cut else visible[-1] + 1
        return (0, len(self.text)) if self.shift else (len(self.text), len(self.text))


@dataclass(slots=True)
class TornTexts:
    """The torn texts by the id they had; each goes on as a document of its own, for a text never changes."""

    texts: Mapping[bytes, Torn]
    _shifts: dict[bytes, int] = field(default_factory=dict)
    _sound: dict[bytes, tuple[int, int]] = field(default_factory=dict)

    def document(self, identifier: bytes) -> Document | None:
        """Return the document that goes on in place of the one with this id, None if nothing is left of it."""
        torn = self.texts.get(identifier)
        return Document.of(torn.text) if torn else None

    def onto(self, row: Row, document: Document) -> Row | None:
        """Return *row*, a version of a span or source, as one of *document*; None if what it says is no longer true there.

        Made again it is the same row: its id comes from the old one and the document, its version stays.
        """
        if isinstance(row, Source):
            return replace(row, document=document.id, id=derived_id(f"{row.id.hex()}:{document.id.hex()}"), directions=())
        if isinstance(row, Span):
            return self._span(row, document)
        return None

    def _span(self, span: Span, document: Document) -> Span | None:
        shift = self._moved_by(span, document.text)
        if shift is None:
            return None
        self._shifts[span.document] = shift
        return replace(_shifted(span, shift), document=document.id, id=derived_id(f"{span.id.hex()}:{document.id.hex()}"))

    def _moved_by(self, span: Span, text: str) -> int | None:
        """Return by how many code points the span has moved, None if nobody can tell."""
        found = {shift for shift in self._tried(span) if _is_true(span, shift, text)}
        return found.pop() if len(found) == 1 else None

    def _tried(self, span: Span) -> Iterable[int]:
        """Return by how many code points the span may have moved: not at all before the damage, behind it as far as the end.

        Elsewhere about as far as others did; there a short one, whose characters stand in many places, is not believed.
        """
        whole = self.texts[span.document].shift
        before, behind = self._sound.setdefault(span.document, self.texts[span.document].sound)
        if span.end <= before:
            return (0,)
        if span.start + whole >= behind:
            return (whole,)
        if span.end - span.start < _SURE:
            return ()
        last = self._shifts.get(span.document, 0)
        near = range(last - _FARTHEST, last + _FARTHEST + 1)
        return (0, whole, *(shift for shift in near if min(0, whole) < shift < max(0, whole)))


def _is_true(span: Span, shift: int, text: str) -> bool:
    return span.start + shift >= 0 and _shifted(span, shift).is_true_to(text)


def _shifted(span: Span, shift: int) -> Span:
    segments = tuple((start + shift, end + shift) for start, end in span.segments)
    return replace(span, start=span.start + shift, end=span.end + shift, segments=segments)
