"""The list of relations: in reading order, all or of one span; Enter goes to either end, Delete takes one back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.schemas import Schema
from annotator.ui.desk import Desk
from annotator.ui.page.looks import looks_of
from annotator.ui.page.related import Related
from annotator.ui.page.spans import SpanIndex
from annotator.ui.relations import RelationsPanel
from annotator.ui.rows import ROLE, Row
from annotator.ui.translations import Language
from tests.demo import RELATIONS, places
from tests.joined import relations_of, spans_over
from tests.ui.acts import ARTICLE, CTRL, LEFT, NONE, press
from tests.ui.room import clipped, settle
from tests.ui.test_relating import HARMED, PLACE, marked, relate, related, span

__all__ = ["marked"]
Key = Qt.Key
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[RelationsPanel]:
    """Return a panel in an otherwise empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = RelationsPanel(window)
    made.resize(280, 400)
    window.resize(300, 420)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """Return the language of the interface, English again afterwards."""
    made = Language(qapp)
    yield made
    made.use("en")


@pytest.fixture
def listing(qtbot: QtBot, marked: Desk) -> RelationsPanel:
    """Return a panel that lists the relations of a window: a place, and the source of a claim, made in that order."""
    panel = RelationsPanel(marked)
    marked.panels.right.addWidget(panel)
    relate(qtbot, marked, PLACE, [Key.Key_Return])
    relate(qtbot, marked, 40, [Key.Key_Return, Key.Key_1])
    marked.relating.use(panel)
    qtbot.waitUntil(lambda: len(rows(panel)) == 2)
    return panel


def rows(panel: RelationsPanel) -> list[Row]:
    """Return the rows shown."""
    model = panel.list.model()
    return [model.index(row, 0, QModelIndex()).data(ROLE) for row in range(model.rowCount())]


def titles(panel: RelationsPanel) -> list[str]:
    """Return what the rows call the relations."""
    return [row.detail for row in rows(panel)]


def choose(panel: RelationsPanel, row: int) -> None:
    """Click a row."""
    QTest.mouseClick(
        panel.list.viewport(), LEFT, NONE, panel.list.visualRect(panel.list.model().index(row, 0, QModelIndex())).center()
    )


def fill(panel: RelationsPanel, schema: Schema, language: str = "en", focused: int | None = None) -> None:
    """List the relations of the seed article as it is marked for screenshots, the span at a place in focus."""
    spans = spans_over(ARTICLE, schema, *places(ARTICLE.text))
    of = Related(schema.relations, relations_of(schema, spans, *RELATIONS), language=language)
    in_focus = None if focused is None else spans[focused].id
    panel.show_relations(of, SpanIndex([0], spans), ARTICLE.text, looks_of(schema, language=language), in_focus)


def empty_text(panel: RelationsPanel) -> str:
    """Return what stands in place of the rows."""
    label = panel.findChild(QLabel, "relations_empty")
    assert label
    return label.text().translate(ISOLATES) if label.isVisible() else ""


def test_relations_stand_in_the_order_of_their_heads_with_both_texts_their_kind_and_colour(
    listing: RelationsPanel, marked: Desk
) -> None:
    page = marked.panels.page
    assert titles(listing) == ["Source", "Place"]
    first = rows(listing)[0]
    claim, actor = (page.text[slice(*one.parts[0])] for one in (span(marked, 40), span(marked, 46)))
    assert first.title.startswith("\u2066\u2068")
    assert first.title.translate(ISOLATES) == f"{claim[:21]}… → {actor}"
    assert first.end == "\u2066Claim → Actor\u2069"
    assert first.color == page.looks.of(span(marked, 40).label).colors.bar


def test_a_click_goes_to_the_head_and_again_to_the_tail_and_the_keys_stay_in_the_list(
    listing: RelationsPanel, marked: Desk
) -> None:
    page = marked.panels.page
    listing.list.setFocus()
    for start in (HARMED, PLACE, HARMED):
        choose(listing, 1)
        assert page.focused == span(marked, start).id
        assert page.caret.offset == start
    choose(listing, 0)
    assert page.focused == span(marked, 40).id
    assert listing.list.hasFocus()


def test_enter_does_what_a_click_does(listing: RelationsPanel, marked: Desk) -> None:
    listing.list.setCurrentIndex(listing.list.model().index(1, 0, QModelIndex()))
    QTest.keyClick(listing.list, Key.Key_Return)
    assert marked.panels.page.focused == span(marked, HARMED).id
    QTest.keyClick(listing.list, Key.Key_Return)
    assert marked.panels.page.focused == span(marked, PLACE).id


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_takes_the_chosen_one_back_and_undo_brings_it_again(
    qtbot: QtBot, listing: RelationsPanel, marked: Desk, key: Key
) -> None:
    listing.list.setCurrentIndex(listing.list.model().index(0, 0, QModelIndex()))
    with qtbot.waitSignal(marked.session.applied):
        QTest.keyClick(listing.list, key)
        assert [link.is_pending for link in marked.panels.page.links.related.links()].count(True) == 1
    qtbot.waitUntil(lambda: titles(listing) == ["Place"])
    assert listing.list.currentIndex().row() == 0
    assert related(marked) == [(HARMED, "Place", PLACE)]
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: titles(listing) == ["Source", "Place"])


def test_delete_with_nothing_chosen_takes_nothing_back(qtbot: QtBot, panel: RelationsPanel) -> None:
    with qtbot.assertNotEmitted(panel.erase_wanted):
        QTest.keyClick(panel.list, Key.Key_Delete)


def test_a_relation_made_or_erased_with_its_span_comes_and_goes(qtbot: QtBot, listing: RelationsPanel, marked: Desk) -> None:
    page = marked.panels.page
    page.focus_span(span(marked, HARMED).id)
    with qtbot.waitSignal(marked.session.applied):
        press(marked, Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(listing) == ["Source"])


def test_only_those_of_the_span_in_focus_are_listed_on_request(qtbot: QtBot, listing: RelationsPanel, marked: Desk) -> None:
    listing.which.setCurrentIndex(1)
    marked.panels.page.focus_span(span(marked, PLACE).id)
    qtbot.waitUntil(lambda: titles(listing) == ["Place"])
    marked.panels.page.focus_span(span(marked, 144).id)
    qtbot.waitUntil(lambda: titles(listing) == [])
    assert empty_text(listing).startswith("The span in focus has no relations. Press R")
    marked.panels.page.focus_span(None)
    qtbot.waitUntil(lambda: empty_text(listing) == "No span is in focus.")


def test_where_nothing_is_related_it_says_how_to_relate(panel: RelationsPanel) -> None:
    assert empty_text(panel) == (
        "Nothing is related here yet. Press R on a span, or drag its name to another span, to relate the two."
    )
    assert not panel.list.isVisible()


def test_rows_are_spoken_whole_and_the_parts_of_the_panel_have_names(panel: RelationsPanel, schema: Schema) -> None:
    fill(panel, schema)
    spoken = panel.list.model().index(0, 0, QModelIndex()).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.translate(ISOLATES).endswith(", Source, Claim → Actor")
    assert (panel.list.accessibleName(), panel.which.accessibleName()) == ("Relations", "Which relations")


def test_in_arabic_it_is_read_from_the_right(language: Language, panel: RelationsPanel, schema: Schema) -> None:
    language.use("ar")
    fill(panel, schema, "ar", focused=1)
    settle()
    assert clipped(panel) == []
    assert rows(panel)[0].end == "\u2067ادعاء ← فاعل\u2069"
    assert rows(panel)[0].detail == "المصدر"
    assert "\u2069 ← \u2068" in rows(panel)[0].title
    assert panel.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("width", [180, 280])
def test_nothing_in_it_is_cut_off(panel: RelationsPanel, schema: Schema, width: int) -> None:
    panel.resize(width, 400)
    settle()
    assert clipped(panel) == []
    fill(panel, schema)
    settle()
    assert clipped(panel) == []


def test_a_thousand_relations_are_listed(panel: RelationsPanel, schema: Schema) -> None:
    spans = spans_over(ARTICLE, schema, *((at, at + 3, "claim") for at in range(0, 2004, 2)))
    joined = [(at, "supports", at + 1) for at in range(1000)]
    of = Related(schema.relations, relations_of(schema, spans, *joined))
    panel.show_relations(of, SpanIndex([0], spans), ARTICLE.text, looks_of(schema), None)
    assert len(rows(panel)) == 1000
