"""`make screenshots`: the window on the seed article, marked, in both languages and themes, saved as PNG."""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication

from annotator.project.samples import sample
from annotator.ui.garbage import Garbage
from annotator.ui.settings import Settings
from annotator.ui.starting import make_desk
from tests.demo import places, relate

OUT = Path(__file__).parent.parent / "resources" / "screenshots"
SIZE = QSize(1400, 900)
PATIENCE_MS = 20_000
FOCUS = 1


def marked_project(folder: Path) -> Path:
    """Make a project that holds the seed article, its first paragraphs marked."""
    path = folder / "Karabakh.annotator"
    with closing(sample(path)) as project:
        (entry,) = project.documents().result()
        project.rename(entry.id, "وقف لإطلاق النار في قره باغ").result()
        document = project.document(entry.id).result().document
        for start, end, label in places(document.text):
            project.mark(document, start, end, project.schema.named(label)).result()
        relate(project, entry.id)
    return path


def wait_until(fact: Callable[[], bool]) -> None:
    """Let the window work until *fact* holds; raises TimeoutError after twenty seconds."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not fact():
        QApplication.processEvents()
        if deadline.hasExpired():
            raise TimeoutError
    for _ in range(20):
        QApplication.processEvents()


def shoot(app: QApplication, project: Path, name: str, dress: dict[str, str]) -> None:
    """Save a picture of the window on *project* as *name*, *dress* saying in which theme and language."""
    Settings().set(dress)
    desk = make_desk(app)
    garbage = Garbage(desk)
    desk.resize(SIZE)
    desk.show()
    desk.filing.open(project)
    wait_until(lambda: desk.session.opened is not None and desk.panels.page.has_document)
    page = desk.panels.page
    desk.panels.sides.show_side("relations")
    page.setFocus()
    span = page.spans.in_order()[FOCUS]
    page.go_to(span.start)
    page.focus_span(span.id)
    wait_until(lambda: desk.panels.inspector.quote.toPlainText() != "")
    desk.grab().save(str(OUT / f"{name}.png"))
    garbage.stop()
    desk.close()
    desk.deleteLater()
    app.processEvents()


def main() -> None:
    """Save the four pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    OUT.mkdir(exist_ok=True)
    app = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_HOME"] = folder
        project = marked_project(Path(folder))
        for language in ("en", "ar"):
            for theme in ("light", "dark"):
                shoot(app, project, f"{language}-{theme}", {"language": language, "theme": theme})
                sys.stdout.write(f"{OUT.name}/{language}-{theme}.png\n")


if __name__ == "__main__":
    main()
