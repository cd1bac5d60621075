"""Layer: the spans of one person, adjudicator or machine."""

from dataclasses import dataclass, field

from annotator.model.errors import AnnotatorError
from annotator.model.ids import NO_ID
from annotator.model.versions import Version
from annotator.text.names import as_name

ANALYST, GOLD, MACHINE = "analyst", "gold", "machine"


def person(name: str) -> str:
    """Return a person's *name* as a layer keeps it, without what no name may hold; raises AnnotatorError if nothing is left."""
    kept = as_name(name).strip()
    if not kept:
        raise AnnotatorError("an analyst needs a name: give one of letters or digits")
    return kept


@dataclass(frozen=True, slots=True)
class Layer:
    """Whose spans they are; ``kind`` is "analyst", "gold" or "machine"."""

    id: bytes
    kind: str
    name: str
    same_as: bytes = NO_ID
    version: Version | None = field(default=None, compare=False)
