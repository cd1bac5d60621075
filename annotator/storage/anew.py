"""What rows of a project need and a damaged file has lost: schema, labels, layers and titles, made anew."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import count, islice

from annotator.model.documents import Source
from annotator.model.edits import Row
from annotator.model.ids import derived_id
from annotator.model.layers import ANALYST, Layer
from annotator.model.phrases import Phrase
from annotator.model.relations import LANE as RELATIONS
from annotator.model.schemas import Label, SchemaBody
from annotator.storage.check import NAMES, WARNING, Finding
from annotator.text.names import as_name
from annotator.text.shown import shown

NAME = "rescued"
_COLOR, _LANE = "#808080", "name"
_LONGEST = 60


def lost_rows(con: sqlite3.Connection, schema: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return the rows that are missing, and a line on each; *schema* are the schema and labels to take where none is left."""
    made = (*_schema(con, schema), *_labels(con, schema), *_layers(con), *_sources(con))
    return tuple(row for row, _ in made), tuple(finding for _, finding in made)


def _schema(con: sqlite3.Connection, schema: Sequence[Row]) -> Iterator[tuple[Row, Finding]]:
    if not con.execute("SELECT 1 FROM schema WHERE dead = 0").fetchone():
        what = Phrase("was lost: that of a new project stands in its place")
        remedy = Phrase("look at the labels and their colours")
        bodies = (row for row in schema if isinstance(row, SchemaBody))
        yield from ((body, Finding(WARNING, NAMES["schema"], what, remedy)) for body in bodies)


def _labels(con: sqlite3.Connection, schema: Sequence[Row]) -> Iterator[tuple[Row, Finding]]:
    """Yield the labels that spans and relations have and the project has not; all of a new one where none is left."""
    known = {label.id: label for label in schema if isinstance(label, Label)}
    used = {
        identifier: lane for table, lane in (("relation", RELATIONS), ("span", _LANE)) for identifier in _unknown(con, table)
    }
    is_empty = not con.execute("SELECT 1 FROM label WHERE dead = 0").fetchone()
    wanted = dict.fromkeys((*(known if is_empty else ()), *used))
    for identifier, name in zip(wanted, _free_names(con, "label", len(wanted)), strict=True):
        label = known.get(identifier) or Label(identifier, name, _COLOR, "", used[identifier])
        yield label, _anew(NAMES["label"], label.name, Phrase("look at its name and colour"))


def _unknown(con: sqlite3.Connection, table: str) -> list[bytes]:
    """Return the labels in *table* that are not in the project."""
    sql = f"SELECT DISTINCT label FROM {table} WHERE label NOT IN (SELECT id FROM label) ORDER BY label"
    return [identifier for (identifier,) in con.execute(sql).fetchall()]


def _layers(con: sqlite3.Connection) -> Iterator[tuple[Row, Finding]]:
    """Yield the layers that spans and states are in and the project has not; one is there in any case."""
    used = con.execute(
        "SELECT layer FROM span UNION SELECT layer FROM state EXCEPT SELECT id FROM layer ORDER BY layer"
    ).fetchall()
    found = [row[0] for row in used]
    if not found and not con.execute("SELECT 1 FROM layer WHERE dead = 0 AND kind = ?", (ANALYST,)).fetchone():
        found = [derived_id(f"layer:{NAME}")]
    for identifier, name in zip(found, _free_names(con, "layer", len(found)), strict=True):
        layer = Layer(identifier, ANALYST, name)
        yield (
            layer,
            _anew(NAMES["layer"], layer.name, Phrase("only the name is missing")),
        )


def _free_names(con: sqlite3.Connection, table: str, n: int) -> Iterator[str]:
    """Return *n* names that nothing in *table* has, for a project may be rescued more than once."""
    taken = {name for (name,) in con.execute(f"SELECT name FROM {table}").fetchall()}
    names = (f"{NAME} {number}" for number in count(1))
    return islice((name for name in names if name not in taken), n)


def _sources(con: sqlite3.Connection) -> Iterator[tuple[Row, Finding]]:
    what = Phrase("its title was lost: its first line stands for it")
    untitled = con.execute("SELECT id FROM document WHERE id NOT IN (SELECT document FROM source) ORDER BY id").fetchall()
    for (identifier,) in untitled:
        text = con.execute("SELECT text FROM document WHERE id = ?", (identifier,)).fetchone()[0]
        title = title_of(text) or identifier.hex()
        source = Source(identifier, derived_id(f"source:{identifier.hex()}:{NAME}"), title)
        yield (
            source,
            Finding(WARNING, Phrase("document {id}", id=shown(title)), what, Phrase("rename it")),
        )


def _anew(kind: str, name: str, remedy: str) -> Finding:
    return Finding(WARNING, Phrase("{table} {id}", table=kind, id=name), Phrase("was lost and is made anew"), remedy)


def title_of(text: str) -> str:
    """Return what stands for a lost title, the first line that has any words; empty if none has."""
    return as_name(text.strip().partition("\n")[0])[:_LONGEST].strip()
