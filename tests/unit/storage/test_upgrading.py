"""An older project is brought to the present version after a backup, whole or not at all."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage import migrations
from annotator.storage.backup import found
from annotator.storage.reader import Reader
from annotator.storage.store import Store

DEVICE = b"device of tests."
BEFORE = migrations.STEPS


def m003_remarks(db: Database) -> None:
    db.execute("CREATE TABLE remark (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")


def m003_loses_a_row(db: Database) -> None:
    m003_remarks(db)
    db.execute("UPDATE local SET last = 0")


def m003_loses_the_seals(db: Database) -> None:
    m003_remarks(db)
    db.execute("DELETE FROM seal")


def m003_fails(db: Database) -> None:
    m003_remarks(db)
    db.execute("DELETE FROM seal")
    db.execute("SELECT * FROM missing")


Knows = Callable[..., None]


@pytest.fixture
def knows(monkeypatch: pytest.MonkeyPatch) -> Knows:
    """Give what makes this program one that knows other versions."""
    return lambda *steps: monkeypatch.setattr(migrations, "STEPS", (*BEFORE, *steps))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder for the backups, not made yet."""
    return tmp_path / "backups"


@pytest.fixture
def old(project: Any) -> Path:
    """Give the path of a project of the present version that nobody has open."""
    project.mark(project.create(), 2, 5)
    project.close()
    return Path(project.path)


def test_an_older_project_is_backed_up_then_brought_up_to_date(old: Path, project: Any, folder: Path, knows: Knows) -> None:
    before = old.read_bytes()
    knows(m003_remarks)
    with closing(Store.open(old, DEVICE, backups=folder)) as store:
        assert "brought to format 3" in store.notice
        content = project.content(store)
        assert store.check().result() == ()
        assert store.ask(lambda reader: reader.con.execute("SELECT count(*) FROM remark").fetchone()).result() == (0,)
    (backup,) = found(folder)
    assert backup.reason == "before bringing it to format 3"
    assert str(backup.path) in store.notice
    with closing(Store.open(old, DEVICE, backups=folder)) as store:
        assert store.notice == ""
    assert len(found(folder)) == 1
    knows()
    with pytest.raises(InvalidFile, match="newer Annotator"):
        Store.open(old, DEVICE)
    with closing(Store.open(backup.path, DEVICE)) as store:
        assert project.content(store) == content
    assert before != old.read_bytes()


@pytest.mark.parametrize("step", [m003_loses_a_row, m003_loses_the_seals])
def test_a_step_that_loses_something_changes_nothing(
    old: Path, project: Any, folder: Path, knows: Knows, step: Callable[[Database], None]
) -> None:
    before = old.read_bytes()
    knows(step)
    with pytest.raises(InvalidFile, match=r"news\.annotator: cannot be brought to format 3 .*nothing was changed") as refused:
        Store.open(old, DEVICE, backups=folder)
    assert len(str(refused.value).splitlines()) == 1
    knows()
    with closing(Store.open(old, DEVICE)) as store:
        project.check(store)
    assert len(found(folder)) == 1
    assert old.read_bytes()[24:28] == before[24:28]  # the counter of changes


def test_a_step_that_fails_in_the_middle_changes_nothing(old: Path, folder: Path, knows: Knows) -> None:
    before = old.read_bytes()
    knows(m003_fails)
    with pytest.raises(sqlite3.OperationalError, match="missing"):
        Store.open(old, DEVICE, backups=folder)
    assert old.read_bytes() == before
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


KILLED = """
import os, signal, sys
from pathlib import Path
from annotator.storage import migrations
from annotator.storage.store import Store

def m003_is_killed(db):
    db.execute("PRAGMA cache_size = 1")
    db.execute("CREATE TABLE remark (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    for number in range(500):
        db.execute("INSERT INTO remark VALUES (?, ?)", (number, "x" * 1000))
    os.kill(os.getpid(), signal.SIGKILL)

migrations.STEPS += (m003_is_killed,)
Store.open(Path(sys.argv[1]), b"device of tests.", backups=Path(sys.argv[2]))
"""


def killed_while_upgrading(old: Path, folder: Path) -> None:
    """Have another program begin to bring the project up to date, and kill it when much is written."""
    subprocess.run([sys.executable, "-c", KILLED, old, folder], check=False)
    assert old.with_name(f"{old.name}-journal").stat().st_size > 512


def test_kill_9_in_the_middle_leaves_the_older_project(old: Path, project: Any, folder: Path) -> None:
    before = old.read_bytes()
    killed_while_upgrading(old, folder)
    assert old.read_bytes() != before
    with closing(Store.open(old, DEVICE)) as store:
        project.check(store)
        assert store.check().result() == ()
    assert old.read_bytes() == before
    assert len(found(folder)) == 1


def test_without_a_backup_nothing_is_changed(old: Path, folder: Path, knows: Knows) -> None:
    before = old.read_bytes()
    folder.touch()
    knows(m003_remarks)
    with pytest.raises(NotSaved, match="nothing was changed, for the backup before bringing it to format 3"):
        Store.open(old, DEVICE, backups=folder)
    assert old.read_bytes() == before


def test_an_older_project_that_another_program_changed_is_not_brought_up_to_date(old: Path, folder: Path, knows: Knows) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as con:
        con.execute("CREATE TABLE extra (x)")
    knows(m003_remarks)
    with pytest.raises(InvalidFile, match="other tables"):
        Store.open(old, DEVICE, backups=folder)
    assert not folder.exists()


def test_two_windows_bring_it_up_to_date_once(old: Path, folder: Path, knows: Knows) -> None:
    knows(m003_remarks)
    with closing(Store.open(old, DEVICE, backups=folder)), closing(Store.open(old, DEVICE, backups=folder)) as again:
        assert again.notice == ""
    assert len(found(folder)) == 1


UPGRADING = """
import sys
from pathlib import Path
from annotator.storage import migrations
from annotator.storage.store import Store

def m003_remarks(db):
    db.execute("CREATE TABLE remark (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")

migrations.STEPS += (m003_remarks,)
Store.open(Path(sys.argv[1]), b"device of tests.", backups=Path(sys.argv[2])).close()
"""


def test_two_programs_that_bring_it_up_to_date_at_once_agree(old: Path, project: Any, folder: Path, knows: Knows) -> None:
    children = [subprocess.Popen([sys.executable, "-c", UPGRADING, old, folder]) for _ in range(3)]
    assert [child.wait(60) for child in children] == [0, 0, 0]
    knows(m003_remarks)
    project.check(project.open())
    assert found(folder)


def test_a_window_of_the_older_annotator_writes_nothing_more(old: Path, project: Any, knows: Knows) -> None:
    window = project.open()
    with closing(sqlite3.connect(old, isolation_level=None)) as newer:
        knows(m003_remarks)
        migrations.migrate(newer)
    knows()
    with pytest.raises(NotSaved, match="brought the project to a newer format"):
        project.mark(window, 6, 7)


class TestReadOnly:
    """What may only be read is read from a private copy; the project itself stays as it is."""

    def test_an_older_project_is_brought_up_to_date_in_a_private_copy(
        self, old: Path, project: Any, folder: Path, knows: Knows, temporary: Path
    ) -> None:
        before = old.read_bytes()
        knows(m003_remarks)
        with closing(Store.open(old, DEVICE, read_only=True, backups=folder)) as store:
            (private,) = temporary.iterdir()
            assert private.stat().st_mode & 0o777 == 0o700
            assert {entry.stat().st_mode & 0o777 for entry in private.iterdir()} == {0o600}
            assert (store.path, store.notice) == (old, "")
            assert "for reading only" in store.read_only
            assert store.check().result() == ()
            assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 1
            with closing(Store.open(old, DEVICE, read_only=True)) as again:
                assert again.ask(Reader.layers).result()
        assert list(temporary.iterdir()) == []
        assert old.read_bytes() == before
        assert not folder.exists()

    def test_an_older_project_that_cannot_be_read_leaves_no_private_copy(
        self, old: Path, knows: Knows, temporary: Path
    ) -> None:
        knows(m003_loses_a_row)
        with pytest.raises(InvalidFile, match="cannot be brought"):
            Store.open(old, DEVICE, read_only=True)
        assert list(temporary.iterdir()) == []
