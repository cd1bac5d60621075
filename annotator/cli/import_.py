"""`annotator import`: documents and spans from files."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from annotator import exchange
from annotator.exchange.formats import ReadOptions
from annotator.model.errors import InvalidFile
from annotator.model.records import Problem, Record
from annotator.project.project import Project


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", default="", help="How the text files are encoded, if it is not detected.")
def import_(project: Path, paths: tuple[Path, ...], encoding: str) -> None:
    """Take the text and JSONL files in PATHS, and in folders among them, into PROJECT: all of them or none."""
    found = [record for path in paths for file in _files(path) for record in _read(file, ReadOptions(encoding))]
    with closing(Project.open(project)) as opened:
        opened.import_records(found).result()
    click.echo(f"{project.name}: {len(found)} documents read, {sum(len(record.spans) for record in found)} spans")


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.suffix in {".txt", ".jsonl"}) if path.is_dir() else [path]


def _read(path: Path, options: ReadOptions) -> Iterator[Record]:
    found = list(exchange.recognised(path).read(path, options))
    problems = [str(one) for one in found if isinstance(one, Problem)]
    if problems:
        raise InvalidFile("\n".join(problems))
    return (one for one in found if isinstance(one, Record))
