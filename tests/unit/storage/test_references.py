"""A check tells of rows that speak of something which is not in the project, each in a sentence of its own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from annotator.model.ids import NO_ID, derived_id
from annotator.storage import seals
from annotator.storage.check import CHANGED, ERROR, WARNING, Finding
from annotator.storage.reader import Reader
from annotator.storage.tables import (
    ARRIVAL,
    BY_CODE,
    LABEL,
    LAYER,
    LEDGERS,
    MERGED,
    NOTE,
    RELATION,
    VERDICT,
    Cells,
    Ledger,
    Table,
)
from tests.damage import tamper

DEVICE = b"device of tests."
GONE, ID, FILE = b"nowhere at all..", b"i" * 16, b"f" * 32


@pytest.fixture
def put(project: Any) -> Any:
    """Give what puts a row and its seal into a project with two spans and one of another layer, and checks it then."""
    store = project.create()
    project.mark(store, 2, 5, "living")
    project.erase(store, project.mark(store, 8, 11, "erased"))
    project.mark(store, 2, 5, "decided", layer=project.other_layer)

    def put_in(table: Table | Ledger, *cells: Cells) -> list[Finding]:
        def write(reader: Reader) -> None:
            reader.con.execute("COMMIT")
            reader.con.execute("BEGIN IMMEDIATE")
            changes = seals.Changes()
            for row in cells:
                reader.con.execute(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(row))})", row)
                changes.add(table, row)
            changes.write(reader.con)
            reader.con.execute("COMMIT")
            reader.con.execute("BEGIN")

        store.ask(write).result()
        return list(store.check().result())

    return put_in


@pytest.fixture
def version(project: Any) -> tuple[int, bytes, int]:
    """Return a version that rows can have: older than all edits, so that the journal is not missing a line."""
    assert project
    return (1, DEVICE, 0)


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Return what was found, without what to do."""
    assert all(finding.remedy for finding in findings)
    return [(finding.level, finding.where, finding.what) for finding in findings]


class TestSames:
    """Layers and labels that somebody said are the same."""

    def test_what_is_the_same_as_another_is_sound(self, put: Any, project: Any, version: Any) -> None:
        assert put(LAYER, (ID, *version, "analyst", "Sara", project.layer.id)) == []
        assert put(LABEL, (ID, *version, "people", "#336699", "", "what", 0, project.labels[0].id)) == []

    def test_what_is_the_same_as_nothing_is_told(self, put: Any, version: Any) -> None:
        what = "it is said to be the same as one that is not in the project"
        assert said(put(LAYER, (ID, *version, "analyst", "Sara", GONE))) == [(ERROR, "layer Sara", what)]
        found = said(put(LABEL, (ID, *version, "people", "#336699", "", "what", 0, GONE)))
        assert found == [(ERROR, "layer Sara", what), (ERROR, "label people", what)]

    def test_what_was_deleted_may_be_the_same_as_anything(self, put: Any) -> None:
        assert put(LAYER, (ID, 1, DEVICE, 1, "analyst", "Sara", GONE)) == []


class TestRelations:
    """What joins two spans of a layer on a document."""

    @pytest.fixture
    def related(self, put: Any, project: Any, version: Any) -> Any:
        """Give what puts in a relation between two spans, called by their names."""

        def relate(start: str, end: str, **other: bytes) -> list[tuple[str, str, str]]:
            place = (other.get("layer", project.layer.id), other.get("document", project.document.id), ID)
            label = other.get("label", project.labels[0].id)
            return said(put(RELATION, (*place, *version, label, derived_id(start), derived_id(end), "{}")))

        return relate

    def test_one_between_spans_that_are_there_is_sound(self, related: Any) -> None:
        assert related("living", "living") == []

    @pytest.mark.parametrize(("start", "end"), [("living", "nothing"), ("nothing", "living"), ("nothing", "erased")])
    def test_a_span_that_is_not_there_is_missed(self, related: Any, start: str, end: str) -> None:
        what = "a span that it joins is not in the project"
        assert related(start, end) == [(ERROR, f"relation {ID.hex()}", what)]

    @pytest.mark.parametrize(("start", "end"), [("living", "erased"), ("erased", "living")])
    def test_an_erased_span_is_to_be_looked_at(self, related: Any, start: str, end: str) -> None:
        assert related(start, end) == [(WARNING, f"relation {ID.hex()}", "a span that it joins was erased")]

    def test_a_label_that_is_not_there_is_missed(self, related: Any) -> None:
        what = "its label is not in the project"
        assert related("living", "living", label=GONE) == [(ERROR, f"relation {ID.hex()}", what)]

    @pytest.mark.parametrize("place", ["layer", "document"])
    def test_a_layer_or_a_document_that_is_not_there_is_missed(self, related: Any, place: str) -> None:
        found = related("living", "living", **{place: GONE})
        assert (ERROR, "relation", "1 of them have no document or no layer") in found

    def test_spans_of_another_layer_are_not_what_it_joins(self, related: Any, project: Any) -> None:
        found = related("living", "living", layer=project.other_layer.id)
        assert found == [(ERROR, f"relation {ID.hex()}", "a span that it joins is not in the project")]

    def test_one_that_was_erased_may_join_anything(self, put: Any, project: Any) -> None:
        place = (project.layer.id, project.document.id, ID)
        assert put(RELATION, (*place, 1, DEVICE, 1, GONE, GONE, GONE, "{}")) == []


class TestNotes:
    """What is said about a document, a span or a relation."""

    @pytest.fixture
    def noted(self, put: Any, project: Any, version: Any) -> Any:
        """Give what puts in a note about something."""
        return lambda about, layer=None: said(
            put(NOTE, (layer or project.layer.id, project.document.id, ID, *version, about, "نص", "comment", 0))
        )

    @pytest.mark.parametrize("name", ["living", "erased"])
    def test_one_about_a_span_is_sound_in_any_layer(self, noted: Any, project: Any, name: str) -> None:
        assert noted(derived_id(name), project.other_layer.id) == []

    def test_one_about_its_document_is_sound(self, noted: Any, project: Any) -> None:
        assert noted(project.document.id) == []

    def test_what_is_not_there_is_missed(self, noted: Any) -> None:
        assert noted(GONE) == [(ERROR, f"note {ID.hex()}", "what it is about is not in the project")]

    def test_a_layer_that_is_not_there_is_missed(self, noted: Any, project: Any) -> None:
        assert noted(project.document.id, GONE) == [(ERROR, "note", "1 of them have no document or no layer")]


class TestVerdicts:
    """What was decided about a span or a relation."""

    @pytest.fixture
    def judged(self, put: Any, project: Any, version: Any) -> Any:
        """Give what puts in a verdict on a span: of which layer, of what kind, and what was decided for."""

        def judge(judged: bytes, kind: str = "reject", result: bytes = b"", **other: bytes) -> list[tuple[str, str, str]]:
            layer = other.get("layer", project.layer.id)
            place = (other.get("gold", project.layer.id), layer, project.document.id, judged)
            return said(put(VERDICT, (*place, *version, 1, kind, result, "", "")))

        return judge

    @pytest.mark.parametrize("kind", ["accept", "fold", "reject"])
    def test_one_on_a_span_is_sound(self, judged: Any, kind: str) -> None:
        assert judged(derived_id("erased"), kind, derived_id("living")) == []

    def test_what_was_decided_for_is_in_the_layer_of_decisions(self, judged: Any, project: Any) -> None:
        judging = derived_id("living")
        assert judged(judging, "accept", derived_id("decided"), gold=project.other_layer.id) == []

    def test_a_span_of_the_layer_that_was_judged_is_not_what_was_decided_for(self, judged: Any, project: Any) -> None:
        judging = derived_id("living")
        found = judged(judging, "accept", judging, gold=project.other_layer.id)
        assert found == [(ERROR, f"verdict {judging.hex()}", "what it decided for is not in the project")]

    def test_one_on_a_suggestion_of_nobody_is_sound(self, judged: Any) -> None:
        assert judged(GONE, layer=NO_ID) == []

    @pytest.mark.parametrize(
        ("given", "what"),
        [
            ({"judged": GONE}, "what it judges is not in the project"),
            ({"result": GONE}, "what it decided for is not in the project"),
            ({"kind": "perhaps"}, "it neither accepts nor rejects"),
        ],
    )
    def test_what_cannot_be_is_told(self, judged: Any, given: Any, what: str) -> None:
        identifier = given.get("judged", derived_id("living"))
        assert judged(**{"judged": identifier, **given}) == [(ERROR, f"verdict {identifier.hex()}", what)]

    def test_a_layer_of_decisions_that_is_not_there_is_missed(self, judged: Any) -> None:
        found = judged(derived_id("living"), gold=GONE)
        assert found == [(ERROR, "verdict", "1 of them have no document or no layer")]


def test_what_is_about_a_relation_is_sound(put: Any, project: Any, version: Any) -> None:
    place, other = (project.layer.id, project.document.id), b"o" * 16
    living, label = derived_id("living"), project.labels[0].id
    assert put(RELATION, (*place, ID, *version, label, living, living, "{}")) == []
    assert put(NOTE, (*place, other, *version, ID, "نص", "question", 1)) == []
    assert put(VERDICT, (place[0], *place, ID, *version, 1, "accept", ID, "", "")) == []


class TestMergedFiles:
    """Which files were merged, and what was reported of them."""

    def test_one_with_its_report_is_sound(self, put: Any) -> None:
        assert put(MERGED, (FILE, 5, "sara", "a.annotator", '{"documents":{"new":1}}')) == []

    @pytest.mark.parametrize("report", ["", "[", "[1]", "[" * 100_000])
    def test_a_report_that_is_none_is_told(self, put: Any, report: str) -> None:
        found = said(put(MERGED, (FILE, 5, "sara", "a\u202eb.annotator", report)))
        assert found == [(ERROR, "merged file a\\u202eb.annotator", "its report cannot be read")]


class TestArrivals:
    """Which versions a merge brought."""

    @pytest.fixture
    def brought(self, put: Any, project: Any) -> dict[str, tuple[bytes, int]]:
        """Return the key and the clock of a version that is present, and of one that is past."""
        assert put
        (store,) = project.stores
        key = project.layer.id + project.document.id

        def clock(name: str, table: str) -> int:
            sql = f"SELECT hlc FROM {table} WHERE id = ?"
            (hlc,) = store.ask(lambda reader: reader.con.execute(sql, (derived_id(name),)).fetchone()).result()
            return int(hlc)

        return {
            "present": (key + derived_id("living"), clock("living", "span")),
            "past": (key + derived_id("erased"), clock("erased", "span_was")),
        }

    @pytest.mark.parametrize("which", ["present", "past"])
    def test_what_is_there_is_not_missed(self, put: Any, brought: Any, which: str) -> None:
        key, hlc = brought[which]
        assert put(ARRIVAL, (2, "span", key, hlc, DEVICE)) == []

    def test_what_is_not_there_is_counted(self, put: Any, brought: Any) -> None:
        key, hlc = brought["present"]
        rows = [
            (2, "span", key, hlc + 1, DEVICE),
            (2, "span", key, hlc, GONE),
            (2, "span", key[:32] + GONE, hlc, DEVICE),
            (2, "span", key + b"x", hlc, DEVICE),
            (2, "relation", key, hlc, DEVICE),
            (2, "other", key, hlc, DEVICE),
            (3, "span", b"", hlc, DEVICE),
        ]
        assert said(put(ARRIVAL, *rows)) == [
            (ERROR, "merge 2", "6 of the versions that it brought are not in the project"),
            (ERROR, "merge 3", "1 of the versions that it brought are not in the project"),
        ]

    def test_a_merge_that_the_history_does_not_know_is_told(self, put: Any, brought: Any) -> None:
        key, hlc = brought["present"]
        found = said(put(ARRIVAL, (99, "span", key, hlc, DEVICE)))
        assert found == [(ERROR, "merge 99", "no such action is in the history")]


class TestSeals:
    """What merges leave behind is sealed whole, like the other small tables."""

    ROWS = (
        (MERGED, (FILE, 5, "sara", "a.annotator", "{}"), "merged files"),
        (ARRIVAL, (1, "span", b"", 5, DEVICE), "what merges brought"),
    )

    @pytest.mark.parametrize(("table", "row", "where"), ROWS)
    def test_a_row_that_came_behind_the_programs_back_is_found(
        self, project: Any, table: Ledger, row: Cells, where: str
    ) -> None:
        project.create()
        marks = ", ".join("?" * len(row))
        assert _changed(project, lambda con: con.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)) == [where]

    @pytest.mark.parametrize("statement", ["UPDATE merged SET by = 'omar'", "UPDATE merged SET at = 6", "DELETE FROM merged"])
    def test_a_row_that_was_changed_or_deleted_is_found(self, put: Any, project: Any, statement: str) -> None:
        assert put(*self.ROWS[0][:2]) == []
        project.close()
        tamper(project.path, statement)
        assert _changed(project, lambda _: None) == ["merged files"]

    def test_a_row_that_the_program_takes_out_again_is_not_missed(self, put: Any, project: Any) -> None:
        table, row, _ = self.ROWS[1]
        put(table, row)
        assert _changed(project, lambda con: _take_out(con, table, row)) == []

    def test_no_two_tables_have_one_number(self) -> None:
        assert not {ledger.code for ledger in LEDGERS} & BY_CODE.keys()
        assert len({ledger.code for ledger in LEDGERS}) == len(LEDGERS)


def _changed(project: Any, change: Callable[[sqlite3.Connection], object]) -> list[str]:
    """Return where a check finds that rows were changed, after a *change* of the closed file."""
    project.close()
    with closing(sqlite3.connect(project.path)) as con, con:
        change(con)
    return [finding.where for finding in project.open().check().result() if finding.what == CHANGED]


def _take_out(con: sqlite3.Connection, table: Ledger, row: Cells) -> None:
    changes = seals.Changes()
    changes.remove(table, row)
    changes.write(con)
    con.execute(f"DELETE FROM {table.name}")
