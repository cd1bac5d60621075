"""The keys of commands: the usual ones, and those that the analyst set in their place; no two commands share one."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from annotator.model.phrases import Phrase
from annotator.ui.actions import COMMANDS, MENU_CHORDS, MENUS, STEPS, Action, by_id
from annotator.ui.factories import key_text
from annotator.ui.keys import normal
from annotator.ui.settings import Settings

STEP_TEXTS = {
    "left": "One character to the left",
    "right": "One character to the right",
    "word_left": "One word to the left",
    "word_right": "One word to the right",
    "up": "Line above",
    "down": "Line below",
    "sentence_up": "Sentence before",
    "sentence_down": "Sentence after",
    "paragraph_up": "Paragraph before",
    "paragraph_down": "Paragraph after",
    "home": "Start of the line",
    "end": "End of the line",
    "document_start": "Start of the document",
    "document_end": "End of the document",
    "page_up": "A screen up",
    "page_down": "A screen down",
}
# What is pressed is named by US legends; Alt+Shift switches layouts, Ctrl+Alt is AltGr or switches desktops.
_CHORD = re.compile(r"(Ctrl\+)?(Alt\+)?(Shift\+)?([!-~]|[A-Z][A-Za-z0-9]+)")
_OF_THE_SYSTEM = re.compile(r"Meta\+.*|(Ctrl\+)?Alt\+Shift\+.*|Ctrl\+Alt\+.*")
_OF_LABELS = re.compile(r"(Shift\+)?[0-9]")


class Chords(QObject):
    """Which key each command has.

    Signals:
        changed: a command has another key now.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Begin with the keys set the last time, as far as they can be had now."""
        super().__init__(parent)
        self._settings = settings
        stored = {action.id: settings.text(_name(action.id)) for action in COMMANDS}
        self._chosen = _without_clashes({name: normal(chord) for name, chord in stored.items() if chord})

    def of(self, action: Action) -> str:
        """Return the key of a command, "" for none."""
        return self._chosen.get(action.id, action.chord)

    def named(self, identifier: str) -> str:
        """Return the key of the command with this id, as texts name it."""
        return key_text(self.of(by_id(identifier)))

    def every(self, action: Action) -> tuple[str, ...]:
        """Return all keys of a command, the one that menus show first."""
        return _every(action, self._chosen)

    def is_usual(self, action: Action) -> bool:
        """Whether a command has the key it has for everybody."""
        return action.id not in self._chosen

    @property
    def are_usual(self) -> bool:
        """Whether all commands have the keys they have for everybody."""
        return not self._chosen

    def choose(self, action: Action, chord: str) -> None:
        """Give a command the key *chord*, which nobody else has."""
        chord = normal(chord)
        self._chosen = {name: kept for name, kept in self._chosen.items() if name != action.id}
        if chord != normal(action.chord):
            self._chosen[action.id] = chord
        self._remember(action)

    def use_usual(self, *given: Action) -> None:
        """Give these commands their usual keys again, which nobody else has."""
        for action in given:
            self._chosen.pop(action.id, None)
        self._remember(*given)

    def refusal(self, action: Action, chord: str, labels: Mapping[str, str]) -> str:
        """Return why a command cannot have the key *chord*, "" if it can; *labels* are the names of labels by their keys."""
        chord = normal(chord)
        if _OF_THE_SYSTEM.fullmatch(chord):
            return Phrase("{key} is left to the system. Press another key.", key=chord)
        if not _CHORD.fullmatch(chord):
            return Phrase("This key cannot be told from others on every keyboard. Press another one.")
        if chord in labels:
            return Phrase("{key} is the key of the label {label}. Press another one.", key=chord, label=labels[chord])
        if _OF_LABELS.fullmatch(chord):
            return Phrase("{key} is kept for labels. Press another key.", key=chord)
        holder = _fixed().get(chord) or self._holder(action, chord)
        message = "{key} is the key of “{command}”. Press another one, or give that command another key first."
        fixed = "{key} is the key of “{command}”, which keeps it. Press another one."
        return Phrase(fixed if chord in _fixed() else message, key=chord, command=Phrase(holder)) if holder else ""

    def _holder(self, action: Action, chord: str) -> str:
        others = (other for other in COMMANDS if other is not action and other.is_passing == action.is_passing)
        return next((other.text for other in others if chord in self.every(other)), "")

    def _remember(self, *changed: Action) -> None:
        self._settings.set({_name(action.id): self._chosen.get(action.id, "") for action in changed})
        self.changed.emit()


def _name(identifier: str) -> str:
    return f"key_{identifier}"


def _every(action: Action, chosen: Mapping[str, str]) -> tuple[str, ...]:
    given = (chosen.get(action.id, action.chord), *action.others)
    return tuple(dict.fromkeys(normal(chord) for chord in given if chord))


def _fixed() -> dict[str, str]:
    """Return what is done by each key that no command can have: opening menus, moving the caret."""
    menus = {normal(chord): MENUS[menu] for menu, chord in MENU_CHORDS.items()}
    steps = {normal(f"{held}{chord}"): STEP_TEXTS[step] for step, chord in STEPS.items() for held in ("", "Shift+")}
    return menus | steps


def _without_clashes(wanted: Mapping[str, str]) -> dict[str, str]:
    """Return the keys *wanted* but those that are no keys, or another's: the file may be of another version, or changed."""
    kept = {name: chord for name, chord in wanted.items() if _can_be_chosen(chord)}
    while clashing := [name for name, chord in kept.items() if _is_held(by_id(name), chord, kept)]:
        for name in clashing:
            del kept[name]
    return kept


def _can_be_chosen(chord: str) -> bool:
    is_odd = _OF_THE_SYSTEM.fullmatch(chord) or _OF_LABELS.fullmatch(chord) or not _CHORD.fullmatch(chord)
    return not is_odd and chord not in _fixed()


def _is_held(action: Action, chord: str, chosen: Mapping[str, str]) -> bool:
    others = (other for other in COMMANDS if other is not action and other.is_passing == action.is_passing)
    return any(chord in _every(other, chosen) for other in others)
