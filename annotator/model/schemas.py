"""The labels of a project and how they look, read from a schema file."""

import json
from dataclasses import dataclass, field
from typing import Any

from annotator.model.ids import NO_ID, derived_id
from annotator.model.versions import Version


@dataclass(frozen=True, slots=True)
class Label:
    """A label as a row of the project: ``name`` is stored and exported, ``key`` marks with it, ``lane`` excludes others.

    ``color`` is the hue as "#RRGGBB"; ``gone`` labels are kept for old spans and no longer offered.
    """

    id: bytes
    name: str
    color: str
    key: str
    lane: str
    gone: bool = False
    same_as: bytes = NO_ID
    version: Version | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is drawn and called: ``shape`` "fill" or "bracket", ``pattern`` of its bar, titles by language."""

    shape: str
    pattern: str
    titles: tuple[tuple[str, str], ...]
    meanings: tuple[tuple[str, str], ...]

    @property
    def stanza(self) -> dict[str, str | dict[str, str]]:
        """The look as a schema file has it."""
        return {"shape": self.shape, "pattern": self.pattern, "title": dict(self.titles), "meaning": dict(self.meanings)}

    def title(self, language: str) -> str:
        """Return what the label is called in *language*, else in English, else nothing."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("en", "")


@dataclass(frozen=True, slots=True)
class SchemaBody:
    """The schema row: what label rows do not hold, as canonical JSON in ``body``."""

    id: bytes
    name: str
    body: str
    version: Version | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Schema:
    """The labels in their order, with their looks; ``looks`` has one per label, in the same order."""

    name: str
    labels: tuple[Label, ...]
    looks: tuple[Look, ...]

    @property
    def row(self) -> SchemaBody:
        """The part of the schema that label rows do not hold, as a row."""
        looks = {label.name: look.stanza for label, look in zip(self.labels, self.looks, strict=True)}
        body = json.dumps({"order": list(looks), "looks": looks}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return SchemaBody(derived_id(self.name), self.name, body)

    @classmethod
    def joined(cls, row: SchemaBody, labels: tuple[Label, ...]) -> "Schema":
        """Return the schema made of its *row* and its label rows; labels unknown to the row come last, plain."""
        body = json.loads(row.body)
        order = {name: place for place, name in enumerate(body["order"])}
        ordered = tuple(sorted(labels, key=lambda label: (order.get(label.name, len(order)), label.name, label.id)))
        return cls(row.name, ordered, tuple(look_of(body["looks"].get(label.name, {})) for label in ordered))

    def look(self, label: bytes) -> Look:
        """Return how the label with this id is drawn; raises KeyError."""
        for known, look in zip(self.labels, self.looks, strict=True):
            if known.id == label:
                return look
        raise KeyError(label)

    def label(self, identifier: bytes) -> Label:
        """Return the label with this id; raises KeyError."""
        for known in self.labels:
            if known.id == identifier:
                return known
        raise KeyError(identifier)

    def named(self, name: str) -> Label:
        """Return the label called *name*; raises KeyError."""
        for known in self.labels:
            if known.name == name:
                return known
        raise KeyError(name)


def label_id(name: str) -> bytes:
    """Return the id of the built-in label *name*: equal in projects begun apart."""
    return derived_id(f"label:{name}")


def look_of(stanza: dict[str, Any]) -> Look:
    """Return the look in a stanza of a schema file, or of a schema row; what it leaves out is plain."""
    return Look(
        shape=stanza.get("shape", "fill"),
        pattern=stanza.get("pattern", "solid"),
        titles=tuple(sorted(stanza.get("title", {}).items())),
        meanings=tuple(sorted(stanza.get("meaning", {}).items())),
    )
