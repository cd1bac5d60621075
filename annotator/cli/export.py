"""`annotator export`: training files."""

from contextlib import closing
from pathlib import Path

import click

from annotator.cli.saying import FILE, json_option, progress, say, several
from annotator.exchange import PRESETS
from annotator.project.exporting import Wanted
from annotator.project.exporting import export as write
from annotator.project.project import Project
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@click.option("--as", "form", default="native", show_default=True, type=click.Choice([known.name for known in PRESETS]))
@click.option("--out", required=True, type=FILE, help="A folder that is there, or a file.")
@click.option("--layers", default="", help="gold, each, or a name. Without it: gold, else the only person's who marked.")
@click.option("--all", "untouched", is_flag=True, help="Also the documents that nobody has touched.")
@json_option
def export(project: Path, form: str, out: Path, layers: str, *, untouched: bool, as_json: bool) -> None:  # noqa: PLR0913 - an option each
    """Write the marked documents of PROJECT, a line each."""
    with closing(Project.open(project, read_only=True)) as opened, progress("Exporting") as report:
        done = write(opened, out, report, Wanted(layers, untouched, form))
    answer = {"file": str(done.path), "as": form, "lines": done.lines, "spans": done.spans}
    hint = "" if done.lines else "; nothing is marked yet: mark something, or use --all"
    say(answer, f"{shown(done.path.name)}: {several(done.lines, 'line')}, {several(done.spans, 'span')}{hint}", as_json=as_json)
