"""ICU's Bidirectional Algorithm to compare the page with: written by others, found on the system or beside Qt."""

import ctypes
from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import PySide6

RTL_LEVEL = 1
SIGNATURES: dict[str, tuple[type[Any], ...]] = {
    "ubidi_setPara": (
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_int32,
        ctypes.c_uint8,
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_int),
    ),
    "ubidi_setLine": (
        ctypes.c_void_p,
        ctypes.c_int32,
        ctypes.c_int32,
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_int),
    ),
    "ubidi_getLogicalMap": (ctypes.c_void_p, ctypes.POINTER(ctypes.c_int32), ctypes.POINTER(ctypes.c_int)),
    "ubidi_getLevels": (ctypes.c_void_p, ctypes.POINTER(ctypes.c_int)),
}


class IcuError(Exception):
    """What ICU says went wrong."""


class Bidi:
    """The levels and places of the UTF-16 units of one paragraph, line by line."""

    def __init__(self, library: ctypes.CDLL, version: str) -> None:
        """Ask *library*, whose functions bear the *version* behind their names."""
        self._library, self._version = library, version
        self._open = getattr(library, f"ubidi_open{version}")
        self._open.restype = ctypes.c_void_p
        self._paragraph, self._line = self._open(), self._open()
        self._text = b""
        self._functions = {name: self._function(name) for name in SIGNATURES}

    def read(self, text: str, *, is_rtl: bool) -> None:
        """Take *text* as the paragraph asked about from now on."""
        self._text = text.encode("utf-16-le")
        self._ask("ubidi_setPara", self._paragraph, self._text, len(self._text) // 2, RTL_LEVEL * is_rtl, None)

    def line(self, start: int, end: int) -> tuple[list[int], list[bool]]:
        """Return, for the units *start* to *end* as one line, the place of each from left to right and whether it is RTL."""
        if start == end:
            return [], []
        self._ask("ubidi_setLine", self._paragraph, start, end, self._line)
        places = (ctypes.c_int32 * (end - start))()
        self._ask("ubidi_getLogicalMap", self._line, places)
        levels = self._ask("ubidi_getLevels", self._line)
        return list(places), [bool(level % 2) for level in levels[: end - start]]

    def _function(self, name: str) -> Callable[..., Any]:
        function = self._library[f"{name}{self._version}"]
        function.argtypes = SIGNATURES[name]
        function.restype = ctypes.POINTER(ctypes.c_uint8) if name == "ubidi_getLevels" else None
        return function

    def _ask(self, name: str, *arguments: object) -> Any:
        error = ctypes.c_int(0)
        answer = self._functions[name](*arguments, ctypes.byref(error))
        if error.value > 0:
            raise IcuError(name, error.value)
        return answer


def load() -> Bidi | None:
    """Return ICU, or None where it is missing."""
    for name in _names():
        version = "_" + name.rpartition(".so.")[2].partition(".")[0]
        try:
            return Bidi(ctypes.CDLL(name), version)
        except (OSError, AttributeError):
            continue
    return None


def _names() -> list[str]:
    beside_qt = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicuuc.so.*"))
    return [name for name in (find_library("icuuc"), *map(str, beside_qt)) if name]
