"""Edges of spans pushed by key, in the middle of runs, at changes of direction, at wraps and ends."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.text import graphemes
from annotator.ui.page.edge_steps import edge_place, target
from annotator.ui.page.flow import Flow
from annotator.ui.page.stretches import Stretches
from annotator.ui.page.typography import Typography

Mark = Callable[[Document, int, int], Span]
LayOut = Callable[..., Flow]
WIDE, NARROW = 5000.0, 160.0
# A right-to-left paragraph with a Latin name, and a left-to-right one with an Arabic name.
RTL, LTR = "قال Ilham هنا", "in باكو now"


@pytest.fixture(scope="module")
def flow_of(qapp: object) -> LayOut:
    """Return a function that lays out a text."""
    assert qapp is not None
    return lambda text, width=WIDE: Flow(text, Stretches(text), Typography.of(100), width)


def pushed(flow: Flow, mark: Mark, span: tuple[int, int], which: str, unit: str = "cluster") -> list[object]:
    """Return where [left, right] take an edge of ``span``; None where it stays."""
    made = mark(Document.of(flow.text), *span)
    return [target(flow, made, which, side, unit) for side in ("left", "right")]


@pytest.mark.parametrize(
    ("text", "span", "which", "left", "right"),
    [
        # inside runs: as the arrow points
        (RTL, (0, 2), "end", (0, 3), (0, 1)),
        (RTL, (1, 3), "start", (2, 3), (0, 3)),
        (RTL, (4, 7), "end", (4, 6), (4, 8)),
        (RTL, (6, 9), "start", (5, 9), (7, 9)),
        (LTR, (0, 1), "end", None, (0, 2)),
        (LTR, (3, 5), "end", (3, 6), (3, 4)),
        # after «قال »: on to I is left, to the far end of the name; back over the space is right
        (RTL, (0, 4), "end", (0, 5), (0, 3)),
        # before «Ilham»: its leading edge; on is right, back is right as well: base direction
        (RTL, (4, 9), "start", (5, 9), (3, 9)),
        # after «Ilham»: its trailing edge; on over the space is left, back is left as well: base direction
        (RTL, (4, 9), "end", (4, 10), (4, 8)),
        # before «باكو» in Latin: on is left, back is left as well
        (LTR, (3, 7), "start", (2, 7), (4, 7)),
        # after «باكو» in Latin: on is right, back is right as well
        (LTR, (3, 7), "end", (3, 6), (3, 8)),
    ],
)
def test_an_edge_goes_as_the_key_points_and_by_the_base_direction_where_directions_change(  # noqa: PLR0913, PLR0917 - a row
    flow_of: LayOut,
    mark: Mark,
    text: str,
    span: tuple[int, int],
    which: str,
    left: tuple[int, int] | None,
    right: tuple[int, int] | None,
) -> None:
    assert pushed(flow_of(text), mark, span, which) == [left, right]


@pytest.mark.parametrize(
    ("span", "which", "left", "right"),
    [
        ((0, 3), "end", (0, 7), None),
        ((4, 7), "end", (4, 11), None),
        ((0, 7), "end", (0, 11), (0, 3)),
        ((4, 7), "start", None, (0, 7)),
        ((4, 11), "start", (8, 11), (0, 11)),
        ((0, 5), "end", (0, 7), (0, 3)),
    ],
)
def test_by_words_an_edge_leaves_the_spaces_out(  # noqa: PLR0913, PLR0917 - a row
    flow_of: LayOut,
    mark: Mark,
    span: tuple[int, int],
    which: str,
    left: tuple[int, int] | None,
    right: tuple[int, int] | None,
) -> None:
    assert pushed(flow_of("قال علي هنا "), mark, span, which, "word") == [left, right]


def test_an_edge_skips_the_separator_of_paragraphs(flow_of: LayOut, mark: Mark) -> None:
    flow = flow_of("قال\nعلي")
    assert pushed(flow, mark, (0, 3), "end")[0] == (0, 5)
    assert pushed(flow, mark, (0, 5), "end")[1] == (0, 3)
    assert pushed(flow, mark, (4, 7), "start")[1] == (2, 7)
    assert pushed(flow, mark, (4, 7), "start", "word")[1] == (0, 7)


def test_an_edge_stays_at_the_ends_of_the_text(flow_of: LayOut, mark: Mark) -> None:
    for text in (RTL, LTR):
        whole = (0, len(text))
        flow = flow_of(text)
        for unit in ("cluster", "word"):
            assert None in pushed(flow, mark, whole, "start", unit)
            assert None in pushed(flow, mark, whole, "end", unit)


TEXTS = st.text("قالأذربيجان لا" + "abc F16" + "12٣" + " .,()-«»" + "\u064e\u0301😀\n", min_size=2, max_size=40)


@given(text=TEXTS, data=st.data())
def test_left_and_right_take_an_edge_to_either_side_in_the_text_and_come_back(
    flow_of: LayOut, mark: Mark, text: str, data: st.DataObject
) -> None:
    flow = flow_of(text, data.draw(st.sampled_from([WIDE, NARROW])))
    stops = [stop for stop in graphemes.boundaries(text) if stop == len(text) or text[stop] != "\n"]
    if len(stops) < 2:
        return
    start, end = sorted(data.draw(st.lists(st.sampled_from(stops), min_size=2, max_size=2, unique=True)))
    which = data.draw(st.sampled_from(["start", "end"]))
    edge = start if which == "start" else end
    made = mark(Document.of(text), start, end)
    moved = [target(flow, made, which, side) for side in ("left", "right")]
    changed = [found[0 if which == "start" else 1] - edge for found in moved if found]
    assert len(changed) < 2 or (changed[0] > 0) != (changed[1] > 0)
    assert all(found[1 if which == "start" else 0] == (end if which == "start" else start) for found in moved if found)


@given(text=TEXTS, data=st.data())
def test_where_the_two_steps_go_opposite_ways_on_screen_left_goes_left(
    flow_of: LayOut, mark: Mark, text: str, data: st.DataObject
) -> None:
    text = text.replace("\n", " ")
    flow = flow_of(text)
    paragraph = flow.paragraph(0)
    stops = graphemes.boundaries(text)
    if len(stops) < 4:
        return
    end = data.draw(st.sampled_from(stops[2:-1]))
    made = mark(Document.of(text), 0, end)
    back, forth = graphemes.before(text, end), graphemes.after(text, end)
    here, behind, ahead = (edge_place(paragraph, offset, is_start=False) for offset in (end, back, forth))
    assert here
    assert behind
    assert ahead
    if (here[1] - behind[1]) * (ahead[1] - here[1]) > 0.01:
        assert target(flow, made, "end", "left") == (0, forth if ahead[1] < here[1] else back)
        assert target(flow, made, "end", "right") == (0, back if ahead[1] < here[1] else forth)
