"""What is shown beside the page: each panel is made when it is first wanted, and handed to whoever fills it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.answering import Answering
from annotator.ui.commands import Run
from annotator.ui.consistency import ConsistencyPanel
from annotator.ui.entities import EntitiesPanel
from annotator.ui.facts import Facts
from annotator.ui.fields import FieldsPanel
from annotator.ui.marking import Marking
from annotator.ui.naming import Naming
from annotator.ui.notes import NotesPanel
from annotator.ui.panels import Panels
from annotator.ui.relating import Relating
from annotator.ui.relations import RelationsPanel
from annotator.ui.reviewing import Reviewing
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.sides import Side
from annotator.ui.viewing import Viewing

Made = tuple[QWidget, QWidget]


class Fillers(NamedTuple):
    """Who fills the panels."""

    session: Session
    relating: Relating
    answering: Answering
    naming: Naming
    facts: Facts
    marking: Marking


class Beside(QObject):
    """Offers the panels beside the page; the one shown last is shown again after a restart.

    Signals:
        told(text): what was done on a panel, or why nothing was, in words.
    """

    told = Signal(str)

    def __init__(self, panels: Panels, fillers: Fillers, viewing: Viewing, settings: Settings) -> None:
        """Offer them on the sides of *panels*."""
        super().__init__(panels)
        self._panels, self._fillers, self._viewing = panels, fillers, viewing
        self._session = fillers.session
        self._show_section: Callable[[str], object] | None = None
        self._reviewing: Reviewing | None = None
        self.sides = panels.sides
        self.sides.offer(
            (
                Side("spans", lambda _: (panels.spans, panels.spans.list)),
                Side("relations", self._relations),
                Side("notes", self._notes),
                Side("entities", self._entities),
                Side("rules", self._rules),
                Side("document", self._document),
                Side("guidelines", self._guidelines),
            )
        )
        self.sides.show_side(settings.text("side"))
        self.sides.turned.connect(lambda name: settings.set({"side": name}))

    def runs(self) -> dict[str, Run]:
        """Return what the commands that show a panel do."""
        shown: dict[str, Run] = {name: partial(self._visit, run) for name, run in self.sides.runs().items()}
        return shown | {
            "guideline": partial(self._visit, self.show_guideline),
            "next_problem": partial(self._step, 1),
            "previous_problem": partial(self._step, -1),
            "fix_problem": self._fix,
        }

    @property
    def reviewing(self) -> Reviewing:
        """Who watches over the rules, from now on if nobody asked before."""
        self.sides.make("rules")
        if self._reviewing is None:
            raise RuntimeError("the panel of the rules was made by something else")
        return self._reviewing

    def show_guideline(self) -> None:
        """Show what the guidelines say of the label that is armed, else of that of the span in focus."""
        armed, span, project = self._fillers.marking.armed_label, self._panels.page.focused_span, self._session.project
        label = armed or (project.schema.label(span.label) if project and span else None)
        self.sides.show_side("guidelines")
        if self._show_section and label:
            self._show_section(label.name)

    def _step(self, by: int) -> None:
        self.reviewing.step(by)

    def _fix(self) -> None:
        self.reviewing.fix()

    def _visit(self, run: Run) -> None:
        if self._panels.right.isHidden():
            self._viewing.turn_right()
        run()

    def _relations(self, parent: QWidget) -> Made:
        panel = RelationsPanel(parent)
        self._fillers.relating.use(panel)
        return panel, panel.list

    def _notes(self, parent: QWidget) -> Made:
        panel = NotesPanel(parent)
        self._fillers.answering.use(panel)
        return panel, panel.list

    def _entities(self, parent: QWidget) -> Made:
        panel = EntitiesPanel(parent)
        self._fillers.naming.use(panel)
        return panel, panel.list

    def _rules(self, parent: QWidget) -> Made:
        panel = ConsistencyPanel(parent)
        self._reviewing = Reviewing(self._session, self._panels.page, panel, self._viewing)
        self._reviewing.told.connect(self.told)
        panel.counted.connect(partial(self.sides.set_count, "rules"))
        return panel, panel.list

    def _document(self, parent: QWidget) -> Made:
        panel = FieldsPanel(parent)
        self._fillers.facts.use(panel)
        return panel, panel.first

    def _guidelines(self, parent: QWidget) -> Made:
        from annotator.ui.guidelines import Guidelines  # noqa: PLC0415 - seldom shown at once: the window is there sooner

        panel = Guidelines(parent)
        self._show_section = panel.show_section

        def show() -> None:
            project = self._session.project
            panel.set_text(project.schema.name if project else "", project.schema.guidelines if project else "")
            panel.set_writable(is_writable=self._session.is_writable)

        for changed in (self._session.project_changed, self._session.schema_changed, self._session.writable_changed):
            changed.connect(show)
        panel.text_chosen.connect(lambda text: self._session.act(lambda project: project.set_guidelines(text)))
        show()
        return panel, panel.view
