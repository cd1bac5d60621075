"""Notes are made, changed, answered and taken away: shown at once as pending, solid when they are in the file."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, FLAG, QUESTION, Note
from annotator.project.noting import subject
from annotator.project.project import Project
from annotator.project.values import Noted, Opened
from annotator.storage.store import Applied
from annotator.text.shown import shown
from annotator.ui.commands import Run
from annotator.ui.factories import isolated
from annotator.ui.note_editor import NoteEditor
from annotator.ui.page.page import Page
from annotator.ui.pending import Pending
from annotator.ui.session import Session
from annotator.ui.translations import tr

LONGEST = 40
ABOUT = {
    COMMENT: ("Note on {words}", "Note on the document"),
    QUESTION: ("Question on {words}", "Question on the document"),
    FLAG: ("Flag on {words}", "Flag on the document"),
}
Key = tuple[bytes, bytes, str]


class Noting(QObject):
    """What an analyst does to notes.

    Signals:
        changed: others are shown now.
    """

    changed = Signal()

    def __init__(self, session: Session, page: Page, window: QWidget) -> None:
        """Note on what *page* shows of *session*, in a field below it."""
        super().__init__(window)
        self._session, self._page = session, page
        self._pending = Pending[Note]()
        self._shown: tuple[object, ...] = ()
        self._writing: Note | None = None
        self._drafts: dict[Key, str] = {}
        self.editor = NoteEditor(window)
        around = page.parentWidget()
        column = around.layout() if around else None
        if column:
            column.addWidget(self.editor)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._leave)
        session.project_changed.connect(self._close_editor)
        session.writable_changed.connect(self._close_editor)
        for shows in (session.document_opened, session.document_completed, session.applied, session.project_changed):
            shows.connect(self._show)

    def runs(self) -> dict[str, Run]:
        """Return what the commands do."""
        return {
            "note": lambda: self.begin(COMMENT),
            "question": lambda: self.begin(QUESTION),
            "flag": self.turn_flag,
        }

    @property
    def here(self) -> tuple[Noted, ...]:
        """The own notes on the document being read, also those on their way."""
        opened, project = self._session.opened, self._session.project
        if opened is None or project is None:
            return ()
        known = {note.id: note for note in opened.notes}
        known |= {key: note for key in self.pending if (note := self._pending.shown(key, known.get(key)))}
        return self._noted(known.values(), opened, project.layer.name)

    @property
    def pending(self) -> frozenset[bytes]:
        """The ids of those that are on their way to the file."""
        opened = self._session.opened
        return self._pending.of(opened.document.id) if opened else frozenset()

    def begin(self, kind: str) -> None:
        """Write a note of a *kind* on the span in focus, or on the document if none is."""
        opened, project = self._session.opened, self._session.project
        if opened and project and self._session.is_writable:
            self._page.edges.keep()
            about = self._page.focused_span or opened.document
            note = Note(project.layer.id, opened.document.id, b"", about.id, kind, "")
            self._write(*self._noted((note,), opened, project.layer.name))

    def edit(self, noted: Noted) -> None:
        """Write an own note anew."""
        if self._session.is_writable:
            self._write(noted)

    def turn_flag(self) -> None:
        """Flag the span in focus, or take its flag off."""
        span, project = self._page.focused_span, self._session.project
        if span is None or project is None or not self._session.is_writable:
            return
        flags = [noted.note for noted in self.here if noted.note.about == span.id and noted.note.kind == FLAG]
        if flags:
            self.erase(flags[-1])
        else:
            self._add(Note(project.layer.id, span.document, new_id(), span.id, FLAG, ""))

    def answer(self, note: Note) -> None:
        """Resolve *note*, or open it again."""
        now = self._now(note)
        self._put(replace(now, is_resolved=not now.is_resolved))

    def erase(self, note: Note) -> None:
        """Take *note* away."""
        self._change(note, lambda project: project.erase_note(note))

    def _now(self, note: Note) -> Note:
        """Return *note* as it is shown by now, which whoever chose it may not have seen yet."""
        return next((noted.note for noted in self.here if noted.note.id == note.id), note)

    def _add(self, note: Note) -> None:
        self._change(note, lambda project: project.add_note(note))

    def _put(self, note: Note) -> None:
        self._change(note, lambda project: project.change_note(note))

    def _noted(self, notes: Iterable[Note], opened: Opened, analyst: str) -> tuple[Noted, ...]:
        """Return own *notes* on the document being read with what they are about, as the page shows it."""
        relations, spans, text = (
            {relation.id: relation for relation in opened.relations},
            self._page.spans,
            opened.document.text,
        )
        return tuple(
            Noted(note, opened.source.title, analyst, *subject(note, text, spans.get, relations.get)) for note in notes
        )

    def _write(self, noted: Noted) -> None:
        """Have a note written in the field, from where that was left."""
        self._remember(self.editor.text)
        note = self._writing = noted.note
        title, of_document = ABOUT[note.kind]
        words = isolated(shown(" … ".join(noted.words), LONGEST))
        about = tr(title, words=words) if noted.words else tr(of_document)
        self.editor.begin(about, self._drafts.get(_key(note), note.text), may_be_empty=note.kind == FLAG)

    def _keep(self, text: str) -> None:
        note = self._writing
        self._leave("")
        if note:
            self._drafts.pop(_key(note))
            if note.id:
                self._put(replace(self._now(note), text=text))
            else:
                self._add(replace(note, id=new_id(), text=text))

    def _leave(self, text: str) -> None:
        self._close(text)
        self._page.setFocus()

    def _close_editor(self) -> None:
        self._close(self.editor.text)

    def _close(self, text: str) -> None:
        """Write no note any more, and remember what was written."""
        self._remember(text)
        self._writing = None
        self.editor.hide()

    def _remember(self, text: str) -> None:
        """Remember what is written, for the next time that this note is."""
        if self._writing:
            self._drafts[_key(self._writing)] = text

    def _change(self, note: Note, ask: Callable[[Project], "Future[Applied]"]) -> None:
        """Show *note* as on its way, and have that written."""

        def settle() -> None:
            self._pending.drop(note)
            self._show()

        self._pending.add(note)
        self._show()
        self._session.act(ask, lambda _: settle(), settle)

    def _show(self) -> None:
        """Tell that others are shown, if so."""
        opened, project = self._session.opened, self._session.project
        shown = (opened.document.id, opened.notes, self.here, self.pending, project) if opened else ()
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()


def _key(note: Note) -> Key:
    """Return under what a draft of *note* is remembered: one for each that is made, one for each kind of new ones."""
    return note.about, note.id, note.kind
