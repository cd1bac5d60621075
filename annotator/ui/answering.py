"""Finds what is noted: lists it beside the page, shows quietly on which spans, and goes to what waits for an answer."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.documents import Source
from annotator.model.layers import Layer
from annotator.model.notes import QUESTION, Note
from annotator.project.values import Noted
from annotator.storage.store import Applied
from annotator.text.shown import shown
from annotator.ui.commands import Run
from annotator.ui.factories import isolated
from annotator.ui.following import Following
from annotator.ui.notes import Listed, NotesPanel
from annotator.ui.noting import Noting
from annotator.ui.page.remarks import sign_of
from annotator.ui.panels import Panels
from annotator.ui.session import Session
from annotator.ui.translations import tr

ASKED_AFTER_MS, LISTED_AFTER_MS, LONGEST = 120, 15, 60


class Answering(QObject):
    """Keeps what is noted before the analyst's eyes.

    Signals:
        told(text): what was found, or that nothing was, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, panels: Panels, noting: Noting, following: Following, parent: QObject) -> None:
        """Follow *noting*; *following* opens documents on the page of *panels*."""
        super().__init__(parent)
        self._session, self._page, self._spans = session, panels.page, panels.spans
        self._noting, self._following = noting, following
        self._panel: NotesPanel | None = None
        self._known: tuple[Noted, ...] = ()
        self._answered: Noted | None = None
        self._asking = QTimer(self, singleShot=True, interval=ASKED_AFTER_MS)
        self._asking.timeout.connect(self._ask)
        self._listing = QTimer(self, singleShot=True, interval=LISTED_AFTER_MS)
        self._listing.timeout.connect(self._list)
        noting.changed.connect(self._show_signs)
        noting.changed.connect(self._listing.start)
        session.writable_changed.connect(self._listing.start)
        session.project_changed.connect(self._begin)
        session.applied.connect(self._applied)

    def runs(self) -> dict[str, Run]:
        """Return what the command does."""
        return {"next_question": self.go_on}

    def use(self, panel: NotesPanel) -> None:
        """List the notes on *panel*, and do what is wanted there."""
        self._panel = panel
        panel.chosen.connect(self.go_to)
        panel.edit_wanted.connect(self._noting.edit)
        panel.answer_wanted.connect(self._noting.answer)
        panel.erase_wanted.connect(self._noting.erase)
        self._ask()

    def go_on(self) -> None:
        """Go to the next question in the project that nobody answered, after the last the first."""
        self._session.ask(lambda project: project.notes(), self._go_on)

    def go_to(self, noted: Noted) -> None:
        """Bring what a note is about into view and focus, in whatever document it is; the keys stay where they are."""
        if noted.note.document == self._page.document.id:
            self._show(noted)
        else:
            self._following.remember_place()
            self._session.read(noted.note.document, partial(self._show, noted), near=max(noted.start, 0))

    def _go_on(self, every: tuple[Noted, ...]) -> None:
        waiting = [noted for noted in every if noted.note.kind == QUESTION and noted.note.is_open]
        if not waiting:
            self.told.emit(tr("No question is open"))
            return
        place = self._place(waiting)
        self._answered = waiting[place]
        words = isolated(shown(" ".join(self._answered.note.text.split()), LONGEST))
        self.told.emit(tr("Question {place} of {count}: {words}", place=place + 1, count=len(waiting), words=words))
        self.go_to(self._answered)
        self._page.setFocus()

    def _place(self, waiting: list[Noted]) -> int:
        """Return which of the questions comes after the one gone to last, if reading is there still, else after the caret."""
        opened, last = self._session.opened, self._answered
        if opened is None:
            return 0
        here = (opened.source.title, opened.document.id, self._page.caret.offset)
        stand = last.order if last and last.order[:2] == here[:2] and max(last.start, 0) == here[2] else (*here, b"")
        return next((place for place, noted in enumerate(waiting) if noted.order > stand), 0)

    def _show(self, noted: Noted) -> None:
        """Go to what a note is about, on the document that is shown."""
        page, opened, about = self._page, self._session.opened, noted.note.about
        page.go_to(max(noted.start, 0))
        joined = next((one.head for one in opened.relations if one.id == about), about) if opened else about
        page.focus_span(joined if page.spans.get(joined) else None)

    def _begin(self) -> None:
        self._known, self._answered = (), None
        self._asking.start()
        self._listing.start()

    def _applied(self, applied: Applied) -> None:
        """Ask for what is noted elsewhere, if it may be another now; what is noted here is known."""
        edit = applied.edit
        is_unknown = applied.seq and not edit.before and not edit.after
        if is_unknown or any(isinstance(row, Note | Source | Layer) for row in (*edit.before, *edit.after)):
            self._asking.start()

    def _ask(self) -> None:
        if self._panel:
            self._session.ask(lambda project: project.notes(), self._take)

    def _take(self, known: tuple[Noted, ...]) -> None:
        self._known = known
        self._show_signs()
        self._listing.start()

    def _list(self) -> None:
        opened, project = self._session.opened, self._session.project
        if self._panel is None:
            return
        notes = sorted((*self._others, *self._noting.here), key=lambda noted: noted.order)
        document, layer = (opened.document.id, project.layer.id) if opened and project else (b"", b"")
        self._panel.show_notes(Listed(notes, self._noting.pending, layer, document, is_writable=self._session.is_writable))

    @property
    def _others(self) -> list[Noted]:
        """What is known of notes beside the own ones on the document being read, as of when it was asked for."""
        opened, project = self._session.opened, self._session.project
        own = (opened.document.id, project.layer.id) if opened and project else ()
        return [noted for noted in self._known if (noted.note.document, noted.note.layer) != own]

    def _show_signs(self) -> None:
        """Show on which spans of the document something is noted."""
        found: dict[bytes, list[Note]] = {}
        for noted in (*self._others, *self._noting.here):
            if noted.note.document == self._page.document.id and noted.words:
                found.setdefault(noted.note.about, []).append(noted.note)
        self._page.remarks.show(found)
        self._spans.rows.show_signs({span: sign_of(notes) for span, notes in found.items()})
