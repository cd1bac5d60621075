"""Tells, once a project, that its folder is kept the same on other computers, and of other copies, until that is read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.project.project import Project
from annotator.storage.clouds import Cloud
from annotator.ui.factories import isolated
from annotator.ui.notices import Shared
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.translations import tr


class Clouds(QObject):
    """Looks at the folder of every project that is opened.

    Signals:
        open_wanted(Path): another copy is to be opened.
    """

    open_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, notice: Shared, parent: QObject) -> None:
        """Tell on *notice*."""
        super().__init__(parent)
        self._session, self._settings, self._notice = session, settings, notice
        self._copies: tuple[Path, ...] = ()
        session.project_changed.connect(self._look)
        notice.other_wanted.connect(self._open_other)
        notice.closed.connect(self._close)

    def _look(self) -> None:
        self._notice.hide()
        project = self._session.project
        if project:
            self._session.work.run(project.cloud, lambda cloud: self._tell(project, cloud))

    def _tell(self, project: Project, cloud: Cloud) -> None:
        if project is not self._session.project:
            return
        told = self._settings.told(project.path)
        service = "" if cloud.service in told else cloud.service
        self._copies = tuple(copy for copy in cloud.copies if copy.name not in told)
        if service or self._copies:
            names = [copy.name for copy in self._copies]
            self._notice.buttons["other"].setVisible(bool(names))
            self._notice.show_text(lambda: sentences(service, names))
        if service:
            self._settings.add_told(project.path, service)

    def _close(self) -> None:
        self._notice.hide()
        project = self._session.project
        if project and self._copies:
            self._settings.add_told(project.path, *(copy.name for copy in self._copies))

    def _open_other(self) -> None:
        self.open_wanted.emit(self._copies[0])


def sentences(service: str, names: Sequence[str]) -> str:
    """Return what to do about a project in the folder of a *service*, "" for none, with copies called *names* beside it."""
    said = []
    if service:
        said.append(
            tr(
                "This project lies in a folder of {service}. Work on it on one computer at a time, close it before you open it"
                " on another, and give colleagues a copy.",
                service=isolated(service),
            )
        )
    if names:
        listed = " · ".join(map(isolated, names))
        said.append(tr("Two computers changed this project, and so there is another copy beside it: {names}", names=listed))
    return "\n".join(said)
