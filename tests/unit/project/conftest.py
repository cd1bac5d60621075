"""A project with one text."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.documents import Document
from annotator.model.records import Record
from annotator.project.project import Project

TEXT = "قال Reuters إن قره باغ"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Make a project with one text."""
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        made.import_records([Record(Document.of(TEXT), "a")]).result()
        yield made


@pytest.fixture
def document(project: Project) -> Document:
    """Return the text."""
    return project.document(project.documents().result()[0].id).result().document
