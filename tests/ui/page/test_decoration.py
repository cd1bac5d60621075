from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.line_decoration import bar_rects
from annotator.ui.page.looks import looks_of
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import Style

LayOut = Callable[..., Paragraph]
TEXT = "وذكرت وكالة إنترفاكس للأنباء أن الانفصاليين الأرمن في قره باغ وافقوا على شروط وقف لإطلاق النار"


@pytest.fixture
def decorate(lay_out: LayOut, schema: Schema) -> Callable[..., Decoration]:
    """Return a function that decorates a text with spans given as (start, end, label name)."""

    def make(text: str, *spans: tuple[int, int, str], width: float = 500, pending: int = 0) -> Decoration:
        document, paragraph = Document.of(text), lay_out(text, width=width)
        made = [
            Span.over(document, start, end, label=schema.named(label).id, layer=b"l" * 16, by_character=True)
            for start, end, label in spans
        ]
        waiting = frozenset(span.id for span in made[:pending])
        return Decoration(paragraph, made, Style(looks_of(schema), Chips(paragraph.typography), waiting))

    return make


Decorate = Callable[..., Decoration]


def test_an_entity_has_a_fill_a_bar_two_caps_and_a_chip(decorate: Decorate) -> None:
    line = decorate("قال إلهام علييف", (4, 15, "actor")).line(0)
    assert len(line.fills) == 1
    caps, bars = line.bars[0][1], line.bars[1][1]
    assert [rect.width() for rect in caps] == [1, 1]
    assert len(bars) == 1
    assert [chip.words for chip in line.chips] == ["Actor"]


def test_a_claim_has_brackets_and_an_underline_but_no_fill(decorate: Decorate) -> None:
    line = decorate("قال إلهام علييف", (4, 15, "claim")).line(0)
    assert line.fills == []
    brackets = line.bars[0][1]
    half = decorate("ا").paragraph.typography.text_height / 2
    assert sorted(rect.height() for rect in brackets)[2:] == [half, half]


def test_a_claim_is_underlined_below_the_bars_of_entities(decorate: Decorate) -> None:
    line = decorate("قال إلهام علييف", (0, 15, "claim"), (4, 15, "actor")).line(0)
    claim, actor = line.bars[1][1][0], line.bars[3][1][0]
    assert claim.top() > actor.bottom()


def test_a_bar_stops_one_pixel_short_so_that_neighbours_do_not_fuse() -> None:
    (bar,) = bar_rects((10, 20), 0, 3, "solid")
    assert (bar.left(), bar.right()) == (11, 19)


@pytest.mark.parametrize(("pattern", "count"), [("solid", 1), ("double", 2), ("dotted", 5), ("dashed", 3)])
def test_labels_are_told_apart_without_colour_by_their_bars(pattern: str, count: int) -> None:
    assert len(list(bar_rects((0, 30), 0, 3, pattern))) == count


def test_a_span_over_a_wrap_has_caps_only_at_its_true_ends_and_arrows_at_the_others(decorate: Decorate) -> None:
    decoration = decorate(TEXT, (3, 70, "actor"), width=200)
    lines = [decoration.line(index) for index in range(len(decoration.paragraph.lines))]
    touched = [line for line in lines if line.fills]
    assert len(touched) > 2
    assert [len(line.bars[0][1]) for line in touched] == [1, *[0] * (len(touched) - 2), 1]
    assert [len(line.arrows) for line in touched] == [1, *[2] * (len(touched) - 2), 1]
    assert [len(line.chips) for line in touched] == [1, *[0] * (len(touched) - 1)]


def test_arrows_point_where_the_reading_goes_on(decorate: Decorate) -> None:
    decoration = decorate(TEXT, (3, 90, "actor"), width=300)
    arrow = decoration.line(0).arrows[0][1]
    assert arrow.at(1).x() < arrow.at(0).x()


def test_chips_of_one_line_never_overlap(decorate: Decorate) -> None:
    words = [(start, start + 9) for start in range(0, 80, 3)]
    decoration = decorate(TEXT, *((a, b, "casualty") for a, b in words), width=900)
    line = decoration.line(0)
    rects = sorted((chip.rect.left(), chip.rect.right()) for chip in line.chips)
    assert len(rects) > 3
    assert all(before[1] < after[0] for before, after in pairwise(rects))
    assert line.more is not None


def test_a_chip_without_room_shows_only_its_key(decorate: Decorate) -> None:
    decoration = decorate("قال إلهام علييف", (4, 15, "location"), (9, 15, "casualty"))
    assert [chip.words for chip in decoration.line(0).chips] == ["Location", "2"]


def test_spans_without_a_track_are_counted_at_the_reading_end_of_the_line(decorate: Decorate) -> None:
    decoration = decorate("قال إلهام علييف اليوم", *((0, 20 - n, "actor") for n in range(6)))
    more = decoration.line(0).more
    assert more is not None
    assert len(more[1]) >= 2
    assert more[0].right() < decoration.paragraph.lines[0].text_line.naturalTextRect().left()
    assert decoration.hidden(more[0].center()) == more[1]


def test_a_click_on_a_bar_or_chip_finds_its_span(decorate: Decorate) -> None:
    decoration = decorate("قال إلهام علييف", (0, 15, "actor"), (4, 9, "location"))
    outer, inner = (part.span.id for part in decoration.parts)
    line = decoration.line(0)
    assert [decoration.target(chip.rect.center()) for chip in line.chips] == [outer, inner]
    assert decoration.target(line.bars[1][1][0].center()) == outer
    assert decoration.target(line.bars[3][1][0].center()) == inner
    assert decoration.target(QPointF(-100, 20)) is None


def test_a_span_that_is_not_on_disk_yet_is_hollow(decorate: Decorate) -> None:
    line = decorate("قال إلهام علييف", (4, 15, "actor"), pending=1).line(0)
    assert line.fills == []
    assert len(line.outlines) == 1


def test_a_span_in_parts_has_a_hairline_and_numbers_its_other_parts(lay_out: LayOut, schema: Schema) -> None:
    text = "قال إلهام علييف اليوم"
    span = Span.over(
        Document.of(text), 0, 15, label=schema.named("actor").id, layer=b"l", segments=((0, 3), (10, 15)), by_character=True
    )
    paragraph = lay_out(text)
    line = Decoration(paragraph, [span], Style(looks_of(schema), Chips(paragraph.typography))).line(0)
    assert [chip.words for chip in line.chips] == ["Actor", "2/2"]
    assert any(rect.height() == 1 for _, rects in line.bars for rect in rects)
    assert len(line.fills[0][1]) == 1
    assert len(line.fills) == 2
