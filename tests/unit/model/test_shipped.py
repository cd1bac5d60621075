"""The schemas that come with the program, and what they add to a project made before."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.errors import InvalidFile
from annotator.model.ids import derived_id
from annotator.model.schema_writing import write_schema
from annotator.model.schemas import Label
from annotator.model.shipped import FILES, USUAL, chosen, schema_of, shipped

OLD = json.dumps(
    {
        "order": [label.name for label in shipped(USUAL).labels],
        "looks": {
            label.name: {"shape": "fill", "pattern": "solid", "title": {"ar": "قديم"}} for label in shipped(USUAL).labels
        },
    }
)


@pytest.mark.parametrize("name", FILES)
def test_each_is_called_what_it_is_asked_for_by_and_can_be_used(name: str) -> None:
    schema = shipped(name)
    assert schema.name == name
    assert schema.labels
    assert schema_of(schema.row, schema.label_rows) == schema


def test_one_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        shipped("conflict-ar/0")


def test_one_is_chosen_by_its_name_without_the_version() -> None:
    assert chosen(Path("named-entities")) == shipped("named-entities/1")


def test_a_file_is_chosen_by_its_path_also_if_it_is_called_like_one_that_comes_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(shipped(USUAL), name="own/1")
    monkeypatch.chdir(tmp_path)
    Path("conflict-ar").write_text(write_schema(own), encoding="utf-8")
    assert chosen(Path("conflict-ar")).name == "own/1"
    assert chosen(tmp_path / "conflict-ar").name == "own/1"


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="nowhere"):
        chosen(tmp_path / "nowhere.toml")


def test_a_project_of_before_has_the_attributes_and_relations_of_the_schema_of_its_name() -> None:
    ours = shipped(USUAL)
    schema = schema_of(replace(ours.row, body=OLD), ours.labels)
    assert schema.relations == ours.relations
    assert schema.fields == ours.fields
    assert schema.flat == ours.flat
    assert [look.attributes for look in schema.looks] == [look.attributes for look in ours.looks]
    assert {look.title("ar") for look in schema.looks} == {"قديم"}


def test_a_label_of_its_own_has_nothing_added() -> None:
    ours = shipped(USUAL)
    own = Label(derived_id("own"), "own", "#000000", "9", "names")
    schema = schema_of(replace(ours.row, body=OLD), (*ours.labels, own))
    assert schema.look(own.id).attributes == ()


def test_a_project_of_before_with_a_schema_of_its_own_stays_as_it_is() -> None:
    ours = shipped(USUAL)
    schema = schema_of(replace(ours.row, name="own/1", body=OLD), ours.labels)
    assert schema.relations == ()
    assert schema.fields == ()
