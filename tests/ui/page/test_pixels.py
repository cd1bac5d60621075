from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui import theme
from annotator.ui.page import painting
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.looks import LabelLook, Looks, looks_of
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import NONE, Style
from tests.typefaces import FONTS

LayOut = Callable[..., Paragraph]
Mark = Callable[..., Span]
LEFT = 44
WORDS = (
    *("باكو", "لأذربيجان", "2020", "Baku", "(قره", "باغ)", "«لا»", "كَتَبَ", "إلا", "F-16", "😀", "،", "ירושלים", "٢٠"),
    *("a٢با", "\t", "12\u00ad"),
)


def picture(decoration: Decoration, draw_text: painting.DrawText = lambda *_: None, lines: range | None = None) -> QImage:
    """Return the paragraph, or these *lines* of it, painted on white, without its letters if they are not asked for."""
    paragraph = decoration.paragraph
    image = QImage(int(paragraph.width) + 2 * LEFT, int(paragraph.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.translate(LEFT, 0)
        painting.draw(painter, decoration, painting.Marks(), lines or range(len(paragraph.lines)), draw_text)
    return image


def owners(text: str, ranked: list[Span]) -> list[int]:
    """Return the rank of the span that wins each code point, -1 for none; the later ranked wins."""
    won = [-1] * len(text)
    for rank, span in enumerate(ranked):
        won[span.start : span.end] = [rank] * (span.end - span.start)
    return won


def first_pixel(x: float) -> int:
    """Return the first pixel whose middle is not left of *x*."""
    return floor(x + LEFT + 0.5)


def assert_painted(decoration: Decoration, spans: list[Span], colors: list[QColor]) -> None:
    """Compare a row of every line with what the spans say, box by box."""
    paragraph, image = decoration.paragraph, picture(decoration)
    ranked = sorted(spans, key=lambda span: (span.start - span.end, span.start, span.id))
    won = owners(paragraph.text, ranked)
    for index, line in enumerate(paragraph.lines):
        y = int(paragraph.fill_top(index))
        inside = set()
        for k in line.geometry.visual():
            a, b = (paragraph.utf16.to_codepoint(position) for position in line.geometry.cluster(k))
            rank = max(won[a:b])
            expected = colors[ranked[rank].label[0]] if rank >= 0 else QColor("white")
            for x in range(first_pixel(line.geometry.x0[k]), first_pixel(line.geometry.x1[k])):
                inside.add(x)
                assert image.pixelColor(x, y) == expected, (paragraph.text[a:b], x)
        outside = set(range(image.width())) - inside
        assert all(image.pixelColor(x, y) == QColor("white") for x in outside)


def decorated(paragraph: Paragraph, spans: list[Span], looks: Looks) -> Decoration:
    return Decoration(paragraph, spans, Style(looks, Chips(paragraph.typography), chips_of=NONE))


def colors_of(looks: Looks) -> list[QColor]:
    return [look.colors.fill for look in looks.labels.values()]


def test_a_span_paints_the_boxes_of_its_clusters_and_nothing_else(
    case: str, family: str, lay_out: LayOut, plain_looks: Looks, mark: Mark
) -> None:
    paragraph, document = lay_out(case, family), Document.of(case)
    middle = len(case) // 2
    for start, end in ((0, len(case)), (0, middle), (middle // 2, middle + 2), (middle, len(case)), (1, 2)):
        spans = [mark(document, start, end)]
        assert_painted(decorated(paragraph, spans, plain_looks), spans, colors_of(plain_looks))


def test_nested_spans_paint_each_cluster_once_by_the_innermost(
    case: str, lay_out: LayOut, plain_looks: Looks, mark: Mark
) -> None:
    paragraph, document, length = lay_out(case), Document.of(case), len(case)
    edges = (0, length), (1, length - 1), (length // 3, length), (length // 3, length // 2 + 1)
    spans = [mark(document, start, end, label) for label, (start, end) in enumerate(edges)]
    assert_painted(decorated(paragraph, spans, plain_looks), spans, colors_of(plain_looks))


@st.composite
def drawn(draw: st.DrawFn, lay_out: LayOut, mark: Mark) -> tuple[Paragraph, list[Span]]:
    """Return a text of any words in any setting, and spans over it."""
    text = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
    document = Document.of(text)
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)), st.integers(0, 3))
    spans = [mark(document, *one) for one in draw(st.lists(ranges.filter(lambda r: r[0] < r[1]), max_size=7))]
    family, zoom = draw(st.sampled_from(tuple(FONTS.values()))), draw(st.sampled_from([60, 100, 160]))
    return lay_out(text, family, draw(st.integers(120, 500)), draw(st.sampled_from(["rtl", "ltr"])), zoom), spans


@settings(max_examples=60)
@given(data=st.data())
def test_any_spans_over_any_text_are_painted_where_they_are(
    data: st.DataObject, lay_out: LayOut, plain_looks: Looks, mark: Mark
) -> None:
    paragraph, spans = data.draw(drawn(lay_out, mark))
    assert_painted(decorated(paragraph, spans, plain_looks), spans, colors_of(plain_looks))


@settings(max_examples=30)
@given(data=st.data())
def test_a_span_moves_no_pixel_of_the_text(data: st.DataObject, lay_out: LayOut, mark: Mark) -> None:
    paragraph, spans = data.draw(drawn(lay_out, mark))
    nothing = QColor(0, 0, 0, 0)
    unseen = LabelLook("a", "a", "fill", "solid", theme.LabelColors(nothing, nothing, nothing, nothing))
    looks = Looks(theme.LIGHT, {bytes([number]): unseen for number in range(4)})
    bare = picture(decorated(paragraph, [], looks), painting.draw_text_on_screen)
    few = spans[: paragraph.typography.tracks]  # more of them are a number beside the line
    assert picture(decorated(paragraph, few, looks), painting.draw_text_on_screen) == bare


@settings(max_examples=40)
@given(data=st.data())
def test_nothing_is_painted_outside_the_band_of_a_line_and_the_margins(
    data: st.DataObject, lay_out: LayOut, schema: Schema, mark: Mark
) -> None:
    paragraph, spans = data.draw(drawn(lay_out, mark))
    looks = looks_of(schema)
    labels = tuple(looks.labels)
    spans = [replace(span, label=labels[span.label[0]]) for span in spans]
    style = Style(looks, Chips(paragraph.typography))
    for index, line in enumerate(paragraph.lines):
        image = picture(Decoration(paragraph, spans, style), lines=range(index, index + 1))
        for y in {*range(image.height())} - {*range(floor(line.top), ceil(line.top + paragraph.typography.pitch))}:
            assert {image.pixel(x, y) for x in range(image.width())} == {QColor("white").rgb()}, (paragraph.text, index, y)
        assert {image.pixel(x, y) for x in (0, image.width() - 1) for y in range(image.height())} == {QColor("white").rgb()}
