"""What a screen reader gets over the real bus of Linux: paragraphs, their text, the caret, announcements, and no crash."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.project.project import Project
from annotator.text import words

READER = Path(__file__).with_name("atspi_reader.py")
LAUNCHERS = [Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher")]
# One that has python3-dbus and python3-gi, which no package of ours brings.
PYTHON = "/usr/bin/python3"
LONGEST_S, POLITE = 150, 1


def missing() -> list[str]:
    """Return what this computer lacks to read the program as a screen reader does."""
    lacking = [] if shutil.which("dbus-run-session") else ["dbus-run-session"]
    lacking += [] if any(path.exists() for path in LAUNCHERS) else ["at-spi2-core"]
    can_read = Path(PYTHON).exists() and subprocess.run([PYTHON, "-c", "import dbus, gi"], check=False, capture_output=True)
    return lacking if can_read and can_read.returncode == 0 else [*lacking, "python3-dbus", "python3-gi"]


def first_paragraphs(path: Path) -> set[str]:
    """Return the first paragraph of each document of a project."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
        return {one.document.text.split("\n")[0] for one in opened}


@pytest.mark.x11
def test_a_reader_on_the_real_bus_hears_the_page_and_outlives_a_hundred_documents(
    display: str, project_path: Path, tmp_path: Path
) -> None:
    if lacking := missing():
        pytest.skip(f"not installed: {', '.join(lacking)}")
    running = tmp_path / "run"
    running.mkdir(mode=0o700)
    added = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(running),
    }
    environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"} | added
    command = ["dbus-run-session", "--", PYTHON, str(READER), sys.executable, str(project_path)]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout.splitlines()[-1])
    before, after = told["before"], told["after"]
    first = before["texts"][0]
    assert before["names"] == [f"Paragraph {number + 1}" for number in range(len(before["texts"]))]
    assert before["carets"][1:] == [-1] * (len(before["texts"]) - 1)
    assert (before["carets"][0], before["spans"]) == (0, [])
    start, end = words.word_at(first, 10)
    assert before["word"] == [first[start:end], start, end]
    assert len(after["spans"]) == 1
    assert after["spans"][0].startswith("Actor: ")
    assert "TextCaretMoved" in {event for event, _, _ in told["heard"]}
    said = [text for event, text, politeness in told["heard"] if event == "Announcement" and politeness == POLITE]
    assert [text.split(":")[0] for text in said[:2]] == ["selected", "Marked Actor"]
    assert {first, *told["seen"]} == first_paragraphs(project_path)
    assert told["left"] in {"", first}
    assert told["exit"] == 0
