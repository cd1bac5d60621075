"""Rules about relations: they join two spans that they may join, once."""

from collections.abc import Iterator

from annotator.model.breaches import PROBLEM, Breach
from annotator.model.phrases import Phrase
from annotator.model.relations import Relation
from annotator.project.rules.rule import LONGEST, Rule
from annotator.project.rules.sheet import Sheet
from annotator.storage.reader import Mark

_ERASE = Phrase("erase the relation")
Marks = dict[bytes, Mark]


def illegal(sheet: Sheet) -> Iterator[Breach]:
    """Yield the relations that no span may begin or end, or that join a span to itself or to one that is erased."""
    marks = _marks(sheet)
    for relation in sheet.relations:
        message = _wrong(sheet, relation, marks)
        if message:
            yield _breach("relation", sheet, relation, marks, message)


def doubled(sheet: Sheet) -> Iterator[Breach]:
    """Yield the relations that say what an older one says."""
    marks, said = _marks(sheet), set[tuple[bytes, ...]]()
    for relation in sheet.relations:
        ends = tuple(sorted(relation.ends)) if relation.label in sheet.known.symmetric else relation.ends
        key = (relation.label, *ends)
        if key in said:
            message = Phrase("the same {relation} is there twice", relation=_name(sheet, relation))
            yield _breach("doubled", sheet, relation, marks, message)
        said.add(key)


def _wrong(sheet: Sheet, relation: Relation, marks: Marks) -> Phrase | None:
    head, tail = (marks.get(end) for end in relation.ends)
    if head is None or tail is None:
        return Phrase("a span that it joins was erased")
    if head is tail:
        return Phrase("{relation} joins a span to itself", relation=_name(sheet, relation))
    if relation.label not in sheet.known.kinds:
        return Phrase("its kind of relation is not in the schema")
    if (relation.label, head[1], tail[1]) in sheet.known.joins:
        return None
    labels = sheet.known.labels
    names = [labels[mark[1]].name if mark[1] in labels else "?" for mark in (head, tail)]
    return Phrase("{relation} cannot go from {head} to {tail}", relation=_name(sheet, relation), head=names[0], tail=names[1])


def _breach(rule: str, sheet: Sheet, relation: Relation, marks: Marks, message: Phrase) -> Breach:
    """Return that *relation* breaks a *rule*, at the words of the span that it begins or else ends with."""
    mark = marks.get(relation.head) or marks.get(relation.tail)
    start, end = (mark[2], mark[3]) if mark else (0, 0)
    words = sheet.document.text[start : min(end, start + LONGEST)]
    return Breach(rule, sheet.document.id, relation.id, relation.label, start, end, words, message, _ERASE, is_relation=True)


def _marks(sheet: Sheet) -> Marks:
    return {mark[0]: mark for mark in sheet.marks} if sheet.relations else {}


def _name(sheet: Sheet, relation: Relation) -> str:
    return sheet.known.kinds.get(relation.label, "?")


RULES = (
    Rule("relation", PROBLEM, Phrase("Illegal relations"), (), illegal),
    Rule("doubled", PROBLEM, Phrase("Relations that are there twice"), (), doubled),
)
