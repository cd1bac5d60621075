"""The hybrid logical clock that gives every edit its place among all edits, on whatever computer they were made."""

from annotator.model.errors import InvalidFile
from annotator.model.versions import COUNTER_BITS, HLC_MAX


def tick(last: int, now_ms: int, replaced: int = 0) -> int:
    """Return the clock of a new edit: later than the *last* one and than the greatest it has *replaced*.

    *now_ms* are Unix milliseconds. After Kulkarni, Demirbas et al. 2014, "Logical Physical Clocks", with time and counter in
    one number. Raises InvalidFile when the file's clock cannot go further.
    """
    hlc = max(now_ms << COUNTER_BITS, last + 1, replaced + 1)
    if hlc > HLC_MAX:
        raise InvalidFile("this project's clock stands at the end of time: export the documents and import them into a new one")
    return hlc
