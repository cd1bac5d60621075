from collections import Counter
from itertools import chain

import pytest

from annotator.model.schemas import Schema
from annotator.ui.actions import COMMANDS, MENU_CHORDS, MENUS, STEPS, Action, by_id, in_menu
from annotator.ui.factories import key_text
from annotator.ui.keys import normal

EXTENDED = [f"Shift+{chord}" if "+" not in chord else chord.replace("+", "+Shift+") for chord in STEPS.values()]


def chords(action: Action) -> list[str]:
    return [chord for chord in (action.chord, *action.others) if chord]


def test_no_two_commands_labels_or_steps_of_the_caret_share_a_key(schema: Schema) -> None:
    labels = [label.key for label in schema.labels]
    lasting = [action for action in COMMANDS if not action.is_passing]
    given = Counter(map(normal, chain(*map(chords, lasting), labels, STEPS.values(), EXTENDED, MENU_CHORDS.values())))
    assert [chord for chord, count in given.items() if count > 1] == []


@pytest.mark.parametrize("action", COMMANDS, ids=lambda action: action.id)
class TestEveryCommand:
    """What holds for each command."""

    def test_is_found_by_its_id_and_stands_in_a_menu_that_is_there(self, action: Action) -> None:
        assert by_id(action.id) is action
        assert not action.menu or (action.menu in MENUS and action in in_menu(action.menu))

    def test_needs_something_that_can_be_there(self, action: Action) -> None:
        assert action.needs in {
            "",
            "project",
            "writable",
            "document",
            "written",
            "selection",
            "markable",
            "span",
            "stretch",
            "edges",
        }

    def test_has_keys_that_can_be_pressed(self, action: Action) -> None:
        for chord in chords(action):
            assert normal(chord) == normal(normal(chord))
            assert not chord.startswith(("Alt+Shift+", "Ctrl+Alt+"))

    def test_shows_its_key_in_the_same_way_in_every_language(self, action: Action) -> None:
        shown = key_text(action.chord)
        assert shown.strip("\u2066\u2069") == action.chord
        assert shown.startswith("\u2066") == bool(action.chord)
