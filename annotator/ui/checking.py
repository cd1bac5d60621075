"""A project checked from the window: what is wrong and what to do, and accepting what another program changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from annotator.project.project import Project
from annotator.project.values import Checked
from annotator.storage.check import ERROR
from annotator.ui.factories import dialog_buttons, heading, is_agreed, label
from annotator.ui.findings import SIZE, findings_list
from annotator.ui.session import Session
from annotator.ui.slow import Report, Slow
from annotator.ui.translations import tr


class Checking:
    """Checks the project that is open, off the window's thread."""

    def __init__(self, session: Session, slow: Slow, tell: Callable[[str], object], window: QWidget) -> None:
        """Serve *window*; *tell* takes what was done, in words."""
        self._session, self._slow, self._tell, self._window = session, slow, tell, window

    def ask(self) -> None:
        """Check the project and show what was found."""
        project = self._session.project
        if project:
            self._slow.run(
                tr("Checking the project…"),
                lambda report: _checked(project, report),
                lambda checked: self._show(project, checked),
            )

    def _show(self, project: Project, checked: Checked) -> None:
        if project is not self._session.project:
            return
        dialog = CheckReport(checked, self._window, accepts=checked.is_acceptable and self._session.is_writable)
        is_accepted = dialog.exec()
        dialog.deleteLater()
        if is_accepted and self._is_sure():
            self._session.act(lambda opened: opened.reseal(), lambda _: self._accepted())

    def _is_sure(self) -> bool:
        text = tr("Accept what is in the project now, as if you had done it? A backup is made first.")
        detail = tr("This cannot be undone, but the backup can be opened.")
        return is_agreed(self._window, text, detail, "message_accept", tr("Accept"))

    def _accepted(self) -> None:
        """Show what was accepted: it may be another than what was read before."""
        self._session.read_again()
        self._tell(tr("Accepted: the project is whole as it is now"))


class CheckReport(QDialog):
    """What a check found; it is accepted where what another program changed is to be."""

    def __init__(self, checked: Checked, parent: QWidget, *, accepts: bool) -> None:
        """Show what was *checked*, with a button that *accepts* it where that is allowed."""
        super().__init__(parent)
        self.setObjectName("check_report")
        self.setWindowTitle(tr("Check the project"))
        column = QVBoxLayout(self)
        column.addWidget(heading("check_report_heading", _summary(checked)))
        if checked.findings:
            self.resize(*SIZE)
            column.addWidget(findings_list("check_report_list", checked.findings, self))
        else:
            counts = tr("Documents checked: {documents}, spans: {spans}", documents=checked.documents, spans=checked.spans)
            column.addWidget(label("check_report_counts", counts))
        buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        if accepts:
            buttons.addButton(self._accept_button(self.accept), QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(buttons)

    def _accept_button(self, accept: Callable[[], object]) -> QPushButton:
        button = QPushButton(tr("Accept the present content…"), self)
        button.setObjectName("check_report_accept")
        button.setAutoDefault(False)
        button.clicked.connect(accept)
        return button


def _summary(checked: Checked) -> str:
    if not checked.findings:
        return tr("Nothing is wrong")
    wrong = sum(finding.level == ERROR for finding in checked.findings)
    if not wrong:
        return tr("Nothing is wrong, but there is something to look at")
    return tr("Found to be wrong: {count}", count=wrong)


def _checked(project: Project, report: Report) -> Checked:
    """Return what a check finds; one that was cancelled meanwhile shows nothing."""
    report(0, 0)
    checked = project.checked().result()
    report(1, 1)
    return checked
