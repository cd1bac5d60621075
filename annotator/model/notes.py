"""Notes: what an analyst says about a span, a relation or a document, for people to read."""

from dataclasses import dataclass, field

from annotator.model.versions import Version

COMMENT, QUESTION, FLAG = KINDS = ("comment", "question", "flag")


@dataclass(frozen=True, slots=True)
class Note:
    """A note in a layer, ``about`` the span, relation or document with that id; ``kind`` is one of `KINDS`.

    A question or a flag is open until it ``is_resolved``. A flag may have no text. Its id tells when it was made, its
    layer by whom.
    """

    layer: bytes
    document: bytes
    id: bytes
    about: bytes
    kind: str
    text: str
    is_resolved: bool = False
    version: Version | None = field(default=None, compare=False)

    @property
    def is_open(self) -> bool:
        """Whether somebody is to answer it."""
        return self.kind != COMMENT and not self.is_resolved
