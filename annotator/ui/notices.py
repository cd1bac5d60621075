"""Notices over the page: what was refused, until it is closed; what is not saved, until it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.ui.factories import label
from annotator.ui.speaking import speak
from annotator.ui.translations import tr


class Notice(QFrame):
    """A sentence that stays, and buttons for what to do about it.

    Signals:
        told(text): a sentence is shown.
    """

    told = Signal(str)

    def __init__(self, name: str, buttons: tuple[str, ...], parent: QWidget) -> None:
        """Begin hidden; each button is called *name* and one of *buttons*."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._say: Callable[[], str] = str
        self.text = label(f"{name}_text", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.text, 1)
        self.buttons = {button: QPushButton(self) for button in buttons}
        for button, widget in self.buttons.items():
            widget.setObjectName(f"{name}_{button}")
            row.addWidget(widget)
        self.hide()
        speak(self, self._retranslate)

    def show_text(self, say: Callable[[], str]) -> None:
        """Show what *say* gives, now and again in another language."""
        self._say = say
        self._retranslate()
        self.show()
        self.told.emit(self.text.text())

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Notice"))
        self.text.setText(self._say())


class Told(Notice):
    """What was refused for good.

    Signals:
        backups_wanted(path): the backups of the project there, which could not be opened, are to be shown.
        rescue_wanted(path): what is left of it is to be brought into a new one.
        again_wanted(path): the project there, which could not be had, is to be opened again.
        history_wanted(key): what became of the span with this key is to be shown.
    """

    backups_wanted = Signal(object)
    rescue_wanted = Signal(object)
    again_wanted = Signal(object)
    history_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("notice", ("history", "again", "backups", "rescue", "close"), parent)
        self._broken: Path | None = None
        self._span: tuple[bytes, ...] = ()
        self.buttons["close"].clicked.connect(self.hide)
        self.buttons["backups"].clicked.connect(lambda: self.backups_wanted.emit(self._broken))
        self.buttons["rescue"].clicked.connect(lambda: self.rescue_wanted.emit(self._broken))
        self.buttons["again"].clicked.connect(self._try_again)
        self.buttons["history"].clicked.connect(lambda: self.history_wanted.emit(self._span))

    def tell(self, say: Callable[[], str]) -> None:
        """Show what *say* gives, under what is shown already."""
        before = self._say if self.isVisible() else None
        if before is None:
            self._offer()
        self.show_text((lambda: f"{before()}\n{say()}") if before and before() != say() else say)

    def offer_help(self, path: Path, *, has_backups: bool) -> None:
        """Lead to what is left of the project at *path*, of which it tells already."""
        self._broken = path
        self._offer(backups=has_backups, rescue=path.exists())

    def offer_again(self, path: Path) -> None:
        """Lead to opening the project at *path* again, of which it tells why it could not be had."""
        self._broken = path
        self._offer(again=True)

    def offer_history(self, span: tuple[bytes, ...]) -> None:
        """Lead to what became of the span with this key, of which it tells that it was changed meanwhile."""
        self._span = span
        self._offer(history=True)

    def _try_again(self) -> None:
        self.hide()
        self.again_wanted.emit(self._broken)

    def _offer(self, *, history: bool = False, again: bool = False, backups: bool = False, rescue: bool = False) -> None:
        self.buttons["history"].setVisible(history)
        self.buttons["again"].setVisible(again)
        self.buttons["backups"].setVisible(backups)
        self.buttons["rescue"].setVisible(rescue)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.buttons["history"].setText(tr("Show its history"))
        self.buttons["again"].setText(tr("Try again"))
        self.buttons["backups"].setText(tr("Backups…"))
        self.buttons["rescue"].setText(tr("Rescue what is left…"))
        self.buttons["close"].setText(tr("Close"))


class Unsaved(Notice):
    """What the disk did not take, until it does.

    Signals:
        retry_wanted: it is to be tried again.
        find_wanted: the project's file, which is no longer in its place, is to be found.
        move_wanted: it is to be saved into a copy elsewhere.
        discard_wanted: it is to be given up.
    """

    retry_wanted = Signal()
    find_wanted = Signal()
    move_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("unsaved", ("retry", "find", "move", "discard"), parent)
        self.buttons["retry"].clicked.connect(self.retry_wanted)
        self.buttons["find"].clicked.connect(self.find_wanted)
        self.buttons["move"].clicked.connect(self.move_wanted)
        self.buttons["discard"].clicked.connect(self.discard_wanted)

    def offer(self, *, retry: bool, find: bool) -> None:
        """Lead to what can be done about it: tried again now or not, and the file found where it may lie elsewhere."""
        self.buttons["retry"].setEnabled(retry)
        self.buttons["find"].setVisible(find)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.buttons["retry"].setText(tr("Try again"))
        self.buttons["find"].setText(tr("Find it…"))
        self.buttons["move"].setText(tr("Save a copy elsewhere…"))
        self.buttons["discard"].setText(tr("Give up…"))


class Shared(Notice):
    """That the project's folder is kept the same on other computers, and that one of them changed it too.

    Signals:
        other_wanted: the other copy is to be opened.
        closed: it was read.
    """

    other_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("shared", ("other", "close"), parent)
        self.buttons["other"].clicked.connect(self.other_wanted)
        self.buttons["close"].clicked.connect(self.closed)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.buttons["other"].setText(tr("Open the other copy"))
        self.buttons["close"].setText(tr("Close"))
