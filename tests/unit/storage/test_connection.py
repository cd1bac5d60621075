"""Every setting that keeps work safe is set, and read back."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from annotator.model.errors import InvalidFile
from annotator.storage import connection
from annotator.storage.connection import PATIENCE_S, at_once, connect
from annotator.storage.store import Store


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("recursive_triggers", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("page_size", 4096),
    ],
)
def test_the_settings_of_every_connection(store: Store, name: str, expected: object) -> None:
    assert store.ask(lambda reader: reader.con.execute(f"PRAGMA {name}").fetchone()).result() == (expected,)


def test_a_setting_that_is_not_taken_is_refused(store: Store, project: Any) -> None:
    store.close()
    with pytest.raises(InvalidFile, match="did not take synchronous"):
        connection.connect(project.path, pragmas=(("synchronous", "extr", 3),))


def test_a_setting_that_this_sqlite_does_not_know_is_left_out(store: Store, project: Any) -> None:
    store.close()
    connection.connect(project.path, pragmas=(("no_such_pragma", "ON", 1),)).close()


def test_connecting_never_makes_a_file(project: Any) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connection.connect(project.path)
    assert not project.path.exists()


def test_a_file_that_another_tool_switched_to_wal_is_switched_back(store: Store, project: Any) -> None:
    store.close()
    with sqlite3.connect(project.path) as other:
        other.execute("PRAGMA journal_mode = WAL")
    other.close()
    assert project.path.read_bytes()[18:20] == b"\x02\x02"
    project.open().close()
    assert project.path.read_bytes()[18:20] == b"\x01\x01"


def test_a_lock_that_another_window_has_is_refused_at_once_and_the_next_is_waited_for(store: Store, project: Any) -> None:
    with closing(connect(project.path)) as con, closing(connect(project.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            at_once(con, "BEGIN IMMEDIATE")
        assert con.execute("PRAGMA busy_timeout").fetchone()[0] == PATIENCE_S * 1000
    assert store.pending == 0
