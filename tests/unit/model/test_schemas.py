from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import resources
from annotator.model.errors import InvalidFile
from annotator.model.ids import derived_id
from annotator.model.schemas import Label, Look, Schema, label_id, read_schema

ONE = """
name = "reports/1"
[[label]]
name = "مكان"
key = "1"
lane = "names"
color = "#009E73"
"""


@pytest.fixture
def schema_file(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a schema file."""

    def write(content: str) -> Path:
        path = tmp_path / "labels.toml"
        path.write_bytes(content.encode(errors="surrogateescape"))
        return path

    return write


@pytest.fixture
def ours() -> Schema:
    """Return the schema of news of armed conflict."""
    return read_schema(resources.path("schemas", "conflict-ar.toml"))


def test_the_schema_of_conflict_news_has_its_labels_in_order_with_looks_and_titles(ours: Schema) -> None:
    assert [(label.name, label.key, label.lane) for label in ours.labels] == [
        ("actor", "1", "names"),
        ("casualty", "2", "names"),
        ("location", "3", "names"),
        ("claim", "4", "claims"),
    ]
    assert [(look.shape, look.pattern) for look in ours.looks] == [
        ("fill", "solid"),
        ("fill", "double"),
        ("fill", "dotted"),
        ("bracket", "solid"),
    ]
    assert [look.title("ar") for look in ours.looks] == ["فاعل", "ضحايا", "مكان", "ادعاء"]
    assert ours.labels[0] == Label(derived_id("label:actor"), "actor", "#0072B2", "1", "names", gone=False)


def test_a_label_may_leave_its_look_and_titles_to_us(schema_file: Callable[[str], Path]) -> None:
    schema = read_schema(schema_file(ONE))
    assert schema.name == "reports/1"
    assert schema.labels == (Label(label_id("مكان"), "مكان", "#009E73", "1", "names"),)
    assert schema.looks == (Look("fill", "solid", (), ()),)


def test_a_title_falls_back_to_english_and_then_to_nothing() -> None:
    look = Look("fill", "solid", (("ar", "مكان"), ("en", "Place")), ())
    assert [look.title(language) for language in ("ar", "en", "fr")] == ["مكان", "Place", "Place"]
    assert Look("fill", "solid", (("ar", "مكان"),), ()).title("fr") == ""


def test_a_schema_comes_back_from_its_row_and_its_labels_in_any_order(ours: Schema) -> None:
    assert ours.row.id == derived_id("conflict-ar/1")
    assert '"title":{"ar":"ادعاء","en":"Claim"}' in ours.row.body
    assert Schema.joined(ours.row, ours.labels[::-1]) == ours


def test_the_same_schema_makes_the_same_row(ours: Schema) -> None:
    looks = tuple(replace(look, titles=look.titles[::-1]) for look in ours.looks)
    assert replace(ours, looks=looks).row == ours.row
    assert replace(ours, labels=ours.labels[::-1], looks=ours.looks[::-1]).row != ours.row


def test_labels_that_the_row_does_not_know_come_last_and_plain(ours: Schema) -> None:
    added = [Label(label_id(name), name, "#000000", "", "names") for name in ("weapon", "event")]
    joined = Schema.joined(ours.row, (*added, *ours.labels))
    assert [label.name for label in joined.labels] == ["actor", "casualty", "location", "claim", "event", "weapon"]
    assert joined.looks[-2:] == (Look("fill", "solid", (), ()),) * 2


def test_labels_and_looks_are_found_by_id_and_by_name(ours: Schema) -> None:
    claim = ours.labels[3]
    assert ours.label(claim.id) is ours.named("claim") is claim
    assert ours.look(claim.id) is ours.looks[3]


def test_a_label_that_is_not_there_is_not_found(ours: Schema) -> None:
    for find in (ours.label, ours.look):
        with pytest.raises(KeyError):
            find(derived_id("label:weapon"))
    with pytest.raises(KeyError):
        ours.named("weapon")


@pytest.mark.parametrize(
    "content",
    [
        "",
        'name = "x"',
        "[[label]]",
        ONE.replace('name = "reports/1"', ""),
        ONE.replace('"reports/1"', "1"),
        *(ONE.replace(line, "") for line in ('name = "مكان"', 'key = "1"', 'lane = "names"', 'color = "#009E73"')),
        *(ONE.replace(value, "7") for value in ('"مكان"', '"1"', '"names"', '"#009E73"')),
        ONE.replace('"مكان"', '""'),
        f'{ONE}title = "Place"',
        f"{ONE}meaning = {{ en = 7 }}",
        f'{ONE}shape = ["fill"]',
        f"{ONE}pattern = 7",
        'name = "x"\nlabel = "مكان"',
        'name = "x"\nlabel = 7',
        'name = "x"\nlabel = ["a"]',
        'name = "x"\n[label]\nname = "a"',
    ],
)
def test_a_label_without_its_facts_or_with_others_is_refused(schema_file: Callable[[str], Path], content: str) -> None:
    with pytest.raises(InvalidFile, match=r"labels.toml: not a schema file: a label needs name, color, key and lane"):
        read_schema(schema_file(content))


@pytest.mark.parametrize("content", ["<html>", "name = 'x", "\udcff", 'name = "x"\nname = "x"'])
def test_what_is_no_toml_is_refused(schema_file: Callable[[str], Path], content: str) -> None:
    with pytest.raises(InvalidFile, match=r"labels.toml: not a schema file"):
        read_schema(schema_file(content))


def test_a_label_that_stands_there_twice_is_refused(schema_file: Callable[[str], Path]) -> None:
    twice = ONE + ONE.replace('name = "reports/1"', "")
    with pytest.raises(InvalidFile, match="the label 'مكان' stands there twice"):
        read_schema(schema_file(twice))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"no.toml: cannot be read \(No such file or directory\)"):
        read_schema(tmp_path / "no.toml")
