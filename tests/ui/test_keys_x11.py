"""Real key codes on a real (virtual) X11 screen, under layouts that type no Latin letter: the marks end up in the file."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.attributes import Value
from annotator.project.project import Project
from annotator.text import words
from tests.ui.x11 import ANSWER_S, DEADLINE_S, Environment, keyboard, met, type_keys, window, xdotool

# X11 key codes: the places of these legends on a US keyboard.
CONTROL, W, ONE, Z, Y, Q = "37", "25", "10", "52", "29", "24"
T, STOP = "28", "60"
RETURN, DOWN, ESCAPE, LETTER_O, TWO = "36", "116", "Escape", "32", "11"


def marks(path: Path) -> list[tuple[str, str]]:
    """Return (text, label) of each span in the project file, and check that it is the first word of its document."""
    found = []
    with closing(Project.open(path)) as project:
        for entry in project.documents().result():
            opened = project.document(entry.id).result()
            first = words.word_at(opened.document.text, 0)
            for span in opened.spans:
                assert (span.start, span.end) == first
                found.append((span.covered(opened.document.text), project.schema.label(span.label).name))
    return found


def covered(path: Path) -> list[str]:
    """Return the texts of the spans in the project file, in reading order."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
    spans = sorted((span.start, span.covered(one.document.text)) for one in opened for span in one.spans)
    return [text for _, text in spans]


def attributes(path: Path) -> dict[str, Value]:
    """Return what is said of the spans in the project file, all together."""
    with closing(Project.open(path)) as project:
        opened = [project.document(entry.id).result() for entry in project.documents().result()]
    return {name: value for one in opened for span in one.spans for name, value in span.attributes}


def first_word_marked(path: Path, environment: Environment) -> bool:
    """Widen the caret to a word and mark it, again if the text was not there yet."""
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        type_keys(environment, W, ONE)
        if met(lambda: bool(marks(path)), ANSWER_S):
            return True
        xdotool(environment, "key", "Escape")
    return False


@pytest.mark.x11
@pytest.mark.parametrize("layout", ["us", "ara", "il", "ir"])
def test_marking_and_undoing_by_real_keys_reaches_the_file_under_every_layout(
    display: str, layout: str, project_path: Path
) -> None:
    environment = keyboard(display, layout)
    with window(project_path, environment) as program:
        assert first_word_marked(project_path, environment)
        assert [label for _, label in marks(project_path)] == ["actor"]
        type_keys(environment, Z, held=CONTROL)
        assert met(lambda: not marks(project_path), ANSWER_S)
        type_keys(environment, Y, held=CONTROL)
        assert met(lambda: len(marks(project_path)) == 1, ANSWER_S)
        type_keys(environment, Q, held=CONTROL)
        assert program.wait(DEADLINE_S) == 0
    assert len(marks(project_path)) == 1


@pytest.mark.x11
@pytest.mark.parametrize("layout", ["us", "ara", "il", "ir"])
def test_a_proclitic_is_left_out_and_a_label_given_again_by_real_keys_under_every_layout(
    display: str, layout: str, project_path: Path
) -> None:
    environment = keyboard(display, layout)
    with window(project_path, environment):
        assert first_word_marked(project_path, environment)
        type_keys(environment, T)
        assert met(lambda: covered(project_path) == ["ذكرت"], ANSWER_S)
        type_keys(environment, W, STOP)
        assert met(lambda: covered(project_path) == ["وذكرت", "ذكرت"], ANSWER_S)


@pytest.mark.x11
@pytest.mark.parametrize("layout", ["us", "ara", "il", "ir"])
def test_attributes_are_answered_by_the_places_of_letters_and_digits_under_every_layout(
    display: str, layout: str, project_path: Path
) -> None:
    environment = keyboard(display, layout)
    with window(project_path, environment):
        assert first_word_marked(project_path, environment)
        type_keys(environment, RETURN, DOWN, LETTER_O)
        assert met(lambda: attributes(project_path) == {"actor_type": "organisation"}, ANSWER_S)
        type_keys(environment, TWO)
        assert met(lambda: attributes(project_path) == {"actor_type": "organisation", "role": "MIL"}, ANSWER_S)
        type_keys(environment, ESCAPE)
        type_keys(environment, Z, held=CONTROL)
        assert met(lambda: attributes(project_path) == {"actor_type": "organisation"}, ANSWER_S)
