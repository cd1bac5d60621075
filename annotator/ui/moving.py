"""Going on elsewhere: in a copy, where the disk takes no more here; in the file itself, where that was moved away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

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

    def ask_where_it_is(self) -> None:
        """Ask where the file of the project lies now, and go on there."""
        project = self._session.project
        if project:
            title, kinds = tr("Find the project"), f"Annotator (*{SUFFIX})"
            chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(project.path), kinds)
            if chosen:
                self._go_on(Path(chosen), self._session.find)

    def move(self, path: Path) -> None:
        """Copy the project to *path* and go on there; what waits to be saved goes there too."""
        self._go_on(path, self._session.move)

    def _go_on(self, path: Path, go: Callable[[Path, Callable[[], object]], object]) -> None:
        project, opened = self._session.project, self._session.opened
        if project and opened:
            self._settings.copy_places(project.path, path)
            self._settings.set_place(path, opened.document.id.hex(), self._page.caret.offset)
        go(path, partial(self._settings.add_recent, path))
