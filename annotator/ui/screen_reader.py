"""The door for screen readers: what they are given is made, and even imported, only when one asks."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from annotator.ui.guard import guarded

NOBODY: QAccessibleInterface | None = None
OURS = {"Page", "Passage", "Mark"}
_INSTALLED: list[bool] = []


def install() -> None:
    """Answer for the page from now on, once for the whole application."""
    if not _INSTALLED:
        _INSTALLED.append(True)
        QAccessible.installFactory(_answer)


@guarded(NOBODY)
def _answer(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what a screen reader is given for a *thing* of this class; None leaves it to Qt."""
    if kind not in OURS:
        return None
    from annotator.ui.page.accessible import interface  # noqa: PLC0415 - most never have a screen reader

    return interface(thing)
