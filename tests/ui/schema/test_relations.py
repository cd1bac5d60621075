"""Relations are changed in their window: what they join, what they are called, whether they must be given."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model.schemas import label_id
from annotator.ui.desk import Desk
from annotator.ui.rows import ROLE, Row
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.editor import SchemaEditor
from annotator.ui.schema.relations import CHECKED, UNCHECKED, RelationsPane
from tests.ui.acts import answer
from tests.ui.schema.conftest import Change, fill, key, schema_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ACTOR, CLAIM = map(label_id, ("actor", "claim"))
ALT, DOWN = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down


@pytest.fixture
def pane(qtbot: QtBot, editor: SchemaEditor) -> RelationsPane:
    """Show the relations."""
    assert qtbot
    editor.tabs.setCurrentIndex(2)
    return editor.relations


def rows(pane: RelationsPane) -> list[Row]:
    """Return the rows of the list of relations."""
    model = pane.stanzas.list.model()
    return [model.index(place, 0).data(ROLE) for place in range(model.rowCount())]


def bare(text: str) -> str:
    """Return *text* without isolates."""
    return text.translate(dict.fromkeys(range(0x2066, 0x206A)))


def test_relations_say_what_they_join_from_the_side_one_reads_from(pane: RelationsPane, desk: Desk) -> None:
    assert (rows(pane)[0].title, bare(rows(pane)[0].detail)) == ("Source", "Claim → Actor · required")
    assert bare(rows(pane)[-1].detail) == "Actor → Actor, Location → Location"
    desk.commands.run("arabic")
    assert (rows(pane)[0].title, bare(rows(pane)[0].detail)) == ("المصدر", "ادعاء ← فاعل · واجبة")


def test_a_relation_is_renamed_and_says_the_same_both_ways(pane: RelationsPane, desk: Desk, change: Change) -> None:
    change(lambda: fill(pane.form.lines["titles", "en"], "Speaker"))
    change(lambda: fill(pane.form.name, "speaker"))
    change(lambda: key(pane.form.ticks["is_symmetric"], Qt.Key.Key_Space))
    change(lambda: key(pane.form.ticks["is_required"], Qt.Key.Key_Space))
    kind = schema_of(desk).relations[0]
    assert (kind.title("en"), kind.name, kind.is_symmetric, kind.is_required) == ("Speaker", "speaker", True, False)


def test_a_name_that_is_taken_is_refused(pane: RelationsPane, editor: SchemaEditor, desk: Desk) -> None:
    before = schema_of(desk)
    fill(pane.form.name, "target")
    assert "'target' is there already" in bare(editor.hint.text())
    assert (schema_of(desk), pane.form.name.text()) == (before, "source")


def test_what_it_joins_is_ticked_in_a_table(pane: RelationsPane, desk: Desk, change: Change) -> None:
    ends = pane.form.ends
    source, other = ends.item(3, 0), ends.item(3, 3)
    assert source
    assert other
    assert (source.checkState(), other.checkState()) == (CHECKED, UNCHECKED)
    assert bare(source.data(Qt.ItemDataRole.AccessibleTextRole)) == "Claim → Actor"
    ends.setCurrentItem(other)
    change(lambda: key(ends, Qt.Key.Key_Space))
    assert schema_of(desk).relations[0].ends == ((CLAIM, ACTOR), (CLAIM, CLAIM))
    ends.setCurrentCell(3, 0)
    change(lambda: key(ends, Qt.Key.Key_Space))
    assert schema_of(desk).relations[0].ends == ((CLAIM, CLAIM),)


def test_relations_are_added_put_in_order_and_retired(pane: RelationsPane, desk: Desk, change: Change) -> None:
    change(lambda: key(pane.stanzas.list, DOWN, ALT))
    assert [kind.name for kind in schema_of(desk).relations[:2]] == ["target", "source"]
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Delete))
    assert schema_of(desk).relations[1].is_gone
    assert rows(pane)[1].is_faint
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Delete))

    def name(dialog: Adding) -> None:
        fill(dialog.arabic, "قرب")
        dialog.accept()

    answer(Adding, name)
    change(lambda: key(pane.stanzas.list, Qt.Key.Key_Insert))
    made = schema_of(desk).relations[-1]
    assert (made.name, made.ends, pane.stanzas.current) == ("قرب", (), made.id)
    answer(Adding, lambda dialog: dialog.reject())
    key(pane.stanzas.list, Qt.Key.Key_Insert)
    assert schema_of(desk).relations[-1] == made
