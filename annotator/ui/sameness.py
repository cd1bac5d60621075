"""Asks which entity a span is a mention of: those called so come first, and what is typed can be a new name."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.model.entities import Entity, fits, is_like, likely
from annotator.model.spans import Span
from annotator.text.canonical import key, tidy
from annotator.ui.chooser import Choice, Chooser, choose
from annotator.ui.entity_rows import entity_row
from annotator.ui.factories import isolated
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row
from annotator.ui.translations import tr

Join = Callable[[str, Entity | None], object]


def ask(span: Span, proposed: str, found: Sequence[Entity], looks: Looks, join: Join, window: QWidget) -> None:  # noqa: PLR0913, PLR0917 - the whole of a question
    """Ask over *window* which of the entities *found* has *span* for a mention, and *join* it under that name."""
    ranked = likely((entity for entity in found if not _says_nothing(entity, span)), span.label, proposed)
    hint = tr("A part of the name, or a new name")
    choose(Chooser("same_as", tr("Same as"), hint, choices(proposed, ranked, looks, join), window))


def choices(proposed: str, ranked: Sequence[Entity], looks: Looks, join: Join) -> Callable[[str], Sequence[Choice]]:
    """Return a function that gives the entities that fit what is typed, and a new name: that, or else the one *proposed*.

    The new name comes after those that are like it, so that Enter never joins what has nothing in common.
    """
    near = [entity for entity in ranked if is_like(entity, proposed)]
    far = ranked[len(near) :]

    def fitting(typed: str) -> Sequence[Choice]:
        name = tidy(typed)
        above = sorted((entity for entity in ranked if fits(entity, name)), key=lambda entity: key(entity.name) != key(name))
        above, below = (above, ()) if name else (near, far)
        return [*map(offer, above), *_new(name or proposed, above, join), *map(offer, below)]

    def offer(entity: Entity) -> Choice:
        return Choice(entity_row(entity, looks), partial(join, entity.name, entity))

    return fitting


def _new(name: str, beside: Sequence[Entity], join: Join) -> Sequence[Choice]:
    """Return the choice of a new *name*; none if there is none, or an entity *beside* it is called so."""
    if not name or any(key(entity.name) == key(name) for entity in beside):
        return ()
    row = Row(tr("New name: {name}", name=isolated(name)), tr("Count it under this name"))
    return (Choice(row, partial(join, name, None)),)


def _says_nothing(entity: Entity, span: Span) -> bool:
    """Whether to be counted with *entity* is nothing new for *span*: it is alone in it, or by name."""
    places = [mention.place for mention in entity.mentions]
    return (span.document, span.id) in places and (entity.is_named or len(places) == 1)
