"""Making an edit again from its journal line and the versions in the file."""

import sqlite3
from dataclasses import replace

from annotator.model.edits import Edit, Row
from annotator.model.errors import Stale
from annotator.model.versions import Version
from annotator.storage import mentions, seals
from annotator.storage.journal import Line
from annotator.storage.mentions import Mention
from annotator.storage.rows import BY_TABLE, form_of, version_of
from annotator.storage.tables import SPAN, TABLES, Cells, Table

GONE = (
    "what was done there is no longer in the project as it was, for a merge was taken back or another program changed it: "
    "it cannot be taken back itself"
)


def edit_of(con: sqlite3.Connection, line: Line) -> Edit:
    """Return the edit that *line* tells of, with versions on both sides; raises Stale if some of them are not there."""
    before: list[Row] = []
    after: list[Row] = []
    for mention in _mentions(con, line):
        if mention.before and not mention.before.dead:
            before.append(_row(mention.table, _replaced(con, mention, mention.before)))
        came = _written(con, mention, line)
        if not version_of(mention.table, came).dead:
            after.append(_row(mention.table, came))
    return Edit(line.verb, tuple(before), tuple(after))


def first_row(con: sqlite3.Connection, line: Line) -> Row | None:
    """Return the first row that *line* tells of, as it came, or as it was if it went; raises Stale if it is not there.

    None where the line tells only how many rows there were, or of none.
    """
    mention = line.first
    if mention is None:
        return None
    came = _written(con, mention, line)
    if mention.before and version_of(mention.table, came).dead:
        came = _replaced(con, mention, mention.before)
    return _row(mention.table, came)


def reverse_of(con: sqlite3.Connection, line: Line) -> Edit:
    """Return the edit that takes back what *line* tells of; raises Stale if its versions are not in the file.

    What a later undo put back has the same values and a newer version, and that is the one to be replaced.
    """
    edit = edit_of(con, line).reverse()
    return replace(edit, before=tuple(_newest(con, row) for row in edit.before))


def _newest(con: sqlite3.Connection, row: Row) -> Row:
    """Return *row* at its version in the file if it has the same values there, else as it is, which is stale."""
    form = form_of(row)
    cells = con.execute(form.table.select, form.key(row)).fetchone()
    current: Row | None = form.row(cells) if cells else None
    return current if current and current == row else row


def _mentions(con: sqlite3.Connection, line: Line) -> list[Mention]:
    """Return the rows a line tells of; those of an edit of very many rows are all that have its clock and device."""
    if not mentions.is_count(line.rows):
        return list(mentions.unpacked(line.rows))
    return [mention for table in TABLES for mention in _written_at(con, table, line)]


def _written_at(con: sqlite3.Connection, table: Table, line: Line) -> list[Mention]:
    at = "WHERE hlc = ? AND device = ?"
    rows = con.execute(
        f"SELECT {table.listed} FROM {table.name} {at} UNION ALL SELECT {table.listed} FROM {table.was} {at}",
        (line.hlc, line.device, line.hlc, line.device),
    ).fetchall()
    keyed = [(row[: len(table.key)], seals.digest(table, row)) for row in rows]
    return [Mention(table, key, _version_before(con, table, key, line), digest) for key, digest in keyed]


def _version_before(con: sqlite3.Connection, table: Table, key: tuple[bytes, ...], line: Line) -> Version | None:
    """Return the version that the edit replaced: the greatest older one among the row's past versions."""
    row = con.execute(
        f"SELECT hlc, device, dead FROM {table.was} WHERE {table.matching(table.key_names)} "
        "AND (hlc, device) < (?, ?) ORDER BY hlc DESC, device DESC LIMIT 1",
        (*key, line.hlc, line.device),
    ).fetchone()
    return Version(row[0], row[1], bool(row[2])) if row else None


def _replaced(con: sqlite3.Connection, mention: Mention, version: Version) -> Cells:
    found = [cells for cells in _at(con, mention, version.hlc, version.device) if version_of(mention.table, cells) == version]
    return _only(found, mention)


def _written(con: sqlite3.Connection, mention: Mention, line: Line) -> Cells:
    found = [cells for cells in _at(con, mention, line.hlc, line.device) if seals.digest(mention.table, cells) == mention.after]
    return _only(found, mention)


def _at(con: sqlite3.Connection, mention: Mention, hlc: int, device: bytes) -> list[Cells]:
    bound = (*mention.key, hlc, device)
    return con.execute(mention.table.select_version, (*bound, *bound)).fetchall()


def _only(found: list[Cells], mention: Mention) -> Cells:
    if not found:
        raise Stale(GONE, span=mention.key if mention.table is SPAN else None)
    return found[0]


def _row(table: Table, cells: Cells) -> Row:
    row: Row = BY_TABLE[table.name].row(cells)
    return row
