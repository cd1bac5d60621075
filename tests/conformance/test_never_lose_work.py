"""What was confirmed is there after a crash, and a project that two programs use loses nothing of either."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator import resources
from annotator.project.project import Project
from annotator.project.samples import sample

ROUNDS = 200
ACTIONS = 60
PATIENCE_S = 30
MARKING = """
import os, sys
from pathlib import Path
from annotator.model.errors import InvalidSpan
from annotator import resources
from annotator.project.project import Project

project = Project.open(Path(sys.argv[1]))
(entry,) = project.documents().result()
document = project.document(entry.id).result().document
labels = project.schema.labels
confirmed = os.open(sys.argv[2], os.O_CREAT | os.O_APPEND | os.O_WRONLY)
first, count = int(sys.argv[3]), int(sys.argv[4])
for number in range(first, first + count):
    around, start = divmod(number, len(document.text) - 2)
    try:
        applied = project.mark(document, start, start + 2, labels[around % 4], by_character=True).result()
    except InvalidSpan:
        continue  # marked in an earlier round
    os.write(confirmed, applied.edit.after[0].id.hex().encode() + b"\\n")
project.close()
"""


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project that holds the seed article."""
    path = tmp_path / "p.annotator"
    sample(path).close()
    return path


def marking(project: Path, confirmed: Path, first: int = 0, count: int = 100_000) -> "subprocess.Popen[bytes]":
    """Start another program that marks in *project* and notes each span that was confirmed to it."""
    command: list[str | Path] = [sys.executable, "-c", MARKING, project, confirmed, str(first), str(count)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def ids(confirmed: Path) -> list[bytes]:
    """Return the spans confirmed so far; a line cut off by the crash was not confirmed."""
    lines = confirmed.read_bytes().split(b"\n")[:-1] if confirmed.exists() else []
    return [bytes.fromhex(line.decode()) for line in lines]


def wait_for(confirmed: Path, count: int) -> None:
    """Wait until *count* spans are confirmed."""
    deadline = time.monotonic() + PATIENCE_S
    while len(ids(confirmed)) < count:
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.002)


def held(path: Path) -> set[bytes]:
    """Return the spans in the project, which must be whole."""
    with closing(Project.open(path)) as project:
        assert [found for found in project.check().result() if found.level == "error"] == []
        (entry,) = project.documents().result()
        return {span.id for span in project.document(entry.id).result().spans}


def test_what_was_confirmed_survives_kill_9_two_hundred_times(project_path: Path, tmp_path: Path) -> None:
    dice, known = random.Random(ROUNDS), set[bytes]()
    for number in range(ROUNDS):
        confirmed = tmp_path / f"confirmed{number}"
        child = marking(project_path, confirmed, first=number * 40)
        wait_for(confirmed, dice.randint(1, 4))
        time.sleep(dice.random() * 0.02)  # killed at another moment each time
        child.send_signal(signal.SIGKILL)
        child.communicate()
        known |= set(ids(confirmed))
        assert known <= held(project_path)


def test_two_programs_on_one_project_lose_nothing(project_path: Path, tmp_path: Path) -> None:
    notes = [tmp_path / "one", tmp_path / "two"]
    children = [marking(project_path, note, first, ACTIONS) for note, first in zip(notes, (0, 900), strict=True)]
    for child in children:
        _, errors = child.communicate(timeout=120)
        assert child.returncode == 0, errors.decode()
    confirmed = [identifier for note in notes for identifier in ids(note)]
    assert len(confirmed) == 2 * ACTIONS
    assert set(confirmed) == held(project_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes, where the tests may."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small disk here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told_in_a_line_and_the_project_stays_as_it_was(small_disk: Path, tmp_path: Path) -> None:
    path, big = small_disk / "p.annotator", tmp_path / "big.txt"
    big.write_text("قره باغ في عام 2020 " * 100_000, encoding="utf-8")
    annotator = [sys.executable, "-m", "annotator"]
    subprocess.run([*annotator, "new", path], check=True, capture_output=True)
    subprocess.run([*annotator, "import", path, *resources.seeds()], check=True, capture_output=True)
    before = path.read_bytes()
    refused = subprocess.run([*annotator, "import", path, big], check=False, capture_output=True)
    assert refused.returncode == 1
    assert b"disk is full" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert path.read_bytes() == before
    assert [entry.name for entry in small_disk.iterdir()] == ["p.annotator"]
    assert held(path) == set()


def test_a_full_disk_for_backups_stops_only_what_must_not_be_done_without_one(
    small_disk: Path, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(small_disk / "home"))
    big, many = tmp_path / "big.txt", tmp_path / "many"
    big.write_text("قره باغ في عام 2020 " * 100_000, encoding="utf-8")
    many.mkdir()
    for number in range(1001):
        (many / f"{number}.txt").write_text(f"خبر رقم {number}", encoding="utf-8")
    annotator = [sys.executable, "-m", "annotator"]
    taken = subprocess.run([*annotator, "import", project_path, big], check=False, capture_output=True)
    assert taken.returncode == 0
    assert b"everything is saved, but today's backup could not be made: the disk is full" in taken.stderr
    before = project_path.read_bytes()
    refused = subprocess.run([*annotator, "import", project_path, many], check=False, capture_output=True)
    assert refused.returncode == 1
    assert b"nothing was changed, for the backup before import could not be made: the disk is full" in refused.stderr
    assert [len(done.stderr.splitlines()) for done in (taken, refused)] == [1, 1]
    assert project_path.read_bytes() == before
    assert not [file for file in (small_disk / "home").rglob("*") if file.suffix in {".annotator", ".tmp"}]


def test_an_export_to_a_full_disk_leaves_the_old_file(project_path: Path, tmp_path: Path) -> None:
    child = marking(project_path, tmp_path / "confirmed", count=5)
    child.communicate()
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"the old export")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    command: list[str | Path] = [sys.executable, "-m", "annotator", "export", project_path, "--out", out]
    # coverage writes a file of its own when the program ends, which the limit would stop too
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    refused = subprocess.run(command, check=False, capture_output=True, preexec_fn=limit, env=environment)
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert out.read_bytes() == b"the old export"
    assert not list(tmp_path.glob(".out*"))
