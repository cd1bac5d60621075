import io
import sys

import pytest

from annotator.cli.saying import progress


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
