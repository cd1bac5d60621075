"""Schema files: labels, attributes, relations and document fields as TOML, checked fact by fact."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from annotator.model.attributes import CHOICE, CHOICES, KINDS, Attribute, attribute_of, pairs
from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.model.relations import LANE, RelationKind, relation_id
from annotator.model.schemas import Label, Schema, label_id, look_of
from annotator.text.shown import shown

_Stanza = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a value of a stanza must be, in words and as a test; whether it must be there."""

    words: str
    fits: Callable[[object], bool]
    is_needed: bool = False


def read_schema(path: Path) -> Schema:
    """Read a schema from a TOML file; raises InvalidFile."""
    name = shown(path.name)
    try:
        return _schema(tomllib.loads(path.read_bytes().decode()))
    except OSError as error:
        raise InvalidFile("{name}: cannot be read ({why}); choose another file", name=name, why=error.strerror) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, AnnotatorError) as error:
        raise InvalidFile("{name}: not a schema file: {why}; correct it", name=name, why=error) from error


def _schema(content: _Stanza) -> Schema:
    if not _is_name(content.get("name")) or not content.get("label") or not isinstance(content["label"], list):
        raise AnnotatorError("it needs a name and at least one [[label]]")
    _check(content, AnnotatorError("the schema"), _SCHEMA)
    labels = tuple(_label(stanza, number) for number, stanza in enumerate(content["label"], start=1))
    _refuse_twice(label.name for label in labels)
    ids = {label.name: label.id for label in labels}
    relations = tuple(_relation(stanza, number, ids) for number, stanza in enumerate(content.get("relation", ()), start=1))
    _refuse_twice(kind.name for kind in relations)
    _refuse_twice(key for key in (*(label.key for label in labels), *(kind.key for kind in relations)) if key)
    return Schema(
        content["name"],
        labels,
        tuple(map(look_of, content["label"])),
        relations,
        _attributes(content.get("field", ()), AnnotatorError("the document")),
        tuple(content.get("flat", ())),
    )


def _label(stanza: object, number: int) -> Label:
    where = AnnotatorError("label {number}", number=number)
    checked = _checked(stanza, where, _LABEL)
    _attributes(checked.get("attribute", ()), where)
    if checked["lane"] == LANE:
        raise AnnotatorError("{where}: the lane {lane} is the program's own", where=where, lane=repr(LANE))
    return Label(label_id(checked["name"]), checked["name"], checked["color"], checked["key"], checked["lane"])


def _attributes(stanzas: Iterable[object], where: AnnotatorError) -> tuple[Attribute, ...]:
    found = tuple(_attribute(stanza, where) for stanza in stanzas)
    _refuse_twice(name for attribute in found for name in attribute.names)
    return found


def _attribute(stanza: object, label: AnnotatorError) -> Attribute:
    name = stanza.get("name") if isinstance(stanza, dict) else ""
    where = AnnotatorError("{label}, attribute {name}", label=label, name=shown(repr(name)))
    checked = _checked(stanza, where, _ATTRIBUTE)
    has_values, has_choices = bool(checked.get("values")), checked["type"] in {CHOICE, CHOICES}
    if has_values != has_choices:
        raise AnnotatorError("{where}: values are for a choice, and it needs some", where=where)
    for value in checked.get("values", ()):
        _checked(value, where, _VALUE)
    _refuse_twice(value["name"] for value in checked.get("values", ()))
    return attribute_of(checked)


def _relation(stanza: object, number: int, ids: Mapping[str, bytes]) -> RelationKind:
    where = AnnotatorError("relation {number}", number=number)
    checked = _checked(stanza, where, _RELATION)
    for name in (name for pair in checked["ends"] for name in pair):
        if name not in ids:
            raise AnnotatorError("{where}: no label is called {name}", where=where, name=shown(repr(name)))
    return RelationKind(
        relation_id(checked["name"]),
        checked["name"],
        tuple((ids[head], ids[tail]) for head, tail in checked["ends"]),
        pairs(checked.get("title", {})),
        pairs(checked.get("meaning", {})),
        checked.get("key", ""),
        is_required=checked.get("required", False),
        is_symmetric=checked.get("symmetric", False),
        is_derived=checked.get("derived", False),
    )


def _checked(stanza: object, where: AnnotatorError, facts: Mapping[str, Fact]) -> _Stanza:
    if not isinstance(stanza, dict):
        raise AnnotatorError("{where} is no stanza", where=where)
    _check(stanza, where, facts)
    return stanza


def _check(stanza: _Stanza, where: AnnotatorError, facts: Mapping[str, Fact]) -> None:
    unknown = sorted(stanza.keys() - facts.keys())
    if unknown:
        raise AnnotatorError("{where}: unknown key {key}", where=where, key=shown(repr(unknown[0])))
    for key, fact in facts.items():
        if (fact.is_needed or key in stanza) and not fact.fits(stanza.get(key)):
            raise AnnotatorError("{where}: {key} must be {words}", where=where, key=key, words=AnnotatorError(fact.words))


def _refuse_twice(facts: Iterable[str]) -> None:
    seen: set[str] = set()
    for fact in facts:
        if fact in seen:
            raise AnnotatorError("{fact} stands there twice", fact=shown(repr(fact)))
        seen.add(fact)


def _matching(pattern: "regex.Pattern[str]") -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_titles(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_name, value.values()))


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_ends(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_names(pair) and len(pair) == 2 for pair in value)  # noqa: PLR2004 - a pair


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


_is_name = _matching(regex.compile(r"[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]+"))
_is_attribute_name = _matching(regex.compile(r"(?!_)[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]+"))
_KEY = Fact("a digit, a small Latin letter or nothing", _matching(regex.compile("[0-9a-z]?")))
_TITLES = {"title": Fact("a text for each language", _is_titles), "meaning": Fact("a text for each language", _is_titles)}
_NAME = Fact("a name", _is_name, is_needed=True)
_SCHEMA = {
    "name": _NAME,
    "flat": Fact("a list of lanes", _is_names),
    "label": Fact("a list of stanzas", _is_list),
    "relation": Fact("a list of stanzas", _is_list),
    "field": Fact("a list of stanzas", _is_list),
}
_LABEL = {
    "name": _NAME,
    "key": Fact(_KEY.words, _KEY.fits, is_needed=True),
    "lane": _NAME,
    "color": Fact("a colour like #0072B2", _matching(regex.compile("#[0-9A-Fa-f]{6}")), is_needed=True),
    "shape": Fact("fill or bracket", _one_of("fill", "bracket")),
    "pattern": Fact("solid, dashed, dotted or double", _one_of("solid", "dashed", "dotted", "double")),
    "attribute": Fact("a list of stanzas", _is_list),
} | _TITLES
_ATTRIBUTE = {
    "name": Fact("a name that does not begin with _", _is_attribute_name, is_needed=True),
    "type": Fact(", ".join(KINDS), _one_of(*KINDS), is_needed=True),
    "values": Fact("a list of stanzas", _is_list),
    "required": Fact("true or false", _is_truth),
    "retired": Fact("true or false", _is_truth),
} | _TITLES
_VALUE = {"name": _NAME, "title": _TITLES["title"]}
_RELATION = {
    "name": _NAME,
    "ends": Fact("a list of [label, label]", _is_ends, is_needed=True),
    "key": _KEY,
    "required": Fact("true or false", _is_truth),
    "symmetric": Fact("true or false", _is_truth),
    "derived": Fact("true or false", _is_truth),
} | _TITLES
