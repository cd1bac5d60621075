"""The facts about the document being read, between the panel that shows them and the file."""

from PySide6.QtCore import QObject, QTimer

from annotator.project.describing import Fact
from annotator.ui.fields import Described, FieldsPanel
from annotator.ui.session import Session
from annotator.ui.viewing import Viewing

SHOWN_AFTER_MS = 15


class Facts(QObject):
    """Keeps the panel of facts up to date, after the page is painted, and has written what is filled in there."""

    def __init__(self, session: Session, viewing: Viewing, parent: QObject) -> None:
        """Show what *session* reads, in the language of *viewing*."""
        super().__init__(parent)
        self._session, self._viewing = session, viewing
        self._panel: FieldsPanel | None = None
        self._shown: Described | None = None
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show)
        changes = (
            *(session.document_opened, session.applied, session.documents_listed, session.project_changed),
            *(session.schema_changed, session.writable_changed, viewing.looks_changed),
        )
        for changed in changes:
            changed.connect(self._late.start)

    def use(self, panel: FieldsPanel) -> None:
        """Show the facts on *panel*, and have written what is filled in there."""
        self._panel = panel
        panel.given.connect(self._give)
        self._show()

    def _give(self, document: bytes, facts: tuple[Fact, ...]) -> None:
        """Have written what was filled in of a *document*: a line is left, too, when another one takes its place."""
        self._shown = None  # what was filled in may be taken back before it was shown
        if self._session.is_writable:
            self._session.act(lambda project: project.set_facts(document, facts))

    def _show(self) -> None:
        opened, project = self._session.opened, self._session.project
        described = Described(
            opened.source if opened and project else None,
            project.schema.fields if project else (),
            self._viewing.language.code,
            is_writable=self._session.is_writable,
        )
        if self._panel and described != self._shown:
            self._shown = described
            self._panel.show_facts(described)
