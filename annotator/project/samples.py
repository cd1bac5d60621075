"""The sample project, made from the articles the program brings along."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from textwrap import shorten

from annotator import resources
from annotator.model.records import Record
from annotator.project.project import Project
from annotator.project.reading import read_file

LONGEST_TITLE = 70


def sample(path: Path) -> Project:
    """Return the sample project at *path*, made when it is missing, filled when it is empty."""
    with ExitStack() as until_filled:
        project = Project.open(path) if path.exists() else Project.create(path)
        until_filled.callback(project.close)
        if not project.documents().result() and not project.read_only:
            project.import_records([record for seed in resources.seeds() for record in _titled(seed)]).result()
        until_filled.pop_all()
    return project


def _titled(seed: Path) -> list[Record]:
    """Return the articles in *seed*, titled by their first line instead of the name of the file."""
    return [
        replace(record, meta=(("title", shorten(record.document.text.partition("\n")[0], LONGEST_TITLE, placeholder="…")),))
        for record in read_file(seed).records
    ]
