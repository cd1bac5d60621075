from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.pairs import insides, levels, wider


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


TEXT = 'قال «لن "نوقف (النار)"» ثم ( “باكو” ) هنا () [ ]'


def rounds(stretch: str, times: int) -> list[str]:
    """Return what *stretch* becomes, again and again."""
    start = TEXT.index(stretch)
    here, found = (start, start + len(stretch)), []
    for _ in range(times):
        here = wider(TEXT, *here)
        found.append(TEXT[slice(*here)])
    return found


@pytest.mark.parametrize(
    ("stretch", "becomes"),
    [
        ("النار", ["(النار)", "النار", "(النار)"]),
        ("(النار)", ["النار", "(النار)"]),
        ("نوقف (النار)", ['"نوقف (النار)"', "نوقف (النار)"]),
        ("باكو", ["“باكو”", "( “باكو” )", "باكو", "“باكو”"]),
        ("“باكو”", ["( “باكو” )", "باكو"]),
        ("( “باكو” )", ["باكو"]),
        (" “باكو” ", ["( “باكو” )"]),
        ("“باكو", ["“باكو”", "( “باكو” )"]),  # a sign without its partner gets it
        ("النار)", ["(النار)", "النار"]),
        ("ثم", ["ثم"]),
        ("ثم ( “باكو” )", ["ثم ( “باكو” )"]),
        ("()", ["()"]),
        ("[ ]", ["[ ]"]),
    ],
)
def test_signs_around_come_in_one_pair_at_a_time_and_go_out_together(stretch: str, becomes: list[str]) -> None:
    assert rounds(stretch, len(becomes)) == becomes


@given(st.text('ab "«»()[]“”', max_size=40), st.data())
def test_levels_nest_and_only_add_signs_and_spaces(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    found = levels(text, start, end)
    for (low, high), (wider_low, wider_high) in pairwise(found):
        assert wider_low < low <= high < wider_high
        assert not {*text[wider_low:low], *text[high:wider_high]} & {"a", "b"}
    assert wider(text, *found[-1]) == found[0]
