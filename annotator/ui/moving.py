"""Going on in a copy of the project elsewhere: where the disk takes no more, or the file is in the wrong place."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.project.places import SUFFIX
from annotator.ui.new_places import ask_new_place
from annotator.ui.page.page import Page
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.translations import tr


class Moving(QObject):
    """Asks for another place, and moves there with all that is not saved yet."""

    def __init__(self, session: Session, settings: Settings, page: Page, window: QWidget) -> None:
        """Ask over *window*; reading goes on where it stands on *page*."""
        super().__init__(window)
        self._session, self._settings, self._page, self._window = session, settings, page, window

    def ask(self) -> None:
        """Ask where to go on."""
        project = self._session.project
        if project:
            path = ask_new_place(self._window, tr("Save a copy elsewhere"), Path.home() / f"{project.name}{SUFFIX}")
            if path:
                self.move(path)

    def move(self, path: Path) -> None:
        """Copy the project to *path* and go on there; what waits to be saved goes there too."""
        project, opened = self._session.project, self._session.opened
        if project and opened:
            self._settings.copy_places(project.path, path)
            self._settings.set_place(path, opened.document.id.hex(), self._page.caret.offset)
        self._session.move(path, lambda: self._settings.add_recent(path))
