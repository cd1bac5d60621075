"""Shows Markdown, each paragraph in its own direction; it loads nothing and leads nowhere but to its own headings."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.text import direction
from annotator.ui.guard import guarded
from annotator.ui.guideline_text import without_pictures

# Not GitHub's dialect: a table is as wide as its author likes, a panel is narrow.
FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML
MARGIN, INDENT, QUOTE_MARGIN = 10, 16, 14
LINE_PERCENT = {direction.LTR: 125, direction.RTL: 100}  # lines of the Arabic font are tall by themselves
SIZE_STEPS = {1: 2, 2: 1}  # above plain text, × 1.2 and more each: Qt's own are too large for a panel
ABOVE, BELOW, BELOW_ITEM = {0: 0.0, 1: 4.0, 2: 18.0}, 8.0, 4.0
ANCHOR_END = " · "
RESTYLING = {QEvent.Type.PaletteChange, QEvent.Type.FontChange}
# A pixel, since Qt opens the file itself if it is given nothing.
NO_PICTURE = QImage(1, 1, QImage.Format.Format_Mono)
RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


class MarkdownView(QTextBrowser):
    """Markdown to be read and scrolled; what stands at the top stays there when the width changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; the widget is called *name*."""
        super().__init__(parent, openLinks=False, openExternalLinks=False)
        self.setObjectName(name)
        self.verticalScrollBar().setObjectName(f"{name}_scroll_bar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text, self._shown, self._section = "", QTextDocument(self), -1
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().actionTriggered.connect(self._forget_section)

    def show_markdown(self, text: str) -> None:
        """Show *text* from its beginning, its pictures and HTML as plain text."""
        self._text, self._section = text, -1
        self._render()
        self._go(0)

    def refresh_markdown(self, text: str) -> None:
        """Show *text*, another wording of the one shown, and stay where it was read."""
        place, self._text = self._place(), text
        self._render()
        self._go(place)

    def show_section(self, anchor: str) -> None:
        """Scroll to the heading whose part before " · " is *anchor*; stay if there is none."""
        wanted = anchor.casefold()
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and block.text().partition(ANCHOR_END)[0].casefold() == wanted:
                self._section = block.blockNumber()
                self._go(self._section)
                return

    @guarded(NO_PICTURE)
    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Load nothing."""
        return NO_PICTURE

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out anew, and stay where it was read."""
        place = self._place()
        super().resizeEvent(event)
        self._go(place)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Stay where it was read, also when shown for the first time: Qt would go to its text cursor."""
        place = self._place()
        super().showEvent(event)
        self._go(place)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme, or another font, and stay where it was read."""
        place = self._place() if event.type() in RESTYLING and self._text else None
        super().changeEvent(event)
        if place is not None:
            self._render()
            self._go(place)

    def _render(self) -> None:
        made = QTextDocument(self, undoRedoEnabled=False, documentMargin=MARGIN, indentWidth=INDENT)
        made.setDefaultFont(self.font())
        made.setMarkdown(without_pictures(self._text), FEATURES)
        _style(made)
        former, self._shown = self._shown, made
        self.setDocument(made)
        former.deleteLater()
        self.setWordWrapMode(self.wordWrapMode())

    def _place(self) -> int:
        """Return the number of the block at the top, or of the section that was gone to."""
        if self._section >= 0:
            return self._section
        top = self.verticalScrollBar().value()
        position = self.document().documentLayout().hitTest(QPointF(0, top + MARGIN + 1), Qt.HitTestAccuracy.FuzzyHit)
        return self.document().findBlock(max(position, 0)).blockNumber() if top else 0

    def _go(self, number: int) -> None:
        """Bring the block of this *number* to the top, as far as there is text below it."""
        bar, document = self.verticalScrollBar(), self.document()
        if number <= 0:
            bar.setValue(0)
            return
        height = document.size().height()  # lays out the whole; the scroll bar hears of it later
        bar.setMaximum(max(bar.maximum(), round(height) - self.viewport().height()))
        top = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()
        bar.setValue(round(top) - MARGIN)

    def _forget_section(self) -> None:
        self._section = -1

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and not link.path():
            self.show_section(link.fragment())


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _style(document: QTextDocument) -> None:
    """Give every paragraph its direction, and room to be read in."""
    whole = direction.mostly(document.toPlainText()) or direction.LTR
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        cursor.setPosition(block.position())
        cursor.setBlockFormat(_block_format(block, whole))
        level = block.blockFormat().headingLevel()
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_heading_format(level))
    cursor.endEditBlock()


def _direction(text: str, whole: str) -> str:
    """Return the direction of a paragraph in a text that is mostly of direction *whole*.

    One that begins with a word of the other script is still read the way most of it is.
    """
    first = direction.base(text, whole)
    return whole if first == whole else direction.mostly(text) or whole


def _block_format(block: QTextBlock, whole: str) -> QTextBlockFormat:
    made = QTextBlockFormat(block.blockFormat())
    level, is_item = made.headingLevel(), block.textList() is not None
    title = block.text().partition(ANCHOR_END)[2] if level else ""
    side = _direction(title or block.text(), whole)
    made.setLayoutDirection(RIGHT if side == direction.RTL else LEFT)
    made.setLineHeight(LINE_PERCENT[side], QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(ABOVE.get(level, ABOVE[2]))
    made.setBottomMargin(BELOW_ITEM if is_item else BELOW)
    made.setNonBreakableLines(False)
    if made.hasProperty(QTextFormat.Property.BlockQuoteLevel):
        made.setLeftMargin(QUOTE_MARGIN)
        made.setRightMargin(QUOTE_MARGIN)
    return made


def _heading_format(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontSizeAdjustment, SIZE_STEPS.get(level, 0))
    made.setFontWeight(QFont.Weight.Bold)
    return made
