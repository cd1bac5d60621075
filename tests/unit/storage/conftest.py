"""A project in a real file, with two layers, four labels and a text that begins with an emoji."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.model.documents import Document, Source
from annotator.model.edits import Edit, Row
from annotator.model.ids import derived_id
from annotator.model.layers import ANALYST, Layer
from annotator.model.schemas import Label, SchemaBody, label_id
from annotator.model.spans import Span
from annotator.storage import journal, seals
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store
from annotator.storage.tables import TABLES
from annotator.storage.writing import Writing

DEVICE = b"device of tests."
TEXT = "😀 قال المتحدث لأذربيجان 2020، «مرحبًا» 👩🏽‍🚒 ثم غادر.\n" * 20


@dataclass
class Project:
    """A project file and what is in it; closes every store that it opened."""

    path: Path
    layer: Layer
    other_layer: Layer
    labels: tuple[Label, ...]
    schema: SchemaBody
    document: Document
    source: Source
    stores: list[Store]

    @property
    def rows(self) -> tuple[Row, ...]:
        """What a new project holds."""
        return (self.schema, *self.labels, self.layer, self.other_layer)

    def close(self) -> None:
        """Close every window on the file."""
        while self.stores:
            self.stores.pop().close()

    def create(self) -> Store:
        """Make the file, with the document imported."""
        self.stores.append(Store.create(self.path, DEVICE, self.rows))
        self.add(self.stores[-1], self.document, self.source)
        return self.stores[-1]

    def open(self, device: bytes = DEVICE) -> Store:
        """Open the file once more."""
        self.stores.append(Store.open(self.path, device))
        return self.stores[-1]

    @staticmethod
    def add(store: Store, document: Document, source: Source) -> Applied:
        """Import a document."""
        return store.act(lambda _: Writing(Edit("import", after=(source,)), (document,))).result()

    def span(self, start: int, end: int, name: str = "", *, label: int = 0, layer: Layer | None = None) -> Span:
        """Return a span over the document; offsets are code points. *name* gives it the same id again."""
        return Span.over(
            self.document,
            start,
            end,
            label=self.labels[label].id,
            layer=(layer or self.layer).id,
            identifier=derived_id(name) if name else None,
            by_character=True,
        )

    def mark(self, store: Store, start: int, end: int, name: str = "", *, layer: Layer | None = None) -> Span:
        """Mark a stretch and return the span as it is in the file."""
        span = self.span(start, end, name, layer=layer)
        applied = store.act(lambda _: Edit("mark", after=(span,))).result()
        written = applied.edit.after[0]
        assert isinstance(written, Span)
        return written

    @staticmethod
    def erase(store: Store, span: Span) -> Applied:
        """Erase a span."""
        return store.act(lambda _: Edit("erase", before=(span,))).result()

    @staticmethod
    def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
        """Return every row that lives, without versions: what an analyst would call the content."""
        return store.ask(_content).result()

    @staticmethod
    def check(store: Store) -> None:
        """Assert that seals and journal are whole, and that every span covers in its text what it was made over."""
        sealed, counted, broken, untrue = store.ask(_findings).result()
        assert sealed == counted
        assert broken is None
        assert untrue == []


def _content(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    content = {}
    for table in TABLES:
        values = [f'"{column.name}"' for column in (*table.key, *table.values)]
        rows = reader.con.execute(f"SELECT {', '.join(values)} FROM {table.name} WHERE dead = 0")
        content[table.name] = sorted(rows.fetchall())
    return content


def _findings(reader: Reader) -> tuple[object, object, int | None, list[Span]]:
    untrue = [
        span
        for document in reader.document_lengths()
        for span in reader.spans(document)
        if not span.is_true_to(reader.document(document).text)
    ]
    return seals.stored(reader.con), seals.recomputed(reader.con), journal.first_broken(reader.con), untrue


def _project(path: Path) -> Project:
    document = Document.of(TEXT)
    names = ("actor", "casualty", "location", "claim")
    return Project(
        path=path,
        layer=Layer(derived_id("sara"), ANALYST, "sara"),
        other_layer=Layer(derived_id("omar"), ANALYST, "omar"),
        labels=tuple(Label(label_id(name), name, "#336699", str(key), "what") for key, name in enumerate(names, 1)),
        schema=SchemaBody(derived_id("conflict"), "conflict", '{"looks":{},"order":[]}'),
        document=document,
        source=Source(document.id, derived_id("source"), "خبر", metadata=(("_format", "text"), ("empty", None))),
        stores=[],
    )


@pytest.fixture
def new_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Project]]:
    """Give a maker of projects, each in a folder of its own."""
    made: list[Project] = []

    def make() -> Project:
        made.append(_project(tmp_path_factory.mktemp("project") / "news.annotator"))
        return made[-1]

    yield make
    for project in made:
        project.close()


@pytest.fixture
def project(new_project: Callable[[], Project]) -> Project:
    """Give a project whose file is not made yet."""
    return new_project()


@pytest.fixture
def store(project: Project) -> Store:
    """Give an open project file that holds one document."""
    return project.create()


@pytest.fixture
def again(store: Store, project: Project) -> Store:
    """Give a second window on the same file."""
    assert store.pending == 0
    return project.open()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder that stands for the system's temporary folder."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
