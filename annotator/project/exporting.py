"""Training files: what a project holds, written by a preset of a format, whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from annotator import exchange
from annotator.model.errors import Stale
from annotator.model.records import Record
from annotator.project.files import replacing
from annotator.project.project import Project

TRIES = 3
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where to, how many lines (a document in a layer each), how many spans."""

    path: Path
    lines: int
    spans: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported: ``layers`` as `recording.chosen` names them, ``untouched`` documents too, which ``form``."""

    layers: str = ""
    untouched: bool = False
    form: str = "native"


def export(project: Project, path: Path, report: Report, wanted: Wanted | None = None) -> Exported:
    """Write the marked documents of *project* to the file *path*, or into the folder *path* under the form's own name.

    What is written is what the project is now, and nobody has to wait who changes it meanwhile; where that cannot be told any
    more, as after a merge, it begins anew. Raises NotSaved, AnnotatorError, Stale if that happens for the third time; what
    *report* raises ends it with the old file in its place.
    """
    wanted = wanted or Wanted()
    form = exchange.preset(wanted.form)
    target = path / form.file if os.path.isdir(path) else path  # noqa: PTH112 - it never raises

    def write(stream: BinaryIO) -> Exported:
        counts = _Counts(report)
        stream.seek(0)
        stream.truncate()
        stream.writelines(form.write(counts.counted(project.records(wanted.layers, untouched=wanted.untouched))))
        return Exported(target, counts.lines, counts.spans)

    with replacing(target) as stream:
        for _ in range(TRIES - 1):
            with suppress(Stale):
                return write(stream)
        return write(stream)


class _Counts:
    """Counts the records that go by, and reports them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.lines = self.spans = 0

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield *records* as they are."""
        for record in records:
            self._report(self.lines, 0)
            self.lines += 1
            self.spans += len(record.spans)
            yield record
        self._report(self.lines, 0)
