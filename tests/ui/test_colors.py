"""Labels stay apart for every kind of eyes, in every theme, by their colours alone; patterns and chips come on top of it."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from annotator.model.schemas import Schema
from annotator.ui.theme import THEMES, Theme
from tests.eyes import EYES, Triple, apart, difference, seen

# Fills are tints that leave the text its contrast, so they lie closer together; below 2.3 hardly anybody tells two apart.
LEAST = {"fill": 4.5, "bar": 10.0, "chip": 7.0}


@pytest.mark.parametrize("part", LEAST)
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_the_built_in_labels_are_told_apart(schema: Schema, look: Theme, eyes: str, part: str) -> None:
    colors = {label.name: getattr(look.label_colors(label.color), part) for label in schema.labels}
    for (name, one), (other, another) in combinations(colors.items(), 2):
        assert apart(one, another, eyes) >= LEAST[part], (name, other)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_a_fill_is_seen_on_the_page(schema: Schema, look: Theme, eyes: str) -> None:
    for label in schema.labels:
        assert apart(look.label_colors(label.color).fill, look.page, eyes) >= LEAST["fill"], label.name


# Rows of table 1 of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color Res. Appl. 30 (1), 2005.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.335), 1.0000),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_of_two_colours_is_that_of_the_standard(one: Triple, other: Triple, expected: float) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=5e-5)
    assert difference(other, one) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("eyes", EYES)
def test_grey_is_the_same_grey_to_all_eyes(eyes: str) -> None:
    grey = QColor("#777777")
    assert seen(grey, eyes) == pytest.approx(seen(grey, "all colours"), abs=1e-5)


def test_red_and_green_of_one_lightness_fall_together_where_one_kind_of_cone_is_missing() -> None:
    red, green = QColor("#b8641e"), QColor("#7f7f1e")
    assert apart(red, green, "deuteranopia") < apart(red, green, "all colours") / 2
