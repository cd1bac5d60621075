"""The tables keep every version, delete nothing and refuse values that cannot be."""

import sqlite3
from collections.abc import Iterator

import pytest

from annotator.model.spans import Span
from annotator.model.versions import HLC_MAX, Version
from annotator.storage import migrations
from annotator.storage.rows import SPANS
from annotator.storage.tables import GROW_ONLY, SPAN, TABLES, Table

ID, DEVICE = b"i" * 16, b"d" * 16
ROWS: dict[str, tuple[object, ...]] = {
    "source": (ID, ID, 5, DEVICE, 0, *["t"] * 5, "[]", "e", "g", 0, "{}"),
    "layer": (ID, 5, DEVICE, 0, "analyst", "sara", ID),
    "label": (ID, 5, DEVICE, 0, "actor", "#aabbcc", "1", "what", 0, ID),
    "schema": (ID, 5, DEVICE, 0, "name", "{}"),
    "span": (ID, ID, ID, 5, DEVICE, 0, ID, 2, 4, "[]", "{}", b"q" * 8),
    "relation": (ID, ID, ID, 5, DEVICE, 0, ID, ID, ID, "{}"),
    "note": (ID, ID, ID, 5, DEVICE, 0, ID, "text", "comment", 0),
    "state": (ID, ID, 5, DEVICE, 0, 1, "[]", "[]"),
    "verdict": (ID, ID, ID, ID, 5, DEVICE, 0, 7, "accept", b"", "", ""),
}


@pytest.fixture
def con() -> Iterator[sqlite3.Connection]:
    """Give an empty project in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(made)
    made.execute("PRAGMA recursive_triggers = ON")
    yield made
    made.close()


def changed(table: Table, **cells: object) -> tuple[object, ...]:
    """Return the sample row of a table with other values in some columns."""
    row = list(ROWS[table.name])
    for name, value in cells.items():
        row[table.names.index(name)] = value
    return tuple(row)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
class TestEveryTable:
    """What holds for every table of mutable rows."""

    def test_a_replaced_version_is_kept(self, con: sqlite3.Connection, table: Table) -> None:
        con.execute(table.upsert, ROWS[table.name])
        con.execute(table.upsert, changed(table, hlc=6))
        assert con.execute(f"SELECT * FROM {table.name}").fetchall() == [changed(table, hlc=6)]
        assert con.execute(f"SELECT * FROM {table.was}").fetchall() == [ROWS[table.name]]

    def test_no_row_can_be_deleted(self, con: sqlite3.Connection, table: Table) -> None:
        con.execute(table.upsert, ROWS[table.name])
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            con.execute(f"DELETE FROM {table.name}")
        marks = ", ".join("?" * len(table.names))
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            con.execute(f"INSERT OR REPLACE INTO {table.name} VALUES ({marks})", changed(table, hlc=6))

    def test_past_versions_stay_as_they_are(self, con: sqlite3.Connection, table: Table) -> None:
        con.execute(table.upsert, ROWS[table.name])
        con.execute(table.upsert, changed(table, hlc=6))
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            con.execute(f"DELETE FROM {table.was}")
        with pytest.raises(sqlite3.IntegrityError, match="never change"):
            con.execute(f"UPDATE {table.was} SET hlc = 9")

    def test_rows_go_only_while_a_merge_is_undone(self, con: sqlite3.Connection, table: Table) -> None:
        con.execute(table.upsert, ROWS[table.name])
        con.execute(table.upsert, changed(table, hlc=6))
        con.execute("UPDATE local SET undoing = 1")
        con.execute(f"DELETE FROM {table.name}")
        con.execute(f"DELETE FROM {table.was}")
        assert con.execute(f"SELECT count(*) FROM {table.name} JOIN {table.was}").fetchone() == (0,)

    @pytest.mark.parametrize(
        "cells", [{"hlc": 0}, {"hlc": HLC_MAX + 1}, {"device": b"short"}, {"dead": 2}, {"hlc": "x"}, {"device": None}]
    )
    def test_an_impossible_version_is_refused(self, con: sqlite3.Connection, table: Table, cells: dict[str, object]) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            con.execute(table.upsert, changed(table, **cells))

    def test_its_key_columns_come_first(self, con: sqlite3.Connection, table: Table) -> None:
        described = con.execute("SELECT name, pk FROM pragma_table_info(?)", (table.name,)).fetchall()
        assert [place for _, place in described] == [*range(1, len(table.key) + 1), *[0] * (len(described) - len(table.key))]

    def test_sqlite_finds_it_sound(self, con: sqlite3.Connection, table: Table) -> None:
        con.execute(table.upsert, ROWS[table.name])
        con.execute(table.upsert, changed(table, hlc=6))
        assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("cells", [{"start": 4}, {"end": 2}, {"start": -1}, {"quote": b"short"}, {"label": b"short"}])
def test_a_span_that_cannot_be_is_refused(con: sqlite3.Connection, cells: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        con.execute(SPAN.upsert, changed(SPAN, **cells))


@pytest.mark.parametrize("name", GROW_ONLY)
def test_documents_merges_and_the_journal_only_grow(con: sqlite3.Connection, name: str) -> None:
    con.execute("INSERT INTO document VALUES (?, 1, ?, 'x')", (ID, ID))
    con.execute("INSERT INTO merged VALUES (?, 1, 'sara', 'file', '{}')", (bytes(32),))
    con.execute("INSERT INTO edit VALUES (1, 5, ?, ?, 'mark', 0, x'', ?)", (DEVICE, ID, ID))
    column = con.execute(f"SELECT * FROM {name}").description[1][0]
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        con.execute(f"DELETE FROM {name}")
    with pytest.raises(sqlite3.IntegrityError, match="never change"):
        con.execute(f"UPDATE {name} SET {column} = 2")


def test_a_span_and_its_key_are_stored_in_at_most_130_bytes() -> None:
    span = Span(ID, ID, ID, ID, 100_000, 100_020, b"q" * 8)
    cells = SPANS.cells(span, Version(5, DEVICE))
    assert sum(len(cell) if isinstance(cell, bytes | str) else 4 for cell in cells) <= 130
