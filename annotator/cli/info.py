"""`annotator info`: what is in a project."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.saying import FILE, json_option, say, several
from annotator.project.project import Project
from annotator.project.values import Entry, LayerSummary, Overview
from annotator.storage.clouds import Cloud
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@click.option("--documents", "lists", is_flag=True, help="List the documents, with the numbers that render takes.")
@json_option
def info(project: Path, *, lists: bool, as_json: bool) -> None:
    """Say what is in PROJECT: whose work, how much, on how many documents."""
    with closing(Project.open(project, read_only=True)) as opened:
        found, entries = opened.overview().result(), opened.documents().result() if lists else ()
        cloud = opened.cloud()
    answer = asdict(found)
    answer["layers"] = [_summary(layer) for layer in found.layers]
    answer["cloud"] = {"service": cloud.service or None, "copies": [copy.name for copy in cloud.copies]}
    if lists:
        answer["listed"] = [_row(number, entry) for number, entry in enumerate(entries, start=1)]
    lines = (*_lines(project.name, found, entries), *_cloud(cloud))
    say({"project": project.name, **answer}, *lines, as_json=as_json)


def _lines(name: str, found: Overview, entries: tuple[Entry, ...]) -> Iterator[str]:
    counts = ((found.documents, "document"), (found.characters, "character"), (found.edits, "edit"))
    yield f"{shown(name)}: {', '.join(several(*count) for count in counts)}"
    yield f"labels: {', '.join(map(shown, found.labels))} ({shown(found.schema)})"
    yield from map(_layer, found.layers)
    for number, entry in enumerate(entries, start=1):
        yield f"{number:>5}  {shown(entry.title)}  {several(entry.spans, 'span')}{', finished' if entry.finished else ''}"


def _layer(layer: LayerSummary) -> str:
    said = [
        ", ".join(f"{count} {shown(label)}" for label, count in layer.spans) or "nothing marked",
        _counted("relations", layer.relations),
        _counted("notes", layer.notes),
        f"open questions: {layer.open_questions}" if layer.open_questions else "",
        f"finished: {layer.finished}",
    ]
    return f"{layer.kind} {shown(layer.name)}: {'; '.join(filter(None, said))}"


def _counted(what: str, counts: tuple[tuple[str, int], ...]) -> str:
    """Return how many there are of *what*, by kind; nothing if there are none."""
    return f"{what}: {', '.join(f'{count} {shown(kind)}' for kind, count in counts)}" if counts else ""


def _summary(layer: LayerSummary) -> dict[str, object]:
    return asdict(layer) | {key: dict(getattr(layer, key)) for key in ("spans", "relations", "notes")}


def _cloud(cloud: Cloud) -> Iterator[str]:
    if cloud.service:
        yield f"in a folder of {cloud.service}: close it here before you open it on another computer"
    for copy in cloud.copies:
        yield f"another copy, made when two computers changed the project: {shown(copy.name)}"


def _row(number: int, entry: Entry) -> dict[str, object]:
    return {
        "number": number,
        "id": entry.id.hex(),
        "title": entry.title,
        "characters": entry.length,
        "spans": entry.spans,
        "finished": entry.finished,
    }
