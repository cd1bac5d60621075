"""The journal: one line an edit, each holding the hash of the line before it; only this program adds to it."""

import hashlib
import sqlite3
from dataclasses import dataclass, replace
from struct import Struct

from annotator.model.versions import COUNTER_BITS
from annotator.storage import mentions, seals
from annotator.storage.mentions import Mention
from annotator.storage.writing import Written

HASH_BYTES = 16
_NUMBERS = Struct(">3q")
_LENGTHS = Struct(">5q")
_LAST = (1 << 63) - 1
RESCUE = "rescue"
FINAL = frozenset({RESCUE})
_COLUMNS = "seq, hlc, device, layer, verb, undoes, rows, hash"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal; ``hash`` covers its fields and the hash of the line before.

    ``rows`` are packed `Mention`s, or of an edit of very many rows only their number; an edit that accepts what something else
    than this program changed has none.
    """

    seq: int
    hlc: int
    device: bytes
    layer: bytes
    verb: str
    undoes: int
    rows: bytes
    hash: bytes

    @property
    def at_ms(self) -> int:
        """Unix milliseconds at which it was written, by the clock of its device."""
        return self.hlc >> COUNTER_BITS

    @property
    def count(self) -> int:
        """How many rows it changed."""
        return mentions.count(self.rows)

    @property
    def first(self) -> Mention | None:
        """The first row it changed, or None if it changed none or very many."""
        return None if mentions.is_count(self.rows) else next(mentions.unpacked(self.rows), None)

    @property
    def is_final(self) -> bool:
        """Whether it cannot be taken back, nor anything before it: the rows are no longer those that the journal tells of."""
        return self.verb in FINAL

    @property
    def may_bring_older(self) -> bool:
        """Whether rows may have come with clocks of their own: all that it tells of one by one, or counts, has its clock."""
        return self.is_final or not self.rows

    def hash_after(self, previous: bytes) -> bytes:
        """Return the 16-byte BLAKE2b of the *previous* line's hash and of all fields, with their lengths."""
        parts = (previous, self.device, self.layer, self.verb.encode(), self.rows)
        numbers = _NUMBERS.pack(self.seq, self.hlc, self.undoes) + _LENGTHS.pack(*map(len, parts))
        return hashlib.blake2b(numbers + b"".join(parts), digest_size=HASH_BYTES).digest()


def append(con: sqlite3.Connection, written: Written, device: bytes, undoes: int) -> Line:
    """Add the line of an edit that was just written, in the same transaction."""
    last = head(con)
    line = Line(
        seq=last.seq + 1 if last else 1,
        hlc=written.hlc,
        device=device,
        layer=written.layer,
        verb=written.edit.title,
        undoes=undoes,
        rows=_packed(written),
        hash=b"",
    )
    line = replace(line, hash=line.hash_after(last.hash if last else b""))
    con.execute(
        f"INSERT INTO edit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (line.seq, line.hlc, line.device, line.layer, line.verb, line.undoes, line.rows, line.hash),
    )
    return line


def head(con: sqlite3.Connection) -> Line | None:
    """Return the newest line, or None in a new project."""
    found = _lines(con, "ORDER BY seq DESC LIMIT 1")
    return found[0] if found else None


def line(con: sqlite3.Connection, seq: int) -> Line:
    """Return the line with this number; raises IndexError."""
    return _lines(con, "WHERE seq = ?", seq)[0]


def holds(con: sqlite3.Connection, known: Line) -> bool:
    """Whether a file has this line, and with it all that was done before: no other project has its hash."""
    return known in _lines(con, "WHERE seq = ?", known.seq)


def after(con: sqlite3.Connection, seq: int) -> list[Line]:
    """Return the lines after number *seq*, oldest first."""
    return _lines(con, "WHERE seq > ? ORDER BY seq", seq)


def before(con: sqlite3.Connection, seq: int | None, limit: int | None) -> list[Line]:
    """Return at most *limit* lines before number *seq*, newest first; None means all."""
    return _lines(con, "WHERE seq < ? ORDER BY seq DESC LIMIT ?", _LAST if seq is None else seq, -1 if limit is None else limit)


def first_broken(con: sqlite3.Connection) -> int | None:
    """Return the number of the first line that is missing or not as it was written, or None if the chain is whole."""
    previous, expected = b"", 1
    for row in con.execute(f"SELECT {_COLUMNS} FROM edit ORDER BY seq"):
        found = Line(*row)
        if found.seq != expected or found.hash != found.hash_after(previous):
            return expected
        previous, expected = found.hash, expected + 1
    return None


def _lines(con: sqlite3.Connection, which: str, *bound: int) -> list[Line]:
    return [Line(*row) for row in con.execute(f"SELECT {_COLUMNS} FROM edit {which}", bound).fetchall()]


def _packed(written: Written) -> bytes:
    rows = (
        Mention(change.form.table, change.key, change.version, seals.digest(change.form.table, cells))
        for change, cells in written.rows
    )
    return mentions.packed(rows, len(written.rows))
