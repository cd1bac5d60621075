"""Training files written from the window: whose spans, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.project.places import folder_for
from annotator.project.project import Project
from annotator.project.recording import EACH
from annotator.text import folding
from annotator.ui.factories import isolated
from annotator.ui.rows import Row
from annotator.ui.session import Session
from annotator.ui.slow import Slow
from annotator.ui.translations import tr


class Exports(QObject):
    """Asks what an export needs to know, and writes it.

    Signals:
        told(text): something is done, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, slow: Slow, window: QWidget) -> None:
        """Ask over *window*."""
        super().__init__(window)
        self._session, self._slow, self._window = session, slow, window

    def ask(self) -> None:
        """Ask whose spans, where several people marked, and where to; write native JSONL."""
        project = self._session.project
        if project:
            self._session.work.then(project.people(), lambda people: self._ask_whom(project, people), self._session.failed.emit)

    def write(self, project: Project, path: Path, layers: str = "") -> None:
        """Write the marked documents of *project* to *path*; *layers* as `recording.chosen` names them."""
        from annotator.project.exporting import Wanted, export  # noqa: PLC0415 - seldom asked for: the window is there sooner

        self._slow.run(
            tr("Exporting…"),
            lambda report: export(project, path, report, Wanted(layers)),
            lambda done: self.told.emit(tr("Exported to {file}. Documents: {count}", count=done.lines, file=path.name)),
        )

    def _ask_whom(self, project: Project, people: Sequence[str]) -> None:
        if len(people) < 2:  # noqa: PLR2004 - nothing to choose
            self._ask_where(project, "")
            return
        from annotator.ui.chooser import Choice, Chooser, choose  # noqa: PLC0415 - seldom asked for: the window is there sooner

        def choice(title: str, below: str, layers: str) -> Choice:
            return Choice(Row(title, below), lambda: self._ask_where(project, layers))

        below = tr("A line for each document and person")
        offered = [choice(tr("Everybody's spans"), below, EACH)]
        offered += [choice(isolated(name), tr("Only their spans"), name) for name in people]

        def fitting(typed: str) -> Sequence[Choice]:
            wanted = folding.fold(typed).text
            return [choice for choice in offered if wanted in folding.fold(choice.row.title).text]

        choose(Chooser("export_whom", tr("Whose spans?"), tr("A part of a name"), fitting, self._window))

    def _ask_where(self, project: Project, layers: str) -> None:
        suggested = str(folder_for(project.path) / f"{project.name}.jsonl")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Export for training"), suggested, "JSONL (*.jsonl)")
        if chosen:
            self.write(project, Path(chosen), layers)
