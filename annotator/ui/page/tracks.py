"""Which of the bars under a line each span gets, so that no two that overlap share one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.model.spans import Span


class Placed(NamedTuple):
    """A span and its track, counted from the top; the track is -1 if all were taken."""

    span: Span
    track: int


def place(spans: Sequence[Span], tracks: int, is_from_bottom: Callable[[Span], bool]) -> tuple[Placed, ...]:
    """Give each span the first track that is free along its whole hull, some counted from the bottom.

    Greedy interval colouring in the order (start, -end, id). The spans stand in that order in the answer.
    """
    busy_until = [0] * tracks
    return tuple(
        Placed(span, _take(busy_until, span, is_from_bottom=is_from_bottom(span)))
        for span in sorted(spans, key=lambda span: (span.start, -span.end, span.id))
    )


def _take(busy_until: list[int], span: Span, *, is_from_bottom: bool) -> int:
    order = range(len(busy_until))
    for track in reversed(order) if is_from_bottom else order:
        if busy_until[track] <= span.start:
            busy_until[track] = span.end
            return track
    return -1
