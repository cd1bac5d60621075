"""What rows of a project speak of that is not in it: ends of relations, subjects of notes and verdicts, what merges brought."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.ids import ID_BYTES
from annotator.model.phrases import Phrase
from annotator.storage.tables import LABEL, LAYER, TABLES, Table
from annotator.text.shown import shown

_HERE = "document = {by}.document AND id = {by}."
_END = f'SELECT dead FROM span WHERE layer = r.layer AND {_HERE.format(by="r")}"{{end}}"'
_RELATIONS = (
    f"SELECT id, label IN (SELECT id FROM label), ({_END.format(end='from')}), ({_END.format(end='to')}) "
    "FROM relation r WHERE dead = 0"
)
_NOTES = (
    "SELECT id FROM note WHERE dead = 0 AND about != document "
    "AND about NOT IN (SELECT id FROM span UNION SELECT id FROM relation)"
)
_IN_LAYER = " OR ".join(
    f"EXISTS (SELECT 1 FROM {name} WHERE layer = v.{{layer}} AND {_HERE.format(by='v')}{{id}})" for name in ("span", "relation")
)
_OF_NOBODY = f"layer = zeroblob({ID_BYTES})"  # a suggestion that was rejected is in no layer
_VERDICTS = (
    f"SELECT id, {_OF_NOBODY} OR {_IN_LAYER.format(layer='layer', id='id')}, "
    f"result = x'' OR {_IN_LAYER.format(layer='gold', id='result')}, kind IN ('accept', 'fold', 'reject') "
    "FROM verdict v WHERE dead = 0"
)


@dataclass(frozen=True, slots=True)
class Stray:
    """What speaks of something that is not there, and of what; with a ``remedy`` of its own it is no damage."""

    where: str
    what: str
    remedy: str = ""


def sames(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the layers and labels that are said to be the same as one which is not there."""
    what = Phrase("it is said to be the same as one that is not in the project")
    for name in _unlike(con, LAYER):
        yield Stray(Phrase("layer {name}", name=name), what)
    for name in _unlike(con, LABEL):
        yield Stray(Phrase("label {name}", name=name), what)


def relations(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the relations that join spans which are not there, or have a label which is not."""
    for identifier, has_label, *ends in con.execute(_RELATIONS).fetchall():
        where = Phrase("relation {id}", id=identifier.hex())
        if None in ends:
            yield Stray(where, Phrase("a span that it joins is not in the project"))
        elif any(ends):
            what = Phrase("a span that it joins was erased")
            yield Stray(where, what, Phrase("erase the relation too, or mark the span again"))
        if not has_label:
            yield Stray(where, Phrase("its label is not in the project"))


def notes(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the notes that are about no document, span or relation of the project, in whose layer ever."""
    for (identifier,) in con.execute(_NOTES).fetchall():
        yield Stray(Phrase("note {id}", id=identifier.hex()), Phrase("what it is about is not in the project"))


def verdicts(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the verdicts that judge or accept what is not there, or say what no verdict says."""
    for identifier, *facts in con.execute(_VERDICTS).fetchall():
        where = Phrase("verdict {id}", id=identifier.hex())
        said = (
            Phrase("what it judges is not in the project"),
            Phrase("what it decided for is not in the project"),
            Phrase("it neither accepts nor rejects"),
        )
        yield from (Stray(where, what) for what, is_so in zip(said, facts, strict=True) if not is_so)


def merged(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the merged files whose report cannot be read."""
    for name, report in con.execute("SELECT name, report FROM merged ORDER BY at, file").fetchall():
        if not _is_report(report):
            yield Stray(Phrase("merged file {name}", name=shown(name)), Phrase("its report cannot be read"))


def arrivals(con: sqlite3.Connection) -> Iterator[Stray]:
    """Yield the merges that are not in the history, or brought versions which are not in the project."""
    unknown = con.execute("SELECT DISTINCT merge FROM arrival WHERE merge NOT IN (SELECT seq FROM edit) ORDER BY merge")
    for (merge,) in unknown.fetchall():
        yield Stray(Phrase("merge {number}", number=merge), Phrase("no such action is in the history"))
    listed = " UNION ALL ".join(map(_lost, TABLES))
    known = ", ".join(f"'{table.name}'" for table in TABLES)
    lost = f'{listed} UNION ALL SELECT merge FROM arrival WHERE "table" NOT IN ({known})'
    for merge, count in con.execute(f"SELECT merge, count(*) FROM ({lost}) GROUP BY merge ORDER BY merge").fetchall():
        what = Phrase("{count} of the versions that it brought are not in the project", count=count)
        yield Stray(Phrase("merge {number}", number=merge), what)


def _unlike(con: sqlite3.Connection, table: Table) -> list[str]:
    is_stray = f"same_as != zeroblob({ID_BYTES}) AND same_as NOT IN (SELECT id FROM {table.name})"
    rows = con.execute(f"SELECT name FROM {table.name} WHERE dead = 0 AND {is_stray} ORDER BY id").fetchall()
    return [shown(name) for (name,) in rows]


def _lost(table: Table) -> str:
    """Return the question for the merges of versions of *table* that are neither present nor past: one line each."""
    place = " AND ".join(
        f'"{name}" = substr(a.key, {number * ID_BYTES + 1}, {ID_BYTES})' for number, name in enumerate(table.key_names)
    )
    at = f"{place} AND hlc = a.hlc AND device = a.device"
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {name} WHERE {at})" for name in (table.name, table.was))
    is_whole = f"length(a.key) = {len(table.key) * ID_BYTES}"
    return f"SELECT merge FROM arrival a WHERE \"table\" = '{table.name}' AND NOT ({is_whole} AND ({there}))"


def _is_report(cell: str) -> bool:
    try:
        return isinstance(json.loads(cell), dict)
    except (ValueError, RecursionError):
        return False


PARTS = (sames, relations, notes, verdicts, merged, arrivals)
