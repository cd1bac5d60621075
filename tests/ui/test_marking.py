import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.errors import InvalidSpan
from annotator.model.schemas import Label, Schema
from annotator.model.spans import Span
from annotator.ui.marking import Marking
from annotator.ui.page.page import Page
from annotator.ui.session import Session
from tests.ui.acts import point_of

LEFT = Qt.MouseButton.LeftButton


def drag(page: Page, start: int, end: int) -> None:
    QTest.mousePress(page.viewport(), LEFT, pos=point_of(page, start))
    QTest.mouseMove(page.viewport(), point_of(page, end - 1))
    QTest.mouseRelease(page.viewport(), LEFT, pos=point_of(page, end - 1))


def spans(page: Page) -> list[tuple[int, int, bytes]]:
    return [(span.start, span.end, span.label) for span in page.spans.in_order()]


def is_solid(page: Page, count: int) -> bool:
    return len(page.spans) == count and not page.pending


def marked(qtbot: QtBot, page: Page, marking: Marking, stretch: tuple[int, int], label: Label) -> Span:
    page.select(*stretch)
    marking.label(label)
    qtbot.waitUntil(lambda: is_solid(page, 1) and page.focused_span is not None)
    assert page.focused_span
    return page.focused_span


@pytest.fixture
def actor(schema: Schema) -> Label:
    return schema.named("actor")


@pytest.fixture
def claim(schema: Schema) -> Label:
    return schema.named("claim")


def test_a_mark_shows_at_once_as_pending_and_is_solid_once_it_is_in_the_file(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    drag(page, 0, 5)
    selected = page.selection
    assert selected
    marking.label(actor)
    assert spans(page) == [(*selected, actor.id)]
    assert page.pending == {span.id for span in page.spans.in_order()}
    qtbot.waitUntil(lambda: is_solid(page, 1))
    assert session.opened
    assert page.spans.in_order() == list(session.opened.spans)
    assert page.selection is None


def test_a_mark_never_stands_beside_its_hollow_twin(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    counts: list[int] = []
    session.applied.connect(lambda _: counts.append(len(page.spans)))
    for number in range(3):
        page.select(number * 10, number * 10 + 5)
        marking.label(actor)
        counts.append(len(page.spans))
    qtbot.waitUntil(lambda: is_solid(page, 3))
    assert counts == [1, 2, 3, 3, 3, 3]


def test_an_armed_label_marks_what_is_dragged_next(qtbot: QtBot, page: Page, marking: Marking, actor: Label) -> None:
    with qtbot.waitSignal(marking.armed) as told:
        marking.label(actor)
    assert told.args == [actor.id]
    drag(page, 10, 20)
    qtbot.waitUntil(lambda: is_solid(page, 1))
    with qtbot.waitSignal(marking.armed) as told:
        marking.arm(None)
    assert told.args == [None]


def test_the_key_of_another_label_relabels_the_focused_span(  # noqa: PLR0913, PLR0917 - one fixture a word
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label, claim: Label
) -> None:
    span = marked(qtbot, page, marking, (0, 5), actor)
    marking.label(claim)
    assert spans(page) == [(0, 5, claim.id)]
    qtbot.waitUntil(lambda: is_solid(page, 1))
    assert session.opened
    assert [(now.id, now.label) for now in session.opened.spans] == [(span.id, claim.id)]
    assert page.focused == span.id


def test_the_same_mark_twice_is_refused_and_the_first_one_stays(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    marked(qtbot, page, marking, (0, 5), actor)
    page.select(0, 5)
    with qtbot.waitSignal(session.failed) as told:
        marking.label(actor)
    assert isinstance(told.args[0], InvalidSpan)
    assert spans(page) == [(0, 5, actor.id)]
    assert not page.pending


def test_erase_takes_the_focused_span_and_undo_brings_it_back(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    span = marked(qtbot, page, marking, (0, 5), actor)
    marking.erase()
    qtbot.waitUntil(lambda: is_solid(page, 0))
    session.act(lambda project: project.undo())
    qtbot.waitUntil(lambda: is_solid(page, 1))
    assert page.spans.get(span.id) == span


@pytest.mark.parametrize("which", ["start", "end"])
@pytest.mark.parametrize("unit", ["cluster", "word"])
def test_pushing_an_edge_moves_only_that_edge(  # noqa: PLR0913, PLR0917 - one fixture a word
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label, which: str, unit: str
) -> None:
    span = marked(qtbot, page, marking, (20, 40), actor)
    marking.push_edge(which, "left", unit)
    qtbot.waitUntil(lambda: session.opened is not None and session.opened.spans[0] != span and not page.pending)
    now = page.spans.get(span.id)
    assert now
    assert (now.start == span.start) == (which == "end")
    assert (now.end == span.end) == (which == "start")


def test_a_refused_edge_goes_back_to_where_it_was(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    span = marked(qtbot, page, marking, (0, 5), actor)
    with qtbot.waitSignal(session.failed):
        marking.move(span, 0, len(page.text) + 1)
    qtbot.waitUntil(lambda: page.spans.get(span.id) == span)
    assert not page.pending


def test_a_mark_made_just_before_another_document_opens_is_kept_and_takes_no_focus_there(
    qtbot: QtBot, session: Session, page: Page, marking: Marking, actor: Label
) -> None:
    assert session.opened
    here = session.opened.document.id
    other = next(entry.id for entry in session.entries if entry.id != here)
    session.document_opened.connect(lambda opened: page.show_document(opened.document, opened.spans, opened.source))
    with qtbot.waitSignal(session.applied):
        session.read(other)
        page.select(0, 5)
        marking.label(actor)
    qtbot.waitUntil(lambda: not page.pending)
    assert page.document.id == other
    assert (page.focused, len(page.spans)) == (None, 0)
    with qtbot.waitSignal(session.document_opened):
        session.read(here)
    assert len(session.opened.spans) == 1


def test_the_direction_of_a_paragraph_goes_round(qtbot: QtBot, session: Session, page: Page, marking: Marking) -> None:
    page.go_to(0)
    found = []
    for _ in range(3):
        with qtbot.waitSignal(session.applied):
            marking.turn_paragraph()
        assert session.opened
        found.append(session.opened.source.directions)
    assert found == [((0, "rtl"),), ((0, "ltr"),), ()]
