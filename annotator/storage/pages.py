"""The rows in the pages of an SQLite file, read without SQLite: all that is left where it gives up.

After sqlite.org/fileformat2.html. Every page is looked at by itself, so neither a lost directory of the tables nor a broken
page hides what stands on the others. Nothing in the file is believed: lengths and places are bounded by the file.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from annotator.storage.connection import PAGE_BYTES
from annotator.storage.opening import HEADER_BYTES, page_bytes

Value = int | bytes | str | None
Values = tuple[Value, ...]
Report = Callable[[int, int], object]

_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x0A, 0x0D
_HEADERS = {_INNER_INDEX: 12, _LEAF_INDEX: 8, _LEAF_TABLE: 8}
_VARINT_BYTES, _GOES_ON = 9, 0x80
_TOLD_EVERY = 64
_LONGEST_HEADER = 1000  # of a record: no table of ours comes near it, and what is broken may claim any length
_FOLLOWED_TIMES = 2
_FIRST_BLOB = 12
_CONSTANTS = {0: None, 8: 0, 9: 1}
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Torn(str):
    """A text of which bytes are missing or wrong; what is no UTF-8 in it became U+FFFD."""

    __slots__ = ()


class Cut(Torn):
    """A text of which the end is missing, and perhaps more."""

    __slots__ = ()


class Pages:
    """The pages of one file that nobody writes; ``broken`` counts the rows that were there and could not be read."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read from *stream*; the size of a page is what the header says, or where that is lost the one we make."""
        self._stream = stream
        self._bytes = stream.seek(0, 2)
        self._page = page_bytes(self._at(0, HEADER_BYTES)) or PAGE_BYTES
        self.count = -(-self._bytes // self._page)
        self.broken = 0
        self._to_follow = 0

    def rows(self, report: Report) -> Iterator[Values]:
        """Yield every row that can be decoded, of tables with and without row numbers; *report* is told (done, total) pages."""
        self._to_follow = _FOLLOWED_TIMES * self.count
        for number in range(1, self.count + 1):
            yield from self._rows_of(number)
            if number % _TOLD_EVERY == 0 or number == self.count:
                report(number, self.count)

    def _at(self, place: int, length: int) -> bytes:
        self._stream.seek(place)
        return self._stream.read(length)

    def _page_at(self, number: int) -> bytes:
        return self._at((number - 1) * self._page, self._page)

    def _rows_of(self, number: int) -> Iterator[Values]:
        page = self._page_at(number)
        head = HEADER_BYTES if number == 1 else 0
        kind = page[head] if len(page) > head else 0
        if kind not in _HEADERS:
            return
        first = head + _HEADERS[kind]
        cells = int.from_bytes(page[head + 3 : head + 5])
        for place in range(first, min(first + 2 * cells, len(page) - 1), 2):
            try:
                yield self._row(page, int.from_bytes(page[place : place + 2]), kind)
            except (ValueError, LookupError):
                self.broken += 1

    def _row(self, page: bytes, place: int, kind: int) -> Values:
        """Return the row whose cell begins at *place*, with its number if that is its key; raises ValueError, LookupError."""
        place += 4 if kind == _INNER_INDEX else 0
        length, place = _varint(page, place)
        row, place = _varint(page, place) if kind == _LEAF_TABLE else (0, place)
        here = self._local(length, is_table=kind == _LEAF_TABLE)
        payload = page[place : place + here]
        if here < length:
            payload += self._overflow(int.from_bytes(page[place + here : place + here + 4]), length - here)
        values = _decoded(payload, length)
        return (_signed(row), *values[1:]) if kind == _LEAF_TABLE and values[0] is None else values

    def _local(self, length: int, *, is_table: bool) -> int:
        """Return how many bytes of a payload stand on its own page."""
        most = self._page - 35 if is_table else (self._page - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self._page - 12) * 32 // 255 - 23
        kept = least + (length - least) % (self._page - 4)
        return kept if kept <= most else least

    def _overflow(self, number: int, length: int) -> bytes:
        """Return the *length* bytes that go on from page *number*; fewer if the chain breaks or goes round.

        No page belongs to two rows, so that of all rows together not many more pages are followed than there are.
        """
        parts: list[bytes] = []
        followed: set[int] = set()
        while length > 0 and 0 < number <= self.count and number not in followed and self._to_follow > 0:
            followed.add(number)
            self._to_follow -= 1
            page = self._page_at(number)
            number = int.from_bytes(page[:4])
            parts.append(page[4 : 4 + length])
            length -= self._page - 4
        return b"".join(parts)


def _varint(page: bytes, place: int) -> tuple[int, int]:
    """Return the number at *place* and the place after it; raises IndexError."""
    value = 0
    for byte in range(_VARINT_BYTES - 1):
        value = value << 7 | page[place + byte] & ~_GOES_ON
        if page[place + byte] < _GOES_ON:
            return value, place + byte + 1
    return value << 8 | page[place + _VARINT_BYTES - 1], place + _VARINT_BYTES


def _signed(number: int) -> int:
    """Return the whole number that the 64 bits of *number* stand for."""
    return number - (number >> 63 << 64)


def _decoded(payload: bytes, length: int) -> Values:
    """Return the values of a record that fills *length* bytes exactly, or of which only the end of its last text is missing.

    Raises ValueError, LookupError.
    """
    header, place = _varint(payload, 0)
    if header > _LONGEST_HEADER:
        raise ValueError(header)
    kinds = []
    while place < header:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    is_torn = len(payload) != length
    if place != length or (is_torn and not isinstance(values[-1], Torn)):
        raise ValueError(length)
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind >= _FIRST_BLOB:
        end = place + (kind - _FIRST_BLOB) // 2
        value = payload[place:end]
        return _text(value, end - place) if kind % 2 else value, end
    if kind in _INTEGER_BYTES:
        end = place + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[place:end], signed=True), end
    return _CONSTANTS[kind], place  # a real number is in no row of ours


def _text(value: bytes, length: int) -> str:
    text = value.decode(errors="replace")
    if len(value) < length:
        return Cut(text)
    return text if text.encode() == value else Torn(text)
