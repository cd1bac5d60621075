"""The schema of a project: labels and how they look, their attributes, relations between spans, fields of documents."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, product
from typing import Any

from annotator.model.attributes import Attribute, Titles, attribute_of, pairs, titled
from annotator.model.errors import InvalidFile
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

    ``shape`` is "fill" or "bracket", ``pattern`` that of its bar; titles and meanings are by language. ``former`` are names the
    label had in files before.
    """

    shape: str
    pattern: str
    titles: Titles
    meanings: Titles
    attributes: tuple[Attribute, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def stanza(self) -> dict[str, Any]:
        """The look as a schema file has it."""
        told = {"shape": self.shape, "pattern": self.pattern, "title": dict(self.titles), "meaning": dict(self.meanings)}
        told |= {"formerly": list(self.former)} if self.former else {}
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
        """Return the schema made of its *row* and its label rows; labels unknown to the row come last, plain.

        Raises InvalidFile if the row says nothing of the kind.
        """
        try:
            return cls._read(row.name, json.loads(row.body), labels)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            message = "the label schema of this project cannot be read: restore a backup, or run annotator check --rescue"
            raise InvalidFile(message) from error

    @classmethod
    def _read(cls, name: str, body: Mapping[str, Any], labels: tuple[Label, ...]) -> "Schema":
        if "labels" not in body:
            return _before_relations(name, body, labels)
        looks = {key: look_of(stanza) for key, stanza in body["labels"].items()}
        kinds = {key: kind_of(key, stanza) for key, stanza in body["relations"].items()}
        ordered = _ordered((label for label in labels if label.lane != LANE), body["order"])
        relations = _ordered((label for label in labels if label.lane == LANE), body["relation_order"])
        return cls(
            name,
            ordered,
            tuple(looks.get(label.id.hex(), PLAIN) for label in ordered),
            tuple(_kind(label, kinds.get(label.id.hex())) for label in relations),
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

    @property
    def known_names(self) -> dict[str, bytes]:
        """The ids of labels by the names they have in files, and by those they had, unless another label has one now."""
        former = {name: label.id for label, look in zip(self.labels, self.looks, strict=True) for name in look.former}
        return former | {label.name: label.id for label in self.labels}

    def kind(self, identifier: bytes) -> RelationKind:
        """Return the kind of relation with this id, as in `kinds`; raises KeyError."""
        return {kind.id: kind for kind in self.kinds}[identifier]

    def representative(self, label: bytes) -> bytes:
        """Return the id of the label that speaks for the one with this id: itself, unless it was merged with others."""
        known = representatives(self.labels)
        return known[label].id if label in known else label

    @property
    def kinds(self) -> tuple[RelationKind, ...]:
        """The kinds of relations, each with the ends that labels which were merged give it too."""
        same = defaultdict[bytes, list[bytes]](list)
        for identifier, speaker in representatives(self.labels).items():
            same[speaker.id].append(identifier)
        alike = {identifier: group for group in same.values() for identifier in group}
        return tuple(_widened(kind, alike) for kind in self.relations)

    def kinds_between(self, head: bytes, tail: bytes) -> tuple[RelationKind, ...]:
        """Return the kinds of relations, not retired, that may go from the label *head* to the label *tail*."""
        return tuple(kind for kind in self.kinds if not kind.is_gone and kind.joins(head, tail))

    def attributes_of(self, label: bytes) -> tuple[Attribute, ...]:
        """Return the attributes, not retired, of spans under the label with this id; none if nobody knows it.

        One that was merged has those of the label that speaks for it, and those of its own with other names.
        """
        known = {row.id: look.attributes for row, look in zip(self.labels, self.looks, strict=True)}
        shared = known.get(self.representative(label), ())
        names = {attribute.name for attribute in shared}
        own = (attribute for attribute in known.get(label, ()) if attribute.name not in names)
        return tuple(attribute for attribute in (*shared, *own) if not attribute.is_gone)


@lru_cache(maxsize=8)
def representatives(labels: tuple[Label, ...]) -> Mapping[bytes, Label]:
    """Return, by the id of each of *labels*, the one that speaks for it.

    Rows that are the same as others are edges between them. Of all that hang together, the smallest id speaks that is not
    gone, the smallest of all if all are: the same in whatever order they were merged, also in a circle.
    """
    found = {label.id: label for label in sorted(labels, key=lambda label: (label.gone, label.id))}
    rank = {identifier: place for place, identifier in enumerate(found)}
    speaks = {identifier: identifier for identifier in found}
    for label in labels:
        if label.same_as in found:
            one, other = sorted((speaks[label.id], speaks[label.same_as]), key=rank.__getitem__)
            speaks = {identifier: one if known == other else known for identifier, known in speaks.items()}
    return {identifier: found[known] for identifier, known in speaks.items()}


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
        former=tuple(stanza.get("formerly", ())),
    )


PLAIN = look_of({})


def _widened(kind: RelationKind, alike: Mapping[bytes, list[bytes]]) -> RelationKind:
    """Return *kind* with all ends that are *alike* to those it has."""
    pairs = (product(alike.get(head, [head]), alike.get(tail, [tail])) for head, tail in kind.ends)
    return replace(kind, ends=tuple(dict.fromkeys(chain.from_iterable(pairs))))


def _ordered(labels: Iterable[Label], order: Sequence[str]) -> tuple[Label, ...]:
    places = {key: place for place, key in enumerate(order)}
    return tuple(sorted(labels, key=lambda label: (places.get(label.id.hex(), len(places)), label.name, label.id)))


def _kind(label: Label, known: RelationKind | None) -> RelationKind:
    """Return the kind of relation that a label row is, and what the schema row knows of it, if anything."""
    known = known or RelationKind(label.id, label.name, ())
    return replace(known, name=label.name, key=label.key, is_gone=label.gone)


def _before_relations(name: str, body: Mapping[str, Any], labels: tuple[Label, ...]) -> Schema:
    """Return a schema whose row was written before there were relations; it speaks of labels by their names."""
    looks = {known: look_of(stanza) for known, stanza in body["looks"].items()}
    ids = {label.name: label.id.hex() for label in labels}
    ordered = _ordered((label for label in labels if label.lane != LANE), [ids.get(known, "") for known in body["order"]])
    return Schema(name, ordered, tuple(looks.get(label.name, PLAIN) for label in ordered))
