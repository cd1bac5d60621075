"""How a project file of any version becomes one of the present version; one function a version."""

import sqlite3
from contextlib import closing

from sqlite_utils import Database, Migrations

from annotator.model.ids import NO_ID
from annotator.storage import tables

APPLICATION_ID = 0x414E4E4F
VERSION = 1
STEPS = Migrations("annotator")

Shape = tuple[tuple[str, str, str, str], ...]


@STEPS()
def m001_tables(db: Database) -> None:
    """Make the tables, their past versions, the journal and the seals."""
    for statement in tables.statements():
        db.execute(statement)
    db.execute("INSERT INTO local (id, last, device, undoing) VALUES (1, 0, ?, 0)", (NO_ID,))


def migrate(con: sqlite3.Connection, steps: Migrations = STEPS, version: int = VERSION) -> None:
    """Bring the file to *version*, all steps in one transaction: after an error it is as it was.

    Alone, each step of sqlite-utils commits by itself; inside our BEGIN each is a savepoint.
    """
    con.execute("PRAGMA foreign_keys = OFF")
    con.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(Database(con, execute_plugins=False))
        con.execute(f"PRAGMA user_version = {version}")
        con.execute("COMMIT")
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")
        con.execute("PRAGMA foreign_keys = ON")


def version_of(con: sqlite3.Connection) -> int:
    """Return the version of the file."""
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def applied(con: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the steps that were taken; they must agree with the version."""
    return tuple(step.name for step in STEPS.applied(Database(con, execute_plugins=False)))


def shape(con: sqlite3.Connection) -> Shape:
    """Return every object in the file as (type, name, table, SQL with white space collapsed), sorted."""
    rows = con.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return tuple(sorted((kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows))


def shape_of_new() -> Shape:
    """Return the shape of a new file of this version; a project's must equal it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        migrate(con)
        return shape(con)
