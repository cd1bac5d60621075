"""Plain text: one file, one document."""

from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.encodings import decoded, detect
from annotator.exchange.formats import Format, ReadOptions
from annotator.exchange.sources import opened
from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.records import Problem, Record
from annotator.text import door
from annotator.text.names import as_name
from annotator.text.shown import shown

MAX_DOCUMENT_BYTES = 64 << 20


def read(path: Path, options: ReadOptions) -> Iterator[Record | Problem]:
    """Yield the document in the text file at *path*; raises InvalidFile if it is not text."""
    name = shown(path.name)
    with opened(path) as stream:
        data = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise InvalidFile("{name}: is larger than 64 MB, too long for one document; split it", name=name)
    yield record_of(data, path, options.encoding)


def record_of(data: bytes, path: Path, encoding: str) -> Record:
    """Return the document that the bytes of *path* are, in *encoding* or the one detected; raises InvalidFile."""
    name = shown(path.name)
    if encoding:
        raw, used = decoded(data, encoding, name), encoding
    else:
        guess = detect(data, name)
        raw, used = guess.text, guess.encoding
    text, _ = door.clean(raw)
    if not text.strip():
        raise InvalidFile("{name}: holds no text; nothing to import", name=name)
    document = Document.of(text)
    title = as_name(path.stem) or document.id.hex()
    provenance = (("encoding", used), ("file", as_name(path.name)), ("format", "text"))
    return Record(document, title, meta=(("title", title),), provenance=provenance)


def recognise(name: str, head: bytes) -> float:
    """Return how certain it is that this is plain text: by its suffix, else weakly, unless it holds zero bytes."""
    if name.lower().endswith(".txt"):
        return 0.9
    return 0.0 if b"\x00" in head else 0.1


FORMAT = Format("text", (".txt",), recognise, read)
