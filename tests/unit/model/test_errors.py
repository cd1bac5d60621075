import pytest

from annotator.model.errors import AnnotatorError, InvalidFile, InvalidSpan, NotSaved, Stale
from annotator.model.records import Problem


def test_a_message_says_its_values_and_keeps_them_apart_for_translation() -> None:
    error = InvalidFile("{name}: byte {byte} is not UTF-8; choose an encoding", name="خبر.txt", byte=7)
    assert str(error) == "خبر.txt: byte 7 is not UTF-8; choose an encoding"
    assert error.message == "{name}: byte {byte} is not UTF-8; choose an encoding"
    assert error.values == {"name": "خبر.txt", "byte": 7}


def test_a_message_without_values_may_hold_braces() -> None:
    assert str(AnnotatorError("{a}.txt: is a folder; give a file")) == "{a}.txt: is a folder; give a file"


def test_a_value_that_looks_like_a_place_is_left_as_it_is() -> None:
    assert str(AnnotatorError("{name}: no", name="{byte} {0} {")) == "{byte} {0} {: no"


@pytest.mark.parametrize("kind", [InvalidSpan, InvalidFile, Stale, NotSaved])
def test_everything_the_world_can_do_is_caught_as_one(kind: type[AnnotatorError]) -> None:
    with pytest.raises(AnnotatorError, match="as it stands"):
        raise kind("as it stands")


@pytest.mark.parametrize(("line", "expected"), [(3, "a.jsonl:3: no text; add it"), (0, "a.jsonl: no text; add it")])
def test_a_problem_is_one_line_with_its_place(line: int, expected: str) -> None:
    assert str(Problem("a.jsonl", line, AnnotatorError("no text"), AnnotatorError("add it"))) == expected
