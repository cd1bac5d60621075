"""Labels are changed in their window: each change is in the file at once, seen on the page, and undone by the key of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from annotator.model.ids import NO_ID
from annotator.model.schemas import label_id
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from annotator.ui.rows import ROLE, Row
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.editor import SchemaEditor
from annotator.ui.schema.stanzas import MERGE, RETIRE
from tests.ui.acts import CTRL, LEFT, SHIFT, answer, mark, press, saved
from tests.ui.schema.conftest import Change, fill, key, schema_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ACTOR, CASUALTY, LOCATION, CLAIM = map(label_id, ("actor", "casualty", "location", "claim"))
ALT = Qt.KeyboardModifier.AltModifier
Z, DOWN, UP = Qt.Key.Key_Z, Qt.Key.Key_Down, Qt.Key.Key_Up


def rows(editor: SchemaEditor) -> list[Row]:
    """Return the rows of the list of labels."""
    model = editor.labels.stanzas.list.model()
    return [model.index(place, 0).data(ROLE) for place in range(model.rowCount())]


def choose(editor: SchemaEditor, label: bytes) -> None:
    """Choose a label in the list."""
    editor.labels.stanzas.choose(label)


def test_a_label_is_renamed_in_both_languages_and_the_page_shows_it(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    form = editor.labels.form
    schema = change(lambda: fill(form.lines["titles", "en"], "Agent"))
    assert schema.look(ACTOR).title("en") == "Agent"
    assert desk.viewing.looks.of(ACTOR).title == rows(editor)[0].title == "Agent"
    schema = change(lambda: fill(form.lines["titles", "ar"], "جهة"))
    assert schema.look(ACTOR).titles == (("ar", "جهة"), ("en", "Agent"))
    schema = change(lambda: fill(form.lines["meanings", "en"], ""))
    assert [language for language, _ in schema.look(ACTOR).meanings] == ["ar"]
    schema = change(lambda: fill(form.name, "agent"))
    assert (schema.label(ACTOR).name, schema.label(ACTOR).id) == ("agent", ACTOR)


def test_undo_and_redo_work_while_the_window_has_the_keys(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    before, line = schema_of(desk), editor.labels.form.lines["titles", "en"]
    after = change(lambda: fill(line, "Agent"))
    assert change(lambda: key(line, Z, CTRL)) == before
    assert line.text() == "Actor"
    assert change(lambda: key(editor.labels.stanzas.list, Z, CTRL | SHIFT)) == after


def test_what_is_typed_in_a_line_is_undone_there_first(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    line = editor.labels.form.lines["titles", "en"]
    change(lambda: fill(line, "Agent"))
    line.setFocus()
    QTest.keyClicks(line, "s")
    key(line, Z, CTRL)
    assert line.text() == "Agent"
    assert schema_of(desk).look(ACTOR).title("en") == "Agent"
    change(lambda: key(line, Z, CTRL))
    assert line.text() == "Actor"


def test_a_new_key_marks_at_once(qtbot: QtBot, editor: SchemaEditor, desk: Desk, change: Change) -> None:
    change(lambda: fill(editor.labels.form.key, "Y"))
    editor.close()
    desk.activateWindow()
    mark(qtbot, desk, 0, 5, Qt.Key.Key_Y)
    assert desk.session.project
    assert saved(desk.session.project.path) == [(0, 5, "actor")]


def test_what_is_being_typed_stays_while_the_list_is_counted_again(qtbot: QtBot, editor: SchemaEditor, desk: Desk) -> None:
    line = editor.labels.form.lines["titles", "en"]
    line.setFocus()
    QTest.keyClicks(line, "s")
    assert desk.session.project
    opened = desk.session.opened
    assert opened
    desk.session.act(lambda project: project.mark(opened.document, 0, 5, project.schema.labels[0]))
    qtbot.waitUntil(lambda: rows(editor)[0].end == "spans: 1")
    assert line.text() == "Actors"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("2", "'2' is there already: choose another one"),
        ("w", "W is the key of “Widen the selection”: choose another one"),
        ("!", "'!' cannot be a key"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_a_sentence(editor: SchemaEditor, desk: Desk, wanted: str, said: str) -> None:
    before, line = schema_of(desk), editor.labels.form.key
    fill(line, wanted)
    assert said in editor.hint.text().replace("\u2068", "").replace("\u2069", "")
    assert (line.text(), schema_of(desk)) == ("1", before)


def test_a_sentence_goes_once_something_was_changed(editor: SchemaEditor, change: Change) -> None:
    usual = editor.hint.text()
    fill(editor.labels.form.key, "2")
    assert editor.hint.text() != usual
    change(lambda: fill(editor.labels.form.key, "9"))
    assert editor.hint.text() == usual


def test_lane_shape_and_line_are_chosen_by_the_arrows(editor: SchemaEditor, change: Change) -> None:
    form = editor.labels.form
    assert change(lambda: key(form.lane, DOWN)).label(ACTOR).lane == "claims"
    assert change(lambda: key(form.shape, DOWN)).look(ACTOR).shape == "bracket"
    assert change(lambda: key(form.pattern, DOWN)).look(ACTOR).pattern == "dashed"


def test_a_colour_is_chosen_by_mouse_or_space_or_in_the_dialog_of_all(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    colors = editor.labels.form.colors
    schema = change(lambda: QTest.mouseClick(colors.swatches["#8533FF"], LEFT))
    assert schema.label(ACTOR).color == "#8533FF"
    assert [color for color, swatch in colors.swatches.items() if swatch.isChecked()] == ["#8533FF"]
    colors.swatches["#700000"].setFocus()
    assert change(lambda: key(colors.swatches["#700000"], Qt.Key.Key_Space)).label(ACTOR).color == "#700000"

    def pick(dialog: QColorDialog) -> None:
        dialog.setCurrentColor("#123456")
        dialog.accept()

    answer(QColorDialog, pick)
    assert change(lambda: QTest.mouseClick(colors.other, LEFT)).label(ACTOR).color == "#123456"
    assert not any(swatch.isChecked() for swatch in colors.swatches.values())
    answer(QColorDialog, lambda dialog: dialog.reject())
    QTest.mouseClick(colors.other, LEFT)
    assert schema_of(desk).label(ACTOR).color == "#123456"


def test_a_label_is_added_with_a_free_key_and_colour_and_chosen(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    def name(dialog: Adding) -> None:
        assert not dialog.buttons.buttons()[0].isEnabled()
        fill(dialog.english, "Weapon system")
        assert dialog.file_name.placeholderText() == "weapon_system"
        dialog.accept()

    answer(Adding, name)
    schema = change(lambda: key(editor.labels.stanzas.list, Qt.Key.Key_Insert))
    made = schema.labels[-1]
    assert (made.name, made.key, made.color, made.lane) == ("weapon_system", "5", "#931A93", "names")
    assert editor.labels.stanzas.current == made.id
    assert editor.labels.form.name.text() == "weapon_system"
    answer(Adding, lambda dialog: dialog.reject())
    key(editor.labels.stanzas.list, Qt.Key.Key_Insert)
    assert schema_of(desk) == schema


def test_labels_are_put_in_order_by_the_keyboard(editor: SchemaEditor, change: Change) -> None:
    view = editor.labels.stanzas.list
    assert [label.key for label in change(lambda: key(view, DOWN, ALT)).labels] == ["2", "1", "3", "4"]
    assert editor.labels.stanzas.current == ACTOR
    assert [label.key for label in change(lambda: key(view, UP, ALT)).labels] == ["1", "2", "3", "4"]
    key(view, UP, ALT)
    assert not editor.labels.stanzas.buttons["up"].isEnabled()


def test_a_label_is_retired_and_offered_again(qtbot: QtBot, desk: Desk, editor: SchemaEditor, change: Change) -> None:
    choose(editor, CLAIM)
    schema = change(lambda: key(editor.labels.stanzas.list, Qt.Key.Key_Delete))
    assert schema.label(CLAIM).gone
    assert rows(editor)[3].is_faint
    assert "retired" in rows(editor)[3].detail
    assert len(desk.marking.labels) == 3
    button = editor.labels.stanzas.buttons[RETIRE]
    qtbot.waitUntil(lambda: button.text() == "Offer again")
    assert not change(lambda: QTest.mouseClick(button, LEFT)).label(CLAIM).gone


def test_a_label_that_waits_to_mark_is_let_go_when_it_is_retired(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    desk.marking.arm(schema_of(desk).label(CLAIM))
    choose(editor, CLAIM)
    change(lambda: key(editor.labels.stanzas.list, Qt.Key.Key_Delete))
    assert desk.marking.armed_label is None


def test_a_label_is_merged_into_another_and_its_spans_look_like_that(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Qt.Key.Key_1)
    desk.marking.repeat()
    press(desk, Qt.Key.Key_L, CTRL | SHIFT)
    editor = desk.schemas.editor
    assert editor
    qtbot.waitUntil(lambda: rows(editor)[0].end == "spans: 1")

    def pick(dialog: Chooser) -> None:
        fill(dialog.field, "loca")

    answer(Chooser, pick)
    with qtbot.waitSignal(desk.session.schema_changed):
        QTest.mouseClick(editor.labels.stanzas.buttons[MERGE], LEFT)
    schema = schema_of(desk)
    assert (schema.label(ACTOR).same_as, schema.representative(ACTOR)) == (LOCATION, LOCATION)
    assert "merged into" in rows(editor)[0].detail
    assert desk.viewing.looks.of(ACTOR) == desk.viewing.looks.of(LOCATION)
    (span,) = desk.panels.page.spans.in_order()
    assert span.label == ACTOR
    with qtbot.waitSignal(desk.session.schema_changed):
        QTest.mouseClick(editor.labels.stanzas.buttons[RETIRE], LEFT)
    assert schema_of(desk).label(ACTOR).same_as == NO_ID


def test_a_label_used_last_is_not_given_again_once_it_is_retired(
    qtbot: QtBot, editor: SchemaEditor, desk: Desk, change: Change
) -> None:
    editor.close()
    desk.activateWindow()
    mark(qtbot, desk, 0, 5, Qt.Key.Key_4)
    desk.schemas.open()
    assert desk.schemas.editor
    choose(desk.schemas.editor, CLAIM)
    view = desk.schemas.editor.labels.stanzas.list
    change(lambda: key(view, Qt.Key.Key_Delete))
    desk.panels.page.select(20, 25)
    desk.marking.repeat()
    assert desk.status.message.text() == "No label was given yet: press the key of one"
    assert len(desk.panels.page.spans.in_order()) == 1


def test_the_last_label_stays(editor: SchemaEditor, desk: Desk, change: Change) -> None:
    for label in (ACTOR, CASUALTY, LOCATION):
        choose(editor, label)
        change(lambda: key(editor.labels.stanzas.list, Qt.Key.Key_Delete))
    choose(editor, CLAIM)
    key(editor.labels.stanzas.list, Qt.Key.Key_Delete)
    assert "add another one first" in editor.hint.text()
    assert not schema_of(desk).label(CLAIM).gone


def test_it_speaks_the_language_and_wears_the_theme_of_the_window(editor: SchemaEditor, desk: Desk) -> None:
    desk.commands.run("arabic")
    assert (editor.windowTitle(), rows(editor)[0].title) == ("الوسوم والسمات", "فاعل")
    assert editor.labels.form.key.accessibleName() == "المفتاح"
    light = rows(editor)[0].color
    desk.commands.run("dark")
    assert rows(editor)[0].color != light
    desk.commands.run("light")


def test_it_closes_with_the_project_and_opens_again(editor: SchemaEditor, desk: Desk) -> None:
    assert editor.isVisible()
    desk.commands.run("close")
    assert desk.schemas.editor is None
    assert not desk.commands.can("schema")


def test_enter_closes_nothing_and_esc_closes_it(editor: SchemaEditor, desk: Desk) -> None:
    key(editor.labels.stanzas.list, Qt.Key.Key_Return)
    assert editor.isVisible()
    key(editor, Qt.Key.Key_Escape)
    assert desk.schemas.editor is None
    desk.activateWindow()
    desk.panels.page.setFocus()
    press(desk, Qt.Key.Key_L, CTRL | SHIFT)
    assert desk.schemas.editor


def test_nothing_is_changed_where_nothing_can_be(editor: SchemaEditor, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_of(desk)
    monkeypatch.setattr(type(desk.session), "is_writable", property(lambda _: False))
    desk.session.writable_changed.emit()
    assert not editor.labels.isEnabled()
    fill(editor.labels.form.key, "9")
    assert schema_of(desk) == before
