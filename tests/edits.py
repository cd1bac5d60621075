"""What a store is asked to write when the edit does not depend on what is in the project."""

from collections.abc import Callable

from annotator.model.edits import Edit
from annotator.storage.reader import Reader


def as_it_is(edit: Edit) -> Callable[[Reader], Edit]:
    """Return what builds *edit*, whatever the project holds."""
    return lambda _: edit
