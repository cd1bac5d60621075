"""Spans that something else than this program changed are read as they are, doubted, and never exported."""

from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.records import Record, RecordSpan
from annotator.project.exporting import export
from annotator.project.project import Project
from tests.damage import tamper

TEXT = "قال Reuters إن قره باغ"
DOUBT = "document قال: its spans were changed by something else than Annotator; run annotator check"
NONE_LEFT = "DELETE FROM span"
TAMPERED = [
    'UPDATE span SET start = start + 1, "end" = "end" + 1',
    "UPDATE span SET label = (SELECT id FROM label WHERE id != span.label LIMIT 1)",
    'UPDATE span SET "end" = 900',
    "UPDATE seal SET sum = sum + 1",
    "DELETE FROM seal",
]


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """Return a closed project with one text and a span."""
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as made:
        span = RecordSpan("", 0, 3, made.schema.labels[0].name)
        made.import_records([Record(Document.of(TEXT), "قال", spans=(span,))]).result()
        document = made.document(made.documents().result()[0].id).result().document
        made.mark(document, 4, 11, made.schema.labels[1]).result()
        made.undo().result()
    return path


def test_what_this_program_wrote_is_not_doubted(marked: Path) -> None:
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        assert project.document(entry.id).result().doubt is None


@pytest.mark.parametrize("statement", [*TAMPERED, NONE_LEFT])
def test_a_document_opens_as_it_is_and_is_doubted(marked: Path, statement: str) -> None:
    tamper(marked, statement)
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        opened = project.document(entry.id).result()
    assert len(opened.spans) == (statement != NONE_LEFT)
    assert DOUBT in str(opened.doubt)


@pytest.mark.parametrize("statement", TAMPERED)
def test_nothing_is_exported_of_it(marked: Path, tmp_path: Path, statement: str) -> None:
    tamper(marked, statement)
    target = tmp_path / "out.jsonl"
    with closing(Project.open(marked)) as project, pytest.raises(InvalidFile, match="changed by something else"):
        export(project, target, lambda *_: None)
    assert not target.exists()


def test_what_was_accepted_is_not_doubted_any_more(marked: Path) -> None:
    tamper(marked, TAMPERED[1])
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        project.reseal().result()
        assert project.document(entry.id).result().doubt is None
