"""Entities in the window: gone to, and named, merged and split by edits."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.model.entities import Entity, Mention, can_be_named, name_of
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.storage.store import Applied
from annotator.text.canonical import LOOKED_AT, canonical, key
from annotator.ui.chords import Chords
from annotator.ui.commands import Run
from annotator.ui.entities import EntitiesPanel
from annotator.ui.entity_listing import EntityListing
from annotator.ui.following import Following
from annotator.ui.name_dialog import NameDialog
from annotator.ui.page.page import Page
from annotator.ui.session import Session
from annotator.ui.translations import tr
from annotator.ui.viewing import Viewing


class Naming(QObject):
    """Says which mentions are of one actor or place.

    Signals:
        told(text): why nothing was done, in words.
    """

    told = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917 - all that entities touch
        self, session: Session, page: Page, following: Following, viewing: Viewing, chords: Chords, window: QWidget
    ) -> None:
        """Ask over *window* about what *session* has and *page* shows."""
        super().__init__(window)
        self._session, self._page, self._window = session, page, window
        self._following, self._viewing, self._chords = following, viewing, chords

    def use(self, panel: EntitiesPanel) -> None:
        """List the entities on *panel*, and do what is wanted there."""
        EntityListing(self._session, panel, self._viewing, self._chords)
        panel.told.connect(self.told)
        panel.chosen.connect(self.go_to)
        panel.rename_wanted.connect(self.ask_name)
        panel.merge_wanted.connect(self.ask_merge)
        panel.split_wanted.connect(self.ask_split)

    def runs(self) -> dict[str, Run]:
        """Return what the command about entities does."""
        return {"same_as": self.ask_same}

    def go_to(self, span: Span) -> None:
        """Show *span* on the page, in whatever document it is; keys stay where they are."""
        opened = self._session.opened
        if opened and opened.document.id == span.document:
            self._show(span)
        else:
            self._following.remember_place()
            self._session.read(span.document, partial(self._show, span), near=span.start)

    def ask_name(self, entity: Entity) -> None:
        """Ask for the name of all mentions of *entity*."""
        dialog = NameDialog(
            tr("Name the entity"), tr("Name it"), _all(entity), entity.name, is_optional=False, parent=self._window
        )
        dialog.ask(partial(self._act, Project.name_entity, entity.spans))

    def ask_merge(self, entities: Sequence[Entity]) -> None:
        """Ask for the name of what several *entities* are together."""
        best = max(entities, key=lambda entity: (entity.is_named, len(entity.mentions)))
        dialog = NameDialog(
            tr("Merge entities"), tr("Merge"), _all(*entities), best.name, is_optional=False, parent=self._window
        )
        dialog.ask(partial(self._act, Project.merge_entities, [entity.spans for entity in entities]))

    def ask_split(self, entity: Entity, mentions: Sequence[Mention]) -> None:
        """Ask under which name *mentions* of *entity* are counted instead; none will do unless they read as the others do."""
        proposed, reads = mentions[0].proposed, {key(mention.proposed) for mention in entity.mentions}
        offered = "" if key(proposed) == key(entity.name) else proposed
        hint = tr("Mentions split off: {count}. Leave the name empty to decide later.", count=len(mentions))
        is_optional = entity.is_named or len(reads) > 1
        dialog = NameDialog(
            tr("Split mentions off"),
            tr("Split off"),
            hint if is_optional else _all(replace(entity, mentions=tuple(mentions))),
            offered,
            is_optional=is_optional,
            parent=self._window,
        )
        dialog.ask(partial(self._act, Project.split_entity, [mention.span for mention in mentions]))

    def ask_same(self) -> None:
        """Ask which entity the span in focus is a mention of."""
        span, project = self._page.focused_span, self._session.project
        if span is None or project is None:
            return
        if can_be_named(project.schema, span.label):
            self._session.ask(Project.entities, partial(self._offer, span))
        else:
            self.told.emit(tr("Spans under this label have no names: actors and places have"))

    def _offer(self, span: Span, found: Sequence[Entity]) -> None:
        from annotator.ui import sameness  # noqa: PLC0415 - seldom asked for: the window is there sooner

        text = self._page.text
        if span.document != self._page.document.id or self._page.spans.get(span.id) is None:
            return  # the analyst went elsewhere meanwhile
        proposed = canonical(span.covered(text), text[max(span.start - LOOKED_AT, 0) : span.start])
        sameness.ask(span, proposed, found, self._viewing.looks, partial(self._join, span), self._window)

    def _join(self, span: Span, name: str, entity: Entity | None) -> None:
        """Count *span* under *name*, with all of *entity* if that had none; apart from those it was counted with by name."""
        spans = [span, *(other for other in entity.spans if other.id != span.id)] if entity and not entity.is_named else [span]
        self._act(Project.split_entity if name_of(span) else Project.name_entity, spans, name)

    def _act(self, verb: Callable[..., "Future[Applied]"], *said: object) -> None:
        """Have an edit of the project written; where no backup can be made before much is changed, the analyst may insist."""
        self._session.act(
            lambda project: verb(project, *said), insist=lambda project: verb(project, *said, without_backup=True)
        )

    def _show(self, span: Span) -> None:
        self._page.go_to(span.start)
        self._page.focus_span(span.id)


def _all(*entities: Entity) -> str:
    """Return what a name is given to."""
    return tr("All mentions are counted under it: {count}", count=sum(len(entity.mentions) for entity in entities))
