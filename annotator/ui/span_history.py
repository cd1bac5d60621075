"""The sheet of what a span was: every version of it, the newest first, with when and by whom it was written."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.project.values import SpanVersion
from annotator.ui.factories import dialog_buttons, isolated, label
from annotator.ui.history import WHEN
from annotator.ui.page.looks import Looks
from annotator.ui.rows import Row, row_list
from annotator.ui.span_rows import LONGEST
from annotator.ui.translations import tr


class SpanHistory(QDialog):
    """What became of one span."""

    def __init__(self, versions: Sequence[SpanVersion], looks: Looks, parent: QWidget) -> None:
        """List *versions*, the newest first, with labels that look so."""
        super().__init__(parent)
        self.setObjectName("span_history")
        self.setWindowTitle(tr("History of the span"))
        self.resize(560, 380 if versions else 140)
        self._versions, self._looks = versions, looks
        self.list, self._rows = row_list("span_history_list", self)
        self.list.setAccessibleName(tr("History of the span"))
        buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        hint = tr("As it is now, and below that as it was before.") if versions else tr("Nothing is known of this span here.")
        column = QVBoxLayout(self)
        column.addWidget(label("span_history_hint", hint, wraps=True, is_muted=True))
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(buttons)
        self.list.setVisible(bool(versions))
        self._rows.show_rows(range(len(versions)), lambda place: self._row(versions[place]))
        self.list.setCurrentIndex(self._rows.index(0))
        (self.list if versions else buttons).setFocus()

    def _row(self, version: SpanVersion) -> Row:
        look, words = self._looks.of(version.span.label), " ".join(version.words[:LONGEST].split())
        done = tr("Erased") if version.is_erased else tr("Marked")
        title = tr("{done} {label}: “{words}”", done=done, label=look.title, words=isolated(words))
        place = isolated(f"{version.span.start}–{version.span.end}")
        return Row(title, _written(version), place, look.colors.bar, is_faint=version.is_erased)


def _written(version: SpanVersion) -> str:
    """Return when a version was written, in whose layer and where."""
    when = isolated(QDateTime.fromMSecsSinceEpoch(version.at_ms).toString(WHEN))
    where = tr("on this computer") if version.is_from_here else tr("on another computer")
    return f"{when} · {isolated(version.analyst)} · {where}"
