"""The command line: the verbs of `cli`, and those that show or draw."""

import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from annotator import __version__
from annotator.cli import VERBS
from annotator.cli.saying import FILE, json_option, say, several
from annotator.model.errors import AnnotatorError
from annotator.project.exporting import Wanted, export
from annotator.project.places import sample_path
from annotator.project.project import Project
from annotator.project.samples import sample as sample_project
from annotator.project.values import Entry
from annotator.text.shown import shown

FEWEST_DIGITS = 6


@click.group()
@click.version_option(__version__, prog_name="annotator")
def annotator() -> None:
    """Mark actors, casualties, locations and claims in Arabic and other news. Without a verb: open the window."""


@annotator.command()
@click.argument("project", type=FILE)
@click.argument("document")
@click.option("--out", required=True, type=FILE, help="page.png, page.svg, page.pdf or page.html")
@click.option("--width", default=900, show_default=True, type=click.IntRange(300, 4000), help="Of the page, in pixels.")
@click.option("--zoom", default=100, show_default=True, type=click.IntRange(50, 400), help="Of the text, in percent.")
@click.option("--theme", default="light", show_default=True, type=click.Choice(["light", "dark", "contrast"]))
@click.option("--lang", default="en", show_default=True, type=click.Choice(["en", "ar"]), help="Of the labels' names.")
@json_option
def render(  # noqa: PLR0913, PLR0917 - an option each
    project: Path, document: str, out: Path, width: int, zoom: int, theme: str, lang: str, *, as_json: bool
) -> None:
    """Draw a DOCUMENT of PROJECT, given by its title, number or id (see `info --documents`), with its spans."""
    with closing(Project.open(project, read_only=True)) as opened:
        entry = _chosen(opened.documents().result(), document, project.name)
        spans = draw(opened, entry, out, Look(theme, lang, width, zoom))
    answer = {"file": str(out), "document": entry.id.hex(), "title": entry.title, "spans": spans}
    say(answer, f"{shown(out.name)}: drawn, {several(spans, 'span')}", as_json=as_json)


@annotator.command("open")
@click.argument("project", required=False, type=FILE)
@click.option("--sample", is_flag=True, help="Open the sample project in your data folder, made when it is missing.")
@json_option
def open_(project: Path | None, *, sample: bool, as_json: bool) -> None:
    """Open the window, on PROJECT if one is given; wait until it is closed."""
    from annotator.ui.app import run  # noqa: PLC0415 - other verbs leave Qt unimported

    code = run(project, sample=sample)
    say({"project": str(project or (sample_path() if sample else "")) or None, "exit": code}, as_json=as_json)
    sys.exit(code)


@annotator.command()
@json_option
def sample(*, as_json: bool) -> None:
    """Make a sample project in your data folder; beside it its article as a picture and as a line for training."""
    path = sample_path()
    picture, lines = path.with_suffix(".png"), path.with_suffix(".jsonl")
    with closing(sample_project(path)) as project:
        first = project.documents().result()[0]
        export(project, lines, lambda _done, _total: None, Wanted(untouched=True))
        draw(project, first, picture, Look())
    answer = {"project": str(path), "picture": str(picture), "jsonl": str(lines)}
    told = [f"{what + ':':<9}{where}" for what, where in answer.items()]
    say(answer, *told, "window:  annotator open --sample, on a screen (make run does it)", as_json=as_json)


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is drawn: the name of a theme, the language of the labels' names, width in pixels, zoom in percent."""

    theme: str = "light"
    language: str = "en"
    width: int = 900
    zoom: int = 100


def draw(project: Project, entry: Entry, out: Path, look: Look) -> int:
    """Draw a document of *project* to *out*; return how many spans it has. Raises InvalidFile if they are in doubt."""
    from annotator.ui.page.leaves import Sheet  # noqa: PLC0415 - other verbs leave Qt unimported
    from annotator.ui.page.looks import looks_of  # noqa: PLC0415 - likewise
    from annotator.ui.render import render as write  # noqa: PLC0415 - likewise
    from annotator.ui.theme import named  # noqa: PLC0415 - likewise

    opened = project.document(entry.id).result()
    if opened.doubt:
        raise opened.doubt
    looks = looks_of(project.schema, named(look.theme), look.language)
    write(Sheet(opened.document, opened.spans, looks, entry.title, opened.source, look.width, look.zoom), out)
    return len(opened.spans)


def _chosen(entries: tuple[Entry, ...], wanted: str, project: str) -> Entry:
    """Return the document with this title, number in the list, or id; raises AnnotatorError."""
    by_title = [entry for entry in entries if entry.title == wanted]
    by_id = [entry for entry in entries if len(wanted) >= FEWEST_DIGITS and entry.id.hex().startswith(wanted.lower())]
    by_number = [entry for number, entry in enumerate(entries, start=1) if str(number) == wanted]
    found = by_title or by_id or by_number
    if len(found) == 1:
        return found[0]
    what = f"has {len(found)} documents" if found else "has no document"
    message = f"{shown(project)}: {what} called {shown(wanted)}; name one by its number, see info --documents"
    raise AnnotatorError(message)


for verb in VERBS:
    annotator.add_command(verb)
