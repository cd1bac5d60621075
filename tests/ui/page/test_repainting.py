"""What is painted anew after a step is all that it changed: the window looks as if it were painted whole."""

import random

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.page.page import Page

STEPS = ("left", "right", "up", "down", "word_left", "word_right", "home", "end")


def on_screen(page: Page) -> QImage:
    """Return what is in the window now."""
    return page.screen().grabWindow(page.winId()).toImage()


@pytest.mark.parametrize("extends", [0.0, 0.5, 0.9])
def test_caret_and_selection_leave_nothing_behind(qtbot: QtBot, page: Page, extends: float) -> None:
    chance = random.Random(extends)
    for _ in range(60):
        page.go(chance.choice(STEPS), extend=chance.random() < extends)
        qtbot.waitUntil(lambda: on_screen(page) == page.grab().toImage(), timeout=1000)
