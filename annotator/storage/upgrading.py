"""Bringing an older project to the present version: proved to have lost nothing before it is committed."""

import hashlib
import sqlite3
from pathlib import Path

from annotator.model.errors import InvalidFile
from annotator.storage import migrations
from annotator.storage.check import ERROR, check
from annotator.text.shown import shown

_DIGEST_BYTES = 8
_MADE_ANEW = {"_sqlite_migrations", "seal"}  # the full check proves the seals


def upgrade(con: sqlite3.Connection, path: Path) -> None:
    """Bring the project to the present version; raises InvalidFile and changes nothing if it would not be whole then."""
    with migrations.transaction(con):
        columns = _columns(con)
        before = _sums(con, columns)
        migrations.take(con, migrations.STEPS)
        now = _columns(con)
        kept = {table: names for table, names in columns.items() if set(names) <= set(now.get(table, ()))}
        after = _sums(con, kept)
        lost = [f"rows of {table} would be lost" for table in kept if after[table] != before[table]]
        wrong = [str(finding) for finding in check(con, path) if finding.level == ERROR]
        if lost or wrong:
            message = (
                "{name}: cannot be brought to format {version} ({why}); "
                "nothing was changed: use the Annotator that made it, and report this"
            )
            raise InvalidFile(message, name=shown(path.name), version=migrations.newest(), why=(lost + wrong)[0])


def _columns(con: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    tables = [name for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return {
        table: tuple(row[1] for row in con.execute(f'PRAGMA table_info("{table}")').fetchall())
        for table in tables
        if table not in _MADE_ANEW
    }


def _sums(con: sqlite3.Connection, columns: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Return for each table the sum of the hashes of its rows, whatever their order."""
    con.text_factory = bytes  # texts are compared, never read: no need that they are UTF-8
    try:
        return {table: _sum(con, table, names) for table, names in columns.items()}
    finally:
        con.text_factory = str


def _sum(con: sqlite3.Connection, table: str, names: tuple[str, ...]) -> int:
    listed = ", ".join(f'"{name}"' for name in names)
    rows = con.execute(f'SELECT {listed} FROM "{table}"')
    return sum(int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=_DIGEST_BYTES).digest()) for row in rows)
