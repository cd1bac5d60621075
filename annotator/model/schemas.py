"""The labels of a project and how they look, read from a schema file."""

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.model.errors import InvalidFile
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
        return cls(row.name, ordered, tuple(_look(body["looks"].get(label.name, {})) for label in ordered))

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


def read_schema(path: Path) -> Schema:
    """Read a schema from a TOML file; raises InvalidFile."""
    try:
        return _schema(tomllib.loads(path.read_bytes().decode()))
    except OSError as error:
        raise InvalidFile("{name}: cannot be read ({why})", name=path.name, why=error.strerror) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidFile("{name}: not a schema file: {why}", name=path.name, why=error) from error
    except (KeyError, TypeError, AttributeError) as error:
        message = "{name}: not a schema file: a label needs name, color, key and lane ({why})"
        raise InvalidFile(message, name=path.name, why=error) from error


def _schema(content: dict[str, Any]) -> Schema:
    labels = tuple(map(_label, content["label"]))
    names = [label.name for label in labels]
    for place, name in enumerate(names):
        if not name or name in names[:place]:
            message = f"the label {name!r} stands there twice" if name else "the name is empty"
            raise TypeError(message)
    return Schema(_text(content["name"]), labels, tuple(map(_look, content["label"])))


def _label(stanza: dict[str, Any]) -> Label:
    name, color, key, lane = (_text(stanza[fact]) for fact in ("name", "color", "key", "lane"))
    return Label(label_id(name), name, color, key, lane)


def _look(stanza: dict[str, Any]) -> Look:
    return Look(
        shape=_text(stanza.get("shape", "fill")),
        pattern=_text(stanza.get("pattern", "solid")),
        titles=tuple(sorted((language, _text(title)) for language, title in stanza.get("title", {}).items())),
        meanings=tuple(sorted((language, _text(meaning)) for language, meaning in stanza.get("meaning", {}).items())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"{value!r} is no text"
        raise TypeError(message)
    return value
