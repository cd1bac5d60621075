"""What is asked and shown over the window: where to go, which command, the keys, about the program."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from annotator.ui import going, palette
from annotator.ui.chooser import LOW, Choice, Chooser, choose
from annotator.ui.commands import Commands, Run
from annotator.ui.marking import Marking
from annotator.ui.panels import Panels
from annotator.ui.rows import Row
from annotator.ui.session import Session
from annotator.ui.sheets import About, KeySheet
from annotator.ui.translations import tr
from annotator.ui.viewing import Viewing


class Asking(QObject):
    """The dialogs that belong to no panel."""

    def __init__(self, session: Session, *, panels: Panels, viewing: Viewing, marking: Marking, window: QWidget) -> None:
        """Ask over *window*; tell it the commands with `use`."""
        super().__init__(window)
        self._session, self._panels, self._viewing, self._marking = session, panels, viewing, marking
        self._window = window
        self._commands: Commands | None = None

    def use(self, commands: Commands) -> None:
        """Offer these *commands*."""
        self._commands = commands

    def runs(self) -> dict[str, Run]:
        """Return what the commands of these dialogs do."""
        return {
            "go_to": self.ask_where,
            "palette": self.ask_what,
            "keys": self.show_keys,
            "about": lambda: _run(About(self._window)),
        }

    def ask_where(self) -> None:
        """Ask for the number of a paragraph or a character, and go there."""
        page = self._panels.page
        hint = tr("A number: of a paragraph, or of a character counted from the start")
        chooser = Chooser("go_to", tr("Go to"), hint, going.places(page.text, page.go_to), self._window)
        chooser.resize(chooser.width(), LOW)
        choose(chooser)

    def ask_what(self) -> None:
        """Ask for a command by a part of its name, and run it."""
        if self._commands:
            self._commands.refresh()
            offered = palette.choices(self._commands, self._labels())
            choose(Chooser("palette", tr("All commands"), tr("A part of the name of a command"), offered, self._window))

    def show_keys(self) -> None:
        """Show all keys."""
        project = self._session.project
        _run(KeySheet(project.schema if project else None, self._viewing.language.code, self._window))

    def _labels(self) -> list[Choice]:
        if not (self._session.opened and self._session.is_writable):
            return []
        looks, mark = self._viewing.looks, self._marking.label
        return [
            Choice(Row(looks.of(label.id).title, tr("Labels"), label.key), partial(mark, label))
            for label in self._marking.labels
        ]


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
