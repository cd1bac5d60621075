"""Where a key takes an edge of a span: logical steps, chosen by the way they go on screen. Offsets are code points."""

from annotator.model.spans import Span
from annotator.text import graphemes, words
from annotator.ui.page.flow import Flow
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.units import Range

SEPARATORS = "\n\r\u2029"
SAME_PX = 0.02
LEFT, RIGHT = -1, 1


def edge_place(paragraph: Paragraph, offset: int, *, is_start: bool) -> tuple[int, float] | None:
    """Return (line, x) of a span's edge at the document's *offset*, or None if it is not in *paragraph*."""
    inside = paragraph.start <= offset < paragraph.end if is_start else paragraph.start < offset <= paragraph.end
    if not inside:
        return None
    position = paragraph.utf16.to_utf16(offset - paragraph.start)
    index = paragraph.line_of(position if is_start else position - 1)
    geometry = paragraph.lines[index].geometry
    if is_start:
        return index, geometry.leading(geometry.holding(position))
    return index, geometry.trailing(geometry.holding(position - 1))


def target(flow: Flow, span: Span, which: str, side: str, unit: str = "cluster") -> Range | None:
    """Return (start, end) of *span* with its "start" or "end" moved to the "left" or "right" by a "cluster" or "word".

    None if the span would become empty or the edge stands at the end of the text.
    """
    is_start = which == "start"
    edge = span.start if is_start else span.end
    is_forward = _goes_forward(flow, edge, is_start=is_start, way=LEFT if side == "left" else RIGHT)
    step = _by_cluster if unit == "cluster" else _by_word
    moved = step(flow.text, edge, is_start=is_start, is_forward=is_forward)
    start, end = (moved, span.end) if is_start else (span.start, moved)
    return (start, end) if start < end and moved != edge else None


def _goes_forward(flow: Flow, edge: int, *, is_start: bool, way: int) -> bool:
    """Whether the step that moves the edge that *way* on screen is the one forward in the text.

    Where both steps go the same way, as at a change of direction, the base direction decides; a step that moves nothing
    counts as going the other way than the other one.
    """
    forth, back = (
        _way(flow, edge, _by_cluster(flow.text, edge, is_start=is_start, is_forward=is_forward), is_start=is_start)
        for is_forward in (True, False)
    )
    forth, back = forth or -back, back or -forth
    if forth == -back != 0:
        return forth == way
    return (way == LEFT) == _is_rtl(flow, edge, is_start=is_start)


def _way(flow: Flow, edge: int, moved: int, *, is_start: bool) -> int:
    """Return LEFT or RIGHT as the edge would go on screen, 0 if it would not; from line to line as lines are read."""
    if moved == edge:
        return 0
    paragraph = flow.paragraph(flow.paragraph_at(edge if is_start else edge - 1))
    here, there = (edge_place(paragraph, offset, is_start=is_start) for offset in (edge, moved))
    if here is None or there is None or here[0] != there[0]:
        return LEFT if (moved > edge) == paragraph.is_rtl else RIGHT
    distance = there[1] - here[1]
    return 0 if abs(distance) <= SAME_PX else LEFT if distance < 0 else RIGHT


def _is_rtl(flow: Flow, edge: int, *, is_start: bool) -> bool:
    return flow.stretches[flow.paragraph_at(edge if is_start else edge - 1)].is_rtl


def _by_cluster(text: str, edge: int, *, is_start: bool, is_forward: bool) -> int:
    """Return the edge one grapheme cluster on, but beside no paragraph separator; the *edge* itself at the end of the text."""
    moved = edge
    while True:
        following = graphemes.after(text, moved) if is_forward else graphemes.before(text, moved)
        held = following if is_start else following - 1
        if following == moved or not 0 <= held < len(text):
            return edge
        if text[held] not in SEPARATORS:
            return following
        moved = following


def _by_word(text: str, edge: int, *, is_start: bool, is_forward: bool) -> int:
    """Return the edge at the next word that way, spaces left out; the *edge* itself if there is none."""
    if is_start == is_forward:
        place = _past_spaces(text, _past_word(text, edge, is_forward=is_forward), is_forward=is_forward)
        is_found = 0 < place < len(text)
    else:
        near = _past_spaces(text, edge, is_forward=is_forward)
        place = _past_word(text, near, is_forward=is_forward)
        is_found = place != near
    if not is_found:
        return edge
    return graphemes.ceiling(text, place) if is_forward else graphemes.floor(text, place)


def _past_word(text: str, place: int, *, is_forward: bool) -> int:
    """Return the other end of the word ahead; *place* if spaces or nothing lie ahead."""
    ahead = place if is_forward else place - 1
    if not 0 <= ahead < len(text) or text[ahead].isspace():
        return place
    start, end = words.word_at(text, ahead)
    return end if is_forward else start


def _past_spaces(text: str, place: int, *, is_forward: bool) -> int:
    while 0 <= (ahead := place if is_forward else place - 1) < len(text) and text[ahead].isspace():
        place += 1 if is_forward else -1
    return place
