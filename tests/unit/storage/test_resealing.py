"""What another program changed is accepted as it is, if that is all that is wrong: after a backup, as an edit of its own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.errors import InvalidFile, NotSaved, Stale
from annotator.storage.backup import found as backups_in
from annotator.storage.check import ACCEPT, CHANGED, RESTORE
from annotator.storage.reader import Reader
from annotator.storage.store import NO_BACKUPS, Applied, Store
from tests.damage import tamper

DEVICE = b"device of tests."
LOST = [("history", "its last actions are missing")]
RENAME = "UPDATE label SET name = 'other' WHERE key = '1'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where backups go."""
    return tmp_path / "backups"


Tampered = Callable[..., Store]


@pytest.fixture
def tampered(project: Any, folder: Path) -> Tampered:
    """Return what opens a project, with three spans, one of them erased, that another program changed meanwhile."""

    def opened(*statements: str) -> Store:
        store = project.create()
        spans = [project.mark(store, start, start + 3, f"span {start}") for start in (2, 8, 20)]
        project.erase(store, spans[1])
        project.close()
        tamper(project.path, *statements)
        store = Store.open(project.path, DEVICE, backups=folder)
        project.stores.append(store)
        return store

    return opened


ACCEPTABLE = [
    RENAME,
    "UPDATE source SET title = 'other'",
    "UPDATE span SET label = (SELECT id FROM label WHERE key = '3') WHERE dead = 0",
    "UPDATE span_was SET attributes = '{\"sure\":1}'",
    "DELETE FROM span WHERE start = 20",
    "DELETE FROM span_was",
    "DELETE FROM seal",
    "INSERT INTO seal VALUES (x'7f', 3, 4)",
    "UPDATE seal SET sum = sum + 1",
]


@pytest.mark.parametrize("statement", ACCEPTABLE)
def test_what_another_program_changed_is_accepted_and_nothing_else_becomes_another(
    tampered: Tampered, project: Any, statement: str
) -> None:
    store = tampered(statement)
    found, before = store.check().result(), project.content(store)
    assert {(finding.what, finding.remedy) for finding in found} == {(CHANGED, ACCEPT)}
    applied = store.reseal().result()
    assert (applied.seq, applied.edit.title, applied.edit.before, applied.edit.after) == (6, "reseal", (), ())
    assert store.check().result() == ()
    assert project.content(store) == before
    assert store.ask(Reader.newest).result() == 6


def test_a_byte_flipped_in_a_title_is_accepted(tampered: Tampered, project: Any, folder: Path) -> None:
    tampered().close()
    project.close()
    whole, title = project.path.read_bytes(), "خبر".encode()
    assert whole.count(title) == 1
    project.path.write_bytes(whole.replace(title, "خبز".encode()))
    with closing(Store.open(project.path, DEVICE, backups=folder)) as store:
        assert store.check().result() != ()
        assert store.reseal().result().seq
        assert store.check().result() == ()
        assert [source.title for source in store.ask(Reader.sources).result()] == ["خبز"]


REFUSED = [
    "UPDATE span SET start = start + 1 WHERE dead = 0",
    "UPDATE span SET label = zeroblob(16) WHERE dead = 0",
    "UPDATE span SET document = zeroblob(16)",
    "UPDATE span SET attributes = 'no JSON' WHERE dead = 1",
    "UPDATE source SET metadata = '[' WHERE dead = 0",
    "UPDATE source SET document = zeroblob(16)",
    "INSERT INTO state SELECT zeroblob(16), id, 1, zeroblob(16), 0, 0, '[]', '[]' FROM document",
    "UPDATE document SET text = text || 'x'",
    "UPDATE edit SET verb = 'other' WHERE seq = 2",
    "DELETE FROM edit WHERE seq = 3",
    "UPDATE span_was SET hlc = hlc + 1000000000",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_where_more_is_wrong_it_is_refused_and_not_a_byte_changes(
    tampered: Tampered, project: Any, folder: Path, statement: str
) -> None:
    store = tampered(RENAME, statement)
    before = project.path.read_bytes()
    remedies = {finding.remedy for finding in store.check().result()}
    assert RESTORE in remedies
    assert ACCEPT not in remedies
    with pytest.raises(InvalidFile, match="nothing was accepted, for something else is wrong too"):
        store.reseal().result()
    assert project.path.read_bytes() == before
    assert backups_in(folder) == ()


@pytest.mark.parametrize("statement", ["DELETE FROM edit WHERE verb = 'reseal'", "DELETE FROM edit"])
def test_that_the_line_of_an_acceptance_was_deleted_is_found(tampered: Tampered, project: Any, statement: str) -> None:
    tampered(RENAME).reseal().result()
    project.close()
    tamper(project.path, statement)
    assert [(finding.where, finding.what) for finding in project.open().check().result()] == LOST


def test_in_a_project_that_was_only_made_too(project: Any, folder: Path) -> None:
    Store.create(project.path, DEVICE, project.rows).close()
    tamper(project.path, RENAME)
    with closing(Store.open(project.path, DEVICE, backups=folder)) as store:
        assert store.reseal().result().seq == 1
        assert store.check().result() == ()
    tamper(project.path, "DELETE FROM edit")
    assert [(finding.where, finding.what) for finding in project.open().check().result()] == LOST


@pytest.mark.parametrize("holds", [True, False])
def test_a_project_that_was_only_made_has_lost_nothing(project: Any, holds: bool) -> None:  # noqa: FBT001 - a case
    with closing(Store.create(project.path, DEVICE, project.rows if holds else ())) as store:
        assert store.check().result() == ()


def test_where_all_seals_are_right_there_is_nothing_to_accept(tampered: Tampered, project: Any, folder: Path) -> None:
    store = tampered()
    before = project.path.read_bytes()
    assert store.reseal().result().seq == 0
    assert project.path.read_bytes() == before
    assert backups_in(folder) == ()


def test_a_backup_is_made_before_and_holds_what_was_there(tampered: Tampered, folder: Path) -> None:
    tampered(RENAME).reseal().result()
    (backup,) = backups_in(folder)
    assert (backup.reason, backup.seq) == ("before reseal", 5)
    with closing(Store.open(backup.path, DEVICE, read_only=True)) as store:
        assert {finding.what for finding in store.check().result()} == {CHANGED}


def test_without_a_backup_nothing_is_accepted(tampered: Tampered, project: Any, folder: Path) -> None:
    tampered(RENAME).close()
    before = project.path.read_bytes()
    with closing(Store.open(project.path, DEVICE)) as store, pytest.raises(NotSaved) as refused:
        store.reseal().result()
    assert refused.value.message == NO_BACKUPS
    folder.touch()
    with closing(Store.open(project.path, DEVICE, backups=folder)) as store, pytest.raises(NotSaved, match="before reseal"):
        store.reseal().result()
    folder.unlink()
    with closing(Store.open(project.path, DEVICE, read_only=True, backups=folder)) as store, pytest.raises(NotSaved):
        store.reseal().result()
    assert project.path.read_bytes() == before


class TestUndo:
    """An acceptance is on neither stack: undo and redo step over it."""

    def test_undo_takes_back_what_was_done_before_it_and_redo_does_it_again(self, tampered: Tampered, project: Any) -> None:
        store = tampered(RENAME)
        accepted = store.reseal().result()
        undone = store.undo().result()
        assert undone is not None
        assert (undone.undoes, undone.edit.title) == (5, "erase")
        redone = store.redo().result()
        assert redone is not None
        assert redone.undoes == undone.seq
        entries = {entry.seq: entry for entry in store.ask(Reader.history).result()}
        assert (entries[accepted.seq].title, entries[accepted.seq].rows) == ("reseal", 0)
        assert not entries[accepted.seq].is_undone
        project.check(store)

    def test_undo_goes_on_to_the_beginning_and_back_in_another_window(self, tampered: Tampered, project: Any) -> None:
        tampered(RENAME).reseal().result()
        before = project.content(project.stores[0])
        with closing(project.open()) as other:
            titles = [undone.edit.title for undone in iter(lambda: other.undo().result(), None)]
            assert titles == ["erase", "mark", "mark", "mark", "import"]
            assert other.ask(Reader.can_undo).result() is None
            while other.redo().result():
                pass
            assert project.content(other) == before
            project.check(other)

    def test_it_forgets_what_could_be_redone(self, tampered: Tampered, project: Any) -> None:
        tampered().undo().result()
        project.close()
        tamper(project.path, RENAME)
        with closing(Store.open(project.path, DEVICE, backups=project.path.parent / "b")) as store:
            assert store.ask(Reader.can_redo).result() is not None
            store.reseal().result()
            assert store.ask(Reader.can_redo).result() is None
            assert store.redo().result() is None
            entry = store.ask(Reader.can_undo).result()
            assert entry is not None
            assert entry.seq == 4

    def test_what_another_program_changed_cannot_be_taken_back_and_that_is_said(self, tampered: Tampered, project: Any) -> None:
        store = tampered("UPDATE span SET label = (SELECT id FROM label WHERE key = '3') WHERE start = 20")
        store.reseal().result()
        assert store.undo().result() is not None  # what was erased comes back
        for _ in range(2):
            with pytest.raises(Stale, match="another program changed it"):
                store.undo().result()
        (changed,) = [span for span in store.ask(lambda r: r.spans(project.document.id)).result() if span.start == 20]
        assert project.erase(store, changed).seq
        project.check(store)


def test_other_windows_hear_of_it(tampered: Tampered, project: Any) -> None:
    store, heard = tampered(RENAME), list[Applied]()
    with closing(project.open()) as other:
        other.listen(heard.append)
        applied = store.reseal().result()
        other.ask(Reader.newest).result()
    assert heard == [applied._replace(elsewhere=True)]
