"""A real project with the seed article, the session that has it open, and a page that shows it."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.records import Record
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Schema
from annotator.project.project import Project
from annotator.project.reading import read_file
from annotator.ui.desk import Desk
from annotator.ui.garbage import Garbage
from annotator.ui.marking import Marking
from annotator.ui.page.looks import looks_of
from annotator.ui.page.page import Page
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.translations import Language
from annotator.ui.work import Work
from tests.ui.x11 import virtual_screen

(SEED,) = resources.seeds()


def records(*paths: Path) -> list[Record]:
    """Return what the files hold."""
    return [record for path in paths for record in read_file(path).records]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Return the name of a virtual X11 screen."""
    with virtual_screen() as name:
        yield name


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """Let only `Garbage` collect, also after the test: a widget left over hangs Qt when the thread of a store collects it."""
    gc.disable()
    yield
    gc.disable()


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    """Collect garbage as the program does, until the threads that work for a window that is gone have ended."""
    assert qapp
    made = Garbage()
    yield made
    for thread in threading.enumerate():
        if thread.name.startswith(("closing", "work")):
            thread.join()
    made.stop()


Open = Callable[[], Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, project_path: Path, garbage: Garbage) -> Iterator[Open]:
    """Return a function that opens a window on the project, as after a restart."""
    assert garbage
    language, desks = Language(qapp), list[Desk]()

    def make() -> Desk:
        desk = Desk(Settings(), language)
        desks.append(desk)
        desk.show()
        qtbot.waitExposed(desk)
        desk.filing.open(project_path)
        qtbot.waitUntil(lambda: desk.panels.page.has_document and desk.panels.page.hasFocus())
        return desk

    yield make
    for desk in desks:
        desk.session.saving.discard()
        desk.close()
        desk.deleteLater()
    language.use("en")


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    """Return a window on the project."""
    return open_desk()


@pytest.fixture(scope="session")
def schema() -> Schema:
    """Return the built-in labels."""
    return read_schema(resources.path("schemas", "conflict-ar.toml"))


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Make a project that holds the seed article and a short text."""
    other = tmp_path / "another.txt"
    other.write_text("نص قصير 😀 عن باكو", encoding="utf-8")
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        project.import_records(records(SEED, other)).result()
    return path


@pytest.fixture
def work(garbage: Garbage) -> Iterator[Work]:
    """Return what brings answers to the window's thread."""
    assert garbage
    made = Work()
    yield made
    made.close()


@pytest.fixture
def session(qtbot: QtBot, work: Work, project_path: Path) -> Iterator[Session]:
    """Return a session that reads the seed article."""
    made = Session(work)
    with qtbot.waitSignal(made.documents_listed):
        made.open(lambda: Project.open(project_path))
    document = next(entry.id for entry in made.entries if entry.title == SEED.stem)
    with qtbot.waitSignal(made.document_opened):
        made.read(document)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, schema: Schema) -> Iterator[Page]:
    """Return a page that shows what the session reads, with the focus."""
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.set_looks(looks_of(schema))
    assert session.opened
    shown.show_document(session.opened.document, session.opened.spans, session.opened.source)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.hide()


@pytest.fixture
def marking(session: Session, page: Page) -> Marking:
    """Return what turns gestures on the page into edits."""
    return Marking(session, page)
