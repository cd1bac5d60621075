"""Shows the texts to be imported, how each will be read, and lets the analyst choose another encoding before accepting."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.exchange import encodings
from annotator.project import reading
from annotator.project.reading import Candidate
from annotator.ui.factories import dialog_buttons, isolated, label, show_text
from annotator.ui.messages import said
from annotator.ui.parts import Parts
from annotator.ui.rows import Row, row_list
from annotator.ui.translations import tr


class ImportDialog(QDialog):
    """The files found; `chosen` are those to import, as they are to be read."""

    def __init__(self, found: Sequence[Candidate], parent: QWidget | None = None) -> None:
        """Show the files *found*."""
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(tr("Import texts"))
        self.resize(820, 520)
        self._found = list(found)
        self.list, self._rows = row_list("import_files", self)
        self.list.setAccessibleName(tr("Files"))
        self.encoding = QComboBox(self)
        self.encoding.setObjectName("import_encoding")
        self.encoding.setAccessibleName(tr("Encoding"))
        self.encoding.addItems(encodings.OFFERED)
        self.preview = QPlainTextEdit(self, readOnly=True)
        self.preview.setObjectName("import_preview")
        self.preview.setAccessibleName(tr("How it will be read"))
        self.certainty = label("import_certainty", wraps=True, is_muted=True)
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.encoding.textActivated.connect(self._read_as)
        self.list.selectionModel().currentChanged.connect(self._show)
        self._fill()
        doubtful = (number for number, entry in enumerate(self._found) if entry.wrong or not entry.is_certain)
        self.list.setCurrentIndex(self._rows.index(next(doubtful, 0)))

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The files to import; those that cannot be read are left out."""
        return tuple(entry for entry in self._found if not entry.wrong)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("import_encoding_label", tr("Encoding")))
        head.addWidget(self.encoding)
        head.addWidget(self.certainty, 1)
        right = QWidget(self)
        right.setObjectName("import_right")
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        parts = Parts("import_parts", Qt.Orientation.Horizontal, self)
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setSizes([280, 540])
        outer = QVBoxLayout(self)
        outer.addWidget(parts, 1)
        outer.addWidget(self.buttons)

    def _fill(self) -> None:
        self._rows.show_rows(range(len(self._found)), lambda place: _row(self._found[place]))
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setText(tr("Import {count}", count=len(self.chosen)))
        accept.setEnabled(bool(self.chosen))

    def _entry(self) -> Candidate | None:
        place = self.list.currentIndex().row()
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        is_text = bool(entry.encoding or entry.wrong)
        self.encoding.setEnabled(is_text)
        self.encoding.setCurrentIndex(encodings.OFFERED.index(entry.encoding) if entry.encoding in encodings.OFFERED else -1)
        show_text(self.preview, said(entry.wrong) if entry.wrong else entry.preview)
        if entry.wrong:
            self.certainty.setText(tr("Cannot be read so; choose an encoding, or it is left out."))
        elif not is_text:
            self.certainty.setText(tr("Native JSONL, with its spans."))
        else:
            self.certainty.setText(tr("Certain.") if entry.is_certain else tr("A guess: please look whether it reads well."))

    def _read_as(self, encoding: str) -> None:
        entry = self._entry()
        if entry:
            self._found[self.list.currentIndex().row()] = replace(reading.candidate(entry.path, encoding), is_certain=True)
            self._fill()
            self._show()


def _row(entry: Candidate) -> Row:
    if entry.wrong:
        return Row(isolated(entry.path.name), tr("Cannot be read"), is_faint=True)
    sure = entry.encoding if entry.is_certain else tr("{encoding}, a guess", encoding=entry.encoding)
    return Row(isolated(entry.path.name), sure or tr("Native JSONL"))
