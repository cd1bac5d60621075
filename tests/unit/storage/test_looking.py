"""A big project is looked through in the background: what is damaged is told, and nothing more is written to it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.edits import Edit
from annotator.model.errors import Damaged, NotSaved
from annotator.storage import looking, opening
from annotator.storage.looking import Looking
from annotator.storage.refusals import DAMAGED
from annotator.storage.store import Applied
from tests.damage import crash, spoil

PATIENCE_S = 30


@pytest.fixture
def big(project: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a closed project that counts as big."""
    store = project.create()
    project.mark(store, 2, 5)
    store.close()
    monkeypatch.setattr(opening, "QUICK_CHECK_BELOW", 0)
    return Path(project.path)


def test_what_is_found_is_told_and_ends_all_writing(big: Path, project: Any) -> None:
    spoil(big, "note")
    store, told, found = project.open(), threading.Event(), list[Applied]()

    def hear(applied: Applied) -> None:
        found.append(applied)
        told.set()

    store.listen(hear)
    assert told.wait(PATIENCE_S)
    assert {applied.warning for applied in found} == {DAMAGED}
    assert store.read_only == DAMAGED
    with pytest.raises(NotSaved, match="damaged"):
        project.mark(store, 8, 11)


def test_who_listens_after_it_was_found_is_told_too(big: Path, project: Any) -> None:
    spoil(big, "note")
    store, told = project.open(), [threading.Event(), threading.Event()]
    for event in told:
        store.listen(lambda _, event=event: event.set())
        assert event.wait(PATIENCE_S)


def test_nothing_is_written_before_all_pages_were_looked_at(big: Path, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(big, "note")
    before, may_look = big.read_bytes(), threading.Event()
    looked = opening.has_sound_pages
    monkeypatch.setattr(looking, "has_sound_pages", lambda con: may_look.wait(PATIENCE_S) and looked(con))
    store, span = project.open(), project.span(8, 11)
    assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 1  # to read, nobody waits
    asked = store.act(lambda _: Edit("mark", after=(span,)))
    may_look.set()
    with pytest.raises(NotSaved, match="damaged"):
        asked.result()
    assert store.read_only == DAMAGED
    store.close()
    assert big.read_bytes() == before


def test_nothing_is_written_to_a_big_project_that_a_crash_left_damaged(big: Path, project: Any) -> None:
    spoil(big, "note")
    before = big.read_bytes()
    crash(big)
    with pytest.raises(NotSaved, match="damaged"):
        project.mark(project.open(), 8, 11)
    project.close()
    assert big.read_bytes() == before


def test_a_small_project_that_a_crash_left_damaged_is_not_opened(project: Any) -> None:
    project.mark(project.create(), 2, 5)
    project.close()
    spoil(project.path, "note")
    crash(project.path)
    with pytest.raises(Damaged, match="is damaged"):
        project.open()


@pytest.mark.usefixtures("big")
def test_a_sound_project_is_written_to_as_before(project: Any) -> None:
    store, heard = project.open(), list[Applied]()
    store.listen(heard.append)
    project.mark(store, 8, 11)
    store.close()
    assert [applied.warning for applied in heard] == [""]
    project.check(project.open())


def test_what_cannot_be_looked_at_is_not_called_damaged(big: Path, tmp_path: Path) -> None:
    told: list[str] = []
    Looking(tmp_path / "gone.annotator", lambda: told.append("gone")).end()
    with closing(sqlite3.connect(big)) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute("SELECT * FROM local").fetchall()
        Looking(big, lambda: told.append("in another mode")).end()
    assert told == []


def test_a_look_ends_when_the_project_is_closed(big: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "STEPS", 1)
    spoil(big, "note")
    told: list[str] = []
    with closing(sqlite3.connect(big, isolation_level=None)) as con:
        con.execute("BEGIN EXCLUSIVE")
        look = Looking(big, lambda: told.append("damaged"))
        ending = threading.Thread(target=look.end)
        ending.start()
        assert look._is_ended.wait(PATIENCE_S)
        con.execute("ROLLBACK")
        ending.join()
    assert told == []
    Looking(big, lambda: told.append("damaged"))._thread.join()
    assert told == ["damaged"]
