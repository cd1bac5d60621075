"""What is taken hold of: grapheme clusters, words, tokens, sentences, paragraphs; as (start, end) in code points."""

from collections.abc import Callable

from annotator.text import graphemes, sentences, words
from annotator.ui.page.flow import Flow

Range = tuple[int, int]
Unit = Callable[[Flow, int], Range]


def cluster(flow: Flow, offset: int) -> Range:
    """Return the grapheme cluster at *offset*; the last one at the end."""
    start = graphemes.floor(flow.text, min(offset, max(len(flow.text) - 1, 0)))
    return start, graphemes.after(flow.text, start)


def word(flow: Flow, offset: int) -> Range:
    """Return the word at *offset*, or the run of spaces."""
    return words.word_at(flow.text, offset)


def token(flow: Flow, offset: int) -> Range:
    """Return what stands between the spaces around *offset*, or the run of spaces."""
    stretch = flow.stretches[flow.paragraph_at(offset)]
    start, end = word(flow, offset)
    while stretch.start < start and not flow.text[start - 1].isspace():
        start -= 1
    while end < stretch.end and not flow.text[end].isspace():
        end += 1
    return start, end


def sentence(flow: Flow, offset: int) -> Range:
    """Return the sentence at *offset*, without the spaces around it."""
    stretch = flow.stretches[flow.paragraph_at(offset)]
    start, end = sentences.sentence_at(flow.text[stretch.start : stretch.end], offset - stretch.start)
    return trimmed(flow.text, stretch.start + start, stretch.start + end)


def paragraph(flow: Flow, offset: int) -> Range:
    """Return the paragraph at *offset*, without the spaces around it."""
    stretch = flow.stretches[flow.paragraph_at(offset)]
    return trimmed(flow.text, stretch.start, stretch.end)


def trimmed(text: str, start: int, end: int) -> Range:
    """Return ``text[start:end]`` without the spaces around it; as it is if there is nothing else."""
    inner = text[start:end].strip()
    if not inner:
        return start, end
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return first, first + len(inner)
