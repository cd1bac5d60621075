"""The tables of a project file, as data: their columns, and the SQL that makes, reads and writes them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.ids import ID_BYTES
from annotator.model.spans import QUOTE_BYTES
from annotator.model.versions import HLC_MAX

Cell = bytes | int | str
Cells = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its name, its SQL type, and what every value of it must satisfy."""

    name: str
    kind: str
    check: str = ""

    @property
    def sql(self) -> str:
        """Its line in CREATE TABLE."""
        check = f" CHECK ({self.check})" if self.check else ""
        return f'"{self.name}" {self.kind} NOT NULL{check}'


def identity(name: str) -> Column:
    """Return a column of 16-byte ids."""
    return Column(name, "BLOB", f'length("{name}") = {ID_BYTES}')


def number(name: str) -> Column:
    """Return a column of whole numbers, 0 or more."""
    return Column(name, "INTEGER", f'"{name}" >= 0')


def truth(name: str) -> Column:
    """Return a column of 0 and 1."""
    return Column(name, "INTEGER", f'"{name}" IN (0, 1)')


def text(name: str) -> Column:
    """Return a column of text."""
    return Column(name, "TEXT")


def clock(name: str) -> Column:
    """Return a column of hybrid logical clocks."""
    return Column(name, "INTEGER", f'"{name}" BETWEEN 1 AND {HLC_MAX}')


VERSION = (clock("hlc"), identity("device"), truth("dead"))


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of mutable rows: key, version, values; ``<name>_was`` keeps every version that is no longer current.

    ``code`` is the table's number in seals and in the journal; ``scope`` names the key columns whose rows are sealed together,
    none for the whole table; ``check`` holds between columns.
    """

    name: str
    code: int
    key: tuple[Column, ...]
    values: tuple[Column, ...]
    scope: tuple[str, ...] = ()
    check: str = ""
    select: str = field(init=False, default="")
    select_version: str = field(init=False, default="")
    upsert: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Write the three statements that every edit needs, once."""
        match = self.matching(self.key_names)
        at_version = f"{match} AND hlc = ? AND device = ?"
        current, was = f"SELECT {self.listed} FROM {self.name}", f"SELECT {self.listed} FROM {self.was}"
        replaced = ", ".join(f'"{name}" = excluded."{name}"' for name in self.names[len(self.key) :])
        object.__setattr__(self, "select", f"{current} WHERE {match}")
        object.__setattr__(self, "select_version", f"{current} WHERE {at_version} UNION ALL {was} WHERE {at_version}")
        object.__setattr__(
            self,
            "upsert",
            f"INSERT INTO {self.name} ({self.listed}) VALUES ({', '.join('?' * len(self.names))}) "
            f"ON CONFLICT ({quoted(self.key_names)}) DO UPDATE SET {replaced}",
        )

    @property
    def was(self) -> str:
        """The name of the table of its past versions."""
        return f"{self.name}_was"

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, key first, as they lie in both tables."""
        return (*self.key, *VERSION, *self.values)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.columns)

    @property
    def key_names(self) -> tuple[str, ...]:
        """The names of the key columns."""
        return tuple(column.name for column in self.key)

    @property
    def listed(self) -> str:
        """All columns, quoted, for a statement."""
        return quoted(self.names)

    def as_of(self, hlc: int) -> str:
        """Return the query for every row as it was at the clock *hlc*: the greatest of its versions that are no later."""
        later = f"SELECT 1 FROM {self.name} AS now WHERE {self._same_key('now', 'past')} AND now.hlc > {hlc}"
        greater = (
            f"SELECT 1 FROM {self.was} AS other WHERE {self._same_key('other', 'past')} AND other.hlc <= {hlc} "
            f"AND ({self._ordered('other')}) > ({self._ordered('past')})"
        )
        return (
            f"SELECT {self.listed} FROM {self.name} WHERE hlc <= {hlc} UNION ALL SELECT {self.listed} FROM {self.was} AS past "
            f"WHERE hlc <= {hlc} AND EXISTS ({later}) AND NOT EXISTS ({greater})"
        )

    def _same_key(self, one: str, other: str) -> str:
        return " AND ".join(f'{one}."{name}" = {other}."{name}"' for name in self.key_names)

    def _ordered(self, alias: str) -> str:
        """Return the columns by which versions of a row are ordered: all but its key."""
        return ", ".join(f'{alias}."{name}"' for name in self.names[len(self.key) :])

    @staticmethod
    def matching(names: Sequence[str]) -> str:
        """Return the condition that the columns *names* have the values bound."""
        return " AND ".join(f'"{name}" = ?' for name in names)

    def made(self) -> tuple[str, ...]:
        """Return the statements that make both tables and what guards them."""
        lines = [column.sql for column in self.columns]
        if self.check:
            lines.append(f"CHECK ({self.check})")
        old = ", ".join(f'OLD."{name}"' for name in self.names)
        # OR IGNORE would not do: inside an upsert SQLite 3.40 lets the outer statement's ABORT rule.
        kept = f"INSERT INTO {self.was} VALUES ({old}) ON CONFLICT DO NOTHING"
        return (
            strict(self.name, lines, self.key_names),
            strict(self.was, lines, self.names),
            f"CREATE TRIGGER {self.name}_keep BEFORE UPDATE ON {self.name} BEGIN {kept}; END",
            undeletable(self.name),
            unchangeable(self.was),
            undeletable(self.was),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """A table of rows without versions, which never change: key and values; ``code`` is its number in seals, of it whole."""

    name: str
    code: int
    key: tuple[Column, ...]
    values: tuple[Column, ...] = ()
    scope: tuple[str, ...] = field(init=False, default=())

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, as they lie in the table."""
        return (*self.key, *self.values)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.columns)

    @property
    def listed(self) -> str:
        """All columns, quoted, for a statement."""
        return quoted(self.names)

    @property
    def made(self) -> str:
        """The statement that makes it."""
        return strict(self.name, [column.sql for column in self.columns], [column.name for column in self.key])


def quoted(names: Sequence[str]) -> str:
    """Return *names* for a statement, with commas."""
    return ", ".join(f'"{name}"' for name in names)


def strict(name: str, lines: Sequence[str], key: Sequence[str]) -> str:
    """Return the statement that makes a STRICT table; its key columns come first, or SQLite 3.40 calls it damaged."""
    return f"CREATE TABLE {name} ({', '.join(lines)}, PRIMARY KEY ({quoted(key)})) STRICT, WITHOUT ROWID"


def undeletable(name: str) -> str:
    """Return the trigger that lets no row go, except while a merge is undone."""
    refused = f"SELECT RAISE(ABORT, 'rows of {name} are never deleted')"
    guard = "(SELECT undoing FROM local) IS NOT 1"
    return f"CREATE TRIGGER {name}_stay BEFORE DELETE ON {name} WHEN {guard} BEGIN {refused}; END"


def unchangeable(name: str) -> str:
    """Return the trigger that lets no row change."""
    return f"CREATE TRIGGER {name}_fixed BEFORE UPDATE ON {name} BEGIN SELECT RAISE(ABORT, 'rows of {name} never change'); END"


_PLACE = (identity("layer"), identity("document"), identity("id"))

SOURCE = Table(
    "source",
    1,
    key=(identity("document"), identity("id")),
    values=(
        *map(text, ("title", "url", "taken", "language", "direction", "directions", "external_id", "split_group")),
        truth("skipped"),
        text("metadata"),
    ),
)
LAYER = Table("layer", 2, key=(identity("id"),), values=(text("kind"), text("name"), identity("same_as")))
LABEL = Table(
    "label",
    3,
    key=(identity("id"),),
    values=(text("name"), text("color"), text("key"), text("lane"), truth("gone"), identity("same_as")),
)
SCHEMA = Table("schema", 4, key=(identity("id"),), values=(text("name"), text("body")))
SPAN = Table(
    "span",
    5,
    key=_PLACE,
    values=(
        identity("label"),
        number("start"),
        number("end"),
        text("segments"),
        text("attributes"),
        Column("quote", "BLOB", f"length(quote) = {QUOTE_BYTES}"),
    ),
    scope=("layer", "document"),
    check='"end" > start',
)
RELATION = Table(
    "relation",
    6,
    key=_PLACE,
    values=(identity("label"), identity("from"), identity("to"), text("attributes")),
    scope=("layer", "document"),
)
NOTE = Table(
    "note",
    7,
    key=_PLACE,
    values=(identity("about"), text("text"), text("kind"), truth("resolved")),
    scope=("layer", "document"),
)
STATE = Table(
    "state",
    8,
    key=(identity("layer"), identity("document")),
    values=(truth("finished"), text("labels"), text("ranges")),
    scope=("layer", "document"),
)
VERDICT = Table(
    "verdict",
    9,
    key=(identity("gold"), *_PLACE),
    values=(
        clock("seen"),
        text("kind"),
        Column("result", "BLOB", f"length(result) IN (0, {ID_BYTES})"),
        text("rule"),
        text("reason"),
    ),
    scope=("gold", "document"),
)

TABLES = (SOURCE, LAYER, LABEL, SCHEMA, SPAN, RELATION, NOTE, STATE, VERDICT)
BY_CODE = {table.code: table for table in TABLES}

# A text lies last in its row: its length is then read without it.
DOCUMENT = strict("document", [c.sql for c in (identity("id"), number("length"), identity("loose"), text("text"))], ["id"])
MERGED = Ledger(
    "merged",
    10,
    key=(Column("file", "BLOB", "length(file) = 32"), number("at")),
    values=(text("by"), text("name"), text("report")),
)
ARRIVAL = Ledger("arrival", 11, key=(number("merge"), text("table"), Column("key", "BLOB"), clock("hlc"), identity("device")))
LEDGERS = (MERGED, ARRIVAL)
LOCAL = (
    "CREATE TABLE local (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL, device BLOB NOT NULL, "
    "undoing INTEGER NOT NULL) STRICT"
)
EDIT = (
    "CREATE TABLE edit (seq INTEGER PRIMARY KEY, hlc INTEGER NOT NULL, device BLOB NOT NULL, layer BLOB NOT NULL, "
    "verb TEXT NOT NULL, undoes INTEGER NOT NULL, rows BLOB NOT NULL, hash BLOB NOT NULL) STRICT"
)
SEAL = "CREATE TABLE seal (scope BLOB PRIMARY KEY, n INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID"
GROW_ONLY = ("document", "merged", "edit")


def statements(with_versions: tuple[Table, ...] = TABLES) -> tuple[str, ...]:
    """Return the statements that make all tables of a project, its mutable rows in the tables *with_versions*."""
    made = tuple(statement for table in with_versions for statement in table.made())
    guards = tuple(guard(name) for name in GROW_ONLY for guard in (unchangeable, undeletable))
    return (LOCAL, DOCUMENT, MERGED.made, ARRIVAL.made, EDIT, SEAL, *made, *guards)
