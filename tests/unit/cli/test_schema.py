"""`annotator schema`: what is in a project's schema, out into a file and in from one, and what is wrong with that file."""

import os
from functools import partial
from pathlib import Path

import pytest

from annotator.model import schema_changes as changes
from annotator.model.schema_files import read_schema
from annotator.model.schemas import label_id
from tests.verbs import Run, opened, refused

FEWER = """name = "small/1"
guidelines = "# Rules"
[[label]]
name = "claim"
key = "1"
lane = "claims"
color = "#000000"
title = { en = "Statement" }
[[label.attribute]]
name = "mode"
type = "choice"
values = [{ name = "direct" }, { name = "unclear" }]
[[label]]
name = "actor"
key = ""
lane = "names"
color = "#116BC8"
merged_into = "claim"
[[label]]
name = "weapon"
key = "w"
lane = "names"
color = "#000000"
[[field]]
name = "published"
type = "date"
required = true
[[field]]
name = "desk"
type = "text"
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write a schema that lacks most of the usual one."""
    path = tmp_path / "small.toml"
    path.write_text(FEWER, encoding="utf-8")
    return path


def test_it_shows_labels_attributes_relations_and_fields(run: Run, marked: Path) -> None:
    lines = run("schema", marked).out.splitlines()
    assert lines[0] == "p.annotator: conflict-ar/1, 4 labels"
    assert "1  actor  Actor / فاعل" in lines
    assert "     mode: choice of direct, indirect, mixed" in lines
    assert "relation source: claim → actor  (required)" in lines
    assert "relation same_as: actor → actor, location → location  (both ways)" in lines
    assert lines[-1].startswith("field event_type: choice of battle, ")


def test_as_json_it_says_what_a_file_would(run: Run, marked: Path) -> None:
    answer = run("schema", marked, "--json").json
    assert answer["project"] == "p.annotator"
    assert [label["name"] for label in answer["schema"]["label"]] == ["actor", "casualty", "location", "claim"]
    assert answer["schema"]["label"][1]["attribute"][0]["required"] is True


def test_it_goes_out_into_a_new_file_and_comes_back_unchanged(run: Run, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.toml"
    assert run("schema", marked, "--to", out).out == "p.annotator: schema written to out.toml\n"
    with opened(marked) as project:
        assert read_schema(out) == project.schema
    assert run("schema", marked, "--from", out).out == "p.annotator: nothing to change\n"
    before = out.read_bytes()
    refused(run("schema", marked, "--to", out), "out.toml: is there already; choose another name")
    assert out.read_bytes() == before


def test_a_file_comes_in_as_one_edit_that_drops_nothing(run: Run, marked: Path, small: Path) -> None:
    with opened(marked) as project:
        before, edits = project.schema, len(project.history().result())
    said = run("schema", marked, "--from", small, "--preview")
    assert {
        "p.annotator: label claim would be changed: key, color, shape, title, meaning",
        "p.annotator: attribute claim.mode would be changed: title, values",
        "p.annotator: attribute claim.act would be retired",
        "p.annotator: label actor would be merged: key, title, meaning",
        "p.annotator: label weapon would be added",
        "p.annotator: label location would be retired",
        "p.annotator: relation source would be retired",
        "p.annotator: field published would be changed: title, required",
        "p.annotator: field desk would be added",
        "p.annotator: schema conflict-ar/1 would be changed: order, flat, guidelines",
    } <= {*said.out.splitlines()}
    with opened(marked) as project:
        assert (project.schema, len(project.history().result())) == (before, edits)
    answer = run("schema", marked, "--from", small, "--json").json
    assert (answer["preview"], answer["changes"][0]["what"]) == (False, "label")
    with opened(marked) as project:
        after = project.schema
        assert [label.name for label in after.labels if not label.gone] == ["claim", "weapon"]
        assert after.representative(label_id("actor")) == label_id("claim")
        assert len(project.history().result()) == edits + 1
        assert [found for found in project.check().result() if found.level == "error"] == []
        assert len(project.document(project.documents().result()[0].id).result().spans) > 0
        project.undo().result()
        assert project.schema == before


def test_what_was_retired_is_offered_again_by_a_file_that_has_it(run: Run, marked: Path) -> None:
    run("schema", marked, "--from", "named-entities")
    assert "4  claim  Claim / ادعاء  (retired)" in run("schema", marked).out.splitlines()
    said = run("schema", marked, "--from", "conflict-ar").out.splitlines()
    assert {"p.annotator: label claim is restored", "p.annotator: relation source is restored"} <= {*said}
    assert "p.annotator: attribute actor.role is restored" not in said


def test_a_merged_label_is_shown_as_such(run: Run, marked: Path) -> None:
    with opened(marked) as project:
        change = partial(changes.merged, label=label_id("actor"), into=label_id("location"))
        project.change_schema(change, "merge labels").result()
    assert "1  actor  Actor / فاعل  (merged into location)" in run("schema", marked).out.splitlines()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (('key = "w"', 'kee = "w"'), "small.toml:21: label 'weapon': unknown key 'kee'; correct it"),
        (('key = "w"', 'key = "1"'), "small.toml:21: '1' stands there twice; correct it"),
        (('merged_into = "claim"', 'merged_into = "actor"'), "small.toml:18: label 'actor' is merged in a circle into itself"),
        (('type = "date"', 'type = "text"'), "the attribute 'published' is a date here, which spans may have"),
        (('name = "small/1"', "name = 1"), "small.toml:1: the schema: name must be a name; correct it"),
        (('name = "small/1"', f"x = {'1' * 5000}"), "small.toml: not a schema file: "),
        (('name = "small/1"', f"x = {'[' * 9000}"), "small.toml: not a schema file: it is nested too deeply"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing(run: Run, marked: Path, small: Path, wrong: tuple[str, str], said: str) -> None:
    small.write_text(FEWER.replace(*wrong, 1), encoding="utf-8")
    whole = marked.read_bytes()
    for words in (("--preview",), ()):
        refused(run("schema", marked, "--from", small, *words), said)
    assert marked.read_bytes() == whole


def test_what_is_no_file_of_a_schema_is_refused(run: Run, marked: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    refused(run("schema", marked, "--from", tmp_path / "pipe.toml"), "pipe.toml: is no regular file; choose another file")
    refused(run("schema", marked, "--from", tmp_path), "is no regular file")
    refused(run("schema", marked, "--from", "no-such-schema"), "no-such-schema: cannot be read (No such file or directory)")


def test_wrong_usage_ends_with_2(run: Run, marked: Path, small: Path) -> None:
    assert run("schema", marked, "--from", small, "--to", small).code == 2
    assert run("schema", marked, "--preview").code == 2


def test_a_new_project_takes_a_schema_of_ours_by_its_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("new", "a.annotator", "--schema", "named-entities", "--json")
    assert answer.json["labels"] == ["person", "organization", "place", "date", "misc"]
    (tmp_path / "named-entities").write_text(FEWER, encoding="utf-8")
    answer = run("new", "b.annotator", "--schema", "named-entities", "--json")
    assert answer.json["labels"] == ["claim", "actor", "weapon"]
