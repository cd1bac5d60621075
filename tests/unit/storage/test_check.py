"""A check finds what SQLite cannot know, says where, and changes nothing."""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError
from annotator.model.spans import Span
from annotator.storage import tables
from annotator.storage.check import ERROR, MOST, WARNING, Finding
from annotator.storage.check import check as check_file
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.writing import Writing
from tests.damage import tamper

DEVICE = b"device of tests."
FLIPS = 150


def findings(path: Path) -> tuple[Finding, ...]:
    """Return what a check of the file finds."""
    with closing(Store.open(path, DEVICE)) as store:
        return store.check().result()


@pytest.fixture
def marked(project: Any) -> Path:
    """Return a closed project with some spans, one of them changed and one erased."""
    store = project.create()
    spans = [project.mark(store, start, start + 3) for start in (2, 8, 20)]
    project.erase(store, spans[1])
    project.close()
    return Path(project.path)


def test_a_sound_project_has_no_findings(marked: Path) -> None:
    before = marked.read_bytes()
    assert findings(marked) == ()
    assert marked.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE span SET start = start + 1 WHERE dead = 0", "span"),
        ("UPDATE span SET label = zeroblob(16) WHERE dead = 0", "span"),
        ("UPDATE span SET document = zeroblob(16)", "spans"),
        ("DELETE FROM span WHERE dead = 0", "span"),
        ("UPDATE label SET name = 'other'", "label"),
        ("UPDATE source SET title = 'other'", "source"),
        ("DELETE FROM span_was", "span"),
        ("UPDATE span_was SET hlc = hlc + 1000000000", "span"),
        ("UPDATE document SET text = text || 'x'", "document"),
        ("UPDATE document SET loose = zeroblob(16)", "document"),
        ("UPDATE document SET length = length + 1", "document"),
        ("UPDATE edit SET verb = 'other' WHERE seq = 2", "history, action 2"),
        ("DELETE FROM edit WHERE seq = 3", "history, action 3"),
        ("DELETE FROM edit WHERE seq = (SELECT max(seq) FROM edit)", "history"),
        ("DELETE FROM edit", "history"),
        ("DELETE FROM seal", "span"),
        ("UPDATE local SET last = last + 1", "history"),
        ("UPDATE local SET last = last - 1", "history"),
    ],
)
def test_a_row_changed_behind_the_program_is_found(marked: Path, statement: str, where: str) -> None:
    tamper(marked, statement)
    found = findings(marked)
    assert any(finding.level == ERROR and finding.where.startswith(where) for finding in found), found
    assert all(len(str(finding).splitlines()) == 1 for finding in found)


def test_rows_that_were_changed_are_told_by_the_title_of_their_document(marked: Path) -> None:
    tamper(marked, 'UPDATE span SET attributes = \'{"kind":"a"}\' WHERE dead = 0')
    assert [finding.where for finding in findings(marked)] == ["span of خبر"]


def test_what_near_copies_are_known_by_is_compared_with_the_text(marked: Path) -> None:
    tamper(marked, "UPDATE document SET loose = id")
    assert [finding.what for finding in findings(marked)] == ["what its near copies are known by is not that of its text"]


def test_values_nested_without_end_are_reported_not_raised(marked: Path) -> None:
    tamper(marked, f"UPDATE span SET attributes = '{'[' * 100_000}' WHERE dead = 1")
    assert any("cannot be read to the end" in finding.what for finding in findings(marked))


def test_of_very_many_findings_of_a_kind_the_first_hundred_are_told(project: Any) -> None:
    many = tuple(project.span(start, start + 3) for start in range(2, 200))
    project.create().act(lambda _: Edit("tag all", after=many)).result()
    project.close()
    tamper(project.path, "UPDATE span SET quote = zeroblob(8)")
    assert len([finding for finding in findings(project.path) if "not those marked" in finding.what]) == MOST


def test_twice_the_documents_are_not_four_times_the_work(new_project: Any) -> None:
    def steps(documents: int) -> int:
        project, seen = new_project(), list[int]()
        store = project.create()
        texts = [Document.of(f"{number} نص") for number in range(documents)]
        spans = [
            Span.over(text, start, start + 1, label=project.labels[0].id, layer=project.layer.id)
            for text in texts
            for start in (0, len(text.text) - 2, len(text.text) - 1)
        ]
        rows = [*(replace(project.source, document=text.id) for text in texts), *spans]
        store.act(lambda _: Writing(Edit("import", after=tuple(rows)), tuple(texts))).result()

        def count(reader: Reader) -> None:
            reader.con.set_progress_handler(lambda: seen.append(1), 100)
            check_file(reader.con, project.path)
            reader.con.set_progress_handler(None, 0)

        store.ask(count).result()
        return len(seen)

    assert steps(160) < 3 * steps(80)


def test_a_span_that_cuts_a_character_is_a_warning(project: Any) -> None:
    store = project.create()
    place = project.document.text.index("👩🏽‍🚒")
    project.mark(store, place, place + 1)
    (finding,) = store.check().result()
    assert finding.level == WARNING
    assert "inside a character" in finding.what


def test_rows_from_tomorrow_are_a_warning(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    store, now = project.create(), time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 3 * 86_400 * 1_000_000_000)
    project.mark(store, 2, 5)
    monkeypatch.undo()
    assert [finding.level for finding in store.check().result()] == [WARNING]


def test_what_others_may_read_and_what_was_left_over_are_warnings(marked: Path) -> None:
    marked.chmod(0o644)
    left = marked.with_name(f".{marked.name}.0a0b0c0d.tmp")
    left.touch()
    found = findings(marked)
    assert {finding.where for finding in found} == {marked.name, left.name}
    assert {finding.level for finding in found} == {WARNING}


def test_what_a_kill_left_is_found_whatever_the_project_is_called(marked: Path) -> None:
    path = marked.rename(marked.with_name("news [1]*.annotator"))
    left = [path.with_name(f".{path.name}.0a0b0c0d.tmp{side}") for side in ("", "-journal")]
    for file in left:
        file.touch()
    assert {finding.where for finding in findings(path)} == {file.name for file in left}


def test_a_database_that_cannot_be_read_to_the_end_is_reported_not_raised(marked: Path) -> None:
    with closing(sqlite3.connect(marked, isolation_level=None)) as con:
        con.execute("DROP TABLE seal")
        found = check_file(con, marked)
    assert any("cannot be read" in finding.what for finding in found)
    assert any(finding.where == "tables" for finding in found)


def content(path: Path) -> list[Any]:
    """Return every row of every table, as bytes where texts cannot be decoded."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as con:
        con.text_factory = bytes
        names = [name for table in tables.TABLES for name in (table.name, table.was)]
        return [con.execute(f"SELECT * FROM {name}").fetchall() for name in (*names, "document", "edit")]


def outcome(work: Callable[[], Any]) -> Any:
    """Return what *work* returns, or the error of the world it raises."""
    try:
        return work()
    except (AnnotatorError, sqlite3.Error) as error:
        return error


def test_flipped_bits_that_change_content_are_found(marked: Path, tmp_path: Path) -> None:
    whole, sound, dice = marked.read_bytes(), content(marked), random.Random(7)
    unseen = 0
    for number in range(FLIPS):
        place = dice.randrange(len(whole) * 8)
        spoilt = bytearray(whole)
        spoilt[place // 8] ^= 1 << place % 8
        path = tmp_path / f"{number}.annotator"
        path.write_bytes(spoilt)
        path.chmod(0o600)
        is_changed = outcome(partial(content, path)) != sound
        found = outcome(partial(findings, path))
        unseen += is_changed and found == ()
        path.unlink()
    assert unseen == 0
