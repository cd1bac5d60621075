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


def two_steps(*, fails: bool) -> Migrations:
    """Return two steps, of which the second may fail after it has changed something."""
    steps = Migrations("annotator")

    @steps()
    def m001_tables(db: Database) -> None:
        db.execute("CREATE TABLE one (a INTEGER)")

    @steps()
    def m002_more(db: Database) -> None:
        db.execute("CREATE TABLE two (b INTEGER)")
        if fails:
            db.execute("SELECT * FROM missing")

    return steps


def test_the_steps_lead_to_the_present_version(con: sqlite3.Connection) -> None:
    migrations.migrate(con)
    assert migrations.version_of(con) == migrations.VERSION == len(migrations.applied(con))
    assert not migrations.STEPS.pending(Database(con, execute_plugins=False))


def test_all_steps_or_none_are_taken(con: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="missing"):
        migrations.migrate(con, two_steps(fails=True), 2)
    assert con.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert migrations.version_of(con) == 0
    assert not con.in_transaction
    assert con.execute("PRAGMA foreign_keys").fetchone() == (1,)
    migrations.migrate(con, two_steps(fails=False), 2)
    assert migrations.version_of(con) == 2
    assert {row[0] for row in con.execute("SELECT name FROM sqlite_master")} >= {"one", "two"}


def test_migrating_twice_changes_nothing(con: sqlite3.Connection) -> None:
    migrations.migrate(con)
    before = migrations.shape(con)
    migrations.migrate(con)
    assert migrations.shape(con) == before


def test_a_project_has_the_shape_of_a_new_one(store: Store) -> None:
    shape = store.ask(lambda reader: migrations.shape(reader.con)).result()
    assert shape == migrations.shape_of_new()
    assert len(shape) < 200


def test_the_header_tells_what_the_file_is(store: Store) -> None:
    found = store.ask(lambda reader: reader.con.execute("PRAGMA application_id").fetchone()).result()
    assert found == (0x414E4E4F,)
    head = store.path.read_bytes()[:100]
    assert head[16:18] == (4096).to_bytes(2)
    assert head[68:72] == b"ANNO"
    assert head[60:64] == migrations.VERSION.to_bytes(4)
