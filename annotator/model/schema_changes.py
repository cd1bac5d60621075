"""What can be changed about a schema: each function returns another schema, in which nothing that spans refer to is lost."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from annotator.model.attributes import CHOICE, CHOICES, Attribute
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.ids import NO_ID
from annotator.model.relations import RelationKind
from annotator.model.schema_facts import (
    MOST_ATTRIBUTES,
    MOST_LABELS,
    MOST_RELATIONS,
    MOST_VALUES,
    is_attribute_name,
    is_color,
    is_key,
    is_name,
)
from annotator.model.schemas import PLAIN, Label, Look, Schema
from annotator.text.shown import shown

T = TypeVar("T")
Change = Callable[[Schema], Schema]
_OF_LOOKS = {field.name for field in fields(Look)}


def added(schema: Schema, label: Label, look: Look) -> Schema:
    """Return *schema* with one more label; raises AnnotatorError if its name or key is another's."""
    return _sound(replace(schema, labels=(*schema.labels, label), looks=(*schema.looks, look)))


def changed(schema: Schema, label: bytes, **facts: Any) -> Schema:
    """Return *schema* with other *facts* about a label: fields of its row or of its look.

    Another name, which is what files call it, leaves its id and so its spans. Raises AnnotatorError if a fact is none, or is
    another label's; Stale if the label is not there any more.
    """
    place = _place(schema, label)
    looks = {name: value for name, value in facts.items() if name in _OF_LOOKS}
    rows = {name: value for name, value in facts.items() if name not in _OF_LOOKS}
    row = replace(schema.labels[place], **rows)
    look = replace(_renamed(schema.looks[place], schema.labels[place].name, row.name), **looks)
    return _sound(replace(schema, labels=_with(schema.labels, place, row), looks=_with(schema.looks, place, look)))


def moved(schema: Schema, label: bytes, step: int) -> Schema:
    """Return *schema* with a label *step* places further down, or up; it stays between the first and the last place."""
    place = _place(schema, label)
    return replace(schema, labels=_shifted(schema.labels, place, step), looks=_shifted(schema.looks, place, step))


def merged(schema: Schema, label: bytes, into: bytes) -> Schema:
    """Return *schema* with a label merged into another, which speaks for it from now on; its spans stay under it.

    Raises AnnotatorError if they are merged already, or the other one is retired.
    """
    target = schema.labels[_place(schema, into)]
    if target.gone or schema.representative(label) == schema.representative(into):
        raise AnnotatorError("a label can only be merged into another one that is not retired: choose another label")
    return changed(schema, label, gone=True, same_as=into)


def retired(schema: Schema, label: bytes) -> Schema:
    """Return *schema* with a label no longer offered; its spans stay. Raises AnnotatorError for the last one."""
    if all(known.gone or known.id == label for known in schema.labels):
        raise AnnotatorError("a schema needs a label that is not retired: add another one first")
    return changed(schema, label, gone=True)


def restored(schema: Schema, label: bytes) -> Schema:
    """Return *schema* with a label offered again and merged into none; its key is gone if another has it now."""
    row = schema.labels[_place(schema, label)]
    is_free = row.key not in keys_of(schema)
    return changed(schema, label, gone=False, same_as=NO_ID, key=row.key if is_free else "")


def keys_of(schema: Schema) -> dict[str, str]:
    """Return the names of the labels and relations that are not retired, by their keys."""
    labels = {label.key: label.name for label in schema.labels if label.key and not label.gone}
    return labels | {kind.key: kind.name for kind in schema.relations if kind.key and not kind.is_gone}


def with_attributes(schema: Schema, label: bytes | None, attributes: Iterable[Attribute]) -> Schema:
    """Return *schema* with these *attributes* of a label, of the document for None; those it had beside them go last.

    They are retired, and so are values that are left out: spans keep what they have. For the same reason an attribute keeps
    its ``name`` for ever, which is what spans have it under, and its ``kind``; to rename one is to give it other titles.
    Raises AnnotatorError.
    """
    before = schema.fields if label is None else schema.looks[_place(schema, label)].attributes
    wanted = tuple(attributes)
    _refuse_twice(attribute.name for attribute in wanted)
    after = _kept(before, wanted)
    return _sound(replace(schema, fields=after)) if label is None else changed(schema, label, attributes=after)


def with_relation(schema: Schema, kind: RelationKind) -> Schema:
    """Return *schema* with a kind of relation as it is now, added if its id is new; raises AnnotatorError."""
    places = [place for place, known in enumerate(schema.relations) if known.id == kind.id]
    relations = _with(schema.relations, places[0], kind) if places else (*schema.relations, kind)
    return _sound(replace(schema, relations=relations))


def relation_moved(schema: Schema, kind: bytes, step: int) -> Schema:
    """Return *schema* with a kind of relation *step* places further down, or up."""
    places = {known.id: place for place, known in enumerate(schema.relations)}
    return replace(schema, relations=_shifted(schema.relations, places[kind], step))


def brought(schema: Schema, other: Schema) -> Schema:
    """Return *schema* as *other* says, a schema from a file: what that lacks is retired, and stays.

    Labels and relations are the same by their ids, else by their names. The schema keeps its name, by which projects begun
    from one know it. Raises AnnotatorError.
    """
    ids = _same(schema.labels, other.labels)
    known = {label.id: look for label, look in zip(schema.labels, schema.looks, strict=True)}
    names = {label.id: label.name for label in schema.labels}
    labels = [replace(label, id=ids[label.id], same_as=ids.get(label.same_as, NO_ID)) for label in other.labels]
    looks = [
        _brought(known.get(label.id), names.get(label.id, label.name), look, label.name)
        for label, look in zip(labels, other.looks, strict=True)
    ]
    left = [label for label in schema.labels if label.id not in ids.values()]
    return _sound(
        Schema(
            schema.name,
            (*labels, *(replace(label, gone=True) for label in left)),
            (*looks, *(known[label.id] for label in left)),
            _relations_brought(schema, other, ids),
            _kept(schema.fields, other.fields),
            other.flat,
            other.guidelines or schema.guidelines,
        )
    )


def _brought(ours: Look | None, our_name: str, theirs: Look, name: str) -> Look:
    """Return the look of a label that a file calls *name*, with what only we know of it."""
    known = ours or PLAIN
    former = tuple(dict.fromkeys((*known.former, *theirs.former)))
    look = replace(theirs, attributes=_kept(known.attributes, theirs.attributes), former=former)
    return _renamed(look, our_name, name)


def _renamed(look: Look, before: str, after: str) -> Look:
    """Return *look*, in which the name *before* is one that the label had once it is called *after*."""
    if before == after:
        return look
    return replace(look, former=tuple(name for name in dict.fromkeys((*look.former, before)) if name != after))


def _relations_brought(schema: Schema, other: Schema, labels: dict[bytes, bytes]) -> tuple[RelationKind, ...]:
    ids = _same(schema.relations, other.relations)
    found = (
        replace(kind, id=ids[kind.id], ends=tuple((labels[head], labels[tail]) for head, tail in kind.ends))
        for kind in other.relations
    )
    left = (replace(kind, is_gone=True) for kind in schema.relations if kind.id not in ids.values())
    return (*found, *left)


def _same(ours: "Iterable[Label | RelationKind]", theirs: "Iterable[Label | RelationKind]") -> dict[bytes, bytes]:
    """Return, by their ids, those under which we know the same."""
    ours, theirs = tuple(ours), tuple(theirs)
    left = {one.id for one in ours} - {other.id for other in theirs}
    by_name = {one.name: one.id for one in ours if one.id in left}
    known = {one.id for one in ours}
    return {other.id: other.id if other.id in known else by_name.pop(other.name, other.id) for other in theirs}


def _kept(before: tuple[Attribute, ...], after: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    """Return the attributes *after* a change, with what was there *before* and is not in them, retired."""
    known, names = {attribute.name: attribute for attribute in before}, {attribute.name for attribute in after}
    kept = tuple(_with_choices(known.get(attribute.name), attribute) for attribute in after)
    return (*kept, *(replace(attribute, is_gone=True) for attribute in before if attribute.name not in names))


def _with_choices(before: Attribute | None, after: Attribute) -> Attribute:
    if before is None:
        return after
    if before.kind != after.kind:
        name = shown(repr(after.name))
        message = "the attribute {name} is a {kind} here, which spans may have: give one of another type another name"
        raise AnnotatorError(message, name=name, kind=before.kind)
    names = {choice.name for choice in after.choices}
    gone = (replace(choice, is_gone=True) for choice in before.choices if choice.name not in names)
    return replace(after, choices=(*after.choices, *gone))


def _sound(schema: Schema) -> Schema:
    """Return *schema*; raises AnnotatorError if there is too much of it, or a fact in it is none or is there twice."""
    if len(schema.labels) > MOST_LABELS or len(schema.relations) > MOST_RELATIONS:
        message = "a schema has room for {labels} labels and {relations} relations, with those that are retired"
        raise AnnotatorError(message, labels=MOST_LABELS, relations=MOST_RELATIONS)
    everything: tuple[Label | RelationKind, ...] = (*schema.labels, *schema.relations)
    for row in everything:
        _refuse_misnamed(row)
    for label in schema.labels:
        if not is_color(label.color) or not is_name(label.lane):
            raise AnnotatorError("label {name}: its colour or its lane is none", name=shown(repr(label.name)))
    _refuse_twice(label.name for label in schema.labels)
    _refuse_twice(kind.name for kind in schema.relations)
    offered = (
        *(label.key for label in schema.labels if not label.gone),
        *(kind.key for kind in schema.relations if not kind.is_gone),
    )
    _refuse_twice(filter(None, offered))
    for attributes in (*(look.attributes for look in schema.looks), schema.fields):
        _refuse_unsound(attributes)
    return schema


def _refuse_misnamed(row: Label | RelationKind) -> None:
    if not is_name(row.name):
        raise AnnotatorError("a label or a relation needs a name without line ends and control characters: give it one")
    if not is_key(row.key):
        raise AnnotatorError("{key} cannot be a key: choose a digit, a small Latin letter or nothing", key=shown(repr(row.key)))


def _refuse_unsound(attributes: tuple[Attribute, ...]) -> None:
    if len(attributes) > MOST_ATTRIBUTES or any(len(attribute.choices) > MOST_VALUES for attribute in attributes):
        message = "a label has room for {attributes} attributes, each with {values} values, with those that are retired"
        raise AnnotatorError(message, attributes=MOST_ATTRIBUTES, values=MOST_VALUES)
    for attribute in attributes:
        if not is_attribute_name(attribute.name) or not all(is_name(choice.name) for choice in attribute.choices):
            raise AnnotatorError(
                "an attribute or a value needs a name, and one that does not begin with _: give it another one"
            )
        if bool(attribute.choices) != (attribute.kind in {CHOICE, CHOICES}):
            raise AnnotatorError("values are for a choice, and it needs some: add a value, or choose another type")
        _refuse_twice(choice.name for choice in attribute.choices)
    _refuse_twice(name for attribute in attributes for name in attribute.names)


def _refuse_twice(facts: Iterable[str]) -> None:
    seen: set[str] = set()
    for fact in facts:
        if fact in seen:
            raise AnnotatorError("{fact} is there already: choose another one", fact=shown(repr(fact)))
        seen.add(fact)


def _place(schema: Schema, label: bytes) -> int:
    for place, known in enumerate(schema.labels):
        if known.id == label:
            return place
    raise Stale("this label is no longer in the schema: choose another one")


def _with(rows: tuple[T, ...], place: int, row: T) -> tuple[T, ...]:
    return (*rows[:place], row, *rows[place + 1 :])


def _shifted(rows: tuple[T, ...], place: int, step: int) -> tuple[T, ...]:
    left = [*rows[:place], *rows[place + 1 :]]
    left.insert(max(0, min(place + step, len(left))), rows[place])
    return tuple(left)
