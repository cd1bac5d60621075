"""A window on a project whose first label asks for an attribute of every kind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.desk import Desk
from tests.ui.acts import mark, press
from tests.ui.answers import make_project

Key = Qt.Key


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project whose label asks for an attribute of every kind."""
    return make_project(tmp_path / "p.annotator")


@pytest.fixture
def asked(desk: Desk, qtbot: QtBot) -> Desk:
    """Return a window with a marked word in focus, keys at its first attribute."""
    mark(qtbot, desk, 6, 11)
    desk.panels.page.go_to(8)
    press(desk, Key.Key_Return)
    return desk
