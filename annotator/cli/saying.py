"""How every verb answers: lines for people, or one JSON document for programs; progress on stderr when somebody looks."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from annotator.model.errors import NotSaved

Report = Callable[[int, int], None]


class FilePath(click.Path):
    """A path that is not empty: Path("") would be the folder one stands in."""

    def __init__(self) -> None:
        """Take any path, also of what is not there yet."""
        super().__init__(path_type=Path, readable=False)  # who reads it says what is wrong

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or end with wrong usage."""
        if not os.fspath(value):
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)


FILE = FilePath()
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def say(document: object, *lines: str, as_json: bool) -> None:
    """Print *document* as JSON, or else the *lines*."""
    try:
        if as_json:
            click.echo(json.dumps(document, ensure_ascii=False).encode(errors="backslashreplace"))
        else:
            for line in lines:
                click.echo(line)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # click ends quietly where nobody reads on
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would complain once more at its end
        raise NotSaved("the answer cannot be written ({why}): what was asked for is done", why=error.strerror) from error


def several(count: int, noun: str) -> str:
    """Return *count* and *noun*, in the plural unless it is one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tell(line: str) -> None:
    """Print a line about the work on stderr."""
    click.echo(line, err=True)


@contextmanager
def progress(text: str) -> Iterator[Report]:
    """Give a function that shows, after *text*, how much is done of how much; silent unless stderr is a terminal."""
    is_watched = sys.stderr.isatty()

    def report(done: int, total: int) -> None:
        if is_watched:
            click.echo(f"\r{text} {done}{f' of {total}' if total else ''} …", err=True, nl=False)

    try:
        yield report
    finally:
        if is_watched:
            click.echo("\r\x1b[K", err=True, nl=False)
