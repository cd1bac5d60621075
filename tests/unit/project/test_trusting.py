"""Spans that something else than this program changed are read as they are, doubted, and never exported."""

from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.ids import new_id
from annotator.model.notes import QUESTION, Note
from annotator.model.records import Record, RecordSpan
from annotator.model.relations import Relation
from annotator.project.exporting import export
from annotator.project.project import A_PART, AROUND, AT_ONCE, Project
from annotator.project.values import Opened, Part
from tests.damage import tamper

TEXT = "قال Reuters إن قره باغ"
DOUBT = "document قال: what was marked or noted was changed by something else than Annotator; run annotator check"
MANY = AT_ONCE + 700
NONE_LEFT = "DELETE FROM span"
TAMPERED = [
    'UPDATE span SET start = start + 1, "end" = "end" + 1',
    "UPDATE span SET label = (SELECT id FROM label WHERE id != span.label LIMIT 1)",
    'UPDATE span SET "end" = 900',
    "UPDATE seal SET sum = sum + 1",
    "DELETE FROM seal",
]
NEW_NOTE = (
    "INSERT INTO note (layer, document, id, hlc, device, dead, about, text, kind, resolved) "
    "SELECT layer, document, id, hlc, device, 0, id, 'no', 'comment', 0 FROM span"
)
ATTACHED = [
    "DELETE FROM relation",
    'UPDATE relation SET "to" = "from"',
    "DELETE FROM note",
    "UPDATE note SET text = 'no'",
]


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """Return a closed project with one text and two spans, joined and noted on."""
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as made:
        one = RecordSpan("", 0, 3, made.schema.labels[0].name)
        made.import_records([Record(Document.of(TEXT), "قال", spans=(one,))]).result()
        opened = made.document(made.documents().result()[0].id).result()
        document, (span,) = opened.document, opened.spans
        made.mark(document, 4, 11, made.schema.labels[0]).result()
        other = made.document(document.id).result().spans[1]
        kind = next(kind for kind in made.schema.relations if kind.name == "same_as")
        place = (made.layer.id, document.id, new_id())
        made.relate(Relation(*place, kind.id, span.id, other.id)).result()
        made.add_note(Note(*place, span.id, QUESTION, "؟")).result()
    return path


def test_what_this_program_wrote_is_not_doubted(marked: Path) -> None:
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        assert project.document(entry.id).result().doubt is None


@pytest.mark.parametrize("statement", [*TAMPERED, *ATTACHED, NONE_LEFT])
def test_a_document_opens_as_it_is_and_is_doubted(marked: Path, statement: str) -> None:
    tamper(marked, statement)
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        opened = project.document(entry.id).result()
    assert len(opened.spans) == (0 if statement == NONE_LEFT else 2)
    assert DOUBT in str(opened.doubt)


@pytest.mark.parametrize("statement", [*TAMPERED, *ATTACHED])
def test_nothing_is_exported_of_it(marked: Path, tmp_path: Path, statement: str) -> None:
    tamper(marked, statement)
    target = tmp_path / "out.jsonl"
    with closing(Project.open(marked)) as project, pytest.raises(InvalidFile, match="changed by something else"):
        export(project, target, lambda *_: None)
    assert not target.exists()


def test_a_note_that_another_program_put_where_there_were_none_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as made:
        made.import_records([Record(Document.of(TEXT), "قال", spans=(RecordSpan("", 0, 3, "actor"),))]).result()
    tamper(path, NEW_NOTE)
    with closing(Project.open(path)) as project:
        (entry,) = project.documents().result()
        assert DOUBT in str(project.document(entry.id).result().doubt)


def test_what_was_accepted_is_not_doubted_any_more(marked: Path) -> None:
    tamper(marked, TAMPERED[1])
    with closing(Project.open(marked)) as project:
        (entry,) = project.documents().result()
        project.reseal().result()
        assert project.document(entry.id).result().doubt is None


class TestVeryManySpans:
    """A document under more spans than are read at once."""

    @pytest.fixture
    def many(self, tmp_path: Path) -> Path:
        """Return a closed project with such a document."""
        path, text = tmp_path / "many.annotator", TEXT * 4000
        with closing(Project.create(path)) as made:
            label = made.schema.labels[0].name
            spans = tuple(RecordSpan("", place * 12, place * 12 + 3, label) for place in range(MANY))
            made.import_records([Record(Document.of(text), "قال", spans=spans)]).result()
        return path

    def parts(self, path: Path) -> tuple[Opened, list[Part]]:
        """Return what is read first of the document, from its start, and all that follows."""
        with closing(Project.open(path)) as project:
            (entry,) = project.documents().result()
            opened, found = project.document(entry.id, near=0).result(), list[Part]()
            while not found or not found[-1].is_last:
                found.append(project.more_spans(opened, found[-1].spans[-1].id if found else b"").result())
        return opened, found

    def test_those_near_the_place_are_read_first_and_all_in_parts(self, many: Path) -> None:
        opened, found = self.parts(many)
        assert not opened.is_whole
        assert max(span.start for span in opened.spans) == AROUND - 4
        assert [len(part.spans) for part in found] == [A_PART, A_PART, MANY - 2 * A_PART]
        assert len({span.id for part in found for span in part.spans}) == MANY
        assert not any(part.doubt for part in found)

    @pytest.mark.parametrize("statement", TAMPERED[1:2] + TAMPERED[3:])
    def test_the_document_is_doubted_when_all_are_there_if_not_sooner(self, many: Path, statement: str) -> None:
        tamper(many, statement)
        _, found = self.parts(many)
        assert any(DOUBT in str(part.doubt) for part in found)
