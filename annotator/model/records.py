"""Record: one document in one layer, as it travels between a project and a file."""

from dataclasses import dataclass

from annotator.model.attributes import Attributes
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidFile

COMPLETE, PARTIAL, UNTOUCHED, SKIPPED = "complete", "partial", "untouched", "skipped"
DERIVED = "derived"  # the attribute of relations that go without saying


@dataclass(frozen=True, slots=True)
class RecordSpan:
    """A span with its label by name; offsets are code points. ``id`` is 32 hex digits; times are UTC, basic ISO form, or ""."""

    id: str
    start: int
    end: int
    label: str
    segments: tuple[tuple[int, int], ...] = ()
    attributes: Attributes = ()
    origin: str = ""
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class RecordRelation:
    """A relation with its kind by name as ``label``; ``head`` and ``tail`` are ids of spans of the same record."""

    id: str
    head: str
    tail: str
    label: str
    attributes: Attributes = ()

    @property
    def is_derived(self) -> bool:
        """Whether it goes without saying: written for those who read, made anew and not taken from a file."""
        return any(name == DERIVED and value is True for name, value in self.attributes)


@dataclass(frozen=True, slots=True)
class RecordNote:
    """A note; ``about`` is the id of a span or a relation, "" for the document. Ids of 32 hex digits tell its time."""

    id: str
    kind: str
    text: str
    about: str = ""
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One document with the spans of one layer, their relations, and the notes on all of them.

    ``name`` is the id the document came with. ``layer_kind`` is "gold", "annotator", "merged", "model" or "import";
    ``layer_name`` and ``layer_method`` may be "". ``reviewed_ranges`` are code points: inside them, for ``reviewed_labels``,
    absence of a span means absence. ``meta`` and ``provenance`` are (key, value) pairs sorted by key.
    """

    document: Document
    name: str
    layer_kind: str = "annotator"
    layer_name: str = ""
    layer_method: str = ""
    status: str = UNTOUCHED
    reviewed_labels: tuple[str, ...] = ()
    reviewed_ranges: tuple[tuple[int, int], ...] = ()
    spans: tuple[RecordSpan, ...] = ()
    relations: tuple[RecordRelation, ...] = ()
    notes: tuple[RecordNote, ...] = ()
    language: str = ""
    meta: tuple[tuple[str, str | None], ...] = ()
    split: str = ""
    split_key: str = ""
    provenance: tuple[tuple[str, str | int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file and where: ``line`` counts from 1, 0 for the whole file; ``remedy`` says what to do."""

    file: str
    line: int
    what: AnnotatorError
    remedy: AnnotatorError

    def __str__(self) -> str:
        """Return it as one line, ``file:line: what; remedy``."""
        return str(self.error)

    @property
    def error(self) -> InvalidFile:
        """What to raise because of it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return InvalidFile("{place}: {what}; {remedy}", place=place, what=self.what, remedy=self.remedy)
