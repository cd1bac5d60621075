"""Spans of a text of which a part is lost: moved onto what is left of it, where their own characters still stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from annotator.model.documents import Document, Source
from annotator.model.edits import Row
from annotator.model.ids import derived_id
from annotator.model.spans import Span

_FARTHEST = 64
_SURE = 4


@dataclass(frozen=True, slots=True)
class Torn:
    """What is left of a text, and how many code points it had."""

    text: str
    length: int

    @property
    def shift(self) -> int:
        """By how many code points what stands behind the damage has moved, if the end is there."""
        return len(self.text) - self.length


@dataclass(slots=True)
class TornTexts:
    """The torn texts by the id they had; each goes on as a document of its own, for a text never changes."""

    texts: Mapping[bytes, Torn]
    _shifts: dict[bytes, int] = field(default_factory=dict)

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
        for shift in self._tried(span):
            if span.start + shift >= 0:
                there = _shifted(span, shift)
                if there.is_true_to(document.text):
                    self._shifts[span.document] = shift
                    identifier = derived_id(f"{span.id.hex()}:{document.id.hex()}")
                    return replace(there, document=document.id, id=identifier)
        return None

    def _tried(self, span: Span) -> Iterator[int]:
        """Yield by how many code points the span may have moved: step by step from where others stand, as far as the end did.

        A short one only as far as others did, for its characters stand in many places.
        """
        whole, last = self.texts[span.document].shift, self._shifts.get(span.document, 0)
        steps = range(1, _FARTHEST) if span.end - span.start >= _SURE else ()
        far = chain.from_iterable((last + step, last - step) for step in steps)
        return chain((0, last, whole), (shift for shift in far if min(0, whole) < shift < max(0, whole)))


def _shifted(span: Span, shift: int) -> Span:
    segments = tuple((start + shift, end + shift) for start, end in span.segments)
    return replace(span, start=span.start + shift, end=span.end + shift, segments=segments)
