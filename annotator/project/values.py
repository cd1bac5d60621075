"""What a project answers: entries of the documents list, an opened document, what an import did."""

from dataclasses import dataclass

from annotator.model.documents import Document, Source, State
from annotator.model.spans import Span
from annotator.storage.store import Applied


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as lists show it; ``length`` is in code points, ``spans`` counts those of the own layer."""

    id: bytes
    title: str
    source: Source
    length: int
    spans: int
    finished: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with what the own layer says about it."""

    document: Document
    source: Source
    spans: tuple[Span, ...]
    state: State | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: new documents and new spans, and the edit that brought them."""

    documents: int
    spans: int
    applied: Applied
