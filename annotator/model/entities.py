"""Entities: the actors and places of a project, each the group of all mentions of it, under one name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from annotator.model.relations import Relation
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.text.canonical import canonical, key, words_of

CANONICAL, SAME_AS = "canonical", "same_as"
Place = tuple[bytes, bytes]
Key = tuple[bytes, bool, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or a place: the ``title`` of its document, its ``words``, and the text around them."""

    span: Span
    title: str
    words: str
    before: str = ""
    after: str = ""

    @property
    def place(self) -> Place:
        """Which span it is, in the layer: document and id."""
        return self.span.document, self.span.id

    @property
    def name(self) -> str:
        """The name under which it is counted, "" while it has none."""
        return name_of(self.span)

    @property
    def proposed(self) -> str:
        """The name that its own words propose."""
        return canonical(self.words, self.before)


@dataclass(frozen=True, slots=True)
class Entity:
    """The ``mentions`` of one actor or place, in reading order; where none has a name yet, ``name`` is what they propose.

    ``place`` is that of the least of them: what it is known by while its name and its other mentions change.
    """

    label: bytes
    name: str
    mentions: tuple[Mention, ...]
    is_named: bool
    place: Place

    @property
    def documents(self) -> int:
        """In how many documents it is mentioned."""
        return len({mention.span.document for mention in self.mentions})

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of its mentions."""
        return tuple(mention.span for mention in self.mentions)


def entities(mentions: Iterable[Mention], relations: Iterable[Relation], schema: Schema) -> tuple[Entity, ...]:
    """Return the entities that *mentions*, all of one layer, are of; those with the most mentions first.

    One are mentions under the same label whose names have the same key, or that a relation "same as" joins. A mention with
    neither is grouped with those whose words have the same key, until somebody says more.

    The groups are disjoint sets, joined by size (Galler and Fischer 1964, An improved equivalence algorithm) and looked up
    with halved paths (Tarjan and van Leeuwen 1984, Worst-case analysis of set union algorithms): O(n α(n)) after sorting.
    """
    ordered = sorted(mentions, key=_reading_order)
    groups = _Groups(len(ordered))
    joined = _join_related(groups, ordered, relations, same_kinds(schema))
    firsts: dict[Key, int] = {}
    for number, mention in enumerate(ordered):
        name = mention.name
        if name or number not in joined:
            shared = mention.span.label, bool(name), key(name or mention.proposed)
            groups.join(number, firsts.setdefault(shared, number))
    found: dict[int, list[Mention]] = {}
    for number, mention in enumerate(ordered):
        found.setdefault(groups.first(number), []).append(mention)
    return tuple(sorted(map(_entity, found.values()), key=_rank))


def name_of(span: Span) -> str:
    """Return the name under which a span is counted, "" while it has none."""
    for attribute, value in span.attributes:
        if attribute == CANONICAL and isinstance(value, str):
            return value
    return ""


def same_kinds(schema: Schema) -> frozenset[bytes]:
    """Return the ids of the kinds of relations that make two mentions one."""
    return frozenset(kind.id for kind in schema.relations if kind.name == SAME_AS)


def mentioning(schema: Schema) -> frozenset[bytes]:
    """Return the ids of the labels whose spans are mentions: they can have a name, or be the same as another."""
    named = {label.id for label in schema.labels if can_be_named(schema, label.id)}
    return frozenset(named.union(*(pair for kind in schema.relations if kind.name == SAME_AS for pair in kind.ends)))


def can_be_named(schema: Schema, label: bytes) -> bool:
    """Whether spans under *label* can have a name to be counted under."""
    return any(attribute.name == CANONICAL for attribute in schema.attributes_of(label))


def fits(entity: Entity, typed: str) -> bool:
    """Whether every word *typed* stands in the name of *entity* or in the words of its mentions, however spelt."""
    words = key(typed).split()
    return not words or all(word in _searched(entity) for word in words)


def likely(found: Iterable[Entity], label: bytes, name: str) -> tuple[Entity, ...]:
    """Return the entities under *label* that *name* may be of: those called so first, then those with the most shared words."""
    return tuple(sorted((entity for entity in found if entity.label == label), key=lambda entity: _distance(entity, name)))


def is_like(entity: Entity, name: str) -> bool:
    """Whether *entity* is called *name*, or shares a word with it."""
    is_other, shared = _distance(entity, name)
    return not is_other or shared < 0


def _distance(entity: Entity, name: str) -> tuple[bool, int]:
    """Return whether *entity* is called otherwise than *name*, and less the more words they share."""
    same, words, called = key(name), words_of(name), _called(entity)
    return not any(key(one) == same for one in called), -max(len(words & words_of(one)) for one in called)


def _called(entity: Entity) -> set[str]:
    return {entity.name, *(mention.words for mention in entity.mentions)}


def _searched(entity: Entity) -> str:
    return "\n".join(map(key, _called(entity)))


class _Groups:
    """Disjoint sets of the numbers below a count."""

    def __init__(self, count: int) -> None:
        """Begin with each number alone."""
        self._above = list(range(count))
        self._sizes = [1] * count

    def first(self, number: int) -> int:
        """Return the number that stands for all in the set of *number*."""
        above = self._above
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        less, more = self.first(one), self.first(other)
        if self._sizes[less] > self._sizes[more]:
            less, more = more, less
        if less != more:
            self._above[less] = more
            self._sizes[more] += self._sizes[less]


def _join_related(
    groups: _Groups, ordered: Sequence[Mention], relations: Iterable[Relation], kinds: AbstractSet[bytes]
) -> set[int]:
    """Join what relations of these *kinds* join, under one label; return the numbers of the mentions so joined."""
    numbers = {mention.place: number for number, mention in enumerate(ordered)}
    joined = set[int]()
    for relation in relations:
        ends = {numbers.get((relation.document, end), -1) for end in relation.ends} - {-1}
        labels = {ordered[end].span.label for end in ends}
        if relation.label in kinds and (len(ends), len(labels)) == (2, 1):
            groups.join(*ends)
            joined |= ends
    return joined


def _reading_order(mention: Mention) -> tuple[str, bytes, int, int, bytes]:
    span = mention.span
    return mention.title, span.document, span.start, -span.end, span.id


def _entity(mentions: Sequence[Mention]) -> Entity:
    given = Counter(filter(None, (mention.name for mention in mentions)))
    names = given or Counter(mention.proposed for mention in mentions)
    name = min(names, key=lambda one: (-names[one], -len(one), one))
    place = min(mention.place for mention in mentions)
    return Entity(mentions[0].span.label, name, tuple(mentions), bool(given), place)


def _rank(entity: Entity) -> tuple[int, str, bytes, Place]:
    return -len(entity.mentions), key(entity.name), entity.label, entity.place
