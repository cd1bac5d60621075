"""Attributes, values and fields of documents are changed in their window; what is retired stays with its spans."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Attribute, Choice
from annotator.model.schemas import label_id
from annotator.ui.desk import Desk
from annotator.ui.rows import ROLE, Row
from annotator.ui.schema.adding import KIND_TITLES, Adding
from annotator.ui.schema.attributes import AttributesPane
from annotator.ui.schema.editor import SchemaEditor
from tests.ui.acts import LEFT, answer
from tests.ui.schema.conftest import Change, fill, key, schema_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ACTOR, CASUALTY = map(label_id, ("actor", "casualty"))
ALT, DOWN, UP = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.fixture
def pane(editor: SchemaEditor) -> AttributesPane:
    """Show the attributes of casualties."""
    editor.tabs.setCurrentIndex(1)
    key(editor.attributes.owner, DOWN)
    assert editor.attributes.stanzas.current == "kind"
    return editor.attributes


def rows(pane: AttributesPane) -> list[Row]:
    """Return the rows of the list of attributes."""
    model = pane.stanzas.list.model()
    return [model.index(place, 0).data(ROLE) for place in range(model.rowCount())]


def of_casualty(desk: Desk) -> tuple[Attribute, ...]:
    """Return the attributes that casualties have in the file."""
    return schema_of(desk).look(CASUALTY).attributes


def test_the_attributes_of_each_label_and_of_documents_are_listed(pane: AttributesPane, editor: SchemaEditor) -> None:
    assert editor.tabs.currentWidget() is pane
    assert rows(pane)[0].title == "Kind"
    assert rows(pane)[0].detail.startswith("One of several values")
    assert "required" in rows(pane)[0].detail
    key(pane.owner, Qt.Key.Key_End)
    assert [row.title for row in rows(pane)] == ["Published", "Publisher", "Event"]


def test_titles_and_need_of_an_attribute_change_and_its_name_stays(pane: AttributesPane, desk: Desk, change: Change) -> None:
    change(lambda: fill(pane.form.lines["titles", "ar"], "نوع الأذى"))
    change(lambda: fill(pane.form.lines["meanings", "en"], "What happened to them"))
    change(lambda: key(pane.form.required, Qt.Key.Key_Space))
    kind = of_casualty(desk)[0]
    assert (kind.name, kind.title("ar"), kind.is_required) == ("kind", "نوع الأذى", False)
    assert dict(kind.meanings)["en"] == "What happened to them"


def test_values_are_renamed_added_and_retired(qtbot: QtBot, pane: AttributesPane, desk: Desk, change: Change) -> None:
    values = pane.form.values
    item = values.table.item(0, 1)
    assert item
    change(lambda: item.setText("قُتلوا"))
    assert of_casualty(desk)[0].choices[0] == Choice("killed", (("ar", "قُتلوا"), ("en", "Killed")))
    values.table.setCurrentCell(1, 0)
    change(lambda: QTest.mouseClick(values.retire, LEFT))
    assert [choice.is_gone for choice in of_casualty(desk)[0].choices[:3]] == [False, True, False]
    assert values.table.currentRow() == 1
    qtbot.waitUntil(lambda: values.retire.text() == "Offer again")
    change(lambda: QTest.mouseClick(values.retire, LEFT))

    def name(dialog: Adding) -> None:
        fill(dialog.arabic, "مصدومون")
        fill(dialog.english, "In shock")
        dialog.accept()

    answer(Adding, name)
    change(lambda: QTest.mouseClick(values.add, LEFT))
    assert of_casualty(desk)[0].choices[-1] == Choice("in_shock", (("ar", "مصدومون"), ("en", "In shock")))
    assert not any(choice.is_gone for choice in of_casualty(desk)[0].choices)
    answer(Adding, lambda dialog: dialog.reject())
    QTest.mouseClick(values.add, LEFT)


def test_an_attribute_is_added_with_its_values_and_chosen(pane: AttributesPane, desk: Desk, change: Change) -> None:
    def name(dialog: Adding) -> None:
        ok = dialog.buttons.buttons()[0]
        fill(dialog.english, "Age group")
        assert not ok.isEnabled()
        fill(dialog.values, "child, adult، , old")
        assert ok.isEnabled()
        dialog.accept()

    answer(Adding, name)
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Insert))
    made = of_casualty(desk)[-1]
    assert (made.name, made.kind, made.titles) == ("age_group", "choice", (("en", "Age group"),))
    assert [choice.name for choice in made.choices] == ["child", "adult", "old"]
    assert pane.stanzas.current == "age_group"
    answer(Adding, lambda dialog: dialog.reject())
    key(pane.stanzas.list, Qt.Key.Key_Insert)
    assert of_casualty(desk)[-1] == made


def test_an_attribute_with_a_name_that_is_taken_is_refused(pane: AttributesPane, editor: SchemaEditor, desk: Desk) -> None:
    before = schema_of(desk)

    def name(dialog: Adding) -> None:
        dialog.kinds.setCurrentText(KIND_TITLES["text"])
        assert not dialog.values.isEnabled()
        fill(dialog.file_name, "min")
        dialog.accept()

    answer(Adding, name)
    key(pane.stanzas.list, Qt.Key.Key_Insert)
    assert "'min'" in editor.hint.text()
    assert "is there already" in editor.hint.text()
    assert schema_of(desk) == before


def test_attributes_are_put_in_order_and_retired(pane: AttributesPane, desk: Desk, change: Change) -> None:
    change(lambda: key(pane.stanzas.list, DOWN, ALT))
    assert [attribute.name for attribute in of_casualty(desk)[:2]] == ["qualifier", "kind"]
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Delete))
    assert of_casualty(desk)[1].is_gone
    assert rows(pane)[1].is_faint
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Delete))
    change(lambda: key(pane.stanzas.list, UP, ALT))
    assert of_casualty(desk)[0] == schema_of(desk).attributes_of(CASUALTY)[0]


def test_a_field_of_documents_is_changed_too(pane: AttributesPane, desk: Desk, change: Change) -> None:
    key(pane.owner, Qt.Key.Key_End)
    change(lambda: fill(pane.form.lines["titles", "en"], "Day"))
    assert schema_of(desk).fields[0].title("en") == "Day"
    assert pane.owner.value is None


def test_a_label_that_is_retired_is_no_owner_any_more(pane: AttributesPane, editor: SchemaEditor, change: Change) -> None:
    editor.labels.stanzas.choose(CASUALTY)
    change(lambda: key(editor.labels.stanzas.list, Qt.Key.Key_Delete))
    assert pane.owner.value == ACTOR
    assert rows(pane)[0].title == "Name"
