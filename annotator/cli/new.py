"""`annotator new`: an empty project."""

from pathlib import Path

import click

from annotator.cli.saying import FILE, json_option, say
from annotator.model.shipped import chosen
from annotator.project.project import Project
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@click.option("--analyst", default="analyst", show_default=True, help="Who will mark in it.")
@click.option("--schema", type=FILE, help="A label schema (.toml), or named-entities; without one, conflict-ar.")
@json_option
def new(project: Path, analyst: str, schema: Path | None, *, as_json: bool) -> None:
    """Make a new PROJECT file with the labels actor, casualty, location and claim, or those of a schema."""
    made = Project.create(project, chosen(schema) if schema else None, analyst)
    labels = [label.name for label in made.schema.labels]
    made.close()
    answer = {"project": str(project), "analyst": analyst, "labels": labels}
    say(answer, f"{shown(project.name)}: made, with the labels {', '.join(map(shown, labels))}", as_json=as_json)
