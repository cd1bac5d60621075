"""Lines between related spans: where they run, what they never cross, and what they cost the screen."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page import link_scene
from annotator.ui.page.link_scene import Drawn
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page
from annotator.ui.page.parts import CHIPS
from annotator.ui.page.parts import NONE as NO_CHIPS
from annotator.ui.page.related import Related
from annotator.ui.theme import THEMES, Theme, contrast
from tests.demo import RELATIONS, places
from tests.joined import Joined, Marked, relations_of, spans_over
from tests.ui.acts import ARTICLE, LEFT, NONE, point_of
from tests.ui.page.test_repainting import on_screen

ENGLISH = Document.of("The ministry said that nine medics were killed in the north.\n" * 30)
MARKS = places(ARTICLE.text)


def show(page: Page, schema: Schema, document: Document, marks: Sequence[Marked], joined: Sequence[Joined]) -> list[Span]:
    """Show *document* under *marks*, joined so; return the spans."""
    spans = spans_over(document, schema, *marks)
    page.show_document(document, spans)
    page.links.show(Related(schema.relations, relations_of(schema, spans, *joined)))
    return spans


def demo(page: Page, schema: Schema) -> list[Span]:
    """Show the seed article as it is marked and related for screenshots."""
    return show(page, schema, ARTICLE, MARKS, RELATIONS)


def crowd(page: Page, schema: Schema, count: int, seed: int = 0) -> None:
    """Show the seed article with *count* relations between spans here and there."""
    chance = random.Random(seed)
    starts = sorted(chance.sample(range(0, 1500, 9), min(count, 150)))
    joined = [(*chance.sample(range(len(starts)), 2),) for _ in range(count)]
    show(page, schema, ARTICLE, [(at, at + 6, "claim") for at in starts], [(a, "supports", b) for a, b in joined])


def segments(one: Drawn) -> list[QLineF]:
    """Return the straight pieces of a line."""
    return [QLineF(a, b) for a, b in pairwise(one.route.line.toList())]


def text_boxes(page: Page) -> list[QRectF]:
    """Return where the lines of text stand in the view, without the gaps over them and the tracks below."""
    boxes = []
    for index, top in page.flow.visible(page.view_height):
        paragraph = page.flow.paragraph(index)
        for line in range(len(paragraph.lines)):
            natural = paragraph.lines[line].text_line.naturalTextRect()
            y, height = round(top) + paragraph.fill_top(line), paragraph.typography.text_height
            boxes.append(QRectF(page.column_left + natural.left(), y, natural.width(), height))
    return boxes


def chips(page: Page) -> list[QRectF]:
    """Return where the names of spans stand in the view."""
    return [
        chip.rect.translated(page.column_left, round(top))
        for index, top in page.flow.visible(page.view_height)
        for line in range(len(page.flow.paragraph(index).lines))
        for chip in page.decoration(index).line(line).chips
    ]


def crosses(line: QLineF, box: QRectF) -> bool:
    """Whether a level or upright *line* passes through *box*, by more than its edge."""
    inner = box.adjusted(1, 1, -1, -1)
    rect = QRectF(line.p1(), line.p2()).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
    return inner.intersects(rect)


@pytest.mark.parametrize("chips_of", CHIPS)
@pytest.mark.parametrize(("width", "count"), [(800, 12), (420, 60), (1400, 200)])
def test_no_line_runs_over_the_text_or_aslant(page: Page, schema: Schema, width: int, count: int, chips_of: str) -> None:
    page.resize(width, 700)
    page.set_chips(chips_of)
    crowd(page, schema, count)
    page.links.set_all(is_all=True)
    boxes = text_boxes(page)
    assert len(page.links.drawn) > count // 5
    for one in page.links.drawn:
        for line in segments(one):
            assert line.dx() == 0 or line.dy() == 0
            assert not any(crosses(line, box) for box in boxes)


@pytest.mark.parametrize("zoom", [60, 100, 250])
def test_a_title_covers_neither_text_nor_names_nor_other_titles(page: Page, schema: Schema, zoom: int) -> None:
    page.resize(900, 800)
    page.set_zoom(zoom)
    demo(page, schema)
    page.links.set_all(is_all=True)
    titles = [one.title for one in page.links.drawn if one.title]
    assert titles
    taken = [*text_boxes(page), *chips(page)]
    for place, title in enumerate(titles):
        inner = title.adjusted(0.5, 0.5, -0.5, -0.5)
        assert page.viewport().rect().contains(title.toAlignedRect())
        assert not any(inner.intersects(other) for other in (*taken, *titles[place + 1 :]))


def test_lines_side_by_side_do_not_share_a_way(page: Page, schema: Schema) -> None:
    claims = [(at, at + 5, "claim") for at in (0, 120, 240, 360)]
    show(page, schema, ARTICLE, claims, [(0, "supports", 1), (0, "supports", 2), (0, "contradicts", 3)])
    page.links.set_all(is_all=True)
    upright = [line.x1() for one in page.links.drawn for line in segments(one) if line.dx() == 0 and abs(line.dy()) > 20]
    assert len(upright) == len(set(upright)) == 3
    level = [(line.y1(), line.x2()) for one in page.links.drawn for line in segments(one) if line.dy() == 0]
    assert len(level) == len(set(level))


@pytest.mark.parametrize(("document", "is_at_right"), [(ARTICLE, True), (ENGLISH, False)])
def test_between_lines_they_keep_to_the_margin_where_reading_begins(
    page: Page,
    schema: Schema,
    document: Document,
    is_at_right: bool,  # noqa: FBT001 - a case
) -> None:
    spans = show(page, schema, document, [(4, 12, "claim"), (260, 268, "actor")], [(0, "source", 1)])
    page.focus_span(spans[0].id)
    (one,) = page.links.drawn
    margin = [line.x1() for line in segments(one) if line.dx() == 0 and abs(line.dy()) > 20]
    right = page.column_left + page.flow.width
    assert [x > right for x in margin] == [is_at_right]
    assert [x < page.column_left for x in margin] == [not is_at_right]


def test_a_line_goes_from_name_to_name_with_an_arrow_at_its_tail(page: Page, schema: Schema) -> None:
    spans = show(page, schema, ARTICLE, [(40, 60, "claim"), (6, 36, "actor")], [(0, "source", 1)])
    page.focus_span(spans[0].id)
    (one,) = page.links.drawn
    claim, actor = (rect.adjusted(-2, -2, 2, 2) for rect in sorted(chips(page), key=QRectF.left))
    line, (arrow,) = one.route.line.toList(), one.route.arrows
    assert claim.contains(line[0])
    assert actor.contains(line[-1])
    assert arrow.first() == line[-1]


def test_a_relation_that_says_the_same_both_ways_has_an_arrow_at_either_end(page: Page, schema: Schema) -> None:
    spans = show(page, schema, ARTICLE, [(6, 36, "actor"), (200, 210, "actor")], [(0, "same_as", 1)])
    page.focus_span(spans[1].id)
    (one,) = page.links.drawn
    assert {arrow.first().toTuple() for arrow in one.route.arrows} == {
        point.toTuple() for point in (one.route.line.first(), one.route.line.last())
    }


def test_only_those_of_the_span_in_focus_and_pointed_at_are_drawn_or_all_on_request(page: Page, schema: Schema) -> None:
    spans = demo(page, schema)
    assert not page.links.drawn
    page.focus_span(spans[12].id)
    assert {one.link.title for one in page.links.drawn} == {"Source", "Contradicts", "Claimed in"}
    page.links.hover(spans[1].id)
    assert {one.link.title for one in page.links.drawn} == {"Source", "Contradicts", "Claimed in", "Target", "Supports"}
    page.links.hover(None)
    page.focus_span(None)
    assert not page.links.drawn
    page.links.set_all(is_all=True)
    assert len(page.links.drawn) > 8


def test_a_casualty_is_joined_to_its_claim_by_a_broken_line_until_that_is_said(page: Page, schema: Schema) -> None:
    marks = [(0, 60, "claim"), (40, 50, "casualty"), (70, 80, "claim")]
    spans = show(page, schema, ARTICLE, marks, [])
    page.focus_span(spans[1].id)
    (one,) = page.links.drawn
    assert (one.link.head, one.link.tail, one.link.is_derived) == (spans[1].id, spans[0].id, True)
    assert not page.links.related.links()
    image, level = page.grab().toImage(), next(line for line in segments(one) if line.dy() == 0)
    y, xs = round(level.y1()), range(round(min(level.x1(), level.x2())) + 4, round(max(level.x1(), level.x2())) - 4)
    colors = [image.pixelColor(x, y) for x in xs]
    assert page.looks.theme.accent in colors
    assert page.looks.theme.page in colors
    page.links.show(Related(schema.relations, relations_of(schema, spans, (1, "claimed_in", 2))))
    (one,) = page.links.drawn
    assert (one.link.tail, one.link.is_derived) == (spans[2].id, False)


def test_a_line_to_a_span_out_of_view_goes_to_the_edge_and_its_title_leads_on(page: Page, schema: Schema) -> None:
    far = len(ARTICLE.text) - 60
    spans = show(page, schema, ARTICLE, [(0, 20, "claim"), (far, far + 10, "actor")], [(0, "source", 1)])
    page.focus_span(spans[0].id)
    (one,) = page.links.drawn
    assert one.route.line.last().y() == page.view_height - 1
    assert one.title
    QTest.mouseClick(page.viewport(), LEFT, NONE, one.title.center().toPoint())
    assert page.focused == spans[1].id
    (one,) = page.links.drawn
    assert one.route.line.first().y() == 0
    assert one.title
    QTest.mouseClick(page.viewport(), LEFT, NONE, one.title.center().toPoint())
    assert page.focused == spans[0].id


def test_a_line_whose_ends_are_both_out_of_view_is_not_drawn(page: Page, schema: Schema) -> None:
    far = len(ARTICLE.text) - 60
    spans = show(page, schema, ARTICLE, [(0, 20, "claim"), (far, far + 10, "actor")], [(0, "source", 1)])
    page.focus_span(spans[0].id)
    page.go_to(far // 2)
    page.grab()
    assert not page.links.drawn


def test_pointing_at_a_span_lights_up_what_is_related_and_leaves_nothing_behind(
    qtbot: QtBot, page: Page, schema: Schema
) -> None:
    spans = demo(page, schema)
    qtbot.waitUntil(lambda: on_screen(page) == page.grab().toImage())
    before = on_screen(page)
    QTest.mouseMove(page.viewport(), point_of(page, spans[5].start + 2))
    qtbot.waitUntil(lambda: on_screen(page) != before)
    assert [one.link.title for one in page.links.drawn] == ["Target"]
    qtbot.waitUntil(lambda: on_screen(page) == page.grab().toImage(), timeout=1000)
    QApplication.sendEvent(page.viewport(), QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: on_screen(page) == before, timeout=1000)


@pytest.mark.parametrize("is_all", [False, True])
def test_whatever_changes_the_screen_shows_what_a_whole_painting_would(
    qtbot: QtBot,
    page: Page,
    schema: Schema,
    is_all: bool,  # noqa: FBT001 - a case
) -> None:
    chance, spans = random.Random(5), demo(page, schema)
    page.links.set_all(is_all=is_all)
    steps = (
        lambda: page.focus_span(chance.choice(spans).id, reveal=False),
        lambda: page.links.hover(chance.choice(spans).id),
        lambda: page.scroll_by(chance.randint(-300, 300)),
        lambda: page.replace_spans((spans[3],), (spans[3],)),
        lambda: page.replace_spans((spans[6],), ()),
        lambda: page.links.offer(frozenset(span.id for span in chance.sample(spans, 4))),
        lambda: page.go("down"),
    )
    for _ in range(40):
        chance.choice(steps)()
        qtbot.waitUntil(lambda: on_screen(page) == page.grab().toImage(), timeout=1000)


def test_where_nothing_is_related_the_page_looks_as_ever_and_nothing_is_worked_out(
    page: Page, schema: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans = spans_over(ARTICLE, schema, (6, 36, "actor"))
    page.show_document(ARTICLE, spans)
    page.focus_span(None)
    before = page.grab().toImage()
    monkeypatch.setattr(link_scene.Scene, "draw", lambda *_: pytest.fail("worked out"))
    page.links.show(Related(schema.relations))
    assert page.grab().toImage() == before


def test_a_caret_that_moves_and_a_pointer_that_stays_on_its_span_work_nothing_out_again(page: Page, schema: Schema) -> None:
    spans = demo(page, schema)
    page.focus_span(spans[1].id)
    page.links.hover(spans[1].id)
    page.grab()
    drawn = page.links.drawn
    for _ in range(3):
        page.go("left")
        page.grab()
        page.links.hover(spans[1].id)
    assert all(now is then for now, then in zip(page.links.drawn, drawn, strict=True))


def test_a_thousand_relations_are_drawn_without_a_line_over_the_text(page: Page, schema: Schema) -> None:
    crowd(page, schema, 1000)
    page.links.set_all(is_all=True)
    page.grab()
    boxes = text_boxes(page)
    assert len(page.links.drawn) > 500
    assert not any(crosses(line, box) for one in page.links.drawn for line in segments(one) for box in boxes)


def test_without_names_in_the_text_lines_have_no_titles_either(page: Page, schema: Schema) -> None:
    spans = demo(page, schema)
    page.set_chips(NO_CHIPS)
    page.focus_span(spans[1].id)
    assert len(page.links.drawn) == 3
    assert [one.title for one in page.links.drawn] == [None] * 3
    assert page.links.title_at(QPointF(page.column_left, 10)) is None


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_lines_are_seen_in_every_theme(page: Page, schema: Schema, theme: Theme) -> None:
    page.set_looks(looks_of(schema, theme))
    demo(page, schema)
    page.links.set_all(is_all=True)
    page.links.hover(page.links.drawn[0].link.head)
    image = page.grab().toImage()
    seen = set()
    for one in page.links.drawn:
        for line in segments(one):
            if line.dx() == 0 and abs(line.dy()) > 20:
                middle = QPoint(round(line.x1()), round((line.y1() + line.y2()) / 2))
                seen |= {image.pixelColor(middle + QPoint(away, 0)).name() for away in (-1, 0)}
    wanted = {theme.accent.name(), theme.muted.name()}
    assert wanted <= seen
    assert min(contrast(color, theme.page) for color in (theme.accent, theme.muted)) >= max(3.0, theme.bar_contrast)
