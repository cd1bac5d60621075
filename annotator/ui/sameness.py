"""Asks which entity a span is a mention of: those called so come first, and what is typed can be a new name."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.model.entities import Entity, fits, likely
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
    """Return a function that gives the entities that fit what is typed, then a new name: that, or the one *proposed*."""

    def fitting(typed: str) -> Sequence[Choice]:
        name = tidy(typed)
        shown = [entity for entity in ranked if fits(entity, name)]
        shown.sort(key=lambda entity: bool(name) and key(entity.name) != key(name))
        offered = [Choice(entity_row(entity, looks), partial(join, entity.name, entity)) for entity in shown]
        new = name or proposed
        if new and not any(key(entity.name) == key(new) for entity in shown):
            offered.append(Choice(_new(new), partial(join, new, None)))
        return offered

    return fitting


def _new(name: str) -> Row:
    return Row(tr("New name: {name}", name=isolated(name)), tr("Count it under this name"))


def _says_nothing(entity: Entity, span: Span) -> bool:
    """Whether to be counted with *entity* is nothing new for *span*: it is alone in it, or by name."""
    places = [mention.place for mention in entity.mentions]
    return (span.document, span.id) in places and (entity.is_named or len(places) == 1)
