"""What moving keys do on the page: steps of the caret, spans in reading order."""

from collections.abc import Callable
from functools import partial

from annotator.model.spans import Span
from annotator.ui.page import movement
from annotator.ui.page.flow import Flow
from annotator.ui.page.movement import Stand
from annotator.ui.page.spans import SpanIndex, reading_order

STEPS: dict[str, Callable[[Flow, Stand], Stand]] = {
    "left": partial(movement.sideways, to_left=True),
    "right": partial(movement.sideways, to_left=False),
    "word_left": partial(movement.word_sideways, to_left=True),
    "word_right": partial(movement.word_sideways, to_left=False),
    "sentence_up": partial(movement.sentence_step, is_down=False),
    "sentence_down": partial(movement.sentence_step, is_down=True),
    "paragraph_up": partial(movement.paragraph_step, is_down=False),
    "paragraph_down": partial(movement.paragraph_step, is_down=True),
    "home": partial(movement.line_end, is_start=True),
    "end": partial(movement.line_end, is_start=False),
    "document_start": lambda _flow, _stand: Stand(0),
    "document_end": lambda flow, _stand: Stand(len(flow.text)),
}


def span_after(spans: SpanIndex, focused: Span | None, offset: int, *, backwards: bool = False) -> Span | None:
    """Return the span after the *focused* one in reading order, else the first from *offset* on; or the one before."""
    if backwards:
        return spans.before(reading_order(focused) if focused else (offset, 0, b""))
    return spans.after(reading_order(focused) if focused else (offset - 1, 0, b""))
