"""What lies under the pointer, told beside it: the spans there, innermost first, with what they cover."""

from PySide6.QtCore import QPointF

from annotator.model.spans import Span
from annotator.ui.factories import isolated
from annotator.ui.page.reader import Reader

MOST, LONGEST = 6, 80


def told(page: Reader, point: QPointF) -> str:
    """Return a line for each span at *point* of the viewport, its chip, bar or text; "" where there is none."""
    found = page.hidden_at(point) or page.named_at(point)
    spans = [span for span in map(page.spans.get, found) if span]
    lines = [_line(page, span) for span in spans[:MOST]]
    return "\n".join([*lines, isolated(f"+{len(spans) - MOST}")] if len(spans) > MOST else lines)


def _line(page: Reader, span: Span) -> str:
    quote, half = span.covered(page.text), LONGEST // 2
    shown = quote if len(quote) <= LONGEST else f"{quote[:half]} … {quote[-half:]}"
    return f"{page.looks.of(span.label).title}: {isolated(' '.join(shown.split()))}"
