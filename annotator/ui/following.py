"""Panels and page follow the session: what is open, what changed, what is in focus."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator.model.documents import Source
from annotator.model.errors import AnnotatorError, Busy, Moved, Stale
from annotator.model.parts import Parts
from annotator.model.spans import Span
from annotator.project.values import Entry, Opened
from annotator.storage.store import Applied
from annotator.ui.chords import Chords
from annotator.ui.factories import isolated, key_text
from annotator.ui.messages import said
from annotator.ui.page.looks import LabelLook
from annotator.ui.panels import Panels
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.status import Status, readout
from annotator.ui.translations import tr
from annotator.ui.viewing import Viewing

FOLLOWED_AFTER_MS = 15
TOLD_MS = 3000
TRIED_AGAIN = "another window or program is writing to the project: this one tries again until it has finished"


class Following(QObject):
    """Keeps every panel up to date; those beside the page after the page, which is looked at, is painted."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that keeps up
        self, session: Session, panels: Panels, status: Status, viewing: Viewing, settings: Settings, chords: Chords
    ) -> None:
        """Connect them; *chords* are the keys that hints name."""
        super().__init__(panels)
        self._session, self._panels, self._status = session, panels, status
        self._viewing, self._settings, self._chords = viewing, settings, chords
        self._inspected: Span | None = None
        self._focused: bytes | None = None
        self._behind: list[Applied] = []
        self._reading: tuple[Path, str] | None = None
        self._late = QTimer(self, singleShot=True, interval=FOLLOWED_AFTER_MS)
        self._late.timeout.connect(self._catch_up)
        session.project_changed.connect(self._show_project)
        session.schema_changed.connect(self._show_schema)
        session.documents_listed.connect(self._show_documents)
        session.writable_changed.connect(self._show_writable)
        session.document_opened.connect(self._show_document)
        session.document_completed.connect(self._show_rest)
        session.applied.connect(self._show_applied)
        session.saving.changed.connect(self._show_saving)
        session.saving.given_up.connect(self._show_given_up)
        session.kept_waiting.connect(self._show_waiting)
        session.failed.connect(self._show_failure)
        for moved in (panels.page.span_focused, panels.page.caret_moved):
            moved.connect(lambda _: self._late.start())
        panels.page.zoom_changed.connect(lambda _: self._show_zoom())
        panels.documents.chosen.connect(self.read)
        panels.spans.chosen.connect(self._go_to_span)
        panels.search.found.connect(self._show_hits)
        panels.search.left.connect(self._leave_search)
        viewing.looks_changed.connect(self._show_spans)
        self._show_project()
        self._show_writable()
        self._show_zoom()

    def read(self, document: bytes, offset: int | None = None) -> None:
        """Read another document, from *offset* (code points) on, or from where it was left."""
        self.remember_place()
        project = self._session.project
        places = self._settings.places(project.path) if project else {}
        start = places.get(document.hex(), 0) if offset is None else offset
        self._panels.documents.show_current(document)  # so that the next key goes on from there
        self._session.read(document, lambda: self._begin(start), near=start)

    def read_neighbour(self, step: int) -> None:
        """Read the document *step* rows below in the list."""
        found = self._panels.documents.neighbour(step)
        if found:
            self.read(found)
        else:
            self._status.tell(tr("There is no document further that way"), TOLD_MS)

    def remember_place(self) -> None:
        """Remember where reading stands, for the way back and for the next start."""
        if self._reading:
            self._settings.set_place(*self._reading, self._panels.page.caret.offset)

    def show_snap(self, *, by_character: bool) -> None:
        """Show how selecting snaps."""
        self._status.say(self._status.snap, lambda: tr("Characters") if by_character else tr("Words"))

    def show_armed(self, label: bytes | None) -> None:
        """Show which label marks what is dragged over, and how to let it go."""
        look = self._viewing.looks.of(label) if label else None
        self._status.say(self._status.armed, lambda: _armed(look, self._chords.named("escape")))

    def _begin(self, offset: int) -> None:
        page = self._panels.page
        if offset:
            page.go_to(min(offset, len(page.text)))
        page.setFocus()

    def _show_project(self) -> None:
        self._leave_page()
        project, panels = self._session.project, self._panels
        panels.show_welcome(is_shown=project is None)
        panels.documents.show_entries(())
        panels.page.clear()
        panels.search.show_document(None)
        self._viewing.show_schema(project.schema if project else None)
        panels.notice.hide()
        self._viewing.tell_of_font()
        self._status.setVisible(project is not None)
        if project is None:
            panels.welcome.show_recent(self._settings.recent)
            panels.welcome.take_focus()
        elif project.read_only or project.notice:
            panels.notice.tell(partial(tr, project.read_only or project.notice))
        self._show_saving()
        self._show_focus(None)

    def _show_schema(self) -> None:
        if self._session.project:
            self._viewing.show_schema(self._session.project.schema)

    def _show_writable(self) -> None:
        for widget in (self._panels.labels, self._panels.inspector):
            widget.set_writable(is_writable=self._session.is_writable)

    def _show_documents(self, entries: tuple[Entry, ...]) -> None:
        project, opened = self._session.project, self._session.opened
        known = {entry.id.hex(): entry.id for entry in entries}
        # One that never was in the list came after these entries were read, and is there still.
        if opened and opened.document.id.hex() not in known and self._panels.documents.lists(opened.document.id):
            self._leave_removed(tuple(known.values()))
        self._panels.documents.show_entries(entries)
        self._panels.empty.setVisible(not entries)
        if project and entries and opened is None:
            document, _ = self._settings.place(project.path)
            self.read(known.get(document, entries[0].id))

    def _leave_removed(self, left: Sequence[bytes]) -> None:
        """Read the nearest document of those *left* in the project; show none where there is none."""
        if left:
            self._session.read(self._panels.documents.nearest(left), self._panels.page.setFocus)
            return
        self._session.leave_document()
        self._leave_page()
        self._panels.page.clear()
        self._panels.search.show_document(None)
        self._panels.documents.show_current(None)
        self._show_spans()

    def _leave_page(self) -> None:
        self.remember_place()
        self._reading = None

    def _show_document(self, opened: Opened) -> None:
        project = self._session.project
        self._reading = (project.path, opened.document.id.hex()) if project else None
        self._panels.page.show_document(opened.document, opened.spans, opened.source)
        self._panels.documents.show_current(opened.document.id)
        self._panels.search.show_document(opened.document)
        self._show_spans()
        self._catch_up()

    def _show_rest(self, opened: Opened) -> None:
        self._panels.page.show_spans(opened.spans)
        self._show_spans()

    def _show_applied(self, applied: Applied) -> None:
        opened = self._session.opened
        if applied.warning:
            self._panels.notice.tell(partial(tr, applied.warning))
        if opened is None:
            return
        rows = (*applied.edit.before, *applied.edit.after)
        if any(isinstance(row, Source) and row.document == opened.document.id for row in rows):
            self._panels.page.show_document(opened.document, opened.spans, opened.source)
        self._behind.append(applied)
        self._late.start()

    def _catch_up(self) -> None:
        """Show beside the page what happened on it."""
        behind, self._behind = self._behind, []
        for applied in behind:
            self._panels.spans.replace(*self._session.own_spans(applied))
        page = self._panels.page
        if behind or page.edges.shown != self._inspected or page.focused != self._focused or page.focused is None:
            self._show_focus(page.focused)
        self._status.say(self._status.offset, lambda: tr("Offset {offset}", offset=page.caret.offset))
        self._show_readout()

    def _show_spans(self) -> None:
        opened = self._session.opened
        self._behind.clear()
        self._panels.spans.show_spans(opened, self._viewing.looks)
        self._panels.history.set_looks(self._viewing.looks)
        self._show_focus(self._panels.page.focused)

    def _show_focus(self, span: bytes | None) -> None:
        page, inspector, self._focused = self._panels.page, self._panels.inspector, span
        found = self._inspected = page.edges.shown
        self._panels.spans.show_focused(span)
        if found:
            inspector.show_stretch(page.text, found.parts, self._viewing.looks.of(found.label))
        elif page.selection:
            inspector.show_stretch(page.text, (page.selection,), None)
        else:
            inspector.show_nothing()
        self._show_readout()

    def _show_readout(self) -> None:
        page = self._panels.page
        span, selection, text, is_moving = page.edges.shown, page.selection, page.text, page.edges.is_on
        parts = (selection,) if selection and not is_moving else span.parts if span else ()
        self._status.say(self._status.readout, lambda: self._told(text, parts, is_moving=is_moving))

    def _show_zoom(self) -> None:
        zoom = self._panels.page.zoom
        self._status.say(self._status.zoom, lambda: f"{zoom} %")

    def _show_saving(self) -> None:
        saving = self._session.saving
        self._status.say(self._status.saved, partial(_saved, self._session))
        if saving.refusal:
            self._panels.unsaved.offer(retry=not saving.is_trying, find=isinstance(saving.refusal, Moved))
            self._panels.unsaved.show_text(partial(_unsaved, saving.waiting, saving.refusal))
        elif not saving.waiting:
            self._hide_unsaved()

    def _show_waiting(self) -> None:
        self._status.make_room(is_wanted=self._session.is_kept_waiting)
        self._show_saving()

    def _hide_unsaved(self) -> None:
        """Hide what was told of actions that are saved now; keys go on in the text where they were in the notice."""
        has_focus = any(button.hasFocus() for button in self._panels.unsaved.buttons.values())
        self._panels.unsaved.hide()
        if has_focus:
            self._panels.page.setFocus()

    def _show_failure(self, error: AnnotatorError) -> None:
        opened = self._session.opened
        self._panels.documents.show_current(opened.document.id if opened else None)
        self._panels.notice.tell(partial(said, error))
        if isinstance(error, Stale) and error.span:
            self._panels.notice.offer_history(error.span)

    def _show_given_up(self, refusal: AnnotatorError) -> None:
        """Lead on where nothing waits any more and the file still takes nothing: no action would ask it again."""
        project = self._session.project
        if project and project.read_only:
            self._show_failure(refusal)
            self._panels.notice.offer_again(project.path)

    def _told(self, text: str, parts: Parts, *, is_moving: bool) -> str:
        """Return the read-out of *parts* of *text*, after it what keys do while their edges are being moved."""
        if not parts:
            return ""
        keys = {"keep": self._chords.named("keep_edges"), "leave": self._chords.named("escape")}
        shown = readout(text, parts)
        return f"{shown} · {tr('{keep} keeps the edges, {leave} does not', **keys)}" if is_moving else shown

    def _show_hits(self, hits: tuple[tuple[int, int], ...], current: tuple[int, int] | None) -> None:
        self._panels.page.set_hits(hits, current)
        if current:
            self._panels.page.go_to(current[0])

    def _leave_search(self, hit: tuple[int, int] | None) -> None:
        """Go back to the text; select the *hit*, to be marked at once, unless the caret has gone elsewhere meanwhile."""
        page = self._panels.page
        if hit and page.caret.offset == hit[0] and not page.selection:
            page.select(*hit)
        page.setFocus()

    def _go_to_span(self, identifier: bytes) -> None:
        page = self._panels.page
        span = page.spans.get(identifier)
        if span:
            page.go_to(span.start)
            page.focus_span(identifier)
            page.setFocus()


def _armed(look: LabelLook | None, escape: str) -> str:
    """Return what is to be known while a label is armed, with the key that lets go of it."""
    if look is None:
        return ""
    keys = " / ".join(filter(None, (key_text(look.key), escape)))
    return tr("{label} marks each drag · {keys} ends that", label=isolated(look.title), keys=keys)


def _saved(session: Session) -> str:
    """Return whether all is in the file, in words for the status line."""
    saving = session.saving
    if session.is_kept_waiting:
        waits = tr("Waiting: another window is importing or writing")
        return tr("{waits} · not saved: {count}", waits=waits, count=saving.waiting) if saving.waiting else waits
    if saving.refusal:
        return tr("Not saved: {count}", count=saving.waiting)
    if saving.is_slow:
        return tr("Saving…")
    return "" if saving.waiting else tr("Saved")


def _unsaved(count: int, refusal: AnnotatorError) -> str:
    """Return why so many actions are not in the file, and whether that passes by itself."""
    why = tr(TRIED_AGAIN) if isinstance(refusal, Busy) else said(refusal)
    return f"{tr('Actions not saved: {count}', count=count)} — {why}"
