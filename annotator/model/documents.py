"""A document's text, which never changes, and the facts beside it, which may."""

from dataclasses import dataclass, field

from annotator.model.ids import document_id
from annotator.model.versions import Version


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its id, the first 16 bytes of the SHA-256 of its UTF-8.

    The text went through the door: no byte-order mark in front, line ends are LF. Offsets into it are code points.
    """

    id: bytes
    text: str

    @classmethod
    def of(cls, text: str) -> "Document":
        """Return the document with this *text*."""
        return cls(document_id(text), text)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known about a document beside its text; a document is in the project while it has a live one.

    ``direction`` is "rtl", "ltr" or "" (by the text); ``directions`` are the paragraphs that override it, as
    (paragraph start in code points, "rtl" or "ltr"), sorted. ``external_id`` is the name it came with.
    ``metadata`` are (key, value) pairs sorted by key; keys that begin with "_" are the program's own.
    """

    document: bytes
    id: bytes
    title: str
    url: str = ""
    taken: str = ""
    language: str = ""
    direction: str = ""
    directions: tuple[tuple[int, str], ...] = ()
    external_id: str = ""
    split_group: str = ""
    skipped: bool = False
    metadata: tuple[tuple[str, str | None], ...] = ()
    version: Version | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class State:
    """How far one layer is with one document.

    ``labels`` are the names looked for, kept at finishing; ``ranges`` are reviewed stretches in code points, empty for
    none, or for the whole text once finished.
    """

    layer: bytes
    document: bytes
    finished: bool
    labels: tuple[str, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    version: Version | None = field(default=None, compare=False)
