"""What breaks the rules of the guidelines, rule by rule; a click goes there, a key puts it right."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.breaches import PROBLEM, Breach
from annotator.ui.breach_rows import BreachRows, Listed, Named
from annotator.ui.documents import LINE, ProgressLine
from annotator.ui.factories import heading, key_text, label
from annotator.ui.guard import guarded
from annotator.ui.keys import chord_of
from annotator.ui.rows import row_view
from annotator.ui.speaking import speak
from annotator.ui.translations import tr

FIX_KEY, LINES = "X", 3
Breaches = tuple[Breach, ...]


class ConsistencyPanel(QWidget):
    """The list of breaches.

    Signals:
        shown: it is looked at now.
        chosen(Breach, is_left): the analyst wants to see it on the page, and go on there if the list ``is_left``.
        fix_wanted(breaches): they are to be put right.
        check_wanted: all is to be checked.
        cancel_wanted: what goes on is to end.
        counted(count): so much breaks a rule, in all documents.
    """

    shown = Signal()
    chosen = Signal(object, bool)
    fix_wanted = Signal(object)
    check_wanted = Signal()
    cancel_wanted = Signal()
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing checked."""
        super().__init__(parent)
        self.setObjectName("consistency")
        self._listed: Listed | None = None
        self._named = Named()
        self._document: bytes | None = None
        self._is_writable = self._is_busy = False
        self._heading = heading("consistency_heading")
        self.levels, self.scope = self._choice("levels"), self._choice("scope")
        self.progress = ProgressLine(self)
        self.progress.setObjectName("consistency_progress")
        self.progress.setFixedHeight(LINE)
        self.rows = BreachRows()
        self.list = row_view("consistency_list", self, self.rows)
        self.rows.setParent(self.list)
        self._empty = label("consistency_empty", wraps=True, is_muted=True)
        self._foot = QWidget(self)
        self._foot.setObjectName("consistency_foot")
        self._fix = label("consistency_fix", wraps=True, is_muted=True)
        self.buttons = {name: self._button(name) for name in ("one", "all", "check", "cancel")}
        self._lay_out()
        self._connect()
        speak(self, self._retranslate)

    @property
    def current(self) -> Breach | None:
        """The breach that is chosen in the list."""
        return self.rows.breach_at(self.list.currentIndex().row())

    def show_breaches(self, listed: Listed | None, named: Named) -> None:
        """Show what is *listed*; None means that nobody has looked yet."""
        self._listed, self._named = listed, named
        self.counted.emit(len(listed.breaches) if listed else 0)
        self._fill()

    def show_document(self, document: bytes | None) -> None:
        """Show which document is being read."""
        if document != self._document:
            self._document = document
            if self.scope.currentIndex():
                self._fill()

    def set_writable(self, *, is_writable: bool) -> None:
        """Offer fixes only where something can be changed."""
        self._is_writable = is_writable
        self._show_fix()

    def show_progress(self, share: tuple[int, int] | None) -> None:
        """Show how far what goes on is, as (done, total); None where nothing does."""
        done, total = share or (0, 1)
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self._is_busy = share is not None
        self._show_ways()

    def step(self, by: int) -> Breach | None:
        """Choose the breach *by* places further on, round the ends; return it, None if there is none."""
        found = [one for group in self.rows.groups for one in group.breaches]
        if not found:
            return None
        here = self.current
        place = next((at for at, one in enumerate(found) if one is here), -1 if by > 0 else 0)
        return self.choose(found[(place + by) % len(found)])

    def choose(self, breach: Breach) -> Breach:
        """Choose *breach* in the list."""
        self.rows.open(breach.rule)
        self.list.setCurrentIndex(self.rows.index(self.rows.row_of((breach.rule, breach.id))))
        return breach

    def fix(self) -> None:
        """Have the breach that is chosen put right."""
        found = self.current
        if found and found.fix and self._is_writable:
            self.fix_wanted.emit((found,))

    def sizeHint(self) -> QSize:
        """Return a width for usual quotations."""
        return QSize(280, 400)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is looked at."""
        super().showEvent(event)
        self.shown.emit()

    @guarded(default=False)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put right what is chosen in the list, by a key wherever that is on the keyboard."""
        is_fix = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and chord_of(event) == FIX_KEY
        if is_fix:
            self.fix()
        return is_fix

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(f"consistency_{name}")
        made.addItems(["", ""])
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return made

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(f"consistency_{name}")
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return made

    def _lay_out(self) -> None:
        head, choices, fixes = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.buttons["cancel"])
        choices.addWidget(self.levels, 1)
        choices.addWidget(self.scope, 1)
        fixes.addWidget(self.buttons["one"])
        fixes.addWidget(self.buttons["all"], 1)
        upper, lower = QVBoxLayout(), QVBoxLayout(self._foot)
        upper.setContentsMargins(10, 8, 10, 4)
        lower.setContentsMargins(10, 4, 10, 8)
        for part in (upper, lower):
            part.setSpacing(6)
        upper.addLayout(head)
        upper.addWidget(self.progress)
        upper.addLayout(choices)
        upper.addWidget(self._empty)
        upper.addWidget(self.buttons["check"])
        lower.addWidget(self._fix)
        lower.addLayout(fixes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)
        self._fix.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())  # so that the list does not jump
        self._fix.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        self.levels.currentIndexChanged.connect(self._fill)
        self.scope.currentIndexChanged.connect(self._fill)
        self.list.clicked.connect(lambda index: self._go(index, is_left=False))
        self.list.activated.connect(lambda index: self._go(index, is_left=True))
        self.list.selectionModel().currentChanged.connect(self._show_fix)
        self.list.installEventFilter(self)
        self.buttons["one"].clicked.connect(self.fix)
        self.buttons["all"].clicked.connect(lambda: self.fix_wanted.emit(self._alike()))
        self.buttons["check"].clicked.connect(self.check_wanted)
        self.buttons["cancel"].clicked.connect(self.cancel_wanted)

    def _retranslate(self) -> None:
        for box, texts in (
            (self.levels, (tr("All"), tr("Only what is wrong"))),
            (self.scope, (tr("All documents"), tr("This document"))),
        ):
            for place, text in enumerate(texts):
                box.setItemText(place, text)
        self.levels.setAccessibleName(tr("What is listed"))
        self.scope.setAccessibleName(tr("Of which documents"))
        self.list.setAccessibleName(tr("What breaks a rule"))
        self.progress.setAccessibleName(tr("Documents checked"))
        self.buttons["check"].setText(tr("Check now"))
        self.buttons["cancel"].setText(tr("Cancel"))
        self._fill()

    def _fill(self) -> None:
        """Show what is wanted of the breaches; the row chosen stays so, or else the breach that takes its place."""
        row, here = self.list.currentIndex().row(), self.rows.key_at(self.list.currentIndex().row())
        is_of_one = bool(self.scope.currentIndex())
        document = self._document or b"" if is_of_one else None
        level = PROBLEM if self.levels.currentIndex() else ""
        groups = (self._listed or Listed()).grouped(document=document, level=level)
        self.rows.show_groups(groups, self._named, has_titles=not is_of_one and len(self._named.titles) > 1)
        found = self.rows.row_of(here) if here else -1
        if here and found < 0:
            found = next((place for place in (row, row + 1, row - 1) if self.rows.breach_at(place)), -1)
        self.list.setCurrentIndex(self.rows.index(found))
        self._tell(sum(len(group.breaches) for group in groups))

    def _tell(self, count: int) -> None:
        is_known = self._listed is not None
        self._heading.setText(tr("Consistency: {count}", count=f"{count:,}") if is_known else tr("Consistency"))
        texts = {True: tr("Nothing here breaks a rule."), False: tr("Not checked yet.")}
        self._empty.setText(texts[is_known])
        self._empty.setVisible(not count)
        for part in (self.list, self._foot):
            part.setVisible(bool(count))
        self._show_ways()
        self._show_fix()

    def _show_ways(self) -> None:
        """Offer to check where nobody did, and to end what goes on."""
        self.buttons["check"].setVisible(self._listed is None and not self._is_busy)
        self.buttons["cancel"].setVisible(self._is_busy)

    def _show_fix(self) -> None:
        """Say what a fix would do, and offer it."""
        found, alike = self.current, self._alike()
        fix = self.rows.said(found.fix) if found else ""
        self._fix.setText(self._told(found, fix) if found else "")
        self.buttons["one"].setText(tr("Fix"))
        self.buttons["one"].setEnabled(bool(fix) and self._is_writable)
        self.buttons["all"].setText(tr("Fix all of this kind ({count})", count=f"{len(alike):,}"))
        self.buttons["all"].setEnabled(bool(alike) and self._is_writable)

    def _told(self, found: Breach, fix: str) -> str:
        """Return all that is said of a breach: a row may be too narrow for it."""
        offer = tr("{key}: {fix}", key=key_text(FIX_KEY), fix=fix) if fix else tr("No fix is offered: look at it, and decide.")
        return f"{self.rows.said(found.message)}\n{offer}"

    def _alike(self) -> Breaches:
        """Return what is listed under the rule in focus and can be put right."""
        group = self.rows.group_at(self.list.currentIndex().row())
        return tuple(one for one in group.breaches if one.fix) if group else ()

    def _go(self, index: QModelIndex, *, is_left: bool) -> None:
        found, row = self.rows.breach_at(index.row()), index.row()
        if found:
            self.chosen.emit(found, is_left)
        else:
            self.rows.turn(row)
            self.list.setCurrentIndex(self.rows.index(row))
