"""One document in one layer, as the rules read it. Offsets are code points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

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


def sheet(reader: Reader, layer: bytes, document: bytes, values: dict[str, Values], known: Known) -> Sheet:
    """Return a *document* as a *layer* has it; cells whose attributes are not among *values* yet are added there.

    Spans that no text holds are left out: those are damage, for `storage.check`.
    """
    found = reader.document(document)
    length = len(found.text)
    marks = [mark for mark in reader.marks(layer, document) if mark[3] <= length]
    for cell in {mark[5] for mark in marks}.difference(values):
        values[cell] = dict(attributes_of(cell))
    return Sheet(found, marks, reader.relations(document, layer), values, known)
