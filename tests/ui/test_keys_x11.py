"""Real key codes on a real (virtual) X11 screen, under layouts that type no Latin letter: the marks end up in the file."""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.project.project import Project
from annotator.text import words

TOOLS = ("Xvfb", "xdotool", "setxkbmap")
DEADLINE_S, ANSWER_S, POLL_S = 60, 5, 0.05
# X11 key codes: the places of these legends on a US keyboard.
CONTROL, W, ONE, Z, Y, Q = "37", "25", "10", "52", "29", "24"
T, STOP = "28", "60"
Environment = Mapping[str, str]


def missing() -> list[str]:
    """Return what this computer lacks for a screen of its own."""
    lacking = [tool for tool in TOOLS if not shutil.which(tool)]
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        lacking.append("libxcb-cursor0")
    return lacking


def met(is_so: Callable[[], bool], seconds: float) -> bool:
    """Return whether something becomes so before a deadline."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(POLL_S)
    return True


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Return the name of a virtual X11 screen."""
    if lacking := missing():
        pytest.skip(f"not installed: {', '.join(lacking)}")
    reading, writing = os.pipe()
    # Without -noreset the screen forgets its layout as soon as setxkbmap, its only client, is done.
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
        server.terminate()


def xdotool(environment: Environment, *arguments: str) -> str:
    """Run xdotool and return what it says."""
    return subprocess.run(
        ["xdotool", *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    ).stdout.strip()


def type_keys(environment: Environment, *codes: str, held: str = "") -> None:
    """Press keys by their codes, one after another, another one *held* meanwhile."""
    hold, release = (["keydown", held], ["keyup", held]) if held else ([], [])
    xdotool(environment, *hold, *(part for code in codes for part in ("key", code)), *release)


def marks(path: Path) -> list[tuple[str, str]]:
    """Return (text, label) of each span in the project file, and check that it is the first word of its document."""
    found = []
    with closing(Project.open(path)) as project:
        for entry in project.documents().result():
            opened = project.document(entry.id).result()
            first = words.word_at(opened.document.text, 0)
            for span in opened.spans:
                assert (span.start, span.end) == first
                found.append((span.covered(opened.document.text), project.schema.label(span.label).name))
    return found


def covered(path: Path) -> list[str]:
    """Return the texts of the spans in the project file, in reading order."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
    spans = sorted((span.start, span.covered(one.document.text)) for one in opened for span in one.spans)
    return [text for _, text in spans]


@contextmanager
def window(path: Path, environment: Environment) -> Iterator[subprocess.Popen[bytes]]:
    """Open the program on a project; its window has the keys."""
    with subprocess.Popen([sys.executable, "-m", "annotator", "open", "--json", str(path)], env=environment) as program:
        try:
            search = ("search", "--onlyvisible", "--name", path.stem)
            assert met(lambda: program.poll() is not None or bool(xdotool(environment, *search)), DEADLINE_S)
            assert program.poll() is None
            xdotool(environment, *search, "windowfocus", "--sync")
            yield program
        finally:
            program.kill()


def first_word_marked(path: Path, environment: Environment) -> bool:
    """Widen the caret to a word and mark it, again if the text was not there yet."""
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        type_keys(environment, W, ONE)
        if met(lambda: bool(marks(path)), ANSWER_S):
            return True
        xdotool(environment, "key", "Escape")
    return False


@pytest.mark.x11
@pytest.mark.parametrize("layout", ["us", "ara", "il", "ir"])
def test_marking_and_undoing_by_real_keys_reaches_the_file_under_every_layout(
    display: str, layout: str, project_path: Path
) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    subprocess.run(["setxkbmap", layout], env=environment, check=True)
    told = subprocess.run(["setxkbmap", "-query"], env=environment, check=True, capture_output=True, text=True).stdout
    assert told.split()[-1] == layout
    with window(project_path, environment) as program:
        assert first_word_marked(project_path, environment)
        assert [label for _, label in marks(project_path)] == ["actor"]
        type_keys(environment, Z, held=CONTROL)
        assert met(lambda: not marks(project_path), ANSWER_S)
        type_keys(environment, Y, held=CONTROL)
        assert met(lambda: len(marks(project_path)) == 1, ANSWER_S)
        type_keys(environment, Q, held=CONTROL)
        assert program.wait(DEADLINE_S) == 0
    assert len(marks(project_path)) == 1


@pytest.mark.x11
@pytest.mark.parametrize("layout", ["us", "ara", "il", "ir"])
def test_a_proclitic_is_left_out_and_a_label_given_again_by_real_keys_under_every_layout(
    display: str, layout: str, project_path: Path
) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    subprocess.run(["setxkbmap", layout], env=environment, check=True)
    with window(project_path, environment):
        assert first_word_marked(project_path, environment)
        type_keys(environment, T)
        assert met(lambda: covered(project_path) == ["ذكرت"], ANSWER_S)
        type_keys(environment, W, STOP)
        assert met(lambda: covered(project_path) == ["وذكرت", "ذكرت"], ANSWER_S)
