"""Keys by their place on the keyboard, named by the legends of a US one: the same under every layout."""

import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from annotator.ui.guard import guarded

# Set-1 scan codes, which are also the evdev codes of the main block: the first code of each row and its legends.
ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'`"), (43, "\\ZXCVBNM,./"), (57, " "))
BY_SCAN = {first + place: legend for first, legends in ROWS for place, legend in enumerate(legends)}
# Virtual keys of macOS, by place as well (HIToolbox/Events.h); 10 is the extra key of ISO keyboards.
MAC = "ASDFHGZXCV\0BQWERYT123465=97-80]OU[IP\0LJ'K;\\,/NM.\0 `"
BY_MAC = {code: legend for code, legend in enumerate(MAC) if legend != "\0"}
X11_SHIFT = 8
SHIFTED = dict(zip('!@#$%^&*()_+{}:"~|<>?', "1234567890-=[];'`\\,./", strict=True))
MODIFIERS = (
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
OTHER_NAMES = {"Enter": "Return", "Backtab": "Tab", "Delete": "Del", "PageUp": "PgUp", "PageDown": "PgDown", "Escape": "Esc"}
SPECIAL = 0x01000000
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)
KEPT = "kept_chords"  # the property of a widget that lists the chords it keeps from commands
FIELD_KEYS = {f"Ctrl+{letter}": Qt.Key[f"Key_{letter}"] for letter in "ACVXZ"}


class Command(NamedTuple):
    """What a chord does: ``run`` it while ``is_enabled`` says so; ``repeats`` while the key is held down.

    On the page ``miss`` tells why nothing is done while it is not enabled.
    """

    run: Callable[[], object]
    is_enabled: Callable[[], bool] = lambda: True
    repeats: bool = False
    miss: Callable[[], object] = lambda: None


def first(one: Command, other: Command) -> Command:
    """Return a command that does what *one* does while that is enabled, else what the *other* does."""
    return Command(
        lambda: one.run() if one.is_enabled() else other.run(),
        lambda: one.is_enabled() or other.is_enabled(),
        repeats=one.repeats and other.repeats,
        miss=other.miss,
    )


def chord_of(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return what was pressed as "Ctrl+Shift+Z", "Shift+[", "F2" or "PgUp"; *platform* is `sys.platform`."""
    key = event.key()
    modifiers = event.modifiers()
    names = [name for flag, name in MODIFIERS if modifiers & flag]
    return "+".join([*names, _printed(key) or _by_place(event, platform) or _named(key)])


def normal(chord: str) -> str:
    """Return a *chord* as people write it in the form `chord_of` gives: "Shift+Delete" as "Shift+Del"."""
    *modifiers, key = chord.rsplit("+", 1) if not chord.endswith("++") else (chord[:-2], "=")
    given = set(modifiers[0].split("+")) if modifiers and modifiers[0] else set()
    names = [name for _, name in MODIFIERS if name in given]
    return "+".join([*names, OTHER_NAMES.get(key, key)])


def _printed(key: int) -> str:
    """Return an ASCII letter as it is printed on the key, whatever its place."""
    return chr(key) if ord("A") <= key <= ord("Z") else ""


def _by_place(event: QKeyEvent, platform: str) -> str:
    """Return the US legend at the place of the key; nothing for special keys, the keypad, and events without a place."""
    code = event.nativeScanCode()
    if not code or event.key() >= SPECIAL or event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    if platform == "darwin":
        return BY_MAC.get(event.nativeVirtualKey(), "")
    return BY_SCAN.get(code if platform == "win32" else code - X11_SHIFT, "")


def _named(key: int) -> str:
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - seldom asked for: the window is there sooner

    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return OTHER_NAMES.get(name) or SHIFTED.get(name, name)


class KeyFilter(QObject):
    """Finds the command of each chord pressed in the widget with the focus.

    It hears no other widget: PySide would make an object of each that Qt keeps for itself, and load every class for it.
    Single keys but Esc count only while the page has the focus. A text field keeps what it needs to be typed in.
    """

    def __init__(self, commands: Mapping[str, Command], page: QWidget, parent: QObject | None = None) -> None:
        """Look chords up in *commands*; single keys belong to *page*."""
        super().__init__(parent)
        self._page = page
        self._borrowed: Mapping[str, Command] = {}
        self.set_commands(commands)

    def set_commands(self, commands: Mapping[str, Command]) -> None:
        """Look chords up in other *commands* from now on."""
        self._commands = {normal(chord): command for chord, command in commands.items()}

    def borrow(self, commands: Mapping[str, Command]) -> None:
        """Have these chords do something else on the page until they are given back, with an empty mapping."""
        self._borrowed = {normal(chord): command for chord, command in commands.items()}

    def listen(self, app: QApplication) -> None:
        """Hear the keys of every widget of *app* that gets the focus from now on, before it does."""
        app.focusChanged.connect(self._hear)
        self._hear(None, app.focusWidget())

    def stop(self, app: QApplication) -> None:
        """Hear no more keys of *app*."""
        app.focusChanged.disconnect(self._hear)

    def _hear(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus:
            focus.installEventFilter(self)  # twice is once, and first in turn

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the command of a chord pressed in the widget with the focus; keep it from everybody else."""
        is_key = event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
        if not is_key or not isinstance(event, QKeyEvent) or watched is not _focus() or not isinstance(watched, QWidget):
            return False
        chord = chord_of(event)
        if isinstance(watched, FIELDS) and chord in FIELD_KEYS:
            return _sent_again(watched, event, FIELD_KEYS[chord])
        return self._taken(watched, event, chord)

    def _taken(self, focus: QWidget, event: QKeyEvent, chord: str) -> bool:
        lent = self._borrowed.get(chord) if focus is self._page else None
        command = lent or self._commands.get(chord)
        if command is None or chord in (focus.property(KEPT) or ()) or not self._counts(focus, event):
            return False
        is_press = event.type() == QEvent.Type.KeyPress
        if not command.is_enabled():
            if is_press and focus is self._page:
                command.miss()
            return False
        event.accept()
        if is_press and (command.repeats or not event.isAutoRepeat()):
            command.run()
        return True

    def _counts(self, focus: QWidget, event: QKeyEvent) -> bool:
        """Whether a chord is a command where it was pressed."""
        if focus is self._page:
            return True
        if focus.window() is not self._page.window():
            return False
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        is_way_out = event.key() == Qt.Key.Key_Escape
        is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        is_typing = isinstance(focus, FIELDS) and _is_alt_gr(event)
        return bool(held or is_function or is_way_out) and not is_typing


def _focus() -> QWidget | None:
    """Return the widget that keys go to; none while a menu is open."""
    return None if QApplication.activePopupWidget() else QApplication.focusWidget()


def _is_alt_gr(event: QKeyEvent) -> bool:
    """Whether the key types a character with AltGr, which Windows reports as Ctrl+Alt."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both and event.text().isprintable() and bool(event.text())


def _sent_again(field: QWidget, event: QKeyEvent, key: Qt.Key) -> bool:
    """Send a text *field* its own chord with the Latin *key*: it does not know the Arabic one."""
    if event.key() == key:
        return False
    event.accept()
    if event.type() == QEvent.Type.KeyPress:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier))
    return True
