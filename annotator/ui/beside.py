"""What is shown beside the page: each panel is made when it is first wanted, and handed to whoever fills it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.ui.commands import Run
from annotator.ui.guidelines import Guidelines
from annotator.ui.marking import Marking
from annotator.ui.panels import Panels
from annotator.ui.relating import Relating
from annotator.ui.relations import RelationsPanel
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.sides import Side
from annotator.ui.viewing import Viewing

Made = tuple[QWidget, QWidget]


class Beside(QObject):
    """Offers the panels beside the page; the one shown last is shown again after a restart."""

    def __init__(  # noqa: PLR0913, PLR0917 - those who fill the panels
        self, panels: Panels, session: Session, relating: Relating, marking: Marking, viewing: Viewing, settings: Settings
    ) -> None:
        """Offer them on the sides of *panels*."""
        super().__init__(panels)
        self._panels, self._session, self._relating, self._marking = panels, session, relating, marking
        self._viewing, self._guide = viewing, None  # type: Viewing, Guidelines | None
        self.sides = panels.sides
        self.sides.offer(
            (
                Side("spans", "Spans", lambda _: (panels.spans, panels.spans.list)),
                Side("relations", "Relations", self._relations),
                Side("guidelines", "Guide", self._guidelines),
            )
        )
        self.sides.show_side(settings.text("side"))
        self.sides.turned.connect(lambda name: settings.set({"side": name}))

    def runs(self) -> dict[str, Run]:
        """Return what the commands that show a panel do."""
        shown: dict[str, Run] = {name: partial(self._visit, run) for name, run in self.sides.runs().items()}
        return shown | {"guideline": partial(self._visit, self.show_guideline)}

    def show_guideline(self) -> None:
        """Show what the guidelines say of the label that is armed, else of that of the span in focus."""
        armed, span, project = self._marking.armed_label, self._panels.page.focused_span, self._session.project
        label = armed or (project.schema.label(span.label) if project and span else None)
        self.sides.show_side("guidelines")
        if self._guide and label:
            self._guide.show_section(label.name)

    def _visit(self, run: Run) -> None:
        if self._panels.right.isHidden():
            self._viewing.turn_right()
        run()

    def _relations(self, parent: QWidget) -> Made:
        panel = RelationsPanel(parent)
        self._relating.use(panel)
        return panel, panel.list

    def _guidelines(self, parent: QWidget) -> Made:
        panel = self._guide = Guidelines(parent)

        def show() -> None:
            project = self._session.project
            panel.set_text(project.schema.name if project else "", project.schema.guidelines if project else "")
            panel.set_writable(is_writable=self._session.is_writable)

        for changed in (self._session.project_changed, self._session.schema_changed, self._session.writable_changed):
            changed.connect(show)
        panel.text_chosen.connect(lambda text: self._session.act(lambda project: project.set_guidelines(text)))
        show()
        return panel, panel.view
