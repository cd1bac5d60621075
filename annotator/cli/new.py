"""`annotator new`: an empty project."""

from pathlib import Path

import click

from annotator.project.project import Project


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--analyst", default="analyst", show_default=True, help="Who will mark in it.")
def new(project: Path, analyst: str) -> None:
    """Make a new PROJECT file with the labels actor, casualty, location and claim."""
    Project.create(project, analyst=analyst).close()
    click.echo(f"{project.name}: made")
