"""What the README says is what happens."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from annotator import resources
from annotator.verbs import annotator
from tests.verbs import Run

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


def test_the_example_without_a_window_prints_what_it_says(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(resources.seeds()[0], tmp_path / "article.txt")
    (block,) = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    steps = re.findall(r"\$ annotator (.*)\n((?:[^$].*\n)*)", block)
    assert len(steps) > 5
    for words, said in steps:
        assert run(*shlex.split(words)).out == said


def test_every_verb_and_every_make_target_it_names_is_there() -> None:
    makefile = (Path(__file__).parents[3] / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)`", README)) <= targets
    assert set(re.findall(r"(?<![.\w])annotator ([a-z]+)[ `]", README.replace("annotator VERB", ""))) <= set(annotator.commands)


def test_every_file_it_names_is_there() -> None:
    root = Path(__file__).parents[3]
    named = re.findall(r"[`(]((?:resources|seeds|annotator)/[\w./-]*)[`)]", README)
    assert named
    assert [name for name in named if not (root / name).exists()] == []
