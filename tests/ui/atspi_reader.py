"""Reads the program as a screen reader does, over AT-SPI, and prints what it heard; run by a Python that has dbus and GLib.

Usage: atspi_reader.py PYTHON PROJECT, within a session bus and on an X11 screen of its own.
"""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

DEADLINE_S, STEP_S = 40, 0.02
CHANGES = 100
ACCESSIBLE, TEXT, EVENTS = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text", "org.a11y.atspi.Event.Object"
REGISTRY, PROPERTIES = "org.a11y.atspi.Registry", "org.freedesktop.DBus.Properties"
WORD = 1
dbus: Any = importlib.import_module("dbus")
importlib.import_module("dbus.mainloop.glib").DBusGMainLoop(set_as_default=True)
context: Any = importlib.import_module("gi.repository.GLib").MainContext.default()


class Reader:
    """A client of the accessibility bus; ``heard`` are (event, text, position)."""

    def __init__(self) -> None:
        """Listen to carets and announcements."""
        door = dbus.SessionBus().get_object("org.a11y.Bus", "/org/a11y/bus")
        self._bus = dbus.bus.BusConnection(door.GetAddress(dbus_interface="org.a11y.Bus"))
        self.heard: list[tuple[str, str, int]] = []
        self._bus.add_signal_receiver(self._hear, dbus_interface=EVENTS, member_keyword="member")
        registry = self._bus.get_object(REGISTRY, "/org/a11y/atspi/registry")
        for event in ("object:text-caret-moved", "object:announcement"):
            registry.RegisterEvent(event, dbus.Array([], signature="s"), "", dbus_interface=REGISTRY)

    def _hear(self, _detail: str, first: int, _second: int, value: object, *_: object, member: str) -> None:
        self.heard.append((member, str(value), int(first)))

    def children(self, of: Any) -> list[Any]:
        found = of.GetChildren(dbus_interface=ACCESSIBLE)
        return [self._bus.get_object(name, path, introspect=False) for name, path in found]

    def paragraphs(self) -> list[Any]:
        """Return the paragraphs of the one document there is."""
        top = self._bus.get_object(REGISTRY, "/org/a11y/atspi/accessible/root", introspect=False)
        document = next((one for one in self._below(top) if role(one) == "document"), None)
        return [one for one in self.children(document) if role(one) == "paragraph"] if document else []

    def _below(self, top: Any) -> Iterator[Any]:
        for child in self.children(top):
            yield child
            yield from self._below(child)


def role(of: Any) -> str:
    return str(of.GetRoleName(dbus_interface=ACCESSIBLE))


def name(of: Any) -> str:
    return str(of.Get(ACCESSIBLE, "Name", dbus_interface=PROPERTIES))


def caret(of: Any) -> int:
    return int(of.Get(TEXT, "CaretOffset", dbus_interface=PROPERTIES))


def text(of: Any) -> str:
    return str(of.GetText(0, -1, dbus_interface=TEXT))


def text_or_nothing(of: Any) -> str:
    """Return the text of a paragraph; of one that has gone meanwhile, nothing."""
    try:
        return text(of)
    except dbus.DBusException:
        return ""


def word_at(of: Any, offset: int) -> list[object]:
    found, start, end = of.GetTextAtOffset(offset, dbus.UInt32(WORD), dbus_interface=TEXT)
    return [str(found), int(start), int(end)]


def wait(is_so: Callable[[], object]) -> None:
    """Handle what arrives until something is so; raises TimeoutError."""
    end = time.monotonic() + DEADLINE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        context.iteration(False)  # noqa: FBT003 - GLib's signature
        time.sleep(STEP_S)


def press(*keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], check=True)


def read(reader: Reader) -> dict[str, object]:
    """Return what is read of the paragraphs, their spans and words."""
    found = reader.paragraphs()
    return {
        "names": [name(one) for one in found],
        "texts": [text(one) for one in found],
        "carets": [caret(one) for one in found],
        "word": word_at(found[0], 10),
        "spans": [name(one) for one in reader.children(found[0])],
    }


def main(python: str, project: Path) -> None:
    """Open *project*, have it read, and print what was heard."""
    reader = Reader()
    with subprocess.Popen([python, "-m", "annotator", "open", "--json", str(project)], stdout=subprocess.DEVNULL) as program:
        try:
            told = session(reader, project)
            told["exit"] = program.wait(DEADLINE_S)
        finally:
            program.kill()
    sys.stdout.write(f"{json.dumps(told)}\n")


def session(reader: Reader, project: Path) -> dict[str, object]:
    """Mark a word, go from one document to another and back many times, and close the window; return what was read."""
    wait(reader.paragraphs)
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", project.stem, "windowfocus", "--sync"], check=True)
    before = read(reader)
    press("Down")
    wait(lambda: any(event == "TextCaretMoved" for event, _, _ in reader.heard))
    press("w")
    wait(lambda: any(said.startswith("selected") for _, said, _ in reader.heard))
    press("1")
    wait(lambda: any(said.startswith("Marked") for _, said, _ in reader.heard))
    after = read(reader)
    old, seen = reader.paragraphs()[0], set[str]()
    for number in range(CHANGES):
        press("ctrl+Prior" if number % 2 else "ctrl+Next")
        seen |= {text_or_nothing(one) for one in reader.paragraphs()[:1]}
    left = text_or_nothing(old)
    press("ctrl+q")
    return {"before": before, "after": after, "heard": reader.heard, "seen": [*seen - {""}], "left": left}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
