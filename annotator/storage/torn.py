"""Spans of a text of which a part is lost: moved onto what is left of it, where their own characters still stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from annotator.model.documents import Document, Source
from annotator.model.edits import Row
from annotator.model.ids import derived_id
from annotator.model.spans import Span

_FARTHEST = 4096
_SURE = 4


@dataclass(slots=True)
class TornTexts:
    """The torn texts by the id they had; each goes on as a document of its own, for a text never changes."""

    texts: Mapping[bytes, str]
    _shifts: dict[bytes, int] = field(default_factory=dict)

    def document(self, identifier: bytes) -> Document | None:
        """Return the document that goes on in place of the one with this id, None if nothing is left of it."""
        text = self.texts.get(identifier)
        return Document.of(text) if text else None

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
        """Yield by how many code points the span may have moved: a short one only as far as others did, it stands anywhere."""
        last = self._shifts.get(span.document, 0)
        near = (0, last)
        if span.end - span.start < _SURE:
            return iter(near)
        return chain(near, *((last + far, last - far) for far in range(1, _FARTHEST)))


def _shifted(span: Span, shift: int) -> Span:
    segments = tuple((start + shift, end + shift) for start, end in span.segments)
    return replace(span, start=span.start + shift, end=span.end + shift, segments=segments)
