"""Going to a paragraph by its number, or to a character by its offset in code points."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from annotator.text.paragraphs import Paragraphs
from annotator.ui.chooser import LOW, Choice, Chooser, choose
from annotator.ui.factories import isolated
from annotator.ui.rows import Row
from annotator.ui.translations import tr

SHOWN, DIGITS = 80, 12


def ask(text: str, go_to: Callable[[int], object], window: QWidget) -> None:
    """Ask over *window* for the number of a paragraph or a character of *text*; *go_to* takes an offset."""
    hint = tr("A number: of a paragraph, or of a character counted from the start")
    chooser = Chooser("go_to", tr("Go to"), hint, places(text, go_to), window)
    chooser.resize(chooser.width(), LOW)
    choose(chooser)


def places(text: str, go_to: Callable[[int], object]) -> Callable[[str], Sequence[Choice]]:
    """Return a function that gives the places in *text* that a typed number may mean; *go_to* takes an offset."""
    paragraphs = Paragraphs(text)

    def place(title: str, offset: int, end: int) -> Choice:
        return Choice(Row(title, isolated(" ".join(text[offset : min(offset + SHOWN, end)].split()))), lambda: go_to(offset))

    def meant(typed: str) -> Sequence[Choice]:
        typed = typed.strip()
        if not typed.isdecimal() or len(typed) > DIGITS:
            return ()
        number, found = int(typed), list[Choice]()
        if 1 <= number <= len(paragraphs):
            paragraph = paragraphs[number - 1]
            title = tr("Paragraph {number} of {count}", number=number, count=len(paragraphs))
            found.append(place(title, paragraph.start, paragraph.end))
        if number <= len(text):
            found.append(place(tr("Offset {number} of {count}", number=number, count=len(text)), number, len(text)))
        return found

    return meant
