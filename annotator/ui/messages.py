"""What the world refused, in the language of the interface."""

from annotator.model.errors import AnnotatorError
from annotator.ui.translations import tr


def said(error: AnnotatorError) -> str:
    """Return the message of *error* in the language of the interface; what it quotes from another error likewise."""
    values = {name: said(value) if isinstance(value, AnnotatorError) else value for name, value in error.values.items()}
    return tr(error.message, **values)
