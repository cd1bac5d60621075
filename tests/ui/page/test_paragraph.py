from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.page.paragraph import Layouts, Paragraph
from annotator.ui.page.stretches import LONGEST, PIECE, Stretches

LayOut = Callable[..., Paragraph]


def test_each_paragraph_has_the_direction_of_its_first_strong_letter() -> None:
    found = Stretches("باكو Baku\nBaku باكو\n2020 باكو\n\u2067Baku\u2069 باكو")
    assert [stretch.is_rtl for stretch in found] == [True, False, True, True]


def test_a_paragraph_without_strong_letters_follows_the_document() -> None:
    assert [stretch.is_rtl for stretch in Stretches("2020\nباكو")] == [True, True]
    assert [stretch.is_rtl for stretch in Stretches("2020\nBaku")] == [False, False]
    assert [stretch.is_rtl for stretch in Stretches("2020\nBaku", default="rtl")] == [True, False]


def test_an_override_wins_over_the_letters_of_its_paragraph_only() -> None:
    found = Stretches("Baku\nBaku", directions={5: "rtl"})
    assert [stretch.is_rtl for stretch in found] == [False, True]


def test_a_very_long_paragraph_is_laid_out_in_pieces_cut_at_spaces() -> None:
    text = "قره باغ " * (LONGEST // 4)
    found = Stretches(text)
    assert len(found) > 1
    assert "".join(text[stretch.start : stretch.end] for stretch in found) == text
    assert all(text[stretch.end - 1] == " " for stretch in found)
    assert all(stretch.is_rtl and stretch.end - stretch.start <= PIECE for stretch in found)


def test_a_very_long_paragraph_with_direction_controls_stays_whole() -> None:
    assert len(Stretches("\u202bباغ " + "قره " * LONGEST)) == 1


def test_right_to_left_lines_end_at_the_right_edge(lay_out: LayOut) -> None:
    line = lay_out("2020", width=300, base="rtl").lines[0]
    assert line.text_line.naturalTextRect().right() == pytest.approx(300, abs=1.5)
    assert lay_out("2020", width=300, base="ltr").lines[0].text_line.naturalTextRect().left() == 0


def test_the_direction_is_told_to_qt_never_guessed(lay_out: LayOut) -> None:
    assert lay_out("2020", base="rtl").layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_a_byte_order_mark_in_front_shifts_no_offset(lay_out: LayOut) -> None:
    paragraph = lay_out("\ufeffباكو")
    assert len(paragraph.layout.text()) == 5
    assert paragraph.lines[-1].end == 5


@pytest.mark.parametrize("rare", ["\u2028", "\u00a0", "\ufdd0", "\r", "\0", "\u2029", "\ufeff"])
def test_no_character_is_rewritten_or_dropped(rare: str, lay_out: LayOut) -> None:
    text = f"قبل{rare}بعد"
    paragraph = lay_out(text)
    assert paragraph.layout.text() == text
    assert paragraph.lines[-1].end == len(text)


def test_offsets_go_to_utf16_and_back_past_an_emoji(lay_out: LayOut) -> None:
    paragraph = lay_out("خبر 😀 عاجل")
    assert paragraph.units(4, 5) == (4, 6)
    assert paragraph.offset(6) == 5


def test_a_range_that_reaches_beyond_the_paragraph_is_cut_to_it(lay_out: LayOut) -> None:
    assert lay_out("باكو").units(-5, 99) == (0, 4)
    assert lay_out("باكو").units(50, 99) == (4, 4)


def test_lines_have_one_distance_in_whole_pixels(lay_out: LayOut) -> None:
    paragraph = lay_out("وذكرت وكالة إنترفاكس للأنباء " * 10, width=200)
    tops = [line.top for line in paragraph.lines]
    assert tops == [index * paragraph.typography.pitch for index in range(len(tops))]
    assert all(top == int(top) for top in tops)


def test_every_position_is_on_the_line_that_shows_it(lay_out: LayOut) -> None:
    paragraph = lay_out("وذكرت وكالة إنترفاكس للأنباء " * 10, width=200)
    for position in range(len(paragraph.text)):
        line = paragraph.lines[paragraph.line_of(position)]
        assert line.start <= position < line.end
    assert paragraph.line_of(len(paragraph.text)) == len(paragraph.lines) - 1


def test_the_least_recently_shown_paragraph_is_forgotten(qapp: QApplication, lay_out: LayOut) -> None:
    assert qapp is not None
    made: list[int] = []

    def make(index: int) -> Paragraph:
        made.append(index)
        return lay_out("باكو")

    layouts = Layouts(make, capacity=2)
    for index in (0, 1, 0, 2):
        assert layouts[index].text == "باكو"
    assert made == [0, 1, 2]
    assert [index in layouts for index in range(3)] == [True, False, True]
