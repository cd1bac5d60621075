"""What the world refused, in the language of the interface."""

from annotator.model.errors import AnnotatorError
from annotator.model.phrases import Phrase
from annotator.ui.factories import isolated
from annotator.ui.translations import tr


def said(error: AnnotatorError) -> str:
    """Return the message of *error* in the language of the interface; what it quotes from another error likewise."""
    values = {name: _shown(value) for name, value in error.values.items()}
    return tr(error.message, **values) if error.message else ""


def phrased(text: str) -> str:
    """Return a text of ours in the language of the interface; a name as it is, between isolates."""
    if isinstance(text, Phrase):
        return tr(text.message, **{name: _shown(value) for name, value in text.values.items()})
    return isolated(text)


def _shown(value: object) -> object:
    """Return a value as it is put into a message: names keep their own direction."""
    if isinstance(value, AnnotatorError):
        return said(value)
    return phrased(value) if isinstance(value, str) else value
