"""What a screen reader finds on the page: a document of the paragraphs in view, which hold their spans; made when one asks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from annotator.ui.guard import guarded
from annotator.ui.page.accessible_text import PassageText
from annotator.ui.page.page import Page
from annotator.ui.page.passages import Mark, Passage, Passages, Standing, passages_of

# An interface, or None, which Qt takes as well but PySide's types do not know.
Found = Any
NOBODY: Found = None
NOWHERE: QRect = QRect()
READS_TEXT = QAccessible.InterfaceType.TextInterface
NO_STATE = QAccessible.State()
# Qt's cache deletes an interface with its object, but Python owns it: if Python let it go before, the cache would not know.
_KEPT: list[QAccessibleInterface] = []


def interface(thing: QObject) -> QAccessibleInterface | None:
    """Return what a screen reader is given for *thing*, if that is of the page; raises nothing."""
    made: QAccessibleInterface | None = None
    if isinstance(thing, Page):
        made = PageInterface(thing)
    elif isinstance(thing, Passage):
        made = PassageInterface(thing)
    elif isinstance(thing, Mark):
        made = MarkInterface(thing)
    if made:
        _KEPT[:] = [kept for kept in _KEPT if Shiboken.isValid(kept)]
        _KEPT.append(made)
    return made


class PageInterface(QAccessibleWidget):
    """The page as a document; one without text is what Qt makes of it, with the hint that stands there."""

    def __init__(self, page: Page) -> None:
        """Tell of *page*."""
        super().__init__(page, QAccessible.Role.Document)
        self._page = page
        self._passages: Passages = passages_of(page)

    @guarded("")
    def text(self, kind: QAccessible.Text) -> str:
        """Return what Qt knows, and as its description the title of the document."""
        source = self._page.source
        return source.title if kind == QAccessible.Text.Description and source else str(super().text(kind))

    @guarded(0)
    def childCount(self) -> int:
        """Return how many paragraphs are in view."""
        return len(self._passages.in_view()) if self._page.has_document else super().childCount()

    @guarded(NOBODY)
    def child(self, number: int) -> Found:
        """Return one of the paragraphs in view."""
        return _one_of(self._passages.in_view(), number) if self._page.has_document else super().child(number)

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of the paragraphs in view *child* is, -1 if none."""
        return _place_of(child, self._passages.in_view()) if self._page.has_document else super().indexOfChild(child)

    @guarded(NOBODY)
    def childAt(self, x: int, y: int) -> Found:
        """Return the paragraph at a point of the screen."""
        return _at(self._passages.in_view(), QPoint(x, y)) if self._page.has_document else super().childAt(x, y)

    @guarded(NOBODY)
    def focusChild(self) -> Found:
        """Return the paragraph with the caret, while keys go to the page."""
        return _of(self._passages.at_caret()) if self._page.hasFocus() else None


class StandingInterface(QAccessibleInterface):
    """What a part of a document is for a screen reader."""

    def __init__(self, standing: Standing) -> None:
        """Tell of what *standing* stands for."""
        super().__init__()
        self._standing = standing

    @guarded(default=False)
    def isValid(self) -> bool:
        """Whether it is shown still."""
        return Shiboken.isValid(self._standing) and not self._standing.is_gone

    def object(self) -> QObject:
        """Return what stands for it."""
        return self._standing

    @guarded(NOBODY)
    def window(self) -> Found:
        """Return the window it is in."""
        return self._standing.page.window().windowHandle()

    @guarded(NOBODY)
    def parent(self) -> Found:
        """Return what holds it."""
        return _of(self._standing.parent())

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: the text of a document stays as it is."""


class MarkInterface(StandingInterface):
    """A span."""

    def __init__(self, mark: Mark) -> None:
        """Tell of *mark*."""
        super().__init__(mark)
        self._mark = mark

    @guarded("")
    def text(self, kind: QAccessible.Text) -> str:
        """Return its label, its text and where it is."""
        return self._mark.name if kind == QAccessible.Text.Name else ""

    def role(self) -> QAccessible.Role:
        """Return that it is a piece of text."""
        return QAccessible.Role.StaticText

    @guarded(NO_STATE)
    def state(self) -> QAccessible.State:
        """Return whether it is in focus."""
        state = QAccessible.State()
        span = self._mark.span
        state.readOnly, state.selectable, state.invalid = 1, 1, int(span is None)
        state.selected = int(span is not None and self._mark.page.focused == span.id)
        return state

    @guarded(NOWHERE)
    def rect(self) -> QRect:
        """Return where on screen it is."""
        return self._mark.rect

    def childCount(self) -> int:
        """Return that it holds nothing: spans in it are told by their names."""
        return 0

    def child(self, _number: int) -> Found:
        """Return nothing."""
        return None

    def childAt(self, _x: int, _y: int) -> Found:
        """Return nothing."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that it holds nothing."""
        return -1


class PassageInterface(StandingInterface):
    """A paragraph."""

    def __init__(self, passage: Passage) -> None:
        """Tell of *passage*."""
        super().__init__(passage)
        self._passage, self._text = passage, PassageText(passage)

    @guarded(NOBODY)
    def interface_cast(self, kind: QAccessible.InterfaceType) -> Found:
        """Return what reads its text."""
        return self._text if kind == READS_TEXT else None

    @guarded("")
    def text(self, kind: QAccessible.Text) -> str:
        """Return which paragraph it is."""
        return self._passage.name if kind == QAccessible.Text.Name else ""

    def role(self) -> QAccessible.Role:
        """Return that it is a paragraph."""
        return QAccessible.Role.Paragraph

    @guarded(NO_STATE)
    def state(self) -> QAccessible.State:
        """Return whether the caret is in it, while keys go to the page."""
        state, passage = QAccessible.State(), self._passage
        state.readOnly = state.multiLine = state.selectableText = state.focusable = 1
        state.focused = int(passage.has_caret and passage.page.hasFocus())
        state.invalid = int(passage.is_gone)
        state.offscreen = int(not passage.is_gone and not passage.rect.intersects(_view(passage.page)))
        return state

    @guarded(NOWHERE)
    def rect(self) -> QRect:
        """Return where on screen it is."""
        return QRect() if self._passage.is_gone else self._passage.rect

    @guarded(0)
    def childCount(self) -> int:
        """Return how many spans it has."""
        return len(self._passage.marks)

    @guarded(NOBODY)
    def child(self, number: int) -> Found:
        """Return one of its spans."""
        return _one_of(self._passage.marks, number)

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of its spans *child* is, -1 if none."""
        return _place_of(child, self._passage.marks)

    @guarded(NOBODY)
    def childAt(self, x: int, y: int) -> Found:
        """Return the innermost span at a point of the screen."""
        return _at(list(reversed(self._passage.marks)), QPoint(x, y))


def _of(standing: QObject | None) -> Found:
    return QAccessible.queryAccessibleInterface(standing) if standing else None


def _one_of(standings: Sequence[Standing], number: int) -> Found:
    return _of(standings[number]) if 0 <= number < len(standings) else None


def _place_of(child: QAccessibleInterface, standings: Sequence[Standing]) -> int:
    found = child.object()
    return next((place for place, standing in enumerate(standings) if standing is found), -1)


def _at(standings: Sequence[Passage | Mark], point: QPoint) -> Found:
    return _of(next((standing for standing in standings if standing.rect.contains(point)), None))


def _view(page: Page) -> QRect:
    """Return where on screen the page shows something."""
    return QRect(page.viewport().mapToGlobal(QPoint(0, 0)), page.viewport().size())
