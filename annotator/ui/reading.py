"""Files that an analyst wants in: found, guessed at, read, written out again; slow functions that know no window."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator import exchange
from annotator.exchange import encodings
from annotator.exchange.formats import HEAD_BYTES, ReadOptions
from annotator.exchange.plain_text import MAX_DOCUMENT_BYTES
from annotator.exchange.sources import opened
from annotator.model.errors import InvalidFile, NotSaved
from annotator.model.records import Problem, Record
from annotator.project.project import Project

SUFFIXES = {".txt", ".jsonl"}
PREVIEW = 700
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be read: its ``encoding`` as guessed ("" for a format that has its own), or what is ``wrong`` with it."""

    path: Path
    encoding: str = ""
    is_certain: bool = True
    preview: str = ""
    wrong: str = ""


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files among *paths*, and the texts in the folders among them, sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        found |= dict.fromkeys(inside)
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
        return Candidate(path, wrong=str(error))


def read(chosen: Iterable[Candidate], report: Report) -> tuple[Record, ...]:
    """Return the records of all *chosen* files; raises InvalidFile with a line for each thing wrong in the first bad one."""
    chosen = tuple(chosen)
    records: list[Record] = []
    for number, entry in enumerate(chosen):
        report(number, len(chosen))
        found = list(exchange.recognised(entry.path).read(entry.path, ReadOptions(entry.encoding)))
        problems = [str(one) for one in found if isinstance(one, Problem)]
        if problems:
            raise InvalidFile("\n".join(problems))
        records.extend(one for one in found if isinstance(one, Record))
    return tuple(records)


def export(project: Project, path: Path, report: Report) -> int:
    """Write the marked documents of *project* to *path*, whole or not at all; return how many lines that is."""
    records: list[Record] = []
    for record in project.records():
        report(len(records), 0)
        records.append(record)
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            for line in exchange.preset("native").write(records):
                report(len(records), len(records))
                stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        message = f"{path.name}: cannot be written ({error.strerror}); choose another place"
        raise NotSaved(message) from error
    finally:
        temporary.unlink(missing_ok=True)
    return len(records)


def _start(path: Path, most: int) -> bytes:
    with opened(path) as stream:
        return stream.read(most)
