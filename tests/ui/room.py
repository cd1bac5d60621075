"""Whether what is written in a window has the room it needs: nothing is cut off that is not cut off with dots on purpose."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QMessageBox,
    QSplitterHandle,
    QTableView,
    QTreeView,
    QWidget,
)

from annotator.ui.attribute_view import LineView
from annotator.ui.page.page import Page

# Qt makes the parts of these itself.
WHOLES = (QAbstractScrollArea, QComboBox, QLineEdit, QMenuBar, QHeaderView, QMessageBox, QAbstractSpinBox)
Widgets = list[QWidget]


def settle() -> None:
    """Let layouts and languages take effect."""
    for _ in range(5):
        QApplication.processEvents()


def ours(root: QWidget) -> Widgets:
    """Return *root* and the widgets in it, but not the parts that Qt makes of them."""
    found = [root]
    is_whole = isinstance(root, WHOLES) and not isinstance(root, Page)
    for child in root.children():
        if isinstance(child, QWidget) and not isinstance(child, QSplitterHandle) and not is_whole:
            is_bar = child.objectName() in {"qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer"}
            found += [] if is_bar else ours(child)
    return [widget for widget in found if not widget.objectName().startswith("qt_")]


def clipped(root: QWidget) -> list[str]:
    """Return the names of visible widgets in *root* that have less room than what is written on them needs."""
    seen = [widget for widget in ours(root) if widget.isVisible()]
    return [f"{widget.objectName()}: {why}" for widget in seen for why in _complaints(widget, root)]


def _complaints(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Yield what of *widget* is cut off. Rows of lists are cut with dots on purpose, and say all in their tips and details."""
    if isinstance(widget, QMessageBox):
        yield from _complaints(_words(widget), root)
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QAbstractSpinBox) and _is_small(widget):
        yield f"{widget.size().toTuple()} is less than {widget.sizeHint().toTuple()} for “{_text_of(widget)}”"
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit) and _is_outside(widget, root):
        yield f"reaches out of what holds it: “{_text_of(widget)}”"
    if isinstance(widget, QLineEdit) and _lacks_room_for_hint(widget):
        yield f"has no room for “{widget.placeholderText()}”"
    yield from _complaints_of_wholes(widget)


def _complaints_of_wholes(widget: QWidget) -> Iterator[str]:
    """Yield what is cut off in a list, a row of menus or a dialog."""
    if isinstance(widget, QTreeView):
        yield from _narrow_columns(widget)
    if isinstance(widget, QTableView) and widget.model().rowCount():
        yield from _low_rows(widget)
    if isinstance(widget, QMenuBar):
        yield from _hidden_menus(widget)
    if isinstance(widget, QDialog) and not isinstance(widget, QMessageBox) and not _holds(widget):
        yield f"{widget.size().toTuple()} is less than {widget.minimumSizeHint().toTuple()}"


def _words(box: QMessageBox) -> QLabel:
    """Return where Qt writes the text of a message, whose own size hint takes no account of broken lines."""
    found = box.findChild(QLabel, "qt_msgbox_label")
    assert found
    return found


def _is_small(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() or _longest_word(widget) > widget.contentsRect().width()
    need = widget.sizeHint()
    return need.width() > widget.width() or need.height() > widget.height()


def _longest_word(label: QLabel) -> int:
    """Return the width of the longest word, in pixels: a line is not broken inside of it."""
    return max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)


def _is_outside(widget: QWidget, root: QWidget) -> bool:
    """Whether a part of *widget* lies outside of one of those it is in."""
    holder = widget.parentWidget()
    while widget is not root and holder:
        # Qt's splitter puts mirrored parts one pixel too far to the right.
        if not holder.rect().adjusted(0, 0, 1, 0).contains(QRect(widget.mapTo(holder, QPoint()), widget.size())):
            return True
        holder = None if holder is root else holder.parentWidget()
    return False


def _lacks_room_for_hint(field: QLineEdit) -> bool:
    frame = field.sizeHint().width() - 17 * field.fontMetrics().horizontalAdvance("x")
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) + frame > field.width()


def _narrow_columns(tree: QTreeView) -> Iterator[str]:
    for column in range(tree.model().columnCount()):
        need = max(tree.sizeHintForColumn(column), tree.header().sectionSizeHint(column))
        if need > tree.columnWidth(column):
            title = tree.model().headerData(column, Qt.Orientation.Horizontal)
            yield f"column “{title}” is {tree.columnWidth(column)} wide and needs {need}"


def _low_rows(table: QTableView) -> Iterator[str]:
    need = (1 if isinstance(table, LineView) else 2) * table.fontMetrics().height()
    if table.rowHeight(0) < need:
        yield f"rows are {table.rowHeight(0)} high and need {need}"


def _hidden_menus(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield f"menu “{action.text()}” has no room"


def _holds(dialog: QDialog) -> bool:
    need = dialog.minimumSizeHint()
    return need.width() <= dialog.width() and need.height() <= dialog.height()


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox) else ""
