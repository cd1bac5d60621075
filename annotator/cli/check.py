"""`annotator check`: whether a project is whole, to the last row."""

import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.saying import FILE, json_option, say
from annotator.project.project import Project
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@json_option
def check(project: Path, *, as_json: bool) -> None:
    """Check PROJECT without changing it; exit 1 unless all that is found are warnings."""
    with closing(Project.open(project, read_only=True)) as opened:
        found = opened.check().result()
    lines = [str(finding) for finding in found] or [f"{shown(project.name)}: whole"]
    say({"findings": [asdict(finding) for finding in found]}, *lines, as_json=as_json)
    sys.exit(any(finding.level == "error" for finding in found))
