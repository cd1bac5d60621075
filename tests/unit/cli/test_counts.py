"""Relations and notes are counted where spans are: by `info` of what is there, by `import` of what came in."""

from pathlib import Path

from annotator.model.ids import new_id
from annotator.model.notes import COMMENT, FLAG, QUESTION, Note
from annotator.model.relations import Relation
from tests.verbs import Run, opened


def hang(path: Path) -> None:
    """Join a claim to an actor, and note four things, of which one is resolved."""
    with opened(path) as project:
        (entry,) = project.documents().result()
        spans = project.document(entry.id).result().spans
        label = project.schema.named("claim").id, project.schema.named("actor").id
        claim, actor = (next(span for span in spans if span.label == one) for one in label)
        kind = next(kind for kind in project.schema.relations if kind.name == "source")
        project.relate(Relation(project.layer.id, entry.id, new_id(), kind.id, claim.id, actor.id)).result()
        for kind_of_note, is_resolved in ((QUESTION, False), (QUESTION, True), (FLAG, False), (COMMENT, False)):
            note = Note(project.layer.id, entry.id, new_id(), claim.id, kind_of_note, "كم؟", is_resolved)
            project.add_note(note).result()


def test_info_counts_relations_and_notes_by_kind_and_the_questions_still_open(run: Run, marked: Path) -> None:
    bare = run("info", marked, "--json").json["layers"][0]
    assert (bare["relations"], bare["notes"], bare["open_questions"]) == ({}, {}, 0)
    assert ("relations" in run("info", marked).out, "open" in run("info", marked).out) == (False, False)
    hang(marked)
    layer = run("info", marked, "--json").json["layers"][0]
    assert layer["relations"] == {"source": 1}
    assert layer["notes"] == {"comment": 1, "flag": 1, "question": 2}
    assert layer["open_questions"] == 1
    told = run("info", marked).out.splitlines()[2]
    assert told.endswith("; relations: 1 source; notes: 1 comment, 1 flag, 2 question; open questions: 1; finished: 0")


def test_import_counts_the_relations_and_notes_that_came_in(run: Run, marked: Path, tmp_path: Path) -> None:
    hang(marked)
    run("export", marked, "--out", tmp_path / "a.jsonl")
    run("new", tmp_path / "b.annotator")
    preview = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl", "--preview", "--json").json
    assert (preview["relations"], preview["notes"]) == ({"new": 1}, {"new": 4})
    told = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl").out
    assert told.endswith(" spans, 1 relation and 4 notes came in\n")
    again = run("import", tmp_path / "b.annotator", tmp_path / "a.jsonl").out
    assert "0 documents and 0 spans came in" in again
    assert run("check", tmp_path / "b.annotator").out.startswith("b.annotator: whole\n")
