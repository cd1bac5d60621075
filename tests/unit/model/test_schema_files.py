from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.errors import InvalidFile
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Label, Look, label_id

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


def test_a_label_may_leave_its_look_and_titles_to_us(schema_file: Callable[[str], Path]) -> None:
    schema = read_schema(schema_file(ONE))
    assert schema.name == "reports/1"
    assert schema.labels == (Label(label_id("مكان"), "مكان", "#009E73", "1", "names"),)
    assert schema.looks == (Look("fill", "solid", (), ()),)


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
        f'{ONE}pattern = "wavy"',
        f'{ONE}size = "large"',
        ONE.replace("#009E73", "green"),
        ONE.replace('key = "1"', 'key = "12"'),
        ONE.replace("مكان", "a\u202eb"),
        'name = "x"\nlabel = "مكان"',
        'name = "x"\nlabel = 7',
        'name = "x"\nlabel = ["a"]',
        'name = "x"\n[label]\nname = "a"',
    ],
)
def test_a_label_without_its_facts_or_with_others_is_refused(schema_file: Callable[[str], Path], content: str) -> None:
    with pytest.raises(InvalidFile, match=r"labels.toml: not a schema file: .*; correct it"):
        read_schema(schema_file(content))


@pytest.mark.parametrize("content", ["<html>", "name = 'x", "\udcff", 'name = "x"\nname = "x"'])
def test_what_is_no_toml_is_refused(schema_file: Callable[[str], Path], content: str) -> None:
    with pytest.raises(InvalidFile, match=r"labels.toml: not a schema file"):
        read_schema(schema_file(content))


def test_a_label_that_stands_there_twice_is_refused(schema_file: Callable[[str], Path]) -> None:
    twice = ONE + ONE.replace('name = "reports/1"', "")
    with pytest.raises(InvalidFile, match="'مكان' stands there twice"):
        read_schema(schema_file(twice))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"no.toml: cannot be read \(No such file or directory\)"):
        read_schema(tmp_path / "no.toml")


def test_two_labels_on_one_key_are_refused(schema_file: Callable[[str], Path]) -> None:
    twice = ONE + ONE.replace('name = "reports/1"', "").replace("مكان", "حدث")
    with pytest.raises(InvalidFile, match="'1' stands there twice"):
        read_schema(schema_file(twice))
