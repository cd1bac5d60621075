"""Seals: row counts and sums of row hashes that show when something else than this program changed a row."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from struct import Struct
from typing import Any

from annotator.storage.tables import LEDGERS, TABLES, Ledger, Table

DIGEST_BYTES = 8
WAS = 0x80
_SUM = 1 << 64
_SIGN = 1 << 63

Seal = tuple[int, int]
Sealed = Table | Ledger


class Changes:
    """What an edit does to the seals: collected row by row, written at once, in the edit's own transaction."""

    def __init__(self) -> None:
        """Begin with no change."""
        self._scopes: defaultdict[bytes, list[int]] = defaultdict(lambda: [0, 0])

    def add(self, table: Sealed, cells: Any, *, was: bool = False) -> None:
        """Count a row that came into *table*, or into its past versions."""
        self._count(scope_of(table, cells, was=was), 1, digest(table, cells))

    def remove(self, table: Sealed, cells: Any) -> None:
        """Count a row that left *table*."""
        self._count(scope_of(table, cells), -1, -number(digest(table, cells)))

    def write(self, con: sqlite3.Connection) -> None:
        """Bring the seals in the file up to date."""
        for scope, (n, total) in self._scopes.items():
            row = con.execute("SELECT n, sum FROM seal WHERE scope = ?", (scope,)).fetchone() or (0, 0)
            con.execute(
                "INSERT INTO seal (scope, n, sum) VALUES (?, ?, ?) ON CONFLICT (scope) DO UPDATE SET n = excluded.n, "
                "sum = excluded.sum",
                (scope, row[0] + n, signed(row[1] + total)),
            )

    def _count(self, scope: bytes, n: int, by: bytes | int) -> None:
        sealed = self._scopes[scope]
        sealed[0] += n
        sealed[1] += by if isinstance(by, int) else number(by)


def digest(table: Sealed, cells: Any) -> bytes:
    """Return the 8-byte BLAKE2b of a row: table, numbers and lengths, then blobs and texts, each in column order."""
    numbers, blobs, texts, packed = _fields(table)
    parts = [*blobs(cells), *map(str.encode, texts(cells))]
    head = packed.pack(table.code, *numbers(cells), *map(len, parts))
    return hashlib.blake2b(head + b"".join(parts), digest_size=DIGEST_BYTES).digest()


def number(hashed: bytes) -> int:
    """Return a digest as the number that seals add up."""
    return int.from_bytes(hashed)


def signed(total: int) -> int:
    """Return *total* modulo 2**64 as SQLite stores it, with a sign."""
    return (total + _SIGN) % _SUM - _SIGN


def scope_of(table: Sealed, cells: Any, *, was: bool = False) -> bytes:
    """Return the scope that seals this row: its table, whether it is a past version, and its place."""
    return bytes([table.code | WAS if was else table.code]) + b"".join(_place(table)(cells))


def stored(con: sqlite3.Connection) -> dict[bytes, Seal]:
    """Return the seals in the file, by scope; scopes without rows are left out."""
    return {scope: (n, total) for scope, n, total in con.execute("SELECT scope, n, sum FROM seal WHERE n != 0 OR sum != 0")}


def recomputed(con: sqlite3.Connection) -> dict[bytes, Seal]:
    """Return what the seals should be, from every row in the file."""
    scopes: defaultdict[bytes, list[int]] = defaultdict(lambda: [0, 0])
    for table, was, cells in chain[tuple[Sealed, bool, Any]](all_rows(con), _in_ledgers(con)):
        sealed = scopes[scope_of(table, cells, was=was)]
        sealed[0] += 1
        sealed[1] += number(digest(table, cells))
    return {scope: (n, signed(total)) for scope, (n, total) in scopes.items()}


def is_sealed(con: sqlite3.Connection, table: Table, *place: bytes, was: bool = False) -> bool:
    """Whether the present or the past rows of *table* at one *place*, the values of its scope, are as they were sealed."""
    name = table.was if was else table.name
    rows = con.execute(f"SELECT {table.listed} FROM {name} WHERE {table.matching(table.scope)}", place).fetchall()
    counted = len(rows), signed(sum(number(digest(table, cells)) for cells in rows))
    scope = _scope(table, place, was=was)
    return (con.execute("SELECT n, sum FROM seal WHERE scope = ?", (scope,)).fetchone() or (0, 0)) == counted


def is_empty(con: sqlite3.Connection, tables: tuple[Table, ...], *place: bytes) -> bool:
    """Whether there are no rows of *tables* at one *place*, not even deleted ones, and none were sealed."""
    there = [f"EXISTS (SELECT 1 FROM {table.name} WHERE {table.matching(table.scope)})" for table in tables]
    scopes = [_scope(table, place) for table in tables]
    sealed = f"EXISTS (SELECT 1 FROM seal WHERE scope IN ({', '.join('?' * len(scopes))}) AND (n != 0 OR sum != 0))"
    return not con.execute(f"SELECT {' OR '.join((*there, sealed))}", (*place * len(tables), *scopes)).fetchone()[0]


def renew(con: sqlite3.Connection) -> None:
    """Seal what is in the file now, in the transaction that is open."""
    con.execute("DELETE FROM seal")
    rows = ((scope, *sealed) for scope, sealed in recomputed(con).items())
    con.executemany("INSERT INTO seal (scope, n, sum) VALUES (?, ?, ?)", rows)


def joined(found: Mapping[bytes, Seal]) -> dict[bytes, Seal]:
    """Return seals by scope, those of present and past versions added up."""
    scopes: defaultdict[bytes, Seal] = defaultdict(lambda: (0, 0))
    for scope, (n, total) in found.items():
        place = bytes([scope[0] & ~WAS]) + scope[1:]
        scopes[place] = scopes[place][0] + n, signed(scopes[place][1] + total)
    return dict(scopes)


def differing(con: sqlite3.Connection) -> list[bytes]:
    """Return the scopes whose seals are not as they should be."""
    kept, counted = stored(con), recomputed(con)
    return sorted(scope for scope in kept.keys() | counted.keys() if kept.get(scope) != counted.get(scope))


def all_rows(con: sqlite3.Connection) -> Iterator[tuple[Table, bool, Any]]:
    """Yield every row that has versions as (table, whether it is a past version, cells)."""
    for table in TABLES:
        for was, name in ((False, table.name), (True, table.was)):
            for cells in con.execute(f"SELECT {table.listed} FROM {name}"):
                yield table, was, cells


def _in_ledgers(con: sqlite3.Connection) -> Iterator[tuple[Ledger, bool, Any]]:
    for ledger in LEDGERS:
        for cells in con.execute(f"SELECT {ledger.listed} FROM {ledger.name}"):
            yield ledger, False, cells


def _scope(table: Table, place: tuple[bytes, ...], *, was: bool = False) -> bytes:
    return bytes([table.code | WAS if was else table.code]) + b"".join(place)


@cache
def _place(table: Sealed) -> Any:
    return _picked(table.names, set(table.scope))


@cache
def _fields(table: Sealed) -> tuple[Any, Any, Any, Struct]:
    kinds = [column.kind for column in table.columns]
    numbers, blobs, texts = (_picked(kinds, {kind}) for kind in ("INTEGER", "BLOB", "TEXT"))
    return numbers, blobs, texts, Struct(f">{len(kinds) + 1}q")


def _picked(columns: Sequence[str], wanted: set[str]) -> Any:
    """Return the function that picks the cells of some columns out of a row, always as a tuple."""
    places = [place for place, column in enumerate(columns) if column in wanted]
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)
