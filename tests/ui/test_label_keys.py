"""A label whose key is a command's: told once when such a project is opened, and not made in the first place."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import shipped
from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError
from annotator.model.records import Record
from annotator.project.project import Project
from annotator.ui.actions import by_id
from annotator.ui.desk import Desk
from annotator.ui.label_keys import clashes, refuse_commands, warning

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project with a label whose key is a command's, which nobody could make here."""
    path = tmp_path / "p.annotator"
    ours = shipped.shipped(shipped.USUAL)
    labels = (replace(ours.labels[0], key="w"), *ours.labels[1:3], replace(ours.labels[3], key="q", gone=True))
    with closing(Project.create(path, replace(ours, labels=labels))) as project:
        project.import_records([Record(Document.of("نص قصير"), "a")]).result()
    return path


def test_a_project_that_came_with_such_a_key_is_told_of(desk: Desk) -> None:
    notice = desk.panels.notice
    assert notice.isVisible()
    told = notice.text.text().replace("\u2068", "").replace("\u2069", "")
    assert told == "W does “Widen the selection”, so it cannot mark with actor: choose another key for it"


def test_it_is_told_no_more_where_the_command_has_another_key(desk: Desk) -> None:
    project = desk.session.project
    assert project
    chords = desk.commands.chords
    assert [label.name for label, _ in clashes(project.schema, chords)] == ["actor"]
    chords.choose(by_id("widen"), "J")
    assert warning(project.schema, chords) is None


def test_what_was_so_before_does_not_stand_in_the_way_of_other_changes(desk: Desk) -> None:
    project = desk.session.project
    assert project
    schema, chords = project.schema, desk.commands.chords
    first, *others = schema.labels
    refuse_commands(schema, replace(schema, labels=(replace(first, name="agent"), *others)), chords)
    with pytest.raises(AnnotatorError, match="T is the key of"):
        refuse_commands(schema, replace(schema, labels=(replace(first, key="t"), *others)), chords)
