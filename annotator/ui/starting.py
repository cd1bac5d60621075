"""The window started, dressed, and with one report when a bug shows."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator import __version__
from annotator.storage.private import sweep
from annotator.ui import theme
from annotator.ui.desk import Desk
from annotator.ui.factories import message_box
from annotator.ui.garbage import Garbage
from annotator.ui.settings import Settings
from annotator.ui.translations import Language, system_language, tr


def run(path: Path | None, *, sample: bool) -> int:
    """Show the window until it is closed; return the exit code."""
    app = make_app()
    show(app, path, sample=sample)
    return app.exec()


def make_app() -> QApplication:
    """Return the application; its style is named here, since for ``setStyle`` PySide loads all of QStyle."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("annotator")
    app.setDesktopFileName("annotator")
    return app


def show(app: QApplication, path: Path | None, *, sample: bool) -> Desk:
    """Show the window and begin to open the project at *path*, or the sample; bugs are reported from now on."""
    desk = make_desk(app)
    Garbage(desk)
    report = CrashReport(desk)
    sys.excepthook = report.tell
    if path:
        desk.filing.open(path)
    elif sample:
        desk.filing.open_sample()
    desk.show()
    desk.work.run(sweep, lambda _: None)
    return desk


def make_desk(app: QApplication) -> Desk:
    """Return the window, not shown yet, in the language and theme used last."""
    settings, language = Settings(), Language(app)
    theme.apply(app, theme.named(settings.text("theme")))
    language.use(settings.text("language") or system_language())
    return Desk(settings, language)


class CrashReport(QObject):
    """Tells of a bug: once at a time, on the window's thread, and without a word of any text.

    Signals:
        happened(report): a bug showed, on whatever thread.
    """

    happened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Report over *desk*."""
        super().__init__(desk)
        self._desk = desk
        self._is_open = False
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take the place of ``sys.excepthook``."""
        report = report_of(kind, trace)
        sys.stderr.write(f"{report}\n")
        if not issubclass(kind, KeyboardInterrupt):
            self.happened.emit(report)
        del error

    def _show(self, report: str) -> None:
        if self._is_open:
            return
        self._is_open = True
        text = tr("Something went wrong inside Annotator. What was shown as saved is safe in the project file.")
        box = message_box(self._desk, text, icon=QMessageBox.Icon.Critical)
        box.setDetailedText(report)
        box.exec()
        box.deleteLater()
        self._is_open = False


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where a bug showed and of what kind it is; never its message, which may hold text of a document."""
    import platform  # noqa: PLC0415 - only where there is a bug

    frames = (f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
    system = f"Annotator {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return "\n".join([kind.__name__, *frames, system])
