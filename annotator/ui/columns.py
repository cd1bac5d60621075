"""How the panels of lists are laid out: a head, what is said while there is nothing, the list, what is below it."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from annotator.ui.wrapping import Wrapping


def head_row(panel: QWidget, heading: QWidget, beside: QWidget) -> QWidget:
    """Return the head of a *panel*: its *heading*, and *beside* it at the far end, or below it where there is no room."""
    head = QWidget(panel)
    head.setObjectName(f"{panel.objectName()}_head")
    row = Wrapping(head, is_spread=True)
    row.setContentsMargins(10, 8, 10, 4)
    row.setSpacing(6)
    for widget in (heading, beside):
        row.addWidget(widget)
    return head


def lay_out_list(panel: QWidget, head: QWidget | QLayout, empty: QWidget, listed: QWidget, *below: QWidget) -> None:
    """Lay out a *panel*: the list takes all the room, or, while it is hidden, nobody does."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    if isinstance(head, QLayout):
        column.addLayout(head)
    else:
        column.addWidget(head)
    column.addWidget(empty)
    column.addWidget(listed, 1)
    for widget in below:
        column.addWidget(widget)
    column.addStretch(0)
