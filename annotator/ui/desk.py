"""The main window: it hands gestures and commands to those who act on them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.ui import keys
from annotator.ui.actions import STEPS
from annotator.ui.aloud import Aloud
from annotator.ui.answering import Answering
from annotator.ui.asking import Asking
from annotator.ui.beside import Beside, Fillers
from annotator.ui.chords import Chords
from annotator.ui.clouds import Clouds
from annotator.ui.commands import Commands, Run
from annotator.ui.describing import Describing
from annotator.ui.document_menu import DocumentMenu
from annotator.ui.facts import Facts
from annotator.ui.filing import Filing
from annotator.ui.focus import Focus
from annotator.ui.following import Following
from annotator.ui.guard import guarded
from annotator.ui.insisting import Insisting
from annotator.ui.joining import Joining
from annotator.ui.keys import KeyFilter
from annotator.ui.leaving import Leaving
from annotator.ui.marking import Marking
from annotator.ui.moving import Moving
from annotator.ui.naming import Naming
from annotator.ui.noting import Noting
from annotator.ui.panels import Panels
from annotator.ui.past import Past
from annotator.ui.printing import Printing
from annotator.ui.relating import Relating
from annotator.ui.schemas import Schemas
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.shaping import Shaping
from annotator.ui.stack_list import StackList
from annotator.ui.status import Status
from annotator.ui.translations import Language, tr
from annotator.ui.viewing import Viewing
from annotator.ui.work import Work

TOLD_MS, USUAL_SIZE = 6000, (1280, 820)
SMALLEST = (640, 420)
EDGES = {
    f"{which}_{prefix}{side}": (which, side, unit)
    for which in ("start", "end")
    for side in ("left", "right")
    for prefix, unit in (("", "cluster"), ("word_", "word"))
}


class Desk(QMainWindow):
    """The window of one project at a time."""

    def __init__(self, settings: Settings, language: Language) -> None:
        """Show the first screen."""
        super().__init__()
        self.setObjectName("desk")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.settings = settings
        chords = Chords(settings, self)
        self.work = Work(self)
        self.session = Session(self.work, self)
        self.panels, self.status = Panels(self.work, self), Status(self)
        self.setCentralWidget(self.panels)
        self.setStatusBar(self.status)
        self.viewing = Viewing(self.panels, settings, language, self)
        self.following = Following(self.session, self.panels, self.status, self.viewing, settings, chords)
        self.stack = StackList(self.panels.page, chords)
        self.marking = Marking(self.session, self.panels.page, self)
        self.shaping = Shaping(self.panels.page, self.marking, chords, self)
        self._keys = KeyFilter({}, self.panels.page, self)
        self.describing = Describing(self.session, panels=self.panels, viewing=self.viewing, marking=self.marking, window=self)
        self.relating = Relating(self.session, self.panels.page, self.viewing, self)
        self.joining = Joining(self.panels.page, self.relating, self._keys, self)
        self.noting = Noting(self.session, self.panels.page, self)
        self.answering = Answering(self.session, self.panels, self.noting, self.following, self)
        self.facts = Facts(self.session, self.viewing, self)
        self.focus = Focus(self.panels, self.stack, self.joining, self.marking, self)
        self.naming = Naming(self.session, self.panels.page, self.following, self.viewing, chords, self)
        fillers = Fillers(self.session, self.relating, self.answering, self.naming, self.facts, self.marking)
        self.beside = Beside(self.panels, fillers, self.viewing, settings)
        self.leaving = Leaving(self.session.saving, self)
        self.insisting = Insisting(self.session.saving, self)
        self.filing = Filing(self.session, settings, self.leaving, self)
        self.printing = Printing(self.session, language, self)
        self.moving = Moving(self.session, settings, self.panels.page, self)
        self.clouds = Clouds(self.session, settings, self.panels.shared, self)
        self.document_menu = DocumentMenu(self.session, self)
        self.past = Past(self.session, self.panels.page, self.panels.history, self)
        self.schemas = Schemas(self.session, self.viewing, chords, self.past, self)
        self.aloud = Aloud(self.session, self.panels.page, self)
        self.asking = Asking(self.session, panels=self.panels, viewing=self.viewing, marking=self.marking, window=self)
        self.commands = Commands(self, self._runs(), self._has, chords)
        self.asking.use(self.commands)
        self.commands.fill(self.menuBar())
        self._connect()
        self.viewing.restore()
        self._restore_geometry()
        self._project_changed()

    def _connect(self) -> None:
        page, panels = self.panels.page, self.panels
        page.menu_requested.connect(self._open_menu)
        page.stack_requested.connect(self.stack.show_stack)
        self.session.applied.connect(self.stack.hide)
        self.session.document_opened.connect(self.stack.hide)
        panels.inspector.erase_wanted.connect(self.marking.erase)
        panels.labels.chosen.connect(self.marking.label)
        panels.welcome.open_wanted.connect(self.filing.open)
        self.clouds.open_wanted.connect(self.filing.open)
        panels.welcome.command_wanted.connect(self._run)
        self.marking.armed.connect(panels.labels.show_armed)
        self.marking.armed.connect(self.following.show_armed)
        self.marking.used.connect(panels.labels.show_last)
        self.marking.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.viewing.looks_changed.connect(self._labels_changed)
        self.commands.chords.changed.connect(self._labels_changed)
        self.commands.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.viewing.turned.connect(lambda name, is_on: self.commands.check(name, is_on=is_on))
        self.document_menu.turned.connect(lambda name, is_on: self.commands.check(name, is_on=is_on))
        self.document_menu.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.focus.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.shaping.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.joining.told.connect(lambda text: self.status.tell(text, 0 if self.joining.is_on else TOLD_MS))
        self.describing.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.answering.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        for teller in (self.status, panels.notice, panels.unsaved, panels.shared):
            teller.told.connect(self.aloud.say)
        self.marking.armed.connect(lambda _: self.aloud.say_armed(self.marking.armed_label))
        self.past.went.connect(lambda applied, is_back: self.aloud.say_past(applied, is_back=is_back))
        self.following.show_snap(by_character=False)
        self.naming.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.filing.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.beside.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.printing.told.connect(lambda text: self.status.tell(text, TOLD_MS))
        self.session.project_changed.connect(self._project_changed)
        self.schemas.warn(panels.notice)
        self.session.writable_changed.connect(self.commands.refresh)
        self.leaving.waiting.connect(self._wait_for_saving)
        self.session.moving.connect(self._wait)
        self.filing.broken.connect(lambda path, has_backups: panels.notice.offer_help(path, has_backups=has_backups))
        self.filing.kept_out.connect(panels.notice.offer_again)
        panels.notice.again_wanted.connect(self.filing.open)
        panels.notice.history_wanted.connect(self.asking.show_span_history)
        panels.notice.rescue_wanted.connect(self.filing.rescue)
        panels.notice.backups_wanted.connect(self.filing.show_backups)
        panels.unsaved.retry_wanted.connect(self.session.saving.try_again)
        panels.unsaved.find_wanted.connect(self.moving.ask_where_it_is)
        panels.unsaved.move_wanted.connect(self.moving.ask)
        panels.unsaved.discard_wanted.connect(self.leaving.ask)
        self._keys.listen(_application())

    def _runs(self) -> dict[str, Run]:
        """Return what each command does."""
        page, search, filing, marking = self.panels.page, self.panels.search, self.filing, self.marking
        edges = {name: partial(marking.push_edge, *edge) for name, edge in EDGES.items()}
        return (
            self.viewing.runs()
            | self.document_menu.runs()
            | self.focus.runs()
            | self.joining.runs()
            | self.beside.runs()
            | self.noting.runs()
            | self.answering.runs()
            | self.shaping.runs()
            | self.describing.runs()
            | self.asking.runs()
            | self.naming.runs()
            | self.printing.runs()
            | self.schemas.runs()
            | edges
            | {
                "new": filing.ask_new,
                "open": filing.ask_open,
                "sample": filing.open_sample,
                "import": filing.ask_import,
                "import_folder": filing.ask_folder,
                "export": filing.exports.ask,
                "move": self.moving.ask,
                "backups": filing.show_backups,
                "check": filing.check,
                "close": self._close_project,
                "quit": self.close,
                "undo": self.past.undo,
                "redo": self.past.redo,
                "copy": page.copy,
                "select_all": page.select_all,
                "search": lambda: search.begin(page.caret.offset),
                "next_hit": partial(search.step, 1),
                "previous_hit": partial(search.step, -1),
                "widen": page.widening.widen,
                "narrow": page.widening.narrow,
                "repeat": marking.repeat,
                "erase": marking.erase,
                "snap": self._turn_snap,
                "direction": marking.turn_paragraph,
                "menu_here": lambda: self._open_menu(page.caret_point()),
                "next_document": partial(self.following.read_neighbour, 1),
                "previous_document": partial(self.following.read_neighbour, -1),
            }
        )

    def _has(self, need: str) -> bool:
        """Whether what a command needs is there."""
        page, session = self.panels.page, self.session
        facts = {
            "": True,
            "project": session.project is not None,
            "writable": session.is_writable,
            "document": session.opened is not None,
            "written": session.opened is not None and session.is_writable,
            "selection": page.selection is not None,
            "span": session.is_writable and page.focused_span is not None,
            "markable": session.is_writable and page.selection is not None,
            "stretch": page.selection is not None or (session.is_writable and page.focused_span is not None),
            "edges": page.edges.is_on,
        }
        return facts[need]

    def _project_changed(self) -> None:
        project = self.session.project
        self.setWindowTitle(project.name if project else tr("Annotator"))
        self.marking.forget()
        self._labels_changed()

    def _labels_changed(self) -> None:
        """Let the keys of the labels mark with the labels of this project."""
        self._keys.set_commands(self._label_keys() | self.commands.table(self._step_keys()))
        self.marking.keep_to(self.marking.labels)
        self.commands.refresh()

    def _label_keys(self) -> dict[str, keys.Command]:
        is_enabled = partial(self._has, "writable")
        return {
            label.key.upper(): keys.Command(partial(self.marking.label, label), is_enabled)
            for label in self.marking.labels
            if label.key
        }

    def _step_keys(self) -> dict[str, keys.Command]:
        page, found = self.panels.page, dict[str, keys.Command]()
        is_enabled = partial(self._has, "document")
        for step, chord in STEPS.items():
            found[chord] = keys.Command(partial(page.go, step), is_enabled, repeats=True)
            found[f"Shift+{chord}"] = keys.Command(partial(page.go, step, extend=True), is_enabled, repeats=True)
        return found

    def _run(self, name: str) -> None:
        self.commands.run(name)

    def _close_project(self) -> None:
        self.leaving.leave(self.session.close)

    def _wait_for_saving(self, is_waiting: bool) -> None:  # noqa: FBT001 - a signal passes it
        self._wait(tr("Saving what you did before this window closes…") if is_waiting else "")

    def _wait(self, text: str) -> None:
        """Take no more work, and say why in a *text*; with none, take it again."""
        for part in (self.panels, self.menuBar()):
            part.setDisabled(bool(text))
        self.setAcceptDrops(not text)
        self.status.tell(text)
        if not text:
            self.panels.page.setFocus()

    def _turn_snap(self) -> None:
        self.marking.by_character = by_character = not self.marking.by_character
        self.panels.page.set_snap("character" if by_character else "word")
        self.following.show_snap(by_character=by_character)
        self.commands.check("snap", is_on=by_character)

    def _open_menu(self, point: QPoint) -> None:
        menu = self.commands.context_menu()
        menu.exec(point)
        menu.deleteLater()

    def _restore_geometry(self) -> None:
        room = self.screen().availableGeometry().size()
        self.resize(QSize(*USUAL_SIZE).boundedTo(room))
        parts = ((name, part.restoreState) for name, part in self.panels.divided.items())
        for name, restore in (("geometry", self.restoreGeometry), *parts):
            saved = self.settings.text(name)
            if saved:
                restore(QByteArray.fromBase64(saved.encode()))

    def _remember(self) -> None:
        self.following.remember_place()
        states = {"geometry": self.saveGeometry()} | {name: part.saveState() for name, part in self.panels.divided.items()}
        self.settings.set({name: bytes(state.toBase64().data()).decode() for name, state in states.items()})

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, but not before what is on its way to the file is there."""
        if self.session.is_moving:
            event.ignore()
            return
        if self.session.saving.waiting:
            event.ignore()
            self.leaving.leave(self.close)
            return
        self._remember()
        self.session.close()
        self.work.close()
        self._keys.stop(_application())
        event.accept()

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project dropped here, or import texts."""
        event.acceptProposedAction()
        self.filing.take_dropped([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application yet")
    return app
