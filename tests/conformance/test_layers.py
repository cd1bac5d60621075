"""The house is as its plan says: rooms stacked, Qt in one, SQL in one, and no toolkit that aborts."""

import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("model", "text", "storage", "project", "exchange", "cli")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contract of pyproject.toml over the checkout in *folder*."""
    command = Path(sys.executable).with_name("lint-imports")
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run([command, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Make a copy of the package with its contract, to break."""
    shutil.copytree(ROOT / "annotator", tmp_path / "annotator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contract_is_kept(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("text/paragraphs.py", "import PySide6.QtCore"),
        ("model/spans.py", "import sqlite3"),
        ("text/words.py", "import annotator.model.spans"),
        ("exchange/native.py", "import annotator.storage.store"),
        ("cli/__init__.py", "import annotator.ui.desk"),
        ("utils.py", "import annotator"),
    ],
)
def test_a_breach_of_the_contract_is_noticed(copy: Path, module: str, line: str) -> None:
    with (copy / "annotator" / module).open("a") as planted:
        planted.write(f"\n{line}\n")
    assert lint_imports(copy).returncode != 0


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_outside_ui_names_qt(room: str) -> None:
    for module in (ROOT / "annotator" / room).rglob("*.py"):
        assert not re.search(r"^\s*(from|import) PySide6", module.read_text(), re.MULTILINE), module


def test_the_top_of_the_house_holds_only_what_the_plan_names() -> None:
    planned = {"pyproject.toml", "README.md", "LICENSE", "Makefile", "seeds", "annotator", "resources", "tests"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    tops = {name.split("/")[0] for name in tracked if name}
    assert {top for top in tops if not top.startswith(".")} == planned


def test_the_seed_article_is_as_it_came() -> None:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    text = seed.read_bytes().decode()
    assert len(text) == 5392
    assert len(text.split("\n")) == 31


def test_the_toolkit_is_not_the_release_that_aborts_on_this_python() -> None:
    assert sys.version_info >= (3, 12) or version("PySide6-Essentials") != "6.12.0"
