"""Which of the bars under a line each span gets, so that no two that overlap share one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.model.spans import Span


class Placed(NamedTuple):
    """A span and its track, counted from the top; the track is -1 if all were taken."""

    span: Span
    track: int


def place(spans: Sequence[Span], tracks: int, is_from_bottom: Callable[[Span], bool]) -> tuple[Placed, ...]:
    """Give each of the *spans*, which stand in reading order, the first track that is free along its whole hull.

    Greedy interval colouring; some are counted from the bottom.
    """
    busy_until = [0] * tracks
    return tuple(Placed(span, _take(busy_until, span, is_from_bottom=is_from_bottom(span))) for span in spans)


def _take(busy_until: list[int], span: Span, *, is_from_bottom: bool) -> int:
    order = range(len(busy_until))
    for track in reversed(order) if is_from_bottom else order:
        if busy_until[track] <= span.start:
            busy_until[track] = span.end
            return track
    return -1
