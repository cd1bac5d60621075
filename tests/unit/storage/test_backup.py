"""A backup has its name only when it was read back whole; the older ones are thinned, the newest is never lost."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document, Source
from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile, NotSaved
from annotator.model.ids import derived_id
from annotator.storage import copying, thinning
from annotator.storage.backup import Backup, found
from annotator.storage.check import ERROR
from annotator.storage.keeping import Backups
from annotator.storage.store import Store

DEVICE = b"device of tests."
DAY_NS = 86_400_000_000_000


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Give the backups of a project, none yet."""
    return Backups(tmp_path / "data" / "backups" / "news", "news")


@pytest.fixture
def closed(project: Any) -> Path:
    """Give the path of a project that nobody has open."""
    store = project.create()
    project.mark(store, 2, 5)
    project.close()
    return Path(project.path)


def names(backups: Backups) -> list[str]:
    """Return the names of all that lies in the folder."""
    return sorted(entry.name for entry in backups.folder.iterdir()) if backups.folder.exists() else []


def is_sound(path: Path) -> bool:
    """Whether a project file can be opened and passes the full check."""
    with closing(Store.open(path, DEVICE, read_only=True)) as store:
        return not [finding for finding in store.check().result() if finding.level == ERROR]


class TestNames:
    """The name of a backup says what it holds, when and why it was made; nothing else is needed to list it."""

    def test_a_name_is_read_by_people_too(self) -> None:
        made = Backup.named(Path("folder"), "أخبار 2026", 12, 1_770_000_000_123, "before tag all")
        assert made.path.name == "أخبار 2026 12 20260202T024000123Z before tag all.annotator"

    @given(st.text(max_size=300), st.integers(0, 1 << 40), st.integers(0, 4_000_000_000_000), st.text(max_size=300))
    def test_every_name_is_one_a_disk_takes_and_is_read_back(self, project: str, seq: int, at_ms: int, reason: str) -> None:
        made = Backup.named(Path("folder"), project, seq, at_ms, reason)
        assert len(made.path.name.encode()) < 230
        assert not set('<>:"/\\|?*\n\0\u202e') & set(made.path.name)
        assert Backup.at(made.path) == made

    @pytest.mark.parametrize(
        "name", ["news.annotator", "news 1 20261302T024000123Z daily.annotator", "news 1 20260202T024000123Z daily.txt"]
    )
    def test_other_files_are_no_backups(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).touch()
        assert found(tmp_path) == ()

    def test_a_folder_that_is_not_there_holds_none(self, tmp_path: Path) -> None:
        assert found(tmp_path / "missing") == ()


def test_a_backup_is_the_project_as_it_was(closed: Path, project: Any, backups: Backups) -> None:
    made = backups.make(closed, "asked for")
    assert found(backups.folder) == (made,)
    assert (made.seq, made.reason) == (2, "asked for")
    assert abs(made.at_ms - time.time() * 1000) < 60_000
    assert names(backups) == [made.path.name]
    with closing(Store.open(made.path, DEVICE, read_only=True)) as copy, closing(Store.open(closed, DEVICE)) as original:
        assert copy.check().result() == ()
        assert project.content(copy) == project.content(original)


def test_a_new_project_without_a_past_can_be_backed_up(project: Any, backups: Backups) -> None:
    Store.create(project.path, DEVICE, project.rows).close()
    assert backups.make(project.path, "asked for").seq == 0


def test_a_backup_and_its_folders_are_closed_to_others(closed: Path, backups: Backups) -> None:
    made = backups.make(closed, "asked for")
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert {above.stat().st_mode & 0o777 for above in list(made.path.parents)[:3]} == {0o700}


def test_a_backup_is_made_while_the_project_is_being_changed(closed: Path, project: Any, backups: Backups) -> None:
    store = project.open()
    for place in range(10, 25):
        waiting = store.act(lambda _, place=place: Edit("mark", after=(project.span(place, place + 1),)))
        assert is_sound(backups.make(closed, "asked for").path)
        waiting.result()


def test_a_project_with_a_damaged_page_gets_no_backup(closed: Path, backups: Backups) -> None:
    content = bytearray(closed.read_bytes())
    content[-4096:] = b"\xff" * 4096
    closed.write_bytes(content)
    with pytest.raises(NotSaved, match="the copy is not like the project") as refused:
        backups.make(closed, "asked for")
    assert len(str(refused.value).splitlines()) == 1
    assert names(backups) == []


def test_a_copy_that_holds_another_past_is_noticed(closed: Path, project: Any, backups: Backups) -> None:
    made = backups.make(closed, "asked for")
    project.mark(project.open(), 6, 7)
    with copying.picture(closed) as con, pytest.raises(InvalidFile, match="its last action is another"):
        copying._read_back(made.path, con)


def test_a_damaged_backup_is_noticed(closed: Path, backups: Backups) -> None:
    made = backups.make(closed, "asked for")
    content = bytearray(made.path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    made.path.write_bytes(content)
    with pytest.raises(InvalidFile, match="is damaged"):
        Store.open(made.path, DEVICE)


def test_a_backup_is_restored_as_a_file_of_its_own_which_is_never_written_over(closed: Path, backups: Backups) -> None:
    made = backups.make(closed, "asked for")
    before = closed.read_bytes()
    copying.restore(made.path, closed.with_name("again.annotator"))
    assert is_sound(closed.with_name("again.annotator"))
    with pytest.raises(InvalidFile, match="is there already"):
        copying.restore(made.path, closed)
    assert closed.read_bytes() == before


def test_a_project_that_is_gone_is_told(tmp_path: Path, backups: Backups) -> None:
    with pytest.raises(NotSaved, match="check the folder"):
        backups.make(tmp_path / "gone.annotator", "asked for")
    assert names(backups) == []


def test_a_folder_that_cannot_be_made_is_told(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="cannot be made"):
        Backups(tmp_path / "file" / "news", "news").make(closed, "asked for")


class TestThinning:
    """After each backup the older ones are thinned."""

    @pytest.fixture
    def on_day(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
        """Give what sets the clock to a day."""
        return lambda day: monkeypatch.setattr(time, "time_ns", lambda: (20_000 + day) * DAY_NS)

    def test_old_ones_go_and_the_last_before_something_stay(
        self, closed: Path, backups: Backups, on_day: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("DAYS", "WEEKS", "MONTHS"):
            monkeypatch.setattr(thinning, name, 0)
        for day, reason in enumerate(["before tag all", "daily", "daily", "daily"]):
            on_day(day)
            backups.make(closed, reason)
        assert [one.reason for one in found(backups.folder)] == ["daily", "daily", "before tag all"]

    def test_the_one_just_made_stays_although_the_project_was_put_back(
        self, closed: Path, backups: Backups, on_day: Callable[[int], None]
    ) -> None:
        backups.make(closed, "asked for")
        for day in range(1000):
            Backup.named(backups.folder, "news", 100 + day, (20_000 + day) * DAY_NS // 1_000_000, "daily").path.touch()
        on_day(1000)
        made = backups.make(closed, "daily")
        assert made in found(backups.folder)
        assert len(found(backups.folder)) < 40

    def test_what_a_killed_program_left_goes_after_a_day(self, closed: Path, backups: Backups) -> None:
        backups.folder.mkdir(parents=True)
        old, new = (backups.folder / f".news.{name}.tmp" for name in ("old", "new"))
        for left in (old, new):
            left.touch()
        os.utime(old, (0, 0))
        made = backups.make(closed, "asked for")
        assert names(backups) == sorted([new.name, made.path.name])


class TestDaily:
    """One backup a day, with the first change."""

    def test_one_a_day_is_enough(self, closed: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
        again = Backups(backups.folder, "news")
        for keeping in (backups, backups, again):
            keeping.make_daily(closed)
        assert len(found(backups.folder)) == 1
        tomorrow = time.time_ns() + DAY_NS
        monkeypatch.setattr(time, "time_ns", lambda: tomorrow)
        backups.make_daily(closed)
        assert [one.reason for one in found(backups.folder)] == ["daily", "daily"]

    def test_that_of_a_project_that_lay_here_before_does_not_stand_for_it(
        self, closed: Path, backups: Backups, tmp_path: Path
    ) -> None:
        old = backups.make(closed, "daily")
        Backups(backups.folder, "news").make_daily(closed)
        assert found(backups.folder) == (old,)
        fresh = tmp_path / "fresh.annotator"
        Store.create(fresh, bytes(16), ()).close()
        Backups(backups.folder, "news").make_daily(fresh)
        assert len(found(backups.folder)) == 2

    def test_another_backup_of_today_does_not_stand_for_it(self, closed: Path, backups: Backups) -> None:
        backups.make(closed, "asked for")
        backups.make_daily(closed)
        assert {one.reason for one in found(backups.folder)} == {"asked for", "daily"}

    def test_a_failure_is_told_once_a_day(self, closed: Path, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        backups = Backups(tmp_path / "file" / "news", "news")
        with pytest.raises(NotSaved, match="everything is saved, but today's backup could not be made"):
            backups.make_daily(closed)
        backups.make_daily(closed)


KILLED = """
import os, signal, sys, time
from pathlib import Path
from annotator.storage.keeping import Backups

project, folder = Path(sys.argv[1]), Path(sys.argv[2])
FILES = ("open", "os.", "sqlite3.")

def killed(name, prepare):
    child = os.fork()
    if not child:
        prepare()
        Backups(folder / name, "news").make(project, "asked for")
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0

def at_step(number):
    left = iter(range(number))
    def count(event, _):
        if event.startswith(FILES) and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
    return lambda: sys.addaudithook(count)

steps = 0
while killed(f"step {steps}", at_step(steps)):
    steps += 1
begin = time.monotonic()
killed("whole", lambda: None)
moments = [(time.monotonic() - begin) * part / 30 for part in range(1, 30)]
killed_at = [killed(f"moment {at}", lambda: signal.setitimer(signal.ITIMER_REAL, at)) for at in moments]
print(steps, sum(killed_at))
"""


def test_kill_9_leaves_no_half_backup_under_a_name(closed: Path, project: Any, tmp_path: Path) -> None:
    big = Document.of("قال المتحدث. " * 200_000)
    project.add(project.open(), big, Source(big.id, derived_id("big"), "big"))
    project.close()
    command: list[str | Path] = [sys.executable, "-c", KILLED, closed, tmp_path / "killed"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    steps, moments = map(int, done.stdout.split())
    assert steps > 15
    assert moments > 10
    folders = list((tmp_path / "killed").iterdir())
    made = [backup for folder in folders for backup in found(folder)]
    assert 2 <= len(made) < len(folders)
    assert any(list(folder.glob(".*.tmp")) for folder in folders)
    assert all(is_sound(backup.path) for backup in made)


FULL = """
import resource, signal, sys
from pathlib import Path
from annotator.model.errors import NotSaved
from annotator.storage.keeping import Backups

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
project, folder = Path(sys.argv[1]), Path(sys.argv[2])
backups = Backups(folder, "news")
for limit in range(0, project.stat().st_size, 10_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, unlimited[1]))
    try:
        backups.make(project, "asked for")
        sys.exit(f"made although only {limit} bytes fit")
    except NotSaved as error:
        assert "disk" in str(error), str(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert not list(folder.iterdir()), limit
backups.make(project, "asked for")
"""


def test_a_disk_that_fills_up_gets_nothing_and_the_next_backup_is_made(closed: Path, backups: Backups) -> None:
    before = closed.read_bytes()
    command: list[str | Path] = [sys.executable, "-c", FULL, closed, backups.folder]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert len(names(backups)) == 1
    assert closed.read_bytes() == before


MAKING = """
import sys
from pathlib import Path
from annotator.storage.keeping import Backups

backups = Backups(Path(sys.argv[2]), "news")
for number in range(8):
    backups.make(Path(sys.argv[1]), f"asked for by {sys.argv[3]}")
"""


def test_two_programs_back_up_one_project_that_a_third_changes(closed: Path, project: Any, backups: Backups) -> None:
    store = project.open()
    children = [subprocess.Popen([sys.executable, "-c", MAKING, closed, backups.folder, name]) for name in ("one", "two")]
    place = 10
    while any(child.poll() is None for child in children):
        project.mark(store, place % 900, place % 900 + 1)
        place += 1
    assert [child.returncode for child in children] == [0, 0]
    made = found(backups.folder)
    assert len(made) == 16
    assert len({backup.seq for backup in made}) > 2
    assert all(is_sound(backup.path) for backup in made)
