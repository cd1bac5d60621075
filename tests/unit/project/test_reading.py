"""Files on their way in: found, guessed at, read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from annotator.model.errors import InvalidFile
from annotator.project.reading import candidate, candidates, files_in, read, read_file

ARABIC = "أعلنت وزارة الخارجية أن وقف إطلاق النار بدأ صباح اليوم في قره باغ، وقال المتحدث إن القتلى كثيرون.\n" * 8
LINE = (
    b'{"schema":"annotator.doc/1","id":"x","text":"abc","unit":"codepoint","layer":{"kind":"gold"},'
    b'"status":"partial","spans":[],"relations":[]}\n'
)


class Stopped(Exception):
    """Somebody cancelled."""


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of files of all kinds."""
    found = tmp_path / "texts"
    (found / "deep.txt").mkdir(parents=True)
    (found / "a.txt").write_text(ARABIC, encoding="utf-8")
    (found / "b.TXT").write_bytes(ARABIC.encode("windows-1256"))
    (found / "c.txt").write_bytes(b"%PDF-1.7 nothing")
    (found / "deep.txt" / "d.jsonl").write_bytes(LINE)
    (found / ".hidden.txt").write_bytes(b"x")
    (found / "picture.png").write_bytes(b"\x89PNG")
    return found


def test_a_folder_gives_its_files_of_known_formats_sorted_and_none_twice(folder: Path) -> None:
    names = [path.name for path in files_in([folder, folder / "a.txt", folder / "picture.png"])]
    assert names == ["a.txt", "b.TXT", "c.txt", "d.jsonl", "picture.png"]


def test_what_can_be_told_before_a_file_is_read(folder: Path) -> None:
    reports: list[tuple[int, int]] = []
    a, b, c, d = candidates([folder], lambda done, total: reports.append((done, total)))
    assert (a.encoding, a.is_certain, b.encoding, b.is_certain) == ("utf-8", True, "windows-1256", False)
    assert b.preview == ARABIC[: len(b.preview)]
    assert "PDF" in str(c.wrong)
    assert (d.encoding, d.preview[:10]) == ("", '{"schema":')
    assert reports == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_another_encoding_shows_another_text(folder: Path) -> None:
    seen = candidate(folder / "b.TXT", "iso-8859-6")
    assert (seen.encoding, seen.wrong) == ("iso-8859-6", None)
    assert seen.preview != ARABIC[: len(seen.preview)]


def test_what_was_accepted_is_read_as_it_was_shown(folder: Path) -> None:
    chosen = [one for one in candidates([folder], ignore) if not one.wrong]
    assert [record.document.text for record in read(chosen, ignore)] == [ARABIC, ARABIC, "abc"]


def test_the_first_bad_file_stops_all_with_a_line_for_each_problem(folder: Path) -> None:
    (folder / "bad.jsonl").write_bytes(LINE + b"{}\n[]\n")
    with pytest.raises(InvalidFile) as refused:
        read_file(folder / "bad.jsonl")
    assert [line.partition(": ")[0] for line in str(refused.value).splitlines()] == ["bad.jsonl:2", "bad.jsonl:3"]
    found = read_file(folder / "bad.jsonl", skips_failed=True)
    assert (len(found.records), len(found.problems), found.form, found.encoding) == (1, 2, "native", "")


def test_a_form_that_is_named_is_used(folder: Path) -> None:
    assert read_file(folder / "deep.txt" / "d.jsonl", "text").records[0].document.text == LINE.decode()


def test_who_reports_may_stop_it(folder: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        candidates([folder], stop)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Go on as somebody who may not read everything, as root may."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_folder_inside_that_may_not_be_read_is_named() -> None:
    with TemporaryDirectory() as folder:
        outer, closed = Path(folder), Path(folder) / "closed"
        outer.chmod(0o755)
        (outer / "a.txt").write_text("good", encoding="utf-8")
        closed.mkdir(mode=0o000)
        with as_nobody(), pytest.raises(InvalidFile, match=r"closed: cannot be read \(Permission denied\)"):
            files_in([outer])
        closed.chmod(0o700)
