"""Which lines a list of entities has: those that fit a filter, in an order, with the mentions of those that are open."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.model.entities import Entity, Mention, Place, fits
from annotator.text.canonical import key
from annotator.ui.entity_rows import CLOSED, CLOSED_RTL, OPEN, entity_row, mention_row
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row


class Line(NamedTuple):
    """A line of the list: an entity, or one of its mentions."""

    entity: Place
    mention: Place | None = None


class EntityLines:
    """The entities, which of them are open, and which of their mentions was gone to last."""

    def __init__(self) -> None:
        """Begin with none."""
        self._entities: dict[Place, Entity] = {}
        self._open: set[Place] = set()
        self._mentions: dict[Place, Mention] = {}
        self._visited: Line | None = None
        self.count = 0

    def __bool__(self) -> bool:
        """Whether there are entities, whatever fits."""
        return bool(self._entities)

    def hold(self, entities: Iterable[Entity]) -> None:
        """Hold these entities instead; those open stay so."""
        self._entities = {entity.place: entity for entity in entities}

    def entity(self, line: Line) -> Entity:
        """Return the entity that a line is about."""
        return self._entities[line.entity]

    def found(self, typed: str, *, by_name: bool) -> list[Line]:
        """Return the lines of the entities that what is *typed* fits, as many as `count` then says."""
        shown = [entity for entity in self._entities.values() if fits(entity, typed)]
        if by_name:
            shown.sort(key=lambda entity: key(entity.name))
        self.count = len(shown)
        opened = [entity for entity in shown if entity.place in self._open]
        self._mentions = {mention.place: mention for entity in opened for mention in entity.mentions}
        return [line for entity in shown for line in self._of(entity)]

    def row(self, line: Line, looks: Looks, *, is_rtl: bool) -> Row:
        """Return what is shown of a line."""
        if line.mention:
            return mention_row(self._mentions[line.mention])
        closed = CLOSED_RTL if is_rtl else CLOSED
        return entity_row(self.entity(line), looks, OPEN if self.is_open(line) else closed)

    def turn(self, line: Line, *, is_open: bool | None = None) -> None:
        """Open the entity of a line, or close it; with None whichever it is not."""
        wanted = not self.is_open(line) if is_open is None else is_open
        (self._open.add if wanted else self._open.discard)(line.entity)

    def is_open(self, line: Line) -> bool:
        """Whether the mentions of the entity of a line are shown."""
        return line.entity in self._open

    def visit(self, line: Line) -> Mention:
        """Return the mention to go to from a line: its own, or the one of its entity after that gone to last."""
        mentions = self.entity(line).mentions
        places = [mention.place for mention in mentions]
        wanted = line.mention or self._next(line.entity, places)
        self._visited = Line(line.entity, wanted)
        return mentions[places.index(wanted)]

    def _of(self, entity: Entity) -> list[Line]:
        mentions = entity.mentions if entity.place in self._open else ()
        return [Line(entity.place), *(Line(entity.place, mention.place) for mention in mentions)]

    def _next(self, entity: Place, places: Sequence[Place]) -> Place:
        last = self._visited.mention if self._visited and self._visited.entity == entity else None
        return places[(places.index(last) + 1) % len(places)] if last in places else places[0]
