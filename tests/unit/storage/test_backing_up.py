"""A project in use is backed up before what cannot be small, and once a day; nobody who marks waits for it."""

import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from annotator.model.edits import Edit
from annotator.model.errors import Moved, NoBackup, NotSaved
from annotator.storage.backup import Backup, found
from annotator.storage.mentions import MANY
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store
from annotator.storage.writing import Writing
from tests.edits import as_it_is

DEVICE = b"device of tests."
Opener = Callable[[], Store]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder for the backups, not made yet."""
    return tmp_path / "backups"


@pytest.fixture
def kept(project: Any, folder: Path) -> Store:
    """Give an open project that is backed up."""
    project.create().close()
    store = Store.open(project.path, DEVICE, backups=folder)
    project.stores.append(store)
    return store


@pytest.fixture
def barred(folder: Path) -> Path:
    """Put a file where the folder for the backups would have to be."""
    folder.touch()
    return folder


def many(project: Any, count: int = MANY + 1) -> Edit:
    """Return an edit of so many rows."""
    rows = tuple(project.span(place % 900, place % 900 + 1, f"span {place}") for place in range(count))
    return Edit("tag all", after=rows)


def reasons(folder: Path) -> list[str]:
    """Return why the backups were made, the newest first."""
    return [backup.reason for backup in found(folder)]


def seqs(folder: Path) -> list[int]:
    return [backup.seq for backup in found(folder)]


class TestBeforeManyRows:
    """An edit of more than a thousand rows is done only after a backup."""

    def test_the_backup_holds_what_was_before(self, kept: Store, project: Any, folder: Path) -> None:
        project.mark(kept, 2, 5)
        before = project.content(kept)
        kept.act(lambda _: many(project)).result()
        kept.ask(Reader.layers).result()
        backup = next(backup for backup in found(folder) if backup.reason == "before tag all")
        project.stores.append(Store.open(backup.path, DEVICE, read_only=True))
        assert project.content(project.stores[-1]) == before

    def test_no_backup_is_made_of_what_lies_in_the_place_of_a_file_that_was_moved(
        self, kept: Store, project: Any, folder: Path, tmp_path: Path
    ) -> None:
        away = tmp_path / "away.annotator"
        project.path.rename(away)
        shutil.copyfile(away, project.path)
        with pytest.raises(Moved, match="renamed, deleted or replaced"):
            kept.act(lambda _: many(project)).result()
        assert (reasons(folder), bool(kept.read_only)) == ([], True)
        project.path.unlink()
        away.rename(project.path)
        kept.act(lambda _: many(project)).result()
        assert "before tag all" in reasons(folder)

    def test_a_thousand_rows_are_not_many(self, kept: Store, project: Any, folder: Path) -> None:
        applied = kept.act(lambda _: many(project, MANY)).result()
        kept.act(lambda _: Edit("relabel", before=applied.edit.after, after=many(project, MANY).after)).result()
        kept.close()
        assert reasons(folder) == ["daily"]

    def test_undoing_many_rows_is_many_rows_too(self, kept: Store, project: Any, folder: Path) -> None:
        kept.act(lambda _: many(project)).result()
        kept.undo().result()
        kept.close()
        assert reasons(folder).count("before tag all") == 2

    def test_without_a_backup_the_edit_is_refused_in_a_line(self, kept: Store, project: Any, barred: Path) -> None:
        before = project.content(kept)
        with pytest.raises(NotSaved, match="nothing was changed, for the backup before tag all could not be made") as refused:
            kept.act(lambda _: many(project)).result()
        assert len(str(refused.value).splitlines()) == 1
        assert barred.is_file()
        assert project.content(kept) == before
        assert kept.read_only == ""
        project.mark(kept, 2, 5)
        project.check(kept)

    def test_an_analyst_who_insists_has_it_without_a_backup_and_takes_it_back_and_does_it_again(
        self, kept: Store, project: Any, barred: Path
    ) -> None:
        before = project.content(kept)
        applied = kept.act(lambda _: Writing(many(project), without_backup=True)).result()
        after = project.content(kept)
        assert len(applied.edit.after) == MANY + 1
        for step, content in ((kept.undo, before), (kept.redo, after)):
            with pytest.raises(NoBackup):
                step().result()
            assert step(without_backup=True).result()
            assert project.content(kept) == content
        project.check(kept)
        assert barred.is_file()

    def test_where_nobody_insists_again_the_next_has_its_backup(self, kept: Store, project: Any, folder: Path) -> None:
        kept.act(lambda _: Writing(many(project), without_backup=True)).result()
        assert reasons(folder) == []
        kept.undo().result()
        assert "before tag all" in reasons(folder)

    def test_another_window_can_read_meanwhile_and_write_after(self, kept: Store, project: Any, folder: Path) -> None:
        other = project.open()
        waiting = kept.act(lambda _: many(project))
        assert other.ask(Reader.layers).result()
        project.mark(other, 2, 5)
        waiting.result()
        assert len(other.ask(Reader.history).result()) == 3
        assert "before tag all" in reasons(folder)


class TestDaily:
    """The first change of a day is followed by a backup."""

    def test_the_first_change_is_in_it(self, kept: Store, project: Any, folder: Path) -> None:
        project.mark(kept, 2, 5)
        project.mark(kept, 6, 7)
        kept.close()
        assert reasons(folder) == ["daily"]
        assert seqs(folder) in ([2], [3])

    def test_looking_is_no_change(self, kept: Store, folder: Path) -> None:
        kept.ask(Reader.layers).result()
        kept.act(lambda _: Edit("nothing")).result()
        kept.close()
        assert not folder.exists()

    def test_it_is_made_although_the_project_is_closed_at_once(self, kept: Store, project: Any, folder: Path) -> None:
        waiting = [kept.act(as_it_is(Edit("mark", after=(project.span(place, place + 1),)))) for place in range(5)]
        kept.close()
        assert all(future.done() for future in waiting)
        assert reasons(folder) == ["daily"]

    def test_it_is_made_when_nobody_waits_any_more(self, kept: Store, project: Any, folder: Path) -> None:
        gate = threading.Event()
        kept.ask(lambda _: gate.wait())
        answers: list[Future[Applied]] = []
        seen: list[bool] = []
        for place in range(5):
            answers.append(kept.act(as_it_is(Edit("mark", after=(project.span(place, place + 1),)))))
            answers[-1].add_done_callback(lambda _: seen.append(folder.exists()))
        gate.set()
        kept.close()
        assert seen == [False] * 5
        assert seqs(folder) == [6]

    def test_a_failure_is_told_and_the_work_goes_on(self, kept: Store, project: Any, barred: Path) -> None:
        heard: list[Applied] = []
        kept.listen(heard.append)
        project.mark(kept, 2, 5)
        project.mark(kept, 6, 7)
        kept.close()
        assert barred.is_file()
        told = [applied.warning for applied in heard if applied.warning]
        assert len(told) == 1
        assert "everything is saved, but today's backup could not be made" in told[0]
        assert [applied.seq for applied in heard if not applied.warning] == [2, 3]
        project.check(project.open())

    def test_the_next_day_there_is_another(
        self, kept: Store, project: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project.mark(kept, 2, 5)
        kept.ask(Reader.layers).result()
        tomorrow = time.time_ns() + 86_400_000_000_000
        monkeypatch.setattr(time, "time_ns", lambda: tomorrow)
        project.mark(kept, 6, 7)
        kept.close()
        assert len(reasons(folder)) == 2


class TestAskedFor:
    """A backup can be asked for at any time."""

    def test_it_is_made_in_its_turn(self, kept: Store, project: Any, folder: Path) -> None:
        waiting = kept.act(lambda _: Edit("mark", after=(project.span(2, 5),)))
        backup = kept.back_up("before the meeting").result()
        assert backup.seq == waiting.result().seq
        assert backup in found(folder)

    def test_of_a_project_that_may_only_be_read(self, kept: Store, project: Any, folder: Path) -> None:
        kept.close()
        project.stores.append(Store.open(project.path, DEVICE, read_only=True, backups=folder))
        assert isinstance(project.stores[-1].back_up("asked for").result(), Backup)

    def test_without_a_folder_it_is_refused_and_none_are_made(self, store: Store, project: Any) -> None:
        with pytest.raises(NotSaved, match="without a folder for its backups"):
            store.back_up("asked for").result()
        store.act(lambda _: many(project)).result()
        store.close()
        assert [entry.name for entry in project.path.parent.iterdir()] == [project.path.name]


def test_what_the_disk_refuses_to_a_backup_does_not_make_the_project_read_only(kept: Store, project: Any, barred: Path) -> None:
    with pytest.raises(NotSaved, match="cannot be made"):
        kept.back_up("asked for").result()
    assert barred.is_file()
    project.mark(kept, 2, 5)
