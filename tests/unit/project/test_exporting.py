"""An export is the project at its first moment, whatever is done to the project meanwhile, and nobody waits for it."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, InvalidFile, Stale
from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, Note
from annotator.model.records import Record, RecordSpan
from annotator.project import recording
from annotator.project.exporting import TRIES, Wanted, export
from annotator.project.project import Project
from annotator.project.recording import EACH
from tests.damage import tamper
from tests.deeds import TEXTS, VERBS, Verb, record

OTHER_LABELS = "UPDATE span SET label = (SELECT id FROM label WHERE id != span.label LIMIT 1)"
PAST_LABELS = "UPDATE span_was SET label = (SELECT id FROM label WHERE name = 'claim')"
ALL = Wanted(EACH, untouched=True)
MARKING = """
import sys
from contextlib import closing
from pathlib import Path
from annotator.project.project import Project

with closing(Project.open(Path(sys.argv[1]))) as project:
    for entry in project.documents().result():
        document = project.document(entry.id).result().document
        project.mark(document, 0, 2, project.schema.labels[1], by_character=True).result()
"""


def bring_new(project: Project, chance: random.Random) -> "Future[Any]":
    """Import a text that is not there yet, in somebody else's layer."""
    text = f"{chance.random()} نص جديد"
    return project.import_records([Record(Document.of(text), text, layer_name="Lena", status="complete")])


Step = tuple[Verb, int]
steps = st.tuples(st.sampled_from((*VERBS, bring_new)), st.integers(0, 1 << 30))


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


def during(work: Callable[[], object]) -> Callable[[int, int], None]:
    """Return a report that does *work* after the first document, each time the export has come so far."""

    def report(done: int, _total: int) -> None:
        if done == 1:
            work()

    return report


def do(windows: list[Project], step: Step) -> None:
    """Do one thing by chance, in a window by chance; what is refused is not done."""
    verb, seed = step
    chance = random.Random(seed)
    with suppress(AnnotatorError, IndexError):
        verb(chance.choice(windows), chance).result()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give a project with three documents and a span on each."""
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        made.import_records([record(text, RecordSpan("", 0, 2, "actor")) for text in TEXTS]).result()
        yield made


@pytest.fixture
def pages_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an export look for what it has to tell two documents at a time."""
    monkeypatch.setattr(recording, "PAGE", 2)


@pytest.mark.usefixtures("pages_of_two")
@settings(max_examples=25, deadline=None)
@given(before=st.lists(steps, max_size=12), meanwhile=st.lists(st.lists(steps, max_size=4), min_size=1, max_size=8))
def test_what_is_done_during_an_export_is_not_in_it(before: list[Step], meanwhile: list[list[Step]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        with closing(Project.create(path)) as project, closing(Project.open(path)) as other:
            project.import_records([record(text, RecordSpan("", 0, 2, "actor")) for text in TEXTS]).result()
            project.import_records([Record(Document.of("x"), "x", layer_name="Lena")]).result()
            for step in before:
                do([project, other], step)
            quiet = export(project, Path(folder) / "quiet.jsonl", ignore, ALL)
            first, later = (project.records(EACH, untouched=True) for _ in range(2))
            records = list(first)

            def report(done: int, _total: int) -> None:
                for step in meanwhile[done] if done < len(meanwhile) else ():
                    do([project, other], step)

            busy = export(project, Path(folder) / "busy.jsonl", report, ALL)
            assert busy.path.read_bytes() == quiet.path.read_bytes()
            assert (busy.lines, busy.spans) == (quiet.lines, quiet.spans)
            assert list(later) == records
            assert [found for found in project.check().result() if found.level == "error"] == []


def test_every_document_is_told_once_by_its_first_source_however_many_are_asked_for_at_a_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [entry.source for entry in project.documents().result()]
    others = tuple(replace(source, id=bytes([fill]) * 16, title="other") for source in sources for fill in (0, 255))
    project._store.act(lambda _: Edit("retitle", after=others[:3])).result()
    told = list(project.records())
    assert sorted(dict(one.meta)["title"] or "" for one in told) == sorted(["other", "other", sources[2].title])
    for page in (1, 2, 3, 4):
        monkeypatch.setattr(recording, "PAGE", page)
        assert list(project.records()) == told


def test_whose_spans_are_told_is_asked_of_the_picture_too(project: Project) -> None:
    told = project.records()
    project.import_records([Record(Document.of("x"), "x", layer_name="Lena", status="complete")]).result()
    assert len(list(told)) == len(TEXTS)
    with pytest.raises(AnnotatorError, match="several people"):
        list(project.records())


def test_another_program_marks_all_documents_while_an_export_stands_between_two(project: Project, tmp_path: Path) -> None:
    before = export(project, tmp_path / "before.jsonl", ignore).path.read_bytes()
    program = [sys.executable, "-c", MARKING, str(project.path)]
    reports = list[int]()

    def report(done: int, _total: int) -> None:
        reports.append(done)
        if done == 1:
            assert subprocess.run(program, check=False, timeout=60).returncode == 0

    assert export(project, tmp_path / "meanwhile.jsonl", report).path.read_bytes() == before
    assert reports == [0, 1, 2, 3]
    assert export(project, tmp_path / "after.jsonl", ignore).spans == 6


def test_nothing_is_locked_between_two_documents(project: Project) -> None:
    records = project.records()
    next(records)
    tamper(project.path, "BEGIN EXCLUSIVE", "UPDATE local SET last = last", "COMMIT")
    assert len(list(records)) == 2


def test_an_export_begins_anew_where_somebody_accepts_what_another_program_changed(project: Project, tmp_path: Path) -> None:
    for entry in project.documents().result():
        project.rename(entry.id, "a title much longer than the text " * 100).result()
    turns = list[int]()

    def change() -> None:
        turns.append(1)
        if len(turns) == 1:
            tamper(project.path, "UPDATE source SET title = 'after'")
            project.reseal().result()

    written = export(project, tmp_path / "a.jsonl", during(change)).path.read_bytes()
    assert len(turns) == 2
    assert written.count(b'"title":"after"') == len(TEXTS)
    assert written == export(project, tmp_path / "b.jsonl", ignore).path.read_bytes()


def test_an_export_that_would_begin_anew_for_the_third_time_says_so_and_leaves_the_old_file(
    project: Project, tmp_path: Path
) -> None:
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"old")
    turns = list[int]()

    def change() -> None:
        turns.append(1)
        tamper(project.path, f"UPDATE source SET title = '{len(turns)}'")
        project.reseal().result()

    with pytest.raises(Stale, match="export it again"):
        export(project, target, during(change))
    assert len(turns) == TRIES
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("somebody_renames", [False, True])
def test_spans_that_another_program_changes_meanwhile_are_not_exported(
    project: Project, tmp_path: Path, *, somebody_renames: bool
) -> None:
    def change() -> None:
        tamper(project.path, OTHER_LABELS)
        if somebody_renames:
            project.rename(project.documents().result()[0].id, "new").result()

    with pytest.raises(InvalidFile, match="changed by something else"):
        export(project, tmp_path / "a.jsonl", during(change))
    assert not (tmp_path / "a.jsonl").exists()


def relabel_all(project: Project) -> None:
    """Put every span under the second label."""
    for entry in project.documents().result():
        for span in project.document(entry.id).result().spans:
            project.relabel(span, project.schema.labels[1]).result()


def test_past_spans_that_another_program_changed_are_not_exported_as_what_was(project: Project, tmp_path: Path) -> None:
    def change() -> None:
        relabel_all(project)
        tamper(project.path, PAST_LABELS)

    with pytest.raises(InvalidFile, match="changed by something else"):
        export(project, tmp_path / "a.jsonl", during(change))


def test_past_notes_that_another_program_changed_are_not_exported_as_what_was(project: Project, tmp_path: Path) -> None:
    layer = project.layer.id
    notes = [Note(layer, entry.id, new_id(), entry.id, COMMENT, "as it was") for entry in project.documents().result()]
    for note in notes:
        project.add_note(note).result()
    first = export(project, tmp_path / "first.jsonl", ignore).path.read_bytes()

    def change() -> None:
        for note in notes:
            project.change_note(replace(note, text=f"{note.text} not")).result()

    assert export(project, tmp_path / "second.jsonl", during(change)).path.read_bytes() == first

    def spoil() -> None:
        for note in notes:
            project.erase_note(note).result()
        tamper(project.path, "UPDATE note_was SET text = 'spoilt'")

    with pytest.raises(InvalidFile, match="changed by something else"):
        export(project, tmp_path / "third.jsonl", during(spoil))


def test_past_spans_matter_only_where_the_export_needs_them(project: Project, tmp_path: Path) -> None:
    relabel_all(project)
    before = export(project, tmp_path / "before.jsonl", ignore).path.read_bytes()
    tamper(project.path, PAST_LABELS)
    entry = project.documents().result()[-1]
    after = export(project, tmp_path / "after.jsonl", during(lambda: project.rename(entry.id, "new").result()))
    assert after.path.read_bytes() == before
