"""A backup takes the place of its project whole or not at all, and what was there is kept."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from annotator.model.errors import Damaged, InvalidFile, NotSaved
from annotator.storage import mounts, restoring
from annotator.storage.backup import Backup
from annotator.storage.check import ERROR
from annotator.storage.keeping import Backups
from annotator.storage.restoring import put_back
from annotator.storage.store import Store

DEVICE = b"device of tests."


@pytest.fixture
def backup(project: Any, tmp_path: Path) -> Backup:
    """Make a project and a backup of it; the project then holds one mark more."""
    store = project.create()
    project.mark(store, 2, 5, "kept")
    made = Backups(tmp_path / "backups", "news").make(project.path, "daily")
    project.mark(store, 6, 9, "new")
    project.close()
    return made


def spans(path: Path) -> list[int]:
    """Return where the spans in a project file start that passes the full check."""
    with closing(Store.open(path, DEVICE)) as store:
        assert not [finding for finding in store.check().result() if finding.level == ERROR]
        (document,) = store.ask(lambda reader: reader.document_lengths()).result()
        return sorted(span.start for span in store.ask(lambda reader: reader.spans(document)).result())


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_backup_lies_there_and_what_was_there_beside_it(project: Any, backup: Backup) -> None:
    project.path.chmod(0o640)
    aside = put_back(backup.path, project.path)
    assert aside
    assert aside.name.startswith("news before restore 2")
    assert (spans(project.path), spans(aside)) == ([2], [2, 6])
    assert names(project.path.parent) == [aside.name, "news.annotator"]
    assert project.path.stat().st_mode & 0o777 == 0o640
    assert backup.path.exists()


def test_twice_in_a_minute_nothing_is_written_over(project: Any, backup: Backup) -> None:
    kept = {put_back(backup.path, project.path) for _ in range(3)}
    assert len(kept) == 3
    assert sorted(len(spans(aside)) for aside in kept if aside) == [1, 1, 2]


def test_a_project_that_is_gone_is_had_again(project: Any, backup: Backup) -> None:
    project.path.unlink()
    journal = project.path.with_name("news.annotator-journal")
    journal.write_bytes(b"of a file that is gone")
    assert put_back(backup.path, project.path) is None
    assert not journal.exists()
    assert spans(project.path) == [2]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 cut off", bytes(9000)])
def test_a_damaged_file_is_kept_as_it_is_with_the_journal_beside_it(project: Any, backup: Backup, content: bytes) -> None:
    project.path.write_bytes(content)
    project.path.with_name("news.annotator-journal").write_bytes(b"journal")
    aside = put_back(backup.path, project.path)
    assert aside
    assert aside.read_bytes() == content
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"journal"
    assert names(project.path.parent) == [aside.name, f"{aside.name}-journal", "news.annotator"]
    assert spans(project.path) == [2]


def test_a_file_whose_first_page_is_spoilt_is_replaced(project: Any, backup: Backup) -> None:
    content = bytearray(project.path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    project.path.write_bytes(content)
    aside = put_back(backup.path, project.path)
    assert aside
    assert aside.read_bytes() == content
    assert spans(project.path) == [2]


def test_through_a_link_the_file_itself_is_replaced(project: Any, backup: Backup, tmp_path: Path) -> None:
    link = tmp_path / "link.annotator"
    link.symlink_to(project.path)
    aside = put_back(backup.path, link)
    assert aside
    assert aside.parent == project.path.parent
    assert link.is_symlink()
    assert spans(link) == [2]


def test_a_very_long_name_leaves_room_for_the_time(project: Any, backup: Backup) -> None:
    path = project.path.with_name("ق" * 105 + ".annotator")
    project.path.rename(path)
    aside = put_back(backup.path, path)
    assert aside
    assert len(aside.name.encode()) < 250


class TestRefused:
    """Whatever is in the way, the project stays as it was and nothing is left beside it."""

    @pytest.fixture(autouse=True)
    def _unchanged(self, project: Any, backup: Backup) -> Iterator[None]:
        content = project.path.read_bytes()
        yield
        assert project.path.read_bytes() == content
        assert backup.path.exists()
        assert [name for name in names(project.path.parent) if "restore" in name or name.endswith(".tmp")] == []

    def test_a_damaged_backup(self, project: Any, backup: Backup) -> None:
        content = bytearray(backup.path.read_bytes())
        content[-4096:] = b"\xff" * 4096
        backup.path.write_bytes(content)
        with pytest.raises(Damaged, match="is damaged"):
            put_back(backup.path, project.path)

    def test_a_backup_that_is_gone(self, project: Any, backup: Backup) -> None:
        with pytest.raises(InvalidFile, match="no such project"):
            put_back(backup.path.with_name("gone.annotator"), project.path)

    def test_a_file_that_another_window_writes(self, project: Any, backup: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("annotator.storage.connection.PATIENCE_S", 0.1)
        with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSaved, match="another window or program"):
                put_back(backup.path, project.path)

    def test_a_project_that_may_only_be_read(
        self, project: Any, backup: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        listed = tmp_path / "mounts"
        listed.write_text(f"share {project.path.parent} nfs4 rw 0 0\n", encoding="utf-8")
        monkeypatch.setattr(mounts, "MOUNTS", listed)
        with pytest.raises(NotSaved, match="network share"):
            put_back(backup.path, project.path)

    def test_a_project_of_a_newer_program(self, project: Any, backup: Backup) -> None:
        content = project.path.read_bytes()
        project.path.write_bytes(content[:60] + (99).to_bytes(4) + content[64:])
        with pytest.raises(InvalidFile, match="newer Annotator"):
            put_back(backup.path, project.path)
        project.path.write_bytes(content)

    def test_a_full_disk(self, project: Any, backup: Backup) -> None:
        with full_disk(), pytest.raises(NotSaved, match="disk"):
            put_back(backup.path, project.path)

    def test_a_name_that_is_taken_meanwhile(self, project: Any, tmp_path: Path) -> None:
        new, aside = tmp_path / "new", tmp_path / "aside"
        new.write_bytes(b"new")
        aside.write_bytes(b"of another window")
        with pytest.raises(FileExistsError):
            restoring._exchange(new, project.path, aside)
        assert aside.read_bytes() == b"of another window"

    def test_a_journal_that_cannot_be_copied(self, project: Any, tmp_path: Path) -> None:
        new, aside = tmp_path / "new", tmp_path / "aside"
        new.write_bytes(b"new")
        project.path.with_name("news.annotator-journal").write_bytes(b"journal " * 9)
        with full_disk(), pytest.raises(OSError, match="File too large"):
            restoring._exchange(new, project.path, aside)
        assert not [name for name in names(tmp_path) if name.startswith("aside")]

    def test_the_second_renaming(self, project: Any, tmp_path: Path) -> None:
        gone, aside = tmp_path / "gone", tmp_path / "aside"
        journal = project.path.with_name("news.annotator-journal")
        journal.write_bytes(b"journal")
        with pytest.raises(FileNotFoundError):
            restoring._exchange(gone, project.path, aside)
        assert journal.read_bytes() == b"journal"
        assert not [name for name in names(tmp_path) if name.startswith("aside")]


def test_where_nothing_was_nothing_is_taken_back(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        restoring._exchange(tmp_path / "gone", tmp_path / "news", tmp_path / "aside")
    assert names(tmp_path) == []


def test_what_cannot_be_taken_back_is_told_with_its_new_name(project: Any, backup: Backup, tmp_path: Path) -> None:
    assert backup.path.exists()
    aside = tmp_path / "aside"
    project.path.rename(aside)
    project.path.write_bytes(b"of another program")
    with pytest.raises(NotSaved, match=r"the project is kept as .*aside: rename that"):
        restoring._take_back(project.path, aside, FileExistsError(17, "File exists"))
    assert (project.path.read_bytes(), aside.exists()) == (b"of another program", True)


def test_the_file_is_let_go_first_where_one_that_is_open_cannot_be_renamed(
    project: Any, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "CAN_RENAME_OPEN_FILES", False)
    put_back(backup.path, project.path)
    assert spans(project.path) == [2]


def test_another_window_that_has_the_old_file_open_loses_nothing_and_is_told(project: Any, backup: Backup) -> None:
    other = project.open()
    aside = put_back(backup.path, project.path)
    assert aside
    with pytest.raises(NotSaved, match="renamed, deleted or replaced"):
        project.mark(other, 10, 12)
    project.close()
    assert (spans(project.path), spans(aside)) == ([2], [2, 6])


KILLED = """
import os, sys
from pathlib import Path
from annotator.storage import restoring
steps = int(sys.argv[3])
def counted(event, args):
    global steps
    if event in ("os.rename", "os.link", "os.remove", "open") and ".annotator" in str(args[0]):
        steps -= 1
        if steps < 0:
            os._exit(9)
sys.addaudithook(counted)
restoring.put_back(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_killed_at_any_step_the_old_project_is_whole_under_one_name_or_the_other(project: Any, backup: Backup) -> None:
    folder = project.path.parent
    original = folder.with_name("original")
    shutil.copytree(folder, original)
    for steps in range(60):
        shutil.rmtree(folder)
        shutil.copytree(original, folder)
        command = [sys.executable, "-c", KILLED, backup.path, project.path, str(steps)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        kept = [found for found in folder.glob("*before restore*.annotator") if found.stat().st_size]
        old, new = [2, 6], [2]
        now = spans(project.path) if project.path.exists() else None
        assert (now, [spans(aside) for aside in kept]) in ((old, []), (None, [old]), (new, [old])), (steps, done.stderr)
        if done.returncode == 0:
            break
    assert (done.returncode, now, steps > 4) == (0, new, True)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
