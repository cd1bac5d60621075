"""What every file format offers: how to recognise, read and write it, as a record of functions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.model.records import Problem, Record

HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the analyst said about a file; "" leaves it to the reader. ``encoding`` is a Python codec name."""

    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of writing a format: its name on the command line, the file it makes, and its writer of bytes."""

    name: str
    file: str
    write: Callable[[Iterable[Record]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: ``recognise`` gives the certainty 0…1 from the name and the first 64 KiB, ``read`` what the file holds.

    ``read`` raises InvalidFile when the file itself cannot be read.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[str, bytes], float]
    read: Callable[[Path, ReadOptions], Iterator[Record | Problem]]
    presets: tuple[Preset, ...] = ()
