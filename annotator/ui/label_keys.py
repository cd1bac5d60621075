"""Keys of labels that commands have as well: a command wins, so the label could not be given by its key."""

from annotator.model.errors import AnnotatorError
from annotator.model.phrases import Phrase
from annotator.model.schemas import Label, Schema
from annotator.ui.actions import COMMANDS
from annotator.ui.chords import Chords


def clashes(schema: Schema, chords: Chords) -> tuple[tuple[Label, str], ...]:
    """Return the labels that can be given and whose key is that of a command, each with that command's text in English."""
    held = {chord: action.text for action in COMMANDS for chord in chords.every(action)}
    return tuple(
        (label, held[label.key.upper()])
        for label in schema.labels
        if not label.gone and label.key and label.key.upper() in held
    )


def refuse_commands(before: Schema, after: Schema, chords: Chords) -> None:
    """Raise AnnotatorError if a label has a key in *after* that a command has, and did not have it in *before*."""
    known = {label.id: label.key for label, _ in clashes(before, chords)}
    for label, command in clashes(after, chords):
        if known.get(label.id) != label.key:
            message = "{key} is the key of “{command}”: choose another one, or give that command another key first"
            raise AnnotatorError(message, key=label.key.upper(), command=Phrase(command))


def warning(schema: Schema, chords: Chords) -> AnnotatorError | None:
    """Return what to tell of labels that their keys do not give, None if there are none; of several the first is told."""
    found = clashes(schema, chords)
    if not found:
        return None
    label, command = found[0]
    message = "{key} does “{command}”, so it cannot mark with {label}: choose another key for it"
    return AnnotatorError(message, key=label.key.upper(), command=Phrase(command), label=label.name)
