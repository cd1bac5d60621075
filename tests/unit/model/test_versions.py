from hypothesis import given
from hypothesis import strategies as st

from annotator.model.versions import HLC_MAX, Version

versions = st.builds(Version, st.integers(1, HLC_MAX), st.binary(min_size=16, max_size=16), st.booleans())


@given(versions, versions)
def test_the_later_clock_then_the_greater_device_then_the_dead_one_wins(one: Version, other: Version) -> None:
    as_tuples = [(version.hlc, version.device, version.dead) for version in (one, other)]
    assert (one < other) == (as_tuples[0] < as_tuples[1])
    assert Version(one.hlc, one.device) < Version(one.hlc, one.device, dead=True)


@given(st.integers(0, (1 << 46) - 1), st.integers(0, 0xFFFF))
def test_a_version_knows_when_it_was_written(unix_ms: int, counter: int) -> None:
    assert Version(unix_ms << 16 | counter, b"device of tests.").unix_ms == unix_ms
