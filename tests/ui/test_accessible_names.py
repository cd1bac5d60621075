"""What a screen reader is told of every widget: a walk over the whole tree that Qt makes for it, in both languages."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from tests.ui.acts import SHIFT, mark, press

ROLE, NAME = QAccessible.Role, QAccessible.Text.Name
INTERACTIVE = {
    ROLE.Button,
    ROLE.CheckBox,
    ROLE.ComboBox,
    ROLE.Document,
    ROLE.EditableText,
    ROLE.List,
    ROLE.MenuItem,
    ROLE.Paragraph,
    ROLE.PopupMenu,
    ROLE.ProgressBar,
    ROLE.RadioButton,
    ROLE.Table,
    ROLE.Tree,
}
TAB, MOST_ATTRIBUTES = Qt.FocusPolicy.TabFocus, 9
HTML = re.compile(r"<\w|&\w+;")
ARABIC = re.compile("[\u0621-\u064a]")
Interfaces = Iterator[QAccessibleInterface]


@pytest.fixture(params=["en", "ar"])
def speaking(request: pytest.FixtureRequest, desk: Desk, qtbot: QtBot) -> Desk:
    """Return a window on a document with a span, in either language."""
    mark(qtbot, desk, 0, 5)
    if request.param == "ar":
        press(desk, Qt.Key.Key_F10)
    settle()
    return desk


def settle() -> None:
    """Let layouts and languages take effect."""
    for _ in range(5):
        QApplication.processEvents()


def walked(top: QAccessibleInterface) -> Interfaces:
    """Yield *top* and all below it."""
    yield top
    for number in range(top.childCount()):
        child = top.child(number)
        if child is not None:
            assert child.isValid()
            yield from walked(child)


def tree(desk: Desk) -> list[QAccessibleInterface]:
    """Return all that a screen reader finds in the window."""
    return list(walked(QAccessible.queryAccessibleInterface(desk)))


def is_interactive(one: QAccessibleInterface) -> bool:
    """Whether an analyst does something with it; the list of a combo box, which Qt makes, is told by the box."""
    is_part = one.parent() is not None and one.parent().role() == ROLE.ComboBox and one.role() == ROLE.List
    return not is_part and (one.role() in INTERACTIVE or bool(one.state().focusable and not one.state().invisible))


def told_of(one: QAccessibleInterface) -> str:
    thing = one.object()
    return f"{one.role().name} {type(thing).__name__} {thing.objectName() if thing else ''} in {one.parent().text(NAME)!r}"


def test_whatever_an_analyst_uses_has_a_name_that_is_said(speaking: Desk) -> None:
    assert [told_of(one) for one in tree(speaking) if is_interactive(one) and not one.text(NAME).strip()] == []


def test_no_name_is_html_or_the_name_of_an_object(speaking: Desk) -> None:
    names = {one.text(NAME) for one in tree(speaking)}
    objects = {widget.objectName() for widget in [speaking, *speaking.findChildren(QWidget)]} - {""}
    assert names & {name for name in objects if "_" in name or name.islower()} == set()
    assert {name for name in names if HTML.search(name)} == set()


def test_every_widget_that_takes_the_focus_has_an_object_name(speaking: Desk) -> None:
    widgets = [one.object() for one in tree(speaking) if is_interactive(one)]
    assert [widget for widget in widgets if isinstance(widget, QWidget) and not widget.objectName()] == []


def test_in_arabic_every_name_is_arabic(desk: Desk) -> None:
    press(desk, Qt.Key.Key_F10)
    settle()
    names = {one.text(NAME) for one in tree(desk) if is_interactive(one)}
    assert {name for name in names if not ARABIC.search(name)} == set()
    assert len(names) > 60


def test_lists_read_their_rows(speaking: Desk) -> None:
    cells = [one.text(NAME) for one in tree(speaking) if one.role() == ROLE.Cell]
    page, looks = speaking.panels.page, speaking.viewing.looks
    (span,) = page.spans.in_order()
    read = [name for name in cells if looks.of(span.label).title in name and f"{span.start}–{span.end}" in name]
    assert len(read) == 1
    assert sum(entry.title in name for entry in speaking.session.entries for name in cells) >= len(speaking.session.entries)


def test_f6_reaches_every_pane_and_comes_back(speaking: Desk) -> None:
    speaking.panels.search.show()
    panes = speaking.panels.panes()
    assert len(panes) == 6
    seen = []
    for _ in panes:
        press(speaking, Qt.Key.Key_F6)
        seen.append(speaking.focusWidget())
    assert {*seen} == {*panes}
    assert speaking.panels.page.hasFocus()
    for pane in [*reversed(seen[:-1]), seen[-1]]:
        press(speaking, Qt.Key.Key_F6, SHIFT)
        assert speaking.focusWidget() is pane


def walk_on(desk: Desk, key: Qt.Key) -> None:
    """Press *key* until keys go elsewhere: in the form of attributes it first walks those."""
    here = desk.focusWidget()
    for _ in range(MOST_ATTRIBUTES):
        press(desk, key)
        if desk.focusWidget() is not here:
            break


def test_tab_goes_on_from_every_pane_to_all_that_takes_the_focus(speaking: Desk) -> None:
    page, seen = speaking.panels.page, set[QWidget]()
    widgets: list[QWidget] = speaking.panels.findChildren(QWidget)
    wanted = {one for one in widgets if one.focusPolicy() & TAB and one.isVisible() and one.isEnabled()}
    assert len(wanted) > 10
    for key, pane in product((Qt.Key.Key_Tab, Qt.Key.Key_Backtab), speaking.panels.panes()):
        pane.setFocus()
        passed = set[QWidget]()
        while speaking.focusWidget() not in {page, *passed}:
            passed.add(speaking.focusWidget())
            walk_on(speaking, key)
        seen |= passed
    assert wanted - seen == {page}
