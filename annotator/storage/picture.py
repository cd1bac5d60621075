"""One picture of a project for many questions, each asked on its own while the project goes on changing."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from annotator.model.errors import Stale
from annotator.storage import journal, seals
from annotator.storage.reader import SAID, Reader
from annotator.storage.rows import Form, R
from annotator.storage.store import Store
from annotator.storage.tables import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Past(Reader):
    """A view of the project as it was at the clock ``hlc``; texts and the history are those of now."""

    hlc: int

    def are_sealed(self, document: bytes, layer: bytes) -> bool:
        """Whether what `Reader.are_sealed` tells of is as this program left it, as are past rows where those are taken."""
        is_sealed = Reader.are_sealed(self, document, layer)
        return is_sealed and all(self._has_sealed_past(form.table, document, layer) for form in SAID)

    def _has_sealed_past(self, table: Table, document: bytes, layer: bytes) -> bool:
        later = f"SELECT 1 FROM {table.name} WHERE layer = ? AND document = ? AND hlc > ? LIMIT 1"
        takes_past = self.con.execute(later, (layer, document, self.hlc)).fetchone()
        return not takes_past or seals.is_sealed(self.con, table, layer, document, was=True)

    def _rows(self, table: Table) -> str:
        return f"({table.as_of(self.hlc)})"

    def _one(self, form: Form[R], *key: bytes) -> R | None:
        found = self._live(form, f" AND {form.table.matching(form.table.key_names)}", *key)
        return found[0] if found else None


class Picture:
    """What the project was when this was made: whatever is written later is not in it. Used by one thread at a time.

    Every edit has a clock later than the file's was before it, so the clock tells what came since. Not so where somebody
    accepted what another program changed, or a merge came in: those rows have clocks of their own; nor where another file
    was put in the place of this one. Then the picture is lost.
    """

    def __init__(self, store: Store) -> None:
        """Take the picture of the project in *store*."""
        self._store = store
        self._hlc, self._newest = store.ask(lambda reader: (_clock(reader), journal.before(reader.con, None, 1))).result()
        self._is_past = False

    def ask(self, question: Callable[[Reader], T]) -> Future[T]:
        """Answer *question* from the picture, as `Store.ask` does from the project; Stale where the picture is lost."""
        return self._store.ask(lambda reader: question(self._seen_by(reader)))

    def _seen_by(self, reader: Reader) -> Reader:
        known = self._newest
        found = journal.after(reader.con, known[0].seq - 1 if known else 0)
        later = found[len(known) :]
        if found[: len(known)] != known or any(line.hlc <= self._hlc or line.may_bring_older for line in later):
            raise Stale("the project changed meanwhile: export it again")
        self._newest, self._is_past = found[-1:], self._is_past or bool(later)
        return Past(reader.con, reader.journal, self._hlc) if self._is_past else reader


def _clock(reader: Reader) -> int:
    return int(reader.con.execute("SELECT last FROM local").fetchone()[0])
