"""Relations are made and taken back: shown at once as pending, solid when they are in the file."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.ids import new_id
from annotator.model.relations import Relation
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.storage.store import Applied
from annotator.ui.page.page import Page
from annotator.ui.page.related import Option, Related
from annotator.ui.pending import Pending
from annotator.ui.relations import RelationsPanel
from annotator.ui.session import Session
from annotator.ui.viewing import Viewing

LISTED_AFTER_MS = 15


class Relating(QObject):
    """What an analyst does to relations.

    Signals:
        changed: others are shown now.
    """

    changed = Signal()

    def __init__(self, session: Session, page: Page, viewing: Viewing, parent: QObject) -> None:
        """Edit and show on *page* the relations that *session* reads, as *viewing* calls them."""
        super().__init__(parent)
        self._session, self._page, self._viewing = session, page, viewing
        self._pending = Pending[Relation]()
        self._shown: tuple[object, ...] = ()
        self._panel: RelationsPanel | None = None
        self._listing = QTimer(self, singleShot=True, interval=LISTED_AFTER_MS)
        self._listing.timeout.connect(self._list)
        for changed in (session.document_opened, session.document_completed, session.applied, session.project_changed):
            changed.connect(self._show)
        for changed in (session.schema_changed, session.writable_changed, viewing.looks_changed):
            changed.connect(self._show)

    def use(self, panel: RelationsPanel) -> None:
        """List the relations on *panel*, and do what is wanted there."""
        self._panel = panel
        panel.chosen.connect(self._go_to)
        panel.erase_wanted.connect(self.unrelate)
        self._page.span_focused.connect(lambda _: self._listing.start())
        self._listing.start()

    def relate(self, begun: Span, other: Span, option: Option) -> None:
        """Relate the span *begun* with to the *other* as *option* says."""
        project = self._session.project
        if project and self._session.is_writable:
            ends = option.ids(begun, other)
            made = Relation(project.layer.id, begun.document, new_id(), option.kind.id, *ends)
            self._change((made,), lambda project: project.relate(made))

    def unrelate(self, ids: Iterable[bytes]) -> None:
        """Take back the relations with these ids."""
        opened, chosen = self._session.opened, tuple(ids)
        found = tuple(relation for relation in opened.relations if relation.id in chosen) if opened else ()
        if opened and found and self._session.is_writable:
            self._change(found, lambda project: project.unrelate(opened.document.id, chosen))

    def _change(self, about: tuple[Relation, ...], ask: Callable[[Project], "Future[Applied]"]) -> None:
        """Show relations as on their way, and have that written."""

        def settle() -> None:
            for relation in about:
                self._pending.drop(relation)
            self._show()

        for relation in about:
            self._pending.add(relation)
        self._show()
        self._session.act(ask, lambda _: settle(), settle)

    def _show(self) -> None:
        """Show what the file says, and what is on its way there, if any of that is another than before."""
        opened, project = self._session.opened, self._session.project
        self._listing.start()
        if opened is None or project is None:
            self._put((), Related)
            return
        pending, schema, language = self._pending.of(opened.document.id), project.schema, self._viewing.language.code
        is_writable = self._session.is_writable

        def make() -> Related:
            known = {relation.id: relation for relation in opened.relations}
            known |= {key: shown for key in pending if (shown := self._pending.shown(key, known.get(key)))}
            return Related(schema.kinds, known.values(), pending, language, is_writable=is_writable)

        self._put((opened.document.id, opened.relations, pending, schema, language, is_writable), make)

    def _put(self, about: tuple[object, ...], make: Callable[[], Related]) -> None:
        if about != self._shown:
            self._shown = about
            self._page.links.show(make())
            self.changed.emit()

    def _list(self) -> None:
        if self._panel:
            page = self._page
            self._panel.show_relations(page.links.related, page.spans, page.text, page.looks, page.focused)

    def _go_to(self, identifier: bytes) -> None:
        """Bring a span into view and focus; the keys stay where they are."""
        span = self._page.spans.get(identifier)
        if span:
            self._page.go_to(span.start)
            self._page.focus_span(identifier)
