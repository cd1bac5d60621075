"""Seals follow every edit and show every change that was made behind the program's back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage import seals
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.tables import LAYER, SPAN, STATE, TABLES

ID, DEVICE = b"i" * 16, b"d" * 16
CELLS = (ID, ID, ID, 5, DEVICE, 0, ID, 2, 4, "[]", "{}", b"q" * 8)


@given(totals=st.lists(st.integers(0, (1 << 64) - 1), max_size=5))
def test_sums_of_seals_fit_sqlite_and_do_not_depend_on_their_order(totals: list[int]) -> None:
    one = seals.signed(sum(totals))
    other = 0
    for total in reversed(totals):
        other = seals.signed(other + total)
    assert one == other
    assert -(1 << 63) <= one < 1 << 63


@pytest.mark.parametrize("place", range(len(CELLS)))
def test_every_cell_counts(place: int) -> None:
    changed = list(CELLS)
    cell = CELLS[place]
    changed[place] = cell + 1 if isinstance(cell, int) else cell * 2
    assert seals.digest(SPAN, changed) != seals.digest(SPAN, CELLS)


def test_cells_cannot_run_into_one_another() -> None:
    one, other = (ID, 5, DEVICE, 0, "ab", "c", ID), (ID, 5, DEVICE, 0, "a", "bc", ID)
    assert seals.digest(LAYER, one) != seals.digest(LAYER, other)


def test_a_scope_is_a_table_a_layer_and_a_document_or_a_whole_small_table() -> None:
    assert seals.scope_of(SPAN, (b"L" * 16, b"D" * 16, b"I" * 16)) == bytes([SPAN.code]) + b"L" * 16 + b"D" * 16
    assert seals.scope_of(STATE, (b"L" * 16, b"D" * 16)) == bytes([STATE.code]) + b"L" * 16 + b"D" * 16
    assert seals.scope_of(LAYER, (ID,)) == bytes([LAYER.code])
    scopes = {seals.scope_of(table, [ID] * 20, was=was) for table in TABLES for was in (False, True)}
    assert len(scopes) == 2 * len(TABLES)


def test_a_change_behind_the_programs_back_breaks_its_seal_and_no_other(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    project.mark(store, 2, 5, layer=project.other_layer)

    def change(reader: Reader) -> None:
        reader.con.execute("COMMIT")
        reader.con.execute("UPDATE span SET start = 3 WHERE layer = ?", (project.layer.id,))
        reader.con.execute("BEGIN")

    store.ask(change).result()
    stored, counted = store.ask(lambda reader: (seals.stored(reader.con), seals.recomputed(reader.con))).result()
    place = project.layer.id + project.document.id
    broken = {scope for scope in stored.keys() | counted.keys() if stored.get(scope) != counted.get(scope)}
    assert broken == {bytes([SPAN.code]) + place, bytes([SPAN.code | 0x80]) + place}


def test_seals_stay_whole_when_a_version_was_already_kept(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)

    def keep(reader: Reader) -> None:
        reader.con.execute("COMMIT")
        reader.con.execute("BEGIN IMMEDIATE")
        row = reader.con.execute(f"SELECT {SPAN.listed} FROM span").fetchone()
        reader.con.execute(f"INSERT INTO span_was VALUES ({', '.join('?' * len(row))})", row)
        changes = seals.Changes()
        changes.add(SPAN, row, was=True)
        changes.write(reader.con)
        reader.con.execute("COMMIT")
        reader.con.execute("BEGIN")

    store.ask(keep).result()
    project.erase(store, span)
    project.check(store)
