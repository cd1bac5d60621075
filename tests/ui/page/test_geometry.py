from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGlyphRun

from annotator.ui.page.geometry import JOIN_PX, LineGeometry
from annotator.ui.page.measure import EMPTY_PX, INDEXES
from annotator.ui.page.paragraph import Line, Paragraph

LayOut = Callable[..., Paragraph]
TILE_PX = 0.05
TEXTS = st.lists(
    st.sampled_from(
        [
            "باكو",
            "لأذربيجان",
            "2020",
            "٢٠",
            "Baku",
            "(",
            ")",
            "«",
            "»",
            "،",
            ".",
            " ",
            "-",
            "كَتَبَ",
            "إلا",
            "F-16",
            "ירושלים",
            "😀",
            "e\u0301",
            "%",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


def boxes(geometry: LineGeometry) -> list[tuple[float, float]]:
    return [box for box in zip(geometry.x0, geometry.x1, strict=True) if box[1] - box[0] > TILE_PX]


def stretch(geometry: LineGeometry, first: int, last: int) -> list[tuple[float, float]]:
    """Return the visible boxes of these clusters, those that touch joined, from left to right."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(zip(geometry.x0[first:last], geometry.x1[first:last], strict=True)):
        if joined and left <= joined[-1][1] + JOIN_PX:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        elif right - left > EMPTY_PX:
            joined.append((left, right))
    return joined


def assert_tiles(line: Line) -> None:
    seen = sorted(boxes(line.geometry))
    for left, right in pairwise(seen):
        assert right[0] - left[1] == pytest.approx(0, abs=TILE_PX)
    natural = line.text_line.naturalTextRect()
    assert not seen or seen[0][0] < natural.left() + TILE_PX


def test_boxes_tile_the_line(case: str, family: str, lay_out: LayOut) -> None:
    for line in lay_out(case, family).lines:
        assert_tiles(line)


@settings(max_examples=60)
@given(text=TEXTS, base=st.sampled_from(["rtl", "ltr"]), width=st.integers(90, 600))
def test_boxes_of_any_text_tile_their_lines(lay_out: LayOut, text: str, base: str, width: int) -> None:
    for line in lay_out(text, width=width, base=base).lines:
        assert_tiles(line)


@settings(max_examples=60)
@given(text=TEXTS, base=st.sampled_from(["rtl", "ltr"]))
def test_each_box_is_where_the_glyphs_of_its_cluster_are(lay_out: LayOut, text: str, base: str) -> None:
    """The table asks Qt for glyphs only where directions mix; asked everywhere, they say the same."""
    paragraph = lay_out(text, width=400, base=base)
    for line in paragraph.lines:
        geometry = line.geometry
        for k in range(len(geometry)):
            start, end = geometry.cluster(k)
            runs = line.text_line.glyphRuns(start, end - start, INDEXES)
            widest = max(runs, key=lambda run: run.boundingRect().width(), default=None)
            if widest is None or "لأإا".find(paragraph.reading.character(start)) >= 0:
                continue
            is_rtl = bool(widest.flags() & QGlyphRun.GlyphRunFlag.RightToLeft)
            if widest.boundingRect().width() > TILE_PX and line.text_line.naturalTextRect().contains(
                widest.boundingRect().center()
            ):
                assert geometry.x0[k] == pytest.approx(widest.boundingRect().left(), abs=TILE_PX)
                assert geometry.x1[k] == pytest.approx(widest.boundingRect().right(), abs=TILE_PX)
                assert geometry.rtl[k] == is_rtl


def test_a_click_in_a_quarter_of_a_box_means_the_nearer_edge(case: str, family: str, lay_out: LayOut) -> None:
    for line in lay_out(case, family).lines:
        geometry = line.geometry
        for k in geometry.visual():
            start, end = geometry.cluster(k)
            quarter = (geometry.x1[k] - geometry.x0[k]) / 4
            left, right = (end, start) if geometry.rtl[k] else (start, end)
            assert geometry.cluster_at(geometry.x0[k] + quarter) == k
            assert geometry.hit(geometry.x0[k] + quarter) == left
            assert geometry.hit(geometry.x1[k] - quarter) == right


def test_a_click_beside_the_text_means_its_end_on_that_side(lay_out: LayOut) -> None:
    geometry = lay_out("باكو").lines[0].geometry
    assert geometry.hit(10_000) == 0
    assert geometry.hit(-10_000) == 4


@settings(max_examples=60)
@given(data=st.data(), text=TEXTS, base=st.sampled_from(["rtl", "ltr"]))
def test_edges_measured_one_by_one_are_those_of_the_whole_line(
    data: st.DataObject, family: str, lay_out: LayOut, text: str, base: str
) -> None:
    paragraph = lay_out(text, family, data.draw(st.integers(90, 600)), base)
    for line in paragraph.lines:
        whole, last = line.geometry, len(line.geometry) - 1
        first, last = sorted(data.draw(st.tuples(st.integers(0, last), st.integers(0, last))))
        alone = Line(line.text_line, line.top, paragraph._geometry).geometry
        assert alone.stretch(first, last + 1) == stretch(whole, first, last + 1)
        for k in (first, last):
            box = whole.x0[k], whole.x1[k]
            assert (alone.leading(k), alone.trailing(k)) == (box[::-1] if whole.rtl[k] else box)
            assert alone.is_rtl(k) == whole.rtl[k]


def test_few_edges_are_measured_where_few_are_asked_for(lay_out: LayOut) -> None:
    paragraph = lay_out("وذكرت وكالة إنترفاكس للأنباء", width=900)
    assert paragraph.lines[0].geometry.rects(6, 11)
    assert "table" not in vars(paragraph.lines[0].geometry)


def test_a_mark_before_a_number_belongs_to_its_letter(family: str, lay_out: LayOut) -> None:
    """Marks are as neutral as the space before the number, but the cluster they are part of is not."""
    geometry = lay_out("كاملاً ٢٠", family).lines[0].geometry
    assert geometry.x1[4] == pytest.approx(geometry.x0[3])
    assert geometry.x0[4] == pytest.approx(geometry.x1[5])


def test_lam_and_alef_share_their_ligature_evenly(family: str, lay_out: LayOut) -> None:
    geometry = lay_out("لأذربيجان", family).lines[0].geometry
    lam, alef = geometry.x1[0] - geometry.x0[0], geometry.x1[1] - geometry.x0[1]
    assert lam > 1
    assert lam == pytest.approx(alef, abs=TILE_PX)
    assert geometry.x0[0] == pytest.approx(geometry.x1[1])


def test_lam_and_alef_share_their_ligature_among_latin_too(family: str, lay_out: LayOut) -> None:
    geometry = lay_out("Baku لأذربيجان Baku", family).lines[0].geometry
    lam, alef = geometry.x1[5] - geometry.x0[5], geometry.x1[6] - geometry.x0[6]
    assert lam > 1
    assert lam == pytest.approx(alef, abs=TILE_PX)
    assert geometry.rtl[4:8] == [False, True, True, True]


def test_a_year_among_arabic_is_one_rectangle_in_reading_order(lay_out: LayOut) -> None:
    geometry = lay_out("عام 2020 في").lines[0].geometry
    assert len(geometry.rects(4, 8)) == 1
    assert geometry.rtl[4:8] == [False] * 4
    assert geometry.x0[4] < geometry.x0[7] < geometry.x0[2]


def test_a_range_across_a_change_of_direction_is_several_rectangles(lay_out: LayOut) -> None:
    geometry = lay_out("The city of باكو and قره").lines[0].geometry
    assert len(geometry.rects(12, 14)) == 1
    assert len(geometry.rects(5, 14)) == 2


def test_a_partly_covered_cluster_counts_whole(lay_out: LayOut) -> None:
    geometry = lay_out("كَتَبَ").lines[0].geometry
    assert len(geometry) == 3
    assert geometry.rects(1, 2) == geometry.rects(0, 2)


def test_an_empty_range_covers_nothing(lay_out: LayOut) -> None:
    geometry = lay_out("باكو").lines[0].geometry
    assert geometry.rects(2, 2) == []
    assert geometry.rects(4, 9) == []


def test_a_caret_between_letters_of_one_direction_has_one_place(lay_out: LayOut) -> None:
    geometry = lay_out("باكو").lines[0].geometry
    assert [len(geometry.carets(offset)) for offset in range(5)] == [1] * 5


def test_a_caret_at_a_change_of_direction_has_two_places(lay_out: LayOut) -> None:
    geometry = lay_out("في Baku").lines[0].geometry
    leading, trailing = geometry.carets(3)
    assert leading == pytest.approx(geometry.x0[3])
    assert trailing == pytest.approx(geometry.x0[2])


def test_an_empty_paragraph_has_a_line_without_boxes(lay_out: LayOut) -> None:
    geometry = lay_out("").lines[0].geometry
    assert len(geometry) == 0
    assert geometry.rects(0, 1) == []
    assert geometry.hit(10) == 0
    assert geometry.carets(0) == [500]


def test_tabs_among_directions_get_the_gaps_in_logical_order(lay_out: LayOut) -> None:
    geometry = lay_out("اسم\tname\tعدد 12").lines[0].geometry
    first, second = geometry.rects(3, 4), geometry.rects(8, 9)
    assert first[0][0] > second[0][0]


def test_a_tab_reaches_from_the_text_before_it_to_the_text_after_it(lay_out: LayOut) -> None:
    geometry = lay_out("\tبا 12\tكو\t\t", width=500).lines[0].geometry
    assert (geometry.x0[0], geometry.x1[0]) == pytest.approx((geometry.x1[1], 500))
    assert (geometry.x0[6], geometry.x1[6]) == pytest.approx((geometry.x1[7], geometry.x0[4]))
    assert geometry.x0[9] > 0
    assert geometry.x1[9] == pytest.approx(geometry.x0[8])
    assert geometry.x1[10] == pytest.approx(geometry.x0[9])


@pytest.mark.parametrize(
    ("text", "width"),
    [("\tبا\tab", 130), ("12\tبا12\tab", 130), ("مُهِ - \u200f 🇦🇿🇦🇿", 95), ("با١\u00ad", 300)],
    ids=["tab", "two", "flags", "hyphen"],
)
def test_letters_are_boxed_where_they_are_painted_though_qt_may_put_the_carets_elsewhere(
    lay_out: LayOut, text: str, width: float
) -> None:
    """Qt counts what hangs over the edge at a wrap only on one of the two ways; on which depends on what was drawn before."""
    line = lay_out(text, width=width, base="rtl").lines[0]
    k = next(k for k in range(len(line.geometry)) if text[k] in "بم")
    start, end = line.geometry.cluster(k)
    (run,) = line.text_line.glyphRuns(start, end - start, INDEXES)
    assert (line.geometry.x0[k], line.geometry.x1[k]) == pytest.approx((run.boundingRect().left(), run.boundingRect().right()))
    assert line.geometry.rects(start, end) == [pytest.approx((line.geometry.x0[k], line.geometry.x1[k]))]
    assert_tiles(line)


def test_plain_text_has_the_clusters_that_qt_steps_over(case: str, lay_out: LayOut) -> None:
    paragraph = lay_out(case)
    if paragraph.is_plain:
        for line in paragraph.lines:
            assert list(line.geometry.start) == paragraph._stops(line.start, line.end)
