"""Relations: what one span has to do with another, and which kinds of that a schema knows."""

from dataclasses import dataclass, field
from typing import Any

from annotator.model.attributes import Attributes, Titles, pairs, titled
from annotator.model.ids import derived_id
from annotator.model.versions import Version

LANE = "relations"  # of the label rows that are kinds of relations


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of kind ``label`` from the span ``head`` to the span ``tail``, both live in the same layer and document."""

    layer: bytes
    document: bytes
    id: bytes
    label: bytes
    head: bytes
    tail: bytes
    attributes: Attributes = ()
    version: Version | None = field(default=None, compare=False)

    @property
    def ends(self) -> tuple[bytes, bytes]:
        """The ids of the two spans it joins."""
        return self.head, self.tail


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation: ``ends`` are the legal (head label, tail label) pairs, by the ids of labels.

    ``is_required`` of every span that can be its head; ``is_symmetric`` if it says the same both ways; ``is_derived`` if it is
    filled in where nothing else is stored.
    """

    id: bytes
    name: str
    ends: tuple[tuple[bytes, bytes], ...]
    titles: Titles = ()
    meanings: Titles = ()
    key: str = ""
    is_required: bool = False
    is_symmetric: bool = False
    is_derived: bool = False
    is_gone: bool = False

    def title(self, language: str) -> str:
        """Return what the relation is called in *language*."""
        return titled(self.titles, language) or self.name

    def joins(self, head: bytes, tail: bytes) -> bool:
        """Whether it may go from a span under the label *head* to one under *tail*."""
        return (head, tail) in self.ends

    @property
    def stanza(self) -> dict[str, Any]:
        """What a schema row keeps of it beside its label row."""
        flags = {"required": self.is_required, "symmetric": self.is_symmetric, "derived": self.is_derived}
        return {
            "ends": [[end.hex() for end in pair] for pair in self.ends],
            "title": dict(self.titles),
            "meaning": dict(self.meanings),
        } | {key: True for key, is_on in flags.items() if is_on}


def kind_of(key: str, stanza: dict[str, Any]) -> RelationKind:
    """Return the kind of relation with the id *key* that has this *stanza* in a schema row; there all ids are in hex."""
    return RelationKind(
        bytes.fromhex(key),
        "",
        tuple((bytes.fromhex(head), bytes.fromhex(tail)) for head, tail in stanza["ends"]),
        pairs(stanza["title"]),
        pairs(stanza["meaning"]),
        is_required=stanza.get("required", False),
        is_symmetric=stanza.get("symmetric", False),
        is_derived=stanza.get("derived", False),
    )


def relation_id(name: str) -> bytes:
    """Return the id of the built-in kind of relation *name*: equal in projects begun apart, and of no label."""
    return derived_id(f"relation:{name}")
