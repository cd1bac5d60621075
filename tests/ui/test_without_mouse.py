"""A recorded session: the seed article is marked from its first word to its last mark without a mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from tests.demo import places
from tests.ui.acts import ARTICLE, CTRL, NONE, SHIFT, press, saved
from tests.ui.conftest import Open

FAR, LABEL_KEYS = 400, {"actor": Qt.Key.Key_1, "casualty": Qt.Key.Key_2, "location": Qt.Key.Key_3, "claim": Qt.Key.Key_4}


def go(desk: Desk, target: int, held: Qt.KeyboardModifier) -> None:
    """Take the caret to *target*, which is ahead of it: word by word, then back or on by characters."""
    caret = desk.panels.page.caret
    for _ in range(FAR):
        if caret.offset >= target:
            break
        press(desk, Qt.Key.Key_Left, held | CTRL)
    for _ in range(FAR):
        if caret.offset == target:
            break
        press(desk, Qt.Key.Key_Right if caret.offset > target else Qt.Key.Key_Left, held)
    assert caret.offset == target


def begin(desk: Desk, start: int) -> None:
    """Take the caret to *start* from the top: by paragraphs as far as they go, then by words and characters."""
    press(desk, Qt.Key.Key_Escape)
    press(desk, Qt.Key.Key_Home, CTRL)
    for _ in range(ARTICLE.text.count("\n", 0, start)):
        press(desk, Qt.Key.Key_Down, CTRL)
    go(desk, start, NONE)


def test_the_seed_article_is_marked_without_a_mouse_and_is_so_in_the_file(
    qtbot: QtBot, open_desk: Open, project_path: Path
) -> None:
    desk = open_desk()
    desk.following.read(ARTICLE.id)
    qtbot.waitUntil(lambda: desk.panels.page.document == ARTICLE)
    wanted = places(ARTICLE.text)
    for start, end, label in wanted:
        begin(desk, start)
        go(desk, end, SHIFT)
        assert desk.panels.page.selection == (start, end)
        press(desk, LABEL_KEYS[label])
    qtbot.waitUntil(lambda: not desk.session.saving.waiting)
    desk.close()
    assert sorted(saved(project_path)) == sorted(wanted)
