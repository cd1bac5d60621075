from collections.abc import Callable

import pytest
from hypothesis import given

from annotator.text.direction import LTR, RTL, base, document_base, has_explicit_controls, mixed, mostly
from tests.texts import texts

Case = tuple[str, bool, int, list[str]]


@pytest.fixture
def bidi_cases(ucd_lines: Callable[[str], list[str]]) -> list[Case]:
    """Return the cases of Unicode as (text, whether its direction was to be found, paragraph level, levels)."""
    cases = []
    for line in ucd_lines("BidiCharacterTest.txt"):
        points, wanted, resolved, levels, _ = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        cases.append((text, wanted == "2", int(resolved), levels.split()))
    return cases


def test_the_base_direction_is_the_one_unicode_finds(bidi_cases: list[Case]) -> None:
    asked = [(text, level) for text, is_asked, level, _ in bidi_cases if is_asked]
    assert {level for _, level in asked} == {0, 1}
    assert [text for text, level in asked if base(text, LTR) != (RTL if level else LTR)] == []


def test_another_level_than_the_base_level_occurs_in_the_mixed_ranges_only(bidi_cases: list[Case]) -> None:
    missed = []
    for text, _, level, levels in bidi_cases:
        inside = {offset for start, end in mixed(text, is_rtl=bool(level)) for offset in range(start, end)}
        if any(found not in {"x", str(level)} and offset not in inside for offset, found in enumerate(levels)):
            missed.append(text)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("قال BBC", RTL),
        ("«12» BBC قال", LTR),
        ("\u2067א\u2069 abc", LTR),
        ("\u2067א abc", None),
        ("\u2067\u2067א\u2069 abc", None),
        ("\u2069א", RTL),
        ("\u200f12", RTL),
        ("\u061c12", RTL),
        ("12 – 34", None),
        ("", None),
    ],
)
def test_a_paragraph_runs_as_its_first_strong_character_outside_isolates(text: str, direction: str | None) -> None:
    assert base(text) == direction
    assert base(text, RTL) == (direction or RTL)


@pytest.mark.parametrize(
    ("text", "direction"), [("12\n\nقال\nabc", RTL), ("12 a ق", LTR), ("\u2067א", RTL), ("١٢", LTR), ("", LTR)]
)
def test_a_document_runs_as_its_first_strong_character(text: str, direction: str) -> None:
    assert document_base(text) == direction


@pytest.mark.parametrize(
    ("text", "is_rtl", "ranges"),
    [
        ("قال علي: «نعم»", True, ()),
        ("He said “no” to 12.", False, ()),
        ("قال BBC نعم", True, ((4, 7),)),
        ("قال 12 شخصا", True, ((4, 6),)),
        ("قال12", True, ((3, 5),)),
        ("«12", True, ((0, 3),)),
        ("a1א", False, ((2, 3),)),
        ("אbא", False, ((0, 1), (2, 3))),
        ("0:\U000101fe0", True, ((0, 4),)),
        ("ab قال 12 c", False, ((2, 9),)),
        ("a ١ b ٢ c", False, ((1, 3), (5, 7))),
        ("ab٢א", False, ((1, 4),)),
        ("אb٢", False, ((0, 3),)),
        ("e\u0301٢", False, ((1, 3),)),
        ("\u2067א\u2069 abc", True, ((0, 7),)),
        ("", True, ()),
    ],
)
def test_only_what_runs_otherwise_and_the_neutrals_in_it_are_mixed(
    text: str,
    is_rtl: bool,  # noqa: FBT001 - the fact itself
    ranges: tuple[tuple[int, int], ...],
) -> None:
    assert mixed(text, is_rtl=is_rtl) == ranges


@given(texts)
def test_mixed_ranges_are_sorted_apart_and_inside(text: str) -> None:
    for is_rtl in (False, True):
        edges = [edge for pair in mixed(text, is_rtl=is_rtl) for edge in pair]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_embeddings_overrides_and_isolates_are_explicit_controls(control: str) -> None:
    assert has_explicit_controls(f"قال {control}")


@pytest.mark.parametrize("mark", "\u200e\u200f\u061c\u200d")
def test_marks_are_no_explicit_controls(mark: str) -> None:
    assert not has_explicit_controls(f"قال {mark}")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("R2 قاعدة", RTL), ("إن means that", LTR), ("ab אב", None), ("2020 – 12", None), ("", None), ("x", LTR)],
)
def test_most_letters_tell_a_direction_unless_there_are_as_many_of_both(text: str, wanted: str | None) -> None:
    assert mostly(text) == wanted
