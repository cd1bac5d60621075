"""A project made before there were relations, notes and attributes: nothing of it is lost, and it can have them all.

``v1.annotator`` and ``v1.jsonl``, its export, were made by the program of that time (commit 3c06ddd) from the seed article.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.ids import new_id
from annotator.model.notes import QUESTION, Note
from annotator.model.relations import LANE, Relation
from annotator.project.exporting import export
from annotator.project.project import Project
from annotator.project.reading import read_file
from annotator.project.values import Opened
from annotator.storage.reader import Reader

OLD, EXPORTED = (Path(__file__).with_name(f"v1.{suffix}") for suffix in ("annotator", "jsonl"))


def ignore(_done: int, _total: int) -> None:
    """Take a report and go on."""


def version(path: Path) -> int:
    """Return the version that a project file says it has."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as con:
        return int(con.execute("PRAGMA user_version").fetchone()[0])


def told(project: Project, path: Path) -> bytes:
    """Return the export of *project* without what goes without saying, of which the old program knew nothing."""
    (line,) = export(project, path, ignore).path.read_bytes().splitlines()
    found = json.loads(line)
    found["relations"] = [one for one in found["relations"] if one.get("attrs") != {"derived": True}]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a copy of the old project lies."""
    copied = Path(shutil.copyfile(OLD, tmp_path / "old.annotator"))
    copied.chmod(0o600)
    return copied


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """Give the old project, opened by the present program."""
    with closing(Project.open(path)) as opened:
        yield opened


def only(project: Project) -> Opened:
    """Return the only document."""
    return project.document(project.documents().result()[0].id).result()


def relation_rows(project: Project) -> set[str]:
    """Return the names of the kinds of relations that have a row in the file."""
    _, labels = project._store.ask(Reader.schema_rows).result()
    return {label.name for label in labels if label.lane == LANE}


def test_it_is_brought_to_the_present_version_with_a_backup_of_what_it_was(project: Project, path: Path) -> None:
    assert version(OLD) == 1
    assert version(path) > 1
    assert project.check().result() == ()
    (backup,) = project.backups().result()
    assert version(backup.path) == 1


def test_it_exports_what_the_old_program_exported_and_the_claims_around_casualties(project: Project, tmp_path: Path) -> None:
    assert told(project, tmp_path / "out.jsonl") == EXPORTED.read_bytes()
    found = json.loads((tmp_path / "out.jsonl").read_bytes())["relations"]
    texts = {span.id.hex(): span.covered(only(project).document.text) for span in only(project).spans}
    claim = "32 شخصا قتلوا وأكثر من 200 جرحوا العملية العسكرية الاذرية"
    assert [(texts[one["head"]], one["label"], texts[one["tail"]]) for one in found] == [
        ("32 شخصا قتلوا", "claimed_in", claim),
        ("أكثر من 200 جرحوا", "claimed_in", claim),
    ]


def test_a_new_project_made_of_the_old_export_exports_the_same_bytes(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "new.annotator")) as project:
        project.import_records(read_file(EXPORTED).records).result()
        assert told(project, tmp_path / "out.jsonl") == EXPORTED.read_bytes()


def test_relations_notes_and_attributes_can_be_added_and_undone(project: Project, tmp_path: Path) -> None:
    opened, layer = only(project), project.layer.id
    names = {label.id: label.name for label in project.schema.labels}
    claim, actor = (next(span for span in opened.spans if names[span.label] == name) for name in ("claim", "actor"))
    source = next(kind for kind in project.schema.relations if kind.name == "source")
    relation = Relation(layer, opened.document.id, new_id(), source.id, claim.id, actor.id)
    project.relate(relation).result()
    project.add_note(Note(layer, opened.document.id, new_id(), relation.id, QUESTION, "من؟")).result()
    project.set_attributes(actor, (("actor_type", "organisation"),)).result()
    assert relation_rows(project) == {"source"}
    assert project.check().result() == ()
    (line,) = map(json.loads, export(project, tmp_path / "after.jsonl", ignore).path.read_bytes().splitlines())
    assert "source" in {one["label"] for one in line["relations"]}
    assert json.loads(line["meta"]["_notes"])[0]["text"] == "من؟"
    assert [span["attrs"] for span in line["spans"] if "attrs" in span] == [{"actor_type": "organisation"}]
    for _ in range(3):
        project.undo().result()
    assert relation_rows(project) == set()
    assert only(project) == opened
    assert project.check().result() == ()


def test_an_import_brings_the_kinds_of_relations_that_it_needs(project: Project, tmp_path: Path) -> None:
    (line,) = map(json.loads, EXPORTED.read_bytes().splitlines())
    claim, actor = (next(span for span in line["spans"] if span["label"] == label) for label in ("claim", "actor"))
    kinds = ("source", "relayed_by", "source")
    line["relations"] = [
        {"id": f"{number:032x}", "head": claim["id"], "tail": actor["id"], "label": kind} for number, kind in enumerate(kinds)
    ]
    (tmp_path / "in.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = project.import_records(read_file(tmp_path / "in.jsonl").records).result()
    assert (done.spans, done.relations) == (0, 3)
    assert relation_rows(project) == {"source", "relayed_by"}
    assert project.check().result() == ()
    project.undo().result()
    assert relation_rows(project) == set()
    project.redo().result()
    assert len(only(project).relations) == 3
