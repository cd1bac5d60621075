"""The panel of what breaks a rule, by real events: it is checked in the background, leads to the place, and puts it right."""

from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.project.project import Project
from annotator.ui.consistency import ConsistencyPanel
from annotator.ui.desk import Desk
from tests.breaches import BAKU, KILLED, SAID, Case, Join, Mark, build, casualty
from tests.ui.acts import CTRL, LEFT, NONE, SHIFT, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")  # the offscreen one
Key = Qt.Key
BAD = Case(
    "",
    (SAID, KILLED, BAKU),
    (
        Mark("مصر "),
        Mark("الهدنة", "claim"),
        Mark("صامدة", "claim"),
        Mark("السودان", "location"),
        casualty("نحو 100 شخص", "about", best=9)._replace(document=1),
        Mark("باكو،", "location", {}, 2),
    ),
    (Join("source", 0, 3),),
)
KINDS = {"source": 2, "text": 1, "relation": 1, "space": 1, "punctuation": 1}
SHOWN = sum(KINDS.values()) + len(KINDS)


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project in which some rules are broken."""
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        build(project, BAD)
    return path


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> ConsistencyPanel:
    """Return the panel of a window, as it is looked at first, and all was checked."""
    found = shown(qtbot, desk)
    qtbot.waitUntil(lambda: found.rows.rowCount() == SHOWN)
    return found


def shown(qtbot: QtBot, desk: Desk) -> ConsistencyPanel:
    """Show the panel of a window."""
    desk.panels.sides.show_side("rules")
    found = desk.beside.reviewing._panel
    qtbot.waitUntil(found.isVisible)
    return found


def kinds(panel: ConsistencyPanel) -> dict[str, int]:
    """Return how much of each kind is listed."""
    return {group.rule: len(group.breaches) for group in panel.rows.groups}


def text(panel: ConsistencyPanel, row: int) -> str:
    """Return what a row says, without isolates."""
    said = str(panel.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    return said.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


def says(panel: ConsistencyPanel, name: str) -> str:
    """Return what a label of the panel says."""
    found = panel.findChild(QLabel, f"consistency_{name}")
    assert isinstance(found, QLabel)
    return found.text().translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


def choose(panel: ConsistencyPanel, rule: str) -> None:
    """Choose the first breach of a *rule*."""
    panel.choose(next(group.breaches[0] for group in panel.rows.groups if group.rule == rule))


def click(panel: ConsistencyPanel, row: int) -> None:
    """Click a row."""
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, panel.list.visualRect(panel.rows.index(row)).center())


def waited(qtbot: QtBot, panel: ConsistencyPanel, expected: dict[str, int]) -> None:
    """Wait until so much of each kind is listed."""
    qtbot.waitUntil(lambda: kinds(panel) == expected)


def test_nothing_is_checked_before_the_panel_is_looked_at(qtbot: QtBot, desk: Desk) -> None:
    panel = desk.beside.reviewing._panel
    assert (panel.rows.rowCount(), says(panel, "empty"), says(panel, "heading")) == (0, "Not checked yet.", "Consistency")
    with qtbot.waitSignal(panel.counted, check_params_cb=lambda count: count == sum(KINDS.values())):
        shown(qtbot, desk)
    waited(qtbot, panel, KINDS)
    assert says(panel, "heading") == "Consistency: 6"
    assert not panel.buttons["cancel"].isVisible()


def test_a_rule_is_a_row_with_its_breaches_below(panel: ConsistencyPanel) -> None:
    assert [text(panel, row) for row in range(5)] == [
        "▾ Claims without a source, Wrong, 2 · R12",
        "الهدنة, it has no Source, 0",
        "صامدة, it has no Source, 0",
        "▾ Counts other than in the text, To look at, 1 · R9",
        "نحو 100 شخص, the text says ≈ 100, here it is ≈ 9, 1",
    ]
    assert text(panel, 5) == "▾ Illegal relations, Wrong, 1"
    assert text(panel, 6).startswith("مصر, Source cannot go from Actor to Location")
    assert panel.rows.index(99).data() is None


def test_a_click_on_a_rule_closes_it_and_opens_it_again(panel: ConsistencyPanel) -> None:
    click(panel, 0)
    assert (panel.rows.rowCount(), text(panel, 0)[0]) == (SHOWN - 2, "▸")
    click(panel, 0)
    assert panel.rows.rowCount() == SHOWN


def test_a_click_on_a_breach_leads_to_it_in_whatever_document_it_is(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    page = desk.panels.page
    for row, document in ((4, KILLED), (1, SAID), (2, SAID)):
        click(panel, row)
        found = panel.current
        assert found
        qtbot.waitUntil(lambda at=document, one=found.id: page.document.text == at and page.focused == one)  # type: ignore[misc] # bound at once
        assert page.caret.offset == found.start
    click(panel, 6)
    assert page.focused is None


def test_enter_leads_to_it_and_the_keys_go_to_the_text(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    choose(panel, "text")
    QTest.keyClick(panel.list, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.panels.page.document.text == KILLED)
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)
    qtbot.waitUntil(desk.panels.page.hasFocus)


def test_a_key_puts_it_right_and_the_next_one_takes_its_place(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    choose(panel, "source")
    assert says(panel, "fix").splitlines() == [text(panel, 1).split(", ")[1], "X: mark it as unattributed"]
    with qtbot.waitSignal(desk.session.applied):
        QTest.keyClick(panel.list, Key.Key_X)
    waited(qtbot, panel, KINDS | {"source": 1})
    assert panel.current
    assert panel.current.words == "صامدة"
    qtbot.waitUntil(lambda: desk.status.message.text() == "Put right: 1")
    with qtbot.waitSignal(desk.session.applied):
        desk.commands.run("undo")
    waited(qtbot, panel, KINDS)


def test_all_of_a_kind_are_put_right_in_one_step(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    choose(panel, "source")
    assert panel.buttons["all"].text() == "Fix all of this kind (2)"
    with qtbot.waitSignal(desk.session.applied):
        QTest.mouseClick(panel.buttons["all"], LEFT)
    waited(qtbot, panel, {rule: count for rule, count in KINDS.items() if rule != "source"})
    with qtbot.waitSignal(desk.session.applied):
        desk.commands.run("undo")
    waited(qtbot, panel, KINDS)


def test_what_has_no_fix_says_so(panel: ConsistencyPanel, qtbot: QtBot, desk: Desk) -> None:
    build_overlap(desk)
    waited(qtbot, panel, KINDS | {"overlap": 1})
    choose(panel, "overlap")
    assert says(panel, "fix").splitlines()[-1] == "No fix is offered: look at it, and decide."
    assert not panel.buttons["one"].isEnabled()
    with qtbot.assertNotEmitted(panel.fix_wanted):
        panel.fix()


def build_overlap(desk: Desk) -> None:
    """Mark something over another span, as an import may."""
    project = desk.session.project
    assert project
    project.mark(Document.of(BAKU), BAKU.index("باكو"), BAKU.index("،"), project.schema.named("actor")).result()


def test_only_what_is_wrong_or_in_this_document_is_listed_on_request(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    panel.levels.setCurrentIndex(1)
    assert kinds(panel) == {"source": 2, "relation": 1, "space": 1}
    panel.levels.setCurrentIndex(0)
    panel.scope.setCurrentIndex(1)
    opened = desk.session.opened
    assert opened
    other = next(entry.id for entry in desk.session.entries if entry.id == Document.of(KILLED).id)
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.read(other)
    assert kinds(panel) == {"text": 1}
    assert text(panel, 1).endswith("≈ 9")


def test_where_nothing_breaks_a_rule_it_says_so(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    for entry in desk.session.entries:
        desk.session.act(lambda project, one=entry.id: project.remove_document(one))  # type: ignore[misc] # bound at once
    waited(qtbot, panel, {})
    assert (says(panel, "empty"), says(panel, "heading")) == ("Nothing here breaks a rule.", "Consistency: 0")
    press_here(desk, Key.Key_F4)
    qtbot.waitUntil(lambda: desk.status.message.text() == "Nothing here breaks a rule.")


def press_here(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the main window, which is brought to the front."""
    desk.activateWindow()
    desk.panels.page.setFocus()
    press(desk, key, held)


def is_shown(desk: Desk) -> bool:
    """Whether the document of the breach that is chosen is on the page."""
    found = desk.beside.reviewing._panel.current
    return found is not None and desk.panels.page.document.id == found.document


def test_f4_goes_from_one_to_the_next_and_back_without_the_panel(qtbot: QtBot, desk: Desk) -> None:
    panel = desk.beside.reviewing._panel
    seen: list[str] = []
    for key, held in ((Key.Key_F4, NONE), (Key.Key_F4, NONE), (Key.Key_F4, NONE), (Key.Key_F4, SHIFT)):
        before = panel.current
        press_here(desk, key, held)
        qtbot.waitUntil(lambda was=before: panel.current not in {None, was})  # type: ignore[misc] # bound at once
        assert panel.current
        seen.append(panel.current.words)
        qtbot.waitUntil(partial(is_shown, desk))
    assert seen == ["الهدنة", "صامدة", "نحو 100 شخص", "صامدة"]
    with qtbot.waitSignal(desk.session.applied):
        press_here(desk, Key.Key_Period, CTRL)
    waited(qtbot, panel, KINDS | {"source": 1})


def test_an_edit_is_followed_and_a_closed_project_forgotten(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    project = desk.session.project
    assert project
    other = Document.of(KILLED)
    with qtbot.waitSignal(desk.session.applied):
        desk.session.act(lambda opened: opened.mark(other, 0, 4, opened.schema.named("actor")))
    waited(qtbot, panel, KINDS | {"space": 2})
    desk.commands.run("close")
    qtbot.waitUntil(lambda: says(panel, "empty") == "Not checked yet.")
    assert kinds(panel) == {}


def test_a_change_of_titles_is_shown(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    with qtbot.waitSignal(desk.session.applied):
        desk.session.act(lambda opened: opened.rename(Document.of(KILLED).id, "خبر"))
    qtbot.waitUntil(lambda: text(panel, 4).endswith("خبر"))


def test_in_arabic_it_speaks_arabic(desk: Desk, panel: ConsistencyPanel) -> None:
    press_here(desk, Key.Key_F10)
    assert text(panel, 0) == "▾ ادعاءات بلا مصدر, خلل, 2 · R12"
    assert text(panel, 1).startswith("الهدنة, ليس له المصدر")
    choose(panel, "source")
    assert says(panel, "fix").splitlines()[-1] == "X: اجعله بلا مصدر"


def test_what_may_only_be_read_is_not_put_right(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel, project_path: Path) -> None:
    with qtbot.waitSignal(desk.session.document_opened):
        desk.session.open(lambda: Project.open(project_path, read_only=True))
    waited(qtbot, panel, KINDS)
    choose(panel, "source")
    assert not panel.buttons["one"].isEnabled()
    with qtbot.assertNotEmitted(panel.fix_wanted):
        QTest.keyClick(panel.list, Key.Key_X)


def test_a_check_that_cannot_be_is_told(qtbot: QtBot, desk: Desk) -> None:
    assert desk.session.project
    desk.session.project.close()
    with qtbot.waitSignal(desk.session.failed):
        panel = shown(qtbot, desk)
    assert says(panel, "empty") == "Not checked yet."
    assert panel.sizeHint().isValid()


def test_a_project_that_is_closed_meanwhile_is_not_shown(qtbot: QtBot, desk: Desk) -> None:
    panel, project, gate = desk.beside.reviewing._panel, desk.session.project, Event()
    assert project
    project.ask(lambda _: gate.wait())
    desk.beside.reviewing._begin()
    desk.beside.reviewing._begin_anew()
    gate.set()
    qtbot.waitUntil(lambda: desk.beside.reviewing._task is None)
    assert (panel.rows.rowCount(), says(panel, "empty")) == (0, "Not checked yet.")


def test_a_closed_group_is_opened_for_what_is_gone_to(desk: Desk, panel: ConsistencyPanel) -> None:
    click(panel, 0)
    assert panel.rows.row_of(("source", b"?")) == -1
    choose(panel, "source")
    assert panel.rows.rowCount() == SHOWN
    assert desk.isVisible()


def test_a_check_that_is_cancelled_is_begun_again_when_it_is_wanted(qtbot: QtBot, desk: Desk) -> None:
    panel, project, gate = desk.beside.reviewing._panel, desk.session.project, Event()
    assert project
    project.ask(lambda _: gate.wait())
    desk.beside.reviewing._begin()
    panel.cancel_wanted.emit()
    gate.set()
    qtbot.waitUntil(lambda: desk.beside.reviewing._task is None)
    assert panel.rows.rowCount() == 0
    panel.buttons["check"].click()
    waited(qtbot, panel, KINDS)
    assert not panel.buttons["check"].isVisibleTo(panel)


def test_a_fix_that_is_cancelled_changes_nothing(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    project, gate = desk.session.project, Event()
    assert project
    choose(panel, "source")
    project.ask(lambda _: gate.wait())
    panel.buttons["all"].click()
    panel.buttons["all"].click()
    panel.cancel_wanted.emit()
    with qtbot.waitSignal(desk.session.failed):
        gate.set()
    qtbot.waitUntil(lambda: desk.beside.reviewing._fixing is None)
    assert kinds(panel) == KINDS


def test_what_is_right_already_is_passed_over_and_told(qtbot: QtBot, desk: Desk, panel: ConsistencyPanel) -> None:
    choose(panel, "space")
    found = panel.current
    assert found
    panel.fix()
    qtbot.waitUntil(lambda: desk.beside.reviewing._fixing is None)
    desk.beside.reviewing._fix((found,))
    qtbot.waitUntil(lambda: desk.status.message.text() == "Put right: 0, passed over: 1")
