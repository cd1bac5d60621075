"""What is asked and shown over the window: where to go, which command, what became of a span, the keys, the program."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from annotator.model.schemas import Label
from annotator.project.values import SpanVersion
from annotator.ui.commands import Commands, Run
from annotator.ui.marking import Marking
from annotator.ui.panels import Panels
from annotator.ui.session import Session
from annotator.ui.viewing import Viewing


class Asking(QObject):
    """The dialogs that belong to no panel."""

    def __init__(self, session: Session, *, panels: Panels, viewing: Viewing, marking: Marking, window: QWidget) -> None:
        """Ask over *window*; tell it the commands with `use`."""
        super().__init__(window)
        self._session, self._panels, self._viewing, self._marking = session, panels, viewing, marking
        self._window = window
        self._commands: Commands | None = None

    def use(self, commands: Commands) -> None:
        """Offer these *commands*."""
        self._commands = commands

    def runs(self) -> dict[str, Run]:
        """Return what the commands of these dialogs do."""
        return {
            "go_to": self.ask_where,
            "palette": self.ask_what,
            "keys": self.show_keys,
            "preferences": self.show_preferences,
            "about": self.show_about,
        }

    def ask_where(self) -> None:
        """Ask for the number of a paragraph or a character, and go there."""
        from annotator.ui import going  # noqa: PLC0415 - seldom asked for: the window is there sooner

        going.ask(self._panels.page.text, self._panels.page.go_to, self._window)

    def ask_what(self) -> None:
        """Ask for a command by a part of its name, and run it."""
        from annotator.ui import palette  # noqa: PLC0415 - seldom asked for: the window is there sooner

        if self._commands:
            self._commands.refresh()
            marks = {label: partial(self._marking.label, label) for label in self._labels()}
            palette.ask(self._commands, self._viewing.looks, marks, self._window)

    def show_keys(self) -> None:
        """Show all keys."""
        from annotator.ui.sheets import KeySheet  # noqa: PLC0415 - seldom asked for: the window is there sooner

        project = self._session.project
        if self._commands:
            schema = project.schema if project else None
            _run(KeySheet(self._commands.chords, schema, self._viewing.language.code, self._window))

    def show_preferences(self) -> None:
        """Show how texts are set, and let it be changed."""
        from annotator.ui.preferences import Preferences  # noqa: PLC0415 - seldom asked for: the window is there sooner

        sheet = Preferences(self._panels.page.typesetting, self._viewing.theme, self._window)
        sheet.text_chosen.connect(self._viewing.set_text)
        sheet.theme_chosen.connect(self._viewing.use_theme)
        _run(sheet)

    def show_about(self) -> None:
        """Show what the program is."""
        from annotator.ui.sheets import About  # noqa: PLC0415 - seldom asked for: the window is there sooner

        _run(About(self._window))

    def show_span_history(self, span: tuple[bytes, bytes, bytes]) -> None:
        """Show what became of the span with this key: layer, document, id."""
        self._session.ask(lambda project: project.span_history(*span), self._show_versions)

    def _show_versions(self, versions: tuple[SpanVersion, ...]) -> None:
        from annotator.ui.span_history import SpanHistory  # noqa: PLC0415 - seldom asked for: the window is there sooner

        _run(SpanHistory(versions, self._viewing.looks, self._window))

    def _labels(self) -> tuple[Label, ...]:
        return self._marking.labels if self._session.opened and self._session.is_writable else ()


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
