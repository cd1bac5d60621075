"""Edits that put right what breaks a rule, one breach or many at once, as far as it still does."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from annotator.model.attributes import Attributes
from annotator.model.breaches import Breach
from annotator.model.edits import Edit, Row
from annotator.model.layers import Layer
from annotator.model.relations import Relation
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.project.marking import attached
from annotator.project.rules import BY_NAME
from annotator.project.rules.known import Known
from annotator.project.rules.rule import AnyRule, LayerRule, ValueRule
from annotator.project.rules.sheet import Sheet, sheet
from annotator.storage.reader import Reader

Report = Callable[[int, int], object]


@dataclass(slots=True)
class _Mended:
    """One document as it is read just now, and what becomes of its spans (None: erased) and its relations."""

    sheet: Sheet
    spans: dict[bytes, Span]
    becomes: dict[bytes, Span | None] = field(default_factory=dict)
    unrelated: dict[bytes, Relation] = field(default_factory=dict)


def fix(reader: Reader, layer: Layer, schema: Schema, breaches: Iterable[Breach], report: Report) -> Edit:
    """Return the edit that puts *breaches* right; those that are none any more, or cannot be put right, are passed over.

    What *report* raises ends it.
    """
    known, asked = Known.of(schema), defaultdict[bytes, list[Breach]](list)
    for found in breaches:
        asked[found.document].append(found)
    before: list[Row] = []
    after: list[Row] = []
    for place, (document, found_there) in enumerate(asked.items()):
        report(place, len(asked))
        if reader.is_in_use(document):
            gone, come = _fixed(reader, layer.id, known, document, found_there)
            before += gone
            after += come
    return Edit("fix", tuple(before), tuple(after)) if before else Edit("")


def _fixed(
    reader: Reader, layer: bytes, known: Known, document: bytes, breaches: Iterable[Breach]
) -> tuple[list[Row], list[Row]]:
    """Return the rows of a *document* that go and those that come."""
    now = sheet(reader, layer, document, known)
    mended = _Mended(now, {span.id: span for span in reader.spans(document, layer)})
    by_rule: dict[str, list[Breach]] = defaultdict(list)
    for found in breaches:
        by_rule[found.rule].append(found)
    for name, found_by in by_rule.items():
        _mend(mended, BY_NAME[name], found_by)
    _keep_apart(mended)
    return _rows(reader, layer, mended)


def _mend(mended: _Mended, rule: AnyRule, breaches: Iterable[Breach]) -> None:
    """Put right what breaks a *rule*."""
    relations = {relation.id: relation for relation in mended.sheet.relations}
    broken = _broken(mended, rule)
    for found in breaches:
        span = mended.becomes.get(found.id, mended.spans.get(found.id))
        if isinstance(rule, LayerRule):
            if span and (span.start, span.end) == (found.start, found.end):
                mended.becomes[span.id] = rule.mend(span, found)
        elif found.id in broken and found.is_relation:
            mended.unrelated[found.id] = relations[found.id]
        elif found.id in broken and span and rule.mend:
            mended.becomes[span.id] = rule.mend(span, mended.sheet)


def _broken(mended: _Mended, rule: AnyRule) -> set[bytes]:
    """Return the ids of what breaks a *rule* now, unless only all documents together tell."""
    if isinstance(rule, ValueRule):
        labels = mended.sheet.known.labels
        return {span.id for span in mended.spans.values() if rule.judge(labels.get(span.label), dict(span.attributes))}
    return set() if isinstance(rule, LayerRule) else {found.id for found in rule.check(mended.sheet)}


def _keep_apart(mended: _Mended) -> None:
    """Leave a span as it is that would come to lie on another one with its label."""
    places = {_place(span): span.id for span in mended.spans.values() if mended.becomes.get(span.id, span) == span}
    for identifier, span in tuple(mended.becomes.items()):
        if span and places.setdefault(_place(span), identifier) != identifier:
            del mended.becomes[identifier]


def _place(span: Span) -> tuple[object, ...]:
    return span.label, span.start, span.end, span.segments


def _rows(reader: Reader, layer: bytes, mended: _Mended) -> tuple[list[Row], list[Row]]:
    document, changed = mended.sheet.document.id, mended.becomes
    erased = {identifier for identifier, span in changed.items() if span is None}
    kept = [span for identifier, span in changed.items() if span and span != mended.spans[identifier]]
    gone: dict[bytes, Row] = {identifier: mended.spans[identifier] for identifier in (*erased, *(span.id for span in kept))}
    gone |= mended.unrelated
    gone |= {row.id: row for row in attached(reader, layer, document, erased)} if erased else {}
    if mended.unrelated:
        gone |= {note.id: note for note in reader.notes(document, layer) if note.about in mended.unrelated}
    return list(gone.values()), [replace(span, attributes=_without_time(span)) for span in kept]


def _without_time(span: Span) -> Attributes:
    """Return the attributes of a changed span: when it was changed is not what a file once said."""
    return tuple(pair for pair in span.attributes if pair[0] != "_updated")
