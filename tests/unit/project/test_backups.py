"""Every project is backed up in the user's own folder, and what a backup holds can be had again."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.records import Record
from annotator.project.places import backup_folder
from annotator.project.project import Project
from annotator.storage.offering import offers

TEXT = "قال المتحدث لأذربيجان 2020"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a project that holds a text with a mark."""
    made = tmp_path / "أخبار.annotator"
    with closing(Project.create(made)) as project:
        project.import_records([Record(Document.of(TEXT), "text")]).result()
        (entry,) = project.documents().result()
        project.mark(project.document(entry.id).result().document, 0, 3, project.schema.labels[0]).result()
    return made


def marks(project: Project) -> list[tuple[int, int]]:
    (entry,) = project.documents().result()
    return [(span.start, span.end) for span in project.document(entry.id).result().spans]


def test_the_first_change_of_a_project_is_backed_up_in_the_data_folder(path: Path, home: Path) -> None:
    with closing(Project.open(path)) as project:
        (backup,) = project.backups().result()
    assert backup.reason == "daily"
    assert backup.path.is_relative_to(home / "data" / "backups")
    assert backup.path.parent.name.startswith("أخبار-")
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_projects_of_one_name_keep_their_backups_apart_and_a_link_leads_to_the_same(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.annotator"
    link.symlink_to(path)
    assert backup_folder(link) == backup_folder(path)
    assert backup_folder(path.parent / "other" / path.name) != backup_folder(path)


def test_a_link_to_itself_is_refused_not_followed(tmp_path: Path) -> None:
    loop = tmp_path / "loop.annotator"
    loop.symlink_to(loop)
    with pytest.raises(InvalidFile, match="loop"):
        Project.open(loop)


def test_looking_makes_no_folder(home: Path, tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "new.annotator")) as project:
        assert project.backups().result() == ()
    assert not (home / "data" / "backups").exists()


def test_a_backup_is_restored_as_a_project_of_its_own(path: Path, tmp_path: Path) -> None:
    with closing(Project.open(path)) as project:
        backup = project.back_up("before the meeting").result()
        project.undo().result()
        assert project.backups().result()[0] == backup
        with closing(Project.restore(backup.path, tmp_path / "again.annotator")) as restored:
            assert (marks(project), marks(restored)) == ([], [(0, 3)])
            assert restored.check().result() == ()
            restored.undo().result()
    assert backup.path.exists()
    assert (tmp_path / "again.annotator").stat().st_mode & 0o777 == 0o600


def test_a_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    with closing(Project.open(path)) as project:
        backup = project.back_up("asked for").result()
    content = bytearray(backup.path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    backup.path.write_bytes(content)
    with pytest.raises(InvalidFile, match="is damaged"):
        Project.restore(backup.path, tmp_path / "again.annotator")
    assert not (tmp_path / "again.annotator").exists()


def test_a_backup_is_never_restored_over_a_file(path: Path) -> None:
    before = path.read_bytes()
    with closing(Project.open(path)) as project:
        backup = project.back_up("asked for").result()
    with pytest.raises(InvalidFile, match="is there already"):
        Project.restore(backup.path, path)
    assert path.read_bytes() == before


def test_a_backup_takes_the_place_of_the_project_which_is_kept(path: Path) -> None:
    with closing(Project.open(path)) as project:
        backup = project.back_up("asked for").result()
        project.undo().result()
    restored, kept = Project.put_back(backup.path, path)
    assert kept
    with closing(restored), closing(Project.open(kept)) as old:
        assert (marks(restored), marks(old)) == ([(0, 3)], [])
        assert restored.check().result() == old.check().result() == ()


class TestOffers:
    """What the analyst chooses a backup by."""

    def test_each_says_what_was_done_since(self, path: Path) -> None:
        with closing(Project.open(path)) as project:
            project.back_up("first").result()
            project.undo().result()
            project.redo().result()
            project.back_up("second").result()
            now, before = project.offers().result()[:2]
        assert [(offer.backup.reason, offer.since) for offer in (now, before)] == [("second", 0), ("first", 2)]
        assert now.size == now.backup.path.stat().st_size
        assert [offer.since for offer in offers(backup_folder(path))] == [None] * 3

    def test_actions_that_the_project_went_away_from_are_not_counted_as_its_own(self, path: Path) -> None:
        with closing(Project.open(path)) as project:
            old = project.back_up("old").result()
            project.undo().result()
            project.back_up("left behind").result()
        restored, _ = Project.put_back(old.path, path)
        with closing(restored) as project:
            since = {offer.backup.reason: offer.since for offer in project.offers().result()}
            assert (since["old"], since["left behind"]) == (0, None)
            project.undo().result()
            project.back_up("other").result()
            since = {offer.backup.reason: offer.since for offer in project.offers().result()}
        assert (since["old"], since["left behind"], since["other"]) == (1, None, 0)

    def test_one_that_cannot_be_read_says_why(self, path: Path) -> None:
        with closing(Project.open(path)) as project:
            backup = project.back_up("asked for").result()
            backup.path.write_bytes(b"")
            offer = project.offers().result()[0]
        assert "is empty" in str(offer.wrong)
        assert (offer.since, offer.size) == (None, 0)

    def test_of_a_project_without_a_past_everything_came_since(self, tmp_path: Path) -> None:
        with closing(Project.create(tmp_path / "new.annotator")) as project:
            project.back_up("asked for").result()
            assert [offer.since for offer in project.offers().result()] == [0]


def test_what_was_done_to_open_a_project_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as con:
        con.execute("PRAGMA journal_mode = WAL")
    with closing(Project.open(path)) as project:
        assert "switched back" in project.notice
    with closing(Project.open(path)) as project:
        assert project.notice == ""


def test_the_command_line_warns_when_today_has_no_backup(path: Path, tmp_path: Path) -> None:
    folder = backup_folder(path)
    for backup in folder.iterdir():
        backup.unlink()
    folder.rmdir()
    folder.touch()
    (tmp_path / "more.txt").write_text("نص آخر", encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-m", "annotator", "import", path, tmp_path / "more.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "today's backup could not be made" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with closing(Project.open(path)) as project:
        assert len(project.documents().result()) == 2
