from collections.abc import Callable
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.model.documents import Document
from annotator.model.spans import Span
from annotator.ui.page import painting
from annotator.ui.page.chips import Chips
from annotator.ui.page.decoration import Decoration
from annotator.ui.page.looks import Looks
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.parts import Style

LayOut = Callable[..., Paragraph]
Mark = Callable[..., Span]
LEFT = 40
WORDS = ("باكو", "لأذربيجان", "2020", "Baku", "(قره", "باغ)", "«لا»", "كَتَبَ", "إلا", "F-16", "😀", "،", "ירושלים", "٢٠")


def picture(decoration: Decoration) -> QImage:
    """Return the paragraph painted without its letters."""
    paragraph = decoration.paragraph
    image = QImage(int(paragraph.width) + 2 * LEFT, int(paragraph.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.translate(LEFT, 0)
        lines = range(len(paragraph.lines))
        painting.draw(painter, decoration, painting.Marks(), lines, lambda *_: None)
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
    return Decoration(paragraph, spans, Style(looks, Chips(paragraph.typography), has_chips=False))


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


@settings(max_examples=50)
@given(data=st.data())
def test_any_spans_over_any_text_are_painted_where_they_are(
    data: st.DataObject, lay_out: LayOut, plain_looks: Looks, mark: Mark
) -> None:
    text = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
    document = Document.of(text)
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)), st.integers(0, 3))
    drawn = data.draw(st.lists(ranges.filter(lambda r: r[0] < r[1]), max_size=5))
    spans = [mark(document, *one) for one in drawn]
    paragraph = lay_out(text, width=data.draw(st.integers(90, 500)), base=data.draw(st.sampled_from(["rtl", "ltr"])))
    assert_painted(decorated(paragraph, spans, plain_looks), spans, colors_of(plain_looks))
