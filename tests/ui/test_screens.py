"""What holds for every screen and dialog, in both languages, in a small window: names for all, and room for every text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.documents import Document
from annotator.model.errors import NotSaved
from annotator.model.records import Record
from annotator.model.schema_files import read_schema
from annotator.model.spans import Span, quote_of
from annotator.project.values import Checked, SpanVersion
from annotator.storage.backup import Backup
from annotator.storage.check import Finding
from annotator.storage.offering import Offer
from annotator.storage.rescue import Rescued
from annotator.ui.actions import by_id
from annotator.ui.backups import BackupSheet
from annotator.ui.checking import CheckReport
from annotator.ui.chooser import Chooser
from annotator.ui.desk import Desk
from annotator.ui.document_menu import Rename
from annotator.ui.factories import message_box
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.new_project import NewProject
from annotator.ui.page.typography import USUAL
from annotator.ui.preferences import Preferences
from annotator.ui.rescuing import RescueReport
from annotator.ui.schema.adding import Adding
from annotator.ui.schema.editor import SchemaEditor
from annotator.ui.sheets import About, KeySheet
from annotator.ui.span_history import SpanHistory
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr
from tests.ui.acts import answer, mark, press
from tests.ui.room import clipped, ours, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCHEMA = read_schema(resources.path("schemas", "conflict-ar.toml"))
SIZES = (QSize(1000, 650), QSize(1280, 800))
SMALL = SIZES[0]
UNSEEN = "\u202b\u2067\u2069\u202c\u200f\u200c\u200d\u00a0"


def nameless(root: QWidget) -> list[str]:
    """Return the kinds of widgets without an object name, and the names of those that take the focus but say nothing."""
    without = [type(widget).__name__ for widget in ours(root) if not widget.objectName()]
    return without + [
        widget.objectName()
        for widget in ours(root)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def size(request: pytest.FixtureRequest) -> QSize:
    """Return a size that windows have on small screens."""
    assert isinstance(request.param, QSize)
    return request.param


@pytest.fixture(params=["en", "ar"])
def small(request: pytest.FixtureRequest, size: QSize, desk: Desk) -> Desk:
    """Return a small window in either language."""
    desk.resize(size)
    if request.param == "ar":
        press(desk, Qt.Key.Key_F10)
    settle()
    return desk


def _welcome(_: QtBot, desk: Desk) -> None:
    desk.commands.run("close")


def _in_focus(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5)


def _long_selection(_: QtBot, desk: Desk) -> None:
    desk.panels.page.select(0, 900)


def _unseen(qtbot: QtBot, desk: Desk) -> None:
    text = f"نص{UNSEEN} {'نص ' * 100}"
    project = desk.session.project
    assert project
    document = Document.of(text)
    project.import_records([Record(document, "unseen")])
    qtbot.waitUntil(lambda: document.id in known(desk))
    with qtbot.waitSignal(desk.session.document_opened):
        desk.following.read(document.id)
    mark(qtbot, desk, 0, len(text) - 1)


def _unseen_in_a_narrow_column(qtbot: QtBot, desk: Desk) -> None:
    _unseen(qtbot, desk)
    desk.panels.columns.setSizes([240, 560, 200])


def _asked(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Qt.Key.Key_2)
    press(desk, Qt.Key.Key_Return)


def _refused(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 5, Qt.Key.Key_3)
    press(desk, Qt.Key.Key_Return)
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_X, Qt.Key.Key_Return):
        press(desk, key)
    assert desk.panels.inspector.form.field.isVisible()


def _moving_edges(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 900)
    press(desk, Qt.Key.Key_F2)


def _searched(qtbot: QtBot, desk: Desk) -> None:
    press(desk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.panels.search.field.setText(desk.panels.page.text.split()[0])
    desk.panels.search.search()
    qtbot.waitUntil(lambda: bool(desk.panels.page.hits))


def _damaged(qtbot: QtBot, desk: Desk) -> None:
    project = desk.session.project
    assert project
    path = project.path
    project.back_up("daily").result()
    desk.session.close()
    path.write_bytes(b"")
    desk.filing.open(path)
    qtbot.waitUntil(desk.panels.notice.buttons["backups"].isVisible)


def _noticed(_: QtBot, desk: Desk) -> None:
    desk.session.failed.emit(NotSaved("the disk is full: make room and try again, or save a copy elsewhere"))


def _unsaved(_: QtBot, desk: Desk) -> None:
    desk.panels.unsaved.offer(retry=True, find=True)
    desk.panels.unsaved.show_text(lambda: tr("Actions not saved: {count}", count=3) + " – " + "text " * 30)


def _shared(_: QtBot, desk: Desk) -> None:
    desk.panels.shared.show_text(lambda: "text " * 60)


def _font_missed(_: QtBot, desk: Desk) -> None:
    desk.settings.set({"text_family": "A Font With A Name That Is Rather Long"})
    desk.viewing.tell_of_font()


def _large(qtbot: QtBot, desk: Desk) -> None:
    desk.viewing.set_text(USUAL._replace(size_px=48, line_height=200, tracks=6))
    mark(qtbot, desk, 0, 5)


def _emptied(qtbot: QtBot, desk: Desk) -> None:
    for count in (1, 0):
        desk.document_menu.remove()
        qtbot.waitUntil(lambda count=count: len(desk.session.entries) == count and not desk.session.saving.waiting)  # type: ignore[misc]
        qtbot.waitUntil(lambda: desk.session.opened is None or desk.session.opened.document.id in known(desk))


def known(desk: Desk) -> set[bytes]:
    """Return the documents that the list shows."""
    return {entry.id for entry in desk.session.entries}


SCREENS = [
    _welcome,
    _in_focus,
    _asked,
    _refused,
    _long_selection,
    _unseen,
    _unseen_in_a_narrow_column,
    _moving_edges,
    _searched,
    _noticed,
    _damaged,
    _unsaved,
    _shared,
    _font_missed,
    _large,
    _emptied,
]


@pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__.strip("_"))
def test_every_screen_has_names_and_room_for_its_texts(
    qtbot: QtBot, small: Desk, size: QSize, show: Callable[[QtBot, Desk], None]
) -> None:
    show(qtbot, small)
    settle()
    assert nameless(small) == []
    assert clipped(small) == []
    assert small.size() == size


FINDINGS = tuple(
    Finding(level, "وثيقة طويلة العنوان جدا", f"what is wrong, at length {'x' * 40}", "what to do about it, at some length too")
    for level in ("error", "warning")
)
VERSIONS = (
    SpanVersion(
        Span(bytes(16), bytes(16), bytes(16), SCHEMA.labels[0].id, 0, 5, quote_of("كلمات")),
        "كلمات " * 30,
        "analyst " * 9,
        is_from_here=True,
    ),
)


def recording(desk: Desk) -> KeySheet:
    """Return the key sheet while it waits for a key."""
    sheet = KeySheet(desk.commands.chords, SCHEMA, desk.viewing.language.code, desk)
    sheet.tree.setCurrentItem(sheet._items["document_auto"])
    sheet.change.click()
    return sheet


def refused(desk: Desk) -> KeySheet:
    """Return the key sheet after a key was refused, at length."""
    sheet = recording(desk)
    desk.commands.chords.choose(by_id("document_rtl"), "J")
    sheet.recorder.pressed.emit("J")
    return sheet


def asked(desk: Desk) -> QMessageBox:
    """Return a question with three long answers."""
    box = message_box(desk, tr("Actions not saved: {count}. Give them up?", count=12), detail="detail " * 20)
    for text in (tr("Try again"), tr("Give them up"), tr("Stay here")):
        box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    return box


OFFERS = [
    Offer(Backup(Path(reason), 3, 1_790_000_000_000, reason), 120_000, since)
    for reason, since in (("daily", 0), ("before import", 12), ("before bringing it to format 2", None))
]


def editor(desk: Desk, tab: int) -> SchemaEditor:
    """Return the window of labels and attributes, on one of its tabs."""
    desk.schemas.open()
    assert desk.schemas.editor
    desk.schemas.editor.tabs.setCurrentIndex(tab)
    return desk.schemas.editor


DIALOGS: dict[str, Callable[[Desk, Path], QDialog]] = {
    "new project": lambda desk, folder: NewProject(folder, desk),
    "rename": lambda desk, _: Rename("عنوان", desk),
    "keys": lambda desk, _: KeySheet(desk.commands.chords, SCHEMA, desk.viewing.language.code, desk),
    "keys, one being recorded": lambda desk, _: recording(desk),
    "keys, one refused": lambda desk, _: refused(desk),
    "preferences": lambda desk, _: Preferences(USUAL._replace(family="DejaVu Sans Mono"), LIGHT, desk),
    "about": lambda desk, _: About(desk),
    "labels": lambda desk, _: editor(desk, 0),
    "attributes": lambda desk, _: editor(desk, 1),
    "relations": lambda desk, _: editor(desk, 2),
    "new label": lambda desk, _: Adding(tr("New label"), desk),
    "new attribute": lambda desk, _: Adding(tr("New attribute"), desk, has_kind=True),
    "chooser": lambda desk, _: Chooser("chooser", "title", "hint", lambda _: (), desk),
    "no backups": lambda desk, folder: BackupSheet(folder / "p.annotator", (), desk, is_open=True),
    "backups": lambda desk, folder: BackupSheet(folder / "p.annotator", OFFERS, desk, is_open=True),
    "history of a span": lambda desk, _: SpanHistory(VERSIONS, desk.viewing.looks, desk),
    "history of nothing": lambda desk, _: SpanHistory((), desk.viewing.looks, desk),
    "nothing wrong": lambda desk, _: CheckReport(Checked((), 120, 34_000), desk, accepts=False),
    "something wrong": lambda desk, _: CheckReport(Checked(FINDINGS, 120, 34_000), desk, accepts=True),
    "rescued all": lambda desk, folder: RescueReport(Rescued(120, 34_000, folder, ()), desk),
    "rescued some": lambda desk, _: RescueReport(Rescued(120, 34_000, None, FINDINGS), desk),
    "question": lambda desk, _: asked(desk),
    "message": lambda desk, _: message_box(desk, "text " * 30, detail="detail"),
}


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS.keys())
def test_every_dialog_has_names_and_room_for_its_texts(
    small: Desk, tmp_path: Path, make: Callable[[Desk, Path], QDialog]
) -> None:
    dialog = make(small, tmp_path)
    dialog.show()
    settle()
    check(dialog)
    dialog.close()
    dialog.deleteLater()


def test_the_import_dialog_has_names_and_room_for_its_texts(qtbot: QtBot, small: Desk, tmp_path: Path) -> None:
    file = tmp_path / "نص طويل الاسم.txt"
    file.write_bytes("قال المتحدث باسم الوزارة إن النار أوقفت".encode("cp1256"))
    seen = answer(ImportDialog, check)
    small.filing.look_at([file])
    qtbot.waitUntil(lambda: len(seen) == 1)


def check(dialog: QDialog) -> None:
    """See that a dialog fits, its texts too, and that all in it have names."""
    assert nameless(dialog) == []
    assert clipped(dialog) == []
    assert dialog.width() <= SMALL.width()
    assert dialog.height() <= SMALL.height()
