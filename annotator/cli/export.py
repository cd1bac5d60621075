"""`annotator export`: training files."""

import os
from contextlib import closing
from pathlib import Path

import click

from annotator.exchange import PRESETS, preset
from annotator.model.errors import NotSaved
from annotator.project.project import Project


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--as", "form", default="native", show_default=True, type=click.Choice([known.name for known in PRESETS]))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A folder that is there, or a file.")
def export(project: Path, form: str, out: Path) -> None:
    """Write the marked documents of PROJECT, a line each."""
    with closing(Project.open(project)) as opened:
        records = list(opened.records())
    target = out / preset(form).file if out.is_dir() else out
    _replace(target, b"".join(preset(form).write(records)))
    click.echo(f"{target.name}: {len(records)} lines, {sum(len(record.spans) for record in records)} spans")


def _replace(path: Path, data: bytes) -> None:
    """Put *data* at *path*: whole and on the disk, or the old file stays."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        message = f"{path.name}: cannot be written ({error.strerror}); choose another place"
        raise NotSaved(message) from error
