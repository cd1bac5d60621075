"""A file of an older version becomes one of the present version, or stays as it was."""

import contextlib
import sqlite3
from collections.abc import Iterator

import pytest
from sqlite_utils import Database, Migrations

from annotator.storage import migrations
from annotator.storage.store import Store


@pytest.fixture
def con() -> Iterator[sqlite3.Connection]:
    """Give an empty database in memory."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        yield made


def is_ours(con: sqlite3.Connection) -> bool:
    return migrations.has_our_tables(con) and migrations.has_our_steps(con)


def m003_more(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE two (b INTEGER)")


def m003_fails(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE two (b INTEGER)")
    db.execute("SELECT * FROM missing")


def test_the_steps_lead_to_the_present_version(con: sqlite3.Connection) -> None:
    migrations.migrate(con)
    assert migrations.version_of(con) == migrations.newest() == len(migrations.applied(con))
    assert is_ours(con)


def test_all_steps_or_none_are_taken(con: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    first = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", (*first, m003_fails))
    with pytest.raises(sqlite3.OperationalError, match="missing"):
        migrations.migrate(con)
    assert con.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert migrations.version_of(con) == 0
    assert not con.in_transaction
    assert con.execute("PRAGMA foreign_keys").fetchone() == (1,)
    monkeypatch.setattr(migrations, "STEPS", (*first, m003_more))
    migrations.migrate(con)
    assert migrations.version_of(con) == len(first) + 1
    assert migrations.applied(con) == ("m001_tables", "m002_notes", "m003_more")
    assert {row[0] for row in con.execute("SELECT name FROM sqlite_master")} >= {"span", "two"}


def test_migrating_twice_changes_nothing(con: sqlite3.Connection) -> None:
    migrations.migrate(con)
    before = migrations.shape(con)
    migrations.migrate(con)
    assert migrations.shape(con) == before


def test_a_file_of_an_older_version_is_known_by_the_tables_of_that_version(
    con: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrations.migrate(con)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m003_more))
    assert is_ours(con)
    migrations.migrate(con)
    assert is_ours(con)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE extra (x)",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 3",
        "PRAGMA user_version = -1",
        "DELETE FROM _sqlite_migrations",
        "UPDATE _sqlite_migrations SET name = 'm001_other' WHERE id = 1",
    ],
)
def test_a_file_whose_tables_steps_and_version_do_not_agree_is_not_ours(con: sqlite3.Connection, sql: str) -> None:
    migrations.migrate(con)
    con.execute(sql)
    assert not is_ours(con)


def test_the_register_of_steps_is_the_one_that_sqlite_utils_would_make(con: sqlite3.Connection) -> None:
    Migrations("annotator").ensure_migrations_table(Database(con, execute_plugins=False))
    theirs = migrations.shape(con)
    con.execute("DROP TABLE _sqlite_migrations")
    migrations.migrate(con)
    assert set(theirs) < set(migrations.shape(con))


def test_the_shape_of_a_project_is_small_enough_for_a_stranger_to_be_refused(store: Store) -> None:
    shape = store.ask(lambda reader: migrations.shape(reader.con)).result()
    assert len(shape) < 200


def test_the_header_tells_what_the_file_is(store: Store) -> None:
    found = store.ask(lambda reader: reader.con.execute("PRAGMA application_id").fetchone()).result()
    assert found == (0x414E4E4F,)
    head = store.path.read_bytes()[:100]
    assert head[16:18] == (4096).to_bytes(2)
    assert head[68:72] == b"ANNO"
    assert head[60:64] == migrations.newest().to_bytes(4)
