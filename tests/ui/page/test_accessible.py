import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from annotator.model.documents import Document, Source
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui import screen_reader
from annotator.ui.page import accessible
from annotator.ui.page.page import Page
from annotator.ui.page.related import Related
from annotator.ui.translations import Language
from tests.joined import relations_of
from tests.ui.acts import ARTICLE, point_of

MIXED = Document.of("b\U0001f600 c\nنص قصير عن لاهاي\n\n\ufeffx y")
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROLE = QAccessible.Role


@pytest.fixture(autouse=True)
def answered() -> None:
    screen_reader.install()


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.use("ar")
    yield
    language.use("en")


def told(page: Page) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(page)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(number) for number in range(of.childCount())]


def text_of(page: Page, number: int) -> QAccessibleTextInterface:
    return told(page).child(number).textInterface()


def let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def spans(document: Document, schema: Schema, *places: tuple[int, int, str]) -> list[Span]:
    labels = {label.name: label.id for label in schema.labels}
    return [Span.over(document, start, end, label=labels[name], layer=b"l" * 16) for start, end, name in places]


def test_the_page_is_a_document_of_the_paragraphs_in_view(page: Page) -> None:
    document = told(page)
    assert document.role() == ROLE.Document
    found = children(document)
    assert [one.text(NAME) for one in found] == [f"Paragraph {number + 1}" for number in range(len(found))]
    assert {one.role() for one in found} == {ROLE.Paragraph}
    assert 1 < len(found) == len(page.flow.visible(page.view_height)) < len(page.flow)
    assert [document.indexOfChild(one) for one in found] == list(range(len(found)))
    assert all(one.parent() is document for one in found)
    assert document.child(-1) is None is document.child(len(found))
    page.go_to(len(page.text))
    assert children(document)[-1].text(NAME) == f"Paragraph {len(page.flow)}"


def test_the_paragraph_with_the_caret_is_told_out_of_view_too(page: Page) -> None:
    page.flow.scroll_to(page.flow.total, page.view_height)
    first, *others = children(told(page))
    assert (first.text(NAME), first.textInterface().cursorPosition()) == ("Paragraph 1", 0)
    assert (first.state().offscreen, first.state().focused, first.rect()) == (1, 1, QRect())
    assert [(one.state().offscreen, one.state().focused) for one in others] == [(0, 0)] * len(others)
    assert told(page).focusChild() is first
    page.clearFocus()
    assert told(page).focusChild() is None


def test_a_paragraph_is_read_in_utf_16_from_its_start(page: Page) -> None:
    page.show_document(MIXED, ())
    texts = [text_of(page, number) for number in range(4)]
    assert [text.text(0, text.characterCount()) for text in texts] == ["b\U0001f600 c", "نص قصير عن لاهاي", "", "\u2060x y"]
    assert [text.characterCount() for text in texts] == [5, 16, 0, 4]
    assert (texts[0].text(1, 3), texts[0].text(3, 5), texts[0].text(3, -1), texts[0].text(5, 3)) == (
        "\U0001f600",
        " c",
        " c",
        " c",
    )


def test_the_caret_is_told_in_its_paragraph_only_and_can_be_put_elsewhere(page: Page) -> None:
    page.show_document(MIXED, ())
    first, second = text_of(page, 0), text_of(page, 1)
    page.go_to(2)
    assert (first.cursorPosition(), second.cursorPosition()) == (3, -1)
    second.setCursorPosition(3)
    assert (page.caret.offset, first.cursorPosition(), second.cursorPosition()) == (8, -1, 3)


def test_a_character_is_where_it_is_painted(page: Page) -> None:
    page.show_document(MIXED, ())
    text = text_of(page, 1)
    for offset in (0, 3, 12):
        point = page.viewport().mapToGlobal(point_of(page, 5 + offset))
        assert text.characterRect(offset).contains(point)
        assert told(page).childAt(point.x(), point.y()) is told(page).child(1)
        assert text.offsetAtPoint(point) == offset
        assert text_of(page, 0).offsetAtPoint(point) == -1
    end = text.characterRect(16)
    assert 0 < end.width() < text.characterRect(0).width()
    assert text_of(page, 2).characterRect(0).height() == end.height()
    assert told(page).childAt(-5, -5) is None


def test_nothing_is_ever_selected_for_a_reader_but_it_may_select(page: Page) -> None:
    page.show_document(MIXED, ())
    text = text_of(page, 0)
    text.addSelection(1, 3)
    assert (page.selection, text.selectionCount()) == ((1, 2), 0)
    text.setSelection(0, 0, 1)
    assert page.selection == (0, 1)
    text.removeSelection(0)
    assert page.selection is None


def test_a_reader_brings_text_into_view(page: Page) -> None:
    page.show_document(Document.of("كلمة " * 2000), ())
    text_of(page, 0).scrollToSubstring(9000, 9005)
    rect = text_of(page, 0).characterRect(9000)
    assert page.rect().contains(page.mapFromGlobal(rect.center()))


def test_spans_are_children_with_label_text_place_and_what_they_lie_in(page: Page, schema: Schema) -> None:
    page.show_document(ARTICLE, spans(ARTICLE, schema, (0, 40, "claim"), (6, 11, "actor"), (190, 200, "location")))
    first, second = children(told(page))[:2]
    assert [one.text(NAME) for one in children(first)] == [
        f"Claim: {ARTICLE.text[:40]}, 0 to 40",
        "Actor: وكالة, 6 to 11, in Claim",
        f"Location: {ARTICLE.text[190:197]}\\u000a{ARTICLE.text[198:200]}, 190 to 200",
    ]
    assert [one.text(NAME).split(":")[0] for one in children(second)] == ["Location"]
    claim, actor, _ = children(first)
    assert (actor.role(), actor.parent(), first.indexOfChild(actor), actor.childCount()) == (ROLE.StaticText, first, 1, 0)
    assert actor.child(0) is None is actor.childAt(0, 0)
    assert first.indexOfChild(second) == actor.indexOfChild(claim) == -1
    assert first.child(3) is None
    assert actor.text(DESCRIPTION) == first.text(DESCRIPTION) == ""


def test_a_span_tells_what_it_is_related_to_from_either_end(page: Page, schema: Schema) -> None:
    made = spans(ARTICLE, schema, (40, 58, "claim"), (6, 36, "actor"), (62, 69, "actor"), (43, 50, "casualty"))
    page.show_document(ARTICLE, made)
    joined = (0, "source", 1), (1, "same_as", 2)
    page.links.show(Related(schema.relations, relations_of(schema, made, *joined)))
    first = told(page).child(0)
    text = ARTICLE.text
    actor, claim, casualty, other = (one.text(NAME) for one in children(first))
    assert actor == f"Actor: {text[6:36]}, 6 to 36, related to it by Source: {text[40:58]}, Same as: {text[62:69]}"
    assert claim == f"Claim: {text[40:58]}, 40 to 58, Source: {text[6:36]}, related to it by Claimed in: {text[43:50]}"
    assert casualty == f"Casualty: {text[43:50]}, 43 to 50, in Claim, Claimed in: {text[40:58]}"
    assert other.endswith(f"Same as: {text[6:36]}")


def test_a_span_is_where_it_is_painted_the_inner_one_on_top(page: Page, schema: Schema) -> None:
    page.show_document(ARTICLE, spans(ARTICLE, schema, (0, 40, "claim"), (6, 11, "actor")))
    first = told(page).child(0)
    claim, actor = children(first)
    inner, outer = (page.viewport().mapToGlobal(point_of(page, offset)) for offset in (8, 30))
    assert actor.rect().contains(inner)
    assert first.childAt(inner.x(), inner.y()) is actor
    assert first.childAt(outer.x(), outer.y()) is claim
    page.focus_span(page.spans.at(8)[0].id)
    assert (actor.state().selected, claim.state().selected) == (1, 0)


def test_names_are_in_the_language_of_the_interface(page: Page, schema: Schema, arabic: None) -> None:
    assert arabic is None
    page.show_document(ARTICLE, spans(ARTICLE, schema, (0, 40, "claim"), (6, 11, "actor")))
    first = told(page).child(0)
    assert first.text(NAME) == "الفقرة 1"
    assert first.child(1).text(NAME) == "Actor: وكالة، من 6 إلى 11، داخل Claim"


def test_a_reader_sees_at_once_that_spans_came_and_went(page: Page, schema: Schema) -> None:
    (span,) = spans(ARTICLE, schema, (6, 11, "actor"))
    first = told(page).child(0)
    assert children(first) == []
    page.replace_spans((), (span,))
    (mark,) = children(first)
    assert mark.isValid()
    page.replace_spans((span,), ())
    assert (first.childCount(), mark.isValid(), mark.text(NAME), mark.rect(), mark.state().invalid) == (
        0,
        False,
        "",
        QRect(),
        1,
    )
    let_go()
    assert not Shiboken.isValid(mark)


def test_what_stood_for_another_document_is_invalid_and_let_go(page: Page, schema: Schema) -> None:
    page.show_document(ARTICLE, spans(ARTICLE, schema, (6, 11, "actor")), Source(ARTICLE.id, b"s" * 16, "عنوان"))
    document = told(page)
    assert document.text(DESCRIPTION) == "عنوان"
    old = document.child(0)
    mark, text = old.child(0), old.textInterface()
    page.show_document(MIXED, ())
    assert (old.isValid(), mark.isValid(), old.state().invalid, old.childCount()) == (False, False, 1, 0)
    assert (text.text(0, 5), text.characterCount(), text.cursorPosition()) == ("", 0, -1)
    assert (text.characterRect(0), text.offsetAtPoint(QPoint(100, 100)), old.rect(), mark.rect()) == (
        QRect(),
        -1,
        QRect(),
        QRect(),
    )
    before = page.caret.standing
    text.setCursorPosition(1)
    text.setSelection(0, 0, 1)
    text.removeSelection(0)
    text.scrollToSubstring(0, 1)
    assert page.caret.standing == before
    let_go()
    assert not Shiboken.isValid(old)
    assert not Shiboken.isValid(mark)


def test_a_hundred_documents_leave_nothing_behind(page: Page, schema: Schema) -> None:
    found = spans(ARTICLE, schema, (6, 11, "actor"), (0, 40, "claim"))
    for number in range(100):
        page.show_document(*((MIXED, ()) if number % 2 else (ARTICLE, found)))
        assert told(page).child(0).childCount() == (0 if number % 2 else 2)
        let_go()
        gc.collect()
    assert len(children(told(page))) == 4
    assert len([kept for kept in accessible._KEPT if Shiboken.isValid(kept) and kept.window() is page.windowHandle()]) == 5


def test_a_page_without_a_document_is_what_qt_makes_of_it(page: Page) -> None:
    page.clear()
    document = told(page)
    assert document.role() == ROLE.Document
    assert all(one.role() != ROLE.Paragraph for one in children(document))
    assert [document.indexOfChild(one) for one in children(document)] == list(range(document.childCount()))
    assert document.childAt(-5, -5) is None
    assert document.focusChild() is None


def test_nobody_who_asks_leaves_nothing_made(page: Page) -> None:
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert not [child for child in page.children() if type(child).__name__ in {"Passages", "Passage"}]
