"""From an article to a training file and back, through the command line and Project, on real files."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator import resources
from annotator.model.errors import InvalidSpan
from annotator.project.project import Project
from tests.demo import places

(SEED,) = resources.seeds()


def annotator(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "annotator", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """Make a project with the seed article, its first paragraphs marked."""
    path = tmp_path / "p.annotator"
    assert annotator("new", path).returncode == 0
    assert annotator("import", path, SEED).returncode == 0
    with closing(Project.open(path)) as project:
        (source,) = project.documents().result()
        document = project.document(source.id).result().document
        for start, end, label in places(document.text):
            project.mark(document, start, end, project.schema.named(label)).result()
    return path


def exported(project: Path, out: Path) -> bytes:
    result = annotator("export", project, "--out", out)
    assert result.returncode == 0, result.stderr
    return out.read_bytes()


def test_every_exported_span_is_its_slice_of_the_text(marked: Path, tmp_path: Path) -> None:
    (line,) = map(json.loads, exported(marked, tmp_path / "a.jsonl").decode().splitlines())
    assert len(line["spans"]) == len(places(line["text"]))
    assert all(line["text"][span["start"] : span["end"]] == span["text"] for span in line["spans"])


def test_export_into_a_new_project_and_out_again_is_byte_identical(marked: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "a.jsonl", tmp_path / "b.annotator"
    exported(marked, first)
    assert annotator("new", again).returncode == 0
    assert annotator("import", again, first).returncode == 0
    assert exported(again, tmp_path / "b.jsonl") == first.read_bytes()


def test_importing_the_same_file_twice_adds_nothing(marked: Path, tmp_path: Path) -> None:
    before = exported(marked, tmp_path / "a.jsonl")
    assert annotator("import", marked, tmp_path / "a.jsonl").returncode == 0
    assert exported(marked, tmp_path / "b.jsonl") == before


def test_undo_takes_back_marks_after_a_restart_and_redo_returns_them(marked: Path) -> None:
    with closing(Project.open(marked)) as project:
        (source,) = project.documents().result()
        marks = project.document(source.id).result().spans
        for _ in marks:
            assert project.undo().result() is not None
        assert project.document(source.id).result().spans == ()
    with closing(Project.open(marked)) as project:
        for _ in marks:
            assert project.redo().result() is not None
        assert project.document(source.id).result().spans == marks


def test_relabel_and_erase_are_seen_and_a_second_equal_mark_is_refused(marked: Path) -> None:
    with closing(Project.open(marked)) as project:
        (source,) = project.documents().result()
        opened = project.document(source.id).result()
        span = opened.spans[0]
        label = project.schema.label(span.label)
        with pytest.raises(InvalidSpan, match="marked so already"):
            project.mark(opened.document, span.start, span.end, label).result()
        project.relabel(span, project.schema.named("casualty")).result()
        project.erase(opened.document.id, [opened.spans[1].id]).result()
        now = project.document(source.id).result().spans
        assert now[0].label == project.schema.named("casualty").id
        assert len(now) == len(opened.spans) - 1


def test_a_mark_survives_emoji_before_it(tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text("😀👩‍👩‍👧 قال Reuters إن 𝒜 أذربيجان", encoding="utf-8")
    path = tmp_path / "p.annotator"
    assert annotator("new", path).returncode == 0
    assert annotator("import", path, tmp_path / "e.txt").returncode == 0
    with closing(Project.open(path)) as project:
        (source,) = project.documents().result()
        document = project.document(source.id).result().document
        start = document.text.index("أذربيجان")
        project.mark(document, start, start + 8, project.schema.named("actor")).result()
        (span,) = project.document(source.id).result().spans
        assert span.is_true_to(document.text)
    (line,) = map(json.loads, exported(path, tmp_path / "a.jsonl").decode().splitlines())
    assert line["text"][start : start + 8] == line["spans"][0]["text"] == "أذربيجان"


def test_export_leaves_qt_unimported(marked: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from annotator.verbs import annotator; "
        f"annotator(['export', {str(marked)!r}, '--out', {str(tmp_path / 'a.jsonl')!r}], standalone_mode=False); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
