"""Relations by key and by mouse: only legal ends are offered, and what is made or erased can be taken back."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.ui.desk import Desk
from annotator.ui.page.page import Page
from annotator.ui.rows import ROLE
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, mark, point_of, press
from tests.ui.conftest import Open

Key = Qt.Key
# The places in the article at which the spans of these tests begin, by what they are called here.
CLAIM, ACTOR, INNER, PLACE, HARMED, OTHER = 40, 6, 46, 62, 81, 144
MARKS = (
    (CLAIM, 100, Key.Key_4),
    (ACTOR, 36, Key.Key_1),
    (INNER, 58, Key.Key_1),
    (PLACE, 69, Key.Key_3),
    (HARMED, 90, Key.Key_2),
    (OTHER, 160, Key.Key_4),
)


@pytest.fixture
def marked(qtbot: QtBot, desk: Desk) -> Desk:
    """Return a window with two claims, in the first of them an actor, a place and a casualty, an actor before it."""
    for start, end, key in MARKS:
        mark(qtbot, desk, start, end, key)
    desk.panels.page.focus_span(None)
    return desk


def span(desk: Desk, start: int) -> Span:
    """Return the span that begins at *start*."""
    return next(one for one in desk.panels.page.spans.in_order() if one.start == start)


def focus(desk: Desk, start: int) -> None:
    """Put the span that begins at *start* into focus."""
    desk.panels.page.go_to(start)
    desk.panels.page.focus_span(span(desk, start).id)


def proposed(desk: Desk) -> int | None:
    """Return where the span begins that Enter or a drop would take, None if there is none."""
    link = desk.panels.page.links._offer.proposed
    other = link and desk.panels.page.spans.get(link.other(desk.panels.page.focused or b""))
    return other.start if other else None


def lit(desk: Desk) -> list[int]:
    """Return where the spans begin that are offered."""
    page = desk.panels.page
    return sorted(found.start for one in page.links._offer.partners if (found := page.spans.get(one)))


def related(desk: Desk) -> list[tuple[int, str, int]]:
    """Return (start of the head, title, start of the tail) of what the page shows, also on its way."""
    get = desk.panels.page.spans.get
    found = [(get(link.head), link.title, get(link.tail)) for link in desk.panels.page.links.related.links()]
    return [(head.start, title, tail.start) for head, title, tail in found if head and tail]


def is_settled(desk: Desk) -> bool:
    """Whether nothing that is shown is on its way to the file."""
    return not desk.session.saving.waiting and not any(link.is_pending for link in desk.panels.page.links.related.links())


def listed(desk: Desk) -> list[str]:
    """Return the titles in the list of kinds, none while it is hidden."""
    model = desk.joining.kinds.list.model()
    rows = [model.index(row, 0, QModelIndex()).data(ROLE) for row in range(model.rowCount())]
    return [row.title.split("  ")[1] for row in rows] if desk.joining.kinds.isVisible() else []


def in_file(path: Path) -> list[tuple[str, bytes, bytes]]:
    """Return (kind, head, tail) of the relations that the file holds."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
        return [(project.schema.kind(one.label).name, *one.ends) for each in opened for one in each.relations]


def chip_point(page: Page, found: Span) -> QPoint:
    """Return the middle of the chip of a span in the viewport."""
    place = page.flow.place_of(found.start)
    chips = page.decoration(place.paragraph).line(place.line).chips
    center = next(chip.rect.center() for chip in chips if chip.part.span.id == found.id)
    top = page.flow.y_of(place.paragraph, page.view_height)
    assert top is not None
    return QPoint(round(center.x() + page.column_left), round(center.y() + top))


def drag_chip(desk: Desk, start: int, to: QPoint, *, drops: bool = True) -> None:
    """Drag the chip of the span that begins at *start* to a point of the viewport."""
    page = desk.panels.page
    begin = chip_point(page, span(desk, start))
    QTest.mousePress(page.viewport(), LEFT, NONE, begin)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(page.viewport(), begin + (to - begin) * share)
    if drops:
        QTest.mouseRelease(page.viewport(), LEFT, NONE, to)


def relate(qtbot: QtBot, desk: Desk, head: int, keys: Sequence[Key]) -> None:
    """Relate the span that begins at *head* by these *keys* after R."""
    focus(desk, head)
    with qtbot.waitSignal(desk.session.applied):
        for key in (Key.Key_R, *keys):
            press(desk, key)
    qtbot.waitUntil(lambda: is_settled(desk))


def test_r_offers_what_is_legal_and_begins_with_the_nearest(marked: Desk) -> None:
    focus(marked, OTHER)
    press(marked, Key.Key_R)
    assert lit(marked) == [ACTOR, CLAIM, INNER, HARMED]
    assert proposed(marked) == CLAIM
    assert marked.panels.page.focused == span(marked, OTHER).id
    assert "Enter" in marked.status.message.text()


def test_tab_walks_only_what_is_legal_in_reading_order_and_goes_round(marked: Desk) -> None:
    focus(marked, HARMED)
    press(marked, Key.Key_R)
    found = [proposed(marked)]
    for held in (NONE,) * 5 + (SHIFT,) * 2:
        press(marked, Key.Key_Backtab if held else Key.Key_Tab, held)
        found.append(proposed(marked))
    assert found == [CLAIM, INNER, PLACE, OTHER, ACTOR, CLAIM, ACTOR, OTHER]


def test_r_again_goes_on_too(marked: Desk) -> None:
    focus(marked, PLACE)
    press(marked, Key.Key_R)
    press(marked, Key.Key_R)
    assert proposed(marked) == HARMED


def test_enter_relates_at_once_as_pending_and_for_good_once_it_is_in_the_file(
    qtbot: QtBot, marked: Desk, project_path: Path
) -> None:
    focus(marked, PLACE)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    assert related(marked) == [(HARMED, "Place", PLACE)]
    assert [link.is_pending for link in marked.panels.page.links.related.links()] == [True]
    assert not marked.joining.is_on
    assert lit(marked) == []
    qtbot.waitUntil(lambda: is_settled(marked))
    assert related(marked) == [(HARMED, "Place", PLACE)]
    assert marked.panels.page.focused == span(marked, PLACE).id
    ends = span(marked, HARMED).id, span(marked, PLACE).id
    marked.close()
    assert in_file(project_path) == [("place", *ends)]


def test_where_several_kinds_are_legal_a_list_asks_which(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    assert listed(marked) == ["Source", "Target", "Relayed by"]
    assert "Which relation? \u20681 Source\u2069" in marked.status.message.text()
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_2)
    assert related(marked) == [(CLAIM, "Target", INNER)]
    assert listed(marked) == []
    assert not marked.joining.is_on
    assert span(marked, CLAIM).label == marked.marking.labels[3].id


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ([Key.Key_R], "Relayed by"),
        ([Key.Key_Down, Key.Key_Return], "Target"),
        ([Key.Key_Up, Key.Key_Return], "Relayed by"),
        ([Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Return], "Source"),
    ],
)
def test_in_the_list_first_letters_and_arrows_choose_too(qtbot: QtBot, marked: Desk, keys: list[Key], title: str) -> None:
    relate(qtbot, marked, CLAIM, [Key.Key_Return, *keys])
    assert related(marked) == [(CLAIM, title, INNER)]


def test_a_click_in_the_list_takes_that_kind(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    shown = marked.joining.kinds.list
    with qtbot.waitSignal(marked.session.applied):
        QTest.mouseClick(shown.viewport(), LEFT, NONE, shown.visualRect(shown.model().index(1, 0, QModelIndex())).center())
    assert related(marked) == [(CLAIM, "Target", INNER)]


def test_kinds_of_which_the_span_is_the_tail_are_offered_the_other_way_round(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, ACTOR)
    press(marked, Key.Key_R)
    assert proposed(marked) == CLAIM
    press(marked, Key.Key_Return)
    assert listed(marked) == ["← Source", "← Target", "← Relayed by"]
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_1)
    assert related(marked) == [(CLAIM, "Source", ACTOR)]


def test_what_is_said_already_is_not_offered_again(qtbot: QtBot, marked: Desk) -> None:
    relate(qtbot, marked, CLAIM, [Key.Key_Return, Key.Key_1])
    focus(marked, INNER)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    assert listed(marked) == ["← Target", "← Relayed by"]
    relate_place = [Key.Key_Return]
    press(marked, Key.Key_Escape)
    press(marked, Key.Key_Escape)
    relate(qtbot, marked, PLACE, relate_place)
    press(marked, Key.Key_R)
    assert not marked.joining.is_on
    assert "Nothing here" in marked.status.message.text()


def test_esc_closes_the_list_then_leaves_then_lets_the_span_go(marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    press(marked, Key.Key_Escape)
    assert listed(marked) == []
    assert marked.joining.is_on
    assert "Enter relates" in marked.status.message.text()
    press(marked, Key.Key_Escape)
    assert not marked.joining.is_on
    assert lit(marked) == []
    assert not marked.status.message.text()
    assert marked.panels.page.focused == span(marked, CLAIM).id
    press(marked, Key.Key_Escape)
    assert marked.panels.page.focused is None
    assert related(marked) == []


def test_tab_and_enter_do_again_what_they_always_do_once_that_is_over(marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Escape)
    press(marked, Key.Key_Tab)
    assert marked.panels.page.focused == span(marked, INNER).id
    press(marked, Key.Key_1)
    assert related(marked) == []


def test_a_span_put_under_another_label_meanwhile_is_not_joined_as_it_was_offered(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, OTHER)
    press(marked, Key.Key_R)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_3)
    press(marked, Key.Key_Return)
    assert related(marked) == []
    assert "Nothing joins these two" in marked.status.message.text()


def test_a_drop_while_a_list_is_open_asks_about_the_new_pair(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    drag_chip(marked, OTHER, chip_point(marked.panels.page, span(marked, ACTOR)))
    assert not marked.joining.is_on
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_1)
    assert related(marked) == [(OTHER, "Source", ACTOR)]


def test_a_click_on_a_span_that_is_offered_takes_it(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, HARMED)
    press(marked, Key.Key_R)
    with qtbot.waitSignal(marked.session.applied):
        QTest.mouseClick(marked.panels.page.viewport(), LEFT, NONE, point_of(marked.panels.page, PLACE + 2))
    assert related(marked) == [(HARMED, "Place", PLACE)]
    assert marked.panels.page.focused == span(marked, HARMED).id


def test_a_click_elsewhere_relates_nothing_and_ends_it(marked: Desk) -> None:
    focus(marked, PLACE)
    press(marked, Key.Key_R)
    QTest.mouseClick(marked.panels.page.viewport(), LEFT, NONE, point_of(marked.panels.page, ACTOR + 2))
    assert not marked.joining.is_on
    assert marked.panels.page.focused == span(marked, ACTOR).id
    assert related(marked) == []


def test_another_document_ends_it(qtbot: QtBot, marked: Desk) -> None:
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    other = next(entry.id for entry in marked.session.entries if entry.id != marked.panels.page.document.id)
    with qtbot.waitSignal(marked.session.document_opened):
        marked.following.read(other)
    assert not marked.joining.is_on
    assert listed(marked) == []


def test_a_chip_dragged_to_a_legal_span_lights_up_what_is_legal_and_relates_the_two(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    drag_chip(marked, HARMED, point_of(page, PLACE + 2), drops=False)
    assert lit(marked) == [ACTOR, CLAIM, INNER, PLACE, OTHER]
    assert page.viewport().cursor().shape() == Qt.CursorShape.DragLinkCursor
    with qtbot.waitSignal(marked.session.applied):
        QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, PLACE + 2))
    assert related(marked) == [(HARMED, "Place", PLACE)]
    assert lit(marked) == []
    assert page.selection is None


def test_a_chip_dropped_on_a_chip_asks_which_kind_where_there_are_several(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    drag_chip(marked, ACTOR, chip_point(page, span(marked, CLAIM)))
    assert listed(marked) == ["← Source", "← Target", "← Relayed by"]
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_3)
    assert related(marked) == [(CLAIM, "Relayed by", ACTOR)]


def test_esc_closes_the_list_that_a_drop_opened_and_keys_mark_again(qtbot: QtBot, marked: Desk) -> None:
    drag_chip(marked, ACTOR, chip_point(marked.panels.page, span(marked, CLAIM)))
    press(marked, Key.Key_Escape)
    assert listed(marked) == []
    assert not marked.status.message.text()
    mark(qtbot, marked, 170, 175, Key.Key_3)
    assert span(marked, 170).label == marked.marking.labels[2].id
    assert related(marked) == []


@pytest.mark.parametrize("offset", [ACTOR + 2, 120, 4])
def test_a_chip_dropped_where_nothing_is_legal_does_nothing(marked: Desk, offset: int) -> None:
    page = marked.panels.page
    drag_chip(marked, PLACE, point_of(page, offset))
    assert related(marked) == []
    assert listed(marked) == []
    assert page.selection is None
    assert lit(marked) == []


def test_a_chip_carried_below_the_view_scrolls_and_stays_in_hand(qtbot: QtBot, marked: Desk) -> None:
    page = marked.panels.page
    drag_chip(marked, HARMED, QPoint(page.width() // 2, page.view_height + 60), drops=False)
    qtbot.waitUntil(lambda: page.flow.position > 50)
    assert lit(marked) == [ACTOR, CLAIM, INNER, PLACE, OTHER]
    assert page.selection is None
    QTest.mouseRelease(page.viewport(), LEFT, NONE, QPoint(5, 5))
    assert related(marked) == []


def test_esc_lets_a_chip_go(marked: Desk) -> None:
    page = marked.panels.page
    drag_chip(marked, HARMED, point_of(page, PLACE + 2), drops=False)
    press(marked, Key.Key_Escape)
    assert lit(marked) == []
    QTest.mouseRelease(page.viewport(), LEFT, NONE, point_of(page, PLACE + 2))
    assert related(marked) == []


def test_a_click_on_a_chip_still_puts_its_span_into_focus(marked: Desk) -> None:
    page = marked.panels.page
    QTest.mouseClick(page.viewport(), LEFT, NONE, chip_point(page, span(marked, CLAIM)))
    assert page.focused == span(marked, CLAIM).id


def test_erasing_a_span_takes_its_relations_with_it_and_one_undo_brings_all_back(qtbot: QtBot, marked: Desk) -> None:
    relate(qtbot, marked, CLAIM, [Key.Key_Return, Key.Key_1])
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    before = sorted(related(marked))
    assert before == [(CLAIM, "Source", INNER), (HARMED, "Place", PLACE)]
    focus(marked, CLAIM)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Delete)
    assert related(marked) == [(HARMED, "Place", PLACE)]
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Z, CTRL)
    assert sorted(related(marked)) == before
    qtbot.waitUntil(lambda: marked.panels.page.focused == span(marked, CLAIM).id)
    qtbot.waitUntil(lambda: {one.link.title for one in marked.panels.page.links.drawn} == {"Source", "Claimed in"})


def test_undo_and_redo_take_a_relation_away_and_bring_it_back_and_show_where(qtbot: QtBot, marked: Desk) -> None:
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    marked.panels.page.focus_span(None)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Z, CTRL)
    assert related(marked) == []
    qtbot.waitUntil(lambda: marked.panels.page.focused == span(marked, HARMED).id)
    marked.panels.page.focus_span(None)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Y, CTRL)
    assert related(marked) == [(HARMED, "Place", PLACE)]
    qtbot.waitUntil(lambda: marked.panels.page.focused == span(marked, HARMED).id)
    history = marked.panels.history.list.model()
    qtbot.waitUntil(lambda: history.index(0, 0, QModelIndex()).data() == "Related")


def test_what_the_file_refuses_is_taken_back_and_told(qtbot: QtBot, marked: Desk) -> None:
    project, place = marked.session.project, span(marked, PLACE)
    assert project
    focus(marked, HARMED)
    press(marked, Key.Key_R)
    while proposed(marked) != PLACE:
        press(marked, Key.Key_Tab)
    project.erase(place.document, [place.id]).result()
    with qtbot.waitSignal(marked.session.failed):
        marked.joining._take()
        assert related(marked) == [(HARMED, "Place", PLACE)]
    assert related(marked) == []
    assert "erased meanwhile" in marked.panels.notice.text.text()


def test_all_relations_are_shown_on_request_also_the_next_time(qtbot: QtBot, marked: Desk, open_desk: Open) -> None:
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    marked.panels.page.focus_span(None)
    assert not marked.panels.page.links.drawn
    press(marked, Key.Key_L)
    assert [one.link.title for one in marked.panels.page.links.drawn] == ["Place", "Claimed in"]
    assert marked.commands.actions["relations"].isChecked()
    marked.close()
    again = open_desk()
    assert again.panels.page.links.is_all
    assert again.commands.actions["relations"].isChecked()
    press(again, Key.Key_L)
    assert not again.panels.page.links.is_all


def test_titles_are_in_the_language_of_the_interface(qtbot: QtBot, marked: Desk) -> None:
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    press(marked, Key.Key_F10)
    assert related(marked) == [(HARMED, "المكان", PLACE)]
    focus(marked, ACTOR)
    press(marked, Key.Key_R)
    press(marked, Key.Key_Return)
    assert listed(marked) == ["→ المصدر", "→ المستهدَف", "→ نقله"]


def test_a_project_that_may_only_be_read_offers_no_relation(qtbot: QtBot, marked: Desk, project_path: Path) -> None:
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    with qtbot.waitSignal(marked.session.document_opened):
        marked.session.open(lambda: Project.open(project_path, read_only=True))
    qtbot.waitUntil(lambda: len(marked.panels.page.spans) == len(MARKS))
    marked.panels.page.setFocus()
    focus(marked, CLAIM)
    press(marked, Key.Key_R)
    assert not marked.joining.is_on
    drag_chip(marked, PLACE, chip_point(marked.panels.page, span(marked, CLAIM)), drops=False)
    assert lit(marked) == []
    assert related(marked) == [(HARMED, "Place", PLACE)]
    QTest.mouseRelease(marked.panels.page.viewport(), LEFT, NONE, QPoint(5, 5))
