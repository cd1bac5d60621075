"""Hears the next key pressed in a widget, by its place on the keyboard, and keeps it from the widget."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of

HELD = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


class KeyRecorder(QObject):
    """Listens from `listen` until a key is pressed, or Esc, or the focus goes elsewhere.

    Signals:
        pressed(chord): a key was pressed.
        left: none was.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Hear the keys of *widget*."""
        super().__init__(widget)
        self.is_listening = False
        widget.installEventFilter(self)

    def listen(self) -> None:
        """Take the next key."""
        self.is_listening = True

    @guarded(default=False)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a key while listening, with those held; a key that is only held waits for another."""
        if not self.is_listening:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
        return event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in HELD or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        self.is_listening = False
        self.pressed.emit(chord_of(event))

    def _leave(self) -> None:
        self.is_listening = False
        self.left.emit()
