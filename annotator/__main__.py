"""`annotator` and `python -m annotator`: a verb runs the command line."""

import sys
from contextlib import closing
from pathlib import Path

import click

from annotator import resources
from annotator.cli import VERBS
from annotator.cli.import_ import import_
from annotator.model.errors import AnnotatorError
from annotator.project.places import data_folder
from annotator.project.project import Project


@click.group()
def annotator() -> None:
    """Mark actors, casualties, locations and claims in Arabic and other news."""


@annotator.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("document")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="page.png, page.svg or page.pdf")
def render(project: Path, document: str, out: Path) -> None:
    """Draw the DOCUMENT with this title in PROJECT with its spans, as PNG, SVG or PDF."""
    from annotator.ui.page.leaves import Sheet  # noqa: PLC0415 - other verbs leave Qt unimported
    from annotator.ui.page.looks import looks_of  # noqa: PLC0415 - likewise
    from annotator.ui.render import ready  # noqa: PLC0415 - likewise
    from annotator.ui.render import render as draw  # noqa: PLC0415 - likewise

    with closing(Project.open(project)) as opened:
        sources = [source for source in opened.documents().result() if source.title == document]
        if not sources:
            message = f"{project.name}: has no document called {document!r}"
            raise AnnotatorError(message)
        shown = opened.document(sources[0].id).result()
        ready()
        draw(Sheet(shown.document, shown.spans, looks_of(opened.schema), shown.source.title, shown.source), out)
    click.echo(f"{out.name}: drawn")


@annotator.command("open")
@click.argument("project", required=False, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Open the sample project in your data folder, made when it is missing.")
def open_(project: Path | None, *, sample: bool) -> None:
    """Open the window, on PROJECT if one is given."""
    from annotator.ui.app import run  # noqa: PLC0415 - other verbs leave Qt unimported

    sys.exit(run(project, sample=sample))


@annotator.command()
@click.pass_context
def sample(context: click.Context) -> None:
    """Make a sample project in your data folder, with its article as a picture beside it."""
    folder = data_folder()
    project, (seed, *_) = folder / "sample.annotator", resources.seeds()
    if not project.exists():
        Project.create(project).close()
        context.invoke(import_, project=project, paths=(seed,), encoding="")
    context.invoke(render, project=project, document=seed.stem, out=folder / "sample.png")
    click.echo(f"project: {project}\npicture: {folder / 'sample.png'}")


for verb in VERBS:
    annotator.add_command(verb)


def main() -> None:
    """Run the command line; what is wrong with the world is said in a line and ends with 1."""
    try:
        annotator()
    except AnnotatorError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
