"""What one schema says otherwise than another: line by line, for whoever is asked whether that is meant."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from annotator.model.attributes import Attribute
from annotator.model.ids import NO_ID
from annotator.model.relations import RelationKind
from annotator.model.schemas import Label, Look, Schema

ADDED, RETIRED, RESTORED, MERGED, CHANGED = "added", "retired", "restored", "merged", "changed"
_Facts = Mapping[str, Any]


class Difference(NamedTuple):
    """What became of a "label", "attribute", "relation", "field" or of the "schema": ``facts`` says what of it was changed.

    An attribute is named after its label as well, as in "casualty.kind".
    """

    what: str
    name: str
    how: str
    facts: tuple[str, ...] = ()


def differences(before: Schema, after: Schema) -> tuple[Difference, ...]:
    """Return what is otherwise in *after*, which came of *before* by changes that drop nothing."""
    return (
        *_labels(before, after),
        *_relations(before, after),
        *_attributes("field", "", before.fields, after.fields),
        *_whole(before, after),
    )


def _labels(before: Schema, after: Schema) -> Iterator[Difference]:
    known = {label.id: (label, look) for label, look in zip(before.labels, before.looks, strict=True)}
    for label, look in zip(after.labels, after.looks, strict=True):
        if label.id in known:
            was, was_look = known[label.id]
            how = MERGED if label.same_as not in {NO_ID, was.same_as} else _how(was.gone, label.gone)
            yield from _told("label", label.name, how, _other(_facts_of(was, was_look), _facts_of(label, look)))
            yield from _attributes("attribute", f"{label.name}.", was_look.attributes, look.attributes)
        else:
            yield Difference("label", label.name, ADDED)


def _relations(before: Schema, after: Schema) -> Iterator[Difference]:
    known = {kind.id: kind for kind in before.relations}
    for kind in after.relations:
        was = known.get(kind.id)
        facts = _other(_facts_of_kind(was), _facts_of_kind(kind)) if was else None
        yield from _told("relation", kind.name, _how(was.is_gone if was else None, kind.is_gone), facts)


def _attributes(what: str, of: str, before: tuple[Attribute, ...], after: tuple[Attribute, ...]) -> Iterator[Difference]:
    known = {attribute.name: attribute for attribute in before}
    for attribute in after:
        was = known.get(attribute.name)
        facts = _other(was.stanza, attribute.stanza) if was else None
        yield from _told(what, f"{of}{attribute.name}", _how(was.is_gone if was else None, attribute.is_gone), facts)


def _whole(before: Schema, after: Schema) -> Iterator[Difference]:
    orders = [
        [label.id for label in one.labels if label.id in {known.id for known in before.labels}] for one in (before, after)
    ]
    facts = {
        "order": orders[0] != orders[1],
        "flat": before.flat != after.flat,
        "guidelines": before.guidelines != after.guidelines,
    }
    changed = tuple(fact for fact, is_other in facts.items() if is_other)
    yield from [Difference("schema", after.name, CHANGED, changed)] if changed else []


def _how(was_gone: bool | None, is_gone: bool) -> str:  # noqa: FBT001 - then and now
    """Return what became of something that was retired or not, or was not there (None)."""
    if was_gone is None:
        return ADDED
    return CHANGED if was_gone == is_gone else RETIRED if is_gone else RESTORED


def _told(what: str, name: str, how: str, facts: tuple[str, ...] | None) -> Iterator[Difference]:
    if facts or how != CHANGED:
        yield Difference(what, name, how, facts or ())


def _other(before: _Facts, after: _Facts) -> tuple[str, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if name != "retired" and before.get(name) != after.get(name))


def _facts_of(label: Label, look: Look) -> _Facts:
    told = {key: value for key, value in look.stanza.items() if key != "attribute"}
    return {"name": label.name, "key": label.key, "lane": label.lane, "color": label.color} | told


def _facts_of_kind(kind: RelationKind) -> _Facts:
    return {"name": kind.name, "key": kind.key} | kind.stanza
