"""All panels of the window around the page, made and laid out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.documents import Documents
from annotator.ui.factories import label
from annotator.ui.history import HistoryPanel
from annotator.ui.inspector import Inspector
from annotator.ui.label_bar import LabelBar
from annotator.ui.notices import Shared, Told, Unsaved
from annotator.ui.page.page import Page
from annotator.ui.parts import Parts
from annotator.ui.search import SearchBar
from annotator.ui.sides import Sides
from annotator.ui.span_list import SpanList
from annotator.ui.speaking import speak
from annotator.ui.translations import tr
from annotator.ui.welcome import Welcome
from annotator.ui.work import Work

WIDTHS = [240, 800, 290]
NARROWEST = 330  # of the page: it is what the window is for
HEIGHTS = {"left": [420, 280], "right": [370, 330]}


class Panels(QWidget):
    """The inside of the window: the first screen, or the page between its panels; a notice on top of either."""

    def __init__(self, work: Work, parent: QWidget) -> None:
        """Show the first screen."""
        super().__init__(parent)
        self.setObjectName("panels")
        self.page = Page(self)
        self.page.verticalScrollBar().setObjectName("page_scroll_bar")
        self.documents, self.history = Documents(self), HistoryPanel(self)
        self.spans, self.inspector, self.sides = SpanList(self), Inspector(self), Sides(self)
        self.labels, self.search = LabelBar(self), SearchBar(work, self)
        self.notice, self.unsaved, self.welcome = Told(self), Unsaved(self), Welcome(self)
        self.shared = Shared(self)
        self.left = _column("left", self.documents, self.history, self)
        self.right = _column("right", self.sides, self.inspector, self)
        self.columns = Parts("columns", Qt.Orientation.Horizontal, self)
        self.divided = {"columns": self.columns, "right_column": self.right}
        self._middle = QWidget(self)
        self._middle.setObjectName("middle")
        self._middle.setMinimumWidth(NARROWEST)
        self.empty = label("page_empty", wraps=True, is_muted=True)
        self._screens = QStackedWidget(self)
        self._screens.setObjectName("screens")
        self._lay_out()
        speak(self, self._retranslate)

    def show_welcome(self, *, is_shown: bool) -> None:
        """Show the first screen, or the page."""
        self._screens.setCurrentWidget(self.welcome if is_shown else self.columns)

    def panes(self) -> list[QWidget]:
        """Return the widgets that F6 walks, in reading order."""
        beside = (self.sides.takes_keys, self.inspector.form.view)
        every = (self.documents.list, self.history.list, self.page, *beside, self.search.field)
        return [pane for pane in every if pane.isVisible()]

    def _retranslate(self) -> None:
        self.page.setAccessibleName(tr("Text"))
        self.empty.setText(tr("No documents yet. Import texts from the File menu, or drop them here."))
        self.page.verticalScrollBar().setAccessibleName(tr("Place in the text"))

    def _lay_out(self) -> None:
        middle = _tight(QVBoxLayout(self._middle))
        for widget in (self.labels, self.page, self.search):
            middle.addWidget(widget, 1 if widget is self.page else 0)
        over_page = QVBoxLayout(self.page.viewport())
        over_page.addWidget(self.empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.empty.hide()
        for place, part in enumerate((self.left, self._middle, self.right)):
            self.columns.addWidget(part)
            self.columns.setStretchFactor(place, 1 if part is self._middle else 0)
        self.columns.setSizes(WIDTHS)
        for screen in (self.welcome, self.columns):
            self._screens.addWidget(screen)
        outer = _tight(QVBoxLayout(self))
        outer.addWidget(self.unsaved)
        outer.addWidget(self.notice)
        outer.addWidget(self.shared)
        outer.addWidget(self._screens, 1)
        self.search.hide()


def _tight(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _column(name: str, upper: QWidget, lower: QWidget, parent: QWidget) -> Parts:
    column = Parts(name, Qt.Orientation.Vertical, parent)
    column.addWidget(upper)
    column.addWidget(lower)
    column.setSizes(HEIGHTS[name])
    upper.setMinimumWidth(170)  # not the column, which may need more for what is below
    return column
