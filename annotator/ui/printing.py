"""The document being read on paper or as a picture: what `annotator render` draws, from the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.project.places import folder_for
from annotator.project.project import Project
from annotator.project.values import Opened
from annotator.ui.commands import Run
from annotator.ui.session import Session
from annotator.ui.slow import Slow
from annotator.ui.translations import Language, tr

Ask = Callable[[Project, Opened], object]
SUFFIXES = (".png", ".svg", ".pdf", ".html")
LONGEST_NAME = 60
# What a file system takes in no name, or not in every one.
UNNAMEABLE = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\r\t\0', " "))


class Printing(QObject):
    """Prints and draws, on white whatever the theme.

    Signals:
        told(text): something is done, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, language: Language, window: QWidget) -> None:
        """Draw what *session* reads, its labels named in *language*."""
        super().__init__(window)
        self._session, self._language, self._window = session, language, window
        self._slow = Slow(session, window)
        self._slow.cancelled.connect(lambda: self.told.emit(tr("Cancelled: nothing was changed")))

    def runs(self) -> dict[str, Run]:
        """Return what the commands of drawing do."""
        return {"print": partial(self._once_whole, self._ask_print), "picture": partial(self._once_whole, self._ask_picture)}

    def _ask_picture(self, project: Project, opened: Opened) -> None:
        """Ask where to draw the document to; the suffix of the name says in which format."""
        kinds = {f"{suffix[1:].upper()} (*{suffix})": suffix for suffix in SUFFIXES}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, tr("Save as picture"), str(_suggested(project, opened)), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            self._draw(project, opened, path if path.suffix else path.with_name(f"{path.name}{kinds.get(kind, SUFFIXES[0])}"))

    def _ask_print(self, project: Project, opened: Opened) -> None:
        """Ask on which printer and which paper, then print the document."""
        from annotator.ui import paper  # noqa: PLC0415 - seldom asked for: the window is there sooner

        printer = paper.ask_printer(opened.source.title, self._window)
        if printer:
            sheet = paper.sheet_of(opened, project.schema, self._language.code, paper.WHITE)
            self._slow.run(tr("Printing…"), paper.job(printer, sheet), lambda _: self.told.emit(tr("Printed")))

    def _draw(self, project: Project, opened: Opened, path: Path) -> None:
        """Draw a document to *path*, whole or not at all."""
        from annotator.ui import paper, render  # noqa: PLC0415 - seldom asked for: the window is there sooner

        sheet = paper.sheet_of(opened, project.schema, self._language.code)
        self._slow.run(
            tr("Drawing…"),
            lambda report: render.render(sheet, path, report=report),
            lambda _: self.told.emit(tr("Saved as {file}", file=path.name)),
        )

    def _once_whole(self, ask: Ask) -> None:
        """Have *ask* go on with the document being read and all its spans, which may not have been read yet."""
        project, opened = self._session.project, self._session.opened
        if project is None or opened is None:
            return
        if opened.is_whole:
            self._go_on(ask, project, opened)
        else:
            identifier = opened.document.id
            self._session.ask(lambda project: project.document(identifier), partial(self._go_on, ask, project))

    def _go_on(self, ask: Ask, project: Project, opened: Opened) -> None:
        """Go on with *ask*; where the spans of the document are in doubt, say why instead."""
        if opened.doubt:
            self._session.failed.emit(opened.doubt)
        else:
            ask(project, opened)


def _suggested(project: Project, opened: Opened) -> Path:
    """Return where a picture of a document is likely wanted: beside the project, under its title."""
    name = opened.source.title.translate(UNNAMEABLE).strip()[:LONGEST_NAME].strip(" .") or project.name
    return folder_for(project.path) / f"{name}{SUFFIXES[0]}"
