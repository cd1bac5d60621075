"""What of a project stands on the pages of a damaged file: each row known by its shape, and held against the journal."""

import struct
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from annotator.model.documents import Document
from annotator.model.ids import ID_BYTES, document_id
from annotator.storage import mentions, pages, seals
from annotator.storage.journal import Line
from annotator.storage.pages import Pages, Report, Values
from annotator.storage.resealing import RESEAL
from annotator.storage.rows import version_of
from annotator.storage.seals import Seal
from annotator.storage.tables import BY_CODE, TABLES, Cells, Table
from annotator.storage.torn import Torn

_DOCUMENTS = {(bytes, int, bytes, text) for text in (str, pages.Torn, pages.Cut)}
_SEAL = (bytes, int, int)
_LINE = (int, int, bytes, bytes, str, int, bytes, bytes)
_KINDS = {"INTEGER": int, "BLOB": bytes, "TEXT": str}
_BY_SHAPE = {tuple(_KINDS[column.kind] for column in table.columns): table for table in TABLES}

Place = tuple[int, tuple[bytes, ...], int, bytes]


@dataclass(slots=True)
class Harvest:
    """What the pages of the file at ``path``, which nobody writes, still say.

    ``broken`` is how many rows could not be decoded; ``torn`` what is left of the texts that are not what their ids were made
    of, by id.
    """

    path: Path
    broken: int = 0
    torn: dict[bytes, Torn] = field(default_factory=dict)
    _seals: defaultdict[bytes, set[Seal]] = field(default_factory=lambda: defaultdict(set))
    _lines: defaultdict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    _written: dict[Place, bytes] = field(default_factory=dict)
    _told: set[tuple[int, bytes]] = field(default_factory=set)
    _accepted: int = 0

    def survey(self, report: Report) -> None:
        """Read the journal and the seals; to be done before anything is asked about rows and lines."""
        for values in self._values(report):
            shape = tuple(map(type, values))
            if shape == _SEAL:
                self._keep_seal(values)
            elif shape == _LINE:
                line = Line(*cast("tuple[int, int, bytes, bytes, str, int, bytes, bytes]", values))
                self._lines[line.seq].append(line)
        self._learn()

    def documents(self, report: Report) -> Iterator[Document]:
        """Yield each text that is the one its id was made of, and keep what is left of the others."""
        for values in self._values(report):
            if tuple(map(type, values)) in _DOCUMENTS:
                identifier, length, _, text = cast("tuple[bytes, int, bytes, str]", values)
                if document_id(text) == identifier:
                    yield Document(identifier, text)
                elif text and len(identifier) == ID_BYTES:
                    self.torn[identifier] = Torn(str(text), length, isinstance(text, pages.Cut))

    def rows(self, report: Report) -> Iterator[tuple[Table, Cells]]:
        """Yield every row of the tables of rows, present and past versions alike, as (table, cells)."""
        torn = 0
        for values in self._values(report):
            shape = tuple(map(type, values))
            table = _BY_SHAPE.get(shape)
            if table:
                yield table, cast("Cells", values)
            torn += shape not in _DOCUMENTS and not {pages.Torn, pages.Cut}.isdisjoint(shape)
        self.broken += torn

    def sealed(self) -> dict[bytes, Seal]:
        """Return how many rows each scope had, past versions too, and what they added up to.

        No row is ever taken out of a scope, so that of two seals for one the greater is the later.
        """
        return seals.joined({scope: max(found) for scope, found in self._seals.items()})

    def is_sure(self, table: Table, cells: Cells) -> bool:
        """Whether the journal knows that this row was written, to the letter."""
        return self._written_as(table, cells) == seals.digest(table, cells)

    def is_denied(self, table: Table, cells: Cells) -> bool:
        """Whether the journal knows that this row was never written: another one was, or none under this key.

        It does not know of rows that were there when somebody accepted what another program had changed.
        """
        version = version_of(table, cells)
        if version.hlc < self._accepted:
            return False
        written = self._written_as(table, cells)
        if written is None:
            return (version.hlc, version.device) in self._told
        return written != seals.digest(table, cells)

    def knows(self, line: Line) -> bool:
        """Whether *line*, of a backup, stands in the journal of the damaged file, or the line after it builds on it."""
        here = any(found.hash == line.hash for found in self._lines.get(line.seq, ()))
        return here or any(_follows(after, line.hash) for after in self._lines.get(line.seq + 1, ()))

    def _written_as(self, table: Table, cells: Cells) -> bytes | None:
        version = version_of(table, cells)
        return self._written.get((table.code, key_of(table, cells), version.hlc, version.device))

    def _values(self, report: Report) -> Iterator[Values]:
        with self.path.open("rb") as stream:
            found = Pages(stream)
            yield from found.rows(report)
            self.broken = found.broken

    def _keep_seal(self, values: Any) -> None:
        scope, n, total = values
        if scope and scope[0] & ~seals.WAS in BY_CODE and 0 < n <= self.path.stat().st_size:
            self._seals[scope].add((n, total))

    def _learn(self) -> None:
        """Believe each line of the journal that the one before vouches for: its hash covers that of the last."""
        for seq, lines in self._lines.items():
            before = [line.hash for line in self._lines.get(seq - 1, ())] if seq > 1 else [b""]
            for line in lines:
                if any(_follows(line, previous) for previous in before):
                    self._accepted = max(self._accepted, line.hlc if line.verb == RESEAL else 0)
                    self._learn_rows(line)

    def _learn_rows(self, line: Line) -> None:
        """Learn what *line* tells of; one that somebody made up may hold what no edit wrote, and tells of nothing."""
        if mentions.is_count(line.rows):
            return
        with suppress(LookupError, struct.error):
            told = list(mentions.unpacked(line.rows))
            self._told.add((line.hlc, line.device))
            for mention in told:
                self._written[mention.table.code, mention.key, line.hlc, line.device] = mention.after


def _follows(line: Line, previous: bytes) -> bool:
    return line.hash == line.hash_after(previous)


def key_of(table: Table, cells: Any) -> tuple[bytes, ...]:
    """Return the key of a row from its *cells*."""
    return tuple(cells[: len(table.key)])
