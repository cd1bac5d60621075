"""Consistency: what in a layer breaks a rule of the guidelines, kept up to date document by document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeVar

from annotator.model.breaches import Breach, Head
from annotator.model.documents import Document
from annotator.model.relations import Relation
from annotator.project.project import Project
from annotator.project.rules import DOCUMENT_RULES, LAYER_RULES, RULES, VALUE_RULES
from annotator.project.rules.known import Known
from annotator.project.rules.rule import Told, Verdict, breach
from annotator.project.rules.sheet import Sheet, Values, marks
from annotator.storage.reader import Mark, Reader

T = TypeVar("T")
Report = Callable[[int, int], object]
Breaches = tuple[Breach, ...]
PAGE, A_PART = 25, 5_000
HEADS = {rule.name: Head(rule.name, rule.level, rule.title, rule.numbers) for rule in RULES}


class Consistency:
    """What breaks a rule in the own layer of a project; used by one thread at a time.

    It reads some documents at a time, so that nobody who asks or changes the project meanwhile has to wait; what changed is to
    be checked again.
    """

    def __init__(self, project: Project) -> None:
        """Begin with nothing checked in the own layer of *project*, by the schema that it has now."""
        self._project, self._layer, self._known = project, project.layer.id, Known.of(project.schema)
        self._values: dict[str, Values] = {}
        self._verdicts: dict[tuple[bytes, str], tuple[tuple[str, Verdict], ...]] = {}
        self._found: dict[bytes, Breaches] = {}
        self._told: dict[bytes, tuple[list[Told], ...]] = {}
        self._compared: Breaches | None = None

    def check(self, report: Report) -> Breaches:
        """Return what breaks a rule in all documents; what *report* raises ends it."""
        return self.check_again(self._project.ask(Reader.documents_in_use).result(), report)

    def check_again(self, documents: Iterable[bytes], report: Report) -> Breaches:
        """Return what breaks a rule, these *documents* read anew; those that are no longer in the project are forgotten."""
        wanted = tuple(documents)
        for place in range(0, len(wanted), PAGE):
            report(place, len(wanted))
            self._take(wanted[place : place + PAGE])
        report(len(wanted), len(wanted))
        if self._compared is None:
            lists = zip(*self._told.values(), strict=True) if self._told else ()
            checks = (
                rule.check(chain.from_iterable(told), self._known) for rule, told in zip(LAYER_RULES, lists, strict=False)
            )
            self._compared = tuple(chain.from_iterable(checks))
        return (*chain.from_iterable(self._found.values()), *self._compared)

    def _take(self, documents: tuple[bytes, ...]) -> None:
        sheets = {one.document.id: one for one in self._sheets(documents)}
        for document in documents:
            one = sheets.get(document)
            found = tuple(self._broken(one)) if one else ()
            told = tuple(list(rule.gather(one)) for rule in LAYER_RULES) if one else None
            _put(self._found, document, found or None)
            if told != self._told.get(document):
                self._compared = None
                _put(self._told, document, told)

    def _sheets(self, documents: tuple[bytes, ...]) -> Iterator[Sheet]:
        """Yield those of the *documents* that are in the project; of very many spans some are read at a time."""
        begun = self._project.ask(lambda reader: [self._begun(reader, one) for one in documents if reader.is_in_use(one)])
        for document, found, relations in begun.result():
            part = found
            while len(part) == A_PART:
                more = partial(marks, layer=self._layer, document=document.id, values=self._values, limit=A_PART)
                part = self._project.ask(partial(more, after=part[-1][0])).result()
                found.extend(part)
            yield Sheet.of(document, found, relations, self._values, self._known)

    def _begun(self, reader: Reader, document: bytes) -> tuple[Document, list[Mark], tuple[Relation, ...]]:
        found = marks(reader, self._layer, document, self._values, limit=A_PART)
        return reader.document(document), found, reader.relations(document, self._layer)

    def _broken(self, one: Sheet) -> Iterator[Breach]:
        """Yield what breaks a rule in one document."""
        verdicts = self._verdicts
        for mark in one.marks:
            key = mark[1], mark[5]
            judged = verdicts.get(key)
            if judged is None:
                judged = verdicts[key] = self._judged(*key)
            for rule, verdict in judged:
                yield breach(rule, one, mark, verdict)
        for document_rule in DOCUMENT_RULES:
            yield from document_rule.check(one)

    def _judged(self, label: bytes, cell: str) -> tuple[tuple[str, Verdict], ...]:
        """Return what is wrong with values alone: the same wherever a span has them."""
        facts, values = self._known.labels.get(label), self._values[cell]
        verdicts = ((rule.name, rule.judge(facts, values)) for rule in VALUE_RULES)
        return tuple((name, verdict) for name, verdict in verdicts if verdict)


def in_order(breaches: Iterable[Breach], titles: Mapping[bytes, str]) -> Breaches:
    """Return *breaches* rule by rule, those of each by the title of their document and their place."""
    order = {rule.name: place for place, rule in enumerate(RULES)}
    return tuple(sorted(breaches, key=lambda one: (order[one.rule], titles.get(one.document, ""), one.document, one.start)))


def _put(into: dict[bytes, T], document: bytes, value: T | None) -> None:
    """Keep a *value* of a document, or none."""
    if value is None:
        into.pop(document, None)
    else:
        into[document] = value
