"""The sheet of backups: when each was made and why, what was done since, and the two ways to have it again."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from annotator.storage.backup import Backup
from annotator.storage.offering import Offer
from annotator.ui.factories import dialog_buttons, heading, isolated, label
from annotator.ui.history import TITLES, WHEN
from annotator.ui.rows import Row, row_list
from annotator.ui.translations import tr

COPY, USE = "copy", "use"
REASONS = {
    "daily": "Daily",
    "before import": "Before an import",
}
_UPGRADE = re.compile(r"before bringing it to format ([0-9]+)")
_BEFORE = "before "


class BackupSheet(QDialog):
    """One backup out of those of the project at a path; `wanted` is "copy", "use" or "", `chosen` what of."""

    def __init__(self, path: Path, offers: Sequence[Offer], parent: QWidget, *, is_open: bool) -> None:
        """Show *offers*, the newest first; only of a project that *is_open* it is known what was done since."""
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(tr("Backups"))
        self.resize(560, 460 if offers else 140)
        self._offers, self._is_open = offers, is_open
        self.wanted = ""
        self.list, self._rows = row_list("backups_list", self)
        self.list.setAccessibleName(tr("Backups"))
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        self.buttons.rejected.connect(self.reject)
        self._ways = [self._way(COPY, tr("Open a copy…")), self._way(USE, tr("Use this one…"))]
        self._ways[0].setDefault(True)
        self._lay_out(path)
        self._rows.show_rows(range(len(offers)), lambda place: self._row(offers[place]))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.doubleClicked.connect(partial(self._want, COPY))
        self.list.setCurrentIndex(self._rows.index(0))
        self._look()
        (self.list if offers else self.buttons).setFocus()

    @property
    def chosen(self) -> Offer:
        """What is current in the list, which must hold something."""
        return self._offers[self.list.currentIndex().row()]

    def _way(self, wanted: str, text: str) -> QPushButton:
        made = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        made.setObjectName(f"backups_{wanted}")
        made.clicked.connect(partial(self._want, wanted))
        return made

    def _lay_out(self, path: Path) -> None:
        empty = tr("None yet. A backup is made each day with the first change, and before large steps such as big imports.")
        usual = tr("A copy is a project of its own, and this one stays. One that is used here takes the place of this one.")
        hint = label("backups_hint", usual if self._offers else empty, wraps=True, is_muted=True)
        column = QVBoxLayout(self)
        column.addWidget(heading("backups_of", tr("Backups of {name}", name=isolated(path.stem))))
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.list.setVisible(bool(self._offers))

    def _can_be_had(self) -> bool:
        place = self.list.currentIndex().row()
        return place >= 0 and self._offers[place].wrong is None

    def _look(self) -> None:
        for button in self._ways:
            button.setEnabled(self._can_be_had())
            button.setVisible(bool(self._offers))

    def _want(self, wanted: str, *_: object) -> None:
        if self._can_be_had():
            self.wanted = wanted
            self.accept()

    def _row(self, offer: Offer) -> Row:
        detail = f"{_reason(offer.backup)} · {age(offer, is_open=self._is_open)}"
        return Row(when(offer.backup), detail, _size(offer), is_faint=bool(offer.wrong))


def age(offer: Offer, *, is_open: bool) -> str:
    """Return what was done since a backup was made, or what it holds where the project is not *is_open* to be asked."""
    if offer.wrong:
        return tr("Cannot be read")
    if not is_open:
        return tr("Actions: {count}", count=offer.backup.seq)
    if offer.since is None:
        return tr("Has actions that the project lacks now")
    return tr("Actions done since: {count}", count=offer.since) if offer.since else tr("The same as now")


def when(backup: Backup) -> str:
    """Return when a backup was made, by the clock of this computer."""
    return isolated(QDateTime.fromMSecsSinceEpoch(backup.at_ms).toString(WHEN))


def _size(offer: Offer) -> str:
    shown = QLocale().formattedDataSize(offer.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    return "" if offer.wrong else isolated(shown)


def _reason(backup: Backup) -> str:
    """Return why a backup was made."""
    reason = backup.reason
    upgrade = _UPGRADE.fullmatch(reason)
    if upgrade:
        return tr("Before an upgrade to format {version}", version=upgrade[1])
    if reason in REASONS:
        return tr(REASONS[reason])
    if reason.startswith(_BEFORE):
        verb = reason.removeprefix(_BEFORE)
        return tr("Before: {what}", what=tr(TITLES[verb]) if verb in TITLES else isolated(verb))
    return isolated(reason)
