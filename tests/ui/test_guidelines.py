"""The panel with the guidelines and the dialog that edits them, by key and mouse; hostile texts load and hang nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPalette, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.ui import guideline_text, theme
from annotator.ui.guideline_editor import GuidelineEditor
from annotator.ui.guidelines import Guidelines
from annotator.ui.markdown_view import FEATURES, MARGIN, MarkdownView
from annotator.ui.translations import Language
from tests.ui.acts import CTRL, LEFT
from tests.ui.test_rich_text import Bait

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONFLICT = "conflict-ar/1"
Key = Qt.Key


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    used = Language(qapp)
    used.use("en")
    theme.apply(qapp, theme.LIGHT)
    yield used
    used.use("en")
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def panel(qtbot: QtBot, language: Language) -> Iterator[Guidelines]:
    """Return the panel with the guidelines of conflict news."""
    assert language
    made = Guidelines()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.set_text(CONFLICT, None)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.set_text("", None)  # whatever is left of it follows the themes of the next tests


def speak(language: Language, code: str) -> None:
    """Switch the language, of which Qt tells the widgets when it comes to it."""
    language.use(code)
    QApplication.processEvents()


def dress(qapp: QApplication, look: theme.Theme) -> None:
    """Put on another theme, of which Qt tells the widgets when it comes to it."""
    theme.apply(qapp, look)
    QApplication.processEvents()


def block_at_top(view: MarkdownView) -> QTextBlock:
    """Return the paragraph at the top of what is seen."""
    top = view.verticalScrollBar().value() + MARGIN + 1
    return view.document().findBlock(view.document().documentLayout().hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit))


def blocks(view: MarkdownView) -> Iterator[QTextBlock]:
    """Yield the paragraphs."""
    block = view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def directions(view: MarkdownView) -> dict[str, bool]:
    """Return whether each paragraph is read from the right."""
    return {block.text(): block.textDirection() == Qt.LayoutDirection.RightToLeft for block in blocks(view)}


def rect_of(view: MarkdownView, block: QTextBlock) -> QRectF:
    """Return where a paragraph is in the document."""
    return view.document().documentLayout().blockBoundingRect(block)


class TestTheText:
    """Which one is shown, and how."""

    def test_it_is_in_the_language_of_the_interface_also_when_that_is_switched(
        self, panel: Guidelines, language: Language
    ) -> None:
        assert panel.view.toPlainText().startswith("Guidelines: conflict news")
        assert panel.origin.text() == "Came with the program"
        speak(language, "ar")
        assert panel.view.toPlainText().startswith("دليل الوسم")
        assert panel.edit.text() == "تحرير…"

    def test_a_schema_has_its_own(self, panel: Guidelines) -> None:
        panel.set_text("named-entities/1", None)
        assert panel.view.toPlainText().startswith("Guidelines: names")

    def test_the_team_s_own_text_takes_the_place_of_the_shipped_one(self, panel: Guidelines) -> None:
        panel.set_text(CONFLICT, "# Ours\n\nMark **less**.")
        assert panel.view.toPlainText() == "Ours\nMark less."
        assert panel.origin.text() == "Your team’s own"
        panel.set_text(CONFLICT, "")
        assert panel.view.toPlainText().startswith("Guidelines: conflict news")

    def test_the_same_text_again_leaves_it_where_it_is_read(self, panel: Guidelines) -> None:
        panel.show_section("R5")
        panel.set_text(CONFLICT, None)
        assert block_at_top(panel.view).text().startswith("R5 · ")

    def test_a_quotation_and_a_long_word_fit_into_a_narrow_panel(self, panel: Guidelines) -> None:
        panel.set_text("x/1", f"> quoted\n\n{'w' * 500}\n\n    {'code ' * 100}\n\n> مقتبس")
        for block in blocks(panel.view):
            lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
            assert all(line.naturalTextWidth() <= panel.view.viewport().width() - 2 * MARGIN for line in lines)
        assert panel.view.horizontalScrollBar().maximum() == 0

    @pytest.mark.parametrize("schema", ["ours/1", "../guidelines/conflict-ar/1", "", "/etc"])
    def test_labels_without_guidelines_say_what_to_do(self, panel: Guidelines, schema: str) -> None:
        panel.set_text(schema, None)
        assert panel.view.isHidden()
        assert panel.empty.isVisible()
        assert "Write them with" in panel.empty.text()
        panel.set_text(schema, "Ours")
        assert panel.view.isVisible()

    @pytest.mark.parametrize("code", ["en", "ar"])
    def test_each_paragraph_has_its_own_direction(self, panel: Guidelines, language: Language, code: str) -> None:
        speak(language, code)
        found = directions(panel.view)
        for text, is_rtl in found.items():
            assert is_rtl == (code == "ar" or text[:1] in {"✓", "✗"}), text

    def test_prose_may_begin_with_a_word_of_the_other_script(self, panel: Guidelines) -> None:
        panel.set_text("x/1", "Mark what you read, and nothing else.\n\nإن is left out here.\n\n2020\n\nقال ⟦الوزير⟧ كلامًا.")
        assert list(directions(panel.view).values()) == [False, False, False, True]
        panel.set_text("x/1", "علّم ما تقرأ لا غير.\n\nexact عدد بلا قيد.\n\n2020\n\nJust English.")
        assert list(directions(panel.view).values()) == [True, True, True, False]

    def test_arabic_begins_at_the_right_edge_and_nothing_is_cut_off_in_a_narrow_panel(
        self, panel: Guidelines, language: Language
    ) -> None:
        speak(language, "ar")
        view = panel.view
        panel.resize(240, 600)
        assert view.document().size().width() <= view.viewport().width()
        block = next(block for block in blocks(view) if block.text().startswith("القاعدة"))
        line = block.layout().lineAt(0)
        assert block.layout().position().x() + line.naturalTextRect().right() == pytest.approx(
            view.viewport().width() - MARGIN, abs=2
        )

    @pytest.mark.parametrize("look", theme.THEMES, ids=lambda look: look.name)
    def test_words_and_links_can_be_read_in_every_theme(self, panel: Guidelines, qapp: QApplication, look: theme.Theme) -> None:
        dress(qapp, look)
        ground = panel.view.palette().color(QPalette.ColorRole.Base)
        assert ground == look.page
        colors = [panel.view.palette().color(QPalette.ColorRole.Text), *link_colors(panel.view)]
        assert len(colors) > 5
        assert all(theme.contrast(color, ground) >= look.text_contrast for color in colors)


def link_colors(view: MarkdownView) -> Iterator[QColor]:
    """Yield the colour of each link."""
    for block in blocks(view):
        piece = block.begin()
        while not piece.atEnd():
            look = piece.fragment().charFormat()
            if look.isAnchor():
                yield look.foreground().color()
            piece += 1


class TestScrolling:
    """To a section, and by key."""

    @pytest.mark.parametrize("anchor", ["actor", "casualty", "relations", "R2", "R12", "r9"])
    def test_a_section_is_shown_at_the_top_and_nothing_is_marked(self, panel: Guidelines, anchor: str) -> None:
        panel.show_section(anchor)
        assert block_at_top(panel.view).text().casefold().startswith(f"{anchor.casefold()} · ")
        assert not panel.view.textCursor().hasSelection()
        assert panel.view.extraSelections() == []

    def test_the_last_section_is_seen_whole(self, panel: Guidelines) -> None:
        panel.show_section("R15")
        block = next(block for block in blocks(panel.view) if block.text().startswith("R15 · "))
        top = panel.view.verticalScrollBar().value()
        assert top <= rect_of(panel.view, block).top() < top + panel.view.viewport().height()

    def test_r1_is_not_taken_for_r10_and_an_unknown_section_changes_nothing(self, panel: Guidelines) -> None:
        panel.show_section("R1")
        assert block_at_top(panel.view).text() == "R1 · Which label?"
        place = panel.view.verticalScrollBar().value()
        for anchor in ("R99", "", "Before"):
            panel.show_section(anchor)
        assert panel.view.verticalScrollBar().value() == place

    def test_a_section_asked_for_before_the_panel_is_seen_is_there_when_it_is(self, qtbot: QtBot, language: Language) -> None:
        assert language
        hidden = Guidelines()
        qtbot.addWidget(hidden)
        hidden.set_text(CONFLICT, None)
        hidden.show_section("R7")
        hidden.resize(400, 700)
        hidden.show()
        qtbot.waitExposed(hidden)
        QApplication.processEvents()
        assert block_at_top(hidden.view).text().startswith("R7 · ")

    def test_another_width_another_theme_and_another_font_keep_the_place(self, panel: Guidelines, qapp: QApplication) -> None:
        panel.show_section("R4")
        QTest.keyClick(panel.view, Key.Key_PageDown)
        read = block_at_top(panel.view).text()
        panel.resize(700, 600)
        panel.resize(260, 600)
        assert block_at_top(panel.view).text() == read
        dress(qapp, theme.DARK)
        assert block_at_top(panel.view).text() == read
        font = panel.view.font()
        font.setPointSizeF(14)
        panel.view.setFont(font)
        assert block_at_top(panel.view).text() == read

    def test_keys_scroll(self, panel: Guidelines) -> None:
        bar, seen = panel.view.verticalScrollBar(), [0]
        panel.view.setFocus()
        for key in (Key.Key_PageDown, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_PageUp):
            QTest.keyClick(panel.view, key)
            seen.append(bar.value())
        assert seen[0] < seen[1] < seen[2] < seen[3]
        assert seen[4] == seen[2]
        assert seen[5] < seen[1]

    def test_a_link_leads_to_its_section(self, panel: Guidelines) -> None:
        panel.set_text("x/1", "[go](#R2)\n\n" + "word\n\n" * 80 + "## R2 · Here\n\n" + "word\n\n" * 80)
        QTest.mouseClick(panel.view.viewport(), LEFT, pos=QPoint(MARGIN + 4, MARGIN + 8))
        assert block_at_top(panel.view).text() == "R2 · Here"

    def test_a_link_to_elsewhere_leads_nowhere(self, panel: Guidelines, bait: Bait) -> None:
        panel.set_text("x/1", f"[go]({bait.html.split(chr(34))[1]})\n\n## x · X")
        shown = panel.view.toPlainText()
        QTest.mouseClick(panel.view.viewport(), LEFT, pos=QPoint(MARGIN + 4, MARGIN + 8))
        assert panel.view.toPlainText() == shown
        assert not bait.was_opened()


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Bait]:
    made = Bait(tmp_path / "bait.png")
    yield made
    made.close()


HOSTILE = {
    "large": "word " * 250_000,
    "one line": "[" * 900_000,
    "many lines": "a\n\n" * 300_000,
    "old line ends": "a\r\r" * 300_000,
    "quotations": ">" * 9_000,
    "lists": "- " * 4_000 + "x",
    "numbers": "1. " * 3_000 + "x",
    "indented": "\n".join(f"{'  ' * depth}- x" for depth in range(400)),
}
TIRESOME = {
    "brackets": ("[" * 9_000 + "\n\n") * 20,
    "stars": ("*_" * 4_500 + "\n\n") * 20,
    "ticks": ("a`" * 4_500 + "\n\n") * 20,
    "tables": ("|a" * 400 + "\n" + "|-" * 400 + "\n" + ("|a" * 400 + "\n") * 9 + "\n") * 10,
    "links": ("[a](" * 2_400 + "\n\n") * 20,
    "lists": ("- " * 12 + "x\n\n") * 2_000,
    "quotations": ("> " * 12 + "x\n\n") * 2_000,
    "tags": "<div><script>alert(1)</script>" * 300,
    "surrogate": "a\ud800b",
    "zero": "a\0b",
}


class TestAHostileText:
    """Neither loads a file nor keeps the window busy."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_one_that_is_too_much_is_not_shown_and_that_is_said(self, panel: Guidelines, name: str) -> None:
        begun = time.process_time()
        panel.set_text(CONFLICT, HOSTILE[name])
        panel.grab()
        assert time.process_time() - begun < 2
        assert panel.view.isHidden()
        assert "not shown" in panel.empty.text()

    @pytest.mark.parametrize("name", TIRESOME)
    def test_one_just_below_is_shown_in_time(self, panel: Guidelines, name: str) -> None:
        begun = time.process_time()
        panel.set_text(CONFLICT, TIRESOME[name])
        panel.show_section("R1")
        panel.grab()
        assert time.process_time() - begun < 4
        assert panel.view.isVisible()

    def test_pictures_and_html_are_shown_as_they_are_written_and_open_no_file(self, panel: Guidelines, bait: Bait) -> None:
        uri = bait.html.split('"')[1]
        for picture in (uri, uri.removeprefix("file://"), "http://127.0.0.1:1/x.png"):
            text = (
                f"![a]({picture})\n\n[![b]({picture})](#R2)\n\n![c][1]\n\n[1]: {picture}\n\n"
                f'<img src="{picture}">\n\n<script>x()</script>\n\nx <b style="background:url({picture})">y</b>'
            )
            panel.set_text(CONFLICT, text)
            panel.grab()
            QApplication.processEvents()
            assert "\ufffc" not in panel.view.toPlainText()
            assert "<script>x()</script>" in panel.view.toPlainText()
        assert not bait.was_opened()

    def test_a_picture_that_comes_another_way_opens_no_file_either(self, panel: Guidelines, bait: Bait) -> None:
        uri = bait.html.split('"')[1]
        panel.view.document().setHtml(f'<img src="{uri}"><img src="{uri.removeprefix("file://")}">')
        panel.grab()
        QApplication.processEvents()
        assert not bait.was_opened()

    @settings(max_examples=200)
    @given(st.text("![]()<>\\&#; \n\r\t\0`*>-1.:/ax", max_size=60))
    def test_no_text_makes_a_picture(self, text: str) -> None:
        document = QTextDocument()
        document.setMarkdown(guideline_text.without_pictures(f"{text}![a](b){text}\n\n[a]: b\n\n![a]{text}"), FEATURES)
        assert "\ufffc" not in document.toPlainText()


@pytest.fixture
def editor(qtbot: QtBot, language: Language) -> Iterator[GuidelineEditor]:
    """Return the dialog with a team's own text."""
    assert language
    made = GuidelineEditor("# Ours", "# Shipped")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def ok(editor: GuidelineEditor) -> None:
    """Click OK."""
    QTest.mouseClick(editor.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)


class TestTheEditor:
    """Of Markdown, with its preview."""

    def test_what_is_typed_is_previewed_and_handed_over(self, qtbot: QtBot, editor: GuidelineEditor) -> None:
        assert editor.preview.toPlainText() == "Ours"
        QTest.keyClick(editor.field, Key.Key_End, CTRL)
        QTest.keyClicks(editor.field, " and *more*")
        qtbot.waitUntil(lambda: editor.preview.toPlainText() == "Ours and more")
        with qtbot.waitSignal(editor.text_chosen) as chosen:
            ok(editor)
        assert chosen.args == ["# Ours and *more*"]
        assert not editor.isVisible()

    def test_tab_goes_on_from_the_field(self, editor: GuidelineEditor) -> None:
        editor.field.setFocus()
        QTest.keyClick(editor.field, Key.Key_Tab)
        assert not editor.field.hasFocus()
        assert editor.field.toPlainText() == "# Ours"

    def test_esc_and_cancel_hand_over_nothing(self, qtbot: QtBot, editor: GuidelineEditor) -> None:
        with qtbot.assertNotEmitted(editor.text_chosen):
            QTest.keyClicks(editor.field, "x")
            QTest.mouseClick(editor.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
            editor.show()
            QTest.keyClick(editor.field, Key.Key_Escape)
        assert not editor.isVisible()

    def test_the_shipped_text_comes_back_by_its_button_and_goes_again_by_undo(
        self, qtbot: QtBot, editor: GuidelineEditor
    ) -> None:
        QTest.mouseClick(editor.usual, LEFT)
        assert (editor.field.toPlainText(), editor.preview.toPlainText()) == ("# Shipped", "Shipped")
        QTest.keyClick(editor.field, Key.Key_Z, CTRL)
        assert editor.field.toPlainText() == "# Ours"
        QTest.mouseClick(editor.usual, LEFT)
        with qtbot.waitSignal(editor.text_chosen) as chosen:
            ok(editor)
        assert chosen.args == [""]

    def test_a_text_that_is_too_much_is_not_pasted(self, editor: GuidelineEditor) -> None:
        pasted = QMimeData()
        pasted.setText(HOSTILE["one line"])
        editor.field.insertFromMimeData(pasted)
        assert editor.field.toPlainText() == "# Ours"
        assert "not shown" in editor.hint.text()
        pasted.setText("short ")
        editor.field.insertFromMimeData(pasted)
        assert editor.field.toPlainText() == "short # Ours"

    def test_a_text_that_becomes_too_much_cannot_be_accepted(self, qtbot: QtBot, editor: GuidelineEditor) -> None:
        half = QMimeData()
        half.setText("word " * 1_500)
        with qtbot.assertNotEmitted(editor.text_chosen):
            for _ in range(2):
                editor.field.insertFromMimeData(half)
            ok(editor)
        assert not editor.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
        assert "Divide it" in editor.hint.text()
        QTest.keyClick(editor.field, Key.Key_Z, CTRL)
        qtbot.waitUntil(editor.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled)

    def test_an_own_text_that_is_too_much_is_replaced_by_what_is_written(self, qtbot: QtBot, language: Language) -> None:
        assert language
        made = GuidelineEditor(HOSTILE["one line"], "", None)
        qtbot.addWidget(made)
        assert made.field.toPlainText() == ""
        assert "take" in made.hint.text()
        assert made.usual.isHidden()

    def test_the_panel_opens_it_and_passes_on_what_was_chosen(self, qtbot: QtBot, panel: Guidelines) -> None:
        panel.set_text(CONFLICT, "# Ours")
        with qtbot.waitSignal(panel.edit_wanted):
            QTest.mouseClick(panel.edit, LEFT)
        (opened,) = panel.findChildren(GuidelineEditor)
        assert opened.field.toPlainText() == "# Ours"
        with qtbot.waitSignal(panel.text_chosen) as chosen:
            QTest.mouseClick(opened.usual, LEFT)
            ok(opened)
        assert chosen.args == [""]
        qtbot.waitUntil(lambda: not panel.findChildren(GuidelineEditor))

    def test_a_project_that_cannot_be_written_has_none(self, qtbot: QtBot, panel: Guidelines) -> None:
        panel.set_writable(is_writable=False)
        with qtbot.assertNotEmitted(panel.edit_wanted):
            QTest.mouseClick(panel.edit, LEFT)
        panel.set_writable(is_writable=True)
        assert panel.edit.isEnabled()


def test_the_widgets_have_names(panel: Guidelines) -> None:
    assert not panel.findChildren(QLineEdit)
    for widget in (panel, panel.view, panel.edit, panel.view.verticalScrollBar()):
        assert widget.objectName()
        assert widget.accessibleName()


def test_the_shipped_ones_are_far_from_the_limits() -> None:
    for path in resources.path("guidelines").glob("*.md"):
        assert guideline_text.refusal(path.read_text(encoding="utf-8") * 5) == ""
