"""Which version of a row is meant: hybrid logical clock, device, and whether the row is deleted."""

from typing import NamedTuple

HLC_MAX = 4611686018427387903
COUNTER_BITS = 16


class Version(NamedTuple):
    """The version of one row; the greatest (hlc, device, dead) is current.

    ``hlc`` is 48 bits of Unix milliseconds and 16 bits of counter (Kulkarni et al. 2014), ``device`` 16 random bytes.
    """

    hlc: int
    device: bytes
    dead: bool = False

    @property
    def unix_ms(self) -> int:
        """Milliseconds since 1970 at which this version was written, by the clock of its device."""
        return self.hlc >> COUNTER_BITS
