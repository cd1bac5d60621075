"""Every declared command as a QAction and as a chord: menus show the key, the key filter runs it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from annotator.ui import actions, keys
from annotator.ui.actions import COMMANDS, MENU_CHORDS, MENUS, Action
from annotator.ui.chords import Chords
from annotator.ui.factories import key_text
from annotator.ui.guard import guarded
from annotator.ui.translations import tr

Run = Callable[[], object]


class Commands(QObject):
    """The commands of one window; QActions own no shortcut, since Qt's do not work under Arabic layouts.

    Signals:
        told(text): what is to be done before the command of a key that was pressed can be given, in words.
    """

    told = Signal(str)

    def __init__(self, window: QWidget, runs: Mapping[str, Run], has: Callable[[str], bool], chords: Chords) -> None:
        """Run commands by id with *runs*, and by their *chords*; *has* says whether what a command needs is there."""
        super().__init__(window)
        self._window, self._runs, self._has, self.chords = window, runs, has, chords
        self._groups = {name: QActionGroup(self) for name in {action.one_of for action in COMMANDS} - {""}}
        self.actions = {action.id: self._make(action) for action in COMMANDS}
        self.menus: dict[str, QMenu] = {}
        self._bar: QMenuBar | None = None
        self._before: QWidget | None = None
        self._hidden = QTimer(self, singleShot=True, interval=0)
        self._hidden.timeout.connect(self._leave_bar)
        window.installEventFilter(self)
        chords.changed.connect(self._retranslate)
        self._retranslate()

    def fill(self, bar: QMenuBar) -> None:
        """Put a menu for each group of commands on *bar*."""
        self._bar = bar
        bar.setObjectName("menu_bar")
        for name in MENUS:
            menu = self.menus[name] = bar.addMenu("")
            menu.setObjectName(f"menu_{name}")
            self._put(menu, actions.in_menu(name))
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self._hidden.start)
        self._retranslate()

    def context_menu(self) -> QMenu:
        """Return a menu for the place of the caret."""
        self.refresh()
        menu = QMenu(self._window)
        menu.setObjectName("menu_context")
        menu.setAccessibleName(tr("Menu at the caret"))
        self._put(menu, [action for action in COMMANDS if action.in_context])
        return menu

    def table(self, more: Mapping[str, keys.Command]) -> dict[str, keys.Command]:
        """Return what each chord does, *more* chords among them; raises ValueError where two want the same."""
        found: dict[str, keys.Command] = {}
        for action in sorted(COMMANDS, key=lambda action: action.is_passing):
            is_enabled, miss = partial(self._has, action.needs), partial(self._miss, action.needs)
            command = keys.Command(self._runs[action.id], is_enabled, action.repeats, miss)
            for chord in self.chords.every(action):
                if action.is_passing and chord in found:
                    command = keys.first(command, found.pop(chord))
                _add(found, chord, command)
        for name, chord in MENU_CHORDS.items():
            _add(found, keys.normal(chord), keys.Command(partial(self._open, name), lambda: True))
        for chord, command in more.items():
            _add(found, keys.normal(chord), command)
        return found

    def refresh(self) -> None:
        """Enable what can be done now."""
        for action in COMMANDS:
            self.actions[action.id].setEnabled(self._has(action.needs))

    def run(self, identifier: str) -> None:
        """Run a command."""
        self._runs[identifier]()

    def can(self, identifier: str) -> bool:
        """Whether what a command needs is there."""
        return self._has(actions.by_id(identifier).needs)

    def check(self, identifier: str, *, is_on: bool) -> None:
        """Show whether a command that can be checked is on."""
        self.actions[identifier].setChecked(is_on)

    @guarded(default=False)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False

    def _make(self, action: Action) -> QAction:
        made = QAction(self._window)
        made.setObjectName(f"action_{action.id}")
        made.setCheckable(action.is_checkable or bool(action.one_of))
        if action.one_of:
            self._groups[action.one_of].addAction(made)
        made.triggered.connect(partial(_run, self._runs[action.id]))
        return made

    def _put(self, menu: QMenu, chosen: list[Action]) -> None:
        group = chosen[0].group if chosen else 0
        for action in chosen:
            if action.group != group:
                menu.addSeparator()
                group = action.group
            menu.addAction(self.actions[action.id])

    def _retranslate(self) -> None:
        for action in COMMANDS:
            text, chord = tr(action.text), self.chords.of(action)
            self.actions[action.id].setText(f"{text}\t{key_text(chord)}" if chord else text)
            self.actions[action.id].setToolTip("")
        for name, menu in self.menus.items():
            menu.setTitle(_with_letter(tr(MENUS[name]), MENU_CHORDS[name][-1]))
            menu.setAccessibleName(tr(MENUS[name]))

    def _miss(self, need: str) -> None:
        """Tell what is to be done first, unless nothing can be changed here: a notice tells why."""
        text = _first(need)
        if text and self._has("written"):
            self.told.emit(text)

    def _leave_bar(self) -> None:
        """Give the keys back once no menu is open: after Esc in a menu Qt leaves them to its bar, where nothing is seen."""
        if self._bar and self._bar.hasFocus() and not QApplication.activePopupWidget():
            (self._before or self._window).setFocus()

    def _open(self, menu: str) -> None:
        if self._bar:
            self._before = self._window.focusWidget()
            self._bar.setActiveAction(self.menus[menu].menuAction())


def _first(need: str) -> str:
    """Return what an analyst does to have what a command needs, "" where that is another matter."""
    texts = {
        "markable": tr("Select some text first"),
        "span": tr("Click the span first that this is about"),
        "stretch": tr("Select some text first, or click a span"),
    }
    return texts.get(need, "")


def _with_letter(title: str, letter: str) -> str:
    """Return a menu's *title* with the Latin *letter* of its key marked; an Arabic title has it behind."""
    return title.replace(letter, f"&{letter}", 1) if letter in title else f"{title} (&{letter})"


def _run(run: Run, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
    """Run a command; what its check mark says follows from what it did."""
    run()


def _add(found: dict[str, keys.Command], chord: str, command: keys.Command) -> None:
    if chord in found:
        message = f"{chord} has two commands"
        raise ValueError(message)
    found[chord] = command
