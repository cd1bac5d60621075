from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.page.heights import Heights

# Whole numbers: sums in any order are the same float.
PIXELS = st.integers(0, 500).map(float)
LENGTHS = st.lists(st.integers(0, 90), min_size=1, max_size=40)
CHANGES = st.lists(st.tuples(st.integers(0, 39), PIXELS), max_size=30)
PER_CHARACTER, PER_ROW = 2.0, 7.0


def estimated(lengths: list[int]) -> tuple[Heights, list[float]]:
    """Return rows of a text whose paragraphs have these lengths, each with one character between it and the next."""
    *starts, end = accumulate((length + 1 for length in lengths), initial=0)
    heights = Heights(starts, end, PER_CHARACTER, PER_ROW)
    return heights, [(after - start) * PER_CHARACTER + PER_ROW for start, after in pairwise([*starts, end])]


def changed(lengths: list[int], changes: list[tuple[int, float]]) -> tuple[Heights, list[float]]:
    """Return the heights and a plain list of them after the same changes."""
    heights, plain = estimated(lengths)
    for place, height in changes:
        index = place % len(plain)
        heights.set(index, height)
        plain[index] = height
    return heights, plain


@given(LENGTHS, CHANGES)
def test_each_row_begins_below_all_rows_above_it(lengths: list[int], changes: list[tuple[int, float]]) -> None:
    heights, plain = changed(lengths, changes)
    assert [heights.of(index) for index in range(len(plain))] == plain
    assert [heights.top(index) for index in range(len(plain) + 1)] == list(accumulate(plain, initial=0.0))
    assert heights.total == sum(plain)


@given(LENGTHS, CHANGES, st.integers(0, 12_000).map(float))
def test_a_height_is_found_in_the_last_row_that_begins_at_it_or_above(
    lengths: list[int], changes: list[tuple[int, float]], y: float
) -> None:
    heights, plain = changed(lengths, changes)
    tops = list(accumulate(plain[:-1], initial=0.0))
    index = max(index for index, top in enumerate(tops) if top <= y)
    found, below = heights.find(y)
    assert found == index
    assert below == pytest.approx(y - tops[index])


def test_nothing_has_no_height() -> None:
    assert Heights([], 0, PER_CHARACTER, PER_ROW).total == 0
