import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.toml_lines import Path, line_of

TEXT = '''# a comment with [[label]] in it
name = "a # no comment" # one
long = """
[[label]]
"quoted" ""\\""""
other = \'\'\'
x = 1\'\'\'

[[label]]
name = 'C:\\a'
title.en = "A"  # dotted
meaning = { ar = "أ", "en us" = "B" }
[[label.attribute]]
"type" = "choice"
values = [
    { name = "a" }, # first
    { name = "b", title = {} },

]
[[label]]
day = 1979-05-27 07:32:00
ends = [["a", "b"], [
    "c", 1.5]]
[[label.attribute]]
[[label.attribute]]
"\\u0622\\t" = 7
[tool . x]
y = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("long",), 3),
        (("other",), 6),
        (("label", 0), 9),
        (("label", 0, "name"), 10),
        (("label", 0, "title", "en"), 11),
        (("label", 0, "meaning", "en us"), 12),
        (("label", 0, "attribute", 0), 13),
        (("label", 0, "attribute", 0, "type"), 14),
        (("label", 0, "attribute", 0, "values", 0), 16),
        (("label", 0, "attribute", 0, "values", 1, "title"), 17),
        (("label", 1), 20),
        (("label", 1, "ends", 1), 22),
        (("label", 1, "ends", 1, 1), 23),
        (("label", 1, "attribute", 1), 25),
        (("label", 1, "attribute", 1, "آ\t"), 26),
        (("tool", "x", "y"), 28),
        (("label", 0, "lane"), 9),
        (("label", 0, "attribute", 0, "values", 0, "title"), 16),
        (("relation",), 0),
        ((), 0),
    ],
)
def test_what_stands_at_a_path_is_found_on_its_line_or_near_it(path: Path, line: int) -> None:
    assert tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


@given(st.lists(st.text(alphabet="ab\"\\'#[]{}=,.\n", max_size=8), max_size=6))
def test_no_text_in_quotes_moves_what_stands_behind_it(texts: list[str]) -> None:
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in texts]
    lines = [f'k{number} = """{text}"""' for number, text in enumerate(quoted)]
    whole = "\n".join([*lines, "last = 1"])
    assert tomllib.loads(whole)["last"] == 1
    assert line_of(whole, ("last",)) == whole.count("\n") + 1


@given(st.recursive(st.integers(0, 9) | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=12))
def test_every_value_of_a_list_over_many_lines_is_found(value: Any) -> None:
    def told(part: Any) -> str:
        return f"[\n{''.join(f'{told(one)},' + chr(10) for one in part)}]" if isinstance(part, list) else str(part).lower()

    whole = f"k = {told(value)}\nlast = 1"
    assert tomllib.loads(whole)["k"] == value
    assert line_of(whole, ("last",)) == whole.count("\n") + 1
    path: Path = ("k",)
    while isinstance(value, list) and value:
        path, value = (*path, len(value) - 1), value[-1]
    assert 1 <= line_of(whole, path) <= whole.count("\n")


def test_a_table_in_a_line_may_go_over_lines_as_newer_toml_has_it() -> None:
    text = "k = {\n a = 1,\n b = [\n2,\n],\n}\nlast = 1"
    assert [line_of(text, path) for path in (("k", "b"), ("k", "b", 0), ("last",))] == [3, 4, 7]


def test_a_key_in_single_quotes_is_found_as_it_stands() -> None:
    assert line_of("a = 1\n'b \\n c' = 2\n", ("b \\n c",)) == 2
