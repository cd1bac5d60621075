"""How the spans of a document are related: what joins a span to others, and what could."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from annotator.model.derived import derived
from annotator.model.relations import Relation, RelationKind
from annotator.model.spans import Span

Near = Callable[[Span], Iterable[Span]]


class Link(NamedTuple):
    """A relation as the page shows it, between the spans with the ids ``head`` and ``tail``.

    ``id`` is that of the stored relation, empty if it is filled in, or only proposed.
    """

    id: bytes
    title: str
    head: bytes
    tail: bytes
    is_pending: bool = False
    is_derived: bool = False
    is_symmetric: bool = False

    def other(self, span: bytes) -> bytes:
        """Return the end that is not the *span* with this id."""
        return self.tail if span == self.head else self.head


class Option(NamedTuple):
    """A kind of relation that may join two spans; ``is_back`` if the one begun with is its tail."""

    kind: RelationKind
    is_back: bool = False

    def ids(self, begun: Span, other: Span) -> tuple[bytes, bytes]:
        """Return the ids of (head, tail) as `ends` has them."""
        head, tail = self.ends(begun, other)
        return head.id, tail.id

    def ends(self, begun: Span, other: Span) -> tuple[Span, Span]:
        """Return (head, tail) of a relation of this kind between the span *begun* with and the *other*."""
        return (other, begun) if self.is_back else (begun, other)


class Related:
    """The relations of a document and the kinds that there are; those with ids in *pending* are not in the file yet."""

    def __init__(
        self,
        kinds: Iterable[RelationKind] = (),
        relations: Iterable[Relation] = (),
        pending: frozenset[bytes] = frozenset(),
        language: str = "en",
        *,
        is_writable: bool = True,
    ) -> None:
        """Hold *relations*, titled in *language*; others can be made if that *is_writable*."""
        self.kinds = {kind.id: kind for kind in kinds}
        self.relations = tuple(relation for relation in relations if relation.label in self.kinds)
        self._pending, self._language, self._is_writable = pending, language, is_writable
        self._filled_in = tuple(kind for kind in self.kinds.values() if kind.is_derived and not kind.is_gone)
        self._may_be_filled_in = {label for kind in self._filled_in for label in chain(*kind.ends)}
        self._stored = [one for one in self.relations if self.kinds[one.label].is_derived]
        self._of = defaultdict[bytes, list[Relation]](list)
        for relation in self.relations:
            for end in relation.ends:
                self._of[end].append(relation)

    def title(self, kind: RelationKind) -> str:
        """Return what a *kind* of relation is called."""
        return kind.title(self._language)

    def links(self) -> list[Link]:
        """Return what is stored, or is to be."""
        return [*map(self._link, self.relations)]

    def proposed(self, begun: Span, other: Span) -> Link | None:
        """Return the first kind of relation that may join two spans, as it would be drawn; None where there is none."""
        options = self.options(begun, other)
        if not options:
            return None
        title = f"{self.title(options[0].kind)} …" if len(options) > 1 else self.title(options[0].kind)
        return Link(b"", title, *options[0].ids(begun, other), is_pending=True, is_symmetric=options[0].kind.is_symmetric)

    def of(self, span: Span, near: Near) -> list[Link]:
        """Return what joins *span* to others; *near* gives the spans that share a paragraph with one."""
        found = [*map(self._link, self._of.get(span.id, ()))]
        if span.label in self._may_be_filled_in:
            found += [link for link in self._derived(list(near(span))) if span.id in {link.head, link.tail}]
        return found

    def among(self, spans: Sequence[Span]) -> list[Link]:
        """Return what joins any of *spans* to one another or to others."""
        stored = {relation.id: relation for span in spans for relation in self._of.get(span.id, ())}
        return [*map(self._link, stored.values()), *self._derived(spans)]

    def partners(self, span: Span, others: Iterable[Span]) -> list[Span]:
        """Return those of *others* that may be joined to *span*, in their order; a look at each label tells, or nearly."""
        labels, joined = self._labels(span), {end for relation in self._of.get(span.id, ()) for end in relation.ends}
        legal = (other for other in others if other.label in labels and other.id != span.id)
        return [other for other in legal if other.id not in joined or self.options(span, other)]

    def _labels(self, span: Span) -> frozenset[bytes]:
        """Return the labels of spans that some kind of relation may join to *span*."""
        kinds = self.kinds.values() if self._is_writable else ()
        pairs = [pair for kind in kinds if not kind.is_gone for pair in kind.ends]
        tails, heads = ({pair[1 - end] for pair in pairs if pair[end] == span.label} for end in (0, 1))
        return frozenset(tails | heads)

    def options(self, begun: Span, other: Span) -> tuple[Option, ...]:
        """Return the kinds of relations that may join the span *begun* with to the *other*, as nothing does yet."""
        if begun.id == other.id or not self._is_writable:
            return ()
        said = {(relation.label, *relation.ends) for relation in self._of.get(begun.id, ())}
        return tuple(
            option
            for option in chain(*map(_both_ways, self.kinds.values()))
            if not option.kind.is_gone and not self._is_said(option, begun, other, said)
        )

    def _is_said(self, option: Option, begun: Span, other: Span, said: set[tuple[bytes, bytes, bytes]]) -> bool:
        """Whether nothing is left to say: the kind does not join these two, or does so already."""
        head, tail = option.ends(begun, other)
        kind = option.kind
        is_said = (kind.id, head.id, tail.id) in said or (kind.is_symmetric and (kind.id, tail.id, head.id) in said)
        return is_said or not kind.joins(head.label, tail.label)

    def _link(self, relation: Relation) -> Link:
        kind = self.kinds[relation.label]
        is_pending = relation.id in self._pending
        return Link(relation.id, self.title(kind), *relation.ends, is_pending=is_pending, is_symmetric=kind.is_symmetric)

    def _derived(self, spans: Sequence[Span]) -> Iterator[Link]:
        for relation in derived(self._filled_in, spans, self._stored):
            yield Link(b"", self.title(self.kinds[relation.label]), *relation.ends, is_derived=True)


def _both_ways(kind: RelationKind) -> tuple[Option, ...]:
    """Return how a *kind* can be read from either end; one that says the same both ways is read once."""
    return (Option(kind),) if kind.is_symmetric else (Option(kind), Option(kind, is_back=True))
