"""How the panels of lists are laid out: a head, what is said while there is nothing, the list, what is below it."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget


def head_row(heading: QWidget, *beside: QWidget) -> QHBoxLayout:
    """Return a *heading* that takes the room left, and what stands *beside* it."""
    row = QHBoxLayout()
    row.setContentsMargins(10, 8, 10, 4)
    row.addWidget(heading, 1)
    for widget in beside:
        row.addWidget(widget)
    return row


def lay_out_list(panel: QWidget, head: QLayout, empty: QWidget, listed: QWidget, *below: QWidget) -> None:
    """Lay out a *panel*: the list takes all the room, or, while it is hidden, nobody does."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(head)
    column.addWidget(empty)
    column.addWidget(listed, 1)
    for widget in below:
        column.addWidget(widget)
    column.addStretch(0)
