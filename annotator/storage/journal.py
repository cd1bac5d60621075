"""The journal: one line an edit, chained by hashes; it points at row versions, from which an edit can be made again."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct

from annotator.model.edits import Edit, Row
from annotator.model.errors import Stale
from annotator.model.ids import ID_BYTES
from annotator.model.versions import COUNTER_BITS, Version
from annotator.storage import seals
from annotator.storage.rows import BY_TABLE, version_of
from annotator.storage.tables import BY_CODE, Cells, Table
from annotator.storage.writing import Written

MANY = 1000
_HASH_BYTES = 16
_NUMBERS = Struct(">3q")
_CLOCK = Struct(">q")
_COUNT = Struct(">I")
_LAST = (1 << 63) - 1
_NEW, _LIVE, _DEAD = range(3)
_COLUMNS = "seq, hlc, device, layer, verb, undoes, rows, hash"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal; ``hash`` covers its fields and the hash of the line before.

    ``rows`` tells each row's table, key, version before and 8-byte hash after; of an edit of many rows only their number.
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
        if len(self.rows) == _COUNT.size:
            return int(_COUNT.unpack(self.rows)[0])
        return sum(1 for _ in _unpacked(self.rows))

    @property
    def first(self) -> tuple[str, dict[str, bytes]]:
        """The table and key of the first row it changed; of an edit of many rows an empty name and key."""
        if len(self.rows) == _COUNT.size:
            return "", {}
        mention = next(_unpacked(self.rows))
        return mention.table.name, dict(zip(mention.table.key_names, mention.key, strict=True))

    def is_true_after(self, previous: bytes) -> bool:
        """Whether its hash is what its fields and the *previous* hash make."""
        return self.hash == chained(previous, self)


@dataclass(frozen=True, slots=True)
class Mention:
    """A row as the journal mentions it: where it is, its version before (None if new), the hash of the row after."""

    table: Table
    key: tuple[bytes, ...]
    before: Version | None
    after: bytes


def head(con: sqlite3.Connection) -> Line | None:
    """Return the newest line, or None in a new project."""
    found = lines(con, "ORDER BY seq DESC LIMIT 1")
    return found[0] if found else None


def line(con: sqlite3.Connection, seq: int) -> Line:
    """Return the line with this number; raises IndexError."""
    return lines(con, "WHERE seq = ?", seq)[0]


def after(con: sqlite3.Connection, seq: int) -> list[Line]:
    """Return the lines after number *seq*, oldest first."""
    return lines(con, "WHERE seq > ? ORDER BY seq", seq)


def before(con: sqlite3.Connection, seq: int | None, limit: int | None) -> list[Line]:
    """Return at most *limit* lines before number *seq*, newest first; None means all."""
    return lines(con, "WHERE seq < ? ORDER BY seq DESC LIMIT ?", _LAST if seq is None else seq, -1 if limit is None else limit)


def lines(con: sqlite3.Connection, which: str, *bound: int) -> list[Line]:
    """Return lines of the journal as the clause *which* says."""
    return [Line(*row) for row in con.execute(f"SELECT {_COLUMNS} FROM edit {which}", bound).fetchall()]  # noqa: S608 - our clauses


def append(con: sqlite3.Connection, written: Written, device: bytes, undoes: int) -> Line:
    """Add the line of an edit that was just written, in the same transaction."""
    last = head(con)
    unsealed = Line(
        last.seq + 1 if last else 1, written.hlc, device, written.layer, written.edit.title, undoes, _packed(written), b""
    )
    hashed = chained(last.hash if last else b"", unsealed)
    con.execute(
        f"INSERT INTO edit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our columns
        (*_fields(unsealed), hashed),
    )
    return Line(*_fields(unsealed), hashed)


def chained(previous: bytes, of: Line) -> bytes:
    """Return the hash of a line: 16-byte BLAKE2b of the hash before it and of all its fields with their lengths."""
    parts = (previous, of.device, of.layer, of.verb.encode(), of.rows)
    numbers = _NUMBERS.pack(of.seq, of.hlc, of.undoes) + Struct(f">{len(parts)}q").pack(*map(len, parts))
    return hashlib.blake2b(numbers + b"".join(parts), digest_size=_HASH_BYTES).digest()


def first_broken(con: sqlite3.Connection) -> int | None:
    """Return the number of the first line that is missing or not as it was written, or None if the chain is whole."""
    previous, expected = b"", 1
    for row in con.execute(f"SELECT {_COLUMNS} FROM edit ORDER BY seq"):  # noqa: S608 - our columns
        found = Line(*row)
        if found.seq != expected or not found.is_true_after(previous):
            return expected
        previous, expected = found.hash, expected + 1
    return None


def edit_of(con: sqlite3.Connection, of: Line) -> Edit:
    """Return the edit a line tells of, made again from the versions in the file; raises Stale if some are not there."""
    before: list[Row] = []
    coming: list[Row] = []
    for mention in mentions(con, of):
        came = _version(con, mention, Version(of.hlc, of.device), mention.after)
        gone = mention.before and not mention.before.dead and _version(con, mention, mention.before)
        if gone:
            before.append(_row(mention.table, gone))
        if not version_of(mention.table, came).dead:
            coming.append(_row(mention.table, came))
    return Edit(of.verb, tuple(before), tuple(coming))


def mentions(con: sqlite3.Connection, of: Line) -> list[Mention]:
    """Return the rows a line tells of; those of an edit of many rows are all that have its clock and device."""
    if len(of.rows) == _COUNT.size:
        return [mention for code in BY_CODE for mention in _written_at(con, BY_CODE[code], Version(of.hlc, of.device))]
    return list(_unpacked(of.rows))


def _fields(of: Line) -> tuple[int, int, bytes, bytes, str, int, bytes]:
    return (of.seq, of.hlc, of.device, of.layer, of.verb, of.undoes, of.rows)


def _row(table: Table, cells: Cells) -> Row:
    row: Row = BY_TABLE[table.name].row(cells)
    return row


def _version(con: sqlite3.Connection, mention: Mention, version: Version, hashed: bytes | None = None) -> Cells:
    bound = (*mention.key, version.hlc, version.device)
    for cells in con.execute(mention.table.select_version, (*bound, *bound)).fetchall():
        is_meant = seals.digest(mention.table, cells) == hashed if hashed else version_of(mention.table, cells) == version
        if is_meant:
            return tuple(cells)
    raise Stale("what this edit changed is no longer in the project, a merge took it away: it cannot be taken back")


def _written_at(con: sqlite3.Connection, table: Table, version: Version) -> list[Mention]:
    at = "hlc = ? AND device = ?"
    cells = con.execute(
        f"SELECT {table.listed} FROM {table.name} WHERE {at} UNION ALL SELECT {table.listed} FROM {table.was} WHERE {at}",  # noqa: S608 - our names
        (version.hlc, version.device, version.hlc, version.device),
    ).fetchall()
    keys = [(tuple(row[: len(table.key)]), seals.digest(table, row)) for row in cells]
    return [Mention(table, key, _replaced(con, table, key, version), hashed) for key, hashed in keys]


def _replaced(con: sqlite3.Connection, table: Table, key: tuple[bytes, ...], by: Version) -> Version | None:
    """Return the version that *by* replaced: the greatest older one among the row's past versions."""
    row = con.execute(
        f"SELECT hlc, device, dead FROM {table.was} WHERE {table.matching(table.key_names)} "  # noqa: S608 - our names
        "AND (hlc, device) < (?, ?) ORDER BY hlc DESC, device DESC LIMIT 1",
        (*key, by.hlc, by.device),
    ).fetchone()
    return Version(row[0], row[1], bool(row[2])) if row else None


def _packed(written: Written) -> bytes:
    if len(written.rows) > MANY:
        return _COUNT.pack(len(written.rows))
    return b"".join(
        bytes([change.form.table.code])
        + b"".join(bytes(part) for part in change.key if isinstance(part, bytes))
        + _packed_version(change.version)
        + seals.digest(change.form.table, cells)
        for change, cells in written.rows
    )


def _packed_version(version: Version | None) -> bytes:
    if version is None:
        return bytes([_NEW])
    return bytes([_DEAD if version.dead else _LIVE]) + _CLOCK.pack(version.hlc) + version.device


def _unpacked(packed: bytes) -> Iterator[Mention]:
    place = 0
    while place < len(packed):
        table = BY_CODE[packed[place]]
        key = tuple(packed[place + 1 + i * ID_BYTES : place + 1 + (i + 1) * ID_BYTES] for i in range(len(table.key)))
        place += 1 + len(table.key) * ID_BYTES
        kind, place = packed[place], place + 1
        before = None
        if kind != _NEW:
            device = place + _CLOCK.size
            before = Version(_CLOCK.unpack_from(packed, place)[0], packed[device : device + ID_BYTES], kind == _DEAD)
            place = device + ID_BYTES
        yield Mention(table, key, before, packed[place : place + seals.DIGEST_BYTES])
        place += seals.DIGEST_BYTES
