"""What a project answers: entries of the documents list, an opened document, what an import did."""

from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.documents import Document, Source, State
from annotator.model.errors import InvalidFile
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.storage.check import Finding, has_other_seals, obstacle
from annotator.storage.store import Applied


class Entry(NamedTuple):
    """A document as lists show it; ``length`` is in code points, ``spans`` counts those of the own layer.

    ``open_notes`` counts the questions and flags of all layers that nobody resolved.
    """

    id: bytes
    title: str
    source: Source
    length: int
    spans: int
    finished: bool
    open_notes: int = 0


class Noted(NamedTuple):
    """A note, the ``title`` of its document, who wrote it, and what it is about.

    ``words`` are those of the span, or of the two that a relation joins, and begin at ``start`` (code points); of a note on
    the document as a whole there are none, and ``start`` is -1.
    """

    note: Note
    title: str
    analyst: str
    words: tuple[str, ...] = ()
    start: int = -1

    @property
    def order(self) -> tuple[str, bytes, int, bytes]:
        """Where it stands in a list: by document, by place in the text, then in the order in which they were made."""
        return self.title, self.note.document, self.start, self.note.id


class Opened(NamedTuple):
    """A document with what the own layer says about it; ``doubt`` says why that is not to be trusted, or None.

    One that is not ``is_whole`` has the spans about one place only, and nobody has looked yet whether they can be trusted.
    """

    document: Document
    source: Source
    spans: tuple[Span, ...]
    state: State | None
    doubt: InvalidFile | None = None
    is_whole: bool = True
    relations: tuple[Relation, ...] = ()
    notes: tuple[Note, ...] = ()


class Part(NamedTuple):
    """Some of the very many spans of a document, and why they cannot be trusted, or None; after the last part no more come."""

    spans: tuple[Span, ...]
    doubt: InvalidFile | None
    is_last: bool


class SpanVersion(NamedTuple):
    """How a span was once, or is: the ``words`` it covered, in whose layer, and whether that was written on this computer."""

    span: Span
    words: str
    analyst: str
    is_from_here: bool

    @property
    def at_ms(self) -> int:
        """Unix milliseconds at which it was written, by the clock of its computer."""
        return self.span.version.unix_ms if self.span.version else 0

    @property
    def is_erased(self) -> bool:
        """Whether the span was erased by this."""
        return bool(self.span.version and self.span.version.dead)


class Imported(NamedTuple):
    """What an import did, or would do: new documents, those known already, new spans, relations and notes.

    ``applied`` is the edit, None for a trial; ``refused`` says what was left out because it does not fit the project.
    """

    documents: int
    known: int
    spans: int
    relations: int
    notes: int
    applied: Applied | None
    refused: tuple[InvalidFile, ...] = ()


class Checked(NamedTuple):
    """What a check found, and how many documents and spans it went through."""

    findings: tuple[Finding, ...]
    documents: int
    spans: int

    @property
    def is_acceptable(self) -> bool:
        """Whether another program changed the project and that is all that is wrong."""
        return has_other_seals(self.findings) and not obstacle(self.findings)


@dataclass(frozen=True, slots=True)
class LayerSummary:
    """One layer in numbers: how many spans of each label, relations and notes of each kind, sorted by name.

    ``finished`` counts documents, ``open_questions`` the questions that nobody resolved.
    """

    kind: str
    name: str
    spans: tuple[tuple[str, int], ...]
    finished: int
    relations: tuple[tuple[str, int], ...] = ()
    notes: tuple[tuple[str, int], ...] = ()
    open_questions: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """A project in numbers; ``characters`` are code points, ``edits`` counts what undo knows and its undos."""

    schema: str
    labels: tuple[str, ...]
    documents: int
    characters: int
    edits: int
    layers: tuple[LayerSummary, ...]
