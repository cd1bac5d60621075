"""The documents list after each edit is the one that the file gives."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.model.documents import Document
from annotator.model.ids import new_id
from annotator.model.notes import KINDS, Note
from annotator.model.records import Record
from annotator.project.project import Project
from annotator.storage.store import Applied
from annotator.ui.listing import Entries, relisted

TEXT = "نص قصير عن باكو وقره باغ وأرمينيا، رقم"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        made.import_records([record(number) for number in range(5)]).result()
        yield made


def record(number: int) -> Record:
    return Record(Document.of(f"{TEXT} {number}"), f"{number}", meta=(("title", f"عنوان {number}"),))


def act(project: Project, chance: random.Random) -> Applied | None:
    """Do one of the things that the list shows something of."""
    entry = chance.choice(project.documents().result())
    opened, label = project.document(entry.id).result(), chance.choice(project.schema.labels)
    start, span = chance.randrange(0, 30), next(iter(opened.spans), None)
    newest = project.can_undo().result()
    note = Note(chance.choice((project.layer.id, b"2" * 16)), entry.id, new_id(), entry.id, chance.choice(KINDS), "?")
    acts: list[Callable[[], Future[Any]]] = [
        lambda: project.add_note(note),
        lambda: project.set_finished(entry.id, finished=not entry.finished),
        lambda: project.rename(entry.id, f"{chance.random()}"),
        lambda: project.set_direction(entry.id, chance.choice(("", "rtl", "ltr"))),
        project.redo,
    ]
    if newest and newest.title != "import":
        acts.append(project.undo)
    if span:
        acts += [lambda: project.erase(entry.id, [span.id]), lambda: project.relabel(span, label)]
    if opened.notes:
        acts += [lambda: project.change_note(replace(opened.notes[0], is_resolved=not opened.notes[0].is_resolved))] * 2
    if start not in {other.start for other in opened.spans}:
        acts += [lambda: project.mark(opened.document, start, 31, label)] * 3
    done: Applied | None = chance.choice(acts)().result()
    return done


@pytest.mark.parametrize("seed", range(5))
def test_after_any_edits_the_list_is_that_of_the_file(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    entries: Entries = project.documents().result()
    asked = 0
    for _ in range(40):
        applied = act(project, chance)
        found = relisted(entries, applied, project.layer.id) if applied else entries
        asked += found is None
        entries = project.documents().result() if found is None else found
        assert entries == project.documents().result()
    assert asked == 0


def test_only_the_file_knows_documents_that_come_or_go(project: Project) -> None:
    entries, layer = project.documents().result(), project.layer.id
    came = project.import_records([record(9)]).result().applied
    assert came
    assert relisted(entries, came, layer) is None
    assert relisted(entries, project.remove_document(entries[0].id).result(), layer) is None
    back = project.undo().result()
    assert back
    assert relisted(entries[1:], back, layer) is None


def test_an_edit_of_no_document_leaves_the_list_as_it_is(project: Project) -> None:
    entries = project.documents().result()
    nothing = project.set_direction(entries[0].id, "").result()
    assert relisted(entries, nothing, project.layer.id) is entries
