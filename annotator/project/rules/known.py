"""What the rules ask of a schema, worked out once."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from annotator.model.attributes import COUNT, FLAG, PART, Attribute, Value
from annotator.model.schemas import Label, Schema

COUNTS = ("min", "best", "max")
QUALIFIER, UNATTRIBUTED = "qualifier", "unattributed"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked about one label: its attributes by the names under which spans keep them, retired ones too.

    ``required`` are the names that every span has; ``needed`` the ids of the kinds of relations that every span begins;
    ``lane`` is that of labels not to overlap one another, "" if it may.
    """

    name: str
    attributes: Mapping[str, Attribute]
    required: tuple[str, ...]
    needed: tuple[bytes, ...]
    lane: str
    has_counts: bool
    may_lack_source: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A schema as the rules see it: labels by id; ``joins`` are the legal (kind, head label, tail label).

    ``judged`` keeps what a rule said of the same words with the same values.
    """

    labels: Mapping[bytes, Facts]
    kinds: Mapping[bytes, str]
    symmetric: frozenset[bytes]
    joins: frozenset[tuple[bytes, bytes, bytes]]
    lanes: Mapping[bytes, str] = field(init=False)
    needing: Mapping[bytes, frozenset[bytes]] = field(init=False)
    counting: frozenset[bytes] = field(init=False)
    judged: dict[tuple[str, str, str], Any] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Sort out which labels each family looks at."""
        labels = self.labels.items()
        object.__setattr__(self, "lanes", {label: facts.lane for label, facts in labels if facts.lane})
        object.__setattr__(self, "needing", {label: frozenset(facts.needed) for label, facts in labels if facts.needed})
        object.__setattr__(self, "counting", frozenset(label for label, facts in labels if facts.has_counts))

    @classmethod
    def of(cls, schema: Schema) -> "Known":
        """Return what is to be known of *schema*."""
        ids = [label.id for label in schema.labels]
        joins = {(kind.id, head, tail) for head, tail in product(ids, ids) for kind in schema.kinds_between(head, tail)}
        joins |= {(kind.id, head, tail) for kind in schema.relations for head, tail in kind.ends}  # retired kinds as well
        return cls(
            {label.id: _facts(schema, label, joins) for label in schema.labels},
            {kind.id: kind.name for kind in schema.relations},
            frozenset(kind.id for kind in schema.relations if kind.is_symmetric),
            frozenset(joins),
        )


def _facts(schema: Schema, label: Label, joins: AbstractSet[tuple[bytes, bytes, bytes]]) -> Facts:
    asked = schema.attributes_of(label.id)
    attributes = {name: attribute for attribute in (*schema.look(label.id).attributes, *asked) for name in attribute.names}
    kinds = {name: attribute.kind for name, attribute in attributes.items()}
    begun = {kind for kind, head, _ in joins if head == label.id}
    return Facts(
        label.name,
        attributes,
        tuple(attribute.names[-1] for attribute in asked if attribute.is_required),
        tuple(kind.id for kind in schema.relations if kind.is_required and not kind.is_gone and kind.id in begun),
        label.lane if label.lane in schema.flat else "",
        QUALIFIER in kinds and all(kinds.get(count) == COUNT for count in COUNTS),
        kinds.get(UNATTRIBUTED) == FLAG,
    )


def fits(attribute: Attribute, name: str, value: Value) -> bool:
    """Whether *value* may stand under the *name* of an attribute; of a part two are offsets and one is text."""
    if attribute.kind != PART or value is None:
        return attribute.fits(value)
    return isinstance(value, str) if name.endswith("_text") else type(value) is int and value >= 0
