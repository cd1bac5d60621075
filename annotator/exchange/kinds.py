"""Files of other kinds, told by their first bytes: named and refused, for they hold no text that can be read as it is."""

from annotator.model.archives import ZIP, archive
from annotator.model.errors import AnnotatorError, InvalidFile

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a database or project"),
)


def refuse_others(head: bytes, name: str) -> None:
    """Raise InvalidFile if the file *name*, which begins with *head*, is of a kind that is no text."""
    packed = archive(head)
    if packed == ZIP:
        message = "{name}: is {kind}, not text; unpack it, or save its text as .txt, and import that"
        raise InvalidFile(message, name=name, kind=AnnotatorError(packed))
    if packed:
        message = "{name}: is {kind}, not text; unpack it and import what is in it"
        raise InvalidFile(message, name=name, kind=AnnotatorError(packed))
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            message = "{name}: is {kind}, not text; save its text as .txt and import that"
            raise InvalidFile(message, name=name, kind=AnnotatorError(kind))
