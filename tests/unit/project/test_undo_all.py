"""Whatever is done in whatever order: undo-all gives the first state exactly, redo-all the last, also after reopening."""

import random
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.errors import AnnotatorError
from annotator.project.project import Project
from annotator.storage.reader import Reader
from tests.deeds import TEXTS, VERBS, Verb, record

State = tuple[object, ...]


def state_of(project: Project) -> State:
    """Return everything the project holds, but versions."""

    def read(reader: Reader) -> State:
        sources, layers = reader.sources(), reader.layers()
        return (
            set(sources),
            set(layers),
            reader.schema_rows(),
            {span for source in sources for span in reader.spans(source.document)},
            {state for layer in layers for state in reader.states(layer.id)},
            {one for source in sources for layer in layers for one in reader.relations(source.document, layer.id)},
            {note for source in sources for layer in layers for note in reader.notes(source.document, layer.id)},
        )

    return project._store.ask(read).result()


def reverse(step: Callable[[], "Future[Any]"]) -> int:
    """Undo or redo as long as there is something to; return how often."""
    count = 0
    while step().result() is not None:
        count += 1
    return count


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 1 << 30)), min_size=1, max_size=25))
def test_undo_all_gives_the_first_state_and_redo_all_the_last(steps: list[tuple[Verb, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        with closing(Project.create(path)) as project:
            first = state_of(project)
            project.import_records([record(text) for text in TEXTS]).result()
            for verb, seed in steps:
                with suppress(AnnotatorError, IndexError):  # refused, or nothing there to do it to
                    verb(project, random.Random(seed)).result()
            reverse(project.redo)
            last = state_of(project)
            undone = reverse(project.undo)
            assert state_of(project) == first
            assert reverse(project.redo) == undone
            assert state_of(project) == last
        with closing(Project.open(path)) as project:
            assert state_of(project) == last
            assert reverse(project.undo) == undone
            assert state_of(project) == first
        with closing(Project.open(path)) as project:
            assert reverse(project.redo) == undone
            assert state_of(project) == last
            assert [found for found in project.check().result() if found.level == "error"] == []
