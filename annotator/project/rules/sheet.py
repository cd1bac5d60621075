"""One document in one layer, as the rules read it. Offsets are code points."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from annotator.model.attributes import Value
from annotator.model.documents import Document
from annotator.model.relations import Relation
from annotator.project.rules.edges import ANY, BACKS, FRONTS
from annotator.project.rules.known import Known
from annotator.storage.reader import Mark, Reader
from annotator.storage.rows import NO_PAIRS, attributes_of, pairs_of

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Sheet:
    """A document, its spans by their start, its relations; ``values`` are the attributes in every cell that spans have."""

    document: Document
    marks: list[Mark]
    relations: tuple[Relation, ...]
    values: Mapping[str, Values]
    known: Known

    @classmethod
    def of(
        cls,
        document: Document,
        found: Iterable[Mark],
        relations: tuple[Relation, ...],
        values: Mapping[str, Values],
        known: Known,
    ) -> "Sheet":
        """Return the sheet of a document with the spans *found*; those that no text holds are left to `storage.check`."""
        length = len(document.text)
        held = sorted((mark for mark in found if mark[3] <= length), key=itemgetter(2))
        return cls(document, held, relations, values, known)

    @cached_property
    def odd(self) -> list[tuple[Mark, int]]:
        """The spans at whose ends something may be wrong, and what; all may be in those of several parts."""
        text, fronts, backs = f"\n{self.document.text}\n", FRONTS, BACKS
        return [
            (mark, doubts if mark[4] == NO_PAIRS else ANY)
            for mark in self.marks
            if (doubts := fronts[text[mark[2] : mark[2] + 2]] | backs[text[mark[3] : mark[3] + 2]]) or mark[4] != NO_PAIRS
        ]

    def doubtful(self, doubt: int) -> Iterator[Mark]:
        """Yield the spans of which there is a *doubt* (see `edges`)."""
        return (mark for mark, doubts in self.odd if doubts & doubt)

    def covered(self, mark: Mark) -> str:
        """Return the words under a span, those of its parts joined by a space."""
        if mark[4] == NO_PAIRS:
            return self.document.text[mark[2] : mark[3]]
        return " ".join(self.document.text[start:end] for start, end in parts_of(mark))


def parts_of(mark: Mark) -> tuple[tuple[int, int], ...]:
    """Return the stretches that a span is made of, at least one."""
    _, _, start, end, segments, _ = mark
    return ((start, end),) if segments == NO_PAIRS else pairs_of(segments)


def marks(  # noqa: PLR0913, PLR0917 - which of them, and where their values go
    reader: Reader, layer: bytes, document: bytes, values: dict[str, Values], after: bytes = b"", limit: int = -1
) -> list[Mark]:
    """Return *limit* spans, by their ids, from the one *after* on; the attributes in their cells are added to *values*."""
    found = reader.marks(layer, document, after, limit)
    for cell in {mark[5] for mark in found}.difference(values):
        values[cell] = dict(attributes_of(cell))
    return found


def sheet(reader: Reader, layer: bytes, document: bytes, known: Known) -> Sheet:
    """Return a *document* as a *layer* has it."""
    values: dict[str, Values] = {}
    found = marks(reader, layer, document, values)
    return Sheet.of(reader.document(document), found, reader.relations(document, layer), values, known)
