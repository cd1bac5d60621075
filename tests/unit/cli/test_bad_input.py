"""Whatever is wrong with what it is given: one line, exit 1, nothing half-done, the project as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from annotator import resources
from tests.damage import tamper
from tests.packed import PACKED
from tests.verbs import Run, refused

(SEED,) = resources.seeds()
VERBS: dict[str, Callable[[Path, Path], tuple[str | Path, ...]]] = {
    "import": lambda path, _: ("import", path, SEED),
    "export": lambda path, out: ("export", path, "--out", out),
    "info": lambda path, _: ("info", path),
    "check": lambda path, _: ("check", path),
    "render": lambda path, out: ("render", path, "1", "--out", out.with_suffix(".png")),
}
BYTES = {
    "utf-16 cut": ("a.txt", b"\xff\xfe\x00"),
    "png": ("b.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    "invalid bytes": ("a.txt", b"text \xff\xfe\xfd\x80 and more"),
    "pdf": ("a.txt", b"%PDF-1.7\n"),
    "docx": ("a.txt", b"PK\x03\x04rest"),
    **{kind: ("a.tar.gz", pack(b"a text")) for kind, pack in PACKED.items()},
    "nothing": ("a.txt", b""),
    "only spaces": ("a.txt", b" \r\n\t "),
    "project": ("a.txt", b"SQLite format 3\x00" + bytes(84)),
    "unknown kind": ("a.bin", bytes(range(256))),
    "no keys": ("a.jsonl", b'{"schema":"annotator.doc/1"}\n'),
    "newer": ("a.jsonl", b'{"schema":"annotator.doc/2","id":"x"}\n'),
    "key twice": ("a.jsonl", b'{"a":1,"a":2}\n'),
    "lone surrogate": ("a.jsonl", b'{"schema":"annotator.doc/1","text":"\\ud800"}\n'),
    "surrogate bytes": ("a.jsonl", b'{"schema":"annotator.doc/1","text":"\xed\xa0\x80"}\n'),
    "nesting": ("a.jsonl", b"[" * 100_000),
    "digits": ("a.jsonl", b'{"schema":' + b"1" * 5000 + b"}\n"),
    "nan": ("a.jsonl", b'{"schema":NaN}\n'),
    "no json": ("a.jsonl", b"hello\n"),
}


@pytest.mark.parametrize("kind", BYTES)
def test_a_file_that_cannot_be_taken_changes_nothing(run: Run, marked: Path, tmp_path: Path, kind: str) -> None:
    name, content = BYTES[kind]
    (tmp_path / name).write_bytes(content)
    before = marked.read_bytes()
    refused(run("import", marked, SEED, tmp_path / name), name)
    assert marked.read_bytes() == before


@pytest.mark.parametrize("encoding", ["rot13", "hex", "base64", "bz2", "uu", "idna", "punycode", "unicode_escape", "mbcs"])
def test_what_is_no_encoding_of_text_brings_nothing_in(run: Run, marked: Path, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    before = marked.read_bytes()
    refused(run("import", marked, tmp_path / "a.txt", "--encoding", encoding), encoding)
    assert marked.read_bytes() == before


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate((1 << 30) + 1)


def _nothing(path: Path) -> None:
    """Leave *path* missing."""
    assert not path.exists()


@pytest.mark.parametrize("make", [_folder, _pipe, _loop, _huge, _nothing])
def test_what_is_no_file_to_read_is_refused(run: Run, marked: Path, tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "x.txt")
    before = marked.read_bytes()
    refused(run("import", marked, SEED, tmp_path / "x.txt"), "x.txt")
    assert marked.read_bytes() == before


def _text(path: Path) -> None:
    path.write_text("no project", encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _foreign(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("CREATE TABLE t (x)")
    con.close()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("make", [_folder, _pipe, _loop, _nothing, _text, _empty, _foreign])
def test_what_is_no_project_is_refused_by_every_verb(run: Run, tmp_path: Path, make: object, verb: str) -> None:
    assert callable(make)
    path, out = tmp_path / "x.annotator", tmp_path / "out.jsonl"
    make(path)
    before = sorted(entry.name for entry in tmp_path.iterdir())
    refused(run(*VERBS[verb](path, out)), "x.annotator")
    assert sorted(entry.name for entry in tmp_path.iterdir()) in (before, sorted([*before, "home"]))


@pytest.mark.parametrize("verb", VERBS)
def test_a_newer_project_is_refused_by_every_verb_and_not_changed(run: Run, marked: Path, tmp_path: Path, verb: str) -> None:
    content = bytearray(marked.read_bytes())
    content[60:64] = (99).to_bytes(4)
    marked.write_bytes(content)
    refused(run(*VERBS[verb](marked, tmp_path / "out.jsonl")), "newer Annotator")
    assert marked.read_bytes() == bytes(content)


@pytest.mark.parametrize("out", ["missing/out.jsonl", "folder.jsonl/", "p.annotator/out.jsonl"])
def test_an_export_to_where_nothing_can_be_written_is_refused(run: Run, marked: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "native.jsonl").mkdir()
    target = tmp_path if out == "folder.jsonl/" else tmp_path / out
    refused(run("export", marked, "--out", target), "cannot be written")
    assert not [entry for entry in tmp_path.iterdir() if entry.name.endswith(".tmp")]


def test_names_of_files_cannot_write_on_the_screen(run: Run, marked: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a\x1b[31m\u202etxt.\n.txt"
    odd.write_bytes(b"\xff\xff")
    answer = run("import", marked, odd)
    refused(answer)
    assert not set(answer.err[:-1]) & set("\x1b\u202e\n")


def test_a_text_with_an_odd_name_goes_out_and_comes_in_again(run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "a\x1b\u202e.txt"
    odd.write_text("قره باغ", encoding="utf-8")
    run("new", tmp_path / "a.annotator")
    run("import", tmp_path / "a.annotator", odd)
    run("export", tmp_path / "a.annotator", "--all", "--out", tmp_path / "a.jsonl")
    run("new", tmp_path / "b.annotator")
    assert run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl").code == 0


@pytest.mark.parametrize("verb", ["export", "render"])
def test_spans_that_something_else_changed_do_not_go_out(run: Run, marked: Path, tmp_path: Path, verb: str) -> None:
    tamper(marked, "UPDATE span SET label = (SELECT id FROM label WHERE id != span.label LIMIT 1)")
    before = sorted(tmp_path.iterdir())
    refused(run(*VERBS[verb](marked, tmp_path / "out.jsonl")), "changed by something else than Annotator; run annotator check")
    assert set(tmp_path.iterdir()) - set(before) <= {tmp_path / "home"}


@pytest.mark.parametrize("verb", ["export", "render"])
def test_no_file_that_goes_out_takes_the_place_of_a_project_or_a_device(
    run: Run, marked: Path, tmp_path: Path, verb: str
) -> None:
    other, linked, pipe = tmp_path / "other.png", tmp_path / "linked.png", tmp_path / "pipe.png"
    run("new", other)
    linked.symlink_to(marked)
    os.mkfifo(pipe)
    before = marked.read_bytes(), other.read_bytes()
    words = ("export", marked, "--out") if verb == "export" else ("render", marked, "1", "--out")
    for target in (linked, other, *((marked,) if verb == "export" else ())):
        refused(run(*words, target), "it is a project or database")
    refused(run(*words, pipe), "no regular file")
    assert (marked.read_bytes(), other.read_bytes()) == before
    assert pipe.is_fifo()


def test_a_name_that_is_no_utf_8_is_json_all_the_same(run: Run, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.annotator")
    assert run("new", path, "--json").json["project"] == str(path)
    assert run("info", path, "--json").json["project"] == path.name
    assert "\\udcff" in run("info", path).out


def test_folders_that_cannot_be_made_are_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "file" / "home"))
    for words in (("new", tmp_path / "a.annotator"), ("sample",)):
        refused(run(*words), "cannot be made")


def test_an_answer_that_finds_a_full_disk_is_one_line_and_exit_1(marked: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    questions: tuple[list[str | Path], ...] = (["info", marked], ["info", marked, "--json"], ["new", tmp_path / "a.annotator"])
    for words in questions:
        with Path("/dev/full").open("wb") as full:
            command: list[str | Path] = [sys.executable, "-m", "annotator", *words]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert b"the answer cannot be written" in done.stderr


AS_NOBODY = """
import os, sys
import annotator.verbs  # what is imported later, nobody might not be allowed to read
from annotator.__main__ import main
if os.geteuid() == 0:  # root may read everything, so the program goes on as somebody else
    os.setegid(65534)
    os.seteuid(65534)
main(sys.argv[1:])
"""


@pytest.fixture
def public() -> Iterator[Path]:
    """Make a folder that everybody may use, with a project in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o777)
        yield path


def test_what_may_not_be_read_is_one_line_and_exit_1(public: Path, marked: Path) -> None:
    project, text, closed = public / "p.annotator", public / "a.txt", public / "closed"
    shutil.copy(marked, project)
    text.write_text("قره باغ", encoding="utf-8")
    (closed / "sub").mkdir(parents=True)
    shutil.copy(text, closed / "sub")
    for path in (project, text):
        path.chmod(0o666)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}

    def nobody(home: Path, *words: object) -> str:
        command = [sys.executable, "-c", AS_NOBODY, *map(str, words)]
        ran = subprocess.run(
            command, capture_output=True, text=True, env={**environment, "ANNOTATOR_HOME": str(home)}, check=False
        )
        assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (1, "", 1), ran.stderr
        return ran.stderr

    (closed / "sub").chmod(0o000)
    assert "sub: cannot be read" in nobody(public / "home", "import", project, closed)
    closed.chmod(0o000)
    assert "a.txt" in nobody(public / "home", "import", project, closed / "a.txt")
    assert "cannot be written" in nobody(public / "home", "export", project, "--all", "--out", closed / "x.jsonl")
    assert "cannot be made" in nobody(closed / "home", "export", project, "--all", "--out", public / "x.jsonl")
    text.chmod(0o000)
    assert "a.txt: may not be read" in nobody(public / "home", "import", project, text)
    project.chmod(0o000)
    for words in (("info", project), ("check", project), ("export", project, "--out", public / "x.jsonl")):
        assert "p.annotator: may not be read" in nobody(public / "home", *words)
    closed.chmod(0o700)
    (closed / "sub").chmod(0o700)
