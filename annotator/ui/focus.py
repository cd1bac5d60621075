"""Where keys go: from pane to pane, from span to span, and back out of whatever has hold of them."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.commands import Run
from annotator.ui.joining import Joining
from annotator.ui.marking import Marking
from annotator.ui.panels import Panels
from annotator.ui.stack_list import StackList
from annotator.ui.translations import tr


class Focus(QObject):
    """Moves the focus in one window.

    Signals:
        told(text): there is nothing to move it to, in words.
    """

    told = Signal(str)

    def __init__(self, panels: Panels, stack: StackList, joining: Joining, marking: Marking, window: QWidget) -> None:
        """Move it among *panels* and the spans of their page."""
        super().__init__(window)
        self._panels, self._page, self._stack, self._marking, self._window = panels, panels.page, stack, marking, window
        self._joining = joining
        panels.inspector.edges_wanted.connect(self.move_edges)

    def runs(self) -> dict[str, Run]:
        """Return what the commands that move it do."""
        return {
            "next_pane": partial(self.next_pane, 1),
            "previous_pane": partial(self.next_pane, -1),
            "next_span": self.next_span,
            "previous_span": partial(self.next_span, backwards=True),
            "next_stacked": partial(self._in_stack, self._stack.focus_next),
            "stack": partial(self._in_stack, self._stack.show_here),
            "move_edges": self.move_edges,
            "keep_edges": self._page.edges.keep,
            "escape": self.escape,
        }

    def next_pane(self, step: int) -> None:
        """Go to the pane *step* places further on."""
        panes, focus = self._panels.panes(), self._window.focusWidget()
        here = next((place for place, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), 0)
        if panes:
            panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def next_span(self, *, backwards: bool = False) -> None:
        """Focus the span that comes next in reading order, or before."""
        before = self._page.focused
        self._page.focus_next(backwards=backwards)
        if self._page.focused == before:
            self.told.emit(tr("There is no span further that way"))

    def _in_stack(self, run: Run) -> None:
        """Run what is about the spans at the caret, if there are any."""
        if self._page.stack_here():
            run()
        else:
            self.told.emit(tr("There is no span at the caret"))

    def move_edges(self) -> None:
        """Let moving keys take an edge of the focused span, the other one the next time."""
        self._page.edges.turn()
        self._page.setFocus()

    def escape(self) -> None:
        """Let go of the innermost: list, relating, what the page holds, armed label, span; from a panel, go to the text."""
        if not self._page.hasFocus():
            if not self._panels.inspector.form.let_go():
                self._return_to_text()
        elif self._stack.leave() or self._joining.leave() or self._page.escape():
            return
        elif self._marking.armed_label:
            self._marking.arm(None)
        else:
            self._page.focus_span(None)

    def _return_to_text(self) -> None:
        here = self._window.focusWidget()
        if here and self._panels.search.isAncestorOf(here):
            self._panels.search.end()
        elif self._page.focused_span and not self._panels.inspector.form.isAncestorOf(here):
            self._page.go_to(self._page.focused_span.end)
        self._page.setFocus()
