"""Keeps a panel of entities as the project is: read again, in the background, once nothing was done for a moment."""

from PySide6.QtCore import QObject, QTimer

from annotator.model.entities import Entity
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.notes import Note
from annotator.project.project import Project
from annotator.storage.store import Applied
from annotator.ui.chords import Chords
from annotator.ui.entities import EntitiesPanel
from annotator.ui.session import Session
from annotator.ui.viewing import Viewing

IDLE_MS = 300


class EntityListing(QObject):
    """Reads the entities while the panel is seen, one reading at a time."""

    def __init__(self, session: Session, panel: EntitiesPanel, viewing: Viewing, chords: Chords) -> None:
        """Show on *panel* what *session* has, as *viewing* has it look; *chords* are the keys that hints name."""
        super().__init__(panel)
        self._session, self._panel, self._viewing, self._chords = session, panel, viewing, chords
        self._is_behind = True
        self._asked: Project | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._catch_up)
        session.project_changed.connect(self._begin)
        session.schema_changed.connect(self._fall_behind)
        session.applied.connect(self._follow)
        session.failed.connect(self._look_again)
        session.writable_changed.connect(self._show_writable)
        viewing.looks_changed.connect(self._show_looks)
        chords.changed.connect(self._show_key)
        panel.came.connect(self._catch_up)
        for show in (self._show_looks, self._show_key, self._show_writable, self._catch_up):
            show()

    def _begin(self) -> None:
        """List what another project has."""
        self._asked = None
        self._panel.show_entities(())
        self._show_writable()
        self._fall_behind()

    def _show_looks(self) -> None:
        self._panel.set_looks(self._viewing.looks)

    def _show_writable(self) -> None:
        self._panel.set_writable(is_writable=self._session.is_writable)

    def _show_key(self) -> None:
        self._panel.set_key(self._chords.named("same_as"))

    def _follow(self, applied: Applied) -> None:
        """Read again after an edit, unless it changed notes alone: all else is what entities are made of."""
        rows = (*applied.edit.before, *applied.edit.after)
        if not rows or not all(isinstance(row, Note) for row in rows):
            self._fall_behind()

    def _look_again(self, error: AnnotatorError) -> None:
        if isinstance(error, Stale):
            self._fall_behind()

    def _fall_behind(self) -> None:
        self._is_behind = True
        self._idle.start()

    def _catch_up(self) -> None:
        """Read the entities if they are seen and others meanwhile."""
        project = self._session.project
        if not self._is_behind or project is None or self._asked is project or not self._panel.isVisible():
            return
        self._is_behind, self._asked = False, project
        self._session.ask(Project.entities, self._take, self._give_up)

    def _take(self, entities: tuple[Entity, ...]) -> None:
        self._asked = None
        self._panel.show_entities(entities)
        if self._is_behind:
            self._idle.start()

    def _give_up(self, error: AnnotatorError) -> None:
        self._asked = None
        self._session.failed.emit(error)
