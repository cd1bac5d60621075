"""The colours offered for labels stay apart for all kinds of eyes in every theme; patterns come on top of that."""

from itertools import combinations

import pytest

from annotator import resources
from annotator.model.schema_files import read_schema
from annotator.ui.schema.colors import PRESETS
from annotator.ui.theme import THEMES, Theme
from tests.eyes import EYES, apart

# Of ten colours the nearest two lie closer than of the four that tests/ui/test_colors.py is about.
LEAST = {"fill": 1.9, "bar": 4.2, "chip": 2.9}


@pytest.mark.parametrize("part", LEAST)
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_the_colours_offered_are_told_apart(look: Theme, eyes: str, part: str) -> None:
    colors = {name: getattr(look.label_colors(color), part) for color, name in PRESETS.items()}
    for (name, one), (other, another) in combinations(colors.items(), 2):
        assert apart(one, another, eyes) >= LEAST[part], (name, other)


@pytest.mark.parametrize("name", ["conflict-ar", "named-entities"])
def test_shipped_labels_have_colours_that_are_offered(name: str) -> None:
    colors = {label.color for label in read_schema(resources.path("schemas", f"{name}.toml")).labels}
    assert colors <= PRESETS.keys()
