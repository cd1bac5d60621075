"""Layer: the spans of one person, adjudicator or machine."""

from dataclasses import dataclass, field

from annotator.model.ids import NO_ID
from annotator.model.versions import Version

ANALYST, GOLD, MACHINE = "analyst", "gold", "machine"


@dataclass(frozen=True, slots=True)
class Layer:
    """Whose spans they are; ``kind`` is "analyst", "gold" or "machine"."""

    id: bytes
    kind: str
    name: str
    same_as: bytes = NO_ID
    version: Version | None = field(default=None, compare=False)
