"""Widgets that speak the language of the interface, also when it is switched."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from annotator.ui.guard import guarded


def speak(widget: QWidget, say: Callable[[], object]) -> None:
    """Call *say*, which writes the texts of *widget*, now and whenever the language is another."""
    say()
    widget.installEventFilter(_Listener(widget, say))


class _Listener(QObject):
    """Hears the language change on behalf of a widget."""

    def __init__(self, widget: QWidget, say: Callable[[], object]) -> None:
        super().__init__(widget)
        self._say = say

    @guarded(default=False)
    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return False
