"""Where keys take the caret: clusters and words as the arrow points, lines, paragraphs, the ends of the text."""

from typing import NamedTuple

from annotator.text import sentences, words
from annotator.ui.page.flow import Flow, Place
from annotator.ui.page.geometry import LineGeometry
from annotator.ui.page.paragraph import Paragraph


class Stand(NamedTuple):
    """Where a caret stands: a code point, whether it hugs the cluster before it, and the start of the one just crossed."""

    offset: int
    hugs_before: bool = False
    crossed: int | None = None


def sideways(flow: Flow, stand: Stand, *, to_left: bool) -> Stand:
    """Return the place one visible cluster to the left or right on screen, over the end of the line if need be."""
    place = flow.place_of(stand.offset, before=stand.hugs_before)
    x = x_of(flow, stand)
    found = _crossing(flow.paragraph(place.paragraph), place.line, x, to_left=to_left)
    return found or _over_the_end(flow, place, to_left=to_left) or stand


def word_sideways(flow: Flow, stand: Stand, *, to_left: bool) -> Stand:
    """Return the place past the next word to the left or right on screen, spaces before it included."""
    word: tuple[int, int] | None = None
    while True:
        following = sideways(flow, stand, to_left=to_left)
        if following == stand:
            return stand
        if following.crossed is not None:
            around = words.word_at(flow.text, following.crossed)
            if word is not None and around != word:
                return stand
            word = None if flow.text[following.crossed].isspace() else around
        elif word is not None:
            return stand
        stand = following


def x_of(flow: Flow, stand: Stand) -> float:
    """Return where the caret is, in pixels of the column: the edge it hugs."""
    place = flow.place_of(stand.offset, before=stand.hugs_before)
    paragraph = flow.paragraph(place.paragraph)
    edges = paragraph.lines[place.line].geometry.carets(paragraph.units(stand.offset, stand.offset)[0])
    return edges[-1] if stand.hugs_before else edges[0]


def vertically(flow: Flow, stand: Stand, *, lines: int, x: float) -> Stand:
    """Return the place nearest to *x*, so many *lines* further down, or up if negative; stops at the ends."""
    place = flow.place_of(stand.offset, before=stand.hugs_before)
    for _ in range(abs(lines)):
        place = _next_line(flow, place, is_down=lines > 0) or place
    return at_x(flow, place, x)


def at_x(flow: Flow, place: Place, x: float) -> Stand:
    """Return the caret meant at *x* of a line."""
    paragraph = flow.paragraph(place.paragraph)
    geometry = paragraph.lines[place.line].geometry
    position, k = geometry.hit(x), geometry.cluster_at(x)
    return Stand(paragraph.offset(position), k >= 0 and geometry.cluster(k)[1] == position)


def line_end(flow: Flow, stand: Stand, *, is_start: bool) -> Stand:
    """Return the reading start or end of the line."""
    place = flow.place_of(stand.offset, before=stand.hugs_before)
    paragraph = flow.paragraph(place.paragraph)
    line = paragraph.lines[place.line]
    return Stand(paragraph.offset(line.start)) if is_start else Stand(paragraph.offset(line.end), line.end > line.start)


def paragraph_step(flow: Flow, stand: Stand, *, is_down: bool) -> Stand:
    """Return the start of the next paragraph, or of this one, or of the one before; the ends of the text at last."""
    index = flow.paragraph_at(stand.offset)
    if is_down:
        return Stand(flow.starts[index + 1]) if index + 1 < len(flow) else Stand(len(flow.text))
    is_inside = stand.offset > flow.starts[index]
    return Stand(flow.starts[index if is_inside else max(index - 1, 0)])


def sentence_step(flow: Flow, stand: Stand, *, is_down: bool) -> Stand:
    """Return the start of the next sentence, or of this one, or of the one before; crosses paragraphs."""
    index = flow.paragraph_at(stand.offset)
    if is_down:
        found = next((start for start in _sentence_starts(flow, index) if start > stand.offset), None)
        return paragraph_step(flow, stand, is_down=True) if found is None else Stand(found)
    if stand.offset == flow.starts[index] and index:
        index -= 1
    return Stand(next((start for start in reversed(_sentence_starts(flow, index)) if start < stand.offset), 0))


def _sentence_starts(flow: Flow, index: int) -> list[int]:
    """Return where the sentences of a paragraph start, that of an empty one too."""
    stretch = flow.stretches[index]
    return [stretch.start + a for a, _ in sentences.sentences(flow.text[stretch.start : stretch.end])] or [stretch.start]


def _crossing(paragraph: Paragraph, line: int, x: float, *, to_left: bool) -> Stand | None:
    geometry = paragraph.lines[line].geometry
    k = _beside(geometry, x, to_left=to_left)
    if k is None:
        return None
    start, end = geometry.cluster(k)
    is_at_end = geometry.rtl[k] == to_left
    return Stand(paragraph.offset(end if is_at_end else start), is_at_end, paragraph.offset(start))


def _beside(geometry: LineGeometry, x: float, *, to_left: bool) -> int | None:
    """Return the visible cluster nearest to *x* on one side."""
    order = geometry.visual()
    middles = [(geometry.x0[k] + geometry.x1[k]) / 2 for k in order]
    on_side = [k for k, middle in zip(order, middles, strict=True) if (middle < x if to_left else middle > x)]
    return (on_side[-1] if to_left else on_side[0]) if on_side else None


def _over_the_end(flow: Flow, place: Place, *, to_left: bool) -> Stand | None:
    """Return the place on the next line in that direction; a wrap is no stop, the end of a paragraph is one."""
    is_down = flow.paragraph(place.paragraph).is_rtl == to_left
    following = _next_line(flow, place, is_down=is_down)
    if following is None:
        return None
    paragraph = flow.paragraph(following.paragraph)
    if following.paragraph == place.paragraph:
        return _crossing(paragraph, following.line, float("inf") if to_left else float("-inf"), to_left=to_left)
    return Stand(paragraph.start) if is_down else Stand(paragraph.end, paragraph.end > paragraph.start)


def _next_line(flow: Flow, place: Place, *, is_down: bool) -> Place | None:
    line = place.line + (1 if is_down else -1)
    if 0 <= line < len(flow.paragraph(place.paragraph).lines):
        return Place(place.paragraph, line)
    index = place.paragraph + (1 if is_down else -1)
    if not 0 <= index < len(flow):
        return None
    return Place(index, 0 if is_down else len(flow.paragraph(index).lines) - 1)
