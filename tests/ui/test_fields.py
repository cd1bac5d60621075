"""The facts about a document: filled in by key beside the page, checked at once, undone, the same in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Attribute, Choice
from annotator.model.documents import Source
from annotator.project.project import Project
from annotator.ui import fields
from annotator.ui.desk import Desk
from annotator.ui.fact_lines import FactLine, LanguageBox
from annotator.ui.fields import Described, FieldsPanel
from annotator.ui.schema.fields import Pick
from tests.ui.acts import ARTICLE, CTRL, LEFT, SHIFT, press, type_text
from tests.ui.conftest import Open

Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> FieldsPanel:
    """Return the panel of facts beside the article."""
    return beside(qtbot, desk)


def beside(qtbot: QtBot, desk: Desk) -> FieldsPanel:
    """Show the panel of facts beside the article."""
    desk.following.read(ARTICLE.id)
    qtbot.waitUntil(lambda: desk.panels.page.document == ARTICLE)
    desk.panels.sides.show_side("document")
    made = desk.findChild(FieldsPanel)
    assert isinstance(made, FieldsPanel)
    qtbot.waitUntil(lambda: made.isVisible() and not desk.facts._late.isActive())
    return made


def source(desk: Desk) -> Source:
    """Return what is known of the document being read."""
    assert desk.session.opened
    return desk.session.opened.source


def line(panel: FieldsPanel, name: str) -> FactLine:
    found = panel.field(name)
    assert isinstance(found, FactLine)
    return found


def fill(qtbot: QtBot, desk: Desk, field: FactLine, text: str) -> None:
    """Write *text* in place of what is in a *field*, and press Enter."""
    field.setFocus()
    field.selectAll()
    press(desk, Key.Key_Delete)
    type_text(field, text)
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.facts._late.isActive())


def test_a_line_counts_once_enter_is_pressed_and_is_one_edit(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    title = source(desk).title
    fill(qtbot, desk, panel.first, "عنوان جديد")
    assert source(desk).title == "عنوان جديد"
    fill(qtbot, desk, line(panel, "published"), "2023-09")
    assert dict(source(desk).metadata)["published"] == "2023-09"
    desk.panels.page.setFocus()
    for _ in range(2):
        with qtbot.waitSignal(desk.past.went):
            press(desk, Key.Key_Z, CTRL)
    assert source(desk).title == title
    qtbot.waitUntil(lambda: panel.first.text() == title and not line(panel, "published").text())
    with qtbot.waitSignal(desk.past.went):
        press(desk, Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: panel.first.text() == "عنوان جديد")


def test_a_line_counts_once_it_is_left_by_tab_or_esc(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    for key, text in ((Key.Key_Tab, "AFP"), (Key.Key_Escape, "فرانس برس")):
        publisher = line(panel, "publisher")
        publisher.setFocus()
        publisher.selectAll()
        type_text(publisher, text)
        with qtbot.waitSignal(desk.session.applied):
            press(desk, key)
        assert dict(source(desk).metadata)["publisher"] == text
    assert desk.panels.page.hasFocus()


def test_what_is_being_written_when_another_document_is_opened_is_known_of_the_one_it_was_written_for(
    qtbot: QtBot, desk: Desk, panel: FieldsPanel
) -> None:
    url, before = line(panel, "url"), {entry.id: entry.source for entry in desk.session.entries}
    url.setFocus()
    type_text(url, "https://example.org/1")
    other = next(key for key in before if key != ARTICLE.id)
    assert not before[other].url
    with qtbot.waitSignals([desk.session.applied, desk.session.document_opened]):
        desk.following.read(other)
    qtbot.waitUntil(lambda: desk.panels.page.hasFocus() and panel.first.text() == before[other].title)
    known = {entry.id: entry.source.url for entry in desk.session.entries}
    assert (known[ARTICLE.id], known[other]) == ("https://example.org/1", "")
    assert line(panel, "url").text() == ""


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [("published", "2023-13", "is no date"), ("title", " ", "needs a title")],
)
def test_what_cannot_be_is_told_below_the_title_and_stays_to_be_mended(
    desk: Desk, panel: FieldsPanel, name: str, text: str, wrong: str
) -> None:
    field = line(panel, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    press(desk, Key.Key_Return)
    assert wrong in panel.wrong.text()
    assert panel.wrong.isVisible()
    assert field.text() == text
    assert desk.session.saving.waiting == 0


def test_what_was_wrong_is_told_no_more_once_it_is_mended_or_another_document_is_read(
    qtbot: QtBot, desk: Desk, panel: FieldsPanel
) -> None:
    published = line(panel, "published")
    published.setFocus()
    type_text(published, "soon")
    press(desk, Key.Key_Return)
    assert panel.wrong.isVisible()
    fill(qtbot, desk, published, "2023")
    assert not panel.wrong.isVisible()
    published.selectAll()
    type_text(published, "soon")
    press(desk, Key.Key_Return)
    with qtbot.waitSignal(desk.session.document_opened):
        press(desk, Key.Key_PageUp, CTRL)
        press(desk, Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: not panel.wrong.isVisible())


def test_a_choice_is_made_by_key_and_called_in_the_language_of_the_interface(
    qtbot: QtBot, desk: Desk, panel: FieldsPanel
) -> None:
    event = panel.field("event_type")
    assert isinstance(event, Pick)
    event.setFocus()
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Down)
    assert dict(source(desk).metadata)["event_type"] == "battle"
    qtbot.waitUntil(lambda: event.currentText() == "Battle")
    press(desk, Key.Key_F10)
    qtbot.waitUntil(lambda: event.currentText() == "معركة")
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Up)
    assert "event_type" not in dict(source(desk).metadata)


def test_a_language_is_chosen_from_the_usual_ones_or_written_as_a_tag(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    box = panel.field("language")
    assert isinstance(box, LanguageBox)
    box.setFocus()
    with qtbot.waitSignal(desk.session.applied):
        press(desk, Key.Key_Down)
    assert source(desk).language == "ar"
    qtbot.waitUntil(lambda: box.currentText() == "ar · Arabic")
    press(desk, Key.Key_F10)
    qtbot.waitUntil(lambda: box.currentText() == "ar · العربية")
    fill(qtbot, desk, box.line, "zh-Hant")
    assert source(desk).language == "zh-Hant"
    fill(qtbot, desk, box.line, "fa")
    assert source(desk).language == "fa"
    qtbot.waitUntil(lambda: box.currentText() == "fa · الفارسية")
    box.line.selectAll()
    type_text(box.line, "العربية")
    press(desk, Key.Key_Return)
    assert panel.wrong.isVisible()
    fill(qtbot, desk, box.line, "")
    assert source(desk).language == ""


def test_the_address_is_copied_and_never_opened(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    assert not panel.copy.isEnabled()
    fill(qtbot, desk, line(panel, "url"), "https://example.org/خبر")
    qtbot.waitUntil(panel.copy.isEnabled)
    QTest.mouseClick(panel.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "https://example.org/خبر"
    assert line(panel, "url").layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_free_facts_are_added_changed_renamed_and_taken_away(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    def free() -> list[tuple[str, str]]:
        return [row.fact for row in panel.free]

    before = len(free())
    row = panel.free[-1]
    row.name.setFocus()
    type_text(row.name, "مراسل")
    press(desk, Key.Key_Tab)
    assert desk.session.saving.waiting == 0
    fill(qtbot, desk, row.value, "ليلى")
    qtbot.waitUntil(lambda: len(free()) == before + 1)
    assert ("مراسل", "ليلى") in free()
    row = next(row for row in panel.free if row.fact[0] == "مراسل")
    fill(qtbot, desk, row.value, "هدى")
    assert dict(source(desk).metadata)["مراسل"] == "هدى"
    fill(qtbot, desk, row.name, "محرر")
    assert "مراسل" not in dict(source(desk).metadata)
    assert dict(source(desk).metadata)["محرر"] == "هدى"
    assert desk.session.opened
    qtbot.waitUntil(lambda: ("محرر", "هدى") in free())
    row = next(row for row in panel.free if row.fact[0] == "محرر")
    with qtbot.waitSignal(desk.session.applied):
        QTest.mouseClick(row.remove, LEFT)
    assert "محرر" not in dict(source(desk).metadata)
    qtbot.waitUntil(lambda: len(free()) == before)
    assert not panel.free[-1].remove.isEnabled()


def test_a_free_fact_without_a_value_is_taken_away(qtbot: QtBot, desk: Desk, panel: FieldsPanel) -> None:
    row = panel.free[-1]
    type_text(row.name, "key")
    fill(qtbot, desk, row.value, "value")
    qtbot.waitUntil(lambda: any(row.fact[0] == "key" for row in panel.free))
    row = next(row for row in panel.free if row.fact[0] == "key")
    fill(qtbot, desk, row.value, "")
    assert "key" not in dict(source(desk).metadata)


@pytest.mark.parametrize("name", ["_own", "published", "title", "directions"])
def test_a_free_fact_cannot_take_a_name_that_means_something(desk: Desk, panel: FieldsPanel, name: str) -> None:
    row = panel.free[-1]
    type_text(row.name, name)
    type_text(row.value, "value")
    row.value.setFocus()
    press(desk, Key.Key_Return)
    assert panel.wrong.isVisible()
    assert "name" in panel.wrong.text()
    assert desk.session.saving.waiting == 0


def test_lines_are_read_from_the_side_of_what_is_in_them(panel: FieldsPanel) -> None:
    publisher = line(panel, "publisher")
    for text, side in (("AFP", Qt.LayoutDirection.LeftToRight), ("وكالة", Qt.LayoutDirection.RightToLeft)):
        publisher.setText(text)
        assert publisher.layoutDirection() == side
    publisher.setText("")
    assert publisher.layoutDirection() == panel.layoutDirection()


def test_what_is_filled_in_in_another_window_appears_here(
    qtbot: QtBot, desk: Desk, panel: FieldsPanel, open_desk: Open
) -> None:
    there = beside(qtbot, open_desk())
    other = there.window()
    assert isinstance(other, Desk)
    fill(qtbot, other, line(there, "publisher"), "AFP")
    qtbot.waitUntil(lambda: line(panel, "publisher").text() == "AFP", timeout=10_000)
    assert dict(source(desk).metadata)["publisher"] == "AFP"


def test_without_a_document_it_says_what_to_do_and_in_a_project_to_be_read_nothing_can_be_written(
    qtbot: QtBot, desk: Desk, panel: FieldsPanel
) -> None:
    project = desk.session.project
    assert project
    path = project.path
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.open(lambda: Project.open(path, read_only=True))
    qtbot.waitUntil(panel.first.isReadOnly)
    assert not panel.field("event_type").isEnabled()
    assert not panel.field("language").isEnabled()
    panel.given.emit(ARTICLE.id, (("title", "t"),))
    assert desk.session.saving.waiting == 0
    desk.session.close()
    qtbot.waitUntil(lambda: panel._empty.isVisibleTo(panel))
    assert "Choose a document" in panel._empty.text()
    panel._copy()


def test_the_fields_of_another_schema_take_the_place_of_those_before(qtbot: QtBot) -> None:
    panel = FieldsPanel()
    qtbot.addWidget(panel)
    known = Source(b"", b"", "t", metadata=(("_own", "1"), ("flag", "true"), ("free", None), ("kind", "odd"), ("kinds", "a")))
    every = (
        Attribute("flag", "flag", (("en", "Flagged"),)),
        Attribute("kind", "choice", (), (), (Choice("a", (("ar", "ألف"),)), Choice("old", is_gone=True))),
        Attribute("kinds", "choices", (), (), (Choice("a"),)),
        Attribute("place", "part"),
        Attribute("gone", "text", is_gone=True),
    )
    panel.show_facts(Described(known, every, "ar", is_writable=True))
    flag, kind = panel.field("flag"), panel.field("kind")
    assert isinstance(flag, Pick)
    assert isinstance(kind, Pick)
    assert (flag.currentText(), kind.currentText()) == ("Yes", "odd")
    assert [kind.itemText(place) for place in range(kind.count())] == ["—", "ألف", "odd"]
    assert [row.fact for row in panel.free] == [("free", ""), ("", "")]
    panel.show_facts(Described(known, every[:1], is_writable=True))
    assert [row.fact[0] for row in panel.free] == ["free", "kind", "kinds", ""]
    with pytest.raises(KeyError):
        panel.field("kind")
    panel.show_facts(Described())
    assert panel._area.isHidden()
    assert fields.ASKED.isdisjoint({"part", "span"})
