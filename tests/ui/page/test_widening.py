"""The selection widened by key from wherever it or the caret is, and narrowed again."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.ui.page.page import Page

TEXT = "قال علي: «لن نوقف (أبدا) النار». ثم عاد.\nنهاية"


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show_document(Document.of(TEXT), ())
    shown.show()
    yield shown
    shown.hide()


def selected(page: Page) -> str:
    """Return the selected text."""
    start, end = page.selection or (0, 0)
    return page.text[start:end]


def widened(page: Page) -> list[str]:
    """Return what is selected by widening again and again, until nothing changes."""
    found: list[str] = []
    while not found or found[-1] != selected(page):
        found.append(selected(page))
        page.widening.widen()
    return found


def test_a_word_grows_to_token_inside_of_signs_sentence_and_paragraph(page: Page) -> None:
    page.go_to(TEXT.index("بدا"))
    line = TEXT.split("\n", maxsplit=1)[0]
    assert widened(page) == [
        "",
        "أبدا",
        "(أبدا)",
        "لن نوقف (أبدا) النار",
        "«لن نوقف (أبدا) النار».",
        line.split(" ثم", maxsplit=1)[0],
        line,
    ]


def test_narrowing_goes_back_step_by_step_to_the_caret(page: Page) -> None:
    page.go_to(TEXT.index("بدا"))
    standing = page.caret.standing
    steps = widened(page)
    for expected in reversed(steps[:-1]):
        page.widening.narrow()
        assert selected(page) == expected
    assert page.caret.standing == standing
    page.widening.narrow()
    assert page.caret.standing == standing


def test_what_was_selected_otherwise_is_not_narrowed(page: Page) -> None:
    page.widening.widen()
    page.select(4, 7)
    page.widening.narrow()
    assert page.selection == (4, 7)


def test_after_a_step_over_a_word_that_word_is_taken(page: Page) -> None:
    for word in ("قال", "علي"):
        page.go("word_left")
        page.widening.widen()
        assert selected(page) == word


@pytest.mark.parametrize(("offset", "word"), [(3, "قال"), (4, "علي")])
@pytest.mark.parametrize("side", [True, False])
def test_beside_a_space_the_word_is_taken_not_the_space(page: Page, offset: int, word: str, *, side: bool) -> None:
    page.caret.go_to(offset, hugs_before=side)
    page.widening.widen()
    assert selected(page) == word


def test_a_part_of_two_words_grows_to_both(page: Page) -> None:
    page.select(2, 5)
    page.widening.widen()
    assert selected(page) == "قال علي"


def test_a_selection_across_paragraphs_grows_to_whole_ones(page: Page) -> None:
    page.select(TEXT.index("عاد"), len(TEXT) - 2)
    assert widened(page)[-1] == TEXT


def test_an_empty_text_has_nothing_to_select(page: Page) -> None:
    page.clear()
    page.widening.widen()
    assert page.selection is None
