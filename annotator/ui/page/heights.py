"""Heights of paragraphs one below the other: by their lengths until they are laid out, then as they are.

A Fenwick tree (Fenwick 1994) holds by how much each differs from its estimate, so that any may change at O(log n), and a text
of any length is estimated at once.
"""

from collections.abc import Sequence


class Heights:
    """The heights of rows, in pixels; each row begins where the one above it ends."""

    def __init__(self, starts: Sequence[int], end: int, per_character: float, per_row: float) -> None:
        """Estimate the rows of a text that begin at *starts*, the last up to *end* (code points)."""
        self._starts, self._end, self._per_character, self._per_row = starts, end, per_character, per_row
        self._tree = [0.0] * (len(starts) + 1)
        self._known: dict[int, float] = {}

    def set(self, index: int, height: float) -> None:
        """Say how high the row at *index* is."""
        change, self._known[index] = height - self.of(index), height
        place = index + 1
        while place < len(self._tree):
            self._tree[place] += change
            place += place & -place

    def of(self, index: int) -> float:
        """Return the height of the row at *index*."""
        known = self._known.get(index)
        return self._estimated_top(index + 1) - self._estimated_top(index) if known is None else known

    def top(self, index: int) -> float:
        """Return the sum of the heights above the row at *index*."""
        total, place = self._estimated_top(index), index
        while place:
            total += self._tree[place]
            place -= place & -place
        return total

    @property
    def total(self) -> float:
        """The sum of all heights."""
        return self.top(len(self._starts))

    def find(self, y: float) -> tuple[int, float]:
        """Return the row at *y* and how far below its top that is; beyond the end, the last row."""
        place, changed = 0, 0.0
        step = 1 << len(self._starts).bit_length()
        while step:
            beyond = place + step
            if beyond < len(self._tree) - 1 and self._estimated_top(beyond) + changed + self._tree[beyond] <= y:
                place = beyond
                changed += self._tree[place]
            step >>= 1
        return place, y - self._estimated_top(place) - changed

    def _estimated_top(self, index: int) -> float:
        start = self._starts[index] if index < len(self._starts) else self._end
        return start * self._per_character + index * self._per_row
