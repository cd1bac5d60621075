"""What is said aloud of what happens on the page, where a screen reader listens; where none does, nothing of this runs."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleTextCursorEvent

from annotator.model.schemas import Label
from annotator.model.spans import Span
from annotator.storage.store import Applied
from annotator.text.shown import shown
from annotator.ui import screen_reader
from annotator.ui.guard import guarded
from annotator.ui.history import TITLES
from annotator.ui.page.page import Page
from annotator.ui.session import Session
from annotator.ui.translations import tr

SETTLED_AFTER_MS = 80
LONGEST = 160


class Aloud(QObject):
    """Tells a screen reader where the caret is, which spans it enters and leaves, what is selected and what was done.

    Signals:
        said(text): a screen reader was told this.
    """

    said = Signal(str)

    def __init__(self, session: Session, page: Page, parent: QObject) -> None:
        """Follow *page*, which shows what *session* reads."""
        super().__init__(parent)
        screen_reader.install()
        self._session, self._page = session, page
        self._inside: tuple[bytes, ...] = ()
        self._selection: tuple[int, int] | None = None
        self._passage: QObject | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_AFTER_MS)
        self._settling.timeout.connect(self._settle)
        self._arriving = QTimer(self, singleShot=True, interval=0)
        self._arriving.timeout.connect(self._arrive)
        page.caret_moved.connect(self._follow)
        page.document_left.connect(self._leave_document)
        page.installEventFilter(self)
        session.applied.connect(self._tell_applied)

    def say(self, text: str) -> None:
        """Say *text* once what is being said has ended."""
        if text and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._page, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
            self.said.emit(text)

    def say_armed(self, label: Label | None) -> None:
        """Say which label marks what is selected next."""
        if label:
            self.say(tr("The next selection becomes: {label}", label=self._title(label.id)))

    def say_past(self, applied: Applied, *, is_back: bool) -> None:
        """Say what was undone, or done again."""
        done = self._deed(applied)
        self.say(tr("Undone: {done}", done=done) if is_back else tr("Done again: {done}", done=done))

    @guarded(default=False)
    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        """Tell which paragraph has the caret when keys go to the page, after Qt has told that they do."""
        if event.type() == QEvent.Type.FocusIn and QAccessible.isActive():
            self._passage = None
            self._arriving.start()
        return False

    def _follow(self, offset: int) -> None:
        if QAccessible.isActive():
            self._tell_caret(offset)
            self._settling.start()

    def _arrive(self) -> None:
        self._tell_caret(self._page.caret.offset)

    def _tell_caret(self, offset: int) -> None:
        from annotator.ui.page.passages import passages_of  # noqa: PLC0415 - most never have a screen reader

        passage = passages_of(self._page).at_caret()
        if passage is None:
            return
        if passage is not self._passage and self._page.hasFocus():
            self._passage = passage
            QAccessible.updateAccessibility(QAccessibleEvent(passage, QAccessible.Event.Focus))
        position, _ = passage.paragraph.units(offset, offset)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(passage, position))

    def _settle(self) -> None:
        """Say what changed since the caret last stood still."""
        self.say(" · ".join(filter(None, (*self._crossed(), self._selected()))))

    def _crossed(self) -> Iterable[str]:
        """Return which spans the caret left and entered since, the outer ones first among those entered."""
        before, self._inside = self._inside, self._here()
        left = [span for span in before if span not in self._inside]
        for span in filter(None, map(self._page.spans.get, left)):
            yield tr("left {label}", label=self._title(span.label))
        entered = [span for span in self._inside if span not in before]
        for span in filter(None, map(self._page.spans.get, entered)):
            yield tr("in {label}: {text}", label=self._title(span.label), text=self._words(span))

    def _here(self) -> tuple[bytes, ...]:
        """Return the spans over the character that the caret hugs, outermost first."""
        caret = self._page.caret
        return tuple(span.id for span in reversed(self._page.spans.at(caret.offset - caret.hugs_before)))

    def _selected(self) -> str:
        before, self._selection = self._selection, self._page.selection
        if self._selection == before:
            return ""
        if self._selection is None:
            return tr("nothing selected")
        start, end = self._selection
        return tr("selected: {text}", text=shown(self._page.text[start:end], LONGEST))

    def _leave_document(self) -> None:
        self._inside, self._selection, self._passage = (), None, None

    def _tell_applied(self, applied: Applied) -> None:
        """Say what was done here; what is taken back is said by whoever does it, and the spans it leaves are old news."""
        if QAccessible.isActive() and not applied.elsewhere and not applied.undoes and applied.seq:
            self.say(self._deed(applied))
            self._inside = self._here()

    def _deed(self, applied: Applied) -> str:
        """Return what an edit did, and to what if that is one span."""
        done = tr(TITLES.get(applied.edit.title, applied.edit.title))
        before, after = self._session.own_spans(applied)
        spans = {span.id: span for span in (*before, *after)}
        if len(spans) != 1:
            return done
        (span,) = spans.values()
        return tr("{done} {label}: “{words}”", done=done, label=self._title(span.label), words=self._words(span))

    def _title(self, label: bytes) -> str:
        return self._page.looks.of(label).title

    def _words(self, span: Span) -> str:
        return shown(span.covered(self._page.text), LONGEST)
