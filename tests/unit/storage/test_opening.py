"""What is not a project is refused in one sentence that names it, and not a byte of it changes."""

import errno
import os
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile
from annotator.storage import opening
from annotator.storage.store import Store
from tests.damage import PAGE, tamper
from tests.packed import PACKED

DEVICE = b"device of tests."
Spoil = Callable[[bytes], bytes]


@pytest.fixture
def whole(project: Any) -> bytes:
    """Return the bytes of a sound project that nobody has open."""
    project.create()
    project.close()
    return bytes(project.path.read_bytes())


def put(place: int, form: str, value: int) -> Spoil:
    """Return what writes a number at a place of the header."""
    return lambda data: data[:place] + struct.pack(form, value) + data[place + struct.calcsize(form) :]


SPOILT: dict[str, tuple[Spoil, str]] = {
    "empty": (lambda _: b"", "is empty"),
    "a few bytes of a project": (lambda data: data[:60], "is cut off"),
    "half a project": (lambda data: data[: len(data) // 2], "is cut off"),
    "a zip": (lambda _: b"PK\x03\x04" + bytes(200), "ZIP archive"),
    "a pdf": (lambda _: b"%PDF-1.7 and more", "a PDF"),
    "a web page": (lambda _: b"\xef\xbb\xbf\n<!DOCTYPE html><p>no</p>", "a web page"),
    "a web page in capitals": (lambda _: b"<HTML><p>no</p>", "a web page"),
    "xml": (lambda _: b'<?xml version="1.0"?><html/>', "an XML file"),
    "an empty zip": (lambda _: b"PK\x05\x06" + bytes(18), "ZIP archive"),
    **{f"a project in {kind}": (pack, f"is {kind}, not a project; unpack it") for kind, pack in PACKED.items()},
    "rich text": (lambda _: b"{\\rtf1 no}", "word processor"),
    "an old document": (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office document"),
    "an unknown schema format": (put(44, ">i", 9), "is damaged"),
    "texts in UTF-16": (put(56, ">i", 2), "is damaged"),
    "json": (lambda _: b'{"schema":"annotator.doc/1"}', "a JSON file"),
    "arabic text": (lambda _: "نص عربي طويل بما يكفي لملء الترويسة كلها".encode() * 3, "is a text"),
    "noise": (lambda _: bytes(range(255, 100, -1)), "no file that Annotator knows"),
    "another program's database": (put(68, ">i", 1), "another program"),
    "a newer project": (put(60, ">i", 99), "newer Annotator (format 99"),
    "no version": (put(60, ">i", 0), "is damaged"),
    "an odd page size": (put(16, ">H", 4097), "is damaged"),
    "an unknown file format": (put(18, ">B", 7), "is damaged"),
    "no schema format": (put(44, ">i", 0), "is damaged"),
    "a damaged page": (lambda data: data[:8192] + b"\xff" * 4096 + data[12288:], "damaged"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_is_no_sound_project_is_named_and_left_alone(whole: bytes, tmp_path: Path, name: str) -> None:
    spoil, said = SPOILT[name]
    path = tmp_path / "spoilt.annotator"
    path.write_bytes(spoil(whole))
    before = path.read_bytes()
    with pytest.raises(InvalidFile, match=r"spoilt\.annotator") as refused:
        Store.open(path, DEVICE)
    assert said in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir() if "spoilt" in entry.name) == ["spoilt.annotator"]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE extra (x)",
        "CREATE INDEX extra ON span (start)",
        "CREATE VIEW extra AS SELECT * FROM span",
        "DROP TRIGGER span_keep",
        "CREATE TRIGGER extra AFTER INSERT ON span BEGIN SELECT 1; END",
        "UPDATE _sqlite_migrations SET name = 'm001_other' WHERE id = 1",
    ],
)
def test_a_project_whose_tables_another_program_changed_is_refused(whole: bytes, tmp_path: Path, sql: str) -> None:
    path = tmp_path / "changed.annotator"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        con.execute(sql)
    before = path.read_bytes()
    with pytest.raises(InvalidFile, match="other tables"):
        Store.open(path, DEVICE)
    assert path.read_bytes() == before


def test_what_is_no_regular_file_is_named(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.annotator"
    os.mkfifo(fifo)
    for path, said in ((tmp_path, "is a folder"), (fifo, "is a pipe"), (tmp_path / "gone.annotator", "no such project")):
        with pytest.raises(InvalidFile, match=said):
            opening.inspect(path)


def test_a_link_that_leads_nowhere_but_to_itself_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.annotator"
    loop.symlink_to(loop)
    with pytest.raises(InvalidFile, match="loop"):
        opening.inspect(loop)


def test_a_name_that_turns_the_line_around_is_shown_escaped(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as refused:
        opening.inspect(tmp_path / "a\u202eb.annotator")
    assert "\u202e" not in str(refused.value)


def test_a_journal_that_names_another_file_is_not_played(whole: bytes, tmp_path: Path) -> None:
    path, victim = tmp_path / "trap.annotator", tmp_path / "victim.txt"
    path.write_bytes(whole)
    victim.write_text("months of work", encoding="utf-8")
    name = str(victim).encode()
    tail = name + struct.pack(">II", len(name), sum(name)) + opening.SUPER_JOURNAL
    (tmp_path / "trap.annotator-journal").write_bytes(bytes(512) + struct.pack(">I", 0) + tail)
    with pytest.raises(InvalidFile, match="names another file"):
        Store.open(path, DEVICE)
    assert victim.read_text(encoding="utf-8") == "months of work"


def test_a_journal_that_makes_the_file_illegible_is_told_as_damage(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "played.annotator"
    path.write_bytes(whole)
    page = put(44, ">i", 9)(whole[:PAGE])
    start = struct.pack(">8s5I", bytes.fromhex("d9d505f920a163d7"), 1, 0, len(whole) // PAGE, 512, PAGE).ljust(512, b"\0")
    checksum = sum(page[place] for place in range(PAGE - 200, 0, -200))
    path.with_name("played.annotator-journal").write_bytes(start + struct.pack(">I", 1) + page + struct.pack(">I", checksum))
    with pytest.raises(InvalidFile, match=r"^played\.annotator: is damaged; open a backup"):
        Store.open(path, DEVICE)


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_lies_beside_it_and_is_no_file_is_not_touched(whole: bytes, tmp_path: Path, ending: str, kind: str) -> None:
    path, victim = tmp_path / "trap.annotator", tmp_path / "victim.txt"
    path.write_bytes(whole)
    victim.write_text("months of work", encoding="utf-8")
    beside = path.with_name(path.name + ending)
    make: dict[str, Callable[[], None]] = {
        "pipe": lambda: os.mkfifo(beside),
        "link": lambda: beside.symlink_to(victim),
        "folder": beside.mkdir,
    }
    make[kind]()
    with pytest.raises(InvalidFile, match=f"trap.annotator: has a {ending[1:]} beside it that is no file"):
        Store.open(path, DEVICE)
    assert victim.read_text(encoding="utf-8") == "months of work"
    assert path.read_bytes() == whole


def test_a_file_that_may_not_be_read_is_told(whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.annotator"
    path.write_bytes(whole)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)  # root may all
    with pytest.raises(InvalidFile, match=r"closed\.annotator: may not be read; change its permissions"):
        opening.inspect(path)


def test_links_are_followed_to_the_real_file(project: Any, tmp_path: Path) -> None:
    project.create()
    project.close()
    link = tmp_path / "link.annotator"
    link.symlink_to(project.path)
    with closing(Store.open(link, DEVICE)) as store:
        assert store.path == project.path.resolve()


def test_opening_again_in_the_same_process_leaves_the_lock_of_the_first_window(project: Any) -> None:
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
    answers: list[int] = []

    def build(_reader: object) -> Edit:
        opening.inspect(project.path)
        other = subprocess.run([sys.executable, "-c", code, project.path], capture_output=True, check=False)
        answers.append(other.returncode)
        return Edit("")

    project.create().act(build).result()
    assert answers == [1]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM local",
        "UPDATE local SET last = -5",
        "UPDATE local SET last = 9223372036854775807",
        "UPDATE local SET undoing = 1",
        "UPDATE local SET device = x''",
    ],
)
def test_a_project_that_has_lost_its_clock_or_device_is_damaged(project: Any, statement: str) -> None:
    project.create()
    project.close()
    tamper(project.path, statement)
    with pytest.raises(InvalidFile, match="has lost what it knows of itself"):
        project.open()
