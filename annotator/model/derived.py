"""Relations that go without saying: each span without one of a derived kind has the innermost span around it for an end."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.model.ids import derived_id
from annotator.model.relations import Relation, RelationKind
from annotator.model.spans import Span

Labels = Mapping[bytes, bytes]
NONE_MERGED: Labels = MappingProxyType({})


def derived(
    kinds: Iterable[RelationKind], spans: Iterable[Span], stored: Iterable[Relation], merged: Labels = NONE_MERGED
) -> tuple[Relation, ...]:
    """Return the relations of derived *kinds* among the *spans* of a layer on a document, where none is *stored* for a head.

    The tail is the innermost legal end around all parts of the head: that of the fewest characters, among equals the least
    id. Their ids are the same wherever they are computed, and in no file. Labels that were *merged* count as those that speak
    for them.
    """
    known, there = tuple(spans), tuple(stored)
    return tuple(
        relation
        for kind in kinds
        if kind.is_derived and not kind.is_gone
        for relation in _of(kind, known, merged, {relation.head for relation in there if relation.label == kind.id})
    )


def _of(kind: RelationKind, spans: tuple[Span, ...], merged: Labels, said: set[bytes]) -> Iterator[Relation]:
    ends = {(merged.get(head, head), merged.get(tail, tail)) for head, tail in kind.ends}
    label = {span.id: merged.get(span.label, span.label) for span in spans}
    heads, tails = ({pair[end] for pair in ends} for end in (0, 1))
    around: list[Span] = []
    waiting = sorted((span for span in spans if label[span.id] in tails), key=lambda span: span.start, reverse=True)
    chosen = (span for span in spans if label[span.id] in heads and span.id not in said)
    for head in sorted(chosen, key=lambda span: span.start):
        while waiting and waiting[-1].start <= head.start:
            around.append(waiting.pop())
        around = [span for span in around if span.end > head.start]
        meant = [span for span in around if (label[head.id], label[span.id]) in ends and span.id != head.id]
        legal = [span for span in meant if _holds(span, head)]
        if legal:
            yield _relation(kind, head, min(legal, key=lambda span: (span.length, span.id)))


def _holds(outer: Span, inner: Span) -> bool:
    return all(any(start <= a and b <= end for start, end in outer.parts) for a, b in inner.parts)


def _relation(kind: RelationKind, head: Span, tail: Span) -> Relation:
    identifier = derived_id(f"derived:{kind.id.hex()}:{head.id.hex()}:{tail.id.hex()}")
    return Relation(head.layer, head.document, identifier, kind.id, head.id, tail.id)
