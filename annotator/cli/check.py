"""`annotator check`: whether a project is whole, to the last row."""

import json
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from annotator.project.project import Project


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def check(project: Path, *, as_json: bool) -> None:
    """Check PROJECT without changing it; exit 1 unless all that is found are warnings."""
    with closing(Project.open(project, read_only=True)) as opened:
        found = opened.check().result()
    if as_json:
        click.echo(json.dumps({"findings": [asdict(finding) for finding in found]}, ensure_ascii=False))
    else:
        for finding in found:
            click.echo(str(finding))
        if not found:
            click.echo(f"{project.name}: whole")
    sys.exit(any(finding.level == "error" for finding in found))
