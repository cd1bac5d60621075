"""A project in a synchronised folder is recognised by names and marks, and so is what two computers made of it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.storage import opening
from annotator.storage.check import WARNING
from annotator.storage.clouds import look_at, service_of


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that stands for the user's own."""
    folder = tmp_path / "sara"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def made(path: Path) -> Path:
    """Make a file that says it is a project, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        con.execute("PRAGMA application_id = 0x414E4E4F")
        con.execute("CREATE TABLE t (x)")
    return path


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/news", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("dropboxes", ""),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Institute", "OneDrive"),
        ("Google Drive/My Drive/a/b", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud/a", "Nextcloud / ownCloud"),
        ("ownCloud", "Nextcloud / ownCloud"),
        ("Sync", "Sync.com"),
        ("Synchrony", ""),
        ("pCloudDrive/x", "pCloud"),
        ("Yandex.Disk", "Yandex Disk"),
        ("Library/CloudStorage/GoogleDrive-me@x.org/My Drive", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/CloudStorage/Egnyte-work", "Egnyte"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library", ""),
        ("work/Dropbox", ""),
        ("", ""),
    ],
)
def test_the_folders_of_services_are_known_by_their_names(user: Path, folder: str, service: str) -> None:
    assert service_of(user / folder / "news.annotator") == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".dropbox/", ""),
        (".stfolder/", "Syncthing"),
        (".sync_0a1b.db", "Nextcloud / ownCloud"),
        ("._sync_0a1b.db", "Nextcloud / ownCloud"),
        (".owncloudsync.log", "Nextcloud / ownCloud"),
        (".tmp.drivedownload/", "Google Drive"),
        ("desktop.ini", ""),
    ],
)
def test_they_are_known_by_their_marks_wherever_they_lie(tmp_path: Path, mark: str, service: str) -> None:
    deep = tmp_path / "data" / "a" / "b"
    deep.mkdir(parents=True)
    place = tmp_path / "data" / mark
    if mark.endswith("/"):
        place.mkdir()
    else:
        place.touch()
    assert service_of(deep / "news.annotator") == service


def test_of_two_services_the_nearer_counts_and_a_mark_before_a_name(user: Path) -> None:
    (user / "Sync" / ".stfolder").mkdir(parents=True)
    (user / "Dropbox" / "inner" / ".stfolder").mkdir(parents=True)
    assert service_of(user / "Sync" / "news.annotator") == "Syncthing"
    assert service_of(user / "Dropbox" / "inner" / "news.annotator") == "Syncthing"


def test_where_nobody_has_a_folder_of_his_own_marks_still_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    (tmp_path / ".stfolder").mkdir()
    assert service_of(tmp_path / "news.annotator") == "Syncthing"
    assert service_of(Path("/missing/Dropbox/news.annotator")) == ""


@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("Dropbox", "news (Sara's conflicted copy 2026-03-04).annotator"),
        ("Dropbox", "news (copia en conflicto de Sara 2026-03-04).annotator"),
        ("Nextcloud", "news (conflicted copy 2026-03-04 101112).annotator"),
        ("ownCloud", "news_conflict-20260304-101112.annotator"),
        ("elsewhere", "news.sync-conflict-20260304-101112-ABCDEFG.annotator"),
        ("pCloud Drive", "news [conflicted].annotator"),
        ("Google Drive", "news (1).annotator"),
        ("OneDrive", "news-DESKTOP-7A.annotator"),
        ("iCloud Drive", "news 2.annotator"),
    ],
)
def test_each_copy_knows_the_other_whichever_is_opened(user: Path, root: str, name: str) -> None:
    one, other = (made(user / root / file) for file in ("news.annotator", name))
    assert (look_at(one).copies, look_at(other).copies) == ((other,), (one,))


@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("elsewhere", "news (1).annotator"),
        ("elsewhere", "news-DESKTOP-7A.annotator"),
        ("OneDrive", "news-2026.annotator"),
        ("OneDrive", "news-final.annotator"),
        ("Dropbox", "newspapers (Sara's conflicted copy 2026-03-04).annotator"),
        ("Dropbox", "news (Sara's conflicted copy 2026-03-04).txt"),
    ],
)
def test_projects_with_names_that_an_analyst_gave_are_no_copies(user: Path, root: str, name: str) -> None:
    one, other = (made(user / root / file) for file in ("news.annotator", name))
    assert (look_at(one).copies, look_at(other).copies) == ((), ())


def test_what_is_no_project_or_the_same_one_or_would_keep_us_waiting_is_no_copy(user: Path) -> None:
    path = made(user / "Google Drive" / "news.annotator")
    names = iter(path.with_name(f"news ({number}).annotator") for number in range(9))
    next(names).write_bytes(b"short")
    next(names).write_bytes(bytes(200))
    next(names).symlink_to(path)
    next(names).symlink_to("gone")
    next(names).mkdir()
    os.mkfifo(next(names))
    with closing(sqlite3.connect(next(names))) as con:
        con.execute("CREATE TABLE t (x)")
    assert look_at(path).copies == ()


def test_a_copy_that_this_process_has_open_is_known_without_being_read(
    project: Any, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(user / "Google Drive" / "news.annotator")
    project.path = path.with_name("news (1).annotator")
    project.create()
    monkeypatch.setattr(opening, "SQLITE_MAGIC", b"what no file begins with")
    assert look_at(path).copies == (project.path,)


def test_a_check_warns_of_both(project: Any, user: Path) -> None:
    project.path = user / "Dropbox" / "news.annotator"
    other = made(project.path.with_name("news (Sara's conflicted copy 2026-03-04).annotator"))
    found = project.create().check().result()
    assert {finding.level for finding in found} == {WARNING}
    assert [finding.where for finding in found] == ["news.annotator", other.name]
    assert "Dropbox" in found[0].what
