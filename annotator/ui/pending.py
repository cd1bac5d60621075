"""What the page shows of edits that are not in the file yet, over what the file says."""

from typing import Generic, TypeVar

from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.spans import Span

R = TypeVar("R", Span, Relation, Note)


class Pending(Generic[R]):
    """Rows as they will be once the file has them, oldest change first; one erased stays until it is gone."""

    def __init__(self) -> None:
        """Begin with none."""
        self._rows: list[R] = []

    def add(self, row: R) -> None:
        """Show *row* so from now on."""
        self._rows.append(row)

    def drop(self, row: R) -> None:
        """Forget a change that is in the file, or never will be."""
        self._rows.remove(row)

    def of(self, document: bytes) -> frozenset[bytes]:
        """Return the ids of those of *document* that are on their way."""
        return frozenset(row.id for row in self._rows if row.document == document)

    def shown(self, identifier: bytes, in_file: R | None) -> R | None:
        """Return what to show of one that the file holds as *in_file*, or does not hold."""
        return next((row for row in reversed(self._rows) if row.id == identifier), in_file)
