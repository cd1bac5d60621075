"""The rows of one journal line, packed: where each row is, its version before, and the hash of the row after."""

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import NamedTuple

from annotator.model.ids import ID_BYTES
from annotator.model.versions import Version
from annotator.storage.seals import DIGEST_BYTES
from annotator.storage.tables import BY_CODE, Table

MANY = 1000
_CLOCK = Struct(">q")
_COUNT = Struct(">I")
_NEW, _LIVE, _DEAD = range(3)


class Mention(NamedTuple):
    """A row as the journal mentions it: where it is, its version before (None if new), the hash of the row after."""

    table: Table
    key: tuple[bytes, ...]
    before: Version | None
    after: bytes

    @property
    def packed(self) -> bytes:
        """Its bytes in the journal."""
        return bytes([self.table.code]) + b"".join(self.key) + _packed_version(self.before) + self.after


def packed(mentions: Iterable[Mention], count: int) -> bytes:
    """Return what the journal keeps of *count* rows: each, or of more than `MANY` only how many they are."""
    return _COUNT.pack(count) if count > MANY else b"".join(mention.packed for mention in mentions)


def is_count(rows: bytes) -> bool:
    """Whether the journal kept only how many rows there are: no packed row is that short."""
    return len(rows) == _COUNT.size


def count(rows: bytes) -> int:
    """Return how many rows there are."""
    return int(_COUNT.unpack(rows)[0]) if is_count(rows) else sum(1 for _ in unpacked(rows))


def unpacked(rows: bytes) -> Iterator[Mention]:
    """Return the rows that were packed one by one."""
    place = 0
    while place < len(rows):
        table = BY_CODE[rows[place]]
        end = place + 1 + len(table.key) * ID_BYTES
        key = tuple(rows[start : start + ID_BYTES] for start in range(place + 1, end, ID_BYTES))
        before, place = _unpacked_version(rows, end)
        yield Mention(table, key, before, rows[place : place + DIGEST_BYTES])
        place += DIGEST_BYTES


def _packed_version(version: Version | None) -> bytes:
    if version is None:
        return bytes([_NEW])
    return bytes([_DEAD if version.dead else _LIVE]) + _CLOCK.pack(version.hlc) + version.device


def _unpacked_version(rows: bytes, place: int) -> tuple[Version | None, int]:
    if rows[place] == _NEW:
        return None, place + 1
    device = place + 1 + _CLOCK.size
    end = device + ID_BYTES
    return Version(_CLOCK.unpack_from(rows, place + 1)[0], rows[device:end], rows[place] == _DEAD), end
