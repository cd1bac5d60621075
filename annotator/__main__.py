"""`annotator` and `python -m annotator`: no arguments → the window; a verb → the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.model.errors import AnnotatorError
from annotator.ui.app import run


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line on *words*, or those it was started with; what is wrong with the world is a line and ends with 1."""
    try:
        _run(sys.argv[1:] if words is None else words)
    except AnnotatorError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


def _run(words: Sequence[str]) -> None:
    """Open the window where *words* ask for no more than that; let click understand all the rest."""
    match words:
        case [] | ["open"]:
            sys.exit(run())
        case ["open", "--sample"]:
            sys.exit(run(sample=True))
        case ["open", path] if path and not path.startswith("-"):
            sys.exit(run(Path(path)))
        case _:
            from annotator.verbs import annotator  # noqa: PLC0415 - the window is there sooner without click

            annotator(words)


if __name__ == "__main__":
    main()
