from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.page.heights import Heights

# Whole numbers: sums in any order are the same float.
PIXELS = st.integers(0, 500).map(float)
CHANGES = st.lists(st.tuples(st.integers(0, 39), PIXELS), max_size=30)


def changed(rows: list[float], changes: list[tuple[int, float]]) -> tuple[Heights, list[float]]:
    """Return the tree and the plain list after the same changes."""
    heights, plain = Heights(rows), list(rows)
    for place, height in changes:
        index = place % len(plain)
        heights.set(index, height)
        plain[index] = height
    return heights, plain


@given(st.lists(PIXELS, min_size=1, max_size=40), CHANGES)
def test_each_row_begins_below_all_rows_above_it(rows: list[float], changes: list[tuple[int, float]]) -> None:
    heights, plain = changed(rows, changes)
    assert [heights.top(index) for index in range(len(plain) + 1)] == list(accumulate(plain, initial=0.0))
    assert heights.total == sum(plain)


@given(st.lists(PIXELS, min_size=1, max_size=40), CHANGES, st.integers(0, 12_000).map(float))
def test_a_height_is_found_in_the_last_row_that_begins_at_it_or_above(
    rows: list[float], changes: list[tuple[int, float]], y: float
) -> None:
    heights, plain = changed(rows, changes)
    tops = list(accumulate(plain[:-1], initial=0.0))
    index = max(index for index, top in enumerate(tops) if top <= y)
    assert heights.find(y) == (index, y - tops[index])


def test_nothing_has_no_height() -> None:
    assert Heights([]).total == 0
