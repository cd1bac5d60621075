"""How every verb answers: lines for people, or one JSON document for programs; progress on stderr when somebody looks."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Report = Callable[[int, int], None]
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def say(document: object, *lines: str, as_json: bool) -> None:
    """Print *document* as JSON, or else the *lines*."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False))
    else:
        for line in lines:
            click.echo(line)


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
