"""What a drag takes hold of: grapheme clusters, words, sentences; as (start, end) in code points."""

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


def sentence(flow: Flow, offset: int) -> Range:
    """Return the sentence at *offset*, without the spaces around it."""
    stretch = flow.stretches[flow.paragraph_at(offset)]
    start, end = sentences.sentence_at(flow.text[stretch.start : stretch.end], offset - stretch.start)
    return trimmed(flow.text, stretch.start + start, stretch.start + end)


def trimmed(text: str, start: int, end: int) -> Range:
    """Return ``text[start:end]`` without the spaces around it; as it is if there is nothing else."""
    inner = text[start:end].strip()
    if not inner:
        return start, end
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return first, first + len(inner)
