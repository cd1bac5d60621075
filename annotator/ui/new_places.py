"""Where a new project is to lie: one question for every way in which one is made out of another."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.project.places import SUFFIX


def as_project(path: Path) -> Path:
    """Return *path* with the ending of projects."""
    return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def ask_new_place(window: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask over *window* where a new project is to lie; None if it is to be made nowhere."""
    options = QFileDialog.Option.DontConfirmOverwrite  # nothing is ever written over
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(suggested), f"Annotator (*{SUFFIX})", options=options)
    return as_project(Path(chosen)) if chosen else None
