"""However the schema is changed, and undone, and marked with meanwhile: no span is lost, and the project stays whole."""

import random
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.errors import AnnotatorError
from annotator.model.schema_files import schema_in
from annotator.model.schema_writing import write_schema
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.project.project import Project
from tests.deeds import SCHEMING, TEXTS, Verb, describe, mark, record, redo, relabel, relate, undo

MARKING: tuple[Verb, ...] = (mark, mark, mark, relabel, describe, relate)
AGAIN: tuple[Verb, ...] = (undo, redo)


def spans_of(project: Project) -> set[Span]:
    """Return all spans of the project."""
    entries = project.documents().result()
    return {span for entry in entries for span in project.document(entry.id).result().spans}


def facts_of(schema: Schema) -> set[tuple[object, ...]]:
    """Return what spans, relations and documents can refer to: labels, kinds, attributes and values, retired ones too."""
    owners = [(label.id, look.attributes) for label, look in zip(schema.labels, schema.looks, strict=True)]
    known = [(owner, attribute) for owner, attributes in (*owners, (b"", schema.fields)) for attribute in attributes]
    return {
        *((label.id,) for label in schema.labels),
        *((kind.id,) for kind in schema.relations),
        *((owner, attribute.name, attribute.kind) for owner, attribute in known),
        *((owner, attribute.name, choice.name, "") for owner, attribute in known for choice in attribute.choices),
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from((*SCHEMING, *MARKING, *AGAIN)), st.integers(0, 1 << 30)), min_size=1, max_size=25))
def test_a_schema_that_changes_loses_no_span_and_keeps_the_project_whole(steps: list[tuple[Verb, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        with closing(Project.create(path)) as project:
            project.import_records([record(text) for text in TEXTS]).result()
            for verb, seed in steps:
                before, known = spans_of(project), facts_of(project.schema)
                with suppress(AnnotatorError, IndexError):  # refused, or nothing there to do it to
                    verb(project, random.Random(seed)).result()
                if verb in SCHEMING:
                    assert spans_of(project) == before
                    assert known <= facts_of(project.schema)
            kept, schema = spans_of(project), project.schema
            assert {span.label for span in kept} <= {label.id for label in schema.labels}
            assert {schema.representative(label.id) for label in schema.labels} <= {label.id for label in schema.labels}
            assert schema_in(write_schema(schema).encode(), "x") == schema
            told = [span.label for one in project.records() for span in one.spans]
            assert len(told) == len(kept)
        with closing(Project.open(path)) as project:
            assert (spans_of(project), project.schema) == (kept, schema)
            assert [found for found in project.check().result() if found.level == "error"] == []
