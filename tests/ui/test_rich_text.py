"""Qt guesses HTML and opens the files it names: neither our source nor a stranger's text may make it do so (STORAGE.md §10)."""

import ast
import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator import resources
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError
from annotator.model.records import Record
from annotator.model.schema_files import read_schema
from annotator.project.project import Project
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from annotator.ui.factories import label, message_box
from tests.ui.acts import answer, mark, press
from tests.ui.conftest import Open

# Classes whose texts Qt reads as HTML when they look like it, and methods that take HTML or may.
GUESSING = {"QLabel", "QErrorMessage", "QInputDialog", "QMessageBox", "QSplashScreen", "QStaticText", "QTextBrowser"}
GUESSING |= {"QTextEdit", "QWhatsThis", "QWizardPage", "QToolTip"}
TAKING = {"setToolTip", "setStatusTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml", "setLabelText", "setMarkdown"}
TOOLTIP_ROLES = {"ToolTipRole", "WhatsThisRole", "StatusTipRole"}
# The factories make the widgets that are safe; a QAction is told to have no tooltip.
ALLOWED = {"factories.py": {"QLabel", "QMessageBox", "setToolTip"}, "commands.py": {"setToolTip"}}
ALLOWED["attribute_view.py"] = {"ToolTipRole"}  # it says it through `rich`
# It parses without HTML or pictures, and loads nothing: tests/ui/test_guidelines.py.
ALLOWED["markdown_view.py"] = {"QTextBrowser", "setMarkdown"}
IN_OPEN, HEAD = 0x20, struct.Struct("iIII")


def dangers(module: ast.Module) -> Iterator[str]:
    """Yield the names in a module by which a text could be taken for HTML."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in GUESSING:
                yield called.id
            elif isinstance(called, ast.Attribute):
                of = called.value.id if isinstance(called.value, ast.Name) else ""
                yield from {of} & GUESSING if called.attr[0].islower() else ()
                yield from {called.attr} & TAKING
        elif isinstance(node, ast.ClassDef):
            yield from {base.id for base in node.bases if isinstance(base, ast.Name)} & GUESSING
        elif isinstance(node, ast.Attribute):
            yield from {node.attr} & TOOLTIP_ROLES


def test_nothing_outside_the_factories_makes_what_guesses_html() -> None:
    found = {
        path.name: set(dangers(ast.parse(path.read_text(encoding="utf-8"))))
        for path in Path(annotator.ui.__path__[0]).rglob("*.py")
    }
    assert {name: names for name, names in found.items() if names - ALLOWED.get(name, set())} == {}
    assert found["factories.py"] == ALLOWED["factories.py"]


@pytest.mark.parametrize(
    "source",
    [
        "QLabel('x')",
        "QMessageBox.warning(None, 'x', 'y')",
        "class Mine(QLabel): ...",
        "w.setToolTip(text)",
        "QToolTip.showText(point, text)",
        "role == Qt.ItemDataRole.ToolTipRole",
        "edit.setHtml(text)",
    ],
)
def test_the_ban_sees(source: str) -> None:
    assert list(dangers(ast.parse(source)))


class Bait:
    """A file, and whether anybody opened it, as the system's own watch tells (inotify)."""

    def __init__(self, path: Path) -> None:
        """Make the file and watch it."""
        path.write_bytes(b"no picture")
        self.html = f'<img src="{path.as_uri()}"><b>x</b>'
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._watch, os.fsencode(path), IN_OPEN) > 0

    def was_opened(self) -> bool:
        """Whether it was opened since it was asked last."""
        try:
            return len(os.read(self._watch, 4096)) >= HEAD.size
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no more."""
        os.close(self._watch)


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Bait]:
    with closing(Bait(tmp_path / "bait.png")) as made:
        yield made


def test_the_watch_sees_that_rich_text_opens_the_file(qtbot: QtBot, bait: Bait) -> None:
    guessing = QLabel(bait.html)
    qtbot.addWidget(guessing)
    guessing.grab()
    assert bait.was_opened()
    plain = label("plain", bait.html)
    qtbot.addWidget(plain)
    plain.grab()
    assert not bait.was_opened()


@pytest.fixture
def project_path(tmp_path: Path, bait: Bait) -> Path:
    """Make a project in which title, text, label and analyst name the bait."""
    stanza = resources.path("schemas", "conflict-ar.toml").read_text(encoding="utf-8")
    schema = tmp_path / "schema.toml"
    schema.write_text(stanza.replace('en = "Actor"', f"en = {bait.html!r}"), encoding="utf-8")
    path = tmp_path / "<img src=bait.png>.annotator"
    with closing(Project.create(path, read_schema(schema), analyst=bait.html)) as project:
        texts = [Document.of(f"{bait.html} {number}") for number in range(2)]
        project.import_records([Record(text, bait.html, meta=(("title", bait.html),)) for text in texts]).result()
    return path


def show_all(desk: Desk) -> None:
    """Paint everything, and rest the pointer on every widget until its tooltip comes."""
    for widget in [widget for widget in desk.findChildren(QWidget) if not widget.isWindow()]:
        point = QPoint(3, 3)
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    desk.grab()
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
class TestTitlesAndTextsThatNameAFile:
    """Shown in each place of the window."""

    def test_in_the_window(self, qtbot: QtBot, open_desk: Open, bait: Bait) -> None:
        desk = open_desk()
        mark(qtbot, desk, 0, 20)
        mark(qtbot, desk, 0, 10)
        desk.stack.show_here()
        desk.session.failed.emit(AnnotatorError(bait.html))
        show_all(desk)
        assert bait.html in desk.panels.notice.text.text()
        desk.panels.page.select(0, 30)
        show_all(desk)
        desk.document_menu.remove()
        qtbot.waitUntil(lambda: bait.html in desk.status.message.text())
        show_all(desk)
        desk.commands.run("close")
        show_all(desk)
        assert not bait.was_opened()

    @pytest.mark.parametrize("command", ["rename", "palette", "keys"])
    def test_in_a_dialog(self, open_desk: Open, bait: Bait, command: str) -> None:
        desk = open_desk()
        seen = answer(QDialog, lambda dialog: dialog.grab())
        desk.commands.run(command)
        assert len(seen) == 1
        assert not bait.was_opened()

    def test_in_a_message_box(self, open_desk: Open, bait: Bait) -> None:
        desk = open_desk()
        box = message_box(desk, bait.html, detail=bait.html)
        box.show()
        box.grab()
        assert not bait.was_opened()
        box.close()
        box.deleteLater()

    def test_while_going_to_a_place(self, open_desk: Open, bait: Bait) -> None:
        desk = open_desk()

        def look(chooser: Chooser) -> None:
            chooser.field.setText("1")
            chooser.grab()

        answer(Chooser, look)
        press(desk, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        assert not bait.was_opened()
