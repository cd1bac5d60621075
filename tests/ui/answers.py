"""The form of attributes as a test meets it: what it shows, where keys are, what is in the file."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Value
from annotator.model.edits import Edit
from annotator.model.schema_files import read_schema
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.ui.attribute_lines import OPTION, REASON, Line
from annotator.ui.attributes import AttributeForm
from annotator.ui.desk import Desk
from tests.ui.acts import NONE, press, type_text
from tests.ui.conftest import SEED, records

Key = Qt.Key
KINDS = Path(__file__).parent / "kinds.toml"


def make_project(path: Path) -> Path:
    """Make a project with the seed, whose first label asks for an attribute of every kind."""
    with closing(Project.create(path, read_schema(KINDS))) as project:
        project.import_records(records(SEED)).result()
    return path


def form(desk: Desk) -> AttributeForm:
    return desk.panels.inspector.form


def lines(desk: Desk, *kinds: str) -> list[Line]:
    """Return the lines shown, of these *kinds* or all."""
    return [line for line in form(desk).view.rows.lines if not kinds or line.kind in kinds]


def titles(desk: Desk, *kinds: str) -> list[str]:
    return [line.title for line in lines(desk, *kinds)]


def value_shown(desk: Desk, name: str) -> str:
    """Return the value shown of an attribute, "" if the form does not ask for it now."""
    shown = (line.value for line in lines(desk) if line.name == name and line.kind not in {OPTION, REASON})
    return next(shown, "").strip("\u2068\u2069")


def at(desk: Desk) -> str:
    """Return the name of the attribute that keys are at."""
    line = form(desk).view.line
    assert line is not None
    return line.name


def go(desk: Desk, name: str) -> None:
    """Walk down to an attribute."""
    if any(line.kind == OPTION for line in lines(desk)):
        press(desk, Key.Key_Left)
    for _ in range(30):
        if at(desk) == name:
            break
        press(desk, Key.Key_Down)
    assert at(desk) == name


def typed(desk: Desk, text: str) -> None:
    """Type over what the field holds."""
    field = form(desk).field
    assert field.hasFocus()
    type_text(field, text)


def at_place(desk: Desk, key: int, code: int, text: str) -> None:
    """Press the key with this X11 *code*, which types *text* under the layout in use."""
    widget = desk.focusWidget()
    assert widget is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, NONE, code, 0, 0, text))


def written(qtbot: QtBot, desk: Desk) -> dict[str, Value]:
    """Return the attributes of the one span, once all is in the file: as it says, as the page shows, and the form."""
    qtbot.waitUntil(lambda: not desk.session.saving.waiting and not desk.panels.page.pending)
    (span,) = in_file(desk)
    (shown,) = (span for span in desk.panels.page.spans.in_order() if span.label == desk.marking.labels[0].id)
    assert shown.attributes == span.attributes
    if desk.panels.page.focused == span.id:
        qtbot.waitUntil(lambda: form(desk).values == dict(span.attributes))
    return dict(span.attributes)


def in_file(desk: Desk) -> list[Span]:
    """Return the spans of the file that the label with questions was given."""
    assert desk.session.opened
    assert desk.session.project
    with closing(Project.open(desk.session.project.path, read_only=True)) as project:
        spans = project.document(desk.session.opened.document.id).result().spans
        return [span for span in spans if span.label == project.schema.named("thing").id]


def is_at_text(desk: Desk) -> bool:
    return desk.panels.page.hasFocus()


def with_attributes(desk: Desk, qtbot: QtBot, **values: Value) -> None:
    """Have the file say this of the one span, as an import may."""
    project = desk.session.project
    assert project
    qtbot.waitUntil(lambda: not desk.session.saving.waiting)
    (span,) = in_file(desk)
    after = replace(span, attributes=tuple(sorted(values.items())))
    project._store.act(lambda _: Edit("attributes", (span,), (after,)))
    qtbot.waitUntil(lambda: form(desk).values == dict(after.attributes))
