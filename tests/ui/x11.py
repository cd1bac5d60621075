"""A virtual X11 screen, and the program on it driven by real keys."""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "xdotool", "setxkbmap")
DEADLINE_S, ANSWER_S, POLL_S = 60, 5, 0.05
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


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Give the name of a virtual X11 screen; where there can be none, the test is skipped."""
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


def keyboard(display: str, layout: str) -> Environment:
    """Give the keyboard of a screen a *layout*, and return the environment of a program on it."""
    environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run(["setxkbmap", layout], env=environment, check=True)
    told = subprocess.run(["setxkbmap", "-query"], env=environment, check=True, capture_output=True, text=True).stdout
    assert told.split()[-1] == layout
    return environment


def xdotool(environment: Environment, *arguments: str) -> str:
    """Run xdotool and return what it says."""
    return subprocess.run(
        ["xdotool", *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    ).stdout.strip()


def type_keys(environment: Environment, *codes: str, held: str = "") -> None:
    """Press keys by their codes, one after another, another one *held* meanwhile."""
    hold, release = (["keydown", held], ["keyup", held]) if held else ([], [])
    xdotool(environment, *hold, *(part for code in codes for part in ("key", code)), *release)


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
