"""What an analyst does to a project, by chance: each verb picks where and what with the chance given."""

import random
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from annotator.model import notes as noted
from annotator.model import parts, shipped
from annotator.model import schema_changes as changes
from annotator.model.attributes import Attribute
from annotator.model.documents import Document
from annotator.model.ids import new_id
from annotator.model.notes import Note
from annotator.model.records import Record, RecordSpan
from annotator.model.relations import Relation
from annotator.model.schema_changes import Change
from annotator.model.schemas import Label
from annotator.project.project import Project

TEXTS = ("😀👩‍👩‍👧 قال Reuters إن 𝒜 لأذربيجان قره باغ", "نص قصير\nله فقرتان", "three")
KEYS = ("", "", "", "5", "g")
Verb = Callable[[Project, random.Random], "Future[Any]"]


def record(text: str, *spans: RecordSpan) -> Record:
    """Return a record of one text."""
    return Record(Document.of(text), text[:5], status="partial", spans=spans)


def pick(project: Project, chance: random.Random) -> Any:
    """Return a document of the project, opened."""
    return project.document(chance.choice(project.documents().result()).id).result()


def mark(project: Project, chance: random.Random) -> "Future[Any]":
    """Mark a stretch."""
    document = pick(project, chance).document
    start = chance.randrange(len(document.text))
    end = chance.randint(start + 1, len(document.text))
    return project.mark(document, start, end, chance.choice(project.schema.labels), by_character=True)


def erase(project: Project, chance: random.Random) -> "Future[Any]":
    """Erase about half of the spans of a document."""
    opened = pick(project, chance)
    return project.erase(opened.document.id, [span.id for span in opened.spans if chance.random() < 0.5])


def relabel(project: Project, chance: random.Random) -> "Future[Any]":
    """Put a span under another label, or the same."""
    return project.relabel(chance.choice(pick(project, chance).spans), chance.choice(project.schema.labels))


def move(project: Project, chance: random.Random) -> "Future[Any]":
    """Move the edges of a span."""
    opened = pick(project, chance)
    span = chance.choice(opened.spans)
    start, end = max(span.start + chance.randint(-3, 3), 0), min(span.end + chance.randint(-3, 3), len(opened.document.text))
    return project.move(opened.document, span, start, end, by_character=True)


def reshape(project: Project, chance: random.Random) -> "Future[Any]":
    """Add a part to a span, or take a stretch out of it."""
    opened = pick(project, chance)
    span, start = chance.choice(opened.spans), chance.randrange(len(opened.document.text))
    end = chance.randint(start + 1, len(opened.document.text))
    chosen = (*span.parts, (start, end)) if chance.random() < 0.5 else parts.without(span.parts, start, end)
    return project.reshape(opened.document, span, chosen, by_character=True)


def relate(project: Project, chance: random.Random) -> "Future[Any]":
    """Join two spans, if a kind of relation may."""
    opened = pick(project, chance)
    head, tail = chance.choice(opened.spans), chance.choice(opened.spans)
    kind = chance.choice(project.schema.kinds_between(head.label, tail.label))
    return project.relate(Relation(project.layer.id, opened.document.id, new_id(), kind.id, head.id, tail.id))


def unrelate(project: Project, chance: random.Random) -> "Future[Any]":
    """Erase about half of the relations of a document."""
    opened = pick(project, chance)
    return project.unrelate(opened.document.id, [one.id for one in opened.relations if chance.random() < 0.5])


def note(project: Project, chance: random.Random) -> "Future[Any]":
    """Note something on a document, or on a span or a relation of it."""
    opened = pick(project, chance)
    about = chance.choice([opened.document, *opened.spans, *opened.relations]).id
    text = chance.choice(("؟", "😀\u2028", " note "))
    return project.add_note(Note(project.layer.id, opened.document.id, new_id(), about, chance.choice(noted.KINDS), text))


def answer(project: Project, chance: random.Random) -> "Future[Any]":
    """Resolve a note, or open it again."""
    one = chance.choice(pick(project, chance).notes)
    return project.change_note(replace(one, is_resolved=chance.random() < 0.7))


def forget(project: Project, chance: random.Random) -> "Future[Any]":
    """Take a note away."""
    return project.erase_note(chance.choice(pick(project, chance).notes))


def fill(project: Project, chance: random.Random) -> "Future[Any]":
    """Fill in a fact about a document, or take it away."""
    fact = chance.choice((("title", "عنوان"), ("url", "https://"), ("language", "ar"), ("published", "2024-05"), ("حر", "😀")))
    value = chance.choice((fact[1], "")) if fact[0] != "title" else fact[1]
    return project.set_facts(pick(project, chance).document.id, ((fact[0], value),))


def describe(project: Project, chance: random.Random) -> "Future[Any]":
    """Name the side of a span, if its label has one, or take the name away."""
    return project.set_attributes(chance.choice(pick(project, chance).spans), (("side", chance.choice(("طرف", None))),))


def scheme(project: Project, chance: random.Random) -> "Future[Any]":
    """Change the schema: one of everything that its window can do, or bring in another one from a file."""
    schema = project.schema
    label, other = chance.choice(schema.labels), chance.choice(schema.labels)
    own = schema.look(label.id).attributes
    made = Label(new_id(), f"label {chance.randrange(99)}", "#000000", chance.choice(KEYS), "names")
    attributes = (*chance.sample(own, chance.randint(0, len(own))), Attribute(f"new {chance.randrange(9)}", "text"))
    kind = replace(chance.choice(schema.relations), is_gone=chance.random() < 0.5, ends=((label.id, other.id),))
    every: tuple[Change, ...] = (
        partial(changes.added, label=made, look=schema.look(label.id)),
        partial(changes.changed, label=label.id, name=f"label {chance.randrange(99)}", key=chance.choice(KEYS)),
        partial(changes.changed, label=label.id, titles=(("ar", "وسم"),), lane=other.lane),
        partial(changes.moved, label=label.id, step=chance.randint(-3, 3)),
        partial(changes.merged, label=label.id, into=other.id),
        partial(changes.retired, label=label.id),
        partial(changes.restored, label=label.id),
        partial(changes.with_attributes, label=label.id, attributes=attributes),
        partial(changes.with_attributes, label=None, attributes=attributes[-1:]),
        partial(changes.with_relation, kind=kind),
        partial(changes.relation_moved, kind=kind.id, step=chance.randint(-3, 3)),
        partial(changes.brought, other=shipped.shipped(chance.choice([*shipped.FILES]))),
    )
    return project.change_schema(chance.choice(every), "change label")


def instruct(project: Project, chance: random.Random) -> "Future[Any]":
    """Give the team guidelines of its own, or none."""
    return project.set_guidelines(chance.choice(("", "# قواعد\n")))


def finish(project: Project, chance: random.Random) -> "Future[Any]":
    """Finish a document, or open it again."""
    return project.set_finished(pick(project, chance).document.id, finished=chance.random() < 0.5)


def turn(project: Project, chance: random.Random) -> "Future[Any]":
    """Turn a document's first paragraph."""
    return project.set_directions(pick(project, chance).document.id, ((0, chance.choice(("rtl", "ltr"))),))


def rename(project: Project, chance: random.Random) -> "Future[Any]":
    """Give a document another title."""
    return project.rename(pick(project, chance).document.id, chance.choice(("عنوان", "title", "😀")))


def remove(project: Project, chance: random.Random) -> "Future[Any]":
    """Take a document out."""
    return project.remove_document(pick(project, chance).document.id)


def bring(project: Project, chance: random.Random) -> "Future[Any]":
    """Import a text, with a span of one of nine ids."""
    text = chance.choice(TEXTS)
    return project.import_records([record(text, RecordSpan(f"{chance.randrange(9)}", 0, 2, "actor"))])


def undo(project: Project, _: random.Random) -> "Future[Any]":
    """Take back the newest edit."""
    return project.undo()


def redo(project: Project, _: random.Random) -> "Future[Any]":
    """Take back the newest undo."""
    return project.redo()


SCHEMING: tuple[Verb, ...] = (scheme, scheme, scheme, instruct)
ATTACHING: tuple[Verb, ...] = (relate, relate, unrelate, note, note, answer, forget, describe, fill)
VERBS: tuple[Verb, ...] = (
    *(mark, mark, mark, erase, relabel, move, reshape, finish, turn, rename, remove, bring, undo, redo),
    *ATTACHING,
    *SCHEMING,
)
