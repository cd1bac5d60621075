"""Going to a paragraph by its number, or to a character by its offset in code points."""

from collections.abc import Callable, Sequence

from annotator.text.paragraphs import Paragraphs
from annotator.ui.chooser import Choice
from annotator.ui.factories import isolated
from annotator.ui.rows import Row
from annotator.ui.translations import tr

SHOWN, DIGITS = 80, 12


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
