"""What a crash or another tool left undone in a project that may only be read is finished in a private copy."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage import opening, private
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from tests.damage import crash

DEVICE = b"device of tests."
READING = """
import sys
from pathlib import Path
from annotator.storage.store import Store

store = Store.open(Path(sys.argv[1]), b"device of tests.", read_only=True)
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture
def closed(project: Any) -> Path:
    """Give the path of a project that nobody has open."""
    project.mark(project.create(), 2, 5)
    project.close()
    return Path(project.path)


@pytest.fixture
def crashed(closed: Path) -> Path:
    """Give the path of a project that a program was writing when it was killed."""
    crash(closed)
    return closed


@pytest.fixture
def in_wal(closed: Path, tmp_path: Path) -> Path:
    """Give the path of a project in WAL mode whose last rows lie in the log beside it."""
    path = tmp_path / "wal" / closed.name
    path.parent.mkdir()
    with closing(sqlite3.connect(closed, isolation_level=None)) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute("UPDATE local SET last = last + 1")
        for end in ("", "-wal"):
            shutil.copyfile(f"{closed}{end}", f"{path}{end}")
    return path


@pytest.fixture(params=["asked", "file", "folder"])
def read_only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Store]:
    """Give what opens a project that may only be read: because that was asked for, or the file or its folder is closed."""

    def opened(path: Path) -> Store:
        closed = {"asked": None, "file": path, "folder": path.parent}[request.param]
        access = os.access
        monkeypatch.setattr(os, "access", lambda asked, mode: Path(asked) != closed and access(asked, mode))  # root may all
        return Store.open(path, DEVICE, read_only=request.param == "asked")

    return opened


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def test_after_a_crash_the_last_commit_is_read_and_not_a_byte_changes(
    crashed: Path, project: Any, temporary: Path, read_only: Callable[[Path], Store]
) -> None:
    before = contents(crashed.parent)
    with closing(read_only(crashed)) as store:
        assert [span.start for span in store.ask(lambda reader: reader.spans(project.document.id)).result()] == [2]
        assert store.check().result() == ()
        assert store.read_only
        assert len(list(temporary.iterdir())) == 1
    assert list(temporary.iterdir()) == []
    assert contents(crashed.parent) == before


def test_in_wal_mode_the_last_commit_is_read_and_not_a_byte_changes(
    in_wal: Path, temporary: Path, read_only: Callable[[Path], Store]
) -> None:
    before = contents(in_wal.parent)
    with closing(read_only(in_wal)) as store:
        sql = "SELECT last - (SELECT max(hlc) FROM edit) FROM local"
        assert store.ask(lambda reader: reader.con.execute(sql).fetchone()).result() == (1,)
        assert store.notice == ""
    assert list(temporary.iterdir()) == []
    assert contents(in_wal.parent) == before


def test_a_project_that_may_be_written_needs_no_private_copy(crashed: Path, project: Any, temporary: Path) -> None:
    store = project.open()
    assert [span.start for span in store.ask(lambda reader: reader.spans(project.document.id)).result()] == [2]
    project.check(store)
    assert [entry.name for entry in crashed.parent.iterdir()] == [crashed.name]
    assert list(temporary.iterdir()) == []


def test_a_project_in_wal_mode_that_may_be_written_is_switched_back_and_that_is_told_once(in_wal: Path) -> None:
    with closing(Store.open(in_wal, DEVICE)) as store:
        assert "switched back" in store.notice
        assert store.ask(Reader.layers).result()
    assert [entry.name for entry in in_wal.parent.iterdir()] == [in_wal.name]
    with closing(Store.open(in_wal, DEVICE)) as store:
        assert store.notice == ""


def test_a_project_in_wal_mode_that_is_shorter_than_it_says_is_not_cut_off(in_wal: Path) -> None:
    content = in_wal.read_bytes()
    pages = len(content) // 4096 + 1
    in_wal.write_bytes(content[:28] + pages.to_bytes(4) + content[32:])
    assert opening.inspect(in_wal).is_wal
    Path(f"{in_wal}-wal").unlink()
    with pytest.raises(InvalidFile, match="is cut off"):
        opening.inspect(in_wal)


def test_a_project_that_is_written_all_the_time_is_not_copied(
    closed: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copyfile = shutil.copyfile

    def written_meanwhile(source: Path, target: Path) -> None:
        copyfile(source, target)
        os.utime(source, ns=(0, source.stat().st_mtime_ns + 1))

    monkeypatch.setattr(shutil, "copyfile", written_meanwhile)
    with pytest.raises(NotSaved, match=r"news\.annotator: is being written"):
        private.private_copy(closed)
    assert list(temporary.iterdir()) == []


def test_a_project_that_this_process_has_open_elsewhere_is_not_copied(store: Store, again: Store, temporary: Path) -> None:
    assert again.path == store.path
    with pytest.raises(NotSaved, match="another window"):
        private.private_copy(store.path)
    assert list(temporary.iterdir()) == []


def test_a_copy_that_the_disk_refuses_is_told(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "folder.annotator").mkdir()
    with pytest.raises(NotSaved, match="cannot be made"):
        private.private_copy(tmp_path / "folder.annotator")
    assert list(temporary.iterdir()) == []


@pytest.fixture
def reading(in_wal: Path, temporary: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Give another program that has a private copy of a project open, until its input ends."""
    command: list[str | Path] = [sys.executable, "-c", READING, in_wal]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=os.environ | {"TMPDIR": str(temporary)}) as program:
        assert program.stdout
        assert program.stdout.readline() == b"open\n"
        yield program


def test_the_copy_of_a_killed_program_is_deleted_before_the_next_is_made(
    reading: "subprocess.Popen[bytes]", in_wal: Path, temporary: Path
) -> None:
    (left,) = temporary.iterdir()
    assert (left / in_wal.name).exists()
    reading.kill()
    reading.wait()
    assert left.exists()
    with closing(Store.open(in_wal, DEVICE, read_only=True)) as store:
        (own,) = temporary.iterdir()
        assert own != left
        assert store.ask(Reader.layers).result()
    assert list(temporary.iterdir()) == []


def test_programs_and_windows_that_live_keep_their_copies(
    reading: "subprocess.Popen[bytes]", in_wal: Path, temporary: Path
) -> None:
    with closing(Store.open(in_wal, DEVICE, read_only=True)), closing(Store.open(in_wal, DEVICE, read_only=True)) as store:
        assert len(list(temporary.iterdir())) == 3
        private.sweep()
        assert len(list(temporary.iterdir())) == 3
        assert store.ask(Reader.layers).result()
    assert reading.communicate(b"")[0] == b""
    assert reading.returncode == 0
    assert list(temporary.iterdir()) == []


def test_a_copy_whose_making_was_cut_short_is_deleted(closed: Path, temporary: Path) -> None:
    half = temporary / "annotator-abcd_123"
    half.mkdir()
    (half / private.LOCK).touch()
    private.sweep()
    assert half.exists()  # somebody may be about to copy
    (half / closed.name).touch()
    private.sweep()
    assert not half.exists()


@pytest.mark.parametrize("other", ["named", "unlocked", "locked by no database", "a file", "a link", "another user's"])
def test_what_is_not_certainly_ours_stays(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    place = temporary / ("annotator-project" if other == "named" else "annotator-abcd_123")
    folder = tmp_path / "elsewhere" if other == "a link" else place
    if other == "a file":
        place.touch()
    else:
        folder.mkdir()
        for name in ("news.annotator", "notes", *([] if other == "unlocked" else [private.LOCK])):
            (folder / name).write_bytes(b"no database" if other == "locked by no database" else b"")
    if other == "a link":
        place.symlink_to(folder)
    if other == "another user's":
        monkeypatch.setattr(os, "geteuid", lambda: place.stat().st_uid + 1)
    before = sorted(tmp_path.rglob("*"))
    private.sweep()
    assert sorted(tmp_path.rglob("*")) == before
