"""The stanzas of a schema file, checked fact by fact and against one another, as a schema."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.model.attributes import CHOICE, CHOICES, Attribute, attribute_of, pairs
from annotator.model.errors import AnnotatorError
from annotator.model.relations import LANE, RelationKind, relation_id
from annotator.model.schema_facts import (
    ATTRIBUTE,
    LABEL,
    MOST_ATTRIBUTES,
    MOST_LABELS,
    MOST_RELATIONS,
    MOST_VALUES,
    RELATION,
    SCHEMA,
    VALUE,
    Place,
    Refused,
    Stanza,
    checked,
    listed,
    refuse_twice,
)
from annotator.model.schemas import Label, Schema, label_id, look_of
from annotator.text.shown import shown
from annotator.text.toml_lines import Path


def schema_of_stanzas(content: Stanza) -> Schema:
    """Return the schema that a TOML file holds as *content*; raises Refused."""
    whole = Place((), AnnotatorError("the schema"))
    checked(content, whole, SCHEMA)
    labels = _labels(listed(content, "label", MOST_LABELS, whole), whole)
    ids = {label.name: label.id for label in labels}
    relations = tuple(
        _relation(stanza, number, ids) for number, stanza in enumerate(listed(content, "relation", MOST_RELATIONS, whole))
    )
    _refuse_clashes(labels, relations)
    return Schema(
        content["name"],
        labels,
        tuple(map(look_of, content["label"])),
        relations,
        _attributes(content, "field", Place((), AnnotatorError("the document"))),
        tuple(content.get("flat", ())),
        content.get("guidelines", ""),
    )


def _labels(stanzas: list[Stanza], whole: Place) -> tuple[Label, ...]:
    if not stanzas:
        raise Refused(whole.path, "{where} has no [[label]]", where=whole.words)
    found = tuple(_label(stanza, number) for number, stanza in enumerate(stanzas))
    refuse_twice([(label.name, ("label", number, "name")) for number, label in enumerate(found)])
    merged = {stanza["name"]: stanza["merged_into"] for stanza in stanzas if "merged_into" in stanza}
    _refuse_circles(merged, {label.name: number for number, label in enumerate(found)})
    ids = {label.name: label.id for label in found}
    return tuple(replace(label, same_as=ids[merged[label.name]]) if label.name in merged else label for label in found)


def _label(stanza: object, number: int) -> Label:
    """Return a label, which is not merged into any other yet."""
    place = Place(("label", number), _label_words(stanza, number + 1))
    facts = checked(stanza, place, LABEL)
    _attributes(facts, "attribute", place)
    if facts["lane"] == LANE:
        message = "{where}: the lane {lane} is the program's own"
        raise Refused((*place.path, "lane"), message, where=place.words, lane=repr(LANE))
    identifier = bytes.fromhex(facts["id"]) if "id" in facts else label_id(facts["name"])
    is_gone = facts.get("retired", False) or "merged_into" in facts
    return Label(identifier, facts["name"], facts["color"], facts["key"], facts["lane"], is_gone)


def _label_words(stanza: object, number: int) -> AnnotatorError:
    """Return what a label is called: by its name if it has one."""
    name = _name_in(stanza)
    return AnnotatorError("label {name}", name=name) if name else AnnotatorError("label {number}", number=number)


def _relation_words(stanza: object, number: int) -> AnnotatorError:
    name = _name_in(stanza)
    return AnnotatorError("relation {name}", name=name) if name else AnnotatorError("relation {number}", number=number)


def _name_in(stanza: object) -> str:
    name = stanza.get("name") if isinstance(stanza, dict) else None
    return shown(repr(name)) if isinstance(name, str) else ""


def _refuse_circles(merged: Mapping[str, str], names: Mapping[str, int]) -> None:
    """Raise Refused if a label is merged into one that is not there, or in a circle into itself."""
    for name, target in merged.items():
        path: Path = ("label", names[name], "merged_into")
        if target not in names:
            raise Refused(path, "no label is called {name}", name=shown(repr(target)))
        seen, last = {name}, target
        while last in merged and last not in seen:
            seen.add(last)
            last = merged[last]
        if last in seen:
            raise Refused(path, "label {name} is merged in a circle into itself", name=shown(repr(name)))


def _attributes(stanza: Stanza, key: str, whose: Place) -> tuple[Attribute, ...]:
    path: Path = (*whose.path, key)
    found = tuple(
        _attribute(one, Place((*path, number), whose.words))
        for number, one in enumerate(listed(stanza, key, MOST_ATTRIBUTES, whose))
    )
    refuse_twice([(name, (*path, number, "name")) for number, attribute in enumerate(found) for name in attribute.names])
    return found


def _attribute(stanza: object, whose: Place) -> Attribute:
    name = stanza.get("name") if isinstance(stanza, dict) else ""
    words = AnnotatorError("{label}, attribute {name}", label=whose.words, name=shown(repr(name)))
    place = Place(whose.path, words)
    facts = checked(stanza, place, ATTRIBUTE)
    values = listed(facts, "values", MOST_VALUES, place)
    if bool(values) != (facts["type"] in {CHOICE, CHOICES}):
        path = (*place.path, "values" if values else "type")
        raise Refused(path, "{where}: values are for a choice, and it needs some", where=words)
    for number, value in enumerate(values):
        checked(value, Place((*place.path, "values", number), words), VALUE)
    refuse_twice([(value["name"], (*place.path, "values", number)) for number, value in enumerate(values)])
    return attribute_of(facts)


def _relation(stanza: object, number: int, ids: Mapping[str, bytes]) -> RelationKind:
    place = Place(("relation", number), _relation_words(stanza, number + 1))
    facts = checked(stanza, place, RELATION)
    for at, pair in enumerate(facts["ends"]):
        for name in pair:
            if name not in ids:
                message = "{where}: no label is called {name}"
                raise Refused((*place.path, "ends", at), message, where=place.words, name=shown(repr(name)))
    return RelationKind(
        bytes.fromhex(facts["id"]) if "id" in facts else relation_id(facts["name"]),
        facts["name"],
        tuple((ids[head], ids[tail]) for head, tail in facts["ends"]),
        pairs(facts.get("title", {})),
        pairs(facts.get("meaning", {})),
        facts.get("key", ""),
        is_required=facts.get("required", False),
        is_symmetric=facts.get("symmetric", False),
        is_derived=facts.get("derived", False),
        is_gone=facts.get("retired", False),
    )


def _refuse_clashes(labels: Iterable[Label], relations: Iterable[RelationKind]) -> None:
    """Raise Refused for a name, an id, or a key of what is not retired, that is there twice."""
    rows: list[tuple[Label | RelationKind, bool, Path]] = [
        *((label, label.gone, ("label", number)) for number, label in enumerate(labels)),
        *((kind, kind.is_gone, ("relation", number)) for number, kind in enumerate(relations)),
    ]
    refuse_twice([(row.name, (*path, "name")) for row, _, path in rows if path[0] == "relation"])
    refuse_twice([(row.key, (*path, "key")) for row, is_gone, path in rows if row.key and not is_gone])
    refuse_twice([(row.id.hex(), (*path, "id")) for row, _, path in rows])
