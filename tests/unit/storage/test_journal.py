"""The journal says what was done and shows whether anybody changed it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.versions import HLC_MAX, Version
from annotator.storage import journal, mentions
from annotator.storage.mentions import Mention
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.tables import TABLES

ids = st.binary(min_size=16, max_size=16)
versions = st.builds(Version, st.integers(1, HLC_MAX), ids, st.booleans())


@st.composite
def some_mentions(draw: st.DrawFn) -> Mention:
    """Return mentions of rows of every table."""
    table = draw(st.sampled_from(TABLES))
    key = tuple(draw(ids) for _ in table.key)
    return Mention(table, key, draw(st.none() | versions), draw(st.binary(min_size=8, max_size=8)))


@given(rows=st.lists(some_mentions(), max_size=5))
def test_packed_rows_come_back(rows: list[Mention]) -> None:
    packed = mentions.packed(rows, len(rows))
    assert list(mentions.unpacked(packed)) == rows
    assert mentions.count(packed) == len(rows)
    assert not mentions.is_count(packed)


def test_of_very_many_rows_only_the_number_is_kept() -> None:
    packed = mentions.packed((), mentions.MANY + 1)
    assert mentions.is_count(packed)
    assert mentions.count(packed) == mentions.MANY + 1


def test_a_line_for_a_mark_is_at_most_200_bytes(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    project.erase(store, span)
    sizes = store.ask(
        lambda reader: [
            sum(len(cell) if isinstance(cell, bytes | str) else 6 for cell in row)
            for row in reader.con.execute("SELECT * FROM edit").fetchall()
        ]
    ).result()
    assert max(sizes) <= 200


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE edit SET verb = 'erase' WHERE seq = 2", 2),
        ("UPDATE edit SET undoes = 1 WHERE seq = 3", 3),
        ("UPDATE edit SET hlc = hlc + 1 WHERE seq = 1", 1),
        ("UPDATE edit SET rows = x'' WHERE seq = 2", 2),
        ("UPDATE edit SET layer = device WHERE seq = 2", 2),
        ("UPDATE edit SET hash = device WHERE seq = 2", 2),
        ("DELETE FROM edit WHERE seq = 2", 2),
        ("UPDATE edit SET seq = 9 WHERE seq = 3", 3),
    ],
)
def test_a_changed_or_missing_line_is_found(store: Store, project: Any, change: str, broken: int) -> None:
    project.mark(store, 2, 5)
    project.mark(store, 6, 7)

    def temper(reader: Reader) -> None:
        reader.con.execute("COMMIT")
        for trigger in ("edit_fixed", "edit_stay"):
            reader.con.execute(f"DROP TRIGGER {trigger}")
        reader.con.execute(change)
        reader.con.execute("BEGIN")

    assert store.ask(lambda reader: journal.first_broken(reader.con)).result() is None
    store.ask(temper).result()
    assert store.ask(lambda reader: journal.first_broken(reader.con)).result() == broken


def test_a_line_that_was_changed_with_its_hash_breaks_the_next(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    project.mark(store, 6, 7)

    def forge(reader: Reader) -> None:
        reader.con.execute("COMMIT")
        reader.con.execute("DROP TRIGGER edit_fixed")
        forged = replace(journal.line(reader.con, 2), verb="erase")
        hashed = forged.hash_after(journal.line(reader.con, 1).hash)
        reader.con.execute("UPDATE edit SET verb = ?, hash = ? WHERE seq = 2", (forged.verb, hashed))
        reader.con.execute("BEGIN")

    store.ask(forge).result()
    assert store.ask(lambda reader: journal.first_broken(reader.con)).result() == 3
