from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.errors import InvalidFile
from annotator.model.schema_facts import MOST_ATTRIBUTES, MOST_LABELS, MOST_RELATIONS, MOST_VALUES
from annotator.model.schema_files import MOST_BYTES, read_schema
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
    with pytest.raises(InvalidFile, match=r"labels.toml(:[0-9]+)?: .*; correct it"):
        read_schema(schema_file(content))


@pytest.mark.parametrize("content", ["<html>", "name = 'x", "\udcff", 'name = "x"\nname = "x"', "a = " + "[" * 5000])
def test_what_is_no_toml_is_refused(schema_file: Callable[[str], Path], content: str) -> None:
    with pytest.raises(InvalidFile, match=r"labels.toml(:[12])?: not a schema file: .*; correct it"):
        read_schema(schema_file(content))


def test_a_label_that_stands_there_twice_is_refused(schema_file: Callable[[str], Path]) -> None:
    twice = ONE + ONE.replace('name = "reports/1"', "")
    with pytest.raises(InvalidFile, match=r"labels.toml:11: 'مكان' stands there twice"):
        read_schema(schema_file(twice))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"no.toml: cannot be read \(No such file or directory\)"):
        read_schema(tmp_path / "no.toml")


def test_two_labels_on_one_key_are_refused(schema_file: Callable[[str], Path]) -> None:
    twice = ONE + ONE.replace('name = "reports/1"', "").replace("مكان", "حدث")
    with pytest.raises(InvalidFile, match=r"labels.toml:12: '1' stands there twice"):
        read_schema(schema_file(twice))


MORE = """\
[[label.attribute]]
name = "kind"
type = "choice"
values = [
    { name = "a" },
    { name = "b" },
]
[[label]]
name = "claim"
key = "2"
lane = "claims"
color = "#000000"
[[relation]]
name = "about"
key = "r"
ends = [["claim", "مكان"]]
[[field]]
name = "published"
type = "date"
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "kind"', 'named = "kind"', "9: label 'مكان', attribute None: unknown key 'named'"),
        (
            'name = "kind"',
            'name = "_kind"',
            "9: label 'مكان', attribute '_kind': name must be a name that does not begin with _",
        ),
        ('type = "choice"', 'type = "colour"', "10: label 'مكان', attribute 'kind': type must be choice, choices, count, "),
        ('type = "choice"', 'type = "text"', "11: label 'مكان', attribute 'kind': values are for a choice, and it needs some"),
        ('{ name = "b" }', '{ named = "b" }', "13: label 'مكان', attribute 'kind': unknown key 'named'"),
        ('{ name = "b" }', '{ name = "a" }', "13: 'a' stands there twice"),
        ('{ name = "b" }', "7", "13: label 'مكان', attribute 'kind' is no stanza"),
        ('lane = "claims"', 'lane = "relations"', "18: label 'claim': the lane 'relations' is the program's own"),
        ('lane = "claims"', "", "15: label 'claim': lane must be a name"),
        ('key = "2"', 'key = "r"', "22: 'r' stands there twice"),
        ('key = "2"', 'key = "2"\nretired = 1', "18: label 'claim': retired must be true or false"),
        ('key = "2"', 'key = "2"\nid = "7"', "18: label 'claim': id must be 32 digits from 0 to f"),
        ('key = "2"', 'key = "2"\nmerged_into = "x"', "18: no label is called 'x'"),
        ('key = "2"', 'key = "2"\nmerged_into = "claim"', "18: label 'claim' is merged in a circle into itself"),
        ('["claim", "مكان"]', '["claim", "place"]', "23: relation 'about': no label is called 'place'"),
        ('["claim", "مكان"]', '["claim"]', r"23: relation 'about': ends must be a list of \[label, label\]"),
        ('name = "about"', 'named = "about"', "21: relation 1: unknown key 'named'"),
        ('name = "about"', "name = 7", "21: relation 1: name must be a name"),
        ('type = "date"', 'type = "when"', "26: the document, attribute 'published': type must be"),
        ('name = "published"', 'name = "a"\nname = "b"', "26: not a schema file: Cannot overwrite a value"),
        ('[["claim", "مكان"]]', "[[", "24: not a schema file: Invalid"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(schema_file: Callable[[str], Path], before: str, after: str, said: str) -> None:
    assert before in ONE + MORE
    with pytest.raises(InvalidFile, match=rf"^labels.toml:{said}.*; correct it$"):
        read_schema(schema_file((ONE + MORE).replace(before, after, 1)))


def test_labels_merged_in_a_circle_are_refused_and_in_a_chain_are_not(schema_file: Callable[[str], Path]) -> None:
    def label(name: str, into: str) -> str:
        return f'[[label]]\nname = "{name}"\nkey = ""\nlane = "l"\ncolor = "#000000"\nmerged_into = "{into}"\n'

    chain = read_schema(schema_file(ONE + label("a", "b") + label("b", "مكان")))
    assert [(known.gone, known.same_as) for known in chain.labels[1:]] == [(True, label_id("b")), (True, label_id("مكان"))]
    with pytest.raises(InvalidFile, match=r"^labels.toml:13: label 'a' is merged in a circle into itself; correct it$"):
        read_schema(schema_file(ONE + label("a", "b") + label("b", "a")))


def many(count: int, stanza: str) -> str:
    """Return *count* stanzas with a number in each."""
    return "".join(stanza.replace("N", str(number)) for number in range(count))


@pytest.mark.parametrize(
    ("most", "what", "line", "stanza"),
    [
        (MOST_LABELS - 1, "label", 1003, '[[label]]\nname = "N"\nkey = ""\nlane = "l"\ncolor = "#000000"\n'),
        (MOST_ATTRIBUTES, "attribute", 308, '[[label.attribute]]\nname = "N"\ntype = "text"\n'),
        (MOST_RELATIONS, "relation", 308, '[[relation]]\nname = "N"\nends = [["مكان", "مكان"]]\n'),
    ],
)
def test_more_than_anybody_needs_is_refused(
    schema_file: Callable[[str], Path], most: int, what: str, line: int, stanza: str
) -> None:
    assert read_schema(schema_file(ONE + many(most, stanza)))
    with pytest.raises(
        InvalidFile, match=rf"^labels.toml:{line}: .*: {what} stands there [0-9]+ times, and [0-9]+ are the most"
    ):
        read_schema(schema_file(ONE + many(most + 1, stanza)))


def test_more_values_than_anybody_reads_are_refused(schema_file: Callable[[str], Path]) -> None:
    def choice(count: int) -> str:
        values = many(count, '{ name = "N" },')
        return f'[[label.attribute]]\nname = "a"\ntype = "choice"\nvalues = [{values}]'

    assert read_schema(schema_file(ONE + choice(MOST_VALUES)))
    with pytest.raises(InvalidFile, match=r"labels.toml:11: .*attribute 'a': values stands there 201 times"):
        read_schema(schema_file(ONE + choice(MOST_VALUES + 1)))


def test_ten_thousand_labels_are_refused_in_one_line(schema_file: Callable[[str], Path]) -> None:
    path = schema_file(ONE + many(10_000, '[[label]]\nname = "N"\nkey = ""\nlane = "l"\ncolor = "#000000"\n'))
    with pytest.raises(
        InvalidFile, match=r"^labels.toml:1003: .*label stands there 10001 times, and 200 are the most; correct it$"
    ):
        read_schema(path)


def test_a_file_larger_than_a_schema_can_be_is_not_read(schema_file: Callable[[str], Path]) -> None:
    assert read_schema(schema_file(ONE + "#" * (MOST_BYTES - len(ONE.encode()))))
    with pytest.raises(InvalidFile, match=r"labels.toml: larger than a schema can be \(1000000 bytes\)"):
        read_schema(schema_file(ONE + "#" * MOST_BYTES))


def test_keys_and_names_of_what_is_retired_are_free(schema_file: Callable[[str], Path]) -> None:
    again = ONE.replace('name = "reports/1"', "").replace("مكان", "حدث") + "retired = true"
    assert [label.gone for label in read_schema(schema_file(ONE + again)).labels] == [False, True]
