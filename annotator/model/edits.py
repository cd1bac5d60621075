"""Edit: the only way in which a project changes."""

from dataclasses import dataclass

from annotator.model.documents import Source, State
from annotator.model.layers import Layer
from annotator.model.notes import Note
from annotator.model.relations import Relation
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span

Row = Span | Relation | Note | Source | State | Layer | Label | SchemaBody


@dataclass(frozen=True, slots=True)
class Edit:
    """These row versions go, those rows come, in one transaction.

    ``title`` says what was done ("mark", "erase", "relabel", "move edge" …), in English; the window translates it.
    A row only in ``before`` is deleted, one only in ``after`` is made (its key must be absent or deleted), one in both is
    replaced. Rows in ``before`` carry the version that was seen; rows in ``after`` get theirs when they are written.
    """

    title: str
    before: tuple[Row, ...] = ()
    after: tuple[Row, ...] = ()

    def reverse(self) -> "Edit":
        """Return the edit that takes this one back."""
        return Edit(self.title, before=self.after, after=self.before)

    @property
    def documents(self) -> frozenset[bytes]:
        """The ids of the documents that it says something of."""
        rows = (*self.before, *self.after)
        return frozenset(row.document for row in rows if not isinstance(row, Layer | Label | SchemaBody))
