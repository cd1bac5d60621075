"""The notes of the document, or of all: Enter or a click goes to what one is about, E, Space and Delete change the own ones."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.model.ids import made_at_ms
from annotator.model.notes import COMMENT, Note
from annotator.project.values import Noted
from annotator.text.shown import shown
from annotator.ui.actions import by_id
from annotator.ui.columns import lay_out_list
from annotator.ui.factories import arrowed, heading, isolated, key_text, label, set_tooltip
from annotator.ui.guard import guarded
from annotator.ui.history import WHEN
from annotator.ui.keys import chord_of
from annotator.ui.page.remarks import TITLES
from annotator.ui.quote import Quote
from annotator.ui.rows import Row, row_list
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

LONGEST, LOW, EVERYWHERE, OPEN_ONLY = 120, 340, 1, 1
NOTE, ASK = by_id("note"), by_id("question")
Key = tuple[bytes, bytes, bytes]


class Deed(NamedTuple):
    """Something that can be done to a note: what its button and menu say in English, and its keys, the first one shown."""

    name: str
    text: str
    keys: tuple[str, ...]


GO, EDIT, ANSWER, ERASE = DEEDS = (
    Deed("go", "Go there", ("Return",)),
    Deed("edit", "Edit", ("E",)),
    Deed("answer", "Resolve", ("Space",)),
    Deed("erase", "Erase", ("Del", "Backspace")),
)
REOPEN = "Open again"


class Listed(NamedTuple):
    """What is to be listed: the ``notes``, the ids of those ``pending``, the own ``layer``, the ``document`` being read."""

    notes: Sequence[Noted] = ()
    pending: frozenset[bytes] = frozenset()
    layer: bytes = b""
    document: bytes = b""
    is_writable: bool = False

    def is_own(self, note: Note) -> bool:
        """Whether the analyst may change *note*: those of others are read only."""
        return self.is_writable and note.layer == self.layer


class NotesPanel(QWidget):
    """The list of notes, and the whole of the one that is chosen in it.

    Signals:
        chosen(Noted): the analyst wants to see what it is about.
        edit_wanted(Noted): it is to be written anew.
        answer_wanted(Note): it is to be resolved, or opened again.
        erase_wanted(Note): it is to be taken away.
    """

    chosen = Signal(object)
    edit_wanted = Signal(object)
    answer_wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no notes."""
        super().__init__(parent)
        self.setObjectName("notes")
        self._listed = Listed()
        self._shown: Sequence[Noted] = ()
        self._heading = heading("notes_heading")
        self.scope, self.which = _box("notes_scope", self), _box("notes_which", self)
        self.list, self._rows = row_list("notes_list", self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = label("notes_empty", wraps=True, is_muted=True)
        self._empty.setContentsMargins(10, 0, 10, 8)
        self.whole = Quote("notes_whole", self)
        self.byline = label("notes_byline", wraps=True, is_muted=True)
        self.buttons = {deed: QPushButton(self) for deed in DEEDS}
        self._detail = QWidget(self)
        self._detail.setObjectName("notes_detail")
        self._deeds = QWidget(self._detail)
        self._deeds.setObjectName("notes_deeds")
        self._lay_out()
        self._connect()
        speak(self, self._retranslate)

    def show_notes(self, listed: Listed) -> None:
        """Show these notes, those of the document being read or all."""
        self._listed = listed
        self._fill()

    @property
    def current(self) -> Noted | None:
        """The note chosen in the list."""
        place = self.list.currentIndex().row()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def sizeHint(self) -> QSize:
        """Return a width for usual notes."""
        return QSize(280, 400)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where there is little: keys and the menu do what the buttons do."""
        super().resizeEvent(event)
        self._deeds.setVisible(self.height() >= LOW)

    @guarded(default=False)
    def eventFilter(self, _list: QObject, event: QEvent) -> bool:
        """Change the note chosen in the list by key; Enter goes to it, as in every list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        chord = chord_of(event)
        deed = next((deed for deed in (EDIT, ANSWER, ERASE) if chord in deed.keys), None)
        if deed:
            self.do(deed)
        return deed is not None

    def do(self, deed: Deed) -> None:
        """Do something to the note chosen in the list, if that may be."""
        noted = self.current
        if noted is None or not self._can(deed, noted.note):
            return
        if deed in {GO, EDIT}:
            (self.chosen if deed is GO else self.edit_wanted).emit(noted)
        else:
            (self.answer_wanted if deed is ANSWER else self.erase_wanted).emit(noted.note)

    def _can(self, deed: Deed, note: Note) -> bool:
        if deed is ANSWER and note.kind == COMMENT and not note.is_resolved:
            return False
        return deed is GO or self._listed.is_own(note)

    def _connect(self) -> None:
        for box in (self.scope, self.which):
            box.currentIndexChanged.connect(self._fill)
        for deed, button in self.buttons.items():
            button.clicked.connect(partial(_run, partial(self.do, deed)))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._show_whole)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(10, 8, 10, 4)
        head.addWidget(self._heading, 0, 0, 1, 2)
        head.addWidget(self.scope, 1, 0)
        head.addWidget(self.which, 1, 1)
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(10, 6, 10, 8)
        detail.setSpacing(4)
        detail.addWidget(self.whole)
        detail.addWidget(self.byline)
        detail.addWidget(self._deeds)
        deeds = QGridLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(4)
        for place, (deed, button) in enumerate(self.buttons.items()):
            button.setObjectName(f"notes_{deed.name}")
            deeds.addWidget(button, *divmod(place, 2))
        lay_out_list(self, head, self._empty, self.list, self._detail)

    def _retranslate(self) -> None:
        for box, name, texts in (
            (self.scope, tr("Notes of which documents"), (tr("Here"), tr("Everywhere"))),
            (self.which, tr("Which notes"), (tr("All"), tr("Unanswered"))),
        ):
            box.setAccessibleName(name)
            for place, text in enumerate(texts):
                box.setItemText(place, text)
        self.list.setAccessibleName(tr("Notes"))
        self.whole.setAccessibleName(tr("The whole note"))
        for deed, button in self.buttons.items():
            set_tooltip(button, key_text(deed.keys[0]))
        self._fill()

    def _fill(self) -> None:
        """Show the notes that are wanted, the one chosen before still chosen."""
        before, place = self.current, max(self.list.currentIndex().row(), 0)
        self._shown = tuple(filter(self._is_wanted, self._listed.notes))
        self._rows.show_rows([_key(noted.note) for noted in self._shown], lambda place: self._row(self._shown[place]))
        here = self._rows.place_of(_key(before.note)) if before else -1
        if before:
            self.list.setCurrentIndex(self._rows.index(here if here >= 0 else min(place, len(self._shown) - 1)))
        count = len(self._shown)
        self._heading.setText(tr("Notes: {count}", count=count) if count else tr("Notes"))
        self._empty.setVisible(not count)
        self._empty.setText(self._why_empty())
        self.list.setVisible(bool(count))
        self._show_whole()

    def _is_wanted(self, noted: Noted) -> bool:
        is_here = noted.note.document == self._listed.document or self.scope.currentIndex() == EVERYWHERE
        return is_here and (noted.note.is_open or self.which.currentIndex() != OPEN_ONLY)

    def _why_empty(self) -> str:
        keys = {"note": key_text(NOTE.chord), "question": key_text(ASK.chord)}
        how = tr("Press {note} to note something on a span or the document, {question} to ask the reviewer.", **keys)
        nothing = (
            tr("No question or flag is open here.") if self.which.currentIndex() == OPEN_ONLY else tr("Nothing is noted here.")
        )
        return f"{nothing} {how}"

    def _row(self, noted: Noted) -> Row:
        note = noted.note
        text = shown(" ".join(note.text[: 2 * LONGEST].split()), LONGEST)
        is_pending = note.layer == self._listed.layer and note.id in self._listed.pending
        about = [self._about(noted)]
        if self.scope.currentIndex() == EVERYWHERE:
            about.append(isolated(noted.title))
        told = [tr("not saved yet")] if is_pending else [tr("resolved")] if note.is_resolved else []
        detail = " · ".join((*told, *about))
        title = isolated(text) if text else tr(TITLES[note.kind])
        return Row(title, detail, isolated(noted.analyst), is_faint=is_pending or note.is_resolved, sign=note.kind)

    def _about(self, noted: Noted) -> str:
        quoted = [isolated(shown(words, LONGEST)) for words in noted.words]
        if len(quoted) > 1:
            return arrowed(quoted[0], quoted[1])
        return tr("“{words}”", words=quoted[0]) if quoted else tr("the document")

    def _show_whole(self) -> None:
        """Show all of the note that is chosen, when and by whom it was written, and what can be done to it."""
        noted = self.current
        self._detail.setVisible(noted is not None)
        if noted is None:
            return
        note = noted.note
        self.whole.setVisible(bool(note.text))
        self.whole.show_quote(note.text)
        when = made_at_ms(note.id) or (note.version.unix_ms if note.version else None)
        told = [tr(TITLES[note.kind]), isolated(noted.analyst)]
        told += [isolated(QDateTime.fromMSecsSinceEpoch(when).toString(WHEN))] if when is not None else []
        told += [tr("resolved")] if note.is_resolved else []
        self.byline.setText(" · ".join(told))
        for deed, button in self.buttons.items():
            button.setText(tr(_text(deed, note)))
            button.setEnabled(self._can(deed, note))

    def _choose(self, _index: QModelIndex) -> None:
        self.do(GO)

    def _open_menu(self, point: QPoint) -> None:
        """Offer what can be done to the note at *point*."""
        noted = self.current
        if noted is None:
            return
        menu = QMenu(self)
        menu.setObjectName("notes_menu")
        menu.setAccessibleName(tr("Menu of the note"))
        for deed in DEEDS:
            action = menu.addAction(f"{tr(_text(deed, noted.note))}\t{key_text(deed.keys[0])}")
            action.setEnabled(self._can(deed, noted.note))
            action.triggered.connect(partial(_run, partial(self.do, deed)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(point))


def _run(run: Callable[[], object], _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
    run()


def _box(name: str, parent: QWidget) -> QComboBox:
    """Return a box of two choices."""
    made = QComboBox(parent)
    made.setObjectName(name)
    made.addItems(["", ""])
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _key(note: Note) -> Key:
    return note.layer, note.document, note.id


def _text(deed: Deed, note: Note) -> str:
    """Return what the button of *deed* says in English."""
    return REOPEN if deed is ANSWER and note.is_resolved else deed.text
