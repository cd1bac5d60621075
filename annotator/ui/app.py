"""The door to the window: what Qt needs is looked for before Qt is touched."""

import gc
import os
import sys
from pathlib import Path

from annotator.model.errors import AnnotatorError

LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libEGL.so.1": "libegl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on the project at *path*, on the sample, or on the first screen; return the exit code.

    Raises AnnotatorError when there is no screen, or a library that the window needs is missing.
    """
    prepare()
    from annotator.ui.starting import run as start  # noqa: PLC0415 - imports Qt

    return start(path, sample=sample)


def prepare() -> None:
    """Look whether a window can be opened, and collect no garbage before `Garbage` does: there is none while it is made.

    Raises AnnotatorError when there is no screen, or a library that the window needs is missing.
    """
    check_screen()
    gc.disable()


def check_screen() -> None:
    """Raise AnnotatorError where Qt would abort: without a screen, or on X11 without its libraries, naming the packages."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform != "linux" or (chosen and not chosen.startswith("xcb")) or "WAYLAND_DISPLAY" in os.environ:
        return
    if not os.environ.get("DISPLAY"):
        raise AnnotatorError("there is no screen to open a window on: use the verbs of the command line, see annotator --help")
    missing = [package for library, package in LIBRARIES.items() if not _is_there(library)]
    if missing:
        message = f"the window needs {', '.join(missing)}: sudo apt-get install {' '.join(missing)}"
        raise AnnotatorError(message)


def _is_there(library: str) -> bool:
    import ctypes  # noqa: PLC0415 - only X11 asks

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
