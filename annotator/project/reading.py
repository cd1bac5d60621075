"""Files that an analyst wants in: found, guessed at, read; slow functions that know no window."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from annotator import exchange
from annotator.exchange import encodings
from annotator.exchange.formats import HEAD_BYTES, ReadOptions
from annotator.exchange.plain_text import MAX_DOCUMENT_BYTES
from annotator.exchange.sources import opened
from annotator.model.errors import InvalidFile
from annotator.model.records import Problem, Record
from annotator.text.shown import shown

SUFFIXES = {suffix for form in exchange.FORMATS for suffix in form.suffixes}
PREVIEW = 700
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be read: its ``encoding`` as guessed ("" for a format that has its own), or what is ``wrong``."""

    path: Path
    encoding: str = ""
    is_certain: bool = True
    preview: str = ""
    wrong: InvalidFile | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file held: its format, its records, and the problems of those that were left out."""

    path: Path
    form: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def encoding(self) -> str:
        """How a text is encoded; "" for a format that has its own encoding."""
        return str(dict(self.records[0].provenance).get("encoding", "")) if self.form == "text" and self.records else ""


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files among *paths*, and those of known formats in the folders among them, sorted; none twice.

    Raises InvalidFile for a folder that cannot be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(sorted(_inside(path)) if os.path.isdir(path) else [path])  # noqa: PTH112 - it never raises
    return tuple(found)


def candidates(paths: Iterable[Path], report: Report) -> tuple[Candidate, ...]:
    """Return what can be told of the files in *paths* before they are read whole."""
    files = files_in(paths)
    found = []
    for number, file in enumerate(files):
        report(number, len(files))
        found.append(candidate(file))
    return tuple(found)


def candidate(path: Path, encoding: str = "") -> Candidate:
    """Return what the start of *path* looks like, in *encoding* or the one guessed."""
    try:
        if exchange.recognised(path).name != "text":
            return Candidate(path, preview=_start(path, HEAD_BYTES).decode(errors="replace")[:PREVIEW])
        data = _start(path, MAX_DOCUMENT_BYTES)
        if encoding:
            return Candidate(path, encoding, preview=data.decode(encoding, errors="replace").removeprefix("\ufeff")[:PREVIEW])
        guess = encodings.detect(data, path.name)
        return Candidate(path, guess.encoding, guess.is_certain, guess.text[:PREVIEW])
    except InvalidFile as error:
        return Candidate(path, wrong=error)


def read_file(path: Path, form: str | None = None, encoding: str = "", *, skips_failed: bool = False) -> FileRead:
    """Return what the file at *path* holds, read as *form* and in *encoding*, or as they are found.

    Raises InvalidFile with a line for each thing wrong in it, unless it *skips_failed*: then those are left out.
    """
    chosen = exchange.named(form) if form else exchange.recognised(path)
    found = list(chosen.read(path, ReadOptions(encoding)))
    problems = tuple(one for one in found if isinstance(one, Problem))
    if problems and not skips_failed:
        raise InvalidFile.joined(problem.error for problem in problems)
    return FileRead(path, chosen.name, tuple(one for one in found if isinstance(one, Record)), problems)


def read(chosen: Iterable[Candidate], report: Report) -> tuple[Record, ...]:
    """Return the records of all *chosen* files; raises InvalidFile with a line for each thing wrong in the first bad one."""
    chosen = tuple(chosen)
    records: list[Record] = []
    for number, entry in enumerate(chosen):
        report(number, len(chosen))
        records.extend(read_file(entry.path, encoding=entry.encoding).records)
    return tuple(records)


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the files of known formats in *folder* and the folders in it, but none that the system hides."""
    for parent, _, names in os.walk(folder, onerror=_refuse):
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(parent, name)


def _refuse(error: OSError) -> NoReturn:
    name = shown(Path(error.filename).name)
    raise InvalidFile("{name}: cannot be read ({why}); choose another folder", name=name, why=error.strerror) from error


def _start(path: Path, most: int) -> bytes:
    with opened(path) as stream:
        return stream.read(most)
