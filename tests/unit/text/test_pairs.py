import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.pairs import insides


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("قال «لن نوقف النار» ثم", ["لن نوقف النار"]),
        ("“so (it) is”", ["it", "so (it) is"]),
        ("[a [b] c]", ["b", "a [b] c"]),
        ('"one" and "two"', ["one", "two"]),
        ('("one")', ["one", '"one"']),
        ("it’s «open", []),
        ("a) b(", []),
        ("(a [b) c]", ["a [b"]),
        ("()", [""]),
        ("﴿آية﴾", ["آية"]),
        ("", []),
    ],
)
def test_what_stands_between_signs_that_belong_together_is_found(text: str, inner: list[str]) -> None:
    assert [text[start:end] for start, end in insides(text)] == inner


@given(st.text('ab"«»()[]“”', max_size=40))
def test_pairs_nest_and_never_cross(text: str) -> None:
    found = insides(text)
    assert all(0 < start <= end < len(text) for start, end in found)
    for index, (start, end) in enumerate(found):
        for low, high in found[index + 1 :]:
            assert end < low or high < start or (low < start and end < high)
