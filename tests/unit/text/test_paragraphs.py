from itertools import pairwise

from hypothesis import example, given

from annotator.text.paragraphs import Paragraph, Paragraphs
from tests.texts import texts


@given(texts)
@example("")
@example("\n")
@example("a\r\nb\u2029")
def test_paragraphs_and_their_separators_tile_the_text(text: str) -> None:
    found = list(Paragraphs(text))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for one, following in pairwise(found):
        assert text[one.end] in "\n\r\u2029"
        assert following.start == one.end + 1
    for one in found:
        assert not set(text[one.start : one.end]) & set("\n\r\u2029")


@given(texts)
def test_every_offset_is_in_the_paragraph_whose_stretch_or_separator_holds_it(text: str) -> None:
    paragraphs = Paragraphs(text)
    assert [paragraphs[index] for index in range(len(paragraphs))] == list(paragraphs)
    for offset in range(len(text) + 1):
        paragraph = paragraphs[paragraphs.at(offset)]
        assert paragraph.start <= offset <= paragraph.end


def test_a_line_separator_and_a_next_line_do_not_end_a_paragraph() -> None:
    assert list(Paragraphs("a\u2028b\x85c\x0bd\x0ce")) == [Paragraph(0, 9)]


def test_an_offset_before_the_text_is_in_the_first_paragraph() -> None:
    assert Paragraphs("a\nb").at(-1) == 0
