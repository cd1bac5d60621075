"""Relations that go without saying: each span without one of a derived kind has the innermost span around it for an end."""

from collections.abc import Iterable, Iterator

from annotator.model.ids import derived_id
from annotator.model.relations import Relation, RelationKind
from annotator.model.spans import Span


def derived(kinds: Iterable[RelationKind], spans: Iterable[Span], stored: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations of derived *kinds* among the *spans* of a layer on a document, where none is *stored* for a head.

    The tail is the innermost legal end around all parts of the head: that of the fewest characters, among equals the least
    id. Their ids are the same wherever they are computed, and in no file.
    """
    known, there = tuple(spans), tuple(stored)
    return tuple(
        relation
        for kind in kinds
        if kind.is_derived and not kind.is_gone
        for relation in _of(kind, known, {relation.head for relation in there if relation.label == kind.id})
    )


def _of(kind: RelationKind, spans: tuple[Span, ...], said: set[bytes]) -> Iterator[Relation]:
    heads, tails = ({pair[end] for pair in kind.ends} for end in (0, 1))
    around: list[Span] = []
    waiting = sorted((span for span in spans if span.label in tails), key=lambda span: span.start, reverse=True)
    for head in sorted((span for span in spans if span.label in heads and span.id not in said), key=lambda span: span.start):
        while waiting and waiting[-1].start <= head.start:
            around.append(waiting.pop())
        around = [span for span in around if span.end > head.start]
        legal = [span for span in around if kind.joins(head.label, span.label) and span.id != head.id and _holds(span, head)]
        if legal:
            yield _relation(kind, head, min(legal, key=lambda span: (span.length, span.id)))


def _holds(outer: Span, inner: Span) -> bool:
    return all(any(start <= a and b <= end for start, end in outer.parts) for a, b in inner.parts)


def _relation(kind: RelationKind, head: Span, tail: Span) -> Relation:
    identifier = derived_id(f"derived:{kind.id.hex()}:{head.id.hex()}:{tail.id.hex()}")
    return Relation(head.layer, head.document, identifier, kind.id, head.id, tail.id)
