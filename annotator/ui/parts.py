"""Parts of a window side by side, a thin line between them to drag."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget


class Parts(QSplitter):
    """A splitter with thin lines; a style sheet could draw them too, but each widget of the window would pay for it."""

    def __init__(self, name: str, orientation: Qt.Orientation, parent: QWidget) -> None:
        """Hold no parts, under this *name*."""
        super().__init__(orientation, parent, childrenCollapsible=False, handleWidth=1)
        self.setObjectName(name)

    def createHandle(self) -> QSplitterHandle:
        """Return a line between two parts."""
        line = QSplitterHandle(self.orientation(), self)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        return line
