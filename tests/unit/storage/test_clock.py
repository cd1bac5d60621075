"""The clock of edits only goes forward, whatever the computer's clock does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import InvalidFile
from annotator.model.versions import HLC_MAX
from annotator.storage import clock

clocks = st.integers(0, HLC_MAX - 1)


@given(last=clocks, now_ms=st.integers(0, HLC_MAX >> 16), replaced=clocks)
def test_a_tick_is_later_than_the_last_one_and_than_what_it_replaces(last: int, now_ms: int, replaced: int) -> None:
    hlc = clock.tick(last, now_ms, replaced)
    assert hlc > last
    assert hlc > replaced
    assert hlc >> 16 >= now_ms


def test_a_tick_after_a_clock_set_back_counts_on() -> None:
    assert clock.tick(last=500 << 16, now_ms=100) == (500 << 16) + 1


def test_a_clock_at_its_end_is_refused() -> None:
    with pytest.raises(InvalidFile, match="end of time"):
        clock.tick(HLC_MAX, 0)
