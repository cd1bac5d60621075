"""Pages give the same rows as SQLite does, of every kind of tree and size of page, and never believe what is broken."""

import random
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.pages import Cut, Pages, Torn, Values

NUMBERS = st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(-300, 300)
LONG = st.integers(0, 9000).map(lambda length: "نص😀x"[:4] * (length // 4))
ROWS = st.lists(
    st.tuples(st.integers(1, 1 << 40) | NUMBERS, NUMBERS, st.binary(max_size=40), LONG, st.none() | NUMBERS), max_size=30
)


def read(path: Path) -> tuple[list[Values], int]:
    """Return the rows on the pages of a file, and how many are broken."""
    with path.open("rb") as stream:
        pages = Pages(stream)
        return list(pages.rows(lambda _done, _total: None)), pages.broken


def made(path: Path, rows: Any, page: int, kind: str) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as con:
        con.execute(f"PRAGMA page_size = {page}")
        con.execute(f"CREATE TABLE t (a INTEGER PRIMARY KEY, b, c, d, e){kind}")
        con.executemany("INSERT OR IGNORE INTO t VALUES (?, ?, ?, ?, ?)", rows)
        con.commit()


@pytest.mark.parametrize("kind", ["", " WITHOUT ROWID"])
@pytest.mark.parametrize("page", [512, 1024, 4096, 65536])
@given(rows=ROWS)
def test_every_row_is_read_as_sqlite_reads_it(
    tmp_path_factory: pytest.TempPathFactory, page: int, kind: str, rows: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / f"rows-{page}-{len(kind)}.db"
    made(path, rows, page, kind)
    found, broken = read(path)
    with closing(sqlite3.connect(path)) as con:
        expected = con.execute("SELECT * FROM t").fetchall()
        (schema,) = con.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master").fetchall()
    assert sorted(row for row in found if row != schema) == sorted(expected)
    assert broken == 0


def test_many_rows_fill_inner_pages_too(tmp_path: Path) -> None:
    path, rows = tmp_path / "many.db", [(n, n, b"x" * 20, "y" * 20, None) for n in range(1, 3000)]
    made(path, rows, 512, " WITHOUT ROWID")
    assert sorted(row for row in read(path)[0] if type(row[0]) is int) == rows


def test_a_real_number_is_in_no_row_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "real.db"
    made(path, [(1, 1.5, b"", "", None), (2, 2, b"", "", None)], 4096, "")
    found, broken = read(path)
    assert (2, 2, b"", "", None) in found
    assert broken == 1


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\x00", bytes(99), bytes(5000), b"\x0a" * 9000])
def test_what_is_no_database_has_no_rows(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "none"
    path.write_bytes(content)
    assert read(path)[0] == []


def test_a_text_with_wrong_bytes_is_torn_and_so_is_one_that_ends_early(tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    with closing(sqlite3.connect(path)) as con:
        con.execute("CREATE TABLE t (a INTEGER, b TEXT)")
        con.execute("INSERT INTO t VALUES (1, cast(x'D982FFD984' AS TEXT))")
        con.execute("INSERT INTO t VALUES (2, ?)", ("ق" * 10_000,))
        con.commit()
    content = path.read_bytes()
    path.write_bytes(content[: 3 * 4096])  # of the long text some pages are missing
    one, long = (row[1] for row in read(path)[0] if type(row[0]) is int)
    assert (one, type(one)) == ("ق\ufffdل", Torn)
    assert type(long) is Cut
    assert 0 < len(long) < 10_000
    assert "ق" * (len(long) - 1) == long[:-1]


def test_a_row_whose_middle_is_missing_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    with closing(sqlite3.connect(path)) as con:
        con.execute("CREATE TABLE t (a TEXT, b INTEGER)")
        con.execute("INSERT INTO t VALUES (?, 2)", ("x" * 10_000,))
        con.commit()
    path.write_bytes(path.read_bytes()[: 2 * 4096])
    assert read(path)[1] == 1


def long(path: Path, pages: int) -> tuple[bytearray, int]:
    """Make a file with one row that goes on over *pages* pages; return its bytes and where the leaf with the row begins."""
    with closing(sqlite3.connect(path)) as con:
        con.execute("PRAGMA page_size = 512")
        con.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
        con.execute("INSERT INTO t VALUES (1, ?)", ("x" * (pages * 508),))
        con.commit()
    return bytearray(path.read_bytes()), 512


def texts_in(path: Path, content: bytes) -> list[Any]:
    """Return the texts of the rows that stand in *content*."""
    path.write_bytes(content)
    return [row[1] for row in read(path)[0] if type(row[0]) is int]


def test_a_record_that_claims_a_long_header_is_not_believed(tmp_path: Path) -> None:
    content, leaf = long(tmp_path / "long.db", 4000)
    row = leaf + int.from_bytes(content[leaf + 8 : leaf + 10])
    content[row + 4 : row + 8] = b"\x80\xfb\x80\x00"  # two million, behind the length and the number of the row
    claiming = bytes(content)
    tracemalloc.start()
    try:
        assert texts_in(tmp_path / "long.db", claiming) == []
        assert tracemalloc.get_traced_memory()[1] < 4 * len(content)
    finally:
        tracemalloc.stop()


def test_a_chain_of_pages_that_goes_round_is_read_once(tmp_path: Path) -> None:
    content, _ = long(tmp_path / "round.db", 40)
    content[2 * 512 : 2 * 512 + 4] = (3).to_bytes(4)
    (text,) = texts_in(tmp_path / "round.db", bytes(content))
    assert 508 <= len(text) < 2 * 508


def test_rows_that_share_their_pages_are_not_read_for_ever(tmp_path: Path) -> None:
    content, leaf = long(tmp_path / "shared.db", 400)
    content[leaf + 3 : leaf + 5] = (200).to_bytes(2)
    content[leaf + 8 : leaf + 408] = content[leaf + 8 : leaf + 10] * 200
    whole = [text for text in texts_in(tmp_path / "shared.db", bytes(content)) if len(text) == 400 * 508]
    assert 0 < len(whole) < 5


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_makes_reading_fail(tmp_path: Path, seed: int) -> None:
    dice, path = random.Random(seed), tmp_path / "bad.db"
    made(path, [(n, n, dice.randbytes(n), "ق" * dice.randrange(3000), None) for n in range(40)], 1024, " WITHOUT ROWID")
    content = bytearray(path.read_bytes())
    for _ in range(200):
        content[dice.randrange(len(content))] = dice.randrange(256)
    path.write_bytes(content)
    assert all(isinstance(row, tuple) for row in read(path)[0])


def test_how_far_it_is_is_told_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    made(path, [(n, n, b"x" * 400, "", None) for n in range(600)], 1024, "")
    told: list[tuple[int, int]] = []
    with path.open("rb") as stream:
        list(Pages(stream).rows(lambda done, total: told.append((done, total))))
    assert told == sorted(told)
    assert len(told) > 1
    assert told[-1][0] == told[-1][1]
