"""The panel of entities, and the key that says what a span is the same as, by real events."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.entities import Entity
from annotator.model.ids import new_id
from annotator.model.records import Record
from annotator.model.relations import Relation
from annotator.project.project import Project
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from annotator.ui.entities import BY_NAME, EntitiesPanel
from annotator.ui.entity_listing import EntityListing
from annotator.ui.name_dialog import NameDialog
from annotator.ui.rows import ROLE, Row
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, answer, mark, press, type_text
from tests.ui.conftest import Open

Key = Qt.Key
SIGNS = str.maketrans("", "", "\u2068\u2069\u2003▾▸◂")
FIRST = "قالت إيران إن طهران ترفض. وردت ايران"
MARKS = (("إيران", "actor"), ("طهران", "actor"), ("ايران", "actor"))

pytestmark = pytest.mark.qt_log_ignore("does not support")


def rows(desk: Desk) -> list[Row]:
    """Return the rows of the panel."""
    model = panel_of(desk).list.model()
    return [model.index(place, 0).data(ROLE) for place in range(model.rowCount())]


def shown(desk: Desk) -> list[str]:
    """Return the names and quotations shown, without signs."""
    return [row.title.translate(SIGNS).strip() for row in rows(desk)]


def words(desk: Desk) -> str:
    """Return what the span in focus covers."""
    span = desk.panels.page.focused_span
    return span.covered(desk.panels.page.text) if span else ""


def show(desk: Desk) -> None:
    """Show the panel; the text keeps the keys."""
    desk.panels.sides.show_side("entities")


def listing_of(desk: Desk) -> EntityListing:
    """Return what keeps the panel up to date."""
    found = desk.findChild(EntityListing)
    assert isinstance(found, EntityListing)
    return found


def panel_of(desk: Desk) -> EntitiesPanel:
    """Return the panel."""
    panel = desk.findChild(EntitiesPanel)
    assert isinstance(panel, EntitiesPanel)
    return panel


def click(desk: Desk, row: int, from_start: int = 80, held: Qt.KeyboardModifier = NONE) -> None:
    """Click a row, so many pixels from where it begins."""
    view = panel_of(desk).list
    rect = view.visualRect(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), LEFT, held, QPoint(rect.left() + from_start, rect.center().y()))


def name(text: str) -> Callable[[NameDialog], None]:
    """Return what types a name into the dialog and takes it."""

    def act(dialog: NameDialog) -> None:
        dialog.field.clear()
        if text:
            type_text(dialog.field, text)
        QTest.keyClick(dialog.field, Key.Key_Return)

    return act


def entity(desk: Desk, called: str) -> Entity:
    """Return what the panel has under a name."""
    return next(one for one in panel_of(desk)._lines._entities.values() if one.name == called)


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project of two texts with some actors and a place marked."""
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        texts = {"a": FIRST, "b": "في باكو قالت إيران"}
        project.import_records([Record(Document.of(text), title) for title, text in texts.items()]).result()
        documents = [project.document(entry.id).result().document for entry in project.documents().result()]
        for document, marks in zip(documents, (MARKS, (("إيران", "actor"), ("باكو", "location"))), strict=True):
            for word, label in marks:
                start = document.text.index(word)
                project.mark(document, start, start + len(word), project.schema.named(label)).result()
    return path


@pytest.fixture
def listing(qtbot: QtBot, open_desk: Open) -> Desk:
    """Return a window that shows the panel, which has the keys, on its first row."""
    desk = open_desk()
    show(desk)
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)
    panel_of(desk).list.setFocus()
    press(desk, Key.Key_Home)
    return desk


def settled(qtbot: QtBot, desk: Desk, wanted: list[str]) -> None:
    """Wait until these names are shown."""
    qtbot.waitUntil(lambda: shown(desk) == wanted)


def test_mentions_that_read_alike_are_counted_across_documents_and_called_unnamed(listing: Desk) -> None:
    assert shown(listing) == ["إيران", "باكو", "طهران"]
    assert rows(listing)[0].detail == "Mentions: 3 · documents: 2"
    assert {row.end for row in rows(listing)} == {"no name yet"}
    looks, labels = listing.viewing.looks, listing.marking.labels
    assert rows(listing)[1].color == looks.of(labels[2].id).colors.bar


def test_the_filter_finds_names_and_mentions_however_they_are_spelt(listing: Desk) -> None:
    panel = panel_of(listing)
    type_text(panel.filter, "ايرا")
    assert shown(listing) == ["إيران"]
    type_text(panel.filter, "zz")
    empty = panel.findChild(QLabel, "entities_empty")
    assert isinstance(empty, QLabel)
    assert (shown(listing), empty.text()) == ([], "No name fits.")


def test_entities_are_sorted_by_name_on_request(qtbot: QtBot, listing: Desk) -> None:
    with qtbot.waitSignal(listing.session.applied):
        listing.session.act(lambda project: project.name_entity(entity(listing, "إيران").spans, "يران"))
    settled(qtbot, listing, ["يران", "باكو", "طهران"])
    panel_of(listing).order.setCurrentIndex(BY_NAME)
    assert shown(listing) == ["باكو", "طهران", "يران"]


def test_enter_goes_to_the_mentions_of_an_entity_in_turn_and_the_keys_stay_in_the_list(qtbot: QtBot, listing: Desk) -> None:
    seen = []
    for _ in range(4):
        before = listing.panels.page.focused
        press(listing, Key.Key_Return)
        qtbot.waitUntil(lambda before=before: listing.panels.page.focused not in {None, before})  # type: ignore[misc]
        seen.append((listing.session.opened.source.title, words(listing)) if listing.session.opened else None)
        assert panel_of(listing).list.hasFocus()
    assert seen == [("a", "إيران"), ("a", "ايران"), ("b", "إيران"), ("a", "إيران")]


def test_space_and_the_arrows_show_the_mentions_in_their_text_and_enter_goes_to_one(qtbot: QtBot, listing: Desk) -> None:
    press(listing, Key.Key_Space)
    assert shown(listing)[1:4] == [
        "قالت [إيران] إن طهران ترفض. وردت ايران",
        "…طهران ترفض. وردت [ايران]",
        "في باكو قالت [إيران]",
    ]
    assert [row.detail.translate(SIGNS) for row in rows(listing)[1:4]] == ["a", "a", "b"]
    press(listing, Key.Key_Down)
    press(listing, Key.Key_Down)
    press(listing, Key.Key_Return)
    qtbot.waitUntil(lambda: words(listing) == "ايران")
    press(listing, Key.Key_Left)
    assert shown(listing) == ["إيران", "باكو", "طهران"]
    assert panel_of(listing).list.currentIndex().row() == 0
    press(listing, Key.Key_F10)
    press(listing, Key.Key_Left)
    assert len(rows(listing)) == 6
    press(listing, Key.Key_Right)
    assert len(rows(listing)) == 3
    press(listing, Key.Key_F10)


def test_a_click_on_the_sign_shows_the_mentions_and_one_on_a_name_or_a_mention_goes_there(qtbot: QtBot, listing: Desk) -> None:
    click(listing, 0, 10)
    assert len(rows(listing)) == 6
    click(listing, 2)
    qtbot.waitUntil(lambda: words(listing) == "ايران")
    click(listing, 5)
    qtbot.waitUntil(lambda: words(listing) == "طهران")
    click(listing, 4, held=CTRL)
    assert words(listing) == "طهران"
    assert len(panel_of(listing).list.selectionModel().selectedRows()) == 2


def test_f2_names_an_entity_and_not_the_edges_of_a_span_and_undo_takes_it_back(qtbot: QtBot, listing: Desk) -> None:
    press(listing, Key.Key_Return)
    qtbot.waitUntil(lambda: listing.panels.page.focused is not None)
    seen = answer(NameDialog, name("الجمهورية الإسلامية"))
    press(listing, Key.Key_F2)
    assert len(seen) == 1
    assert not listing.panels.page.edges.is_on
    settled(qtbot, listing, ["الجمهورية الإسلامية", "باكو", "طهران"])
    assert rows(listing)[0].end == ""
    assert listing.panels.history.list.model().index(0, 0).data(ROLE).title == "Entity named"
    press(listing, Key.Key_Z, CTRL)
    settled(qtbot, listing, ["إيران", "باكو", "طهران"])
    seen = answer(NameDialog, lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    press(listing, Key.Key_F2)
    assert (len(seen), listing.session.saving.waiting) == (1, 0)


def test_entities_selected_are_merged_and_a_mention_is_split_off_again(qtbot: QtBot, listing: Desk) -> None:
    offered: list[str] = []

    def take(dialog: NameDialog) -> None:
        offered.append(dialog.name)
        QTest.keyClick(dialog.field, Key.Key_Return)

    click(listing, 2, held=CTRL)
    answer(NameDialog, take)
    press(listing, Key.Key_M)
    settled(qtbot, listing, ["إيران", "باكو"])
    assert rows(listing)[0].detail == "Mentions: 4 · documents: 2"
    press(listing, Key.Key_Space)
    press(listing, Key.Key_Down)
    press(listing, Key.Key_Down)
    answer(NameDialog, take)
    press(listing, Key.Key_S)
    qtbot.waitUntil(lambda: "طهران" in shown(listing))
    assert rows(listing)[0].detail == "Mentions: 3 · documents: 2"
    press(listing, Key.Key_Home)
    press(listing, Key.Key_Down)
    answer(NameDialog, take)
    press(listing, Key.Key_S)
    qtbot.waitUntil(lambda: rows(listing)[0].detail == "Mentions: 2 · documents: 2")
    assert {("إيران", "no name yet"), ("طهران", "")} <= {(row.title.translate(SIGNS).strip(), row.end) for row in rows(listing)}
    assert offered == ["إيران", "طهران", ""]


def test_mentions_that_read_alike_are_split_by_a_name_only(qtbot: QtBot, listing: Desk) -> None:
    can_be_empty: list[bool] = []

    def look(dialog: NameDialog) -> None:
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        can_be_empty.append(ok.isEnabled() and not dialog.name)
        QTest.keyClick(dialog, Key.Key_Escape)

    press(listing, Key.Key_Space)
    press(listing, Key.Key_Down)
    answer(NameDialog, look)
    press(listing, Key.Key_S)
    with qtbot.waitSignal(listing.session.applied):
        listing.session.act(lambda project: project.name_entity(entity(listing, "إيران").spans, "إيران"))
    qtbot.waitUntil(lambda: not rows(listing)[0].end)
    answer(NameDialog, look)
    press(listing, Key.Key_S)
    assert can_be_empty == [False, True]


def test_what_cannot_be_merged_or_split_is_told(listing: Desk) -> None:
    told: list[str] = []
    listing.naming.told.connect(told.append)
    press(listing, Key.Key_M)
    press(listing, Key.Key_S)
    press(listing, Key.Key_Down, SHIFT)
    press(listing, Key.Key_M)
    assert told == [
        "Select two or more entities first, with Shift or Ctrl",
        "Select mentions of one entity first; Space shows those of the entity chosen",
        "Entities under different labels cannot be one",
    ]


def test_ctrl_and_the_arrows_walk_the_list_and_leave_the_caret_alone(listing: Desk) -> None:
    before = listing.panels.page.caret.offset
    press(listing, Key.Key_Down, CTRL)
    assert panel_of(listing).list.currentIndex().row() == 1
    assert listing.panels.page.caret.offset == before
    assert [index.row() for index in panel_of(listing).list.selectionModel().selectedRows()] == [0]


def test_what_can_be_done_with_what_is_selected_is_offered_and_done_under_an_arabic_layout_too(listing: Desk) -> None:
    buttons, told = panel_of(listing).buttons, list[str]()
    assert [button.isEnabled() for button in buttons.values()] == [True, False, False]
    press(listing, Key.Key_Down, SHIFT)
    assert [button.isEnabled() for button in buttons.values()] == [True, True, False]
    listing.naming.told.connect(told.append)
    teh_marbuta, scan_code = 0x629, 58  # where M is on a US keyboard, under X11
    event = QKeyEvent(QKeyEvent.Type.KeyPress, teh_marbuta, NONE, scan_code, 0, 0, "ة")
    QApplication.sendEvent(panel_of(listing).list, event)
    assert told == ["Entities under different labels cannot be one"]


def test_mentions_shown_come_into_view_below_their_entity_however_low_the_list_is(listing: Desk) -> None:
    view = panel_of(listing).list
    view.setMaximumHeight(2 * view.rowHeight(0))
    QApplication.processEvents()
    press(listing, Key.Key_Down)
    press(listing, Key.Key_Down)
    press(listing, Key.Key_Space)
    assert [view.rowAt(y) for y in (1, view.rowHeight(0) + 1)] == [2, 3]


def test_the_space_bar_of_a_real_keyboard_shows_mentions_too(listing: Desk) -> None:
    scan_code = 65  # under X11
    QApplication.sendEvent(
        panel_of(listing).list, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Space, NONE, scan_code, 0, 0, " ")
    )
    assert len(rows(listing)) == 6


def focus_word(desk: Desk, word: str) -> None:
    """Put the span over *word* in the document being read into focus."""
    page = desk.panels.page
    page.setFocus()
    page.focus_span(next(span.id for span in page.spans.in_order() if span.covered(page.text) == word))


def test_equals_joins_a_span_to_the_entity_chosen_with_all_that_has_no_name_yet(qtbot: QtBot, listing: Desk) -> None:
    focus_word(listing, "طهران")
    seen: list[list[str]] = []

    def take(chooser: Chooser) -> None:
        model = chooser.list.model()
        seen.append([model.index(place, 0).data(ROLE).title.translate(SIGNS) for place in range(model.rowCount())])
        QTest.keyClick(chooser.field, Key.Key_Down)
        QTest.keyClick(chooser.field, Key.Key_Return)

    answer(Chooser, take)
    press(listing, Key.Key_Equal)
    settled(qtbot, listing, ["إيران", "باكو"])
    assert seen == [["New name: طهران", "إيران"]]  # nothing in common: Enter alone joins nothing
    assert (rows(listing)[0].end, rows(listing)[0].detail) == ("", "Mentions: 4 · documents: 2")
    press(listing, Key.Key_Z, CTRL)
    settled(qtbot, listing, ["إيران", "باكو", "طهران"])


@pytest.mark.parametrize(("typed", "wanted"), [("العاصمة", ["إيران", "العاصمة", "باكو"]), ("ايران", ["إيران", "باكو"])])
def test_equals_takes_a_new_name_and_moves_a_span_from_one_name_to_another(
    qtbot: QtBot, listing: Desk, typed: str, wanted: list[str]
) -> None:
    def take(chooser: Chooser) -> None:
        type_text(chooser.field, typed)
        QTest.keyClick(chooser.field, Key.Key_Return)

    with qtbot.waitSignal(listing.session.applied):
        listing.session.act(lambda project: project.name_entity(entity(listing, "طهران").spans, "العراق"))
    focus_word(listing, "طهران")
    answer(Chooser, take)
    press(listing, Key.Key_Equal)
    settled(qtbot, listing, wanted)


def test_equals_takes_a_span_with_a_name_away_from_those_it_was_the_same_as(qtbot: QtBot, listing: Desk) -> None:
    project = listing.session.project
    assert project
    head, tail = entity(listing, "طهران").spans[0], entity(listing, "إيران").spans[1]
    kind = next(kind for kind in project.schema.relations if kind.name == "same_as")
    tie = Relation(head.layer, head.document, new_id(), kind.id, head.id, tail.id)
    listing.session.act(lambda project: project.relate(tie))
    listing.session.act(lambda project: project.name_entity([head, tail], "العراق"))
    settled(qtbot, listing, ["العراق", "إيران", "باكو"])

    def take(chooser: Chooser) -> None:
        type_text(chooser.field, "ايران")
        QTest.keyClick(chooser.field, Key.Key_Return)

    focus_word(listing, "طهران")
    answer(Chooser, take)
    press(listing, Key.Key_Equal)
    qtbot.waitUntil(lambda: rows(listing)[0].detail == "Mentions: 3 · documents: 2")
    assert shown(listing) == ["إيران", "العراق", "باكو"]
    assert listing.session.opened
    assert listing.session.opened.relations == ()


def test_equals_offers_a_named_entity_that_has_the_span_no_more(qtbot: QtBot, listing: Desk) -> None:
    with qtbot.waitSignal(listing.session.applied):
        listing.session.act(lambda project: project.name_entity(entity(listing, "إيران").spans, "إيران"))
    focus_word(listing, "إيران")
    seen = answer(Chooser, lambda chooser: QTest.keyClick(chooser, Key.Key_Escape))
    press(listing, Key.Key_Equal)
    qtbot.waitUntil(lambda: bool(seen))
    assert listing.session.saving.waiting == 0


def test_equals_tells_of_a_label_without_names(qtbot: QtBot, listing: Desk) -> None:
    told: list[str] = []
    listing.naming.told.connect(told.append)
    listing.panels.page.setFocus()
    mark(qtbot, listing, 0, 4, Key.Key_4)
    press(listing, Key.Key_Equal)
    assert told == ["Spans under this label have no names: actors and places have"]


def test_the_list_follows_what_is_marked_and_reads_nothing_while_it_is_hidden(qtbot: QtBot, listing: Desk) -> None:
    listing.panels.page.setFocus()
    mark(qtbot, listing, 0, 4)
    settled(qtbot, listing, ["إيران", "باكو", "طهران", "قالت"])
    listing.panels.sides.show_side("spans")
    mark(qtbot, listing, 11, 13)
    qtbot.waitUntil(lambda: not listing_of(listing)._idle.isActive())
    assert len(rows(listing)) == 4
    show(listing)
    qtbot.waitUntil(lambda: len(rows(listing)) == 5)


def test_a_mention_erased_elsewhere_meanwhile_stops_naming_and_the_list_is_read_again(
    qtbot: QtBot, listing: Desk, project_path: Path
) -> None:
    spans = entity(listing, "إيران").spans
    with closing(Project.open(project_path)) as other:
        other.erase(spans[0].document, [spans[0].id]).result()
    answer(NameDialog, name("اسم"))
    with qtbot.waitSignal(listing.session.failed):
        press(listing, Key.Key_F2)
    assert "look at the entities again" in listing.panels.notice.text.text()
    qtbot.waitUntil(lambda: rows(listing)[0].detail == "Mentions: 2 · documents: 2")


def test_an_empty_project_says_how_entities_come_about_and_with_which_key(
    qtbot: QtBot, open_desk: Open, tmp_path: Path
) -> None:
    desk, other = open_desk(), tmp_path / "other.annotator"
    show(desk)
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)
    Project.create(other).close()
    desk.filing.open(other)
    qtbot.waitUntil(lambda: rows(desk) == [])
    empty = panel_of(desk).findChild(QLabel, "entities_empty")
    assert isinstance(empty, QLabel)
    assert "No actor or place is marked yet" in empty.text()
    assert "F2" in empty.text()
    assert "=" in empty.text()
    desk.naming.ask_same()
    assert not panel_of(desk).filter.isVisible()


def test_a_project_opened_for_reading_is_listed_and_not_changed(qtbot: QtBot, listing: Desk, project_path: Path) -> None:
    with qtbot.waitSignal(listing.session.document_opened):
        listing.session.open(lambda: Project.open(project_path, read_only=True))
    qtbot.waitUntil(lambda: len(rows(listing)) == 3)
    panel_of(listing).list.setFocus()
    press(listing, Key.Key_Home)
    press(listing, Key.Key_Space)
    press(listing, Key.Key_F2)
    click(listing, 5, held=CTRL)
    press(listing, Key.Key_M)
    press(listing, Key.Key_Home)
    press(listing, Key.Key_Down)
    press(listing, Key.Key_S)
    assert not any(button.isEnabled() for button in panel_of(listing).buttons.values())
    assert listing.session.saving.waiting == 0


def test_a_project_that_is_closed_meanwhile_ends_in_a_sentence(qtbot: QtBot, listing: Desk) -> None:
    assert listing.session.project
    listing.session.project.close()
    listing_of(listing)._fall_behind()
    with qtbot.waitSignal(listing.session.failed):
        pass
    assert "closed meanwhile" in listing.panels.notice.text.text()
