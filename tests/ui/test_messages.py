"""What was refused is told in the language of the interface, whole, with names as they are."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import regex
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import exchange
from annotator.exchange.formats import ReadOptions
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.model.records import Problem
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.messages import said
from annotator.ui.translations import Language
from tests.ui.acts import mark, press

NAME = "note.x"
LATIN = regex.compile(r"[A-Za-z]{2,}")
# What stays as it is in every language: the name of the file, of formats, programs and keys.
AS_THEY_ARE = {"note", "JSON", "JSONL", "UTF", "ISO", "iso", "utf", "windows", "le", "be", "Annotator", "annotator"}
AS_THEY_ARE |= {"txt", "jsonl", "skip", "failed", "color", "schema", "doc", "SQLite", "id", "x", "PDF", "ZIP", "Office"}


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[Language]:
    """Speak Arabic for the test."""
    language = Language(qapp)
    language.use("ar")
    yield language
    language.use("en")


def file_of(folder: Path, data: bytes, name: str = NAME) -> Path:
    """Return a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def is_in_arabic(text: str) -> bool:
    """Whether no word of the English message is left."""
    return bool(regex.search(r"\p{Arabic}{3,}", text)) and not {*LATIN.findall(text)} - AS_THEY_ARE


def damaged(folder: Path) -> Path:
    """Return a project cut off in the middle."""
    path = folder / NAME
    Project.create(path).close()
    path.write_bytes(path.read_bytes()[:9000])
    return path


OPENING: dict[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / NAME,
    "text": lambda folder: file_of(folder, "نص".encode()),
    "archive": lambda folder: file_of(folder, b"PK\x03\x04"),
    "empty": lambda folder: file_of(folder, b""),
    "other bytes": lambda folder: file_of(folder, b"\xff\xfe\xfd" * 50),
    "cut off": damaged,
    "folder": lambda folder: (folder / NAME).mkdir() or folder / NAME,  # type: ignore[func-returns-value]
}
READING = {
    "no text": b" \n",
    "bytes of no known encoding": b"\x81\x8d\x8f\xc7" * 20,
    "archive": b"PK\x03\x04",
}
LINES = {
    "not JSON": b"{",
    "not an object": b"[]",
    "a key twice": b'{"a":1,"a":2}',
    "other schema": b'{"schema":"x"}',
    "keys missing": b'{"schema":"annotator.doc/1"}',
    "unknown key": b'{"schema":"annotator.doc/1","color":1}',
    "wrong value": b'{"schema":"annotator.doc/1","id":5}',
}


@pytest.mark.usefixtures("arabic")
class TestInArabic:
    """What the window tells in Arabic."""

    @pytest.mark.parametrize("made", OPENING.values(), ids=OPENING.keys())
    def test_a_file_that_is_no_project_is_refused(self, tmp_path: Path, made: Callable[[Path], Path]) -> None:
        with pytest.raises(InvalidFile) as refused:
            Project.open(made(tmp_path))
        assert is_in_arabic(said(refused.value)), said(refused.value)
        assert f"\u2068{NAME}\u2069" in said(refused.value)

    @pytest.mark.parametrize("data", READING.values(), ids=READING.keys())
    def test_a_file_that_is_no_text_is_refused(self, tmp_path: Path, data: bytes) -> None:
        path = file_of(tmp_path, data, "note.txt")
        with pytest.raises(InvalidFile) as refused:
            list(exchange.named("text").read(path, ReadOptions()))
        assert is_in_arabic(said(refused.value)), said(refused.value)

    @pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
    def test_a_line_that_does_not_fit_is_told(self, tmp_path: Path, line: bytes) -> None:
        (problem,) = exchange.named("native").read(file_of(tmp_path, line, "note.jsonl"), ReadOptions())
        assert isinstance(problem, Problem)
        told = regex.sub("Expecting property name enclosed in double quotes", "", said(problem.error))
        assert is_in_arabic(told), told

    @pytest.mark.parametrize("edges", [(3, 3), (0, 99), (1, 2)])
    def test_a_span_that_cannot_be_is_refused(self, edges: tuple[int, int]) -> None:
        with pytest.raises(AnnotatorError) as refused:
            Span.over(Document.of("e\u0301 x"), *edges, label=b"", layer=b"")
        assert is_in_arabic(said(refused.value)), said(refused.value)

    def test_several_messages_stand_on_lines_of_their_own(self) -> None:
        first, second = AnnotatorError("is a folder"), AnnotatorError("{name}: is larger than 1 GB; split it", name=NAME)
        assert str(InvalidFile.joined([first, second])) == f"is a folder\n{NAME}: is larger than 1 GB; split it"
        assert said(InvalidFile.joined([first, second])) == f"مجلد\n\u2068{NAME}\u2069: أكبر من 1 غيغابايت؛ قسّمه"


def test_the_window_tells_what_it_refuses_and_says_it_again_in_another_language(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    press(desk, Qt.Key.Key_F10)
    desk.filing.open(file_of(tmp_path, b"text"))
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert is_in_arabic(desk.panels.notice.text.text())
    press(desk, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: "is a text, not a project" in desk.panels.notice.text.text())


def test_the_same_mark_twice_is_refused_in_arabic(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Qt.Key.Key_F10)
    mark(qtbot, desk, 0, 6)
    desk.panels.page.select(0, 6)
    press(desk, Qt.Key.Key_1)
    qtbot.waitUntil(desk.panels.notice.isVisible)
    assert is_in_arabic(desk.panels.notice.text.text())
