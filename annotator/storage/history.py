"""What can be undone and redone: two stacks that follow the journal, across documents, windows and restarts.

An edit without rows, by which the analyst accepted what another program changed, is on neither: what it accepted is not known
row by row, so undo steps over it to the edit before. That one is taken back if its own rows are as it left them, else refused.
"""

import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.ids import NO_ID
from annotator.storage import journal
from annotator.storage.journal import Line
from annotator.storage.subjects import Subject, Subjects


class Entry(NamedTuple):
    """A line of the history: what was done, when, to how many rows, and whether it is undone now.

    ``undoes`` is the number of the edit it takes back, 0 for an action. ``table``, ``layer``, ``document`` and ``id`` say where
    its first row is: empty, or zeros, where the row has none of them or the edit has very many rows, or none; ``subject`` says
    what that row is about.
    """

    seq: int
    title: str
    at_ms: int
    undoes: int
    rows: int
    is_undone: bool
    table: str
    layer: bytes
    document: bytes
    id: bytes
    subject: Subject

    @property
    def is_final(self) -> bool:
        """Whether neither it nor anything before it can be taken back."""
        return self.title in journal.FINAL


@dataclass(slots=True)
class History:
    """The undo and redo stacks, as numbers of journal lines; read when first asked for, then kept up line by line."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)
    subjects: Subjects = field(default_factory=Subjects)
    _last: int = 0
    _origins: dict[int, int] = field(default_factory=dict)
    _undone: set[int] = field(default_factory=set)

    def follow(self, con: sqlite3.Connection) -> None:
        """Take in the lines written since it last looked."""
        sql = "SELECT seq, undoes, verb, length(rows) > 0 FROM edit WHERE seq > ? ORDER BY seq"
        for seq, undoes, verb, has_rows in con.execute(sql, (self._last,)).fetchall():
            if verb in journal.FINAL:
                self.undo.clear()
                self.redo.clear()
            else:
                self._take(seq, undoes, has_rows=has_rows)
            self._last = seq

    def is_undone(self, seq: int) -> bool:
        """Whether the action that line *seq* did, took back or repeated is undone now."""
        return self._origins.get(seq, seq) in self._undone

    def _take(self, seq: int, undoes: int, *, has_rows: bool) -> None:
        if not undoes:
            self.undo += [seq] if has_rows else []
            self.redo.clear()
            return
        origin = self._origins[seq] = self._origins.get(undoes, undoes)
        if origin in self._undone:
            self._undone.discard(origin)
            _move(undoes, self.redo, seq, self.undo)
        else:
            self._undone.add(origin)
            _move(undoes, self.undo, seq, self.redo)


def newest_to_undo(con: sqlite3.Connection, history: History) -> Line | None:
    """Return the line that undo takes back next, or None."""
    newest = journal.head(con)
    if newest is None or newest.is_final:
        return None
    if newest.rows and not newest.undoes:
        return newest  # an action is the newest line: no need to read the stacks
    history.follow(con)
    return journal.line(con, history.undo[-1]) if history.undo else None


def newest_to_redo(con: sqlite3.Connection, history: History) -> Line | None:
    """Return the line that redo takes back next, or None."""
    newest = journal.head(con)
    if newest is None or not newest.undoes:
        return None
    history.follow(con)
    return journal.line(con, history.redo[-1]) if history.redo else None


def entries(con: sqlite3.Connection, history: History, limit: int | None, before_seq: int | None) -> tuple[Entry, ...]:
    """Return the newest *limit* lines (all if None) before line *before_seq* (all if None), newest first."""
    history.follow(con)
    found = journal.before(con, before_seq, limit)
    return tuple(entry_of(line, history.subjects.of(con, line), is_undone=history.is_undone(line.seq)) for line in found)


def entry_of(line: Line, subject: Subject, *, is_undone: bool) -> Entry:
    """Return a line of the journal as a line of the history."""
    first = line.first
    place = dict(zip(first.table.key_names, first.key, strict=True)) if first else {}
    return Entry(
        seq=line.seq,
        title=line.verb,
        at_ms=line.at_ms,
        undoes=line.undoes,
        rows=line.count,
        is_undone=is_undone,
        table=first.table.name if first else "",
        layer=place.get("layer", NO_ID),
        document=place.get("document", NO_ID),
        id=place.get("id", NO_ID),
        subject=subject,
    )


def _move(taken: int, here: list[int], put: int, there: list[int]) -> None:
    here.remove(taken)
    there.append(put)
