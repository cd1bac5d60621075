"""What Qt's own editors cost on the same work, for comparison: a megabyte of text under 10,000 spans."""

from collections.abc import Callable
from itertools import cycle

from PySide6.QtGui import QColor, QImage, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from annotator.model.documents import Document
from annotator.ui.page.page import Page
from tests.bench.big import span_at
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.page import schema, shown_page
from tests.bench.window import SIZE, big_text, painted, spread

SPANS, ROUNDS = 10_000, 5
STEP_PX = 12
Act = Callable[[], object]


def ours(page: Page, act: str) -> Act:
    """Return what scrolls our *page* or adds a span to it, painted."""
    document, label = Document.of(big_text()), schema().labels[0].id
    page.show_document(document, [span_at(document, span.start, span.end, label) for span in spread(document.text, SPANS)])
    painted(page)
    starts, ways = iter(range(3, 1000)), cycle((STEP_PX, -STEP_PX))

    def mark() -> None:
        start = next(starts)
        page.replace_spans((), (span_at(document, start, start + 10, label),))
        painted(page)

    def scroll() -> None:
        page.scroll_by(next(ways))
        painted(page)

    return mark if act == "mark" else scroll


def editor_with_selections(act: str) -> Act:
    """Return what scrolls a QTextEdit whose spans are extra selections, or adds one, painted."""
    editor = QTextEdit()
    editor.setPlainText(big_text())
    selections, starts, ways = list[QTextEdit.ExtraSelection](), iter(range(3, 1000)), cycle((STEP_PX, -STEP_PX))

    def select(start: int) -> None:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(editor.document())
        cursor.setPosition(start)
        cursor.setPosition(start + 10, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, _shaded()
        selections.append(selection)

    def mark() -> None:
        select(next(starts))
        editor.setExtraSelections(selections)

    for span in spread(big_text(), SPANS):
        select(span.start)
    editor.setExtraSelections(selections)
    return _on(editor, act, mark, ways)


def editor_with_highlighter(act: str) -> Act:
    """Return what scrolls a QPlainTextEdit whose spans are painted by a highlighter, or adds one, painted."""
    editor = QPlainTextEdit()
    editor.setPlainText(big_text())
    found = [(span.start, span.end) for span in spread(big_text(), SPANS)]
    highlighter = Highlighter(editor.document(), found)
    highlighter.rehighlight()
    starts, ways = iter(range(3, 1000)), cycle((STEP_PX, -STEP_PX))

    def mark() -> None:
        start = next(starts)
        highlighter.add(start, start + 10)

    return _on(editor, act, mark, ways)


class Highlighter(QSyntaxHighlighter):
    """Shades spans, which it holds by the block that each begins in."""

    def __init__(self, document: QTextDocument, spans: list[tuple[int, int]]) -> None:
        """Shade *spans* of *document*."""
        super().__init__(document)
        self._shade, self._spans = _shaded(), dict[int, list[tuple[int, int]]]()
        for span in spans:
            self._spans.setdefault(document.findBlock(span[0]).blockNumber(), []).append(span)

    def add(self, start: int, end: int) -> None:
        """Shade one stretch more."""
        block = self.document().findBlock(start)
        self._spans.setdefault(block.blockNumber(), []).append((start, end))
        self.rehighlightBlock(block)

    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's name
        """Shade the spans of the block that is asked about."""
        block = self.currentBlock()
        for start, end in self._spans.get(block.blockNumber(), ()):
            self.setFormat(start - block.position(), end - start, self._shade)


def _shaded() -> QTextCharFormat:
    shaded = QTextCharFormat()
    shaded.setBackground(QColor("#9fc8e8"))
    return shaded


def _on(editor: QTextEdit | QPlainTextEdit, act: str, mark: Act, ways: "cycle[int]") -> Act:
    editor.resize(*SIZE)
    editor.show()
    image = QImage(editor.viewport().size(), QImage.Format.Format_RGB32)
    bar = editor.verticalScrollBar()
    step = STEP_PX if isinstance(editor, QTextEdit) else 1  # a plain editor scrolls by lines
    place = [step]

    def done() -> None:
        if act == "mark":
            mark()
        else:
            place[0] += step if next(ways) > 0 else -step
            bar.setValue(place[0])
        editor.viewport().render(image)

    return done


def compared(make: Callable[[str], Act], act: str) -> Pair:
    """Measure the *act* in another editor and on our page."""
    theirs = make(act)
    with shown_page() as page:
        mine = ours(page, act)
        return paired(lambda: seconds(theirs), lambda: seconds(mine), ROUNDS)


SAME = "the same on our page"
ROWS = tuple(
    Row(f"{name}: {what}", SAME, None, lambda make=make, act=act: compared(make, act))  # type: ignore[misc] # bound at once
    for name, make in (
        ("QTextEdit with ExtraSelections", editor_with_selections),
        ("QPlainTextEdit with a highlighter", editor_with_highlighter),
    )
    for act, what in (("mark", "one span more"), ("scroll", "scroll frame"))
)
