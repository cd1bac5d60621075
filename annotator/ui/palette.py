"""Every command that can be run now, found by a part of its name in the language of the interface or in English."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from annotator.model.schemas import Label
from annotator.text import folding
from annotator.ui.actions import COMMANDS, MENUS, Action
from annotator.ui.chooser import Choice, Chooser, choose
from annotator.ui.commands import Commands, Run
from annotator.ui.factories import key_text
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row
from annotator.ui.translations import tr

ITSELF = "palette"


def ask(commands: Commands, looks: Looks, marks: Mapping[Label, Run], window: QWidget) -> None:
    """Ask over *window* for one of the *commands*, or for a label to mark with, and do it."""
    labels = [Choice(Row(looks.of(label.id).title, tr("Labels"), label.key), mark) for label, mark in marks.items()]
    hint = tr("A part of the name of a command")
    choose(Chooser("palette", tr("All commands"), hint, choices(commands, labels), window))


def choices(commands: Commands, labels: Sequence[Choice]) -> Callable[[str], Sequence[Choice]]:
    """Return a function that gives the commands, and the *labels*, which fit what is typed."""
    every = [(_name(choice.row.title), choice) for choice in labels]
    every += [
        (_name(f"{tr(action.text)} {action.text} {tr(MENUS[action.menu])}"), _choice(commands, action))
        for action in COMMANDS
        if action.id != ITSELF and commands.can(action.id)
    ]

    def fitting(text: str) -> Sequence[Choice]:
        words = folding.fold(text).text.split()
        return [choice for name, choice in every if all(word in name for word in words)]

    return fitting


def _choice(commands: Commands, action: Action) -> Choice:
    return Choice(
        Row(tr(action.text), tr(MENUS[action.menu]), key_text(commands.chords.of(action))), lambda: commands.run(action.id)
    )


def _name(text: str) -> str:
    return folding.fold(text).text
