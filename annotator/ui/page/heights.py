"""Heights of paragraphs one below the other, summed in a Fenwick tree (Fenwick 1994): any of them may change at O(log n)."""

from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """The heights of rows, in pixels; each row begins where the one above it ends."""

    def __init__(self, heights: Sequence[float]) -> None:
        """Begin with these heights, measured or estimated."""
        self._rows = list(heights)
        sums = list(accumulate(heights, initial=0.0))
        self._tree = [sums[place] - sums[place & (place - 1)] for place in range(len(sums))]

    def set(self, index: int, height: float) -> None:
        """Give the row at *index* another height."""
        change, self._rows[index] = height - self._rows[index], height
        place = index + 1
        while place < len(self._tree):
            self._tree[place] += change
            place += place & -place

    def of(self, index: int) -> float:
        """Return the height of the row at *index*."""
        return self._rows[index]

    def top(self, index: int) -> float:
        """Return the sum of the heights above the row at *index*."""
        total, place = 0.0, index
        while place:
            total += self._tree[place]
            place -= place & -place
        return total

    @property
    def total(self) -> float:
        """The sum of all heights."""
        return self.top(len(self._rows))

    def find(self, y: float) -> tuple[int, float]:
        """Return the row at *y* and how far below its top that is; beyond the end, the last row."""
        place, rest = 0, y
        step = 1 << len(self._rows).bit_length()
        while step:
            if place + step < len(self._tree) - 1 and self._tree[place + step] <= rest:
                place += step
                rest -= self._tree[place]
            step >>= 1
        return place, rest
