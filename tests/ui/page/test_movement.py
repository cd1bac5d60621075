from collections.abc import Callable

import pytest

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.ui.page import movement, steps
from annotator.ui.page.flow import Flow
from annotator.ui.page.movement import Stand
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import Typography

Mark = Callable[[Document, int, int], Span]


@pytest.fixture
def flow_of(qapp: object) -> Callable[[str, float], Flow]:
    """Return a function that lays out a text."""
    assert qapp is not None
    return lambda text, width: Flow(text, Stretches(text), Typography.of(100), width)


def walk(flow: Flow, stand: Stand, *, to_left: bool) -> list[Stand]:
    passed = [stand]
    while (following := movement.sideways(flow, passed[-1], to_left=to_left)) != passed[-1]:
        passed.append(following)
        assert len(passed) < 2000
    return passed


@pytest.mark.parametrize("to_left", [True, False])
def test_an_arrow_crosses_each_visible_cluster_of_a_line_once(
    flow_of: Callable[[str, float], Flow], case: str, *, to_left: bool
) -> None:
    flow = flow_of(case, 5000.0)
    geometry = flow.paragraph(0).lines[0].geometry
    begin = movement.at_x(flow, flow.place_of(0), 1e6 if to_left else -1e6)
    passed = walk(flow, begin, to_left=to_left)
    xs = [movement.x_of(flow, stand) for stand in passed]
    assert xs == sorted(xs, reverse=to_left)
    crossed = [stand.crossed for stand in passed[1:]]
    seen = [flow.paragraph(0).offset(geometry.start[k]) for k in geometry.visual()]
    assert crossed == (seen[::-1] if to_left else seen)


def test_a_walk_goes_on_over_wraps_and_paragraphs(flow_of: Callable[[str, float], Flow]) -> None:
    text = "قال المتحدث إن الوضع هادئ\nثم عاد"
    flow = flow_of(text, 120.0)
    passed = walk(flow, Stand(0), to_left=True)
    assert passed[-1].offset == len(text)
    assert len(flow.paragraph(0).lines) > 1


def test_a_word_step_takes_the_word_and_stops_before_the_next(flow_of: Callable[[str, float], Flow]) -> None:
    flow = flow_of("قال علي هنا", 500.0)
    first = movement.word_sideways(flow, Stand(0), to_left=True)
    second = movement.word_sideways(flow, first, to_left=True)
    assert (first.offset, second.offset) == (3, 7)


def test_spans_follow_in_reading_order_outer_first(mark: Mark) -> None:
    document = Document.of("abcdefgh")
    inner, outer, last = mark(document, 0, 2), mark(document, 0, 5), mark(document, 6, 8)
    index = SpanIndex([0], [last, inner, outer])
    order = [steps.span_after(index, before, 0) for before in (None, outer, inner, last)]
    assert order == [outer, inner, last, None]
    assert steps.span_after(index, last, 0, backwards=True) == inner
