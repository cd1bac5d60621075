"""How a project file of any version becomes one of the present version; one function a version."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import lru_cache

from annotator.model.ids import NO_ID
from annotator.storage import tables

APPLICATION_ID = 0x414E4E4F

REGISTERED_AS = "annotator"

Step = Callable[[sqlite3.Connection], None]
Shape = tuple[tuple[str, str, str, str], ...]

# As sqlite-utils 4.2 makes them; made here, because another release may word them otherwise and a project must match exactly.
_REGISTER = (
    'CREATE TABLE "_sqlite_migrations" ( "id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, "applied_at" TEXT )',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name" ON "_sqlite_migrations" ("migration_set", "name")',
)


def m001_tables(con: sqlite3.Connection) -> None:
    """Make the tables, their past versions, the journal and the seals."""
    first = replace(tables.NOTE, values=tables.NOTE.values[:2])
    for statement in tables.statements(tuple(first if table is tables.NOTE else table for table in tables.TABLES)):
        con.execute(statement)
    con.execute("INSERT INTO local (id, last, device, undoing) VALUES (1, 0, ?, 0)", (NO_ID,))


def m002_notes(con: sqlite3.Connection) -> None:
    """Let notes be questions and flags, open or resolved; nothing wrote any before."""
    for name in (tables.NOTE.name, tables.NOTE.was):
        con.execute(f"DROP TABLE {name}")
    for statement in tables.NOTE.made():
        con.execute(statement)


STEPS: tuple[Step, ...] = (m001_tables, m002_notes)


def newest() -> int:
    """Return the present version: that of a new file."""
    return len(STEPS)


def migrate(con: sqlite3.Connection) -> None:
    """Bring the file to the present version, all steps in one transaction: after an error it is as it was."""
    with transaction(con):
        take(con, STEPS)


@contextmanager
def transaction(con: sqlite3.Connection) -> Iterator[None]:
    """Do what is inside whole or not at all; tables may be rebuilt inside, for foreign keys are not looked at."""
    con.execute("PRAGMA foreign_keys = OFF")
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
        con.execute("COMMIT")
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")
        con.execute("PRAGMA foreign_keys = ON")


def take(con: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Take those of *steps* that were not taken, in the transaction that is open.

    Alone, each step of sqlite-utils commits by itself; inside our BEGIN each is a savepoint.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - slow to import, and most files are of the present version

    db = Database(con, execute_plugins=False)
    if not db["_sqlite_migrations"].exists():
        _make_register(con)
    registered = Migrations(REGISTERED_AS)
    for step in steps:
        registered(name=step.__name__)(_taken(step, con))
    registered.apply(db)
    con.execute(f"PRAGMA user_version = {len(steps)}")


def _taken(step: Step, con: sqlite3.Connection) -> Callable[[object], None]:
    """Return *step* as sqlite-utils calls it: with its own wrapper of *con*."""
    return lambda _: step(con)


def _make_register(con: sqlite3.Connection) -> None:
    for statement in _REGISTER:
        con.execute(statement)


def version_of(con: sqlite3.Connection) -> int:
    """Return the version of the file."""
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def has_our_tables(con: sqlite3.Connection) -> bool:
    """Whether the tables are exactly those that the steps up to the file's version make."""
    version = version_of(con)
    return 0 < version <= newest() and shape(con) == _shape_after(STEPS[:version])


def has_our_steps(con: sqlite3.Connection) -> bool:
    """Whether the steps noted in the file are those of its version."""
    return applied(con) == tuple(step.__name__ for step in STEPS[: version_of(con)])


def applied(con: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the steps that were taken."""
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return tuple(name for (name,) in con.execute(sql, (REGISTERED_AS,)).fetchall())


def shape(con: sqlite3.Connection) -> Shape:
    """Return every object in the file as (type, name, table, SQL with white space collapsed), sorted."""
    rows = con.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return tuple(sorted((kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows))


@lru_cache
def _shape_after(steps: tuple[Step, ...]) -> Shape:
    """Return the shape of a file in which *steps* were taken; that they leave this one is tested."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con, transaction(con):
        _make_register(con)
        for step in steps:
            step(con)
        return shape(con)
