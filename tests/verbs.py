"""The verbs of the command line, run in this process, for all tests of them."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from annotator.__main__ import main
from annotator.project.project import Project
from annotator.project.samples import sample
from tests.demo import places


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb answered: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(qapp: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a verb as the command line does, with the user's folders in a folder of the test.

    `render` draws in this process, so it must be under the application that all tests share.
    """
    assert qapp
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))

    def call(*words: object) -> Answer:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        out, err = capsys.readouterr()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Answer(code or 0, out, err)

    return call


@pytest.fixture
def marked(run: Run, tmp_path: Path) -> Path:
    """Make a project with the seed article, its first paragraphs marked."""
    assert callable(run)
    path = tmp_path / "p.annotator"
    with closing(sample(path)) as project:
        (entry,) = project.documents().result()
        document = project.document(entry.id).result().document
        for start, end, label in places(document.text):
            project.mark(document, start, end, project.schema.named(label)).result()
    return path


def refused(answer: Answer, *words: str) -> None:
    """Check that a verb refused with 1, in one line on stderr that says *words*, and said nothing on stdout."""
    assert (answer.code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1, answer.err
    assert all(word in answer.err for word in words), answer.err


def opened(path: Path) -> "closing[Project]":
    """Open a project for a `with`."""
    return closing(Project.open(path))
