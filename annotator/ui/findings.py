"""What a check found, or a rescue could not bring along, as a list to read."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.storage.check import ERROR, Finding
from annotator.ui.factories import show_text
from annotator.ui.messages import phrased
from annotator.ui.translations import tr

SIZE = (620, 360)


def findings_list(name: str, findings: Iterable[Finding], parent: QWidget) -> QPlainTextEdit:
    """Return a field called *name* that shows *findings*, to be read, copied and left by Tab."""
    field = QPlainTextEdit(parent)
    field.setObjectName(name)
    field.setAccessibleName(tr("Findings"))
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    show_text(field, "\n\n".join(map(said_of, findings)))
    return field


def said_of(finding: Finding) -> str:
    """Return what was found in two lines: what is wrong where, and what to do."""
    level = tr("Wrong") if finding.level == ERROR else tr("To look at")
    return f"{level} · {phrased(finding.where)}: {phrased(finding.what)}\n{phrased(finding.remedy)}"
