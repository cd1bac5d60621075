import io
import os
import sys
from pathlib import Path

import pytest

from annotator.cli.saying import progress, say
from annotator.model.errors import NotSaved


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Reading") as report:
        report(3, 9)
        report(4, 0)
    assert terminal.getvalue() == "\rReading 3 of 9 …\rReading 4 …\r\x1b[K"


def test_progress_is_silent_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading") as report:
        report(3, 9)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_a_full_disk_under_the_answer_is_told(monkeypatch: pytest.MonkeyPatch, as_json: bool) -> None:  # noqa: FBT001 - pytest passes it
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(NotSaved, match="the answer cannot be written"):
            say({"a": 1}, "a line", as_json=as_json)


def test_a_reader_that_went_away_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(os.dup(writing), "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(BrokenPipeError):
            say({}, "a line", as_json=False)
        os.dup2(os.open(os.devnull, os.O_WRONLY), pipe.fileno())
    os.close(writing)
