"""The schema of a project: labels and how they look, their attributes, relations between spans, fields of documents."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.model.attributes import Attribute, Titles, attribute_of, pairs, titled
from annotator.model.ids import NO_ID, derived_id
from annotator.model.relations import LANE, RelationKind, kind_of
from annotator.model.versions import Version


@dataclass(frozen=True, slots=True)
class Label:
    """A label as a row of the project: ``name`` is stored and exported, ``key`` marks with it, ``lane`` excludes others.

    ``color`` is the hue as "#RRGGBB"; ``gone`` labels are kept for old spans and no longer offered; one that is ``same_as``
    another was merged into it. A row whose lane is `relations.LANE` is a kind of relation.
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
    """How a label is drawn and called, and what its spans carry.

    ``shape`` is "fill" or "bracket", ``pattern`` that of its bar; titles and meanings are by language.
    """

    shape: str
    pattern: str
    titles: Titles
    meanings: Titles
    attributes: tuple[Attribute, ...] = ()

    @property
    def stanza(self) -> dict[str, Any]:
        """The look as a schema file has it."""
        told = {"shape": self.shape, "pattern": self.pattern, "title": dict(self.titles), "meaning": dict(self.meanings)}
        return told | ({"attribute": [attribute.stanza for attribute in self.attributes]} if self.attributes else {})

    def title(self, language: str) -> str:
        """Return what the label is called in *language*, else in English, else nothing."""
        return titled(self.titles, language)


@dataclass(frozen=True, slots=True)
class SchemaBody:
    """The schema row: what label rows do not hold, as canonical JSON in ``body``."""

    id: bytes
    name: str
    body: str
    version: Version | None = field(default=None, compare=False)

    @property
    def is_complete(self) -> bool:
        """Whether it was written since there are attributes and relations."""
        return "labels" in json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Schema:
    """The labels in their order, with their looks; ``looks`` has one per label, in the same order.

    ``relations`` are the kinds of relations, ``fields`` what is asked about a document; labels in a lane that is ``flat`` are
    not to overlap one another. ``guidelines`` are the team's own, as Markdown, "" for those that come with the program.
    """

    name: str
    labels: tuple[Label, ...]
    looks: tuple[Look, ...]
    relations: tuple[RelationKind, ...] = ()
    fields: tuple[Attribute, ...] = ()
    flat: tuple[str, ...] = ()
    guidelines: str = ""

    @property
    def row(self) -> SchemaBody:
        """The part of the schema that label rows do not hold, as a row; it speaks of labels by their ids."""
        body = {
            "order": [label.id.hex() for label in self.labels],
            "labels": {label.id.hex(): look.stanza for label, look in zip(self.labels, self.looks, strict=True)},
            "relation_order": [kind.id.hex() for kind in self.relations],
            "relations": {kind.id.hex(): kind.stanza for kind in self.relations},
            "fields": [attribute.stanza for attribute in self.fields],
            "flat": list(self.flat),
            "guidelines": self.guidelines,
        }
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return SchemaBody(derived_id(self.name), self.name, text)

    @property
    def label_rows(self) -> tuple[Label, ...]:
        """All label rows: those of labels, then those of kinds of relations."""
        return (*self.labels, *(label_of(kind) for kind in self.relations))

    @classmethod
    def joined(cls, row: SchemaBody, labels: tuple[Label, ...]) -> "Schema":
        """Return the schema made of its *row* and its label rows; labels unknown to the row come last, plain."""
        body = json.loads(row.body)
        if not row.is_complete:
            return _before_relations(row.name, body, labels)
        order = {name: place for place, name in enumerate(body["order"])}
        ordered = _ordered((label for label in labels if label.lane != LANE), order)
        kinds = _ordered(
            (label for label in labels if label.lane == LANE), {name: at for at, name in enumerate(body["relation_order"])}
        )
        return cls(
            row.name,
            ordered,
            tuple(look_of(body["labels"].get(label.id.hex(), {})) for label in ordered),
            tuple(_kind(label, body["relations"]) for label in kinds),
            tuple(map(attribute_of, body["fields"])),
            tuple(body["flat"]),
            body["guidelines"],
        )

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

    def kind(self, identifier: bytes) -> RelationKind:
        """Return the kind of relation with this id; raises KeyError."""
        for known in self.relations:
            if known.id == identifier:
                return known
        raise KeyError(identifier)

    def kinds_between(self, head: bytes, tail: bytes) -> tuple[RelationKind, ...]:
        """Return the kinds of relations, not retired, that may go from the label *head* to the label *tail*."""
        return tuple(kind for kind in self.relations if not kind.is_gone and kind.joins(head, tail))

    def attributes_of(self, label: bytes) -> tuple[Attribute, ...]:
        """Return the attributes, not retired, of spans under the label with this id; none if nobody knows it."""
        found = (look.attributes for known, look in zip(self.labels, self.looks, strict=True) if known.id == label)
        return tuple(attribute for attribute in next(found, ()) if not attribute.is_gone)


def label_id(name: str) -> bytes:
    """Return the id of the built-in label *name*: equal in projects begun apart."""
    return derived_id(f"label:{name}")


def label_of(kind: RelationKind) -> Label:
    """Return the label row of a kind of relation."""
    return Label(kind.id, kind.name, "#808080", kind.key, LANE, kind.is_gone)


def look_of(stanza: Mapping[str, Any]) -> Look:
    """Return the look in a stanza of a schema file, or of a schema row; what it leaves out is plain."""
    return Look(
        shape=stanza.get("shape", "fill"),
        pattern=stanza.get("pattern", "solid"),
        titles=pairs(stanza.get("title", {})),
        meanings=pairs(stanza.get("meaning", {})),
        attributes=tuple(map(attribute_of, stanza.get("attribute", ()))),
    )


def _ordered(labels: Iterable[Label], order: Mapping[str, int]) -> tuple[Label, ...]:
    return tuple(sorted(labels, key=lambda label: (order.get(label.id.hex(), len(order)), label.name, label.id)))


def _kind(label: Label, stanzas: Mapping[str, Any]) -> RelationKind:
    return kind_of(label.id, label.name, label.key, stanzas.get(label.id.hex(), {}), is_gone=label.gone)


def _before_relations(name: str, body: Mapping[str, Any], labels: tuple[Label, ...]) -> Schema:
    """Return a schema whose row was written before there were relations; it speaks of labels by their names."""
    order = {label.id.hex(): body["order"].index(label.name) for label in labels if label.name in body["order"]}
    ordered = _ordered((label for label in labels if label.lane != LANE), order)
    return Schema(name, ordered, tuple(look_of(body["looks"].get(label.name, {})) for label in ordered))
