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

from annotator.model.documents import Document
from annotator.model.errors import AnnotatorError
from annotator.model.records import Record, RecordSpan
from annotator.project.project import Project
from annotator.storage.reader import Reader

TEXTS = ("😀👩‍👩‍👧 قال Reuters إن 𝒜 لأذربيجان قره باغ", "نص قصير\nله فقرتان", "three")
Verb = Callable[[Project, random.Random], "Future[Any]"]
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
        )

    return project._store.ask(read).result()


def record(text: str, *spans: RecordSpan) -> Record:
    """Return a record of one text."""
    return Record(Document.of(text), text[:5], status="partial", spans=spans)


def pick(project: Project, chance: random.Random) -> Any:
    """Return a document of the project, opened."""
    return project.document(chance.choice(project.documents().result()).id).result()


def mark(project: Project, chance: random.Random) -> "Future[Any]":
    document = pick(project, chance).document
    start = chance.randrange(len(document.text))
    end = chance.randint(start + 1, len(document.text))
    return project.mark(document, start, end, chance.choice(project.schema.labels), by_character=True)


def erase(project: Project, chance: random.Random) -> "Future[Any]":
    opened = pick(project, chance)
    return project.erase(opened.document.id, [span.id for span in opened.spans if chance.random() < 0.5])


def relabel(project: Project, chance: random.Random) -> "Future[Any]":
    return project.relabel(chance.choice(pick(project, chance).spans), chance.choice(project.schema.labels))


def move(project: Project, chance: random.Random) -> "Future[Any]":
    opened = pick(project, chance)
    span = chance.choice(opened.spans)
    start, end = max(span.start + chance.randint(-3, 3), 0), min(span.end + chance.randint(-3, 3), len(opened.document.text))
    return project.move(opened.document, span, start, end, by_character=True)


def finish(project: Project, chance: random.Random) -> "Future[Any]":
    return project.set_finished(pick(project, chance).document.id, finished=chance.random() < 0.5)


def turn(project: Project, chance: random.Random) -> "Future[Any]":
    return project.set_directions(pick(project, chance).document.id, ((0, chance.choice(("rtl", "ltr"))),))


def rename(project: Project, chance: random.Random) -> "Future[Any]":
    return project.rename(pick(project, chance).document.id, chance.choice(("عنوان", "title", "😀")))


def remove(project: Project, chance: random.Random) -> "Future[Any]":
    return project.remove_document(pick(project, chance).document.id)


def bring(project: Project, chance: random.Random) -> "Future[Any]":
    text = chance.choice(TEXTS)
    return project.import_records([record(text, RecordSpan(f"{chance.randrange(9)}", 0, 2, "actor"))])


def undo(project: Project, _: random.Random) -> "Future[Any]":
    return project.undo()


def redo(project: Project, _: random.Random) -> "Future[Any]":
    return project.redo()


def reverse(step: Callable[[], "Future[Any]"]) -> int:
    """Undo or redo as long as there is something to; return how often."""
    count = 0
    while step().result() is not None:
        count += 1
    return count


VERBS: tuple[Verb, ...] = (mark, mark, mark, erase, relabel, move, finish, turn, rename, remove, bring, undo, redo)


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
