"""The attributes of the span in focus, between the page, the form that shows them, and those who write them."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.model.attributes import Attribute, Attributes
from annotator.model.spans import Span
from annotator.project.stated import stated_counts
from annotator.ui.attribute_lines import Described
from annotator.ui.commands import Run
from annotator.ui.following import FOLLOWED_AFTER_MS
from annotator.ui.marking import Marking
from annotator.ui.panels import Panels
from annotator.ui.session import Session
from annotator.ui.translations import tr
from annotator.ui.viewing import Viewing

READY_AFTER_MS = 700


class Describing(QObject):
    """Shows the attributes of the span in focus, after the page is painted, and has them written.

    Signals:
        told(text): what is to be done first, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, *, panels: Panels, viewing: Viewing, marking: Marking, window: QWidget) -> None:
        """Connect the form of the inspector."""
        super().__init__(window)
        self._session, self._page, self._viewing, self._marking = session, panels.page, viewing, marking
        self._form = form = panels.inspector.form
        self._late = QTimer(self, singleShot=True, interval=FOLLOWED_AFTER_MS)
        self._late.timeout.connect(self.show_now)
        self._ready = QTimer(self, singleShot=True, interval=READY_AFTER_MS)
        self._ready.timeout.connect(self._get_ready)
        session.document_opened.connect(lambda _: self._ready.start())
        changes = (
            panels.page.span_focused,
            marking.shown,
            session.document_completed,
            session.writable_changed,
            viewing.looks_changed,
        )
        for changed in changes:
            changed.connect(lambda *_: self._late.start())
        form.given.connect(self._give)
        form.part_wanted.connect(self._take_selection)
        form.part_followed.connect(self._follow)
        form.words_wanted.connect(self._find_words)
        form.left.connect(panels.page.setFocus)

    def runs(self) -> dict[str, Run]:
        """Return what the command that gives keys to the attributes does."""
        return {"attributes": self.enter}

    def enter(self) -> None:
        """Give the keys to the attributes of the span in focus."""
        self.show_now()
        if self._form.isHidden():
            self.told.emit(tr("This label asks for nothing more"))
        else:
            self._viewing.show_beside()
            self._form.enter()

    def show_now(self) -> None:
        """Show the attributes of the span in focus as they are now, without those on their way behind."""
        self._late.stop()
        self._form.show_span(self._described())

    def _get_ready(self) -> None:
        """Learn to read numbers before the first is marked: that takes longer than a mark may."""
        if self._session.project:
            self._session.work.run(partial(stated_counts, "1"), lambda _: None)

    def _described(self) -> Described | None:
        project, page = self._session.project, self._page
        span = page.focused_span
        if span is None or project is None:
            return None
        schema = project.schema
        looks = zip(schema.labels, schema.looks, strict=True)
        own = next((look.attributes for label, look in looks if label.id == span.label), ())
        return Described(
            span,
            (*schema.attributes_of(span.label), *(attribute for attribute in own if attribute.is_gone)),
            page.text,
            self._viewing.language.code,
            self._session.is_writable,
            spans=page.spans.in_order,
            span_of=page.spans.get,
            label_title=lambda label: self._viewing.looks.of(label).title,
        )

    def _give(self, span: Span, changes: Attributes) -> None:
        self._marking.describe(self._page.spans.get(span.id) or span, changes)
        self.show_now()

    def _take_selection(self, attribute: Attribute) -> None:
        """Let the selection be the value of an attribute that is a part."""
        span, selection = self._page.focused_span, self._page.selection
        if span and selection:
            start, end = selection
            values = (start, end, self._page.text[start:end])
            self._give(span, tuple(zip(attribute.names, values, strict=True)))
        else:
            self.told.emit(tr("Select the words in the text first, then press Enter here"))

    def _follow(self, start: int, end: int) -> None:
        self._page.select(start, min(end, len(self._page.text)))

    def _find_words(self, name: str) -> None:
        span = self._page.focused_span
        if span:
            self._session.ask(
                lambda project: project.texts_of(span.label, name), partial(self._form.offer, name), lambda _: None
            )
